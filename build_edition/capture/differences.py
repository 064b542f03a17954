"""What was changed in a page: words, and what the page says of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from build_edition.capture.alignment import Alignment, Hunk, align
from build_edition.capture.plain import POINTS, Piece, Plain


@dataclass(frozen=True)
class Differences:
    """The difference between two pages.

    `hunks` are those of words; `removed` and `added` are pieces that only the one or the other has, told by
    offsets of the old text. `at` gives for each added piece the same by offsets of the new text.
    """

    old: Plain
    new: Plain
    alignment: Alignment
    removed: tuple[Piece, ...]
    added: tuple[Piece, ...]
    at: dict[Piece, Piece]

    @property
    def hunks(self) -> tuple[Hunk, ...]:
        return self.alignment.hunks

    def __bool__(self) -> bool:
        return bool(self.hunks or self.removed or self.added)


def differences(old: Plain, new: Plain) -> Differences:
    """What makes the new page of the old one."""
    alignment = align(old, new)
    before = [_settled(piece, old.text) for piece in old.pieces]
    after: list[Piece] = []
    at: dict[Piece, Piece] = {}
    known, gone = frozenset(before), _gone(alignment)
    for piece in new.pieces:
        moved = _with_gone(_settled(_moved(piece, new.text, alignment), old.text), known, gone)
        after.append(moved)
        at[moved] = piece
    olds, news = Counter(before), Counter(after)
    removed, added = list((olds - news).elements()), list((news - olds).elements())
    return Differences(old, new, alignment, tuple(removed), tuple(added), at)


def _moved(piece: Piece, new: str, alignment: Alignment) -> Piece:
    """A piece of the new text as one of the old."""
    if piece.start == piece.end:
        by_end = piece.start > 0 and new[piece.start - 1] != "\n"
        at = alignment.to_old(piece.start, is_end=by_end)
        return piece.moved(at, at)
    return piece.moved(alignment.to_old(piece.start, is_end=False), alignment.to_old(piece.end, is_end=True))


def _gone(alignment: Alignment) -> tuple[dict[int, int], dict[int, int]]:
    """What is deleted: the end of each such span by its beginning, and the beginning by its end."""
    spans = [span for span in alignment.spans if span.new_start == span.new_end]
    return {span.start: span.end for span in spans}, {span.end: span.start for span in spans}


def _with_gone(piece: Piece, known: frozenset[Piece], gone: tuple[dict[int, int], dict[int, int]]) -> Piece:
    """A piece with what is deleted at its ends, where the old page has such a one, which has fewer words now."""
    if piece in known:
        return piece
    ends, starts = (
        {piece.end, gone[0].get(piece.end, piece.end)},
        {piece.start, gone[1].get(piece.start, piece.start)},
    )
    wider = (piece.moved(start, end) for start in starts for end in ends)
    return next((one for one in wider if one in known), piece)


def _settled(piece: Piece, text: str) -> Piece:
    """A piece without the white space at its ends; a point stands behind the word before it."""
    start, end = piece.start, piece.end
    if piece.kind in POINTS:
        while start and text[start - 1] == " ":
            start -= 1
        return piece.moved(start, start)
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return piece.moved(start, end)
