"""Tables whose columns are parted by tabs, by Markdown's upright strokes, by wide gaps or by HTML tags.

Looks for two or more lines running, each with two or more cells; `table` holds `row` holds `cell` (with
`col`, from 1).  The rows before the first row of figures are its header (`role="label"`), however many lines
an OCR program broke it into; a leading empty cell that makes a row one wider than the table is dropped.  A
caption just above (in capitals, or “Table 3 …”) is a `head` inside the table.  Strokes and the line that
draws the header's rule are deleted.  Leaves alone single lines and prose that merely holds a tab.

    Year	Sheep	Goats        |  Year | Sheep |
    1801	210	35           |  ---- | ----- |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.floats import aligned_tables, html_tables
from build_edition.rules.evidence.lines.shape import inked_lines, is_capitals, visible, visible_ink
from build_edition.source import Line

RULE = "table-markup"
_DRAWN = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_FIGURES = re.compile(r"[-–—+±£$]?\(?\d[\d.,:/·–-]*\)?\s?(?:%|per cent|p\.c\.)?[*†‡§]?|[-–—.…*]+|n\.?a\.?")
_CAPTION = re.compile(r"table\b", re.IGNORECASE)
_STROKE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with ink, and its column from 1."""

    start: int
    end: int
    col: int
    figures: bool


def apply(draft: Draft) -> None:
    """Mark every table, its rows, cells and caption."""
    if "</table" in draft.text.lower():
        html_tables.mark(draft)
    _mark_aligned(draft)
    if "\t" not in draft.text and "|" not in draft.text:
        return
    lines = draft.ink_lines
    taken = inked_lines(draft, "fw", "note", "milestone", "byline", "table")
    for first, last, separator in _runs(lines, taken):
        block = lines[first:last]
        drawn = [line for line in block if _DRAWN.fullmatch(line.ink) and "-" in line.ink]
        ruled = {line.number for line in drawn}
        rows = [line for line in block if line.number not in ruled]
        grid = _grid(draft, rows, separator) if rows else []
        if sum(len(cells) > 1 for cells in grid) < 2:
            continue
        if separator == "|":
            if not drawn and len(rows) < 3:
                continue
            _strike_strokes(draft, rows, drawn)
        header = sum(row.number < drawn[0].number for row in rows) if drawn else _header_rows(grid)
        above = lines[first - 1] if first and lines[first - 1].number not in taken else None
        _mark_table(draft, above, rows, grid, header)


def _mark_aligned(draft: Draft) -> None:
    """Mark the tables whose columns wide gaps part."""
    if "   " not in draft.text:
        return
    taken = inked_lines(draft, "fw", "note", "milestone", "byline", "table")
    lines = [line for line in draft.ink_lines if draft.has_ink(line)]
    for found in aligned_tables.find(lines, taken):
        grid = [
            [
                Cell(start, end, col, _FIGURES.fullmatch(draft.text[start:end]) is not None)
                for start, end, col in row
            ]
            for row in found.rows
        ]
        above = lines[found.first - 1] if found.first and lines[found.first - 1].number not in taken else None
        _mark_table(draft, above, lines[found.first : found.last], grid, _header_rows(grid))


def _runs(lines: tuple[Line, ...], taken: set[int]) -> Iterator[tuple[int, int, str]]:
    """The runs of adjacent lines that share a separator, as places in `lines`, with that separator."""
    start, kind, before = 0, "", -1
    for place, line in enumerate(lines):
        this = "" if line.number in taken else _separator(line.ink)
        if kind and (this != kind or line.number != before + 1):
            if place - start > 1:
                yield start, place, kind
            kind = ""
        if this and not kind:
            start, kind = place, this
        before = line.number
    if kind and len(lines) - start > 1:
        yield start, len(lines), kind


def _separator(ink: str) -> str:
    if "\t" in ink:
        return "\t"
    return "|" if ink.count("|") > 1 or (ink.startswith("|") and ink.endswith("|") and len(ink) > 2) else ""


def _grid(draft: Draft, rows: list[Line], separator: str) -> list[list[Cell]]:
    """The cells of each row, columns aligned."""
    split = [_split(draft, line, separator) for line in rows]
    inked = [sum(bool(piece[2]) for piece in pieces) for pieces in split]
    width = max(set(inked), key=inked.count)
    grid = []
    for pieces in split:
        # A trailing tab or an empty first cell makes a row wider than the table; only the first shifts it.
        while len(pieces) > width and not pieces[-1][2]:
            pieces.pop()
        while len(pieces) > width and not pieces[0][2]:
            pieces.pop(0)
        cells = [
            Cell(start, end, col, _FIGURES.fullmatch(ink) is not None)
            for col, (start, end, ink) in enumerate(pieces, 1)
            if ink
        ]
        grid.append(cells)
    return grid


def _split(draft: Draft, line: Line, separator: str) -> list[tuple[int, int, str]]:
    """The pieces of a line between separators: where their ink stands, and what of it shows."""
    pattern = _STROKE if separator == "|" else re.compile("\t")
    text, at, pieces = line.text, 0, []
    ends = [*(match.start() for match in pattern.finditer(text)), len(text)]
    for stop in ends:
        piece = text[at:stop]
        start = line.start + at + len(piece) - len(piece.lstrip())
        end = line.start + at + len(piece.rstrip())
        ink = visible(draft, start, end).strip() if start < end else ""
        pieces.append((start, max(start, end), ink))
        at = stop + 1
    if separator == "|":
        pieces = pieces[not pieces[0][2] and text.lstrip().startswith("|") :]
        if text.rstrip().endswith("|"):
            pieces.pop()
    return pieces


def _strike_strokes(draft: Draft, rows: list[Line], drawn: list[Line]) -> None:
    """Delete the drawn rule, and turn the strokes into tabs, or nothing at the ends of a line."""
    for line in drawn:
        draft.remove(line.ink_start, line.ink_end, RULE)
    for line in rows:
        for match in _STROKE.finditer(line.text):
            at = line.start + match.start()
            inner = line.ink_start < at < line.ink_end - 1
            draft.intervene(at, at + 1, "\t" if inner else "", RULE)


def _header_rows(grid: list[list[Cell]]) -> int:
    """How many rows stand before the first row of figures; none if the table has no such row."""
    for count, cells in enumerate(grid):
        beyond = [cell for cell in cells if cell.col > 1]
        if beyond and sum(cell.figures for cell in beyond) * 2 > len(beyond):
            return count
    return 0


def _mark_table(draft: Draft, above: Line | None, rows: list[Line], grid: list[list[Cell]], header: int) -> None:
    """Mark the table from its caption or first row to its last row."""
    caption = above if above and _is_caption(draft, above, rows[0]) else None
    end = grid[-1][-1].end if grid[-1] else rows[-1].ink_end
    draft.mark("table", (caption or rows[0]).ink_start, max(end, rows[-1].ink_end))
    if caption:
        draft.mark_lines("head", caption, caption)
    for place, (line, cells) in enumerate(zip(rows, grid, strict=True)):
        if cells:
            draft.mark_lines("row", line, line, role="label" if place < header else None)
        for cell in cells:
            draft.mark("cell", cell.start, cell.end, col=cell.col)


def _is_caption(draft: Draft, line: Line, row: Line) -> bool:
    if row.number - line.number > 3 or _separator(line.ink):
        return False
    ink = visible_ink(draft, line)
    return 0 < len(ink) <= 150 and (_CAPTION.match(ink) is not None or is_capitals(ink))
