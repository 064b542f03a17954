"""The title below a label or numeral: which lines are it, and where it ends.

Serves `divisions`.  A title may go on over a blank line that the text extraction put in, and may end in a
stop; but where most labels of a book have text below them, a short sentence below one is text too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from build_edition.rules.evidence.headings.numerals import readings
from build_edition.rules.evidence.headings.pieces import Piece
from build_edition.rules.evidence.headings.shape import is_short
from build_edition.rules.evidence.headings.wording import LONGEST, is_titled_line, is_unfinished
from build_edition.rules.evidence.layout.blocks import Block
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.rules.evidence.lines.title_words import division_level, is_customary, label_and_title
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals
from build_edition.source import Line

_ASKED = 2  # numbered titles that are questions, in a book where one may be
_SENTENCE = re.compile(r"[.?!]$|\W”$")
_LETTER = 500  # thousandths of an em: the width of a letter, more or less


class Titles:
    """The titles of one book."""

    def __init__(self, pieces: Sequence[Piece], measure: Measure, in_letters: Set[int] = frozenset()) -> None:
        self.pieces = pieces
        self._in_letters = {pieces[i].first.number for i in in_letters}
        self.measure = measure
        self._widest = self._widest_line()
        self._usual = self._are_usual()
        self._asks = sum(piece.counted and piece.ink.endswith("?") for piece in pieces) >= _ASKED

    def below(self, index: int) -> tuple[list[Line], int]:
        """The title that begins at this piece, and the piece after it; no lines where none does."""
        here = self.pieces[index] if index < len(self.pieces) else None
        if here is not None and self.is_title(here):
            return list(here.lines), index + 1
        # The number of the first section may stand between label and title.
        if here is not None and readings(here.ink) is not None and index + 1 < len(self.pieces):
            below = self.pieces[index + 1]
            if is_set_apart(below) and self.is_title(below):
                return [*here.lines, *below.lines], index + 2
        return [], index

    def go_on(self, lines: list[Line], index: int) -> tuple[list[Line], int]:
        """The lines of a title with those that it has in the next pieces, and the piece after it."""
        while lines and index < len(self.pieces) and self._runs_on(lines[-1], self.pieces[index]):
            lines = [*lines, *self.pieces[index].lines]
            index += 1
        return lines, index

    def is_title(self, piece: Piece) -> bool:
        """Whether the piece can be the title of the label above it."""
        if not self._may_begin(piece) or not is_short(piece, self.measure, open_end=True):
            return False
        apart = piece.tight or is_set_apart(piece)
        return self._usual or apart or self.is_asked(piece) or not _SENTENCE.search(piece.ink)

    def is_worded(self, piece: Piece, lines: Sequence[Line]) -> bool:
        """Whether lines that begin this piece, set as a title is, have the words of one; several may ask."""
        if not self._may_begin(piece) or not is_titled_line(" ".join(line.ink for line in lines)):
            return False
        asks = lines[-1].ink.endswith("?") and (self._asks or len(lines) > 1)
        return asks or not (_SENTENCE.search(lines[-1].ink) or is_unfinished(lines[-1].ink))

    def _may_begin(self, piece: Piece) -> bool:
        """Whether a piece is no label, numeral or part of a letter, nor on the next page."""
        ink = piece.first.ink
        if piece.opens_page or division_level(ink) is not None or readings(piece.ink) is not None:
            return False
        return label_and_title(ink) is None and piece.first.number not in self._in_letters

    def is_asked(self, piece: Piece) -> bool:
        """Whether the piece is a question in a book whose numbered titles are questions."""
        return self._asks and piece.ink.endswith("?")

    def _runs_on(self, line: Line, block: Block) -> bool:
        """Whether a title goes on in this block, after a blank line that the text extraction put in."""
        if block.opens_page or not is_short(block, self.measure) or len(block.lines) > 2 or block.gap > 1:
            return False
        if isinstance(block, Piece) and block.tight and not block.gap:
            return False  # a heading upon its text, which nothing parts from the title but its own wording
        if division_level(block.first.ink) is not None or readings(block.ink) is not None:
            return False
        first = block.first.ink
        if first[0].islower() or is_unfinished(line.ink):
            return True
        # A title set large breaks where the next word does not fit; the widest such line is known.
        together = self.measure.width(line) + len(first.partition(" ")[0]) * _LETTER
        return bool(self._widest) and together > self._widest and not is_customary(first)

    def _widest_line(self) -> int:
        """The widest line of a chapter title that certainly broke for want of room; 0 if none did."""
        widths = [0]
        for block, after in zip(self.pieces, self.pieces[1:], strict=False):
            if len(block.lines) < 2 or division_level(block.first.ink) is None:
                continue
            if is_short(after, self.measure) and (after.first.ink[0].islower() or is_unfinished(block.last.ink)):
                widths.append(self.measure.width(block.last))
        return max(widths)

    def _are_usual(self) -> bool:
        """Whether most labels that stand alone have a short line below them."""
        below = [
            after
            for piece, after in zip(self.pieces, self.pieces[1:], strict=False)
            if len(piece.lines) == 1 and division_level(piece.ink) is not None
        ]
        return 2 * sum(is_short(piece, self.measure, open_end=True) for piece in below) > len(below)


def is_set_apart(piece: Piece) -> bool:
    """Whether a piece is centred, in capitals or in larger type, as text is not."""
    return bool(piece.centred) or piece.large or is_capitals(piece.ink)


def leading_capitals(lines: Sequence[Line]) -> list[Line]:
    """The lines in capitals with which these begin: a title, tight upon its text."""
    end = 0
    while end < min(LONGEST, len(lines)) and is_capitals(lines[end].ink):
        end += 1
    return list(lines[:end])
