"""Tables whose columns stand one under another, parted by runs of spaces, as `pdftotext -layout` keeps them.

Serves `tables`.  Looks for three or more lines near one another, each cut by wide gaps into the same number of
short pieces, three or more of them, whose columns do not overlap; two columns will do under a line that says
“Table 3 …”.  A line of the same block with fewer pieces belongs to it where each piece falls under one column:
so the second line of a header does.  Leaves alone lists, contents and chronologies (a number and a text), two
columns of prose, and prose spaced out.

     Year     Barges     Eels
     1801        210       35
     1802        230       40      ->  three rows of three cells
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_edition.source import Line

_PIECE = re.compile(r"\S+(?:\s{1,2}\S+)*")
_CAPTION = re.compile(r"\s*T(?i:able\s+(?:\d|[ivxlc]+\b))")
FEWEST = 3  # rows, and columns where no caption speaks for a table
WIDEST = 32.0  # characters in a piece, on average: columns of prose are wider


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table: the places of its lines among those given, and the pieces of each as (start, end, column)."""

    first: int
    last: int
    rows: tuple[tuple[tuple[int, int, int], ...], ...]


def find(lines: Sequence[Line], taken: set[int]) -> Iterator[Aligned]:
    """The tables among lines of ink, in order; `last` is the place after the last line."""
    start: int | None = None
    pieces: list[list[tuple[int, int]]] = []
    for place, line in enumerate(lines):
        here = [] if line.number in taken else [match.span() for match in _PIECE.finditer(line.text)]
        parted = start is not None and (line.number - lines[place - 1].number > 2 or "\f" in line.text)
        belongs = len(here) > 1 or (start is not None and len(here) == 1 and _is_under(here[0], pieces))
        if start is not None and (parted or not belongs):
            yield from _table(lines, start, pieces)
            start, pieces = None, []
        if belongs and len(here) > 1 and start is None:
            start = place
        if start is not None:
            pieces.append(here)
    if start is not None:
        yield from _table(lines, start, pieces)


def _is_under(piece: tuple[int, int], pieces: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Whether a lone piece stands under a column of the line before, right of the first."""
    above = pieces[-1]
    return len(above) > 1 and piece[0] > above[0][1] and piece[1] <= above[-1][1] + 4


def _table(lines: Sequence[Line], start: int, pieces: Sequence[Sequence[tuple[int, int]]]) -> Iterator[Aligned]:
    """The table that this run of lines is; none if it is none."""
    counts = Counter(len(row) for row in pieces if len(row) > 1)
    width, rows = max(counts.items(), key=lambda item: (item[1], item[0]))
    captioned = any(_CAPTION.match(line.text) for line in lines[max(start - 2, 0) : start])
    if rows < FEWEST - captioned or width < FEWEST - captioned:
        return
    full = [row for row in pieces if len(row) == width]
    columns = [(min(row[k][0] for row in full), max(row[k][1] for row in full)) for k in range(width)]
    if any(left[1] >= right[0] for left, right in pairwise(columns)):
        return
    lengths = [end - begin for row in full for begin, end in row]
    if sum(lengths) > WIDEST * len(lengths):
        return
    found = []
    for line, row in zip(lines[start:], pieces, strict=False):
        placed = _placed(row, columns)
        if placed is None:
            return
        found.append(tuple((line.start + begin, line.start + end, col) for begin, end, col in placed))
    yield Aligned(start, start + len(found), tuple(found))


def _placed(
    row: Sequence[tuple[int, int]], columns: Sequence[tuple[int, int]]
) -> list[tuple[int, int, int]] | None:
    """The pieces of a row with their columns, from 1; None where two claim one column or one lies under none."""
    placed: list[tuple[int, int, int]] = []
    for begin, end in row:
        shared = [min(end, right) - max(begin, left) for left, right in columns]
        most = max(shared)
        col = shared.index(most) + 1
        if most <= -3 or (placed and col <= placed[-1][2]):
            return None
        placed.append((begin, end, col))
    return placed
