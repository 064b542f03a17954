"""What stands before a text: title page, title, byline, the notes that say where it first appeared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.rules.evidence.lines.shape import BODY_LENGTH
from build_edition.rules.evidence.lines.title_words import is_customary, is_front_title
from build_edition.transcript import Mark, Transcript

_FURTHEST = 120  # lines: no title page, with its back, is longer
_SAYS_WHERE = frozenset({"source", "author", "rights"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A block or a line of the opening: its kind as a mark has it (`p` for any other line), words, and line."""

    kind: str
    words: str
    line: int


class Opening:
    """The opening of one transcript, down to its first paragraph of prose."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self.marks = [
            mark for mark in transcript.marks if mark.kind in {"head", "byline", "dateline", "p", "note"}
        ]
        source = transcript.source
        bodies = (mark for mark in self.marks if mark.kind == "p" and mark.attrs.get("role") is None)
        body = next((mark for mark in bodies if self._is_prose(mark)), None)
        last = source.lines[min(len(source.lines), _FURTHEST) - 1].end if source.lines else 0
        self.end = min(body.start if body else last, last)

    def pieces(self) -> Iterator[Piece]:
        """Its headings, bylines and lines, in order; a paragraph is told line by line."""
        for mark in self.marks:
            if mark.start >= self.end:
                return
            words = self.words(mark)
            line = self.line(mark)
            if mark.kind == "p":
                yield from (Piece("p", ink, number) for number, ink in self._lines(mark))
            elif not (mark.kind == "head" and (is_customary(words) or is_front_title(words))):
                yield Piece(mark.kind, words, line)

    def provenance(self) -> Iterator[Piece]:
        """The notes, wherever they stand, that say where the text comes from."""
        for mark in self._transcript.of_kind("note"):
            if mark.attrs.get("type") in _SAYS_WHERE:
                yield Piece("note", self.words(mark), self.line(mark))

    def line(self, mark: Mark) -> int:
        """The line of the source on which a mark begins."""
        return self._transcript.source.line_number(mark.start)

    def words(self, mark: Mark) -> str:
        """The words of a mark as the source has them, without what rules took away, but on its own lines."""
        text = self._transcript.source.text[mark.start : mark.end]
        if "\n" in text:
            return "\n".join(ink for _, ink in self._lines(mark))
        return self._transcript.reading.slice(mark.start, mark.end)

    def _lines(self, mark: Mark) -> Iterator[tuple[int, str]]:
        """The inked lines on which a mark stands, with their numbers."""
        source = self._transcript.source
        first, last = source.line_number(mark.start), source.line_number(max(mark.start, mark.end - 1))
        for number in range(first, last + 1):
            ink = source.lines[number - 1].ink.strip("*_~ ")
            if ink:
                yield number, ink

    def _is_prose(self, mark: Mark) -> bool:
        words = self._transcript.source.text[mark.start : mark.end]
        return len(" ".join(words.split())) > BODY_LENGTH and not words.isupper() and "." in words
