"""Two columns run into one: where the second begins, when the space between them is lost.

Serves `figures`, which marks the rows.  A cell begins with a capital; so where each row has, after its first word,
a word with a capital, and most rows have but one, the second column begins there.  No cell ends in an article or
a preposition.  A row with several such words is parted only where both of its parts stand in the text near by.
Leaves alone rows of which any has no such word, and one whose words do not tell.

    Old mill Steam mill
    Running water Coal          ->  Old mill | Steam mill, Running water | Coal
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_edition.source import Line

_BEGINS = re.compile(r"(?<=\S)\s+(?=[“‘\"'(\[]?[^\W\d_a-zß-öø-ÿ]\S*)")
_FUNCTION_WORD = 3  # letters: what is so short and small ends no cell
_NEAR = 20_000  # characters on either side in which the words of a head may stand
_MOST = 0.7  # of the rows are to be parted


def parted(text: str, rows: Sequence[Line]) -> list[tuple[int, int] | None]:
    """For each row where its first cell ends and its second begins, if it tells; none for any if few rows do."""
    places = [_places(row) for row in rows]
    alone = sum(len(found) == 1 for found in places)
    if not all(places) or alone < 2 or alone * 2 < len(rows):
        return [None] * len(rows)
    start, end = rows[0].start, rows[-1].end
    near = " ".join(f"{text[max(0, start - _NEAR) : start]} | {text[end : end + _NEAR]}".casefold().split())
    cuts = [_cut(row, found, near) for row, found in zip(rows, places, strict=True)]
    return cuts if sum(cut is not None for cut in cuts) >= _MOST * len(rows) else [None] * len(rows)


def _places(row: Line) -> list[tuple[int, int]]:
    """Where a second cell may begin on this row: the end of what is before, and the begin of what is after."""
    found = []
    for match in _BEGINS.finditer(row.text, row.ink_start - row.start):
        before = row.text[: match.start()].split()[-1]
        if len(before) > _FUNCTION_WORD or not before.islower():
            found.append((row.start + match.start(), row.start + match.end()))
    return found


def _cut(row: Line, places: Sequence[tuple[int, int]], near: str) -> tuple[int, int] | None:
    if len(places) == 1:
        return places[0]
    near = near.replace(_ink(row, row.ink_start, row.ink_end), "|")  # as in another table with this head
    told = [
        (end, begin)
        for end, begin in places
        if _ink(row, row.ink_start, end) in near and _ink(row, begin, row.ink_end) in near
    ]
    return told[0] if len(told) == 1 else None


def _ink(row: Line, start: int, end: int) -> str:
    return " ".join(row.text[start - row.start : end - row.start].casefold().split())
