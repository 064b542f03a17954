"""Displays in a text without indents: which blocks were set to a narrower measure.

Serves `quotations`.  Weighs together: lines that end before the measure is filled although the next word would
have fitted; a lead-in (a line before that ends in a colon, a comma or no stop at all, for no paragraph ends
so); a note number at the end; a first letter that is small, for it goes on from the lead-in; what is left
after it.  A display runs over the page if what opens the next page is set as narrow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from build_edition.rules.evidence.displays.quoted import is_spoken
from build_edition.rules.evidence.layout.blocks import Block
from build_edition.rules.evidence.layout.measure import Measure, note_at_end
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals
from build_edition.source import Line

_INSET = 0.085  # of the measure: how much narrower a display commonly is set, until the text itself tells
_MOST_PAGES = 20  # over which a quotation may run
_SURE = 3.5  # the weight of a line that decides almost alone
_PLAINLY = 2.0  # the weight of lines that are narrower, whatever the words say
_COLON = re.compile(r":\s?[—–-]{0,2}$")
# A full stop, and after it only closing marks and a note call, even a misread one.
_FINISHED = re.compile(r"[.?!…][^\w,:—–-]*(?:\d{1,3}\W{0,2})?$")
_FEWEST = 8  # letters of what may be quoted
_END = 30  # characters of a line that tell how it ends


@dataclass(frozen=True, slots=True)
class Place:
    """A block and where it stands: `before` it at once, if no display or heading parts them."""

    block: Block
    before: Block | None
    after: Block | None
    under_chapter: bool
    in_listing: bool  # an index or the like, all short lines


def usual_inset(places: Sequence[Place], measure: Measure) -> float:
    """How much narrower than the measure this text sets its displays."""
    insets = []
    for place in places:
        block, before = place.block, place.before
        if before is None or len(block.lines) < 3 or not before.last.ink.endswith((":", ",")):
            continue
        inset = median(measure.inset(line) for line in block.lines[:-1])
        if 0.04 < inset < 0.3:
            insets.append(inset)
    return median(insets) if len(insets) >= 3 else _INSET


@dataclass(frozen=True, slots=True)
class Judge:
    """Weighs the evidence, in units that add up like the logarithms of odds."""

    measure: Measure
    inset: float
    dialogue: bool = False  # what is in quotation marks in this text is mostly speech

    def quotation(self, places: Sequence[Place], index: int, *, in_series: bool) -> int:
        """The index after the last block of the quotation that begins at `index`; `index` if none does.

        `in_series` says that the block before is a quotation too: one lead-in may serve both.
        """
        place = places[index]
        if place.in_listing:
            return index
        end = self._end(places, index)
        last = places[end - 1].block
        narrowness = sum(self._narrowness(p.block) for p in places[index:end])
        if end > index + 1:
            narrowness += self._line_narrowness(place.block.last, last.first)
        if self.dialogue and narrowness < _PLAINLY and is_spoken([place.block.first, last.last]):
            return index
        ending = self._ending(last, places[end - 1])
        lead_in = self._lead_in(place)
        if ending < 0 and self._shows_nothing(place, places[index:end]):
            return index
        if in_series and place.before is not None:
            alike = place.block.first.ink[0].islower() or narrowness >= (_PLAINLY if ending > 0 else _SURE)
            lead_in = max(lead_in, 0.0) if alike else lead_in
        if lead_in < 0 and (narrowness < _SURE or ending < 0):
            return index
        weight = narrowness + lead_in + self._opening(place) + ending
        return end if weight > 0 and not _is_no_prose(place.block) else index

    def _shows_nothing(self, place: Place, parts: Sequence[Place]) -> bool:
        """Whether a line or two are no narrower than text may be, and no colon leads into them."""
        lines = sum(len(part.block.lines) for part in parts)
        led = place.before is not None and _COLON.search(place.before.last.ink[-_END:])
        return not led and (lines == 1 or (lines == 2 and self._narrowness(place.block) < 1))

    def keeps_lines(self, lines: Sequence[Line]) -> bool:
        """Whether every line but the last ended by will, as verse and dialogue do."""
        return keeps_lines(lines, self.measure, 1 - 1.2 * self.inset)

    def _end(self, places: Sequence[Place], index: int) -> int:
        """How many blocks belong to what begins at `index`, for a page may part them."""
        end = index + 1
        limit = min(len(places), index + _MOST_PAGES)
        while end < limit and self._runs_over(places[end - 1].block, places[end]):
            end += 1
        return end

    def _runs_over(self, here: Block, place: Place) -> bool:
        """Whether a quotation that `here` may be part of goes on in the next block, on the next page."""
        following = place.block
        if not following.opens_page or place.before is not here:
            return False
        if _has_note(here):
            return False
        if self.measure.had_room(here.last, following.first, of=1 - self.inset):
            return False  # it ended by will
        if here.last.ink.endswith((",", ":")) and self._narrowness(here) <= 1:
            return False  # likelier the lead-in to what follows
        if self._narrowness(following) <= 0 and (len(following.lines) > 1 or not _has_note(following)):
            return False
        return self._narrowness(here) + self._line_narrowness(here.last, following.first) > 0

    def _narrowness(self, block: Block) -> float:
        """What the widths of a block's lines, but the last, say for a narrower measure."""
        pairs = zip(block.lines, block.lines[1:], strict=False)
        weight = sum(self._line_narrowness(line, after) for line, after in pairs)
        weight -= _SURE if self.measure.inset(block.last) < 0.25 * self.inset else 0
        return max(-4 * _SURE, min(2.5 * _SURE, weight))

    def _line_narrowness(self, line: Line, after: Line) -> float:
        """What the width of one line says that another follows in the same block."""
        if self.measure.had_room(line, after):
            return _SURE
        narrower = self.measure.inset(line) / self.inset
        if narrower < 0.25:
            return -1.5 * _SURE  # wider than any line of a display
        # That a long word did not fit leaves a line of prose as narrow.
        return max(-2.0, min(0.7, (narrower - 0.5) * 5))

    def _lead_in(self, place: Place) -> float:
        """What the words before say."""
        if place.before is None:
            return 2.0 if place.under_chapter else -3.0
        ink = place.before.last.ink[-_END:]
        if _COLON.search(ink):
            return 2.0
        if _has_note(place.before):
            return -2.0
        if _FINISHED.search(ink):
            return -3.0
        if place.block.opens_page and not self.measure.had_room(place.before.last, place.block.first):
            return -0.5 if ink.endswith(",") else -3.0  # at a page's foot prose breaks off anywhere
        if ink.endswith((",", "—", "--")):
            return 2.5
        if not self.measure.had_room(place.before.last, place.block.first):
            return 1.0
        # A line that ends by will without a stop may also be a title's, or one of a list.
        return 2.5 if self._narrowness(place.block) > 1 or _has_note(place.block) else 1.4

    def _opening(self, place: Place) -> float:
        """What the first words say."""
        first = place.block.first.ink[0]
        if first.islower() or first in "…[":
            return 0.5 if place.block.gap and not place.block.opens_page else 0.0
        return 0.0

    def _ending(self, last: Block, place: Place) -> float:
        """What the last words, and those after, say."""
        if last.last.ink.endswith(":"):
            return -4.0
        weight = 1.5 if _has_note(last) else -1.5
        after = place.after
        if after is not None and after.gap and not after.opens_page and after.first.ink[0].islower():
            weight += 1.0
        return weight


def _is_no_prose(block: Block) -> bool:
    """Whether a block is a scrap, has no line of words but in capitals, or has mostly rows of figures."""
    if sum(char.isalpha() for line in block.lines for char in line.ink) < _FEWEST:
        return True
    if all(is_capitals(line.ink) or not any(map(str.isalpha, line.ink)) for line in block.lines):
        return True
    rows = sum(sum(map(str.isdigit, line.ink)) > sum(map(str.isalpha, line.ink)) for line in block.lines)
    return rows * 2 > len(block.lines)


def _has_note(block: Block) -> bool:
    """Whether a block ends in a note number."""
    if note_at_end(block.last.ink):
        return True
    # A remark in brackets after the number may run on to the last line.
    return len(block.lines) > 1 and note_at_end(block.lines[-2].ink + " " + block.last.ink) is not None


def keeps_lines(lines: Sequence[Line], measure: Measure, room: float) -> bool:
    """Whether every line but the last ended by will, where a line may use the share `room` of the measure."""
    return len(lines) > 1 and all(
        measure.had_room(line, after, of=room) and not after.ink[0].islower() for line, after in pairwise(lines)
    )
