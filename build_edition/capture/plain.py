"""A page of Markdown as plain text, and what it says of it by offset: its blocks, emphasis, calls and pages."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

POINTS = frozenset({"page", "call", "break", "comment", "mark-up"})  # what stands at one place of the text


@dataclass(frozen=True, slots=True)
class Piece:
    """What a span of the text is: a `p`, `head`, `quote`, `list`, `item`, `table`, `cell`, `note`, `figure`,
    `aside`, `hi`, or one of the POINTS.

    `detail` says more: the number of signs of a heading, the row and column of a cell, the label of a call or of a
    note, how emphasis is set.
    """

    kind: str
    detail: str
    start: int
    end: int

    def moved(self, start: int, end: int) -> Piece:
        return replace(self, start=start, end=end)


@dataclass(frozen=True)
class Plain:
    """The text of a page, its blocks parted by line feeds, and the pieces of it in the order of their beginnings.

    `lines` gives for each block where it begins in the text and on which line of the file.
    """

    text: str
    pieces: tuple[Piece, ...]
    lines: tuple[tuple[int, int], ...]

    def line(self, offset: int) -> int:
        """The line of the file on which the block at an offset of the text begins."""
        k = bisect_right(self.lines, offset, key=lambda one: one[0]) - 1
        return self.lines[max(k, 0)][1] if self.lines else 1

    def of(self, *kinds: str) -> list[Piece]:
        return [piece for piece in self.pieces if piece.kind in kinds]


def normal(markdown: str) -> str:
    """A page without what editors change unasked: line ends, spaces at line ends, a byte order mark, its end."""
    lines = markdown.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip(" \t") for line in lines).rstrip("\n") + "\n"
