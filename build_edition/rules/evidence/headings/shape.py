"""Whether a piece of a page has the shape of a heading, by itself: short, titled, no sentence, no speech.

Serves `headings`.  What stands around it is for the rule to weigh.
"""

from __future__ import annotations

import re

from build_edition.rules.evidence.headings.pieces import Piece
from build_edition.rules.evidence.headings.wording import LONGEST, ends_finished, is_titled_line, is_unfinished
from build_edition.rules.evidence.layout.blocks import Block
from build_edition.rules.evidence.layout.measure import Measure, without_note
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals

_LEAD = 0.3  # of the measure left empty by a line that leads in the next
_CENTRED = 5  # lines of one that is centred over its text
_QUESTION = re.compile(r"[?!][”’\"')\]]*$")
_STOPPED = re.compile(r"[.;][”’\"')\]]*$")


def is_finished(block: Block) -> bool:
    """Whether a block can be the end of a paragraph, quotation or list."""
    return ends_finished(block.last.ink)


def is_question(block: Block) -> bool:
    """Whether it ends as a question or exclamation, which may be a heading, or a line of the text."""
    return _QUESTION.search(without_note(block.last.ink)) is not None


def is_short(block: Block, measure: Measure, *, open_end: bool = False) -> bool:
    """Whether every line ends before the measure is filled, and the last not as a sentence does.

    With `open_end` it may end in any way, as a title under its label does.
    """
    bare = without_note(block.last.ink)
    if not open_end and (_STOPPED.search(bare) or is_unfinished(bare)):
        return False
    if len(block.lines) <= LONGEST and all(is_capitals(line.ink) for line in block.lines):
        return True
    if len(block.lines) > most_lines(block):
        return False
    if isinstance(block, Piece) and (block.centred or block.tight):
        return True
    if len(block.lines) > 1 and block.shift >= 2 and block.shift == block.first_shift:
        return False  # a display, set to one left edge
    pairs = zip(block.lines, block.lines[1:], strict=False)
    if all(measure.inset(line) >= 0.06 for line in block.lines) and all(
        measure.had_room(line, after) for line, after in pairs
    ):
        return True
    return not open_end and _is_wrapped(block, measure)


def is_address(block: Block, measure: Measure) -> bool:
    """Whether lines that each begin with a capital would together have had room on one: no title breaks so."""
    capitals = len(block.lines) > 2 and all(line.ink[0].isupper() for line in block.lines)
    return capitals and sum(map(measure.width, block.lines)) < measure.full


def leads_in(piece: Piece, measure: Measure) -> bool:
    """Whether a line at the edge ends far short with a colon: it leads in what stands on the next."""
    above = piece.lines[:-1] if not (piece.centred or is_capitals(piece.ink)) else ()
    return any(line.ink.endswith(":") and measure.inset(line) > _LEAD for line in above)


def most_lines(block: Block) -> int:
    """How many lines a heading without a label may have: more, where it is centred over its text."""
    return _CENTRED if isinstance(block, Piece) and block.centred and block.tight else LONGEST


def _is_wrapped(block: Block, measure: Measure) -> bool:
    """Whether a block whose first line is full, set bold as it may be, ends as no paragraph does."""
    bare = block.last.ink
    return 1 < len(block.lines) <= LONGEST and measure.inset(block.last) > 0.2 and bare[-1].isalpha()


def is_titled(piece: Piece) -> bool:
    """Whether its words can be those of a heading: no list item, legend, speech, sentence, formula or row."""
    return is_titled_line(piece.ink, wrapped=len(piece.lines) > 1)
