"""The pieces of a page among which headings are looked for: blocks, with centred lines together.

Serves `headings`.  A block ends where the left edge moves, so a title centred over several lines falls apart into
as many blocks; here its lines are one piece again.  A heading set tight upon its text is parted from it
(`upon`).  Centring is told only by a text that keeps its indents (`centring`).

          The miller
        and all his kin      -> one piece, centred
        of the valley
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.headings.amid import Amid, Span
from build_edition.rules.evidence.headings.centring import OFF, STANDS_IN, Page, left_of
from build_edition.rules.evidence.headings.counted import Counted
from build_edition.rules.evidence.headings.large_type import large_lines
from build_edition.rules.evidence.headings.upon import Upon, comes_back
from build_edition.rules.evidence.headings.wording import ends_finished, is_over_numbered
from build_edition.rules.evidence.layout.blocks import Block
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure

_MOST = 6  # lines of a title
_ROOM = 0.85  # of the measure: a line with room for another word there ended by will


@dataclass(frozen=True)
class Piece(Block):
    """A block, and how it is set.

    `centred` is None where it is too wide to show, or stands in as a paragraph does; `tight` says that its text
    follows at once; `begins` that there is space above it, or a display that ends there; `told` that its own lines
    and those about it leave no doubt that it is a heading; `atop` that it opens its page over space, in several
    lines that end by will.
    """

    centred: bool | None = False
    tight: bool = False
    begins: bool = True
    told: bool = False
    counted: bool = False
    large: bool = False
    atop: bool = False


def pieces_of(draft: Draft, blocks: Sequence[Block], measure: Measure) -> list[Piece]:
    """The pieces that these blocks make, in order."""
    page = Page(draft, blocks)
    whole = list(_joined(blocks, page)) if page.width else list(blocks)
    upon = Upon(whole, measure, page)
    amid = Amid(whole, measure, indents=page.width > 0)
    counted = Counted(whole, measure)
    found: list[Piece] = []
    for place, block in enumerate(whole):
        if found and _is_upon(found, block, measure):
            found[-1] = replace(found[-1], tight=True, begins=True)
        numbered = counted.of(place)
        cuts = _with(amid.of(place), numbered)
        if not cuts and upon.is_below(place):
            block, title = _top_and_rest(block, len(block.lines) - 1)
            found.append(_piece(block, False, begins=True))
            found.append(_piece(title, False, begins=True))
            continue
        begins = bool(block.gap) or block.opens_page or not found or comes_back(found[-1], block)
        if cuts:
            top = upon.lines_of(place) if cuts[0][0] else 0
            cuts = [(0, top), *cuts] if 0 < top <= cuts[0][0] else cuts
            parts = list(_cut(block, cuts, page, numbered, begins=begins))
            if counted.goes_on(place):
                rest = parts.pop(0)
                found[-1] = replace(found[-1], lines=(*found[-1].lines, *rest.lines), tight=rest.tight)
            found.extend(parts)
            continue
        found.extend(_parted(block, upon.lines_of(place), page, begins=begins))
    for place in range(len(found) - 1):
        if _share_an_edge(*found[place : place + 2]):
            found[place : place + 2] = [replace(piece, centred=False) for piece in found[place : place + 2]]
    large = large_lines(draft)
    return [replace(piece, large=True) if _are_all(piece, large) else piece for piece in found] if large else found


def _are_all(piece: Piece, numbers: frozenset[int]) -> bool:
    return all(line.number in numbers for line in piece.lines)


def _share_an_edge(one: Piece, other: Piece) -> bool:
    """Whether two lines by themselves begin at one left edge, as centred ones of unlike length do not."""
    if not (one.centred or other.centred) or len(one.lines) > 1 or len(other.lines) > 1:
        return False
    return abs(one.first_shift - other.first_shift) <= 1 and abs(len(one.ink) - len(other.ink)) > OFF


def _is_upon(found: Sequence[Piece], text: Block, measure: Measure) -> bool:
    """Whether the last piece is a centred title, with space or a display above, and its text is at once below."""
    title, above = found[-1], found[-2] if len(found) > 1 else None
    if title.centred is False or text.gap or text.opens_page or text.shift >= INDENT:
        return False
    if title.centred is None and not (title.first_shift > text.first_shift and _ended(title, text, measure)):
        return False
    comes_out = above is not None and title.first_shift - above.shift >= STANDS_IN <= above.shift
    follows = title.centred and above is not None and above.shift < INDENT and ends_finished(above.last.ink)
    if not (title.begins or comes_out or follows):
        return False
    ragged = len(text.lines) > 1 and not measure.had_room(*text.lines[:2])
    prose = len(text.lines) > 1 and (measure.is_filled(text.first) or ragged)
    ink = text.first.ink
    numbered = is_over_numbered(title.ink, ink)
    return prose and (numbered or ink[0].isupper() or ink[0] in '“‘"')


def _ended(title: Piece, text: Block, measure: Measure) -> bool:
    """Whether a line that may be centred ended by will, and not as a sentence does."""
    return measure.had_room(title.last, text.first, of=_ROOM) and title.last.ink[-1].isalnum()


def _joined(blocks: Sequence[Block], page: Page) -> Iterator[Block]:
    """The blocks, with the lines of a centred title together."""
    waiting = deque(blocks)
    while waiting:
        block = waiting.popleft()
        while waiting and _goes_on(block, waiting[0], page):
            block = replace(block, lines=(*block.lines, *waiting.popleft().lines))
        if waiting and len(waiting[0].lines) > 2:
            last, text = _top_and_rest(waiting[0])
            stands_in = last.first_shift >= text.first_shift + INDENT and not page.begins_paragraph(last)
            if (
                (last.first_shift >= STANDS_IN or stands_in)
                and text.first_shift < STANDS_IN
                and _goes_on(block, last, page)
            ):
                block = replace(block, lines=(*block.lines, *last.lines))
                waiting[0] = text
        yield block


def _top_and_rest(block: Block, top: int = 1) -> tuple[Block, Block]:
    """The first lines of a block, and the others as a block upon which they stand."""
    shift = left_of(block, block.lines[top])
    rest = replace(block, lines=block.lines[top:], gap=0, opens_page=False, first_shift=shift)
    return replace(block, lines=block.lines[:top]), rest


def _goes_on(title: Block, after: Block, page: Page) -> bool:
    """Whether the lines of `after`, tight below, are centred on those of `title`."""
    if after.gap or after.opens_page or len(title.lines) + len(after.lines) > _MOST:
        return False
    middles = [page.middle(piece, line) for piece in (title, after) for line in piece.lines]
    lefts = [left_of(title, line) for line in title.lines] + [left_of(after, line) for line in after.lines]
    longest = max(len(line.ink) for line in (*title.lines, *after.lines))
    whole = longest < page.width or (len(title.lines) == 1 and longest == len(title.first.ink))
    return (
        whole
        and max(middles) - min(middles) <= 2 * OFF
        and all(page.has_at_centre(title, line) for line in title.lines)
        and all(page.has_at_centre(after, line) for line in after.lines)
        and max(lefts) - min(lefts) >= 2
        and not title.last.ink.endswith((".", ";"))
    )


def _parted(block: Block, lines: int, page: Page, *, begins: bool) -> Iterator[Piece]:
    """The block as one piece; or a heading of so many lines tight upon its text, and the text."""
    if not lines:
        yield _piece(block, page.is_centred(block), begins=begins)
        return
    title, text = _top_and_rest(block, lines)
    centred = page.is_centred(title)
    if centred is None and title.first_shift >= INDENT and page.has_at_centre(title, title.first):
        centred = True  # a wide one, which ends before the measure does
    yield _piece(title, centred, tight=True, begins=True)
    yield _piece(text, False, begins=False)


def _with(spans: Sequence[Span], numbered: Sequence[Span]) -> list[Span]:
    """The lines of all these headings, in order; where some overlap, those that are numbered."""
    free = [span for span in spans if all(span[1] <= start or end <= span[0] for start, end in numbered)]
    return sorted([*free, *numbered])


def _cut(
    block: Block, cuts: Sequence[Span], page: Page, numbered: Sequence[Span], *, begins: bool
) -> Iterator[Piece]:
    """The block as the headings that stand amid it, and the text between them."""
    start, end = 0, len(block.lines)
    for first, after in cuts:
        if start < first:
            yield _piece(_within(block, start, first), False, begins=begins and not start)
        lines = _within(block, first, after)
        counted = (first, after) in numbered
        title = _piece(lines, counted and page.is_centred(lines), begins=True, tight=after < end)
        yield replace(title, told=True, counted=counted)
        start = after
    if start < end:
        yield _piece(_within(block, start, end), False, begins=False)


def _within(block: Block, start: int, end: int) -> Block:
    """Some lines of a block, which nothing parts from those above them."""
    if not start:
        return replace(block, lines=block.lines[:end])
    return replace(block, lines=block.lines[start:end], gap=0, opens_page=False)


def _piece(block: Block, centred: bool | None, *, begins: bool, tight: bool = False) -> Piece:
    return Piece(block.lines, block.gap, block.opens_page, block.shift, block.first_shift, centred, tight, begins)
