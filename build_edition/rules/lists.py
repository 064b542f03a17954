"""Lists in wrapped text: bulleted, numbered and lettered.

Looks for: lines that begin with a bullet, or with a number or letter that runs on from the item before. An
item goes on over a blank line where its sentence does: where the line before ends without a stop and had no
room for the next word, or the next line begins with a small letter. Marks `list` (with `ordered`) and
`item`; the entries of chronologies and glossaries are `entry_lists`'.
Leaves alone: a number that begins no sequence, a dash that begins a line of prose.

    • bread from the mill, and as much of it as
                                                    → one item, over the blank line
    they could carry;
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from build_edition.rules.draft import Draft
from build_edition.rules.evidence import entry_lists
from build_edition.rules.evidence.blocks import Block, blocks
from build_edition.rules.evidence.measure import Measure, measure_of, without_note
from build_edition.source import Line

_BULLET = re.compile(r"(?P<bullet>[•●▪◦■□‣⁃·*])\s+\S|(?P<dash>[–—-])\s+\S")
_NUMBER = re.compile(r"(?P<open>\(?)(?P<value>\d{1,2}|[a-z]|[A-Z]|[ivx]{1,5})(?P<close>[).:])\s+\S")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_STOPS = (".", ";", "?", "!", "…", ":")
_NEARBY = 60  # lines within which a numbered list may resume


@dataclass(frozen=True, slots=True)
class _Marker:
    """What begins an item: its style, and the values that it may stand for (a bullet: none)."""

    style: str
    values: frozenset[int]


@dataclass(slots=True)
class _List:
    """A list being read: the style of its markers, the first and last line of each item, the last value."""

    style: str
    value: int
    items: list[list[Line]] = field(default_factory=list)


def apply(draft: Draft) -> None:
    """Mark every list."""
    if draft.layout != "book":
        return
    entry_lists.apply(draft)
    measure = measure_of(draft.source)
    pieces = blocks(draft, "fw", "head", "table", "figure", "floatingText", "note", "list")
    for found in _read(draft, pieces, measure):
        ordered = found.style not in ("bullet", "dash")
        draft.mark_lines("list", found.items[0][0], found.items[-1][-1], ordered=ordered)
        for item in found.items:
            draft.mark_lines("item", item[0], item[-1])


def _read(draft: Draft, pieces: Sequence[Block], measure: Measure) -> Iterator[_List]:
    """The lists among the blocks."""
    barriers = sorted(draft.source.line_number(mark.start) for mark in draft.marks("head", "table", "list"))
    barriers.append(len(draft.lines) + 1)
    barrier = 0
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
            marker = _marker(line)
            if current and marker and _follows(current, marker):
                current.items.append([line])
                current.value += 1
            elif current and (position or _goes_on(current.items[-1][-1], line, block.opens_page, measure)):
                current.items[-1].append(line)
            else:
                if current:
                    yield from _finished(current)
                    resumable = current
                current = _begin(marker, line, resumable) if marker and not position else None
    if current:
        yield from _finished(current)


def _begin(marker: _Marker, line: Line, before: _List | None) -> _List | None:
    """The list that this marker begins, or takes up again after a paragraph; None if it does neither."""
    if not marker.values:
        return _List(marker.style, 0, [[line]])
    if 1 in marker.values:
        return _List(marker.style, 1, [[line]])
    near = before is not None and line.number - before.items[-1][-1].number <= _NEARBY
    if before is not None and near and _follows(before, marker):
        return _List(marker.style, before.value + 1, [[line]])
    return None


def _finished(found: _List) -> Iterator[_List]:
    """The list, if it is one: a single bullet is, a single number or dash is not, unless it goes on."""
    if len(found.items) > 1 or found.style == "bullet" or found.value > 1:
        yield found


def _marker(line: Line) -> _Marker | None:
    """What begins an item on this line."""
    ink = line.ink
    bullet = _BULLET.match(ink)
    if bullet:
        return _Marker("bullet" if bullet["bullet"] else "dash", frozenset())
    number = _NUMBER.match(ink)
    if not number or (number["open"] and number["close"] != ")"):
        return None
    value, style = number["value"], number["open"] + number["close"]
    if value.isdecimal():
        return _Marker("1" + style, frozenset({int(value)}))
    if value.isupper():
        return _Marker("A" + style, frozenset({ord(value) - 64}))
    values = {ord(value) - 96} if len(value) == 1 else set()
    if value in _ROMAN:
        values.add(_ROMAN.index(value))
    return _Marker("a" + style, frozenset(values)) if values else None


def _follows(found: _List, marker: _Marker) -> bool:
    """Whether the marker begins the next item of this list."""
    return marker.style == found.style and (not marker.values or found.value + 1 in marker.values)


def _goes_on(before: Line, line: Line, opens_page: bool, measure: Measure) -> bool:
    """Whether an item goes on from line `before` to `line`, over a blank line or onto a new page."""
    bare = without_note(before.ink)
    if bare.rstrip("’”\"')").endswith(_STOPS):
        return False
    if bare != before.ink:
        return line.ink[0].islower()
    return opens_page or line.ink[0].islower() or not measure.had_room(before, line, of=0.97)
