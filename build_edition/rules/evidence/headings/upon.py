"""A heading set tight upon its text: how many of a block's first lines it is.

In: the blocks of a book.  Out: for each the lines at its top that are a heading, 0 to 3.  Space above opens the
block, or the left edge that comes back after a display; the heading ends by will, without a stop, and prose
follows that begins with a capital.  It ended by will where the next word would have had room; in a book that keeps
its indents, and begins this block without one, where it ends short of any full line; or where capitals end.  What
shows this only just is believed in a book that has such headings beyond doubt.

    The Weir in Winter                              -> the first line is a heading
    The miller kept a slate on which he wrote what
    was owed to him
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from build_edition.rules.evidence.headings.capitals import Capitals
from build_edition.rules.evidence.headings.centring import STANDS_IN, Page, left_of
from build_edition.rules.evidence.headings.numerals import chain, readings, runs_up
from build_edition.rules.evidence.headings.titles_by_words import has_verb, reads_as_title
from build_edition.rules.evidence.headings.wording import (
    NUMBERED_HEAD,
    NUMBERED_PARAGRAPH,
    ends_finished,
    ends_in_figures,
    is_titled_line,
)
from build_edition.rules.evidence.layout.blocks import Block
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.rules.evidence.lines.title_words import division_level, is_notes
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals
from build_edition.source import Line

_SHORT = 0.25  # of the measure left empty by a heading that is certain
_LAST = 0.2  # and by the last line of one that is wrapped
_SPREADS = 6  # of full lines, that a line leaves empty if it ended by will
_LEAST = 0.05  # of the measure: what is less is chance in any book
_CERTAIN_ROOM = 0.85  # of the measure: a line with room for another word there ended beyond doubt
_BOLDER = 0.9  # of the measure: where a line in bold type, reckoned as if it were not, may be full
COMPANY = 2  # headings beyond doubt
_MOST = 3  # lines of a heading
_SAMPLE = 1500  # lines that show whether the text is justified
_UNEVEN = 0.1  # of the lines within paragraphs end short, if it is not
_VERSE = 5  # lines that show whether they are verse
_SENTENCE_ENDS = (".", ",", ";", ":", "-", "—", "–", "!", ")", "…")
_SPEECH_END = re.compile(r"[^\w\s][”\"]$")
_NUMBERED_NOTE = re.compile(r"\d{1,3}[.)]?\s")
_FIRST_ENTRY = re.compile(r"\(?1[.)]\s")
_ENDED = re.compile(r"[.?!]\d{0,3}$")
_NUMERAL = re.compile(r"(?P<n>[IVXL]{1,6})[.:—–)]{1,2}\s")
OPENINGS = "“‘\"'([¿¡"


class Upon:
    """The headings tight upon their text in one book."""

    def __init__(self, blocks: Sequence[Block], measure: Measure, page: Page) -> None:
        self.measure = measure
        self.page = page
        self._spread = measure.spread / measure.full if measure.full else 0.0
        self._short = max(_SPREADS * self._spread, _LEAST)
        self._blocks = blocks
        self._capitals = Capitals(blocks)
        self._numbered = _numbered(blocks)
        self._justified = self._is_justified()
        self._certain = [self._of(place, sure=True) for place in range(len(blocks))]
        self._company = sum(map(bool, self._certain)) >= COMPANY

    def lines_of(self, place: int) -> int:
        """How many lines at the top of this block are a heading; 0 if none."""
        return self._certain[place] or (self._of(place, sure=False) if self._company else 0)

    def is_below(self, place: int) -> bool:
        """Whether the last line of this block is a heading from which the space above has been lost.

        That happens where an OCR program puts blank lines between paragraphs by its own lights.
        """
        block, after = self._blocks[place], self._blocks[place + 1] if place + 1 < len(self._blocks) else None
        if self.page.width or len(block.lines) < 2 or after is None or after.opens_page or not after.gap:
            return False
        above, last = block.lines[-2:]
        if not last.ink[0].isupper() or last.ink.endswith(_SENTENCE_ENDS) or ends_in_figures(last.ink):
            return False
        if self.measure.inset(last) <= _SHORT or not _ENDED.search(above.ink) or len(after.lines) <= _MOST:
            return False
        ended = self.measure.had_room(above, last, of=1 - _SPREADS / 2 * self._spread)
        return ended and after.first.ink[0].isupper() and self.measure.is_filled(after.first)

    def _is_justified(self) -> bool:
        """Whether hardly any line from which a sentence runs on ends short."""
        text = (block for block in self._blocks if not block.shift)
        pairs = (pair for block in text for pair in zip(block.lines, block.lines[1:], strict=False))
        within = islice(((line, after) for line, after in pairs if after.ink[0].islower()), _SAMPLE)
        insets = [self.measure.inset(line) for line, _ in within]
        return sum(inset > self._short for inset in insets) < _UNEVEN * len(insets)

    def _of(self, place: int, *, sure: bool) -> int:
        block = self._blocks[place]
        if len(block.lines) < 2 or not self._begins(place):
            return 0
        first, second = block.lines[:2]
        if is_notes(first.ink) and _NUMBERED_NOTE.match(second.ink):
            return 1
        if _FIRST_ENTRY.match(second.ink) and first.ink[-1].isalpha() and self._is_centred(block):
            return int(is_titled_line(first.ink) and readings(first.ink) is None)
        if readings(first.ink) is not None:
            stands_out = first.number in self._numbered or self._is_centred(block)
            return int(stands_out and self._is_text(block, 1, sure=True))
        if division_level(first.ink) is not None or not _begins_title(first.ink):
            return 0
        if is_capitals(first.ink):
            return self._capital_lines(block)
        return next((k for k in range(1, _MOST + 1) if self._ends_upon(place, k, sure=sure)), 0)

    def _begins(self, place: int) -> bool:
        """Whether there is space above, or a display that ends there, or the first line is centred."""
        block, above = self._blocks[place], self._blocks[place - 1] if place else None
        if block.gap or block.opens_page or (above is not None and comes_back(above, block)):
            return True
        return above is not None and self._is_centred(block) and ends_finished(above.last.ink)

    def _capital_lines(self, block: Block) -> int:
        """How many lines in capitals, figures apart, stand over text that is not."""
        end = next((k for k, line in enumerate(block.lines) if k and any(c.islower() for c in line.ink)), 0)
        words = " ".join(line.ink for line in block.lines[:end])
        if not 0 < end <= _MOST or words.endswith(_SENTENCE_ENDS[:-2]) or "  " in words:
            return 0
        if block.first.number in self._numbered or self._is_text(block, end, sure=False):
            return end
        last, below = block.lines[end - 1 : end + 1]  # no opening words in capitals, if it ended by will
        ended = self.measure.inset(last) > _SHORT and self.measure.had_room(last, below, of=_CERTAIN_ROOM)
        begins = below.ink[0].isalpha() or NUMBERED_PARAGRAPH.match(below.ink) is not None
        return end if ended and len(block.lines) > end + 1 and begins else 0

    def _ends_upon(self, place: int, end: int, *, sure: bool) -> bool:
        """Whether a heading ends by will with the line before `end`, and its text begins there."""
        block = self._blocks[place]
        if end >= len(block.lines) or not self._is_text(block, end, sure=sure):
            return False
        last, below = block.lines[end - 1], block.lines[end]
        if last.ink.endswith(_SENTENCE_ENDS) and not (end > 1 and last.ink.endswith(")")):
            return False
        if _SPEECH_END.search(last.ink) or ends_in_figures(last.ink):
            return False
        if end > 1 and not self._is_wrapped(block, end, sure=sure):
            return False
        own = self._own_measure(block)
        inset = 1 - (1 - self.measure.inset(last)) / own
        if inset > (_SHORT if end == 1 else _LAST) and self.measure.had_room(last, below, of=own * _CERTAIN_ROOM):
            return True
        if end == 1 and self.page.width and own == 1 and self._left_room(block):
            return True
        had_room = self.measure.had_room(last, below, of=own - _SPREADS / 2 * self._spread)
        flush = not (sure or had_room) and self._is_flush(place)
        if inset > self._short and not sure and (had_room or (flush and self._justified)):
            return True
        return flush and self._is_over_sentence(block, end)

    def _own_measure(self, block: Block) -> float:
        """The share of the measure to which a display is set; 1 for text."""
        if block.shift < INDENT or not self.measure.full:
            return 1.0
        return min(1.0, max(map(self.measure.width, block.lines)) / self.measure.full)

    def _is_over_sentence(self, block: Block, end: int) -> bool:
        """Whether a sentence can only begin below these lines, which read as a title."""
        inks = [line.ink for line in block.lines[:end]]
        if not reads_as_title(inks) or has_verb(" ".join(inks)):
            return False
        return self._capitals.begins_sentence(block.lines[end].ink)

    def _is_wrapped(self, block: Block, end: int, *, sure: bool) -> bool:
        """Whether the lines above the last of a heading end where the next word had no room."""
        if not self.page.width or block.first_shift >= INDENT or (sure and len(block.lines) <= end + 1):
            return False
        room = 1.0 if sure else _BOLDER
        return all(
            line.ink[-1] in "-‐" or not self.measure.had_room(line, after, of=room)
            for line, after in zip(block.lines[: end - 1], block.lines[1:end], strict=True)
        )

    def _is_flush(self, place: int) -> bool:
        """Whether a block begins without the indent that paragraphs have, and goes on from nothing above it."""
        block, above = self._blocks[place], self._blocks[place - 1] if place else None
        if self.page.indent < INDENT or block.first_shift >= INDENT or above is None:
            return False
        return above.shift < INDENT and _ENDED.search(above.last.ink) is not None

    def _left_room(self, block: Block) -> bool:
        """Whether the first line, its indent apart, ends short of where any full line of this document does."""
        first, second = block.lines[:2]
        indent = max(0, block.first_shift) / self.page.width
        ends_short = self.measure.inset(first) - indent > _SPREADS * self._spread
        return ends_short and self.measure.had_room(first, second, of=1 - indent - _SPREADS / 2 * self._spread)

    def _is_text(self, block: Block, start: int, *, sure: bool) -> bool:
        """Whether prose begins with this line of the block."""
        lines = block.lines[start:]
        below = lines[0]
        if not (below.ink[0].isupper() or below.ink[0] in OPENINGS) or is_verse(lines, self.measure):
            return False
        if start == 1 and sure and self._is_centred(block):
            return True
        if len(lines) > 1:
            leads_in = not sure and below.ink.endswith((":", ","))  # a display
            return leads_in or self.measure.is_filled(below) or not self.measure.had_room(below, lines[1])
        return self.measure.is_filled(below) or (not sure and below.ink.endswith((":", ",", ".")))

    def _is_centred(self, block: Block) -> bool:
        """Whether the first line is centred over text at the edge."""
        first = Block(block.lines[:1], block.gap, block.opens_page, block.shift, block.first_shift)
        return bool(self.page.is_centred(first)) and left_of(block, block.lines[1]) < STANDS_IN


def _numbered(blocks: Sequence[Block]) -> set[int]:
    """The numbers of lines atop blocks, in capitals or a numeral alone, whose roman numerals run on."""
    firsts = [block.first for block in blocks]
    begun = [block.first for block in blocks if len(block.lines) > 1 and (block.gap or block.opens_page)]
    alone = [line for line in begun if readings(line.ink) is not None]
    found = [
        (line, match["n"]) for line in firsts if (match := _NUMERAL.match(line.ink)) and is_capitals(line.ink)
    ]
    counted = {found[at][0].number for at in chain([numeral for _, numeral in found], "roman")}
    return counted | {alone[at].number for at in runs_up([line.ink for line in alone])}


def is_verse(lines: Sequence[Line], measure: Measure) -> bool:
    """Whether one of these lines breaks off where no sentence ends, and the next begins with a capital."""
    pairs = pairwise(lines[:_VERSE])
    return any(
        after.ink[0].isupper()
        and not line.ink.endswith((".", "?", "!", "”", ":", "…"))
        and measure.had_room(line, after, of=_BOLDER)
        for line, after in pairs
    )


def comes_back(above: Block, block: Block) -> bool:
    """Whether a display ends here and the text goes on at its own left edge."""
    return above.shift >= INDENT > block.shift


def _begins_title(ink: str) -> bool:
    """Whether a line begins as a heading may."""
    return ink[0].isupper() or ink[0] in '“‘"' or NUMBERED_HEAD.match(ink) is not None
