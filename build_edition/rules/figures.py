"""Figures whose captions alone are left, and small tables of which only the rows' words are left.

Looks for: a block that begins "Figure 2.1 A title", "Table 3. A title", and is no longer than a caption; it
is marked `figure` with its `label`. And for three or more single lines, parted by blank lines, that a colon
introduces and that end without punctuation: the rows of a table or scheme whose columns are lost, but for what
their capitals tell (`floats.lost_columns`). They are
marked `table`, `row` and `cell`, with `cert="low"`, for it may as well be a list. A caption with a key about
it is `floats.figure_keys`'.
Leaves alone: "Figure 2.1 shows that …" and other prose, and rows that nothing introduces.

    Figure 3.2 The mill and its wheels, seen from       → figure label="Figure 3.2"
    the river.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.floats.figure_keys import mark_key
from build_edition.rules.evidence.floats.lost_columns import parted
from build_edition.rules.evidence.layout.blocks import Block, blocks
from build_edition.rules.evidence.layout.measure import Measure, measure_of, without_note
from build_edition.rules.evidence.lines.shape import inked_lines, visible_ink
from build_edition.source import Line

_CAPTION = re.compile(
    r"(?P<label>(?i:Figure|Fig\.|Table|Plate|Map|Chart|Diagram|Scheme|Graph|Illustration|Exhibit)\s+"
    r"(?:\d{1,3}(?:[.–-]\d{1,3})?[a-z]?|[IVXL]{1,6}))(?:[.:]\s|\s(?=[^\W\d_a-zß-ÿ]|[“‘\"]))"
)
_LONGEST = 5  # lines of a caption
LONGEST_CAPTION = 300  # characters of a caption on one line
_FEWEST = 3  # rows of a table
_GAP = re.compile(r"\s+=\s+|\s{3,}|\t")
_MARKER = re.compile(r"[•●▪◦■□‣*–—-]\s?|\(?(?:\d{1,2}|[a-z])[).]\s")


def apply(draft: Draft) -> None:
    """Mark captions and rows."""
    if draft.layout != "book":
        _mark_unwrapped(draft)
        return
    measure = measure_of(draft.source)
    pieces = blocks(draft, "fw", "table", "floatingText", "note", "figure")
    captions = _captions(pieces)
    index = 0
    while index < len(pieces):
        block = pieces[index]
        after = mark_key(draft, pieces, index, captions, measure)
        if after > index:
            index = after
            continue
        if index in captions:
            draft.mark_lines("figure", block.first, block.last, label=captions[index])
        rows = _rows(pieces, index, measure)
        if rows:
            _mark_table(draft, [row.first for row in rows])
        index += len(rows) or 1


def _mark_unwrapped(draft: Draft) -> None:
    """Mark the lines of unwrapped text that are captions of pictures; one over a table belongs to it."""
    if _CAPTION.search(draft.text) is None:
        return
    taken = inked_lines(draft, "fw", "table", "figure", "milestone", "note", "byline", "head")
    for line in draft.ink_lines:
        if line.number in taken or len(line.ink) > LONGEST_CAPTION or not draft.has_ink(line):
            continue
        match = _CAPTION.match(visible_ink(draft, line))
        if match and not match["label"].lower().startswith("table"):
            draft.mark_lines("figure", line, line, label=" ".join(match["label"].split()))


def _captions(pieces: Sequence[Block]) -> dict[int, str]:
    """The label of each block that is a caption."""
    found = {}
    for index, block in enumerate(pieces):
        caption = _CAPTION.match(block.ink) if len(block.lines) <= _LONGEST else None
        if caption and block.ink[0].isupper():
            found[index] = " ".join(caption["label"].split())
    return found


def _rows(pieces: Sequence[Block], index: int, measure: Measure) -> Sequence[Block]:
    """The blocks from `index` on that are rows of one table."""
    if not index or not pieces[index - 1].last.ink.endswith(":"):
        return ()
    end = index
    while end < len(pieces) and _is_row(pieces[end], measure):
        end += 1
    return pieces[index:end] if end - index >= _FEWEST else ()


def _is_row(block: Block, measure: Measure) -> bool:
    """Whether a block is one short line that ends without punctuation."""
    ink = block.ink
    if len(block.lines) > 1 or not block.gap or measure.inset(block.first) < 0.1 or _MARKER.match(ink):
        return False
    bare = without_note(ink)
    return not bare.endswith((".", ",", ";", ":", "?", "!", "…")) and (ink[0].isupper() or ink[0].isdigit())


def _mark_table(draft: Draft, rows: Sequence[Line]) -> None:
    """Mark the table, its rows, and cells where an equals sign, a wide gap or two columns' capitals part them."""
    draft.mark_lines("table", rows[0], rows[-1], cert="low")
    gaps = [
        [(row.start + m.start(), row.start + m.end()) for m in _GAP.finditer(row.text.rstrip())] for row in rows
    ]
    if not any(gaps):
        gaps = [[cut] if cut else [] for cut in parted(draft.text, rows)]
    for row, between in zip(rows, gaps, strict=True):
        draft.mark("row", row.ink_start, row.ink_end)
        start = row.ink_start
        for end, after in between:
            if end > start:
                draft.mark("cell", start, end)
                start = after
        draft.mark("cell", start, row.ink_end)
