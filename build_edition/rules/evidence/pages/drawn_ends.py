"""Lines drawn across an unwrapped text where its pages end, as some programs leave them.

Serves `thematic_breaks` and `loose_pages`.  An author's break stands between two sentences; the end of a page
cuts one as often as not.  So where the sentence runs on over a good share of lines drawn alike, which part
stretches about as long as pages are, all of them are ends of pages.  What stands at the foot of a page, a note
or a number, is passed over when the sentence is read on.

    … which the ferry could  |  ---  |  not cross …     ->  a page ends
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from build_edition.rules.evidence.lines.shape import SMALL_WORDS, ends_called, is_body, opens_lower, words_of
from build_edition.rules.evidence.lines.underlined import underlines
from build_edition.source import Line

_DRAWN = re.compile(r"\\?(?P<sign>[-–—_*=])(?:\s*\\?(?P=sign)){2,}|\{\d{1,4}\}-{3,}|<hr\s*/?>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_FOOT = re.compile(r"(?:\$|\[|\\\()?[\s{}^]*[\d⁰¹²³⁴-⁹*†‡§]{1,4}")
FEWEST = 3  # drawn lines that can be told from breaks
CUT = 0.25  # of them, at the least, cut a sentence
LONGEST = 12_000  # characters that a page may hold
PASSED = 12  # lines at the foot of a page that are passed over


def drawn_ends(lines: Sequence[Line]) -> set[int]:
    """The places of the drawn lines, among these inked lines, that end pages."""
    under = underlines(lines)
    drawn = [
        place
        for place, line in enumerate(lines)
        if len(line.ink) <= 80 and _DRAWN.fullmatch(line.ink) and line.number - 1 not in under
    ]
    ends: set[int] = set()
    for sign in {lines[place].ink[-1] for place in drawn}:
        alike = [place for place in drawn if lines[place].ink[-1] == sign]
        if len(alike) < FEWEST or sum(_cuts(lines, place) for place in alike) < CUT * len(alike):
            continue
        steps = sorted(lines[after].start - lines[before].start for before, after in pairwise(alike))
        if steps[len(steps) // 2] <= LONGEST:
            ends |= set(alike)
    return ends


def _cuts(lines: Sequence[Line], place: int) -> bool:
    """Whether a sentence runs on over the line."""
    above = place - 1
    while above > max(place - PASSED, 0) and _FOOT.match(_TAG.sub("", lines[above].ink)):
        above -= 1
    if above < 0 or place + 1 == len(lines):
        return False
    before, after = _TAG.sub("", lines[above].ink), _TAG.sub("", lines[place + 1].ink)
    if ends_called(before):
        return False
    if opens_lower(after):
        return True
    return is_body(before) and (is_body(after) or not SMALL_WORDS.isdisjoint(words_of(before)[-1:]))
