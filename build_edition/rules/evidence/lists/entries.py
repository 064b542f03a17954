"""The entries of chronologies and glossaries, each an item of one list.

Looks for: what stands under a heading that says Chronology, Glossary or Abbreviations, up to the next
heading. Where blank lines part the entries, each block is one; where they do not, each line is, but for
those that go on from the one before: after a blank line that breaks an entry in two, or against the
alphabet of the first letters. Where lines are as full as prose, or stand in below years that
rise, these begin the entries; where the first line begins with a bullet, bullets do. Marks `list` with
`type` ("chronology" or "gloss") and `item`.
Leaves alone: a division whose blocks are paragraphs of prose.

    miller one who grinds corn, and in the valley
                                                      → one item
    also one who keeps a weir
    millet a grain
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.blocks import Block, blocks
from build_edition.rules.evidence.layout.measure import Measure, measure_of
from build_edition.rules.evidence.lines.title_words import entries_kind
from build_edition.rules.evidence.lists.markers import begins_with_bullet
from build_edition.source import Line

_YEAR = re.compile(r"(?:c\.\s?)?(\d{3,4})\b")
_FEWEST = 3  # entries that begin with a year or a bullet
_BY_WILL = 0.5  # of the lines that another follows at once, in a list that sets one entry a line
_FULL = 0.8  # of the measure: what entries set beside their years may use


def apply(draft: Draft) -> None:
    """Mark the entries of each such division."""
    heads = draft.marks("head")
    if not any(entries_kind(draft.text[head.start : head.end]) for head in heads):
        return
    measure = measure_of(draft.source)
    pieces = blocks(draft, "fw", "head", "table", "figure", "floatingText", "note")
    starts = [block.first.start for block in pieces]
    limits = [*(head.start for head in heads[1:]), len(draft.text) + 1]
    for head, limit in zip(heads, limits, strict=True):
        kind = entries_kind(draft.text[head.start : head.end])
        if kind is None:
            continue
        inside = pieces[bisect_left(starts, head.end) : bisect_left(starts, limit)]
        entries = _entries(inside, kind, measure)
        if len(entries) < 2:
            continue
        draft.mark_lines("list", entries[0][0], entries[-1][-1], ordered=False, type=kind)
        for entry in entries:
            draft.mark_lines("item", entry[0], entry[-1])


def _entries(inside: Sequence[Block], kind: str, measure: Measure) -> list[list[Line]]:
    """The lines of each entry."""
    bulleted = _bulleted_entries(inside)
    if bulleted:
        return bulleted
    if kind == "gloss":  # a column of years or page numbers is none of it
        inside = [block for block in inside if any(map(str.isalpha, block.ink))]
    dated = _dated_entries(inside, measure) if kind == "chronology" else []
    if dated and all(line.indent > entry[0].indent for entry in dated for line in entry[1:]):
        return dated
    if not inside or any(len(block.lines) > 3 and _is_prose(block, measure) for block in inside):
        return dated
    if sum(len(block.lines) for block in inside) <= 1.5 * len(inside) or _run_on(inside, measure):
        return [list(block.lines) for block in inside]
    return _dense_entries(inside, measure)


def _bulleted_entries(inside: Sequence[Block]) -> list[list[Line]]:
    """The entries that each begin with a bullet; none if the first does not, or there are too few."""
    entries: list[list[Line]] = []
    for line in (line for block in inside for line in block.lines):
        if begins_with_bullet(line.ink):
            entries.append([line])
        elif entries:
            entries[-1].append(line)
        else:
            return []
    return entries if len(entries) >= _FEWEST else []


def _dated_entries(inside: Sequence[Block], measure: Measure) -> list[list[Line]]:
    """The entries that each begin with a year; none if a year is out of order, or an entry ends midway."""
    entries: list[list[Line]] = []
    last = 0
    for line in (line for block in inside for line in block.lines):
        year = _YEAR.match(line.ink)
        if year:
            if int(year[1]) < last:
                return []
            last = int(year[1])
            entries.append([line])
        elif entries and measure.had_room(entries[-1][-1], line, of=_FULL):
            return []
        elif entries:
            entries[-1].append(line)
    return entries if len(entries) >= _FEWEST else []


def _run_on(inside: Sequence[Block], measure: Measure) -> bool:
    """Whether most lines go on from the line above within their block, which had no room for them."""
    pairs = [pair for block in inside for pair in pairwise(block.lines)]
    return sum(measure.had_room(before, line) for before, line in pairs) < _BY_WILL * len(pairs)


def _is_prose(block: Block, measure: Measure) -> bool:
    """Whether most of a block's lines fill the measure."""
    return sum(measure.is_filled(line) for line in block.lines) > 0.6 * len(block.lines)


def _dense_entries(inside: Sequence[Block], measure: Measure) -> list[list[Line]]:
    """The entries of a list that sets one a line."""
    widest = max(measure.width(line) for block in inside for line in block.lines)
    entries: list[list[Line]] = []
    for block in inside:
        for position, line in enumerate(block.lines):
            if not entries:
                entries.append([line])
                continue
            last = entries[-1][-1]
            broken = not position and not block.opens_page and _had_no_room(last, line, widest, measure)
            backwards = _initial(line) < _initial(entries[-1][0])
            if broken or (backwards and len(entries[-1]) > 1):
                entries[-1].append(line)
            else:
                entries.append([line])
    return entries


def _had_no_room(before: Line, line: Line, widest: int, measure: Measure) -> bool:
    """Whether the first word of `line` would not have fitted after `before` in a column of width `widest`."""
    return not measure.had_room(before, line, of=widest / measure.full if measure.full else 1.0)


def _initial(line: Line) -> str:
    """The first letter, by which entries are in order."""
    return next((c for c in line.ink.casefold() if c.isalpha()), "")
