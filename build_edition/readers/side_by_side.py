"""Whether the columns of a text's pages stand beside each other on its lines, as `pdftotext -layout` leaves them.

Then every line runs from one column into the next, and no rule can mend that. A page is so set where few of its
lines have a letter on some gutter near its middle, and many have words on the left of it and many on the right.
"""

from __future__ import annotations

import re
from itertools import islice

_PARTED = re.compile(r"\S {3,}\S")
_PIECE = re.compile(r"\S+(?: {1,2}\S+)*")
_PAGE = 60  # lines, where a text has no form feeds
_FEWEST = 12  # lines of a page that tell
_CROSSING = 0.08  # of its lines, at the most, have ink on the gutter
_BESIDE = 0.35  # of them, at the least, have words on each side
_MIDDLE = (0.3, 0.7)  # of the page's width, where the gutter is looked for
_WORDS = 3  # of a line in a column; a cell of a table has fewer
_PAGES = 0.3  # of the pages, at the least, so that a text with an index or a table is not taken for one

Piece = tuple[int, int, int]  # where it begins and ends on its line, and how many words it has


def stands_side_by_side(text: str) -> bool:
    """Whether many pages of a text show two columns beside each other."""
    if sum(1 for _ in islice(_PARTED.finditer(text), _FEWEST)) < _FEWEST:
        return False
    told = set_so = 0
    for page in _pages(text):
        lines = [_pieces(line) for line in page if not line.isspace()]
        if len(lines) >= _FEWEST:
            told += 1
            set_so += _has_gutter(lines)
    return set_so > _PAGES * told


def _pages(text: str) -> list[list[str]]:
    if "\f" in text:
        return [page.split("\n") for page in text.split("\f")]
    lines = text.split("\n")
    return [lines[at : at + _PAGE] for at in range(0, len(lines), _PAGE)]


def _pieces(line: str) -> list[Piece]:
    return [(match.start(), match.end(), match[0].count(" ") + 1) for match in _PIECE.finditer(line)]


def _has_gutter(lines: list[list[Piece]]) -> bool:
    width = max((line[-1][1] for line in lines if line), default=0)
    inked = [0] * (width + 1)  # first where ink begins and ends, then their sum: how many lines have ink there
    for line in lines:
        for start, end, _ in line:
            inked[start] += 1
            inked[end] -= 1
    for at in range(1, width + 1):
        inked[at] += inked[at - 1]
    first, last = (int(share * width) for share in _MIDDLE)
    gutter = min(range(first, last + 1), key=inked.__getitem__)
    if inked[gutter] > _CROSSING * len(lines):
        return False
    left = sum(any(end <= gutter and words >= _WORDS for _, end, words in line) for line in lines)
    right = sum(any(start >= gutter and words >= _WORDS for start, _, words in line) for line in lines)
    return min(left, right) >= _BESIDE * len(lines)
