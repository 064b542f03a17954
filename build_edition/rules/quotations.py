"""Displayed quotations: blocks set to a narrower measure, or indented, that the text around them leads into.

Looks for, and weighs together: lines that end before the measure is filled although the next word would
have fitted; a lead-in (a line before that ends in a colon, a comma or no stop at all, for no paragraph ends
so); a note number at the end; a first letter that is small, for it goes on from the lead-in; what is left
after it. A quotation runs over the page if what opens the next page is set as narrow. What stands narrow
between a chapter's title and its first line is an `epigraph` as well. A colon may also lead into a block
that is all in quotation marks, or into words that introduce a list: both are quotations of low certainty. One
whose lines all ended by will (verse, a dialogue) has `rend="lines"`, and each line of it is a `p`.
Leaves alone: other full lines, whatever leads into them; index entries; a quotation within a sentence.

    As the miller once said,
                                           → quote, from "no wheel" to the note number
    no wheel turns for him who only
    looks at the water.12
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.blocks import Block, blocks, blocks_parted
from build_edition.rules.evidence.measure import Measure, measure_of, note_at_end
from build_edition.rules.evidence.page_heads import is_capitals
from build_edition.rules.evidence.titles import is_listing
from build_edition.source import Line
from build_edition.transcript import Mark, Value

_INSET = 0.085  # of the measure: how much narrower a display commonly is set, until the text itself tells
_NEAR = 4  # lines between a lead-in and its list
_MOST_PAGES = 20  # over which a quotation may run
_SURE = 3.5  # the weight of a line that decides almost alone
_COLON = re.compile(r":\s?[—–-]?$")
# A full stop, and after it only closing marks and a note call, even a misread one.
_FINISHED = re.compile(r"[.?!…][^\w,:—–-]*(?:\d{1,3}\W{0,2})?$")
_CLOSED = re.compile(r"[”’\"][^\w,:]*(?:\d{1,3}\W{0,2})?$")
_END = 30  # characters of a line that tell how it ends


@dataclass(frozen=True, slots=True)
class _Place:
    """A block and where it stands: `before` it at once, if no display or heading parts them."""

    block: Block
    before: Block | None
    after: Block | None
    under_chapter: bool
    in_listing: bool  # an index or the like, all short lines


def apply(draft: Draft) -> None:
    """Mark every displayed quotation."""
    if draft.layout != "book":
        return
    measure = measure_of(draft.source)
    if not measure.full:
        return
    places = _places(draft)
    indented = any(place.block.shift or place.block.first_shift for place in places)
    judge = _Judge(measure, _usual_inset(places, measure), indented)
    lists = {draft.source.line_number(mark.start): mark for mark in draft.marks("list")}
    index = 0
    in_series = False
    while index < len(places):
        end = judge.quotation(places, index, in_series=in_series)
        in_series = end > index
        if in_series:
            first, last = places[index].block.first, places[end - 1].block.last
            lines = [line for place in places[index:end] for line in place.block.lines]
            kept = judge.keeps_lines(lines)
            rend = "lines" if kept else None
            if places[index].under_chapter:
                draft.mark_lines("epigraph", first, last, rend=rend)
            draft.mark_lines("quote", first, last, rend=rend)
            for line in lines if kept else ():
                draft.mark_lines("p", line, line, continues=True if line is not first else None)
        elif judge.is_quoted_block(places[index]):
            draft.mark_lines("quote", places[index].block.first, places[index].block.last, cert="low")
            in_series = True
        elif listed := _list_within(draft, places[index], lists):
            draft.mark("quote", places[index].block.first.ink_start, listed.end, cert="low")
            in_series = True
        index = max(end, index + 1)


def _list_within(draft: Draft, place: _Place, lists: Mapping[int, Mark]) -> Mark | None:
    """The list that a quotation introduces: both have a lead-in with a colon, and a note number ends the list."""
    if place.before is None or not place.before.last.ink.endswith(":") or not place.block.last.ink.endswith(":"):
        return None
    after = range(place.block.last.number + 1, place.block.last.number + _NEAR)
    listed = next((lists[number] for number in after if number in lists), None)
    return listed if listed and note_at_end(draft.text[listed.start : listed.end]) else None


def _places(draft: Draft) -> list[_Place]:
    """The blocks that nothing else has claimed, each with its neighbours."""
    displays = ("head", "table", "figure", "list", "floatingText")
    pieces = blocks(draft, "fw", "note", *displays)
    parted = blocks_parted(draft, pieces, displays)
    heads: dict[int, Value] = {}
    listings: list[tuple[int, bool]] = [(0, False)]
    for head in draft.marks("head"):
        heads[draft.source.line_number(head.end - 1)] = head.get("level")
        listings.append((head.start, is_listing(draft.text[head.start : head.end])))
    places = []
    at = 0
    for i, block in enumerate(pieces):
        while at + 1 < len(listings) and listings[at + 1][0] < block.first.start:
            at += 1
        before = pieces[i - 1] if i and not parted[i] else None
        after = pieces[i + 1] if i + 1 < len(pieces) and not parted[i + 1] else None
        above = next((n for n in range(block.first.number - 1, block.first.number - 5, -1) if n in heads), 0)
        places.append(_Place(block, before, after, heads.get(above) in (1, 2), listings[at][1]))
    return places


def _usual_inset(places: Sequence[_Place], measure: Measure) -> float:
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
class _Judge:
    """Weighs the evidence, in units that add up like the logarithms of odds."""

    measure: Measure
    inset: float
    indented: bool  # whether the text keeps its indents

    def quotation(self, places: Sequence[_Place], index: int, *, in_series: bool) -> int:
        """The index after the last block of the quotation that begins at `index`; `index` if none does.

        `in_series` says that the block before is a quotation too: one lead-in may serve both.
        """
        place = places[index]
        if place.in_listing or all(is_capitals(line.ink) for line in place.block.lines):
            return index
        end = self._end(places, index)
        last = places[end - 1].block
        narrowness = sum(self._narrowness(p.block) for p in places[index:end])
        if end > index + 1:
            narrowness += self._line_narrowness(place.block.last, last.first)
        ending = self._ending(last, places[end - 1])
        lead_in = self._lead_in(place)
        if in_series and place.before is not None:
            alike = place.block.first.ink[0].islower() or narrowness >= (2.0 if ending > 0 else _SURE)
            lead_in = max(lead_in, 0.0) if alike else lead_in
        if lead_in < 0 and (narrowness < _SURE or (ending < 0 and place.block.shift < 2)):
            return index
        weight = narrowness + lead_in + self._opening(place) + ending
        return end if weight > 0 else index

    def is_quoted_block(self, place: _Place) -> bool:
        """Whether a colon leads into a block of its own that is all in quotation marks.

        Set in smaller type to the full measure, it is a displayed quotation; else it may be speech.
        """
        if self.indented or place.before is None or not place.block.gap or len(place.block.lines) < 2:
            return False
        first, last = place.block.first.ink, place.block.last.ink
        led_in = bool(_COLON.search(place.before.last.ink[-_END:]))
        return led_in and first[0] in '“‘"' and bool(_CLOSED.search(last[-_END:]))

    def keeps_lines(self, lines: Sequence[Line]) -> bool:
        """Whether every line but the last ended by will, as verse and dialogue do."""
        room = 1 - 1.2 * self.inset
        return len(lines) > 1 and all(
            self.measure.had_room(line, after, of=room) and not after.ink[0].islower()
            for line, after in pairwise(lines)
        )

    def _end(self, places: Sequence[_Place], index: int) -> int:
        """How many blocks belong to what begins at `index`, for a page may part them."""
        end = index + 1
        limit = min(len(places), index + _MOST_PAGES)
        while end < limit and self._runs_over(places[end - 1].block, places[end]):
            end += 1
        return end

    def _runs_over(self, here: Block, place: _Place) -> bool:
        """Whether a quotation that `here` may be part of goes on in the next block, on the next page."""
        following = place.block
        if not following.opens_page or place.before is not here or abs(here.shift - following.shift) > 1:
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
        if self.indented:  # the left edge tells, and a line alone may be a paragraph's first
            return 2.5 * _SURE if block.shift >= 2 and len(block.lines) > 1 else -2 * _SURE
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

    def _lead_in(self, place: _Place) -> float:
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
        if ink.endswith((",", "—")):
            return 2.5
        if not self.measure.had_room(place.before.last, place.block.first):
            return 1.0
        # A line that ends by will without a stop may also be a title's, or one of a list.
        return 2.5 if self._narrowness(place.block) > 1 or _has_note(place.block) else 1.4

    def _opening(self, place: _Place) -> float:
        """What the first words say."""
        first = place.block.first.ink[0]
        if first.islower() or first in "…[":
            return 0.5 if place.block.gap and not place.block.opens_page else 0.0
        return 0.0

    def _ending(self, last: Block, place: _Place) -> float:
        """What the last words, and those after, say."""
        if last.last.ink.endswith(":"):
            return -4.0
        weight = 1.5 if _has_note(last) else -1.5
        after = place.after
        if after is not None and after.gap and not after.opens_page and after.first.ink[0].islower():
            weight += 1.0
        return weight


def _has_note(block: Block) -> bool:
    """Whether a block ends in a note number."""
    if note_at_end(block.last.ink):
        return True
    # A remark in brackets after the number may run on to the last line.
    return len(block.lines) > 1 and note_at_end(block.lines[-2].ink + " " + block.last.ink) is not None
