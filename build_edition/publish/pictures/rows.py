"""Labels in rows, none over another: each in the first row that has room for it and for the bar below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_edition.publish.pictures.lettering import shortened, width_of
from build_edition.publish.pictures.marks import Mark
from build_edition.publish.pictures.scale import Scale

GAP = 9.0  # between what stands in one row
LEAST_BAR = 4.0
LONGEST = 250.0  # a label
BOLD = 1.08  # how much wider bold letters are


@dataclass(frozen=True, slots=True)
class Set:
    """A mark as it is set: its row, its bar from `x1` to `x2`, its words, and where they begin.

    `ends` tells that they end where the bar does.
    """

    mark: Mark
    row: int
    x1: float
    x2: float
    label: str
    at: float
    ends: bool


def set_in_rows(marks: Iterable[Mark], scale: Scale, size: float) -> list[Set]:
    """The marks of a lane, in the order of time, set in as few rows as this order allows.

    A label begins where its bar does, or, where there is room on that side only, ends where its bar does.
    """
    ends: list[float] = []  # how far each row is taken
    found = []
    for mark in sorted(marks, key=lambda mark: (mark.begins, mark.ends)):
        x1 = min(scale.at(mark.begins), scale.length - LEAST_BAR)
        x2 = min(max(scale.at(mark.ends), x1 + LEAST_BAR), scale.length)
        letters = size * (BOLD if mark.lane == "work" else 1.0)
        label = shortened(mark.label, LONGEST, letters)
        width = width_of(label, letters)
        starts = [start for start in (x1, x2 - width) if start >= 0 and start + width <= scale.length]
        starts = starts or [max(0.0, scale.length - width)]
        row, at = _place(ends, starts, x1)
        ends += [-GAP] * (row + 1 - len(ends))
        ends[row] = max(at + width, x2)
        found.append(Set(mark, row, x1, x2, label, at, ends=at == x2 - width))
    return found


def _place(ends: list[float], starts: list[float], x1: float) -> tuple[int, float]:
    """The first row with room for words that begin at one of `starts`, and for a bar that begins at `x1`."""
    for row, taken in enumerate(ends):
        for start in starts:
            if taken + GAP <= min(start, x1):
                return row, start
    return len(ends), starts[0]
