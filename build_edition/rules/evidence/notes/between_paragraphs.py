"""Notes between the paragraphs of a text without pages, where the foot of a page was, or behind what calls them.

Serves `notes`.  In unwrapped text a raised number (`<sup>3</sup>`, `³`, `$^{3}$`) begins a line only before a
note; so does a number that is called a note's (`[Footnote 3: …]`) in any text.  A number in brackets or a plain
one (`[3]`, `3`, `3.`) begins a list or a section as well: such lines are notes only where most of those of one
form, or of those at the feet of pages, each answer a call of their number above which no other note has
answered.  In wrapped text only a line below a blank one begins a note, which ends with the block, or with the
bracket that it stands in.

    … which the ferry could not cross.3      3 Ledger of the ferry, p. 4.     ->  note n=3
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import LOWERED, inked_lines
from build_edition.source import Line

_TAGS = re.compile(r"(?:<(?:p|div|span|aside|section|footer)\b[^<>]*>\s*)+", re.IGNORECASE)
_FORMS = {
    "raised": re.compile(
        r"(?:<sup>\s*(\d{1,3})\s*</sup>|(?:\$|\\\()\s*(?:\{\s*\}\s*)?\^\s*\{?\s*(\d{1,3})\s*\}?\s*(?:\$|\\\))"
        r"|\^(\d{1,3})\^|([⁰¹²³⁴-⁹]{1,3}))[.)]?\s*(?=\S)"
    ),
    "named": re.compile(r"\[(?:foot)?note\s+(\d{1,3}|[A-Za-z]|[*†‡§]{1,3})\s?[:.]\s+(?=\S)", re.IGNORECASE),
    "brackets": re.compile(r"\[(\d{1,3})\][.:]?\s+(?=\S)"),
    "plain": re.compile(r"(\d{1,3})\s+(?=[A-Z“‘\"'(\[*_«¿])"),
    "stopped": re.compile(r"(\d{1,3})[.)]\s+(?=\S)"),
}
_CALLS = {
    "raised": re.compile(r"(?<=\S)(?:<sup>\s*(\d{1,3})\s*</sup>|\^\s*\{?\s*(\d{1,3})\b|([⁰¹²³⁴-⁹]{1,3}))"),
    "brackets": re.compile(r"(?<=[^\s\[(])\[(\d{1,3}|[A-Za-z]|[*†‡§]{1,3})\]"),
    "plain": re.compile(
        r"(?:(?<=[^\W\d_])|(?<=[.,;:!?…”’\"')\]])(?<!\d[.,:])|(?<=\d{4}[.,;:]))(\d{1,3})(?![\w%]|[.,]\d)"
    ),
}
SURE = ("raised", "named")  # forms that nothing but notes has
WRAPPED = ("named", "brackets")  # forms that begin a note in wrapped text
NEARBY = 200_000  # characters above a note within which its call stands
LONGEST = 80  # lines of a note in wrapped text
FEWEST = 2  # notes of one form that show what it is, where the form is not told by raised numbers
MOST = 0.75  # of them that answer a call


class _Opening(NamedTuple):
    """A note's first and last line, and its number: how it reads, where it stands, where what raises it ends."""

    line: Line
    last: Line
    n: str
    start: int
    end: int
    closes: int


def mark(draft: Draft, rule: str) -> None:
    """Mark the notes of the first form that the text proves to use; `rule` deletes what raises their numbers."""
    numbered = any(note.get("n") for note in draft.marks("note"))  # they answer the calls
    for form, openings in _openings(draft).items():
        if numbered and form not in SURE:
            return
        answered = _answered(openings, _called(draft, openings))
        if form not in SURE and not _shows_notes(openings, answered):
            openings = _at_feet(draft, openings)
            answered = _answered(openings, _called(draft, openings))
            if not _shows_notes(openings, answered):
                continue
        for opening in openings:
            known = opening.line.number in answered
            if known or form in SURE:
                _mark(draft, opening, form, rule, "high" if known else "low")
        if answered:
            return


def _shows_notes(openings: Sequence[_Opening], answered: set[int]) -> bool:
    return len(answered) >= max(FEWEST, MOST * len(openings))


def _at_feet(draft: Draft, openings: Sequence[_Opening]) -> list[_Opening]:
    """Those with nothing but others between them and a page's end, where the text shows pages and has several."""
    tops = {draft.source.line_number(pb.start) for pb in draft.marks("pb")}
    by_line = {opening.line.number: opening for opening in openings}
    found: list[_Opening] = []
    at_foot = True
    for line in reversed(draft.ink_lines):
        if not draft.has_ink(line):
            continue
        at_foot = at_foot and line.number in by_line
        if at_foot:
            found.append(by_line[line.number])
        at_foot = at_foot or line.number in tops
    return found[::-1] if len(tops) >= FEWEST <= len(found) else []


def _mark(draft: Draft, opening: _Opening, form: str, rule: str, cert: str) -> None:
    line, last = opening.line, opening.last
    if draft.text[line.ink_start] in "$\\^[":
        draft.intervene(line.ink_start, opening.start, "", rule)
        draft.intervene(opening.end, opening.closes, ". " if form == "named" else " ", rule)
    if form == "named" and last.ink.endswith("]"):
        draft.intervene(last.ink_end - 1, last.ink_end, "", rule)
    draft.mark_lines("note", line, last, n=opening.n, cert=None if cert == "high" else cert)


def _openings(draft: Draft) -> Mapping[str, Sequence[_Opening]]:
    """The lines that begin as a note does, by form."""
    taken = inked_lines(draft, "fw", "head", "table", "figure", "milestone", "byline", "note")
    forms = WRAPPED if draft.layout == "book" else tuple(_FORMS)
    found: dict[str, list[_Opening]] = {form: [] for form in forms}
    for line in draft.ink_lines:
        if not (line.ink[0].isdigit() or line.ink[0] in "<[$\\^⁰¹²³⁴⁵⁶⁷⁸⁹"):
            continue
        if line.number in taken or not draft.has_ink(line):
            continue
        if draft.layout == "book" and line.number > 1 and not draft.lines[line.number - 2].is_blank:
            continue
        tags = _TAGS.match(line.ink)
        for form in forms:
            if match := _FORMS[form].match(line.ink, tags.end() if tags else 0):
                which = match.lastindex or 0
                start, end = (line.ink_start + place for place in match.span(which))
                n, last = match[which].translate(LOWERED), _last_line(draft, line, form, taken)
                found[form].append(_Opening(line, last, n, start, end, line.ink_start + match.end()))
                break
    return {form: openings for form, openings in found.items() if openings}


def _last_line(draft: Draft, first: Line, form: str, taken: set[int]) -> Line:
    """The last line of a note: the one that shuts its bracket, else the last of its block in wrapped text."""
    lines = draft.lines[first.number - 1 : first.number - 1 + LONGEST]
    lines = lines[: next((place for place, line in enumerate(lines) if line.number in taken), len(lines))]
    if form == "named":
        depth = 0
        for line in lines:
            depth += line.ink.count("[") - line.ink.count("]")
            if depth <= 0 and not line.is_blank:
                return line if line.ink.endswith("]") else first
    if draft.layout != "book":
        return first
    blank = next((place for place, line in enumerate(lines) if line.is_blank), len(lines))
    return lines[blank - 1]


def _called(draft: Draft, openings: Sequence[_Opening]) -> Mapping[str, Sequence[int]]:
    """Where the numbers of these notes are called in the text, by number."""
    wanted = {opening.n for opening in openings}
    starts = {opening.line.start for opening in openings}
    calls: dict[str, list[int]] = defaultdict(list)
    for pattern in _CALLS.values():
        for at, n in _found(pattern, draft.text):
            if n in wanted and draft.source.line_at(at).start not in starts:
                calls[n].append(at)
    return {n: sorted(places) for n, places in calls.items()}


def _found(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    for match in pattern.finditer(text):
        yield match.start(), match[match.lastindex or 0].translate(LOWERED)


def _answered(openings: Sequence[_Opening], calls: Mapping[str, Sequence[int]]) -> set[int]:
    """The numbers of the lines whose note a call above asks for that no note before it has answered."""
    answered: set[int] = set()
    last: dict[str, int] = {}
    for opening in openings:
        places, start = calls.get(opening.n, ()), opening.line.start
        before = bisect_left(places, start)
        if before and places[before - 1] >= max(start - NEARBY, last.get(opening.n, 0)):
            answered.add(opening.line.number)
            last[opening.n] = start
    return answered
