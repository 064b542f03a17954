"""Two measures in one text: which of them is the text's, where about as many lines are set to the other.

Serves `measure`.  Displays that fill half of a book, or notes in smaller type that do, leave two widths in which
full lines come. What leads into something ends with a colon, short of any measure, and is text: so is the line
above it.

    so that he could no longer sleep for the noise of the wheel, and
    at last he wrote to his sister:                                      → the wider of the two is the text's
      “The wheel has stood since Lammas, and nobody
      will lend me a spade.”
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from build_edition.source import Line

_REACH = 1.09  # from the least to the most of full lines of one measure
_APART = 1.08  # times the narrower: what the wider is, at the least
_SOME, _MOST = 0.25, 0.55  # of the lines have the one width or the other, and so many have either
_SHORT = 0.85  # of the narrower: what the last line of a lead-in fills, at the most
_CLEARLY = 0.75  # of the lead-ins stand in text of one width


def of_text(lines: Sequence[Line], widths: Sequence[int], followed: Sequence[int]) -> list[int]:
    """The widths of full lines of the text among those `followed` by others; none where there is one measure."""
    ordered = sorted(followed)
    first = _densest(ordered, ordered)
    second = _densest([w for w in ordered if w < first[0] / _APART or w > first[1] * _APART], ordered)
    inside = [[w for w in ordered if low <= w <= high] for low, high in sorted((first, second))]
    shares = [len(part) / max(len(ordered), 1) for part in inside]
    if min(shares) < _SOME or sum(shares) < _MOST:
        return []
    narrow, wide = ((part[0], part[-1]) for part in inside)
    inked = [(line.ink, width) for line, width in zip(lines, widths, strict=True) if width]
    above = [
        width
        for (_, width), (ink, short) in pairwise(inked)
        if short < _SHORT * narrow[0] and ink.rstrip("—–-").endswith(":")
    ]
    in_wide = sum(wide[0] <= width <= wide[1] for width in above)
    in_narrow = sum(narrow[0] <= width <= narrow[1] for width in above)
    if not max(in_wide, in_narrow) > _CLEARLY * (in_wide + in_narrow):
        return []
    return inside[1] if in_wide > in_narrow else inside[0]


def _densest(among: Sequence[int], ordered: Sequence[int]) -> tuple[int, int]:
    """The least and the greatest of the widths that most lines share within the reach of one measure."""
    spans = ((width, int(width * _REACH)) for width in among)
    return max(
        spans, key=lambda span: bisect_right(ordered, span[1]) - bisect_left(ordered, span[0]), default=(0, 0)
    )
