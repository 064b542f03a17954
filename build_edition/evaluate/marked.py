"""What a transcript says, in the terms of a comparison: lines of the source, and what begins or ends on them."""

from __future__ import annotations

from build_edition.transcript import Mark, Transcript

HOLDERS = ("quote", "item", "note", "figure", "table", "epigraph")


class Marked:
    """The claims of a transcript."""

    def __init__(self, transcript: Transcript) -> None:
        self.transcript = transcript
        self.source = transcript.source
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
        """The lines whose ink is all deleted."""
        return {
            line.number
            for line in self.source.lines
            if not line.is_blank
            and all(self._gone[k] or self.source.text[k].isspace() for k in range(line.ink_start, line.ink_end))
        }

    def starts(self, *kinds: str) -> dict[int, Mark]:
        """The line that each mark of these kinds begins on."""
        return {self.line(mark.start): mark for mark in self.transcript.of_kind(*kinds)}

    def pages(self) -> dict[int, str]:
        """The line that each page begins on, and its number (empty: none)."""
        return {line: str(mark.get("n") or "") for line, mark in self.starts("pb").items()}

    def headings(self) -> dict[int, str]:
        """The line that each heading begins on, and its level."""
        return {line: str(mark.get("level") or "") for line, mark in self.starts("head").items()}

    def calls(self) -> set[tuple[int, str]]:
        """The line and the number of each note call."""
        return {(self.source.line_number(m.start), str(m.get("n"))) for m in self.transcript.of_kind("ref")}

    def notes(self) -> set[tuple[int, str]]:
        """The line and the number of each numbered note."""
        return {(self.line(m.start), str(m.get("n"))) for m in self.transcript.of_kind("note") if m.get("n")}

    def quotations(self) -> set[tuple[int, int]]:
        """The first and last line of each quotation; marks with nothing readable between them are one."""
        extents: list[tuple[int, int]] = []
        for mark in self.transcript.of_kind("quote"):
            if extents and mark.end <= extents[-1][1]:
                continue
            if extents and self._nothing_between(extents[-1][1], mark.start):
                extents[-1] = (extents[-1][0], mark.end)
            else:
                extents.append((mark.start, mark.end))
        return {(self.line(start), self.source.line_number(end - 1)) for start, end in extents}

    def _nothing_between(self, start: int, end: int) -> bool:
        text = self.source.text
        return all(self._gone[k] or text[k].isspace() for k in range(start, end))

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

    def reading_text(self) -> str:
        """The reading text without note calls and what is marked as forme work."""
        reading = self.transcript.reading
        pieces, here = [], 0
        for mark in self.transcript.of_kind("ref", "fw"):
            start, end = reading.from_source(mark.start), reading.from_source(mark.end)
            pieces.append(reading.text[here : max(start, here)])
            here = max(end, here)
        return "".join([*pieces, reading.text[here:]])
