"""Where the middle of a page is, and which lines stand about it.

In: the blocks of a book, and the lines of its pages.  Out: a `Page`.  Within a line letters stand close, but where
it begins is told on a grid as fine as the smallest type of the page: above notes at the foot a centred line begins
farther right than counted in letters of the text it would.  So its middle may lie right of theirs, as long as it
ends far short of the right edge.  A line that stands in as far as a paragraph's first line does shows nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from statistics import median

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.blocks import Block
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals
from build_edition.source import Line

_LOWEST, _HIGHEST = 0.36, 0.58  # where the middle of a centred line may stand, of the width of the text
OFF = 3.5  # characters by which the middles of centred lines may differ
STANDS_IN = 4  # characters from which a line is too far in for a first-line indent
_MOST = 6  # lines of a title
_BALANCE = 0.3  # of the space left of a centred line: what stands right of it at least
_CAPITAL = 1.6  # letters of the text, that a capital of a title is wide
_FEWEST = 0.1  # of the paragraphs, first lines that stand in by so much
_FARTHEST = 0.25  # of the width, for a first line


class Page:
    """The page of one book. `width` is how many letters its lines have, where the text keeps its indents; else 0.

    `indent` is how far most first lines of its paragraphs stand in.
    """

    def __init__(self, draft: Draft, blocks: Sequence[Block]) -> None:
        self._draft = draft
        keeps = any(block.shift or block.first_shift for block in blocks)
        lengths = [len(line.ink) for block in blocks if keeps and not block.shift for line in block.lines[1:-1]]
        self.width = float(median(lengths)) if lengths else 0.0
        self.indent = self._first_lines(blocks)
        self._rights: dict[int, int] = {}

    def _first_lines(self, blocks: Sequence[Block]) -> int:
        """How far most first lines that stand in do so; 0 where hardly any does."""
        flush = [block.first_shift for block in blocks if len(block.lines) > 1 and not block.shift]
        counts = Counter(shift for shift in flush if INDENT <= shift <= _FARTHEST * self.width)
        shift, count = counts.most_common(1)[0] if counts else (0, 0)
        return shift if count >= max(INDENT, _FEWEST * len(flush)) else 0

    @cached_property
    def _openings(self) -> list[int]:
        """The numbers of the lines that begin a page."""
        return sorted({self._draft.source.line_number(mark.start) for mark in self._draft.marks("pb")})

    def _right(self, line: Line) -> int:
        """Where the widest line ends of the page on which a line stands, in characters from the margin."""
        place = bisect_right(self._openings, line.number)
        if place not in self._rights:
            start = self._openings[place - 1] if place else 1
            end = self._openings[place] if place < len(self._openings) else len(self._draft.lines) + 1
            page = self._draft.lines[start - 1 : end - 1]
            rights = (indent_of(other) + len(other.ink) for other in page if other.ink)
            self._rights[place] = max(rights, default=0)
        return self._rights[place]

    def middle(self, block: Block, line: Line) -> float:
        """Where the middle of a line stands, in characters from the left edge."""
        return left_of(block, line) + len(line.ink) / 2

    def has_at_centre(self, block: Block, line: Line) -> bool:
        """Whether the middle of the line is that of the page; a full line's is too."""
        if not self.width:
            return False
        middle = self.middle(block, line)
        if _LOWEST * self.width <= middle <= _HIGHEST * self.width:
            return True
        left, after = left_of(block, line), self._right(line) - indent_of(line) - len(line.ink)
        return middle > self.width / 2 and after >= _BALANCE * left

    def is_centred(self, block: Block) -> bool | None:
        """Whether its few lines are all centred; None if none stands in far enough to show it."""
        if len(block.lines) > _MOST:
            return False
        if not all(self.has_at_centre(block, line) for line in block.lines):
            return None if self.width and self._fills_as_capitals(block) else False
        lefts = [left_of(block, line) for line in block.lines]
        lengths = [len(line.ink) for line in block.lines]
        edge = lefts[1:] if len(lefts) > 2 else lefts
        if len(lefts) > 1 and max(lengths) - min(lengths) > OFF and max(edge) - min(edge) < 2:
            return False  # a display, set to one left edge
        if max(lefts) < STANDS_IN or (len(lefts) == 1 and self.begins_paragraph(block)):
            return None
        return max(lengths) < self.width

    def _fills_as_capitals(self, block: Block) -> bool:
        """Whether a line in capitals, large as those of a title are, leaves too little room to show its place."""
        widest = max(block.lines, key=lambda line: len(line.ink))
        return is_capitals(widest.ink) and _CAPITAL * len(widest.ink) >= self.width

    def begins_paragraph(self, block: Block) -> bool:
        """Whether a block stands in as far as a paragraph's first line does."""
        return self.indent >= INDENT and abs(block.first_shift - self.indent) <= 1


def indent_of(line: Line) -> int:
    """The spaces before a line, a form feed apart."""
    return line.indent - line.text[: line.indent].count("\f")


def left_of(block: Block, line: Line) -> int:
    """How far the line stands right of the page's left edge."""
    return indent_of(line) - indent_of(block.first) + block.first_shift
