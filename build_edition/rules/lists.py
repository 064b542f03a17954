"""Lists in wrapped text: bulleted, numbered and lettered.

Looks for: lines that begin with a bullet, or with a number or letter that runs on from the item before. The
lines that stand in below an item's first are of it. An item goes on over a blank line where its sentence does:
where the line before ends without a stop and had no room for the next word, or the next line begins with a small
letter; where no left edge tells, it ends with a sentence that ends short of the edge. In text taken out of a PDF
a bullet may stand on the line above its item. Signs that OCR may have made of bullets begin items where a colon
leads into them, or there are three. Marks `list` (with `ordered`) and `item`; the entries of chronologies and
glossaries are `lists.entries`'. Leaves alone: a number that begins no sequence, a dash that begins a line of
prose, and numbered paragraphs: in a text that keeps its left edges, the lines of an item stand in below its
number, those of a paragraph do not.

    • bread from the mill, and as much of it as
                                                    → one item, over the blank line
    they could carry;
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.blocks import Block, blocks
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure, measure_of, without_note
from build_edition.rules.evidence.layout.set_off import set_off
from build_edition.rules.evidence.lines.shape import OPENERS
from build_edition.rules.evidence.lists import entries as entry_lists
from build_edition.rules.evidence.lists import hung
from build_edition.rules.evidence.lists.markers import BULLET, DASH, ODD, Marker, Markers, is_bullet
from build_edition.source import Line

_STOPS = (".", ";", "?", "!", "…", ":")
_SECOND = re.compile(r"\s2\.\s")  # in a sentence that counts
_FULL_STOPS = (".", "?", "!", "…")
_ROOM = 0.9  # of the measure: a line with room for another word there ended by will
_NEARBY = 60  # lines within which a numbered list may resume
_PLAIN = (BULLET, ODD, DASH)
_LONG = 10  # lines of an item that is a paragraph with a number
_KEPT = 0.01  # of the lines stand in, at least, in a file that keeps left edges


@dataclass(slots=True)
class _List:
    """A list being read: the style of its markers, the last value, the lines of each item.

    `led_in` says that a colon stands before it, `resumes` that it goes on with a list of several items.
    """

    style: str
    value: int
    led_in: bool
    resumes: bool
    items: list[list[Line]] = field(default_factory=list)
    depth: int | None = None  # how far the further lines of an item stand in below its marker, if they do

    def holds(self, line: Line) -> bool | None:
        """Whether the left edge shows the line at once below the last item to be of it; None if it shows nothing.

        The first that stands in tells how far the others do, but for an item whose own words begin farther out.
        """
        item = self.items[-1]
        if line.number - item[-1].number > 1 or "\f" in line.text:
            return None
        if any("\f" in further.text for further in item[1:]):  # the page's own margin
            return line.indent >= item[-1].indent - 1 if self.depth else None
        stands_in = line.indent - item[0].indent
        if self.depth is not None:
            words = item[0].ink.partition(" ")[2].lstrip()
            own = len(item[0].ink) - len(words)
            return stands_in >= min(self.depth, own) - 1
        if stands_in < INDENT:
            return None
        self.depth = stands_in
        return True


def apply(draft: Draft) -> None:
    """Mark every list."""
    if draft.layout != "book":
        return
    entry_lists.apply(draft)
    hung.mark(draft)
    measure = measure_of(draft.source)
    quoted = {line.number for part in set_off(draft) for line in part}
    pieces = blocks(draft, "fw", "head", "table", "figure", "floatingText", "note", "list")
    pieces = [block for block in pieces if block.first.number not in quoted]
    found = list(_read(draft, pieces, measure))
    edges = _Edges(draft, pieces)
    numbered = {id(one): edges.hanging(one) for one in found if one.style not in _PLAIN}
    hanging, as_paragraphs = (sum(sign * count > 0 for count in numbered.values()) for sign in (1, -1))
    for one in found:
        ordered = one.style not in _PLAIN
        count = numbered.get(id(one), 1)
        if count < 0 or (not count and as_paragraphs > hanging):
            continue
        draft.mark_lines("list", one.items[0][0], one.items[-1][-1], ordered=ordered)
        for item in one.items:
            draft.mark_lines("item", item[0], item[-1])


class _Edges:
    """What the left edges of a text tell of its numbered items."""

    def __init__(self, draft: Draft, pieces: Sequence[Block]) -> None:
        kept = sum(line.indent >= INDENT for line in draft.ink_lines) >= _KEPT * len(draft.ink_lines)
        indented = sum(block.first_shift >= INDENT > block.shift for block in pieces)
        self._flush = kept and indented < _KEPT * len(pieces)  # paragraphs begin at the margin
        self._shifts = {block.first.number: block.shift for block in pieces}

    def hanging(self, one: _List) -> int:
        """How many items have their further lines in below their marker, less those set as paragraphs are.

        Where no edge tells, items as long as paragraphs are such. What begins with a small letter is no paragraph,
        and of what a colon leads in only an indent is a sign of one.
        """
        items = one.items
        if 2 * sum(item[0].ink.partition(" ")[2][:1].islower() for item in items) > len(items):
            return len(items)
        told = sum(
            self._hangs(item[0], item[1], one.led_in)
            for item in items
            if len(item) > 1 and "\f" not in item[1].text
        )
        return told or -(sum(map(len, items)) > _LONG * len(items))

    def _hangs(self, first: Line, second: Line, led_in: bool) -> int:
        if second.number - first.number > 1:
            return 0
        further = second.indent - first.indent
        if further >= INDENT or self._shifts.get(first.number, 0) >= INDENT:
            return 1
        return -1 if further <= -INDENT or (self._flush and not (first.indent or led_in)) else 0


def _read(draft: Draft, pieces: Sequence[Block], measure: Measure) -> Iterator[_List]:
    """The lists among the blocks."""
    barriers = sorted(draft.source.line_number(mark.start) for mark in draft.marks("head", "table", "list"))
    barriers.append(len(draft.lines) + 1)
    barrier = 0
    live = {line.number: line for block in pieces for line in block.lines}
    markers = Markers(draft.text, live.values())
    above: Line | None = None
    current: _List | None = None
    resumable: _List | None = None
    for block in pieces:
        if barriers[barrier] < block.first.number:
            while barriers[barrier] < block.first.number:
                barrier += 1
            if current:
                yield from _finished(current)
            current = resumable = None
        for position, line in enumerate(block.lines):
            marker = markers.of(line)
            if current and marker and _follows(current, marker) and _may_begin(current, marker, line, measure):
                current.items.append([line])
                current.value += 1
            elif current and _is_within(current, line, live.get(line.number + 1), position, block, measure):
                current.items[-1].append(line)
            else:
                if current:
                    yield from _finished(current)
                    resumable = current
                opens = marker and (not position or _may_open(marker, above, line, measure))
                current = _begin(marker, line, above, resumable) if marker and opens else None
            above = line
    if current:
        yield from _finished(current)


def _is_within(
    found: _List, line: Line, below: Line | None, position: int, block: Block, measure: Measure
) -> bool:
    """Whether a line that begins no item of the list goes on with its last one."""
    if is_bullet(found.items[-1][-1].ink):
        return True
    if _opens_paragraph(found, line, below, measure):
        return False
    shown = found.holds(line)
    if shown is not None:
        return shown
    told = found.led_in or found.style in _PLAIN  # else they may be numbered paragraphs, and their length tells
    if told and position and found.depth is None and _has_ended(found.items[-1][-1], line, measure):
        return False
    return position > 0 or _goes_on(found.items[-1][-1], line, block.opens_page, measure)


def _opens_paragraph(found: _List, line: Line, below: Line | None, measure: Measure) -> bool:
    """Whether a line under an item is a paragraph's first, its indent about as deep as the item's lines stand in.

    The next line then stands farther out than any of the list, and its sentence began in this one.
    """
    if below is None or "\f" in line.text + below.text:
        return False
    farther_out = below.indent < found.items[-1][0].indent and line.indent - below.indent >= INDENT
    if not farther_out or not line.ink.lstrip(OPENERS)[:1].isupper():
        return False
    above = found.items[-1][-1]
    runs_on = not _ends_sentence(line) or measure.had_room(above, line, of=_ROOM)
    return _ends_sentence(above) and runs_on


def _ends_sentence(line: Line) -> bool:
    return without_note(line.ink).rstrip("’”\"')").endswith(_FULL_STOPS)


def _may_open(marker: Marker, above: Line | None, line: Line, measure: Measure) -> bool:
    """Whether a list may begin amid a block: a bullet is nothing else; others need a line above that has ended."""
    if above is None or marker.style == BULLET:
        return True
    if marker.style == "1." and above.ink.endswith(":") and not _SECOND.search(line.ink):
        return True  # brackets stand in sentences too
    ends = (":",) if marker.style in _PLAIN else _STOPS
    return without_note(above.ink).endswith(ends) and measure.had_room(above, line)


def _may_begin(found: _List, marker: Marker, line: Line, measure: Measure) -> bool:
    """Whether a sign may begin the next item here: not where the line above runs on."""
    above = found.items[-1][-1]
    parted = line.number - above.number > 1
    if marker.style == DASH != found.style:
        return parted and without_note(above.ink).endswith(_STOPS)  # a dash as well stands in a sentence
    if marker.style != ODD or parted:
        return True
    return without_note(above.ink).endswith(_STOPS) or measure.had_room(above, line)


def _begin(marker: Marker, line: Line, above: Line | None, before: _List | None) -> _List | None:
    """The list that this marker begins, or takes up again after a paragraph; None if it does neither."""
    led_in = above is not None and above.ink.endswith(":")
    if not marker.values:
        return _List(marker.style, 0, led_in, False, [[line]])
    if 1 in marker.values:
        return _List(marker.style, 1, led_in, False, [[line]])
    near = before is not None and line.number - before.items[-1][-1].number <= _NEARBY
    if before is not None and near and _follows(before, marker):
        resumes = before.resumes or len(before.items) > 1
        return _List(marker.style, before.value + 1, led_in, resumes, [[line]])
    return None


def _finished(found: _List) -> Iterator[_List]:
    """The list, if it is one: a single bullet is, a single number or dash is not, unless it goes on."""
    told = found.items
    found.items = [item for item in told if len(item) > 1 or not is_bullet(item[0].ink)]
    if not found.items or (len(found.items) < 2 and not found.led_in and any(is_bullet(i[0].ink) for i in told)):
        return  # an ornament, or signs with nothing beside them
    enough = len(found.items) > (1 if found.led_in or found.style != ODD else 2)
    if enough or found.style == BULLET or found.resumes:
        yield found


def _follows(found: _List, marker: Marker) -> bool:
    """Whether the marker begins the next item of this list."""
    if {marker.style, found.style} in ({BULLET, ODD}, {DASH, ODD}):
        return True
    return marker.style == found.style and (not marker.values or found.value + 1 in marker.values)


def _has_ended(before: Line, line: Line, measure: Measure) -> bool:
    """Whether a paragraph ends with line `before`, far enough from the edge, and `line` begins another."""
    return _ends_sentence(before) and line.ink[0].isupper() and measure.had_room(before, line, of=_ROOM)


def _goes_on(before: Line, line: Line, opens_page: bool, measure: Measure) -> bool:
    """Whether an item goes on from line `before` to `line`, over a blank line or onto a new page."""
    bare = without_note(before.ink)
    if bare.endswith("</li>"):
        return False
    if bare.rstrip("’”\"')").endswith(_STOPS):
        return False
    if bare != before.ink:
        return line.ink[0].islower()
    return opens_page or line.ink[0].islower() or not measure.had_room(before, line, of=0.97)
