"""A text of placed words that looks as their pages do, so that rules find in it what a printer put there.

In: pages as the readers of hOCR, ALTO, PAGE XML and PDF words give them.  Out: the text, and where its lines
and words stood.

Lines come in reading order. One stands in by as many spaces as it stood in from the left edge of its column; blank
lines stand for space above a line; a wide gap between two words is as many spaces as it was wide; pages are parted
by form feeds. What was on one row is on one line. Every word stands there once, as it was read.

The same pages always give the same text: editors' records quote its lines by number. So what is here and in the
modules that it uses (`upright`, `labels`, `columns`, `leading`) is part of the format, and tests hold its outcome
letter by letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from build_edition.geometry import Geometry, PlacedLine, PlacedWord
from build_edition.readers.columns import set_in_columns
from build_edition.readers.labels import with_labels
from build_edition.readers.leading import Leading
from build_edition.readers.scan import Line, Page, Word
from build_edition.readers.upright import Row, Upright, upright

_ROW = 0.4  # of the lower line's height: what stands so near in height is on one row
_GAP = 2.2  # characters, and times the line's usual gap, from which a gap between words is one of several spaces
_TIMES = 2.5
_TIGHT = 0.5  # of a character: what stands so near to a raised figure is part of its word
_FULL = 0.9  # of all lines end before the text's right edge, or at it


def render(pages: Sequence[Page]) -> tuple[str, Geometry]:
    """The text of pages, and the places of its lines and words."""
    found = upright(pages)
    with_labels(found)
    set_in_columns(found)
    leading = Leading(found)
    writer = _Writer(_measure(found))
    for number, page in enumerate(found):
        if number:
            writer.pieces.append("\f")
            writer.at += 1
        _write_page(writer, number, page, leading)
    return "".join(writer.pieces), Geometry(writer.lines, writer.words, writer.raised)


def _measure(pages: Sequence[Upright]) -> float:
    """How far most lines reach, in characters, from the left edge of their column."""
    reaches = sorted(row.reach / page.unit for page in pages for row in page.placed if page.unit)
    return reaches[min(len(reaches) - 1, int(_FULL * len(reaches)))] if reaches else 0.0


def _write_page(writer: _Writer, number: int, page: Upright, leading: Leading) -> None:
    above = leading.blanks(page)
    before: Row | None = None
    placed = True
    for place, (line, row) in enumerate(zip(page.lines, page.rows, strict=True)):
        if row and before and _on_one_row(before, row):
            gap = (row.left - before.right) / page.unit if page.unit else 1
            writer.more(line, row, page.unit, max(1, round(gap)))
        else:
            # Where nothing tells how much space there is, the pieces that the program saw are parted.
            unknown = page.opens[place] and place > 0 and not (row and placed)
            blanks = above.get(place, 0) if row and not unknown else int(unknown)
            shift = round(row.shift / page.unit) if row and page.unit else 0
            writer.line(line, row, page.unit, number, blanks, shift)
        before, placed = row, row is not None
    writer.end()


def _on_one_row(before: Row, row: Row) -> bool:
    """Whether a line goes on where the one before ends: two parts of a running head, cells of a table."""
    if before.column != row.column or row.left < before.right:
        return False
    return abs(row.foot - before.foot) <= _ROW * min(before.box.height, row.box.height)


class _Writer:
    """The text as it grows, with the places of what is in it."""

    def __init__(self, measure: float) -> None:
        self.pieces: list[str] = []
        self.lines: dict[int, PlacedLine] = {}
        self.words: list[PlacedWord] = []
        self.raised: list[tuple[int, int]] = []
        self.at = 0
        self._measure = measure
        self._number = 1
        self._is_open = False

    def line(self, line: Line, row: Row | None, unit: float, page: int, blanks: int, shift: int) -> None:
        """Write a line of its own, under so many blank ones."""
        self.end()
        self._put("\n" * blanks + " " * shift)
        self._number += blanks
        self._is_open = True
        if row and unit and self._measure:
            ends = row.shift / unit / self._measure, row.reach / unit / self._measure
            self.lines[self._number] = PlacedLine(page, row.box, row.size, *ends)
        self._words(line, row, unit)

    def more(self, line: Line, row: Row, unit: float, spaces: int) -> None:
        """Write a line on the same row as the last."""
        self._put(" " * spaces)
        known = self.lines.get(self._number)
        if known and unit:
            right = row.reach / unit / self._measure
            self.lines[self._number] = PlacedLine(
                known.page, known.box.with_(row.box), known.size or row.size, known.left, max(known.right, right)
            )
        self._words(line, row, unit)

    def end(self) -> None:
        """End the line that is being written."""
        if self._is_open:
            self._put("\n")
            self._number += 1
        self._is_open = False

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.at += len(text)

    def _words(self, line: Line, row: Row | None, unit: float) -> None:
        gaps = _spaces(line.words, unit if row else 0.0)
        for word, spaces in zip(line.words, [0, *gaps], strict=True):
            self._put(" " * spaces)
            start = self.at
            self._put(word.text)
            if word.box or word.confidence is not None:
                self.words.append(PlacedWord(start, self.at, word.box, word.confidence))
            if word.raised >= 0:
                self.raised.append((start + word.raised, self.at))


def _spaces(words: Sequence[Word], unit: float) -> list[int]:
    """How many spaces part each word from the one before."""
    widths = [
        after.box.left - word.box.right if word.box and after.box else None for word, after in pairwise(words)
    ]
    known = [width for width in widths if width is not None]
    usual = median(known) if len(known) > 2 else 0.0
    spaces = []
    for (_, after), width in zip(pairwise(words), widths, strict=True):
        if after.tight or (after.raised == 0 and width is not None and width <= _TIGHT * unit):
            spaces.append(0)
        elif width is None or not unit or width < max(_GAP * unit, _TIMES * usual):
            spaces.append(1)
        else:
            spaces.append(max(2, round(width / unit)))
    return spaces
