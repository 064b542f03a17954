"""What a transcript claims, by the lines of its source, in the terms of a truth that is told by lines."""

from __future__ import annotations

from functools import cached_property

from build_edition.evaluate.measures import Scope
from build_edition.transcript import Mark, Transcript


class LineClaims:
    """The marks that begin on the lines judged, and the readings of lines."""

    def __init__(self, transcript: Transcript, scope: Scope) -> None:
        self.transcript, self.source, self.scope = transcript, transcript.source, scope
        self.marks = [mark for mark in transcript.marks if self.first(mark) in scope]

    def first(self, mark: Mark) -> int:
        """The line of the first ink at or after a mark's start."""
        text, offset = self.source.text, mark.start
        while offset < len(text) and text[offset].isspace():
            offset += 1
        return self.source.line_number(offset)

    def last(self, mark: Mark) -> int:
        """The line of a mark's last ink."""
        return self.source.line_number(max(mark.end - 1, mark.start))

    def inked(self, line: int) -> int:
        """The line, or where it is blank, the next that is not."""
        lines = self.source.lines
        return next((n for n in range(line, len(lines) + 1) if not lines[n - 1].is_blank), line)

    def words(self, mark: Mark) -> str:
        """The reading of a mark, with single spaces."""
        reading = self.transcript.reading
        return " ".join(reading.text[reading.from_source(mark.start) : reading.from_source(mark.end)].split())

    def of_kind(self, kind: str) -> list[Mark]:
        return [mark for mark in self.marks if mark.kind == kind]

    def starts(self, kind: str) -> set[int]:
        return {self.first(mark) for mark in self.of_kind(kind)}

    @cached_property
    def headings(self) -> dict[int, Mark]:
        return {self.first(mark): mark for mark in self.of_kind("head")}

    @cached_property
    def pages(self) -> dict[int, str]:
        return {self.first(mark): str(mark.get("n") or "") for mark in self.of_kind("pb")}

    @property
    def calls(self) -> set[tuple[int, str]]:
        """The line and number of each note call that has a number."""
        return {
            (self.source.line_number(mark.start), str(mark.get("n")))
            for mark in self.of_kind("ref")
            if str(mark.get("n", "")).isdigit()
        }

    def reading(self, line: int, lines: int) -> str:
        """The reading of `lines` lines from `line` on, with single spaces."""
        start, end = self.span(line, lines)
        reading = self.transcript.reading
        return " ".join(reading.text[reading.from_source(start) : reading.from_source(end)].split())

    def span(self, line: int, lines: int) -> tuple[int, int]:
        """Where so many lines begin and end in the source; the line numbers may lie beyond its end."""
        there = self.source.lines
        if line > len(there):
            return len(self.source), len(self.source)
        after = line - 1 + lines
        return there[line - 1].start, there[after].start if after < len(there) else len(self.source)
