"""Folios in the middle of the foot: they tell how far the text of a page was moved to the left.

Serves `left_edges`.  A reader of PDFs sets the leftmost line of each page at its left edge. Where a display fills
the page, nothing else shows that it stood in; but its folio was in the middle of the text's measure, so now there
is less text to the left of it than to the right.

    The wheel has stood since Lammas, and no one       → moved by eight columns, if the folios of the
    has lent the miller a spade or a bucket yet.         other pages stand in the middle of the text
                      30
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from statistics import median

from build_edition.rules.draft import Draft

_INWARD = 6  # columns from which a folio is not at the left margin
_FEWEST = 6  # pages that tell whether folios stand in the middle
_ASTRAY = 3  # columns by which the text may reach farther on one side of its folio than it does on most pages
_MOST = 0.8  # of the pages, where it does not, but for those whose lines are short


class Folios:
    """The folios that nothing else stands beside."""

    def __init__(self, draft: Draft) -> None:
        lines = [draft.source.line_at(mark.start) for mark in draft.marks("fw")]
        found = [line for line in lines if line.indent >= _INWARD and line.ink.strip("[]()—–- ").isdecimal()]
        self._numbers = [line.number for line in found]
        self._twice_middle = [2 * line.indent + len(line.ink) for line in found]

    def moves(self, pages: Sequence[tuple[int, int, int]]) -> list[int]:
        """How many columns each page's text was moved to the left; 0 where that is little or unknown.

        A page is given as the number of its last line, that of the next page's first, and its right edge.
        """
        moves = [self._lacking(*page) for page in pages]
        known = [move for move in moves if move is not None]
        usual = median(known) if known else 0
        steady = sum(abs(move - usual) <= _ASTRAY for move in known)
        moved = sum(move - usual > _ASTRAY for move in known)
        if (
            len(known) < _FEWEST
            or abs(usual) > _INWARD
            or steady < _MOST * (steady + moved)
            or steady * 2 < len(known)
        ):
            return [0] * len(pages)
        return [move if move is not None and move - usual > _ASTRAY else 0 for move in moves]

    def _lacking(self, last: int, following: int, right: int) -> int | None:
        """How much less text stands left than right of the folio at a page's foot, if it has one."""
        at = bisect_left(self._numbers, last)
        if at == len(self._numbers) or self._numbers[at] >= following:
            return None
        return right - self._twice_middle[at]
