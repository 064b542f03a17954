"""Labels that an OCR program took for a column of their own.

They are the numbers of notes and items in the margin, raised ones too, and those of pages at the right of a list
of contents.

Where every label of such a run has a line of the same row at its right, later in the reading order, the two are
one line, as they are in print; so it is where every number of a run has one at its left, earlier, and where a
raised figure hangs just before a line, earlier or later. Of two blocks beside each other no order of the file
says that the one comes after the other: they were one.

    4.
    5.                  ->  4.   See the weavers’ petition.
    See the weavers’ …      5.   The deed, p. 3.
    The deed, p. 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from build_edition.readers.upright import Row, Upright

_LABEL = re.compile(r"[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxlcIVXLC]{1,5})[.)\]]{1,2}|[•·▪–—*+-]")
_RAISED = re.compile(r"\d{1,3}|[*†‡§¶]{1,3}")
_SMALL = 0.85  # of the height of a line: a raised figure before it
_NUMBER = re.compile(r"\d{1,4}|[ivxlc]{1,6}")
_ROW = 0.4  # of the higher line's height: what stands so near in height is on one row
_FARTHEST = 6.0  # heights of a label between it and its line
_FEWEST = 2  # numbers that make a column
_NEARBY = 80  # lines among which a label's is sought

Beside = Callable[[Row, Row], bool]


def with_labels(pages: Sequence[Upright]) -> None:
    """Put each label to its line."""
    for page in pages:
        _join_runs(page, _LABEL, 1, _stands_before, ahead=True)
        _join_raised(page)
        _join_runs(page, _NUMBER, _FEWEST, _stands_after, ahead=False)


def _join_runs(page: Upright, form: re.Pattern[str], fewest: int, beside: Beside, *, ahead: bool) -> None:
    """Join every run of lines that are a single word of a form with the lines beside them."""
    start = 0
    while start < len(page.rows):
        end = start
        while end < len(page.rows) and _is_alone(page.rows[end], form):
            end += 1
        among = range(end, min(len(page.rows), end + _NEARBY)) if ahead else range(max(0, start - _NEARBY), start)
        pairs = _pairs(page, range(start, end), among, beside) if end - start >= fewest else []
        for place, other in pairs:
            _join(page, *((place, other) if ahead else (other, place)), into=other)
        if pairs:
            del page.lines[start:end], page.rows[start:end], page.opens[start:end]
        else:
            start = end + 1


def _join_raised(page: Upright) -> None:
    """Put each raised figure that is a line of its own to the line it hangs before, wherever that was read."""
    for place in reversed(range(len(page.rows))):
        figure = page.rows[place]
        if figure is None or not _is_alone(figure, _RAISED):
            continue
        near = range(max(0, place - _NEARBY), min(len(page.rows), place + _NEARBY))
        others = ((k, page.rows[k]) for k in near if k != place)
        found = next((k for k, row in others if row and _hangs_before(figure, row)), None)
        if found is not None:
            _join(page, place, found, into=found)
            del page.lines[place], page.rows[place], page.opens[place]


def _is_alone(row: Row | None, form: re.Pattern[str]) -> bool:
    return row is not None and len(row.line.words) == 1 and form.fullmatch(row.line.words[0].text) is not None


def _pairs(page: Upright, labels: range, among: range, beside: Beside) -> list[tuple[int, int]]:
    """Each label with its line, both in order; none where one has no line."""
    pairs: list[tuple[int, int]] = []
    after = among.start
    for place in labels:
        label = page.rows[place]
        others = ((k, page.rows[k]) for k in range(after, among.stop))
        found = next((k for k, row in others if label and row and row.line.words and beside(label, row)), None)
        if found is None:
            return []
        pairs.append((place, found))
        after = found + 1
    return pairs


def _join(page: Upright, first: int, second: int, *, into: int) -> None:
    """Put the words of two lines together, the first before the second, in the place of one of them."""
    left, right = page.rows[first], page.rows[second]
    if left and right:
        kept = page.rows[into] or left
        line = replace(kept.line, words=[*left.line.words, *right.line.words])
        page.lines[into] = line
        page.rows[into] = replace(
            kept, line=line, box=left.box.with_(right.box), left=left.left, right=max(left.right, right.right)
        )


def _stands_before(label: Row, row: Row) -> bool:
    """Whether a label stands just at the left of a line."""
    near = row.left - label.right <= _FARTHEST * max(label.box.height, row.box.height)
    return row.left >= label.right and near and _on_one_row(label, row)


def _hangs_before(figure: Row, row: Row) -> bool:
    """Whether a small figure hangs at the upper left of a line."""
    near = 0 <= row.left - figure.right <= max(figure.box.height, row.box.height)
    within = row.box.top < figure.box.bottom < row.box.bottom
    return near and within and figure.box.height <= _SMALL * row.box.height


def _stands_after(number: Row, row: Row) -> bool:
    """Whether a number stands at the right of a line, however far."""
    return number.left >= row.right and _on_one_row(number, row)


def _on_one_row(row: Row, other: Row) -> bool:
    return abs(row.foot - other.foot) <= _ROW * max(row.box.height, other.box.height)
