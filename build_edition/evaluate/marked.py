"""What a transcript says, in the terms of a comparison: lines of the source, and what begins or ends on them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from build_edition.evaluate.measures import Scope
from build_edition.evaluate.naming import block_name
from build_edition.reading import Reading
from build_edition.source import Source
from build_edition.transcript import Mark, Transcript

INLINE = ("hi", "foreign", "ref", "suspect", "cell")
MOVED = "note-markup"  # the rule that parts or moves the numbers of notes
_WORD = re.compile(r"[^\W_]")
_BULLET_ALONE = re.compile(r"[•●▪◦■□‣⁃]\s*\n\s*")
HOLDERS = ("quote", "item", "note", "figure", "table", "epigraph")


class Marked:
    """The claims of a transcript."""

    def __init__(self, transcript: Transcript) -> None:
        self.transcript = transcript
        self.source = transcript.source
        self._about: dict[int, list[str]] | None = None
        self._gone = bytearray(len(self.source))
        for this in transcript.interventions:
            if not this.reading.strip():
                self._gone[this.start : this.end] = b"\1" * (this.end - this.start)

    def line(self, offset: int) -> int:
        """The line of the first ink at or after `offset` that is not deleted."""
        text = self.source.text
        while offset < len(text) - 1 and (text[offset].isspace() or self._gone[offset]):
            offset += 1
        return self.source.line_number(offset)

    def deleted_lines(self) -> set[int]:
        """The lines whose ink is all deleted, but for numbers that are put to their notes."""
        moved = {self.source.line_number(i.start) for i in self.transcript.interventions if i.rule == MOVED}
        return {
            line.number
            for line in self.source.lines
            if not line.is_blank
            and line.number not in moved
            and all(self._gone[k] or self.source.text[k].isspace() for k in range(line.ink_start, line.ink_end))
        }

    def starts(self, *kinds: str) -> dict[int, Mark]:
        """The line that each mark of these kinds begins on; of an item, that below a bullet that stands alone."""
        return {self.line(self._below_bullet(mark)): mark for mark in self.transcript.of_kind(*kinds)}

    def _below_bullet(self, mark: Mark) -> int:
        """Where a mark starts, past a bullet that is alone on its line."""
        bullet = _BULLET_ALONE.match(self.source.text, mark.start, mark.end) if mark.kind == "item" else None
        return bullet.end() if bullet else mark.start

    def pages(self) -> dict[int, str]:
        """The line that each page begins on, and its number (empty: none)."""
        return {line: str(mark.get("n") or "") for line, mark in self.starts("pb").items()}

    def headings(self) -> dict[tuple[int, int], str]:
        """The first and last line of each heading, and its level."""
        starts = self.starts("head").items()
        return {(line, self.line(mark.end - 1)): str(mark.get("level") or "") for line, mark in starts}

    def calls(self) -> set[tuple[int, str]]:
        """The line and the number of each note call."""
        return {(self.source.line_number(m.start), str(m.get("n"))) for m in self.transcript.of_kind("ref")}

    def notes(self) -> list[tuple[int, str]]:
        """The line that the text of each note begins on, and its number (empty: none)."""
        notes = (mark for mark in self.transcript.of_kind("note") if not mark.get("continues"))
        return [(self._bare(mark)[0], str(mark.get("n") or "")) for mark in notes]

    def note_texts(self) -> list[tuple[int, str, str]]:
        """The line that the text of each note begins on, its number and its text, on all its pages.

        Several notes may stand on one line.
        """
        texts: list[tuple[int, str, str]] = []
        for mark in self.transcript.of_kind("note"):
            line, text = self._bare(mark)
            if mark.get("continues") and texts:  # from the foot of the page before
                line, n, begun = texts.pop()
                texts.append((line, n, f"{begun} {text}"))
            else:
                texts.append((line, str(mark.get("n") or ""), text))
        return texts

    def _bare(self, note: Mark) -> tuple[int, str]:
        """The line that the text of a note begins on, and that text, without its number.

        The number may stand on a line of its own.
        """
        reading = self.transcript.reading
        end = reading.from_source(note.end)
        whole = reading.text[reading.from_source(note.start) : end]
        bare = whole.removeprefix("[").removeprefix("(").removeprefix(str(note.get("n") or "")).lstrip(".)] \n")
        word = _WORD.search(bare)
        first = reading.to_source(end - len(bare) + word.start()) if word else note.start
        return self.line(max(first, note.start)), " ".join(bare.split())

    def quotations(self, *, past_notes: bool = False) -> set[tuple[int, int]]:
        """The first and last line of each quotation; marks with nothing readable between them are one.

        With `past_notes`, so are those with only notes between them, as at the foot of a page.
        """
        gone = bytearray(self._gone)
        for note in self.transcript.of_kind("note") if past_notes else ():
            gone[note.start : note.end] = b"\1" * (note.end - note.start)
        text = self.source.text
        extents: list[tuple[int, int]] = []
        for mark in self.transcript.of_kind("quote"):
            if extents and mark.end <= extents[-1][1]:
                continue
            between = range(extents[-1][1], mark.start) if extents else ()
            if extents and all(gone[k] or text[k].isspace() for k in between):
                extents[-1] = (extents[-1][0], mark.end)
            else:
                extents.append((mark.start, mark.end))
        return {(self.line(start), self.source.line_number(end - 1)) for start, end in extents}

    def between(self, start: int, end: int) -> str:
        """The reading of a stretch of the source; notes in it are left out, with the space about them."""
        reading = self.transcript.reading
        pieces, here = [], reading.from_source(start)
        for note in self._notes:
            if start <= note.start and note.end <= end:
                pieces.append(reading.text[here : reading.from_source(note.start)].strip())
                here = reading.from_source(note.end)
        last = reading.text[here : reading.from_source(end)]
        return "".join([*pieces, last.lstrip() if pieces else last])

    @cached_property
    def _notes(self) -> list[Mark]:
        return list(self.transcript.of_kind("note"))

    def paragraphs(self, *, continues: bool) -> set[int]:
        """The lines that paragraphs begin on, those inside quotations, items, notes and tables apart."""
        held_to = 0
        lines = set()
        for mark in self.transcript.of_kind("p", *HOLDERS):
            if mark.kind in HOLDERS:
                held_to = max(held_to, mark.end)
            elif mark.start >= held_to and bool(mark.get("continues")) is continues:
                lines.add(self.line(mark.start))
        return lines

    def at(self, line: int) -> str:
        """What the transcript says of a line, in words."""
        if self._about is None:
            self._about = {}
            for number in self.deleted_lines():
                self._about[number] = ["deleted as forme work"]
            for mark in self.transcript.marks:
                if mark.kind not in INLINE:
                    last = self.source.line_number(mark.end - 1) if not mark.is_point else 0
                    first = self.line(mark.start)
                    self._about.setdefault(first, []).append(block_name(mark.kind, mark.attrs, first, last))
        return "; ".join(self._about.get(line, ())) or "nothing begins on this line"

    def running_text(
        self, scope: Scope, *, notes: bool = True, without: Sequence[tuple[int, int]] = ()
    ) -> Extract:
        """The reading text of the lines judged, without note calls and forme work, and at wish without notes.

        `without` are further spans of the source to leave out.
        """
        reading, lines = self.transcript.reading, self.source.lines
        here = 0 if scope.first == 1 else reading.from_source(lines[min(scope.first, len(lines)) - 1].start)
        stop = len(reading.text)
        if scope.last < len(lines):
            stop = reading.from_source(lines[scope.last].start)
        spans: list[tuple[int, int]] = []
        left_out = self.transcript.of_kind("ref", "fw", *(() if notes else ("note",)))
        for first, after in sorted([*((mark.start, mark.end) for mark in left_out), *without]):
            start, end = reading.from_source(first), reading.from_source(after)
            if start >= stop:
                break
            if start > here:
                spans.append((here, start))
            here = max(end, here)
        if here < stop:
            spans.append((here, stop))
        return Extract(reading, self.source, tuple(spans))


@dataclass(frozen=True)
class Extract:
    """Some spans of a reading text, one after another, each character of which knows its line in the source."""

    reading: Reading
    source: Source
    spans: tuple[tuple[int, int], ...]

    @cached_property
    def text(self) -> str:
        return "".join(self.reading.text[start:end] for start, end in self.spans)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(end - start for start, end in self.spans)]

    def line(self, offset: int) -> int:
        """The line of the source that the character at `offset` of the text comes from."""
        k = min(bisect_right(self._starts, offset), len(self.spans)) - 1
        if k < 0:
            return 1
        there = min(self.spans[k][0] + offset - self._starts[k], len(self.reading.text))
        return self.source.line_number(self.reading.to_source(there))
