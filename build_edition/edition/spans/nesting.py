"""Whether a new mark nests with those that stand, and does not end inside what an intervention replaces."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from build_edition.source import Source
from build_edition.transcript import Intervention, Mark


class Edges:
    """The beginnings and ends of marks, in order."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        ends = ((offset, mark) for mark in marks if not mark.is_point for offset in (mark.start, mark.end))
        self._edges = sorted(ends, key=lambda edge: edge[0])
        self._offsets = [offset for offset, _ in self._edges]

    def inside(self, start: int, end: int) -> Iterator[tuple[int, Mark]]:
        """Every edge strictly inside a span, with its mark."""
        first, last = bisect_right(self._offsets, start), bisect_left(self._offsets, end)
        return iter(self._edges[first:last])

    def within(self, start: int, end: int) -> list[Mark]:
        """The marks that lie wholly in a span."""
        first, last = bisect_left(self._offsets, start), bisect_right(self._offsets, end)
        return [mark for at, mark in self._edges[first:last] if at == mark.start and mark.end <= end]

    def crossing(self, start: int, end: int) -> list[tuple[int, Mark]]:
        """Those edges strictly inside a span whose mark reaches beyond it."""
        return [(at, mark) for at, mark in self.inside(start, end) if mark.start < start or end < mark.end]


class Replaced:
    """The spans that interventions, in order, replace."""

    def __init__(self, interventions: Sequence[Intervention]) -> None:
        self._all = interventions
        self._starts = [this.start for this in interventions]
        self._ends = [this.end for this in interventions]

    def touching(self, start: int, end: int) -> Sequence[Intervention]:
        """The interventions that overlap a span or stand at its ends."""
        return self._all[bisect_left(self._ends, start) : bisect_right(self._starts, end)]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The span, grown where an end of it falls inside one that is replaced."""
        first, last = start, end
        for this in self.touching(start, end):
            if this.start < start < this.end:
                first = this.start
            if this.start < end < this.end:
                last = this.end
        return first, last

    def inked(self, source: Source, start: int, end: int) -> tuple[int, int] | None:
        """The span without the white space at its ends, and without what is replaced across them; None where
        nothing is left.
        """
        while True:
            start, end = source.drawn_in(start, end)
            if start >= end:
                return None
            first = next((i.end for i in self.touching(start, start) if i.start < start < i.end), start)
            last = next((i.start for i in self.touching(end, end) if i.start < end < i.end), end)
            if (first, last) == (start, end):
                return start, end
            start, end = first, last


def described(mark: Mark, source: Source) -> str:
    """A mark as a person would find it: its kind and its lines."""
    first, last = source.line_number(mark.start), source.line_number(max(mark.start, mark.end - 1))
    return f"{mark.kind} of line {first}" if first == last else f"{mark.kind} of lines {first}–{last}"
