"""Whether the text under a display begins a paragraph or goes on with the one above, in a setting that hides it.

Serves `paragraphs`.  Where first lines stand in, each place shows it. Where indents are lost, the widths of all
lines under displays still tell how many of them had one; books differ in this, each being of one mind. Where a
setting knows none, the book's habit shows in the lengths: what begins anew under a display is as long as any
paragraph, what goes on is the rest of one. What leads into the next display counts for nothing, for such a
paragraph is short in any case.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable, Sequence
from statistics import fmean

from build_edition.rules.evidence.paragraphs.joints import Joint
from build_edition.rules.evidence.paragraphs.signs import Narrow, Signs

_ANEW = 0.27  # of the texts under a display begin a paragraph, until the text shows otherwise
_SHARES = (0.02, 0.25, 0.5, 0.75, 0.98)  # of them that may, where widths tell: each is as likely
_SURE = 4.5  # standard errors by which first lines must be narrower, for in short texts chance makes them so
_OF_WIDTHS = 0.6  # of what widths say is believed, for one author's lines differ by more than chance
_OF_ONE = 0.62  # of a paragraph's length: what the rest of one is long
_PEAKED = 2.0  # the shape of the lengths: their mean is about 1.4 times what they vary by
_WORTH = 0.5  # of what such lengths say is believed, for authors differ
_MOST = 2.5  # log-odds that lengths may give
_SEVERAL = 8  # texts that begin with capitals: that among so many none goes on in mid sentence tells nothing yet,
_TWICE = 6  # and so many more make it twice as likely that none goes on at all
_SMALL = 1.0  # log-odds of one that does


def odds_anew(displayed: Sequence[Joint], whole: Sequence[int], under: Sequence[int], signs: Signs) -> float:
    """The log-odds that text under a display begins a paragraph, by all such joints and by lengths."""
    lengths, first = by_length(whole, under), _by_first_words(displayed)
    if not _tells(signs.narrow):
        return _log_odds(_ANEW) + lengths + first
    odds = [by_width(joint, signs) for joint in displayed if joint.inset is not None and joint.opening != "small"]
    # Titles and items that were not found make whole paragraphs seem short: only what is shorter still tells.
    return _common(odds) + min(0.0, lengths) + first


def by_width(joint: Joint, signs: Signs) -> float:
    """What the width of the line under one display adds to them."""
    return _OF_WIDTHS * signs.by_width(joint) if _tells(signs.narrow) else 0.0


def _tells(narrow: Narrow | None) -> bool:
    return narrow is not None and narrow.errors > _SURE


def _common(odds: Iterable[float]) -> float:
    """The log-odds of any, given those of each without them."""
    ratios = [math.exp(each) for each in odds]
    likely = [sum(math.log(share * ratio + 1 - share) for ratio in ratios) for share in _SHARES]
    worth = [math.exp(each - max(likely)) for each in likely]
    return _log_odds(sum(map(operator.mul, worth, _SHARES)) / sum(worth))


def _by_first_words(displayed: Sequence[Joint]) -> float:
    """What it says that sentences go on under displays, or that none does, however many there are."""
    small = sum(joint.opening == "small" for joint in displayed)
    more = max(0, len(displayed) - small - _SEVERAL)
    return max(-1.0, math.log1p(more / _TWICE) - _SMALL * small)


def by_length(whole: Sequence[int], under: Sequence[int]) -> float:
    """What the lengths of `whole` paragraphs and of the texts `under` displays add to these log-odds."""
    if not whole or not under:
        return 0.0
    usual = fmean(whole)
    ratio = fmean(min(length, 2 * usual) for length in under) / usual
    each = _PEAKED * (math.log(_OF_ONE) + ratio * (1 / _OF_ONE - 1))
    return max(-_MOST, min(_MOST, _WORTH * len(under) * each))


def _log_odds(share: float) -> float:
    return math.log(share / (1 - share))
