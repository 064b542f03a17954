"""Which signs a setting gives its paragraphs, learnt from the whole text, and how they weigh together at a joint.

One book indents the first line, another parts its paragraphs by a blank line, a third does neither and shows them
only by a last line that stops short; and an OCR program loses one sign here and invents another there. So the
text itself is asked: where a sentence ends on a line that stops far short, a paragraph certainly begins; where a
line breaks off in mid sentence and the next goes on in small letters, certainly none does. How often a sign stands
at the ones and at the others is its weight. Weights are logarithms of odds, and add up.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean, pvariance

from build_edition.rules.evidence.paragraphs.joints import Ending, Joint, Opening

DOUBT = 2.0  # log-odds below which a beginning is of low certainty
_SHOWN = 1.0  # log-odds against a beginning that a blank line after a sentence outweighs

# What a setting is taken to do until it shows otherwise: how often each sign stands where a paragraph begins, and
# where none does.
_EDGES: Mapping[Hashable, tuple[float, float]] = {
    "flush": (0.35, 0.9), "indent": (0.5, 0.02), "level": (0.05, 0.04), "moved": (0.1, 0.04),
}  # fmt: skip
_NOTES: Mapping[Hashable, tuple[float, float]] = {True: (0.1, 0.05), False: (0.9, 0.95)}
_BLANKS: Mapping[Hashable, tuple[float, float]] = {True: (0.6, 0.03), False: (0.4, 0.97)}
_PRIOR = 6.0  # joints that these are worth
_MOST = 5.0  # log-odds of one sign: none never fails
# Language: how much likelier a paragraph begins at such a joint than not.
_ENDINGS: Mapping[Ending, float] = {"colon": 1.0, "comma": -4.0, "hyphen": -7.0, "open": -4.0, "capitals": 0.0}
_OPENINGS: Mapping[Opening, float] = {"capital": 0.0, "other": -1.0, "bracket": -4.0, "none": -5.0, "small": -9.0}

_LEFT_OPEN = -2.5  # small letters under a line that ended by will, with a colon: an item perhaps

_STEPS = (-0.06, -0.03, -0.01, 0.01, 0.03, 0.05, 0.08, 0.12, 0.2, 0.35)  # of the measure: room left over
_LAST = (-0.1, 0.9)  # the room after a paragraph's last line, which may be of any length
# The same after a line that is not the last: it was filled until the next word did not fit.
_MIDDLE = (0.2, 0.3, 0.22, 0.14, 0.07, 0.03, 0.015, 0.01, 0.006, 0.004, 0.003)
_MIDDLE_PRIOR = 60.0
_FAR = 0.3  # of the measure: room that no full line has
_SENTENCE_END = re.compile(r"[a-z][.?!][’”\"')]*(?P<call>\d{0,3}) [“‘\"]?[A-Z]")
_ANEW = 0.27  # of the texts under a display begin a paragraph,
_ANEW_PRIOR = 10  # which is worth so many of them
_CLEAR = 2.0  # standard errors by which a mean must be known
_ENOUGH = 3000  # lines that tell how often a sentence ends
_STOPPED = 0.95  # of all paragraphs end with a sentence
_MOST_STOPS = 3.1
_WORD = 6  # characters with its space
_USUAL = 0.08  # of all lines begin a paragraph, until the text shows otherwise
_FEW = 8  # first lines from which their width can be told
_COMMON = (0.02, 0.4)  # the share of lines that begin a paragraph, at least and at most


@dataclass(frozen=True)
class Signs:
    """The weight of each sign in one text."""

    usual: float  # of any line, that it begins a paragraph
    stop: float  # of a sentence's end
    edges: Mapping[Hashable, float]
    blanks: Mapping[Hashable, float]
    noted_blanks: Mapping[Hashable, float]
    notes: Mapping[Hashable, float]  # where a sentence ends
    rooms: Sequence[float]
    narrow: tuple[float, float, float] | None  # mean inset of first lines, of others, and its variance

    def odds(self, joint: Joint) -> float:
        """The log-odds that a paragraph begins at the joint."""
        odds = self.usual + self.layout(joint)
        if joint.ending == "stop":
            odds += self.stop + self.notes[joint.noted]
        else:
            odds += _ENDINGS[joint.ending]
        if joint.opening == "small" and joint.ending == "colon" and (joint.room or 0) > _STEPS[4]:
            return odds + _LEFT_OPEN
        return odds + _OPENINGS[joint.opening]

    def begins(self, joint: Joint) -> bool:
        """Whether a paragraph begins; in doubt a blank line after a sentence stands for what it seems."""
        if joint.opening == "small" and joint.ending != "colon" and joint.edge == "flush" and not joint.blank:
            return False  # most joints: nothing speaks for a beginning
        shown = self.by_blank(joint) >= _SHOWN and joint.blank and joint.ending == "stop"
        return self.odds(joint) > (-_SHOWN if shown else 0)

    def layout(self, joint: Joint) -> float:
        """What the page says, whatever the words do."""
        odds = self.edges.get(joint.edge, 0.0) + self.by_width(joint)
        if joint.room is not None:
            odds += self.rooms[bisect_right(_STEPS, joint.room)]
        return odds + self.by_blank(joint)

    def by_blank(self, joint: Joint) -> float:
        """What a blank line says, or that there is none; nothing where a page ends."""
        weights = self.noted_blanks if joint.noted else self.blanks
        return 0.0 if joint.at_page else weights.get(joint.blank, 0.0)

    def by_width(self, joint: Joint) -> float:
        """What the width of the line below says where indents are lost: an indented line is narrower."""
        if self.narrow is None or joint.inset is None:
            return 0.0
        first, other, variance = self.narrow
        odds = ((joint.inset - other) ** 2 - (joint.inset - first) ** 2) / (2 * variance)
        return max(-2.0, min(2.0, odds))


def learn(joints: Sequence[Joint], *, keeps_indents: bool) -> Signs:
    """The signs of the text that these joints are of."""
    inside = [joint for joint in joints if not joint.at_page]
    begun = [joint for joint in inside if _surely_begins(joint)]
    amid = [joint for joint in inside if joint.opening == "small" and joint.ending in ("open", "hyphen", "comma")]
    noted = [joint for joint in begun if joint.noted], [joint for joint in amid if joint.noted]
    bare = [joint for joint in begun if not joint.noted], [joint for joint in amid if not joint.noted]
    some = inside[:: max(1, len(inside) // _ENOUGH)]
    calls = list(_calls_within(some))
    stops = (len(calls) + 1) / (sum(len(joint.before.ink) for joint in some) / _WORD + 20)
    signs = Signs(
        _log_odds(_USUAL),
        min(_MOST_STOPS, math.log(_STOPPED / stops)),
        _weights((j.edge for j in begun), (j.edge for j in amid), _EDGES) if keeps_indents else {},
        _weights((j.blank for j in bare[0]), (j.blank for j in bare[1]), _BLANKS),
        _weights((j.blank for j in noted[0]), (j.blank for j in noted[1]), _BLANKS),
        _weights((j.noted for j in begun), calls, _NOTES),
        _room_weights(amid),
        None if keeps_indents else _narrowness(begun, amid),
    )
    full = [joint for joint in inside if joint.inset is not None]
    share = (sum(signs.begins(joint) for joint in full) + _PRIOR * _USUAL) / (len(full) + _PRIOR)
    return replace(signs, usual=_log_odds(max(_COMMON[0], min(_COMMON[1], share))))


def begins_anew(displayed: Sequence[Joint], signs: Signs) -> float:
    """The log-odds that text under a display begins a paragraph, before one looks at a single place.

    Where indents are lost, the mean width of all first lines under a display still tells how many had one.
    """
    insets = [joint.inset for joint in displayed if joint.inset is not None and joint.opening != "small"]
    begun = _ANEW * _ANEW_PRIOR
    if signs.narrow and insets:
        first, other, variance = signs.narrow
        if (first - other) ** 2 * len(insets) > _CLEAR**2 * variance:
            begun += len(insets) * min(1.0, max(0.0, (fmean(insets) - other) / (first - other)))
            return _log_odds(begun / (len(insets) + _ANEW_PRIOR))
    return _log_odds(_ANEW)


def _log_odds(share: float) -> float:
    return math.log(share / (1 - share))


def _surely_begins(joint: Joint) -> bool:
    """Whether a sentence ends far short of the measure, in prose, and another begins."""
    if joint.ending != "stop" or joint.opening != "capital" or not joint.in_prose:
        return False
    return joint.room is not None and joint.room > _FAR and joint.inset is not None


def _weights(
    begun: Iterable[Hashable], amid: Iterable[Hashable], expected: Mapping[Hashable, tuple[float, float]]
) -> dict[Hashable, float]:
    """The weight of each value of a sign, from how often it stands at the ones and the others."""
    here, there = Counter(begun), Counter(amid)
    of_here, of_there = here.total() + _PRIOR, there.total() + _PRIOR
    return {
        value: _capped((here[value] + _PRIOR * p) / of_here, (there[value] + _PRIOR * q) / of_there)
        for value, (p, q) in expected.items()
    }


def _room_weights(amid: Sequence[Joint]) -> list[float]:
    """The weight of the room that a line left, step by step."""
    steps = Counter(bisect_right(_STEPS, joint.room) for joint in amid if joint.room is not None)
    of = steps.total() + _MIDDLE_PRIOR
    bounds = [_LAST[0], *_STEPS, _LAST[1]]
    weights = []
    for k, expected in enumerate(_MIDDLE):
        last = (bounds[k + 1] - bounds[k]) / (_LAST[1] - _LAST[0])
        weights.append(_capped(last, (steps[k] + _MIDDLE_PRIOR * expected) / of))
    return weights


def _capped(here: float, there: float) -> float:
    return max(-_MOST, min(_MOST, math.log(here / there)))


def _calls_within(joints: Iterable[Joint]) -> Iterator[bool]:
    """For each sentence that ends within one of these lines, whether a note is called there."""
    for joint in joints:
        for match in _SENTENCE_END.finditer(joint.before.ink):
            yield match["call"] != ""


def _narrowness(begun: Sequence[Joint], amid: Sequence[Joint]) -> tuple[float, float, float] | None:
    """How much narrower a first line is than another full line, where enough of both are known."""
    first = [joint.inset for joint in begun if joint.inset is not None]
    other = [joint.inset for joint in amid if joint.inset is not None]
    if len(first) < _FEW or len(other) < _FEW:
        return None
    variance = (pvariance(first) * len(first) + pvariance(other) * len(other)) / (len(first) + len(other))
    return fmean(first), fmean(other), max(variance, 1e-5)
