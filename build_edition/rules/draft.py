"""The draft: what the rules add to, one after another, until it is frozen into a transcript."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from build_edition.source import Line, Source
from build_edition.transcript import Intervention, Mark, Transcript, Value, nesting_order

Layout = Literal["book", "essay", "web"]


class Draft:
    """A source with the interventions and marks that rules have added so far.

    A rule reads `source`, `lines` and what earlier rules have marked, and calls `intervene` and `mark`.
    It never takes back what another rule has said.
    """

    def __init__(self, source: Source, layout: Layout) -> None:
        self.source = source
        self.text = source.text
        self.layout = layout
        self._interventions: list[Intervention] = []
        self._marks: dict[str, list[Mark]] = defaultdict(list)
        self._spoken_for = bytearray(len(source.text))  # 1 where an intervention stands
        self._deleted = bytearray(len(source.text))  # 1 where its reading is empty or blank
        self._inserted = bytearray(len(source.text) + 1)  # 1 where something is inserted
        self._points = bytearray(len(source.text) + 1)  # 1 where a point stands

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.source.lines

    # what has been said

    def is_free(self, start: int, end: int) -> bool:
        """Whether an intervention may still be made on `start … end`."""
        if start == end:
            inside = 0 < start < len(self.text) and self._spoken_for[start - 1] and self._spoken_for[start]
            return not self._inserted[start] and not inside
        parted = self._inserted.find(1, start + 1, end) >= 0 or self._points.find(1, start + 1, end) >= 0
        return not parted and self._spoken_for.find(1, start, end) < 0

    def is_deleted(self, start: int, end: int) -> bool:
        """Whether interventions leave no ink of `start … end`."""
        kept = self._deleted.find(0, start, end)
        while kept >= 0:
            if not self.text[kept].isspace():
                return False
            kept = self._deleted.find(0, kept + 1, end)
        return True

    def has_ink(self, line: Line) -> bool:
        """Whether the line shows anything once what rules have deleted is gone."""
        start = line.ink_start
        if start >= line.ink_end:
            return False
        return not self._deleted[start] or not self.is_deleted(start, line.ink_end)

    def shown_span(self, line: Line) -> tuple[int, int]:
        """Where the ink that a line still shows begins and ends; the line is to have some."""
        start, end = line.ink_start, line.ink_end
        while start < end and (self._deleted[start] or self.text[start].isspace()):
            start += 1
        while end > start + 1 and (self._deleted[end - 1] or self.text[end - 1].isspace()):
            end -= 1
        return start, end

    def marks(self, *kinds: str) -> list[Mark]:
        """The marks of these kinds made so far, in nesting order."""
        found = [mark for kind in kinds for mark in self._marks[kind]]
        return sorted(found, key=nesting_order)

    def lines_of(self, *kinds: str) -> set[int]:
        """The numbers of all lines that marks of these kinds touch."""
        numbers: set[int] = set()
        for mark in self.marks(*kinds):
            last = max(mark.start, mark.end - 1)
            numbers.update(range(self.source.line_number(mark.start), self.source.line_number(last) + 1))
        return numbers

    # what a rule may say

    def intervene(self, start: int, end: int, reading: str, rule: str, *, cert: str = "high") -> bool:
        """Replace `start … end` by `reading`, unless an earlier rule has spoken for part of it.

        Returns whether the intervention was made; one that would change nothing is not.
        """
        if not self.is_free(start, end) or self.text[start:end] == reading:
            return False
        self._interventions.append(Intervention(start, end, reading, rule, cert))
        ones = b"\1" * (end - start)
        self._spoken_for[start:end] = ones
        if not reading.strip():
            self._deleted[start:end] = ones
        if start == end:
            self._inserted[start] = 1
        return True

    def mark(self, kind: str, start: int, end: int, **attrs: Value) -> Mark:
        """Say that `start … end`, drawn in to its ink, is a `kind`. Attributes that are None are left out.

        `n` alone may be None: it says that there is no number.
        """
        start, end = self.source.drawn_in(start, end)
        if start == end:
            start = end = self._outside(start)
            self._points[start] = 1
        kept = {name: value for name, value in attrs.items() if value is not None or name == "n"}
        mark = Mark(kind, start, end, MappingProxyType(kept))
        self._marks[kind].append(mark)
        return mark

    def _outside(self, point: int) -> int:
        """The point, or where it stands inside a replaced span, that span's end."""
        if not (0 < point < len(self.text) and self._spoken_for[point - 1] and self._spoken_for[point]):
            return point
        return next((i.end for i in self._interventions if i.start < point < i.end), point)

    def mark_lines(self, kind: str, first: Line, last: Line, **attrs: Value) -> Mark:
        """Say that the ink from line `first` to line `last` is a `kind`."""
        return self.mark(kind, first.ink_start, last.ink_end, **attrs)

    def remove(self, start: int, end: int, rule: str, *, cert: str = "high") -> None:
        """Delete what is left of the ink between `start` and `end`, and the white space inside it."""
        offset = start
        while offset < end:
            if self._spoken_for[offset]:
                offset += 1
                continue
            stop = self._spoken_for.find(1, offset, end)
            stop = end if stop < 0 else stop
            self.intervene(offset, stop, "", rule, cert=cert)
            offset = stop

    # the end

    @cached_property
    def ink_lines(self) -> tuple[Line, ...]:
        """The lines with ink in the source, whatever rules have deleted."""
        return tuple(line for line in self.lines if not line.is_blank)

    def __iter__(self) -> Iterator[Line]:
        """The lines that still show ink, in order."""
        return (line for line in self.ink_lines if self.has_ink(line))

    def freeze(self) -> Transcript:
        """The transcript of all that was said; raises `TranscriptError` where marks cross."""
        return Transcript(
            self.source, tuple(self._interventions), tuple(mark for kind in self._marks.values() for mark in kind)
        )
