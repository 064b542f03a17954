"""Calls by sign in unwrapped text: the last such sign above each note that begins with it.

Serves `note_calls`.  Asterisks and daggers are used again and again; where no page tells which belong together, a
note stands below what calls it, and no other of its sign between them.

    … and the toll was two pence.*
    * In 1901.                         ->  a call of the sign behind “pence.”
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from build_edition.rules.draft import Draft

_BEFORE = r"[\w.,;:!?”’\"')]"
SIGN = re.compile(rf"(?:(?<={_BEFORE})|(?<={_BEFORE}[\\\[]))(?P<n>[*†‡§]{{1,3}})(?![*†‡§\w])")
NEARBY = 20_000  # characters above a note within which its call stands


def lone_sign_calls(draft: Draft) -> list[tuple[int, int, str]]:
    """Where the calls begin and end, and their signs."""
    notes = [note for note in draft.marks("note") if str(note.get("n", ""))[:1] in set("*†‡§")]
    if draft.layout == "book" or not notes:
        return []
    tables = draft.lines_of("table")
    places: dict[str, list[int]] = defaultdict(list)
    for match in SIGN.finditer(draft.text):
        if not draft.is_deleted(*match.span("n")) and draft.source.line_number(match.start()) not in tables:
            places[match["n"]].append(match.start("n"))
    found: list[tuple[int, int, str]] = []
    for note in notes:
        sign = str(note.get("n"))
        before = bisect_left(places[sign], note.start)
        if before and places[sign][before - 1] >= note.start - NEARBY:
            start = places[sign][before - 1]
            found.append((start, start + len(sign), sign))
    return found
