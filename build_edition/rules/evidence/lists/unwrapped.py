"""Lists in unwrapped text: two or more lines running that begin with a bullet, or with numbers that count up.

Serves `paragraphs_unwrapped`.  Bulleted and numbered lines may have a blank line between them; hyphens and
asterisks begin items in lines set tight, or in a text that bears other signs of Markdown.  What HTML tags as an
item (`<li>`) is one.  What stands in below an item is of it, or an item of its own.  Marks `list` (with `ordered`)
and `item`.  Leaves alone a single bullet, dialogue after dashes, and numbers that open paragraphs far apart.

    • bread from the mill;        1. bread
    • salt from the pans.            from the mill
                                  2. salt          ->  list over two items
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import BULLETS, inked_lines, visible_ink
from build_edition.source import Line

_MARKER = re.compile(
    rf"(?:(?P<bullet>[{BULLETS}·⁃])|(?P<sign>[*+-])|(?P<open>\(?)(?P<n>\d{{1,2}}|[a-z]|[ivx]{{2,5}})(?P<close>[.)]))\s+\S"
)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|> \S|\*\*[^*\n]{1,99}\*\*$)", re.MULTILINE)
_TAG = re.compile(r"(?:<[uo]l\b[^<>]{0,99}>\s*)?<li\b", re.IGNORECASE)
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
IN = 2  # characters in which what belongs to an item stands


@dataclass(slots=True)
class _Item:
    """An item: its first and last line, its marker's style, and the values that this may have, if any."""

    line: Line
    last: Line
    style: str
    values: frozenset[int]


def mark(draft: Draft, held: set[int]) -> set[int]:
    """Mark the lists in the lines that are not `held`; returns the numbers of the lines that they take."""
    spent: set[int] = set()
    for run in _runs(draft, held):
        draft.mark_lines("list", run[0].line, run[-1].last, ordered=bool(run[0].values))
        for item in run:
            draft.mark_lines("item", item.line, item.last)
            spent.update(range(item.line.number, item.last.number + 1))
    return spent


def _runs(draft: Draft, held: set[int]) -> Iterator[list[_Item]]:
    """The runs of two or more items; the deeper ones have styles of their own."""
    run: list[_Item] = []
    spaced = _MARKDOWN.search(draft.text) is not None
    foot = inked_lines(draft, "fw", "note")
    passed = 0
    for line in draft.ink_lines:
        if line.number in foot:  # of a page: a list goes on over it
            passed = line.number
        if line.number in foot or not draft.has_ink(line):
            continue
        item = None if line.number in held else _item(line, visible_ink(draft, line))
        if run and item and _goes_on(run, item, passed, spaced):
            run.append(item)
            continue
        if run and not item and line.number not in held and _is_of(run[-1], line):
            run[-1].last = line
            continue
        if len(run) > 1:
            yield run
        run = [item] if item and _is_first(item) else []
    if len(run) > 1:
        yield run


def _item(line: Line, ink: str) -> _Item | None:
    if _TAG.match(line.ink):
        return _Item(line, line, "tag", frozenset())
    match = _MARKER.match(ink)
    if match is None or (match["open"] and match["close"] != ")"):
        return None
    if not match["n"]:
        return _Item(line, line, match["bullet"] or match["sign"], frozenset())
    if match["n"].isdigit():
        return _Item(line, line, f"1{match['open']}{match['close']}", frozenset({int(match["n"])}))
    values = {ord(match["n"]) - 96} if len(match["n"]) == 1 else set()
    values |= {_ROMAN.index(match["n"])} if match["n"] in _ROMAN else set()
    return _Item(line, line, f"a{match['open']}{match['close']}", frozenset(values)) if values else None


def _is_first(item: _Item) -> bool:
    return not item.values or 1 in item.values


def _is_of(item: _Item, line: Line) -> bool:
    """Whether a line without a marker stands in below an item, so that it goes on with it."""
    return line.indent >= item.line.indent + IN and line.number - item.last.number <= 2


def _goes_on(run: list[_Item], item: _Item, passed: int, spaced: bool) -> bool:
    """Whether an item goes on with a list, or stands in below its last.

    `passed` is the last line of a page's foot above it; blank lines may part hyphened items if `spaced`.
    """
    blank = item.line.number - max(run[-1].last.number, passed) - 1
    tight = item.style in ("*", "+", "-") and not spaced
    if blank > (0 if tight else 1):
        return False
    for before in reversed(run):
        if abs(before.line.indent - item.line.indent) < IN and before.style == item.style:
            return _follows(before, item)
        if before.line.indent < item.line.indent:
            return item.line.indent >= before.line.indent + IN and _is_first(item)
    return False


def _follows(before: _Item, item: _Item) -> bool:
    """Whether the marker is the next of its style."""
    return not item.values or any(value + 1 in item.values for value in before.values)
