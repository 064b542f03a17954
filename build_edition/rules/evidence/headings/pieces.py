"""The pieces of a page among which headings are looked for: blocks, with centred lines together.

Serves `headings`.  A block ends where the left edge moves, so a title centred over several lines falls apart into
as many blocks; here its lines are one piece again.  A short line set tight upon its text, with space above, is
parted from it.  Centring is told only by a text that keeps its indents.

          The miller
        and all his kin      -> one piece, centred
        of the valley
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from build_edition.rules.evidence.layout.blocks import Block
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.rules.evidence.lines.title_words import division_level, is_notes
from build_edition.source import Line

_LOWEST, _HIGHEST = 0.36, 0.58  # where the middle of a centred line may stand, of the width of the page
_OFF = 3.5  # characters by which the middles of centred lines may differ
_STANDS_IN = 4  # characters from which a line is too far in for a first-line indent
_MOST = 6  # lines of a title
_TIGHT_INSET = 0.25  # of the measure left empty by a heading upon its text
_SPREADS = 6  # of full lines, that a line leaves empty if it ended by will
_SENTENCE_ENDS = (".", ",", ";", ":", "-", "—", "–", "!", ")", "…")
_SPEECH_END = re.compile(r"[^\w\s][”\"]$")
_NUMBERED_NOTE = re.compile(r"\d{1,3}[.)]?\s")


@dataclass(frozen=True)
class Piece(Block):
    """A block, and how it is set.

    `centred` is None where it is too wide to show; `tight` says that its text follows at once.
    """

    centred: bool | None = False
    tight: bool = False


@dataclass(frozen=True)
class Page:
    """How wide the page is in characters, where the text keeps its indents; else 0."""

    width: float

    @classmethod
    def of(cls, pieces: Sequence[Block]) -> Page:
        """The page on which these blocks stand."""
        if not any(piece.shift or piece.first_shift for piece in pieces):
            return cls(0.0)
        lengths = [len(line.ink) for piece in pieces if not piece.shift for line in piece.lines[1:-1]]
        return cls(float(median(lengths)) if lengths else 0.0)

    def middle(self, piece: Block, line: Line) -> float:
        """Where the middle of a line stands, in characters from the left edge."""
        return _left(piece, line) + len(line.ink) / 2

    def has_at_centre(self, piece: Block, line: Line) -> bool:
        """Whether the middle of the line is that of the page; a full line's is too."""
        return bool(self.width) and _LOWEST * self.width <= self.middle(piece, line) <= _HIGHEST * self.width

    def is_centred(self, piece: Block) -> bool | None:
        """Whether its few lines are all centred; None if none stands in far enough to show it."""
        if len(piece.lines) > _MOST or not all(self.has_at_centre(piece, line) for line in piece.lines):
            return False
        lefts = [_left(piece, line) for line in piece.lines]
        lengths = [len(line.ink) for line in piece.lines]
        edge = lefts[1:] if len(lefts) > 2 else lefts
        if len(lefts) > 1 and max(lengths) - min(lengths) > _OFF and max(edge) - min(edge) < 2:
            return False  # a display, set to one left edge
        if max(lefts) < _STANDS_IN:
            return None
        return max(lengths) < self.width


def _indent(line: Line) -> int:
    return line.indent - line.text[: line.indent].count("\f")


def _left(piece: Block, line: Line) -> int:
    """How far the line stands right of the page's left edge."""
    return _indent(line) - _indent(piece.first) + piece.first_shift


def pieces_of(blocks: Sequence[Block], measure: Measure) -> list[Piece]:
    """The pieces that these blocks make, in order."""
    page = Page.of(blocks)
    found: list[Piece] = []
    for block in _joined(blocks, page) if page.width else blocks:
        if found and _is_upon(found[-1], block, measure):
            found[-1] = replace(found[-1], tight=True)
        found.extend(_parted(block, measure, page))
    return found


def _is_upon(title: Piece, text: Block, measure: Measure) -> bool:
    """Whether a title centred over some lines, with space above, has its text at once below."""
    if not (title.centred and len(title.lines) > 1 and (title.gap or title.opens_page)):
        return False
    below = not (text.gap or text.opens_page) and len(text.lines) > 1
    return below and text.first.ink[0].isupper() and measure.is_filled(text.first)


def _joined(blocks: Sequence[Block], page: Page) -> Iterator[Block]:
    """The blocks, with the lines of a centred title together."""
    waiting = deque(blocks)
    while waiting:
        block = waiting.popleft()
        while waiting and _goes_on(block, waiting[0], page):
            block = replace(block, lines=(*block.lines, *waiting.popleft().lines))
        if waiting and len(waiting[0].lines) > 2:
            last, text = _top_and_rest(waiting[0])
            if last.first_shift >= _STANDS_IN > text.first_shift and _goes_on(block, last, page):
                block = replace(block, lines=(*block.lines, *last.lines))
                waiting[0] = text
        yield block


def _top_and_rest(block: Block, top: int = 1) -> tuple[Block, Block]:
    """The first lines of a block, and the others as a block upon which they stand."""
    shift = _left(block, block.lines[top])
    rest = replace(block, lines=block.lines[top:], gap=0, opens_page=False, first_shift=shift)
    return replace(block, lines=block.lines[:top]), rest


def _goes_on(title: Block, after: Block, page: Page) -> bool:
    """Whether the lines of `after`, tight below, are centred on those of `title`."""
    if after.gap or after.opens_page or len(title.lines) + len(after.lines) > _MOST:
        return False
    middles = [page.middle(piece, line) for piece in (title, after) for line in piece.lines]
    lefts = [_left(title, line) for line in title.lines] + [_left(after, line) for line in after.lines]
    longest = max(len(line.ink) for line in (*title.lines, *after.lines))
    whole = longest < page.width or (len(title.lines) == 1 and longest == len(title.first.ink))
    return (
        whole
        and max(middles) - min(middles) <= 2 * _OFF
        and all(page.has_at_centre(title, line) for line in title.lines)
        and all(page.has_at_centre(after, line) for line in after.lines)
        and max(lefts) - min(lefts) >= 2
        and not title.last.ink.endswith((".", ";"))
    )


def _parted(block: Block, measure: Measure, page: Page) -> Iterator[Piece]:
    """The block as one piece; or a heading tight upon its text, and the text."""
    lines = _heading_on_top(block, measure, page)
    if not lines:
        yield _piece(block, page.is_centred(block))
        return
    title, text = _top_and_rest(block, lines)
    centred = page.is_centred(title)
    if centred is None and title.first_shift >= INDENT and page.has_at_centre(title, title.first):
        centred = True  # a wide one, which ends before the measure does
    yield _piece(title, centred, tight=True)
    yield _piece(text, False)


def _piece(block: Block, centred: bool | None, *, tight: bool = False) -> Piece:
    return Piece(
        block.lines, block.gap, block.opens_page, block.shift, block.first_shift, centred=centred, tight=tight
    )


def _heading_on_top(block: Block, measure: Measure, page: Page) -> int:
    """How many of its first lines are a heading: one, or a full one and what it had no room for; 0 if none."""
    if len(block.lines) < 2 or not (block.gap or block.opens_page) or not block.first.ink[0].isupper():
        return 0
    first, second = block.lines[:2]
    if is_notes(first.ink) and _NUMBERED_NOTE.match(second.ink):
        return 1
    if division_level(first.ink) is not None:
        return 0
    if _ends_upon(block, 0, measure, page):
        return 1
    runs_on = first.ink[-1] in "-‐" or not measure.had_room(first, second)
    wrapped = runs_on and bool(page.width) and not block.first_shift
    return 2 if wrapped and len(block.lines) > 3 and _ends_upon(block, 1, measure, page) else 0


def _ends_upon(block: Block, place: int, measure: Measure, page: Page) -> bool:
    """Whether this line ended by will, without a stop, over full lines."""
    line, below = block.lines[place : place + 2]
    if line.ink.endswith(_SENTENCE_ENDS) or _SPEECH_END.search(line.ink) or below.ink[0].islower():
        return False
    if re.search(r"\d$|\d{3}|  ", line.ink):
        return False
    short = measure.inset(line) > _TIGHT_INSET and measure.had_room(line, below, of=0.85)
    if not short and not (page.width and not place and _left_room(block, measure, page)):
        return False
    if not place and page.is_centred(replace(block, lines=(line,))) and _left(block, below) < _STANDS_IN:
        return True
    after = block.lines[place + 2 : place + 3]
    return measure.is_filled(below) or (bool(after) and not measure.had_room(below, after[0]))


def _left_room(block: Block, measure: Measure, page: Page) -> bool:
    """Whether the first line, its indent apart, ends short of where any full line of this document does."""
    if not measure.full:
        return False
    first, second = block.lines[:2]
    indent, spread = max(0, block.first_shift) / page.width, measure.spread / measure.full
    ends_short = measure.inset(first) - indent > _SPREADS * spread
    return ends_short and measure.had_room(first, second, of=1 - indent - _SPREADS / 2 * spread)
