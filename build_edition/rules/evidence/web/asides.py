"""What those who transcribed a text for a library say in it: of pictures, of the margin, of their own work.

Serves `site_furniture`.  A block in brackets names what the print has there: a picture (a `figure`, with its
caption if any), a note in the margin (a `note` with `place`), or a note of the transcriber (a `note` of type
"source").  So are the line under the library's first limit that says who made the copy, and all that stands at
the end of the text under “Transcriber’s Note”.

    [Illustration: The weir in flood]     ->  figure
    [Sidenote: The toll is doubled]       ->  note, place margin
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_edition.rules.draft import Draft
from build_edition.source import Line

_OPENING = re.compile(
    r"[\[{](?:(?P<picture>Illustrations?|Image|Picture|Decoration|Map|Plate|Music(?: notation)?)\b"
    r"|(?P<margin>Side-?note|Margin(?:al note)?)\s?:|(?P<own>Transcriber[’']?s?[’']? ?notes?|T\.?N\.?)\s?:)",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?:this )?(?:e-?(?:book|text) (?:was )?)?(?:produced|prepared|transcribed|created|scanned|digiti[sz]ed)"
    r"(?: and \w+)? (?:by|from)\b",
    re.IGNORECASE,
)
_OWN_NOTES = re.compile(r"[_*=]*transcriber[’']?s?[’']? notes?[:.]?[_*=]*", re.IGNORECASE)
LONGEST = 12  # lines of a block in brackets
BELOW = 4  # lines below the library's limit
LAST = 0.1  # of the text, in which the transcriber's notes at its end stand


def mark(draft: Draft, limits: tuple[int, int] | None) -> None:
    """Mark them; `limits` are the places of the inked lines between which the library has the text."""
    lines = draft.ink_lines
    for place, line in enumerate(lines):
        opening = _OPENING.match(line.ink) if line.ink[0] in "[{" else None
        last = _shut(lines, place) if opening and draft.has_ink(line) else None
        if opening is None or last is None:
            continue
        if opening["picture"]:
            draft.mark_lines("figure", line, last)
        elif opening["margin"]:
            draft.mark_lines("note", line, last, place="margin")
        else:
            draft.mark_lines("note", line, last, type="source")
    first, end = limits or (-1, len(lines))
    for place in range(first + 1, min(first + 1 + BELOW, end)) if limits else ():
        if _MADE.match(lines[place].ink):
            draft.mark_lines("note", lines[place], lines[_block_end(lines, place)], type="source")
            break
    if "ranscriber" in draft.text or "RANSCRIBER" in draft.text:
        _mark_own_notes(draft, lines[: end + 1] if limits is None else lines[:end])


def _shut(lines: Sequence[Line], place: int) -> Line | None:
    """The line that ends with the bracket which the line at `place` opens."""
    depth = 0
    for line in lines[place : place + LONGEST]:
        depth += sum(line.ink.count(sign) for sign in "[{") - sum(line.ink.count(sign) for sign in "]}")
        if depth <= 0:
            return line if line.ink.endswith(("]", "}")) else None
    return None


def _block_end(lines: Sequence[Line], place: int) -> int:
    while place + 1 < len(lines) and lines[place + 1].number == lines[place].number + 1:
        place += 1
    return place


def _mark_own_notes(draft: Draft, lines: Sequence[Line]) -> None:
    """Mark the notes of the transcriber that close the text."""
    for place in range(int(len(lines) * (1 - LAST)), len(lines) - 1):
        if _OWN_NOTES.fullmatch(lines[place].ink):
            draft.mark_lines("note", lines[place], lines[-1], type="source")
            return
