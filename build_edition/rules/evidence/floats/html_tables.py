"""Tables in HTML, as vision models and converters write them: `<table>` with `<tr>` and `<td>` or `<th>`.

Serves `tables`.  The tags themselves are deleted by `emphasis`; here `table`, `row` and `cell` (with `col`, a
`colspan` counted) are laid on what stands between them.  A row all of whose cells are `<th>` is a header
(`role="label"`), and a `<caption>` is a `head`.  Leaves alone a table without cells, and one never closed.

    <tr><th>Year</th><th>Hens</th></tr>
    <tr><td>1801</td><td>20</td></tr>       ->  two rows of two cells, the first role=label
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import inked_lines

_TABLE = re.compile(r"<(?P<close>/?)table\b[^<>]{0,300}>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^<>]{0,300}>", re.IGNORECASE)
_CELL = re.compile(r"<(?P<kind>t[dh])\b(?P<attributes>[^<>]{0,300})>", re.IGNORECASE)
_CELL_END = re.compile(r"</?(?:t[dhr]|table|thead|tbody|tfoot)\b[^<>]{0,300}>", re.IGNORECASE)
_CAPTION = re.compile(r"<caption\b[^<>]{0,300}>(?P<inner>[^<]{1,500})</caption\s*>", re.IGNORECASE)
_SPAN = re.compile(r"colspan\s*=\s*[\"']?(?P<n>\d{1,2})", re.IGNORECASE)

_Cell = tuple[int, int, int, bool]  # start and end of its ink, column, whether it heads


def mark(draft: Draft) -> None:
    """Mark every HTML table."""
    spoken_for = sorted(inked_lines(draft, "note", "byline", "dateline"))
    opened: int | None = None
    for tag in _TABLE.finditer(draft.text):
        if not tag["close"]:
            opened = tag.end()
        elif opened is not None:
            first, last = draft.source.line_number(opened), draft.source.line_number(tag.start())
            if bisect_left(spoken_for, first) == bisect_right(spoken_for, last):
                _mark_table(draft, opened, tag.start())
            opened = None


def _mark_table(draft: Draft, start: int, end: int) -> None:
    openings = [match.end() for match in _ROW.finditer(draft.text, start, end)]
    rows = [_cells(draft, first, after) for first, after in pairwise([*openings, end])]
    rows = [cells for cells in rows if cells]
    if not rows:
        return
    caption = _CAPTION.search(draft.text, start, openings[0])
    title = _ink(draft, caption.start("inner"), caption.end("inner")) if caption else None
    draft.mark("table", (title or rows[0][0])[0], rows[-1][-1][1])
    if title:
        draft.mark("head", *title)
    for cells in rows:
        heads = all(heading for _, _, _, heading in cells)
        draft.mark("row", cells[0][0], cells[-1][1], role="label" if heads else None)
        for first, after, col, _ in cells:
            draft.mark("cell", first, after, col=col)


def _cells(draft: Draft, start: int, end: int) -> list[_Cell]:
    """The cells of a row that show ink."""
    cells: list[_Cell] = []
    col = 1
    for match in _CELL.finditer(draft.text, start, end):
        closing = _CELL_END.search(draft.text, match.end(), end)
        ink = _ink(draft, match.end(), closing.start() if closing else end)
        if ink:
            cells.append((*ink, col, match["kind"].lower() == "th"))
        span = _SPAN.search(match["attributes"])
        col += int(span["n"]) if span else 1
    return cells


def _ink(draft: Draft, start: int, end: int) -> tuple[int, int] | None:
    """What between `start` and `end` is still shown, from its first to after its last inked character."""
    shown = [k for k in range(start, end) if not draft.text[k].isspace() and not draft.is_deleted(k, k + 1)]
    return (shown[0], shown[-1] + 1) if shown else None
