"""How the lines at the foot of a scanned page part into notes.

Serves `scanned_feet`.  A line begins a note where the one above has ended and a sign, a figure, or a blank line
and a capital opens it; a sign between two citations begins one within a line.  What numbers have shown to begin a
note begins one here too.

    “Roe, Book of the Bridge, p. 4. ® Ibid. p. 7.      ->  three notes
    *Doe, p. 9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_edition.rules.evidence.lines.shape import opens_lower
from build_edition.rules.evidence.notes.call_candidates import is_abbreviated
from build_edition.rules.evidence.notes.foot_pages import Page
from build_edition.rules.evidence.notes.openings import IBIDEM, is_located
from build_edition.rules.evidence.notes.style import Foot, Note

SHORT = 0.8  # of the measure: a line that ends by will
# What a line may begin with that is a misread number: a quotation mark, and what would close it; any sign.
CLOSED = {"“": '”"', '"': '"”', "‘": "’'", "'": "'’", "’": "", "”": ""}
SIGNED = re.compile(r"(?P<sign>[^\w\s—–….,:;-]{1,3}|[^\w\s—–-]?\d{1,3}(?![.:,)])[^\w\s]?)\s?(?=[^\W_])")
_INNER = re.compile(
    r"(?<=[.,)”’\]\d—-])\s+(?:[|_;]\s+)*(?P<sign>[‘“'\"]?\d{1,2}[?»’]?|[*®°©?>»^#§«¢]{1,2}|[‘“'\"])\s+"
    r"(?=[A-Z\[({|][^\W\d_]|[ivxlc]{2,}\.|1[4-9]\d\d)"
)
_MAY_INNER = re.compile(r"\s[‘“'\"\d*®°©?>»^#§«¢]{1,3}\s")
DOUBLE_CAPITAL = re.compile(r"[B-HJ-Z][A-Z][a-z]")  # a sign that OCR took for a letter
_WORD = re.compile(r"[^\W\d_]{2}")


def is_signed(ink: str) -> bool:
    """Whether a line begins with what may be a misread number."""
    return SIGNED.match(ink) is not None or DOUBLE_CAPITAL.match(ink) is not None


def begins(page: Page, place: int) -> bool:
    """Whether a line below the first of the notes begins another."""
    ink, above = page.lines[place].ink, place - 1
    done = page.is_done(above) or is_located(page.lines[above].ink)
    short = page.width(above) < SHORT
    if not _WORD.search(ink) or not (done or short):
        return False
    signed = SIGNED.match(ink)
    if signed is not None and short:
        return done or page.is_free(place)
    if signed is not None:
        quoted = signed["sign"][-1] in CLOSED and not page.cites(place, place + 1)
        return done and not quoted and not ink[signed.end()].islower()
    if opens_lower(ink):
        return False
    return done and (short or page.is_free(place))


def notes_from(page: Page, start: int, known: Foot | None) -> Iterator[Note]:
    """The notes from a line down: those that numbers show, and those that begin lines."""
    openings = {this.place: this for this in reversed(page.openings) if not this.inline}
    inline = (
        {note.at: note for note in known.notes if note.at != page.lines[note.place].ink_start} if known else {}
    )
    begun = {note.place for note in known.notes} if known else set()
    read = known is not None and all(is_read(note) for note in known.notes)
    for place in range(start, len(page.lines)):
        line = page.lines[place]
        if place == start or place in begun or (not read and begins(page, place)):
            this = openings.get(place)
            signed = SIGNED.match(line.ink)
            sign = this.sign if this else signed["sign"] if signed and not signed["sign"].isdecimal() else ""
            yield Note(place, line.ink_start, str(this.n) if this and this.n else "", False, sign)
        within = {at: note for at, note in inline.items() if note.place == place}
        for note in _inner(page, place):
            within.setdefault(note.at, note)
        yield from (within[at] for at in sorted(within))


def is_read(note: Note) -> bool:
    """Whether the number of a note is read; a sign may be a figure misread."""
    return note.sure and note.n.isdecimal()


def _inner(page: Page, place: int) -> Iterator[Note]:
    """The notes that begin within a line, after the end of a citation, with a sign that is no word of it."""
    line = page.lines[place]
    for match in _INNER.finditer(line.ink) if _MAY_INNER.search(line.ink) else ():
        before = line.ink[: match.start()]
        again = IBIDEM.match(line.ink, match.end()) is not None
        located = is_located(before)
        if not _WORD.search(before) or is_abbreviated(line.ink, len(before)):
            continue
        if located and (again or not match["sign"].isdecimal()):
            at = line.ink_start + match.start("sign")
            yield Note(place, at, match["sign"] if match["sign"].isdecimal() else "", False, match["sign"])
