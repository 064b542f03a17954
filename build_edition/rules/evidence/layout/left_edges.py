"""The left edge: how far each line of a text that keeps its indents stands right of its page's margin.

Serves `blocks` and `displays`.  Each page of a scan or a PDF has its own margin, so a line is measured against
the page it stands on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.folios import Folios
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.source import Line

INDENT = 2  # spaces from which an indent is one
_FEWEST = 0.03  # of the lines are indented, in a text that keeps its indents
_MOST = 0.7  # and so many are not
_FULL_PAGE = 12  # lines that tell how wide a page is set
_NARROW_PAGE = 0.9  # of the usual width, that one which is all display does not reach
_FULL = (0.93, 1.05)  # of the measure: how wide a full line of the text is
_NARROW = (0.8, 0.95)  # of the measure: what most lines of a page of display exceed, and none
_FOOT = 12  # lines below the last page's text that may hold its folio
_TELLING = 3  # such lines show where a page's margin is
_OF_TEXT = 0.25  # of the lines at a page's edge: as many are so wide, if they are the text's


def openings_of(draft: Draft, live: Sequence[Line]) -> set[int]:
    """The numbers of the live lines that begin a page: those marked, and those first after a form feed."""
    openings = {draft.source.line_number(mark.start) for mark in draft.marks("pb")}
    feed = draft.text.find("\f")
    for line in live:
        if 0 <= feed < line.ink_start:
            openings.add(line.number)
            feed = draft.text.find("\f", line.ink_start)
    return openings


def shifts_of(
    live: Sequence[Line], openings: set[int], measure: Measure, folios: Folios | None = None
) -> list[int]:
    """How far each line stands right of its page's left edge; 0 everywhere in a text without indents.

    `openings` are the numbers of the lines that begin a page; `folios` may tell of pages that are all display.
    """
    indents = [line.indent - line.text.count("\f") if line.indent else 0 for line in live]
    if sum(indent >= INDENT for indent in indents) < max(_FEWEST * len(live), 1):
        return [0] * len(live)
    pages: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(live) + 1):
        if index == len(live) or live[index].number in openings:
            pages.append((start, index))
            start = index
    edges = [min(indents[start:end]) for start, end in pages]
    rights = [max(len(line.text.rstrip()) for line in live[start:end]) for start, end in pages]
    edge, right = median(edges), median(rights)
    limits = [*(live[start].number for start, _ in pages[1:]), live[-1].number + _FOOT]
    feet = [
        (live[end - 1].number, limit, widest)
        for (_, end), limit, widest in zip(pages, limits, rights, strict=True)
    ]
    moves = folios.moves(feet) if folios else [0] * len(pages)
    stood_in = _usual_inset(indents, pages, edges)
    shifts: list[int] = []
    for (start, end), own, widest, moved in zip(pages, edges, rights, moves, strict=True):
        left = own
        if moved and end - start >= _FULL_PAGE and widest < right:
            left = own - moved
        elif not _has_text_at(live[start:end], indents[start:end], own, measure, _OF_TEXT):
            # A page that is all display has the left edge of others' displays, and its right edge is not moved;
            # or it has lost its left margin, and as much is lacking on the right again, or, in smaller type, its
            # lines hold more than the text's, or less, as no page of text would.
            is_mostly = end - start >= _FULL_PAGE and _is_mostly(indents[start:end], own)
            if own - edge >= INDENT and widest <= right + 1:
                left = int(edge)
            elif is_mostly and widest < _NARROW_PAGE * right:
                left = own - int(right - widest) // 2
            elif _is_small(live[start:end], indents[start:end], own, measure) and not _has_text_at(
                live[start:end], indents[start:end], own, measure
            ):
                left = own - INDENT
            elif stood_in and is_mostly and _is_all_narrow(live[start:end], measure):
                left = own - stood_in
        shifts.extend(indent - left for indent in indents[start:end])
    indented = sum(shift >= INDENT for shift in shifts)
    return shifts if _FEWEST * len(live) <= indented <= _MOST * len(live) else [0] * len(live)


def _usual_inset(indents: Sequence[int], pages: Sequence[tuple[int, int]], edges: Sequence[int]) -> int:
    """How far lines commonly stand in below others that stand in as far; 0 where few do."""
    seen = Counter(
        here - edge
        for (start, end), edge in zip(pages, edges, strict=True)
        for above, here in pairwise(indents[start:end])
        if above == here >= edge + INDENT
    )
    inset, times = max(seen.items(), key=lambda item: item[1], default=(0, 0))
    return inset if times >= _FULL_PAGE else 0


def _is_all_narrow(page: Sequence[Line], measure: Measure) -> bool:
    """Whether the lines of a page are of one measure that is narrower than the text's."""
    widths = [measure.width(line) / measure.full for line in page]
    least, most = _NARROW
    return max(widths) < most and 2 * sum(width > least for width in widths) > len(widths)


def _is_mostly(indents: Sequence[int], edge: int) -> bool:
    """Whether most lines of a page begin at `edge`, so that all of it may be one display."""
    return 2 * sum(indent <= edge + 1 for indent in indents) > len(indents)


def _has_text_at(
    page: Sequence[Line], indents: Sequence[int], edge: int, measure: Measure, share: float = 0.0
) -> bool:
    """Whether several lines that begin at `edge`, and this share of all that do, are as wide as the text's."""
    narrowest, widest = (part * measure.full for part in _FULL)
    at_edge = [measure.width(line) for line, indent in zip(page, indents, strict=True) if indent <= edge + 1]
    return sum(narrowest <= width <= widest for width in at_edge) >= max(_TELLING, share * len(at_edge))


def _is_small(page: Sequence[Line], indents: Sequence[int], edge: int, measure: Measure) -> bool:
    """Whether most lines that begin at `edge` hold more than a full line of the text does."""
    at_edge = [line for line, indent in zip(page, indents, strict=True) if indent <= edge + 1]
    wide = sum(measure.width(line) > _FULL[1] * measure.full for line in at_edge)
    return wide >= _TELLING and wide * 2 > len(at_edge)
