"""The truth as it is printed: one text in the order of the pages, each part of which knows what it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from build_edition.evaluate.truth import Block, Truth

Role = Literal["text", "label", "marker", "call", "fw", "space"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the stream; `at` is where it begins in the text of block `block`."""

    text: str
    role: Role
    block: int
    at: int


@dataclass(frozen=True)
class Stream:
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, truth: Truth) -> Stream:
        return cls(tuple(piece for index, block in enumerate(truth.blocks) for piece in _pieces(index, block)))

    @cached_property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each piece begins."""
        starts, here = [], 0
        for piece in self.pieces:
            starts.append(here)
            here += len(piece.text)
        return tuple(starts)

    def piece_at(self, offset: int) -> Piece:
        return self.pieces[bisect_right(self.starts, offset) - 1]

    def text_offset(self, offset: int) -> int:
        """Where the character at `offset` stands in the text of its block."""
        k = bisect_right(self.starts, offset) - 1
        return self.pieces[k].at + offset - self.starts[k]

    @cached_property
    def extents(self) -> dict[int, tuple[int, int]]:
        """For each block with ink: where its own ink, forme work apart, begins and ends."""
        extents: dict[int, tuple[int, int]] = {}
        for start, piece in zip(self.starts, self.pieces, strict=True):
            if piece.role in ("text", "label", "marker") and piece.text.strip():
                first, _ = extents.get(piece.block, (start, 0))
                extents[piece.block] = (first, start + len(piece.text))
        return extents

    @cached_property
    def places(self) -> dict[tuple[int, int], int]:
        """For each block and offset where a text piece begins, where that is in the stream."""
        found: dict[tuple[int, int], int] = {}
        for start, piece in zip(self.starts, self.pieces, strict=True):
            if piece.role == "text":
                found.setdefault((piece.block, piece.at), start)
        return found

    @cached_property
    def calls(self) -> dict[tuple[int, int, str], int]:
        """For each call, by block, offset and number, where it begins in the stream."""
        return {
            (piece.block, piece.at, piece.text): start
            for start, piece in zip(self.starts, self.pieces, strict=True)
            if piece.role == "call"
        }

    def reading_text(self, start: int = 0, end: int | None = None) -> str:
        """The text as it ought to read, without calls and forme work; at wish only what is printed in a part."""
        end = len(self.text) if end is None else end
        return "".join(
            piece.text[max(start - at, 0) : max(end - at, 0)]
            for at, piece in zip(self.starts, self.pieces, strict=True)
            if piece.role not in ("call", "fw")
        )


def _pieces(index: int, block: Block) -> Iterator[Piece]:
    if block.kind == "fw":
        yield Piece(block.text, "fw", index, 0)
        yield Piece("\n", "space", index, len(block.text))
        return
    events = sorted(
        [(page.at, 0, line) for page in block.pages for line in page.fw]
        + [(call.at, 1, call.n) for call in block.notes]
        + [(page.at, 2, "") for page in block.pages],
        key=lambda event: event[:2],
    )
    opening = [line for at, order, line in events if at == 0 and order == 0]
    yield from (Piece(f"\n{line}\n", "fw", index, 0) for line in opening)
    if block.label:
        yield Piece(block.label + "\n", "label", index, 0)
    if block.marker:
        yield Piece(block.marker + " ", "marker", index, 0)
    here = 0
    for at, order, written in events:
        if at > here:
            yield Piece(block.text[here:at], "text", index, here)
            here = at
        if order == 1:
            yield Piece(written, "call", index, at)
        elif order == 0 and at > 0:
            yield Piece(f"\n{written}\n", "fw", index, at)
    if here < len(block.text):
        yield Piece(block.text[here:], "text", index, here)
    yield Piece("\n", "space", index, len(block.text))
