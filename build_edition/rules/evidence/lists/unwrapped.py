"""Lists in unwrapped text: two or more lines running that begin with a bullet, or with numbers that count up.

Serves `paragraphs_unwrapped`.  Bulleted and numbered lines may have a blank line between them; hyphens and
asterisks begin items only in lines set tight.  What HTML tags as an item (`<li>`) is one.  Marks `list` (with
`ordered`) and `item`.  Leaves alone a single bullet, dialogue after dashes, and numbers that open paragraphs far
apart.

    • bread from the mill;        1. bread
    • salt from the pans.         2. salt      ->  list over two items
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import BULLETS, visible_ink
from build_edition.source import Line

_MARKER = re.compile(
    rf"(?:(?P<bullet>[{BULLETS}·⁃])|(?P<sign>[*+-])|(?P<open>\(?)(?P<n>\d{{1,2}}|[a-z])(?P<close>[.)]))\s+\S"
)
_TAG = re.compile(r"(?:<[uo]l\b[^<>]{0,99}>\s*)?<li\b", re.IGNORECASE)
_FIRST = {"1", "a"}


def mark(draft: Draft, held: set[int]) -> set[int]:
    """Mark the lists in the lines that are not `held`; returns the numbers of the lines that they take."""
    spent: set[int] = set()
    for run in _runs(draft, held):
        draft.mark_lines("list", run[0][0], run[-1][0], ordered=run[0][2] is not None)
        for line, _, _ in run:
            draft.mark_lines("item", line, line)
            spent.add(line.number)
    return spent


_Item = tuple[Line, str, str | None]  # the line, the style of its marker, its number or letter


def _runs(draft: Draft, held: set[int]) -> Iterator[list[_Item]]:
    """The runs of two or more items of one style."""
    run: list[_Item] = []
    for line in draft.ink_lines:
        if not draft.has_ink(line):
            continue
        item = None if line.number in held else _item(line, visible_ink(draft, line))
        if item and run and _follows(run[-1], item):
            run.append(item)
            continue
        if len(run) > 1:
            yield run
        run = [item] if item and (item[2] is None or item[2] in _FIRST) else []
    if len(run) > 1:
        yield run


def _item(line: Line, ink: str) -> _Item | None:
    if _TAG.match(line.ink):
        return line, "tag", None
    match = _MARKER.match(ink)
    if match is None or (match["open"] and match["close"] != ")"):
        return None
    if match["n"]:
        kind = "number" if match["n"].isdigit() else "letter"
        return line, f"{kind}{match['open']}{match['close']}", match["n"]
    return line, match["bullet"] or match["sign"], None


def _follows(before: _Item, item: _Item) -> bool:
    """Whether an item goes on with the list of the one before."""
    if item[1] != before[1]:
        return False
    blank = item[0].number - before[0].number - 1
    if item[2] is None or before[2] is None:
        return blank == 0 or (blank == 1 and item[1] not in "*+-")
    wanted = str(int(before[2]) + 1) if before[2].isdigit() else chr(ord(before[2]) + 1)
    return blank <= 1 and item[2] == wanted
