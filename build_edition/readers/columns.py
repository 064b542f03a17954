"""The columns of a page, and their left edges: what an indent is measured from.

A page has two columns where few lines cross a gutter and many stand on either side of it, at the same heights. The
left edge of a column is the first place from the left where several lines begin, so that a stray letter in the
margin does not move it. A page that is all display begins farther in than the others of its side of the leaf, and
is narrower: there the edge is taken from where its text would have stood.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import median

from build_edition.readers.upright import Row, Upright

_CROSSING = 0.1  # of the lines, at the most, cross a gutter
_BESIDE = 0.15  # and so many, at the least, stand on either side
_FEWEST = 4  # lines of a column
_SHARED = 0.5  # of the height of the shorter column is shared by the other
_MOST = 6  # columns of a page
_ALIKE = 0.7  # of a character: lines that begin so near begin at one edge
_SEVERAL = 0.08  # of a column's lines make an edge
_FULL = 12  # lines of a page that tell how wide it is set
_INSET = 2.0  # characters from which a line stands in


def set_in_columns(pages: Sequence[Upright]) -> None:
    """Say of each row in which column it stands, and how far it stands in from that column's edge."""
    for page in pages:
        for column, rows in enumerate(_columns(page.placed, _MOST)):
            for row in rows:
                row.column = column
    edges = [_edges(page) for page in pages]
    _settle(pages, edges)
    for page, known in zip(pages, edges, strict=True):
        for row in page.placed:
            row.shift = max(0.0, row.left - known[row.column])
            row.reach = row.right - known[row.column]


def _columns(rows: Sequence[Row], most: int) -> list[list[Row]]:
    """The rows of each column, from the left; what crosses a gutter belongs to the first."""
    gutter = _gutter(rows) if most > 1 else None
    if gutter is None:
        return [list(rows)]
    right = [row for row in rows if row.left >= gutter]
    left = [row for row in rows if row.right <= gutter]
    crossing = [row for row in rows if row.left < gutter < row.right]
    first, *others = _columns(left, most - 1)
    return [[*first, *crossing], *others, *_columns(right, most - 1)]


def _gutter(rows: Sequence[Row]) -> float | None:
    """Where two columns part, if they do."""
    if len(rows) < 2 * _FEWEST:
        return None
    lefts, rights = sorted(row.left for row in rows), sorted(row.right for row in rows)
    least = max(_FEWEST, _BESIDE * len(rows))
    best: tuple[int, float] | None = None
    for at in lefts[_FEWEST:]:
        before, after = bisect_right(rights, at), len(rows) - bisect_left(lefts, at)
        crossing = len(rows) - before - after
        if min(before, after) < least or crossing > _CROSSING * len(rows) or (best and crossing >= best[0]):
            continue
        if _stand_beside([r for r in rows if r.right <= at], [r for r in rows if r.left >= at]):
            best = crossing, at
    return best[1] if best else None


def _stand_beside(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether two groups of rows stand at the same heights."""
    tops = [min(row.foot for row in rows) for rows in (left, right)]
    feet = [max(row.foot for row in rows) for rows in (left, right)]
    shorter = min(foot - top for foot, top in zip(feet, tops, strict=True))
    return shorter > 0 and min(feet) - max(tops) >= _SHARED * shorter


def _edges(page: Upright) -> dict[int, float]:
    """The left edge of each column of a page."""
    lefts: dict[int, list[float]] = {}
    for row in page.placed:
        lefts.setdefault(row.column, []).append(row.left)
    return {column: _edge(sorted(found), page.unit) for column, found in lefts.items()}


def _edge(lefts: Sequence[float], unit: float) -> float:
    """The first place from the left where several lines begin."""
    enough = max(2, round(_SEVERAL * len(lefts)))
    for at, left in enumerate(lefts):
        alike = bisect_right(lefts, left + _ALIKE * unit) - at
        if alike >= min(enough, len(lefts)):
            return median(lefts[at : at + alike])
    return lefts[0]


def _settle(pages: Sequence[Upright], edges: Sequence[dict[int, float]]) -> None:
    """Move the edge of pages of one column that are all display to where the text's would have been."""
    for side in (0, 1):
        own = [
            (page, edge, page.placed)
            for page, edge in zip(pages[side::2], edges[side::2], strict=True)
            if len(edge) == 1 and len(page.placed) >= _FULL and page.unit
        ]
        if len(own) < _FEWEST:
            continue
        usual_edge = median(edge[0] for _, edge, _ in own)
        usual_right = median(max(row.right for row in rows) for _, _, rows in own)
        for page, edge, rows in own:
            right = max(row.right for row in rows)
            inset = edge[0] - usual_edge
            if inset >= _INSET * page.unit and right <= usual_right + page.unit:
                edge[0] = usual_edge
