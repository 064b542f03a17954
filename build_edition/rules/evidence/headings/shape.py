"""Whether a piece of a page has the shape of a heading, by itself: short, titled, no sentence, no speech.

Serves `headings`.  What stands around it is for the rule to weigh.
"""

from __future__ import annotations

import re

from build_edition.rules.evidence.headings.pieces import Piece
from build_edition.rules.evidence.layout.blocks import Block
from build_edition.rules.evidence.layout.measure import Measure, without_note
from build_edition.rules.evidence.lines.title_words import is_entry
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals

LONGEST = 3  # lines of a heading without label
_OPENERS = "“‘\"'¿¡"
_BULLET = re.compile(r"[•●▪◦■□·*‣-]\s|\(?[a-z][).]\s|\(\d{1,2}\)\s|\d{1,2}\)\s")
_SENTENCE = re.compile(r"[.!?;][”’\"')\]]*\s+[“‘\"'(]?[A-Z]|[!?,.][”\"]\s|[:,]\s[“\"]")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Dr|St|Sir|Rev|Prof|vs?|c|ca|No|Nos|vol|vols)\.(?=\s)")
_ROMAN_LABEL = re.compile(r"^(?:§\s*)?(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2})*|[A-Z])\.?[—–:.]?\s")
_QUESTION = re.compile(r"[?!][”’\"')\]]*$")
_STOPPED = re.compile(r"[.;][”’\"')\]]*$")
_LEGEND = re.compile(
    r"(?:Sources?|Notes?|Key|Legend|N\.\s?B|Photo(?:graph)?s?|Illustrations?|Credits?)\s?[.:]\s", re.IGNORECASE
)
_SPEECH = re.compile(r"[“\"][^“”\"]*[?!.,—…][”\"]$")
_FINISHED = re.compile(r"(?:[.?!…]|[.?!…,;][’”\"')\]]+|[’”\"')\]])$")
_LOOSE_NOTE = re.compile(r"(?<=[.?!”’)\]])\s\d{1,3}$")
_UNFINISHED = re.compile(
    r"(?:[,:;–—-]|\b(?:a|an|the|of|and|or|to|in|on|for|with|from|by|at|as|into|between|under|that|which|v\.|versus))$",
    re.IGNORECASE,
)


def is_unfinished(ink: str) -> bool:
    """Whether a line breaks off where more of its phrase must follow."""
    return _UNFINISHED.search(ink) is not None


def is_finished(block: Block) -> bool:
    """Whether a block can be the end of a paragraph, quotation or list."""
    ink = _LOOSE_NOTE.sub("", block.last.ink)
    bare = without_note(ink)
    has_note = bare != ink
    return bool(_FINISHED.search(bare)) or (has_note and not bare.endswith((",", ":")))


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
    if len(block.lines) > LONGEST:
        return False
    if isinstance(block, Piece) and block.centred:
        return True
    if len(block.lines) > 1 and block.shift >= 2 and block.shift == block.first_shift:
        return False  # a display, set to one left edge
    pairs = zip(block.lines, block.lines[1:], strict=False)
    if all(measure.inset(line) >= 0.06 for line in block.lines) and all(
        measure.had_room(line, after) for line, after in pairs
    ):
        return True
    return not open_end and _is_wrapped(block, measure)


def _is_wrapped(block: Block, measure: Measure) -> bool:
    """Whether a block whose first line is full, set bold as it may be, ends as no paragraph does."""
    bare = block.last.ink
    return 1 < len(block.lines) <= LONGEST and measure.inset(block.last) > 0.2 and bare[-1].isalpha()


def is_titled(piece: Piece) -> bool:
    """Whether its words can be those of a heading: no list item, legend, speech, sentence, formula or row."""
    ink = piece.ink
    if not any(c.isalpha() for c in ink) or _BULLET.match(ink) or _LEGEND.match(ink) or is_entry(ink):
        return False
    if not (ink[0].isupper() or ink[0].isdigit() or ink[0] in _OPENERS or ink[0] == "§"):
        return False
    words = _ABBREVIATED.sub("", _ROMAN_LABEL.sub("", ink, count=1))
    return not (_SENTENCE.search(words) or _SPEECH.search(words) or " = " in ink or "\t" in ink)
