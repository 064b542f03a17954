"""How a line ends and begins, so far as it tells whether something begins below it.

Serves `displays`.  A line may lead in to what follows, end in a stop, close a quotation, break off in the middle
of a sentence, or end in a note call.

    and the miller wrote to his sister:        → leads in
    “nobody will lend me a spade.”4            → noted
"""

from __future__ import annotations

import re

from build_edition.rules.evidence.layout.measure import note_at_end
from build_edition.source import Line

LEADS_IN, STOPS, CLOSES, BREAKS_OFF, NOTED = range(5)
QUOTED, SMALL, OTHER, AFTERWARDS, GOES_ON = range(5)
_LEAD = re.compile(r"(?:[:,;—–]|--)\W*$|\s-$")
_CLOSED = re.compile(r"[”»\"][.,]?(?:\d{1,3}\W{0,2})?$|[.?!…]’(?:\d{1,3}\W{0,2})?$")
_CALLED = re.compile(r"[”»] \d{1,3}$")  # as a raised figure is read that stands apart
_STOPPED = re.compile(r"[.?!…][^\w,;:—–-]*(?:\d{1,3}\W{0,2})?$")
QUOTES = '“"‘«„'
_TAIL = 30  # characters of a line that tell how it ends


def ending_of(line: Line) -> int:
    """How a line ends."""
    tail = line.ink[-_TAIL:]
    if tail[-1].isalpha():
        return BREAKS_OFF
    if _LEAD.search(tail):
        return LEADS_IN
    if any(map(str.isdecimal, tail[-4:])) and (note_at_end(tail) or _CALLED.search(tail)):
        return NOTED
    if _CLOSED.search(tail):
        return CLOSES
    return STOPS if _STOPPED.search(tail) else BREAKS_OFF


def beginning_of(ink: str) -> int:
    """How a line begins, seen by itself: with a quotation mark, a small letter, or otherwise."""
    if ink[0] in QUOTES:
        return QUOTED
    return SMALL if ink[0].islower() else OTHER
