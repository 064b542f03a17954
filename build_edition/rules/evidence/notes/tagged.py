"""Notes that HTML tells: by the name of their tag, or as the items of a list under a heading that announces notes.

Serves `notes` and `sections`.  The name of a tag says that it holds a note, and which (`<li id="fn3">`); a list
that is known for notes by its heading counts its items itself, from where the list or the item says.  What leads
back from a note to its call is no part of it.

    <li id="fn3">Ledger of the ferry, p. 4. <a href="#ref3">↩</a></li>    ->  note n=3, the arrow deleted
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import inked_lines, visible_ink
from build_edition.source import Line

_ITEM = re.compile(r"(?:<ol\b(?P<list>[^<>]{0,200})>\s*)?<li\b(?P<item>[^<>]{0,200})>", re.IGNORECASE)
_COUNT = re.compile(r"\b(?:start|value)\s*=\s*[\"']?(?P<n>\d{1,4})", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:<(?:ol|ul|div|section|aside|p)\b[^<>]{0,200}>\s*)?<(?:li|p|div|aside|span|a)\b[^<>]{0,200}?"
    r"\b(?:id|name)\s*=\s*[\"']?_?(?:cite_?|foot|end)?(?:fn|ftn|edn|note)s?[-_:.]?(?P<n>\d{1,4})\b",
    re.IGNORECASE,
)
_ARROWS = "↩↑⤴⏎⮌"
_RETURN = re.compile(rf"[ \t\u00a0]*[{_ARROWS}]\ufe0e?")
FEWEST = 2  # named notes that show a habit


def mark(draft: Draft) -> None:
    """Mark the notes that the names of their tags tell, each of them a line."""
    if "<" not in draft.text:
        return
    taken = inked_lines(draft, "fw", "head", "table", "figure", "milestone", "byline", "note")
    found = [
        (line, match["n"])
        for line in draft.ink_lines
        if line.ink[0] == "<" and line.number not in taken and (match := _NAMED.match(line.ink))
    ]
    if len(found) >= FEWEST:
        for line, n in found:
            if draft.has_ink(line):
                draft.mark_lines("note", line, line, n=n)


def entries(draft: Draft, group: Sequence[Line]) -> Iterator[tuple[list[Line], str]]:
    """The lines and the number of each item of the lists in a group of notes, if it is all lists."""
    found: list[tuple[list[Line], str]] = []
    above = draft.lines[max(group[0].number - 2, 0)].ink if group else ""
    told = _COUNT.search(above) if above[:3].lower() == "<ol" else None
    due = int(told["n"]) if told else 1
    for line in group:
        item = _ITEM.match(line.ink)
        if item is None and not found:
            return
        if item is None:
            found[-1][0].append(line)
            continue
        told = _COUNT.search(item["item"]) or (_COUNT.search(item["list"]) if item["list"] else None)
        n = int(told["n"]) if told else due
        found.append(([line], str(n)))
        due = n + 1
    yield from found


def strike_returns(draft: Draft, rule: str) -> None:
    """Delete the arrows that lead from a note back to its call."""
    if not any(sign in draft.text for sign in _ARROWS):
        return
    for note in draft.marks("note"):
        for match in _RETURN.finditer(draft.text, note.start, note.end):
            if visible_ink(draft, draft.source.line_at(match.start())) != match[0].strip():
                draft.intervene(*match.span(), "", rule)
