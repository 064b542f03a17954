"""The space between lines: how much is usual, and where there is so much more that the printer left some.

What is usual is learnt from the text, on each page anew where it has enough lines, for some printers stretch a
page to its foot; lines of smaller type stand closer, and are compared with each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from build_edition.readers.upright import Row, Upright

_SMALL = 0.94  # of the text's size: what is smaller is set closer
_LARGE = 1.12  # and what is larger, wider
_ENOUGH = 8  # pairs of lines that tell what is usual
_MORE = 0.22  # of the usual space: what stands so much farther apart is parted
_SPREADS = 4.0  # and so many times farther than lines commonly vary
_WIDEST = 0.5  # of the usual space: so much farther they are parted in any case
_FARTHEST = 1.3  # times the densest space: what may be a page stretched to its foot
_MOST = 4  # blank lines at a place, as programs that read PDFs have it


class Leading:
    """What is usual between the feet of two lines of a text."""

    def __init__(self, pages: Sequence[Upright]) -> None:
        self._of_text, self._spread = _usual([gap for page in pages for gap in _gaps(page, _is_text)])
        small = [gap for page in pages for gap in _gaps(page, _is_small)]
        self._of_small = median(small) if len(small) >= _ENOUGH else 0.0

    def blanks(self, page: Upright) -> dict[int, int]:
        """How many blank lines stand above the rows of a page, by their places; none above the first."""
        own, _ = _usual(list(_gaps(page, _is_text)))
        usual = own if self._of_text < own <= _FARTHEST * self._of_text else self._of_text
        more = min(max(_MORE * usual, _SPREADS * self._spread), _WIDEST * usual)
        placed = [(place, row) for place, row in enumerate(page.rows) if row]
        found = {}
        for (_, above), (place, row) in pairwise(placed):
            expected = self._expected(above, row, usual)
            gap = row.foot - above.foot
            if expected and gap >= expected + more:
                found[place] = min(_MOST, max(1, round(gap / expected) - 1))
        return found

    def _expected(self, above: Row, row: Row, usual: float) -> float:
        sizes = above.size or 1.0, row.size or 1.0
        if _is_small(above) and _is_small(row):
            return self._of_small or usual * max(sizes)
        return usual * max(sizes) if max(sizes) > _LARGE else usual


def _is_text(row: Row) -> bool:
    return row.size is None or _SMALL <= row.size <= _LARGE


def _is_small(row: Row) -> bool:
    return row.size is not None and row.size < _SMALL


def _gaps(page: Upright, among: object) -> Iterator[float]:
    """The space between each line and the next below it, of those that are of a kind."""
    for above, row in pairwise(page.placed):
        if (
            callable(among)
            and among(above)
            and among(row)
            and above.column == row.column
            and row.foot > above.foot
        ):
            yield row.foot - above.foot


def _usual(gaps: Sequence[float]) -> tuple[float, float]:
    """The middle of the closest half of the gaps, and how far they lie about it; zeros where they are too few."""
    ordered = sorted(gaps)
    half = len(ordered) // 2
    if len(ordered) < _ENOUGH:
        return 0.0, 0.0
    start = min(range(len(ordered) - half), key=lambda at: ordered[at + half] - ordered[at])
    inside = ordered[start : start + half + 1]
    return inside[half // 2], (inside[-1] - inside[0]) / 4
