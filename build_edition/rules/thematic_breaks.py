"""Thematic breaks: a row of asterisks or dashes, or a gap, between two stretches of an argument.

Looks for a line of three or more equal ornaments (or a single asterism or fleuron), on the evidence of its
ink alone; the `milestone` covers it.  In unwrapped text a doubled blank line between two paragraphs is taken
for a break whose ornament or numeral is lost, with low certainty and as a point, if such gaps are the
exception and the text has no inked break.  Rules that a program draws at the end of each page of such a text
(`pages.drawn_ends`) are no breaks: they are marked `fw` for `loose_pages`.  Leaves alone rules drawn under a
heading or over a note.

    * * *               ->  milestone over the asterisks
    … came to an end.   (two blank lines)   A year later …   ->  milestone before “A”, rend space, low
"""

from __future__ import annotations

import re
from itertools import pairwise

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import ends_sentence, is_body
from build_edition.rules.evidence.pages.drawn_ends import drawn_ends
from build_edition.rules.evidence.web.words import is_source_note
from build_edition.source import Line

_ORNAMENTS = re.compile(r"(?P<sign>[*•·◊◆✻✽❖#~oO+])(?:\s*(?P=sign)){2,}|[⁂❦❧☙✠]")
_RULE = re.compile(r"(?P<sign>[-–—_=~])(?:\s*(?P=sign)){2,}")
_NOTE_START = re.compile(r"\*(?!\*)|[†‡§]|\(?\d{1,3}[.)\] ]")
EXCEPTION = 0.25  # a gap met oftener than this is the text's ordinary way of parting paragraphs


def apply(draft: Draft) -> None:
    """Mark each inked break; where there is none, the doubled blank lines of unwrapped text."""
    lines = draft.ink_lines
    found = False
    ends = drawn_ends(lines) if draft.layout != "book" else set()
    for place, line in enumerate(lines):
        if place in ends:
            draft.mark_lines("fw", line, line, type="footer")
            continue
        ink = line.ink.replace("\\", "")  # Markdown may escape its signs
        if len(ink) > 80 or not draft.has_ink(line):
            continue
        if _ORNAMENTS.fullmatch(ink):
            draft.mark_lines("milestone", line, line, unit="section", rend="ornament")
            found = True
        elif _RULE.fullmatch(ink) and _parts_text(lines, place):
            draft.mark_lines("milestone", line, line, unit="section", rend="rule")
            found = True
    if not found and draft.layout != "book":
        _mark_gaps(draft, lines)


def _parts_text(lines: tuple[Line, ...], place: int) -> bool:
    """Whether a drawn rule stands free, and not under a heading or over a note."""
    if place == 0 or place + 1 == len(lines):
        return False
    free = lines[place - 1].number < lines[place].number - 1
    return free and not _NOTE_START.match(lines[place + 1].ink)


def _mark_gaps(draft: Draft, lines: tuple[Line, ...]) -> None:
    """Mark doubled blank lines between paragraphs, if they are the exception."""
    pairs = [(a, b) for a, b in pairwise(lines) if b.number - a.number > 1]
    gaps = [(a, b) for a, b in pairs if b.number - a.number > 2]
    if len(gaps) > EXCEPTION * len(pairs):
        return
    for before, after in gaps:
        if _is_paragraph(before) and _is_paragraph(after) and ends_sentence(before.ink):
            start = after.ink_start
            draft.mark("milestone", start, start, unit="section", rend="space", cert="low")


def _is_paragraph(line: Line) -> bool:
    return is_body(line.ink) and not is_source_note(line.ink)
