"""Items that hang on their bullets, whatever OCR made of these: known by where the words stand.

Serves `lists`, for sources that tell the places of words.  The first line of such an item begins farther out than
the others, with something short; what comes after it begins just where the other lines do. That a bullet was read
as a letter or two, or as several signs, changes nothing of it. A list is two such items, or one that a colon
leads into. Leaves alone: numbers and letters with a stop, which `lists` reads as a sequence; notes; a first line
that merely hangs; a line that stands under one at its own edge, for there the list is not begun; a paragraph's
first line under a list.

      ee bread from the mill, as much of it
         as can be carried;                      → an item
      .+ salt from the town.                     → an item
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from build_edition.geometry import Geometry
from build_edition.rules.draft import Draft
from build_edition.source import Line

_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.):]{1,2}")
_NEAR = 0.009  # of the measure: edges that differ by less are one
_LEAST, _MOST = 0.015, 0.12  # of the measure: how far an item may hang out
_WORDS, _LETTERS = 3, 3  # of what may have been a bullet
_INWARD = 0.01  # of the measure: how far the bullet itself stands in, at least
_STOPS = (".", "?", "!", "…", ";", ":", ",")  # with which an item may end
_FEWEST = 2  # items of a list that nothing leads into


@dataclass(slots=True)
class _Hung:
    """A list as it is read: where its bullets and its lines begin, as shares of the measure."""

    bullet: float
    edge: float
    led_in: bool
    items: list[list[Line]] = field(default_factory=list)


def mark(draft: Draft) -> None:
    """Mark the lists of such items."""
    geometry = draft.source.geometry
    if geometry is None or not geometry.words:
        return
    taken = draft.lines_of("fw", "head", "table", "figure", "floatingText", "note")
    live = [line for line in draft if line.number not in taken]
    for found in _read(geometry, live):
        if len(found.items) >= _FEWEST or found.led_in:
            draft.mark_lines("list", found.items[0][0], found.items[-1][-1], ordered=False)
            for item in found.items:
                draft.mark_lines("item", item[0], item[-1])


def _read(geometry: Geometry, live: Sequence[Line]) -> list[_Hung]:
    found: list[_Hung] = []
    current: _Hung | None = None
    for place, line in enumerate(live):
        own = geometry.lines.get(line.number)
        left = own.left if own else -1.0
        below = live[place + 1 : place + 2]
        if current and own and _is(left, current.bullet) and _goes_on(geometry, line, below, current.edge):
            current.items.append([line])
        elif current and own and _is(left, current.edge):
            current.items[-1].append(line)
        else:
            above = live[place - 1] if place else None
            current = _begun(geometry, line, below, above)
            if current:
                found.append(current)
    return found


def _begun(geometry: Geometry, line: Line, after: Sequence[Line], above: Line | None) -> _Hung | None:
    """The list that a line begins, if the next one stands in below what comes after its bullet."""
    own, over = geometry.lines.get(line.number), geometry.lines.get(line.number - 1)
    below = geometry.lines.get(line.number + 1) if after and after[0].number == line.number + 1 else None
    if own and over and _is(over.left, own.left):
        return None  # it goes on in what stands above
    if own is None or below is None or own.left < _INWARD or not _LEAST <= below.left - own.left <= _MOST:
        return None
    if not _word_at(geometry, line, below.left):
        return None
    led_in = above is not None and above.ink.endswith(":")
    return _Hung(own.left, below.left, led_in, [[line]])


def _goes_on(geometry: Geometry, line: Line, after: Sequence[Line], edge: float) -> bool:
    """Whether a line that begins where the bullets of a list do is an item; its bullet may be glued to a word.

    But if its sentence goes on in a line that begins farther out, it is a paragraph's first.
    """
    if not line.ink[0].isalnum():
        return True
    below = geometry.lines.get(line.number + 1) if after and after[0].number == line.number + 1 else None
    if below and below.left <= geometry.lines[line.number].left - _LEAST and not line.ink.endswith(_STOPS):
        return False
    return _word_at(geometry, line, edge)


def _word_at(geometry: Geometry, line: Line, edge: float) -> bool:
    """Whether a word of the line begins at an edge, and what stands before it may have been a bullet."""
    own = geometry.lines[line.number]
    share = own.box.width / (own.right - own.left) if own.right > own.left else 0.0
    if not share:
        return False
    words = geometry.within(line.start, line.end)
    for before, word in pairwise(words[: _WORDS + 1]):
        if word.box is None:
            return False
        sign = line.text[: before.end - line.start].strip()
        if sum(map(str.isalnum, sign)) > _LETTERS or _NUMBER.fullmatch(sign):
            return False
        if _is(own.left + (word.box.left - own.box.left) / share, edge):
            return True
    return False


def _is(place: float, edge: float) -> bool:
    return abs(place - edge) <= _NEAR
