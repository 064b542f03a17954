"""From the marks inside a block to its inlines: emphasis, note calls, page beginnings, conjectures."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from build_edition.transcript import Mark, Transcript
from build_edition.work import Inline, NoteCall, PageBeginning, Span, Text

SPANS = ("hi", "foreign", "suspect")


@dataclass(frozen=True, slots=True)
class _Conjecture:
    """A low-certainty intervention, which a reader shall see."""

    start: int
    end: int
    source: str


class InlineReader:
    """Reads the inlines of any span of one transcript."""

    def __init__(self, transcript: Transcript) -> None:
        self.reading = transcript.reading
        text = transcript.source.text
        self.marks: list[Mark | _Conjecture] = list(transcript.of_kind("ref", *SPANS))
        self.marks += [
            _Conjecture(i.start, i.end, text[i.start : i.end])
            for i in transcript.interventions
            if i.cert == "low" and i.reading.strip() and i.start < i.end
        ]
        self.pages = [_page(mark) for mark in transcript.of_kind("pb")]
        self.next_page = 0
        self.marks.sort(key=lambda mark: (mark.start, -mark.end, isinstance(mark, _Conjecture)))
        self.starts = [mark.start for mark in self.marks]

    def between(self, start: int, end: int) -> tuple[Inline, ...]:
        """The inlines of `source[start:end]`; none where the reading text has no ink there.

        To be called in source order, once for each span: a page beginning that stands between two blocks
        (before a running head, say) goes to the beginning of the second.
        """
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if not self.reading.slice(start, end, through=True).strip():
            return ()
        return self._run(start, end, self.marks[first:last], through=True)

    def _run(
        self, start: int, end: int, marks: list[Mark | _Conjecture], through: bool = False
    ) -> tuple[Inline, ...]:
        out: list[Inline] = []
        here, k = start, 0
        while k < len(marks):
            mark = marks[k]
            k += 1
            inner = []
            while k < len(marks) and marks[k].start < mark.end:
                inner.append(marks[k])
                k += 1
            if mark.end > end:  # it reaches beyond this block: what it says holds of no part alone
                marks[k:k] = inner
                continue
            out += self._text(here, mark.start)
            out.append(self._inline(mark, inner))
            here = mark.end
        out += self._text(here, end, through)
        return tuple(out)

    def _text(self, start: int, end: int, through: bool = False) -> list[Inline]:
        """The text of a span, parted by the pages that begin in it or have been waiting for ink."""
        out: list[Inline] = []
        while self.next_page < len(self.pages) and self.pages[self.next_page].at < max(end, start + 1):
            page = self.pages[self.next_page]
            self.next_page += 1
            at = max(start, page.at)
            out += self._piece(start, at)
            out.append(page)
            start = at
        return [*out, *self._piece(start, end, through)]

    def _piece(self, start: int, end: int, through: bool = False) -> list[Inline]:
        text = self.reading.slice(start, end, through=through)
        return [Text(text, start, end)] if text else []

    def _inline(self, mark: Mark | _Conjecture, inner: list[Mark | _Conjecture]) -> Inline:
        if isinstance(mark, _Conjecture):
            text = Text(self.reading.slice(mark.start, mark.end), mark.start, mark.end)
            return Span("conjecture", (text,), mark.start, mark.end, f"the source has “{mark.source}”")
        if mark.kind == "ref":
            call = self.reading.slice(mark.start, mark.end)
            return NoteCall(str(mark.get("n") or call.strip()), call, mark.start, mark.end, mark.cert)
        candidates = str(mark.get("candidates") or "").replace("|", " or ")
        note = f"perhaps {candidates}" if mark.kind == "suspect" and candidates else ""
        inlines = self._run(mark.start, mark.end, inner)
        return Span(mark.kind, inlines, mark.start, mark.end, note, str(mark.get("rend") or ""))


def _page(mark: Mark) -> PageBeginning:
    n = mark.get("n")
    return PageBeginning(None if n is None else str(n), mark.start, mark.cert)
