"""Labels that a printer parts from their numbers: the word alone on its line, the number on the next.

Serves `divisions`.  What names no division by itself (Chapter, Canto) stands alone only over its number or, where
chapters have none, over their title.

    CHAPTER
    VI                 -> the label of one heading
    The Ford
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_edition.rules.evidence.headings.numerals import readings
from build_edition.rules.evidence.headings.pieces import Piece
from build_edition.rules.evidence.headings.shape import is_short
from build_edition.rules.evidence.headings.wording import LONGEST
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.rules.evidence.lines.title_words import is_bare_label
from build_edition.source import Line

_FARTHEST = 3  # blank lines between the word and its number


@dataclass(frozen=True)
class PartedLabel:
    """The lines of a label, its words, and what follows.

    `rest` are the lines below it in its piece, and `after` is the piece after that.
    """

    lines: tuple[Line, ...]
    label: str
    rest: tuple[Line, ...]
    after: int


def parted_labels(pieces: Sequence[Piece], measure: Measure) -> dict[int, PartedLabel]:
    """All such labels, by the piece that each begins with."""
    places = [i for i, piece in enumerate(pieces) if is_bare_label(piece.first.ink)]
    return {i: label for i in places if (label := _parted(pieces, i, measure)) is not None}


def _parted(pieces: Sequence[Piece], index: int, measure: Measure) -> PartedLabel | None:
    """The label whose word is the first line of this piece, if that is over a number or a title."""
    piece = pieces[index]
    below, after = piece.lines[1:], index + 1
    if not below and after < len(pieces) and not pieces[after].opens_page and pieces[after].gap <= _FARTHEST:
        below, after = pieces[after].lines, after + 1
    if not below:
        return None
    if readings(below[0].ink) is not None:
        if len(below) > 1 and readings(below[1].ink) is not None:
            return None  # the column of a table
        label = f"{piece.first.ink} {below[0].ink}"
        return PartedLabel((piece.first, below[0]), label, below[1:], after)
    if len(piece.lines) > 1 or not _is_title(pieces[index + 1], measure):
        return None
    return PartedLabel((piece.first,), piece.first.ink, (), index + 1)


def label_lines(
    pieces: Sequence[Piece], index: int, parted: Mapping[int, PartedLabel]
) -> tuple[list[Line], list[Line], int]:
    """The lines of the label with which a piece begins, those below it, and the piece after them."""
    if label := parted.get(index):
        return list(label.lines), list(label.rest), label.after
    return [pieces[index].first], list(pieces[index].lines[1:]), index + 1


def _is_title(piece: Piece, measure: Measure) -> bool:
    """Whether a piece is set and worded as the title of a chapter."""
    short = len(piece.lines) <= LONGEST and is_short(piece, measure, open_end=True)
    return short and piece.first.ink[0].isupper() and not piece.ink.endswith((".", ",", ";", ":"))
