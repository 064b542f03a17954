"""The keys of figures whose drawing is lost: lettered lines under the word KEY, about a caption.

Looks for: a line that says no more than KEY or LEGEND, then lines that begin with letters or numbers in
order, and among or after them the caption. The key may go on after the caption, and over the page; one
remark, set narrower than the text, may close it. All of it is marked `figure` with the caption's `label`,
and in it `list`, `item` and the remark as `p`. What an item has after the caption is a `p` that `continues`.
Leaves alone: a key without caption.

    KEY:
    A: the mill race                              → figure, with a list of two items
    B: the weir
    Figure 3.2 The mill seen from the river.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import mean

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.blocks import Block
from build_edition.rules.evidence.layout.measure import Measure, without_note
from build_edition.source import Line

_KEY = re.compile(r"(?:KEY|LEGEND|Key|Legend)(?: TO (?:THE )?FIGURE)?\s?[:.]?")
_MARKER = re.compile(r"(?P<value>[A-Za-z]|\d{1,2})(?P<close>[:.)])\s+\S")
_FARTHEST = 24  # blocks from the word KEY to the caption
_STOPS = (".", ";", "?", "!")
_NARROW = 0.05  # of the measure, that each line of a remark leaves empty


@dataclass(slots=True)
class _Reading:
    """A key being read: runs of items, parted by the caption, and what else stands in it."""

    end: int
    runs: list[list[list[Line]]] = field(default_factory=lambda: [[]])
    rests: list[list[Line]] = field(default_factory=list)
    style: str = ""
    value: int = 0

    @property
    def is_open(self) -> bool:
        """Whether the last line read ends without a stop, so that what comes next goes on from it."""
        lines = self.rests[-1] if self.rests and not self.runs[-1] else self.runs[-1][-1] if self.runs[-1] else []
        return bool(lines) and not without_note(lines[-1].ink).endswith(_STOPS)


def mark_key(draft: Draft, pieces: Sequence[Block], index: int, captions: dict[int, str], measure: Measure) -> int:
    """Mark the figure whose key begins at this block; the index after it, or `index` if none does.

    `captions` has the label of each block that is a caption.
    """
    if len(pieces[index].lines) > 1 or not _KEY.fullmatch(pieces[index].ink):
        return index
    caption = next((k for k in range(index + 1, min(index + _FARTHEST, len(pieces))) if k in captions), None)
    if caption is None:
        return index
    key = _read(pieces, index, caption)
    if key is None:
        return index
    remark = _remark(pieces, key, measure)
    last = pieces[key.end - 1].last if remark is None else remark.last
    draft.mark_lines("figure", pieces[index].first, last, label=captions[caption])
    for run in key.runs:
        if run:
            draft.mark_lines("list", run[0][0], run[-1][-1], ordered=True)
            for item in run:
                draft.mark_lines("item", item[0], item[-1])
    for rest in key.rests:
        draft.mark_lines("p", rest[0], rest[-1], continues=True)
    if remark is not None:
        draft.mark_lines("p", remark.first, remark.last)
        return key.end + 1
    return key.end


def _read(pieces: Sequence[Block], index: int, caption: int) -> _Reading | None:
    """The key from the block after the word KEY on; None if what stands before the caption is none."""
    key = _Reading(index + 1)
    while key.end < len(pieces):
        block = pieces[key.end]
        if key.end == caption:
            key.runs.append([])
        elif not _take(key, block.lines, after_caption=key.end > caption):
            break
        key.end += 1
    return key if key.end > caption and sum(map(len, key.runs)) > 1 else None


def _take(key: _Reading, lines: Sequence[Line], *, after_caption: bool) -> bool:
    """Add the lines of a block to the key, if they belong to it."""
    if not _follows(key, lines[0]) and not key.is_open and not (after_caption and _open_before(key)):
        return False
    for line in lines:
        if _follows(key, line):
            marker = _MARKER.match(line.ink)
            assert marker is not None
            key.style, key.value = _style(marker), key.value + 1
            key.runs[-1].append([line])
        elif key.runs[-1]:
            key.runs[-1][-1].append(line)
        elif key.rests:
            key.rests[-1].append(line)
        else:
            key.rests.append([line])
    return True


def _open_before(key: _Reading) -> bool:
    """Whether the item that the caption broke off is unfinished, and nothing has gone on from it yet."""
    broken = key.runs[-2] if len(key.runs) > 1 and not key.runs[-1] and not key.rests else []
    return bool(broken) and not without_note(broken[-1][-1].ink).endswith(_STOPS)


def _follows(key: _Reading, line: Line) -> bool:
    """Whether the line begins with the marker that comes next."""
    marker = _MARKER.match(line.ink)
    if marker is None or (key.style and _style(marker) != key.style):
        return False
    value = marker["value"]
    number = int(value) if value.isdecimal() else ord(value.upper()) - ord("A") + 1
    return number == key.value + 1


def _style(marker: re.Match[str]) -> str:
    value = marker["value"]
    return ("1" if value.isdecimal() else "A" if value.isupper() else "a") + marker["close"]


def _remark(pieces: Sequence[Block], key: _Reading, measure: Measure) -> Block | None:
    """The closing remark after the key: one block set to a narrower measure."""
    if key.end >= len(pieces) or key.is_open:
        return None
    block = pieces[key.end]
    insets = [measure.inset(line) for line in block.lines[:-1]]
    narrow = len(insets) > 1 and min(insets) > _NARROW and mean(insets) > 1.5 * _NARROW
    return block if narrow and not block.first.ink[0].islower() else None
