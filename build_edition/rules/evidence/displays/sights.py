"""Sights: the lines of a text as the eye sees them before it reads.

Serves `displays`.  Passes over what is neither text nor display: lines that stand alone in the middle of the
measure (a running head, an ornament, a heading that no rule has claimed), and numbered lines at the foot of a
page that are notes which no rule has claimed.  At the edge of a page the text runs on past such a line; elsewhere
it parts what stands on either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.displays.endings import BREAKS_OFF, LEADS_IN, ending_of
from build_edition.rules.evidence.layout.folios import Folios
from build_edition.rules.evidence.layout.left_edges import INDENT, openings_of, shifts_of
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.source import Line

DISPLAYS = ("head", "table", "figure", "list", "floatingText")
_INWARD = 6  # characters from which a line may stand in the middle
_ASKEW = 3  # characters by which it may miss it
_SHORT = 0.6  # of the measure: a line of a display is rarely shorter, but for its last
_FOOT = re.compile(r"\d{1,2}(?:\s+[A-Z“‘\"(]|$)|\d{1,3}[A-Z“‘]")
_FOOT_LINES = 12  # at the foot of a page, that notes may take
_ABOUT_FIGURES = '[]()—–- “”"’‘'  # what may stand about a folio, or a note call that OCR put on a line of its own


@dataclass(frozen=True, slots=True)
class Sight:
    """A line as the eye sees it: how far it stands in, whether a blank line or a page's edge is above it.

    `barred` says that something else (a heading, a list) stands between it and the line before.
    """

    line: Line
    shift: int
    gap: bool
    opens_page: bool
    barred: bool


def sights_of(draft: Draft, measure: Measure) -> list[Sight]:
    """The lines that nothing else has claimed; in a text without indents none stands in."""
    ornaments = [mark.start for mark in draft.marks("milestone") if not mark.is_point]
    without = draft.lines_of("fw", "note", *DISPLAYS).union(map(draft.source.line_number, ornaments))
    live = [line for line in draft if line.number not in without]
    openings = openings_of(draft, live)
    shifts = shifts_of(live, openings, measure, Folios(draft))
    bars = sorted([*ornaments, *(mark.start for mark in draft.marks(*DISPLAYS))])
    bars.append(len(draft.text) + 1)
    seen: list[Sight] = []
    at, above, opens, barred = 0, 0, False, False
    for start, end in _pages(live, openings):
        passed = _passed_over(live[start:end], shifts[start:end])
        opens = True
        for i in range(start, end):
            line = live[i]
            while bars[at] < line.start:
                at, barred = at + 1, True
            if i - start in passed:
                barred = barred or passed[i - start]
            else:
                seen.append(Sight(line, shifts[i], line.number - above > 1, opens, barred))
                opens = barred = False
            above = line.number
    return seen


def _pages(live: Sequence[Line], openings: set[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for i in range(1, len(live) + 1):
        if i == len(live) or live[i].number in openings:
            yield start, i
            start = i


def _passed_over(page: Sequence[Line], shifts: Sequence[int]) -> dict[int, bool]:
    """The places of a page's lines that are neither text nor display, and whether each parts what is about it."""
    right = max(len(line.ink) + shift for line, shift in zip(page, shifts, strict=True))
    passed: dict[int, bool] = {}
    start = 0
    for i in range(1, len(page) + 1):
        if i < len(page) and page[i].number == page[i - 1].number + 1 and _stand_alike(shifts[i - 1], shifts[i]):
            continue
        if all(_is_centred(page[k].ink, shifts[k], right) for k in range(start, i)):
            # A display set in from both margins is centred as well, but its lines are as long.
            # and so is a paragraph of it but for its first line.
            rest = shifts[start + 1 : i] if i - start > 2 else shifts[start:i]
            ragged = max(rest) - min(rest) >= _ASKEW
            alone = i - start == 1 and not (start == 0 and _goes_on(page[0]))
            if ragged or (alone and (not start or len(page[start].ink) < _SHORT * right)):
                passed.update(dict.fromkeys(range(start, i), start > 0 and i < len(page)))
        start = i
    for i, line in enumerate(page):
        if line.ink.strip(_ABOUT_FIGURES).isdecimal():
            passed.setdefault(i, False)
    foot = next((i for i in range(max(1, len(page) - _FOOT_LINES), len(page)) if _FOOT.match(page[i].ink)), None)
    if foot is not None:
        passed.update(dict.fromkeys(range(foot, len(page)), False))
    return passed


def _stand_alike(above: int, here: int) -> bool:
    """Whether two lines stand at one edge, or both in the middle or at the margin."""
    return (above < _INWARD) == (here < _INWARD) or abs(above - here) < INDENT


def _goes_on(line: Line) -> bool:
    """Whether the first line of a page ends a sentence that was begun before it, as no running head does."""
    return line.ink[0].islower() and ending_of(line) not in (BREAKS_OFF, LEADS_IN)


def _is_centred(ink: str, shift: int, right: int) -> bool:
    """Whether a line leaves as much of the measure empty on either side."""
    blank = right - shift - len(ink)
    return shift >= _INWARD and abs(shift - blank) <= _ASKEW
