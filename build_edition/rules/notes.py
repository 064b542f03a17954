"""The bodies of notes: numbered entries under a heading, Markdown footnotes, notes to tables, foot of page.

Looks for a heading “Notes” (or Endnotes, Footnotes …) over lines that count upward from a low number, or over
the items of an HTML list; each `note` (`n`) runs from its number to the next entry, tables and further paragraphs
included, or, in a book, to the blank line after which no entry follows.  Then for `[^1]: …`, and for what HTML
names as a note; for a line under a table that begins with the sign (`*`, `†`) of one of its cells; and for an
essay's line that begins with a sign that a word above bears.  Notes at the foot of printed pages are
`notes.foot_notes`.  Where a note has several blocks each paragraph in it is a `p`; an arrow that leads back to the
call is deleted.  Numbers that stand apart from their notes are left to `notes.sections_apart` and
`notes.numbers_apart`, sections without any to `notes.unnumbered_sections`.  Leaves alone numbered lists under
other headings, and numbers out of sequence.

Notes
-----
    1. See the weavers’ petition.     ->  note n=1
"""

from __future__ import annotations

import re
from bisect import bisect_left

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import inked_lines, visible_ink
from build_edition.rules.evidence.notes import between_paragraphs, sections_apart, tagged, unnumbered_sections
from build_edition.rules.evidence.notes import foot_notes as page_notes
from build_edition.rules.evidence.notes import sections as note_sections
from build_edition.rules.evidence.notes.lone_signs import NEARBY, SIGN
from build_edition.transcript import Mark

RULE = "note-markup"
_MARKDOWN = re.compile(r"(?P<open>\[\^)(?P<n>[\w*-]{1,20})(?P<close>\]:[ \t]*)(?=\S)")
_SIGNED = re.compile(r"(?P<open>\[)?\\?(?P<n>[*†‡§]{1,3})(?P<close>(?(open)\\?\]))[ \t]*(?=[^\W_]|[“‘\"'(])")


def apply(draft: Draft) -> None:
    """Mark the body of every note that can be told from running text."""
    _markdown_notes(draft)
    tagged.mark(draft)
    if draft.layout == "book":
        sections_apart.mark(draft)
    note_sections.mark(draft)
    if draft.layout == "book":
        unnumbered_sections.mark(draft)
    _table_notes(draft)
    if draft.layout == "book":
        if not draft.marks("pb"):
            between_paragraphs.mark(draft, RULE)
        page_notes.mark(draft)
    else:
        _signed_notes(draft)
        between_paragraphs.mark(draft, RULE)
    tagged.strike_returns(draft, RULE)


def _markdown_notes(draft: Draft) -> None:
    """Mark each `[^n]: …`, with the indented lines below it, and delete what is not the number."""
    if "[^" not in draft.text:
        return
    taken = inked_lines(draft, "fw", "head", "table", "figure", "milestone", "byline", "note")
    lines = draft.ink_lines
    for place, line in enumerate(lines):
        match = _MARKDOWN.match(line.ink)
        if not match or line.number in taken:
            continue
        last = line
        for below in range(place + 1, len(lines)):
            after = lines[below]
            if after.indent < 2 or after.number in taken or _MARKDOWN.match(after.ink):
                break
            last = after
        start = line.ink_start
        draft.intervene(start, start + match.end("open"), "", RULE)
        draft.intervene(start + match.start("close"), start + match.end(), ". ", RULE)
        draft.mark_lines("note", line, last, n=match["n"])


def _table_notes(draft: Draft) -> None:
    """Mark the line or lines under a table that begin with a sign of its cells, or name its source."""
    tables = draft.marks("table")
    lines = draft.ink_lines
    by_number = {line.number: place for place, line in enumerate(lines)}
    taken = inked_lines(draft, "note", "head", "table", "milestone", "fw")
    for table in tables:
        place = by_number[draft.source.line_number(table.end - 1)]
        for line in lines[place + 1 : place + 6]:
            match = _SIGNED.match(line.ink)
            if line.number in taken or line.number > lines[place].number + 4 or not match:
                break
            if _bears(draft, table, match["n"]):
                draft.mark_lines("note", line, line, n=match["n"])
                taken.add(line.number)
            place += 1


def _bears(draft: Draft, table: Mark, sign: str) -> bool:
    return draft.text.find(sign, table.start, table.end) >= 0


def _signed_notes(draft: Draft) -> None:
    """Mark an unwrapped line that begins with a sign which one word above it bears."""
    taken = inked_lines(draft, "note", "head", "table", "figure", "milestone", "fw", "byline")
    called: dict[str, list[int]] = {}
    for sign in SIGN.finditer(draft.text):
        called.setdefault(sign["n"], []).append(sign.start("n"))
    for line in draft.ink_lines:
        match = _SIGNED.match(line.ink) if line.ink[0] in "*†‡§[\\" else None
        if not match or line.number in taken or match["n"] not in visible_ink(draft, line)[:5]:
            continue
        calls = called.get(match["n"], [])
        before = bisect_left(calls, line.start)
        if before and calls[before - 1] >= line.start - NEARBY:
            draft.mark_lines("note", line, line, n=match["n"])
            draft.remove(line.ink_start, line.ink_start + match.start("n"), RULE)
            if match["open"] == "[":
                draft.intervene(line.ink_start + match.end("n"), line.ink_start + match.end("close"), "", RULE)
