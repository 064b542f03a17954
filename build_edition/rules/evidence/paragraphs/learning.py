"""Which signs a setting gives its paragraphs, learnt from the whole text.

Serves `paragraphs`.  One book indents the first line, another parts its paragraphs by a blank line, a third does
neither and shows them only by a last line that stops short; and an OCR program loses one sign here and invents
another there. So the text itself is asked: where a sentence ends on a line that stops far short, a paragraph
certainly begins; where a line breaks off in mid sentence and the next goes on in small letters, certainly none
does. How often a sign stands at the ones and at the others is its weight.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import median

from build_edition.rules.evidence.paragraphs.fullness import last_to_middle
from build_edition.rules.evidence.paragraphs.joints import Ending, Joint
from build_edition.rules.evidence.paragraphs.signs import DOUBT, Narrow, Signs, speech_of
from build_edition.rules.evidence.paragraphs.speech import EXPECTED, speeches_within

# What a setting is taken to do until it shows otherwise: how often each sign stands where a paragraph begins, and
# where none does.
_EDGES: Mapping[Hashable, tuple[float, float]] = {
    "flush": (0.35, 0.9), "indent": (0.5, 0.02), "level": (0.05, 0.04), "moved": (0.1, 0.04),
}  # fmt: skip
_NOTES: Mapping[Hashable, tuple[float, float]] = {True: (0.1, 0.05), False: (0.9, 0.95)}
_BLANKS: Mapping[Hashable, tuple[float, float]] = {True: (0.6, 0.03), False: (0.4, 0.97)}
_PRIOR = 6.0  # joints that these are worth
_SPOKEN = 30.0  # and so many what speeches are taken to do, for OCR loses their marks
_MOST = 8.0  # log-odds of one sign: none never fails
_COLON, _HYPHEN, _CAPITALS = 1.0, -7.0, 0.0  # log-odds of lines that end so
# How often a paragraph's stop is lost, or a comma read for it, until the text shows otherwise.
_UNSTOPPED: Mapping[Ending, float] = {"comma": 0.01, "open": 0.01, "shut": 0.005, "dash": 0.005}
_UNSTOPPED_PRIOR = 20.0
_MID_SENTENCE: Mapping[Ending, float] = {
    "comma": 0.12,
    "open": 0.85,
    "shut": 0.015,
    "dash": 0.015,
}  # of such lines within paragraphs
_SURELY_NOT = -6.0  # what these may weigh at the least
_HARDLY: Mapping[Ending, float] = {"comma": -1.5, "open": -1.5, "shut": -0.5, "dash": -0.5}  # and at the most
_FAR = 0.3  # of the measure: room that no full line has
_SENTENCE_END = re.compile(r"[a-z][.?!][’”\"')]*(?P<call>(?:(?<=[”»]) )?\d{1,3}| ?\[\d{1,3}\]|) [“‘\"]?[A-Z]")
_ENOUGH = 3000  # lines that tell how often a sentence ends
_STOPPED = 0.95  # of all paragraphs end with a sentence
_MOST_STOPS = 3.1
_WORD = 6  # characters with its space
_USUAL = 0.08  # of all lines begin a paragraph, until the text shows otherwise
_FEW = 8  # first lines from which their width can be told
_CLEAR = 2.7  # standard errors by which they must be narrower than others
_AS_NORMAL = 1.48  # times the middle deviation: what most lines' widths vary by
_LEAST_SPREAD = 0.015  # of the measure: what they vary by at the least
_COMMON = (0.02, 0.4)  # the share of lines that begin a paragraph, at least and at most


def learn(joints: Sequence[Joint], *, keeps_indents: bool, placed: bool = False) -> Signs:
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
        _endings(inside),
        _weights((j.edge for j in begun), (j.edge for j in amid), _EDGES) if keeps_indents else {},
        _weights((j.blank for j in bare[0]), (j.blank for j in bare[1]), _BLANKS),
        _weights((j.blank for j in noted[0]), (j.blank for j in noted[1]), _BLANKS),
        _weights((j.noted for j in begun), calls, _NOTES),
        _weights(map(speech_of, begun), speeches_within(joint.before.ink for joint in some), EXPECTED, _SPOKEN),
        [_capped(ratio, 1.0) for ratio in last_to_middle(inside, amid, placed=placed)],
        None,
    )
    if not keeps_indents:
        first = [joint for joint in inside if joint.opening == "capital" and signs.odds(joint) > DOUBT]
        signs = replace(signs, narrow=_narrowness(first, amid))
    full = [joint for joint in inside if joint.onto_full]
    share = (sum(signs.begins(joint) for joint in full) + _PRIOR * _USUAL) / (len(full) + _PRIOR)
    return replace(signs, usual=_log_odds(max(_COMMON[0], min(_COMMON[1], share))))


def _log_odds(share: float) -> float:
    return math.log(share / (1 - share))


def _surely_begins(joint: Joint) -> bool:
    """Whether a sentence ends far short of the measure, in prose, and another begins."""
    return joint.ending == "stop" and _ends_by_will(joint)


def _ends_by_will(joint: Joint) -> bool:
    """Whether a line of prose ends far short of the measure, and a full one with a capital follows."""
    if joint.opening != "capital" or not joint.in_prose:
        return False
    return joint.room is not None and joint.room > _FAR and joint.onto_full


def _endings(inside: Sequence[Joint]) -> dict[Ending, float]:
    """The weight of each end of a line but a stop, for OCR loses stops and reads commas for them."""
    ends = Counter(joint.ending for joint in inside if _ends_by_will(joint))
    of = ends.total() + _UNSTOPPED_PRIOR
    weights: dict[Ending, float] = {"colon": _COLON, "hyphen": _HYPHEN, "capitals": _CAPITALS}
    for ending, share in _UNSTOPPED.items():
        lost = (ends[ending] + _UNSTOPPED_PRIOR * share) / of
        weights[ending] = max(_SURELY_NOT, min(_HARDLY[ending], math.log(lost / _MID_SENTENCE[ending])))
    return weights


def _weights(
    begun: Iterable[Hashable],
    amid: Iterable[Hashable],
    expected: Mapping[Hashable, tuple[float, float]],
    prior: float = _PRIOR,
) -> dict[Hashable, float]:
    """The weight of each value of a sign, from how often it stands at the ones and the others."""
    here, there = Counter(begun), Counter(amid)
    of_here, of_there = here.total() + prior, there.total() + prior
    return {
        value: _capped((here[value] + prior * p) / of_here, (there[value] + prior * q) / of_there)
        for value, (p, q) in expected.items()
    }


def _capped(here: float, there: float) -> float:
    return max(-_MOST, min(_MOST, math.log(here / there)))


def _calls_within(joints: Iterable[Joint]) -> Iterator[bool]:
    """For each sentence that ends within one of these lines, whether a note is called there."""
    for joint in joints:
        for match in _SENTENCE_END.finditer(joint.before.ink):
            yield match["call"] != ""


def _narrowness(begun: Sequence[Joint], amid: Sequence[Joint]) -> Narrow | None:
    """How much narrower a first line is than another full line, where that is clear from enough of both.

    By middles, for among the lines of a page are some of larger type, of verse or of a table.
    """
    first = [joint.inset for joint in begun if joint.inset is not None and joint.printed == 1]
    other = [joint.inset for joint in amid if joint.inset is not None and joint.printed == 1]
    if len(first) < _FEW or len(other) < _FEW:
        return None
    here, there = median(first), median(other)
    spread = _AS_NORMAL * median(
        [*(abs(inset - here) for inset in first), *(abs(inset - there) for inset in other)]
    )
    spread = max(spread, _LEAST_SPREAD)
    errors = (here - there) / (spread * math.sqrt(1 / len(first) + 1 / len(other)))
    return Narrow(here, there, spread, errors) if errors > _CLEAR else None  # else there were no indents to lose
