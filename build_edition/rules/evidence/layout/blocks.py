"""Blocks: what the eye sees as one piece of a hard-wrapped page, before anyone says what it is.

A block is a run of live lines with no blank line between them, on one page. In a text that keeps its
indents, a block also ends where a first-line indent begins a paragraph, and where the left edge of a
display begins or ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.left_edges import INDENT, openings_of, shifts_of
from build_edition.rules.evidence.layout.measure import measure_of
from build_edition.source import Line

_ENDS = (".", "?", "!", ":", "…", "”", "’", '"', ")")  # of a paragraph


@dataclass(frozen=True)
class Block:
    """A run of lines. `gap` blank or dead lines stand before it; `opens_page` if a page begins with it.

    `shift` is how far its lines (after the first) stand right of the page's left edge, and `first_shift`
    its first line, in characters; both are 0 in a text without indents.
    """

    lines: tuple[Line, ...]
    gap: int
    opens_page: bool
    shift: int = 0
    first_shift: int = 0

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @cached_property
    def ink(self) -> str:
        """Its text on one line."""
        return " ".join(line.ink for line in self.lines)


def blocks(draft: Draft, *taken: str) -> list[Block]:
    """The blocks of all live lines that no mark of the kinds `taken` touches."""
    without = draft.lines_of(*taken) if taken else set()
    openings = {draft.source.line_number(mark.start) for mark in draft.marks("pb")}
    live = [line for line in draft if line.number not in without]
    shifts = shifts_of(live, openings_of(draft, live), measure_of(draft.source))
    indents = any(shifts)
    first_line = _first_line_indent(shifts) if indents else 0
    found: list[Block] = []
    for start, end in _runs(live, openings, shifts, first_line):
        lines = tuple(live[start:end])
        before = live[start - 1].number if start else 0
        rest = Counter(shifts[start + 1 : end] or shifts[start:end]).most_common(1)[0][0] if indents else 0
        found.append(Block(lines, lines[0].number - before - 1, lines[0].number in openings, rest, shifts[start]))
    return found


def _runs(
    live: Sequence[Line], openings: set[int], shifts: Sequence[int], first_line: int
) -> Iterator[tuple[int, int]]:
    """Where each block starts and ends in `live`."""
    start = 0
    indents = any(shifts)
    for index in range(1, len(live) + 1):
        if index == len(live):
            break
        line, before = live[index], live[index - 1]
        parted = line.number - before.number > 1 or line.number in openings
        if not parted and indents:
            of_one_line = _is_paragraph(before, line, shifts[index - 1 : index + 1], first_line)
            parted = of_one_line or _begins_at_indent(shifts, start, index)
        if parted:
            yield start, index
            start = index
    if live:
        yield start, len(live)


def _begins_at_indent(shifts: Sequence[int], start: int, index: int) -> bool:
    """Whether the left edge shows that a block begins at `index`, the last having begun at `start`."""
    here, before = shifts[index], shifts[index - 1]
    if abs(here - before) < INDENT:
        return False
    if here > before:
        return True  # a first-line indent, or a display begins
    if index - start > 1:
        return True  # a display ends; but after one line it was a first-line indent
    # … unless that line stood in below the one before, as an item's second line does below its number.
    return start > 0 and shifts[start] - INDENT >= shifts[start - 1] >= here + INDENT


def _first_line_indent(shifts: Sequence[int]) -> int:
    """How far a paragraph's first line stands in, in most paragraphs; 0 in a text without indents."""
    alone = (
        here
        for before, here, after in zip(shifts, shifts[1:], shifts[2:], strict=False)
        if here - max(before, after) >= INDENT
    )
    usual = Counter(alone).most_common(1)
    return usual[0][0] if usual else 0


def _is_paragraph(before: Line, line: Line, shifts: Sequence[int], first_line: int) -> bool:
    """Whether `before` is a paragraph of one line: it and `line` are indented as first lines are."""
    if not first_line or any(abs(shift - first_line) > 1 for shift in shifts):
        return False
    return before.ink.endswith(_ENDS) and not line.ink[0].islower()


def parted(draft: Draft, offsets: Iterable[int], kinds: tuple[str, ...]) -> list[bool]:
    """For each rising offset, whether a mark of these kinds begins between it and the one before."""
    starts = sorted(mark.start for mark in draft.marks(*kinds))
    found, at = [], 0
    for offset in offsets:
        before = at
        while at < len(starts) and starts[at] < offset:
            at += 1
        found.append(at > before)
    return found
