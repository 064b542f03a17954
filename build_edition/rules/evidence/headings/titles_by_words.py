"""Whether words that no stop ends read as a title: no sentence breaks off with them, or goes on in the next line.

Serves `amid` and `upon`.  A title may end in a year, in a word marked off, or as a question that has no verb.

    The Weir in Winter: a song of 1840       -> reads as a title
    The miller asked for his                 -> needs a noun
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_edition.rules.evidence.headings.wording import (
    ends_finished,
    ends_in_figures,
    is_titled_line,
    is_unfinished,
)
from build_edition.rules.evidence.lines.title_words import division_level

_CLOSED = re.compile(r"[^\W\d][”\")]$")
_YEARS = re.compile(r"\b(?:1\d|20)\d\d(?:[–-]\d{2,4})?\b")
_VERSION = re.compile(r"(?<=[a-z]) \d\.\d{1,2}$")
_NAMES = 3  # words of a title that ends in a year
_WORD = re.compile(r"[^\W\d_]{3,}")
_INNER_STOP = re.compile(r"[^\W\d]{2}[”’)]?[.,;!?][”’)]?\d{1,3}\s")  # with a note
_LEAD_IN = re.compile(r",[^:]*:\n[A-Z]")  # a sentence that leads in a display
_POSSESSIVE = ("’s", "'s", "s’")
_VERB = re.compile(
    r"\b(?:is|are|was|were|am|be|been|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|not|"
    r"I|you|he|she|we|they)\b|^(?:and|or|but|so|then)\b|^(?:why|what|who|how|when|where)(?:\s\S+){1,2}$",
    re.IGNORECASE,
)
_NEEDS_NOUN = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|its|his|her|their|our|my|your|this|these|those|such|all|some|"
    r"any|no|every|each|both|other|whose|than)$"
)


def reads_as_title(inks: Sequence[str]) -> bool:
    """Whether the words on these lines may be a title, and no sentence that leads in what follows or goes on."""
    inks = [*inks[:-1], _VERSION.sub("", inks[-1])]
    ink, last = " ".join(inks), inks[-1]
    if not (_is_closed(ink) or not ends_finished(last)) or is_unfinished(last) or last.endswith(_POSSESSIVE):
        return False
    if _INNER_STOP.search(ink) or _holds_figures(ink) or division_level(inks[0]) is not None:
        return False
    if ink.count("(") != ink.count(")") or _LEAD_IN.search("\n".join(inks)):
        return False
    return is_titled_line(ink, wrapped=len(inks) > 1)


def has_verb(ink: str) -> bool:
    """Whether there are words of a kind that hardly any title has and most sentences do."""
    return _VERB.search(ink) is not None


def needs_noun(ink: str) -> bool:
    """Whether a noun must follow the last word."""
    return _NEEDS_NOUN.search(ink) is not None


def _is_closed(ink: str) -> bool:
    """Whether words end as a title may and a sentence hardly does: in a word marked off, or as no one asks."""
    if ink[-1] == ")":
        return "(" in ink and _CLOSED.search(ink) is not None
    return _CLOSED.search(ink) is not None or (ink[-1] == "?" and not has_verb(ink))


def _holds_figures(ink: str) -> bool:
    """Whether words end in or hold figures that are no years; a year with hardly a word is a date."""
    bare = _YEARS.sub("", ink)
    return ends_in_figures(bare.rstrip()) or (bare != ink and len(_WORD.findall(bare)) < _NAMES)
