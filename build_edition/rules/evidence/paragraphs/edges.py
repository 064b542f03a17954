"""Where each line of the text begins and ends on its page, as nearly as the source tells.

Serves `joints`.  A plain text has spaces for what a line stands in, and of its width only what its letters
commonly take. A source with geometry has the places themselves: where its setting is justified they leave no doubt
which lines are full, and they show an indent that is less than two letters wide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from build_edition.geometry import Geometry
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.source import Line

_FULL = 0.1  # of the measure: what a full line may be estimated to leave empty
_WIDE = 0.85  # of the widest line: what full lines exceed
_SAME = 0.004  # of the measure: ends that lie so near are the same
_JUSTIFIED, _FLUSH = 0.5, 0.5  # of the wide lines end as the others of their page do; of all begin so
_STANDS_IN = (0.03, 0.7)  # the share of lines that do, at least and at most
_FINER = 2  # times: how much finer shifts are told where left edges are the same to a hair
_STANDARD = 0.01  # of the measure: what full lines are taken to leave empty, for marks may hang in the margin


@dataclass(frozen=True)
class Edges:
    """How far each line stands in, and how far right it reaches, as `Measure` has widths.

    `placed` says that the right edges are those of the page, in a justified setting; else they are estimates.
    """

    shifts: Sequence[int]
    reaches: Sequence[int]
    placed: bool = False


def edges_of(live: Sequence[Line], shifts: Sequence[int], measure: Measure, geometry: Geometry | None) -> Edges:
    """The edges of lines of which the text says that they stand in by `shifts` spaces."""
    found = estimated(live, shifts, measure)
    if geometry is None or not measure.full or any(line.number not in geometry.lines for line in live):
        return found
    lefts = _finer_shifts(live, shifts, geometry) or found.shifts
    rights = _placed_reaches(live, geometry, measure)
    return Edges(lefts, rights or found.reaches, rights is not None)


def estimated(live: Sequence[Line], shifts: Sequence[int], measure: Measure) -> Edges:
    """What a text without places tells."""
    full = [len(line.ink) for line in live if abs(measure.inset(line)) < _FULL] if any(shifts) else []
    column = round(measure.full * len(full) / sum(full)) if full else 0
    return Edges(shifts, [measure.width(line) + shift * column for line, shift in zip(live, shifts, strict=True)])


def _finer_shifts(live: Sequence[Line], shifts: Sequence[int], geometry: Geometry) -> list[int] | None:
    """Shifts in parts of a space, where the lines that begin at the left edge begin there exactly."""
    places = [geometry.lines[line.number] for line in live]
    if sum(abs(place.left) < _SAME for place in places) < _FLUSH * len(live):
        return None
    full = [
        len(line.ink) / (place.right - place.left)
        for line, place in zip(live, places, strict=True)
        if place.right - place.left > _WIDE
    ]
    if not full:
        return None
    columns = median(full)
    finer = [round(_FINER * place.left * columns) for place in places]
    if any(shifts):  # else all pages have one margin
        margins = [round(place.left * columns) - shift for place, shift in zip(places, shifts, strict=True)]
        finer = [here - _FINER * margin for here, margin in zip(finer, margins, strict=True)]
    least, most = _STANDS_IN
    return finer if least * len(live) <= sum(here >= INDENT for here in finer) <= most * len(live) else None


def _placed_reaches(live: Sequence[Line], geometry: Geometry, measure: Measure) -> list[int] | None:
    """How far lines reach, in a setting of which the right edge is straight."""
    pages: dict[int, list[float]] = defaultdict(list)
    for line in live:
        place = geometry.lines[line.number]
        pages[place.page].append(place.right)
    edges = {}
    same = wide = 0
    for page, rights in pages.items():
        full = [right for right in rights if right > _WIDE * max(rights)]
        edges[page] = median(full)
        same += sum(abs(right - edges[page]) < _SAME for right in full)
        wide += len(full)
    if same < _JUSTIFIED * wide:
        return None
    usual = median(edges.values())
    reaches = []
    for line in live:
        place = geometry.lines[line.number]
        edge = max(edges[place.page], _WIDE * usual)  # a page may hold nothing but short lines
        reaches.append(round(measure.full * (1 - _STANDARD) * place.right / edge))
    return reaches
