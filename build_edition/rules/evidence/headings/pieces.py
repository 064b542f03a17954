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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from build_edition.rules.evidence.layout.blocks import Block
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.rules.evidence.lines.title_words import division_level
from build_edition.source import Line

_LOWEST, _HIGHEST = 0.36, 0.58  # where the middle of a centred line may stand, of the width of the page
_OFF = 3.5  # characters by which the middles of centred lines may differ
_STANDS_IN = 4  # characters from which a line is too far in for a first-line indent
_MOST = 6  # lines of a title
_TIGHT_INSET = 0.25  # of the measure left empty by a heading upon its text
_SENTENCE_ENDS = (".", ",", ";", ":", "-", "—", "–", "!", "”", ")", "…")


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
        found.extend(_parted(block, measure, page))
    return found


def _joined(blocks: Sequence[Block], page: Page) -> Iterator[Block]:
    """The blocks, with the lines of a centred title together."""
    index = 0
    while index < len(blocks):
        block = blocks[index]
        index += 1
        while index < len(blocks) and _goes_on(block, blocks[index], page):
            block = replace(block, lines=(*block.lines, *blocks[index].lines))
            index += 1
        yield block


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
    fields = (block.gap, block.opens_page, block.shift, block.first_shift)
    if _has_heading_on_top(block, measure, page):
        second = block.lines[1]
        centred = page.is_centred(replace(block, lines=block.lines[:1]))
        yield Piece(block.lines[:1], *fields, centred=centred, tight=True)
        yield Piece(block.lines[1:], 0, False, block.shift, _left(block, second))
        return
    yield Piece(block.lines, *fields, centred=page.is_centred(block))


def _has_heading_on_top(block: Block, measure: Measure, page: Page) -> bool:
    """Whether its first line ended by will, without a stop, over full lines."""
    if len(block.lines) < 2 or not (block.gap or block.opens_page):
        return False
    first, second = block.lines[:2]
    if not first.ink[0].isupper() or first.ink.endswith(_SENTENCE_ENDS) or second.ink[0].islower():
        return False
    if re.search(r"\d$|\d{3}|  ", first.ink) or division_level(first.ink) is not None:
        return False
    if not (measure.inset(first) > _TIGHT_INSET and measure.had_room(first, second, of=0.85)):
        return False
    if page.is_centred(replace(block, lines=(first,))) and _left(block, second) < _STANDS_IN:
        return True
    return measure.is_filled(second) or (len(block.lines) > 2 and not measure.had_room(second, block.lines[2]))
