"""Lists in wrapped text: bulleted, numbered and lettered.

Looks for: lines that begin with a bullet, or with a number or letter that runs on from the item before. An
item goes on over a blank line where its sentence does: where the line before ends without a stop and had no
room for the next word, or the next line begins with a small letter. Signs that OCR may have made of bullets
begin items where a colon leads into them, or there are three. Marks `list` (with `ordered`) and `item`; the
entries of chronologies and glossaries are `lists.entries`'.
Leaves alone: a number that begins no sequence, a dash that begins a line of prose, and numbered paragraphs: in a
text that keeps its indents, the lines of an item stand in below its number, those of a paragraph do not.

    • bread from the mill, and as much of it as
                                                    → one item, over the blank line
    they could carry;
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.blocks import Block, blocks
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure, measure_of, without_note
from build_edition.rules.evidence.lists import entries as entry_lists
from build_edition.rules.evidence.lists.markers import BULLET, DASH, ODD, Marker, Markers
from build_edition.source import Line

_STOPS = (".", ";", "?", "!", "…", ":")
_NEARBY = 60  # lines within which a numbered list may resume
_PLAIN = (BULLET, ODD, DASH)


@dataclass(slots=True)
class _List:
    """A list being read: the style of its markers, the last value, the first and last line of each item.

    `led_in` says that a colon stands before it, `resumes` that it goes on with a list of several items; `hanging`
    counts the items whose lines stand in below their marker, less those that are set as paragraphs are.
    """

    style: str
    value: int
    led_in: bool
    resumes: bool
    items: list[list[Line]] = field(default_factory=list)
    hanging: int = 0


def apply(draft: Draft) -> None:
    """Mark every list."""
    if draft.layout != "book":
        return
    entry_lists.apply(draft)
    measure = measure_of(draft.source)
    pieces = blocks(draft, "fw", "head", "table", "figure", "floatingText", "note", "list")
    found = list(_read(draft, pieces, measure))
    numbered = sum(one.hanging > 0 for one in found if one.style not in _PLAIN)
    as_paragraphs = sum(one.hanging < 0 for one in found if one.style not in _PLAIN)
    for one in found:
        ordered = one.style not in _PLAIN
        if ordered and (one.hanging < 0 or (not one.hanging and as_paragraphs > numbered)):
            continue
        draft.mark_lines("list", one.items[0][0], one.items[-1][-1], ordered=ordered)
        for item in one.items:
            draft.mark_lines("item", item[0], item[-1])


def _read(draft: Draft, pieces: Sequence[Block], measure: Measure) -> Iterator[_List]:
    """The lists among the blocks."""
    barriers = sorted(draft.source.line_number(mark.start) for mark in draft.marks("head", "table", "list"))
    barriers.append(len(draft.lines) + 1)
    barrier = 0
    markers = Markers(draft.text, (line for block in pieces for line in block.lines))
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
                current.hanging += _hangs(block, position)
            elif current and (position or _goes_on(current.items[-1][-1], line, block.opens_page, measure)):
                current.items[-1].append(line)
            else:
                if current:
                    yield from _finished(current)
                    resumable = current
                current = _begin(marker, line, above, resumable) if marker and not position else None
                if current:
                    current.hanging += _hangs(block, position)
            above = line
    if current:
        yield from _finished(current)


def _hangs(block: Block, position: int) -> int:
    """1 for an item whose further lines stand in, −1 for one set as a paragraph is, 0 where nothing tells."""
    if position or len(block.lines) == 1:
        return 0
    return 1 if block.shift >= INDENT else -1 if block.first_shift >= INDENT else 0


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
    enough = len(found.items) > (1 if found.led_in or found.style != ODD else 2)
    if enough or found.style == BULLET or found.resumes:
        yield found


def _follows(found: _List, marker: Marker) -> bool:
    """Whether the marker begins the next item of this list."""
    if {marker.style, found.style} in ({BULLET, ODD}, {DASH, ODD}):
        return True
    return marker.style == found.style and (not marker.values or found.value + 1 in marker.values)


def _goes_on(before: Line, line: Line, opens_page: bool, measure: Measure) -> bool:
    """Whether an item goes on from line `before` to `line`, over a blank line or onto a new page."""
    bare = without_note(before.ink)
    if bare.rstrip("’”\"')").endswith(_STOPS):
        return False
    if bare != before.ink:
        return line.ink[0].islower()
    return opens_page or line.ink[0].islower() or not measure.had_room(before, line, of=0.97)
