"""How the lines at the foot of a scanned page part into notes.

Serves `scanned_feet`.  A line begins a note where the one above has ended and a sign, a figure, or a blank line
and a capital opens it; a sign between two citations begins one within a line.  What numbers have shown to begin a
note begins one here too.

    “Roe, Book of the Bridge, p. 4. ® Ibid. p. 7.      ->  three notes
    *Doe, p. 9.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from build_edition.rules.evidence.lines.shape import opens_lower
from build_edition.rules.evidence.notes.call_candidates import is_abbreviated
from build_edition.rules.evidence.notes.foot_pages import Page
from build_edition.rules.evidence.notes.openings import IBIDEM, is_located
from build_edition.rules.evidence.notes.style import Foot, Note

SHORT = 0.8  # of the measure: a line that ends by will
# What a line may begin with that is a misread number: a quotation mark, and what would close it; any sign.
CLOSED = {"“": '”"', '"': '"”', "‘": "’'", "'": "'’", "’": "", "”": ""}
SIGNED = re.compile(
    r"(?P<sign>[^\w\s—–….,:;-]{1,3}|[^\w\s—–-]?(?!(?:1\d|20)\d\d\b)\d{1,3}(?![.:,)])[^\w\s]?)\s?(?=[^\W_])"
)  # no year
_ASKS = re.compile(r"(?<![^\W\d_])(?:pp?|vols?|nos?)[.,]?\Z", re.I)
_INNER = re.compile(
    r"(?<=[.,)”’\]\d—-])\s+(?:[|_;]\s+)*(?P<sign>[‘“'\"]?\d{1,2}[?»’]?|[*®°©?>»^#§«¢]{1,2}|[‘“'\"])\s+"
    r"(?=[A-Z\[({|][^\W\d_]|[ivxlc]{2,}\.|1[4-9]\d\d)"
)
_MAY_INNER = re.compile(r"\s[‘“'\"\d*®°©?>»^#§«¢]{1,3}\s")
DOUBLE_CAPITAL = re.compile(r"[B-HJ-Z][A-Z][a-z]")  # a sign that OCR took for a letter
_WORD = re.compile(r"[^\W\d_]{2}")
# What cites a place, also where its stops or figures are misread.
CITED = re.compile(
    r"(?<![^\W\d_])(?:pp?[.:,;]{1,2}\s?[^\w\s]{0,2}\s?[^\w\s]?\w|pp?\s?\d|p[a-z]\s[^\W\d]{0,2}\d|(?:ibid|loc)[.,]|op\.?\W?\s*c\w{1,3}\b|vols?\.\s?\w)",
    re.I,
)
_DASHES = "—–-"  # before the name of who wrote the note above
PIECE, NARROW = 4, 0.36  # characters of a piece of a number, and share of the measure that such pieces take
FEW = 6  # lines that so little may take
_SHORT_CITATION = re.compile(r"(?!\d+\s)[^\w\s]?\w{1,3}[.,:]{0,2}\s(?!\wbid)[^\w\s]?\w{1,4}[.,]?\Z")


def is_signed(ink: str) -> bool:
    """Whether a line begins with what may be a misread number."""
    return SIGNED.match(ink) is not None or DOUBLE_CAPITAL.match(ink) is not None


def is_short_citation(page: Page, place: int) -> bool:
    """Whether a line may be a misread “p.” and its figures, with a stop behind."""
    return page.width(place) < NARROW and _SHORT_CITATION.match(page.lines[place].ink) is not None


def is_remains(page: Page, place: int) -> bool:
    """Whether a line may be what OCR left of a number that stands above its note: signs and letters, no words.

    A gap, the end of a sentence, or no more than the like stands between it and the text above.
    """
    for above in range(place, max(0, place - FEW), -1):
        if not _is_scrap(page, above):
            return False
        if page.is_free(above) or page.is_done(above - 1):
            return True
    return False


def _is_scrap(page: Page, place: int) -> bool:
    """Whether a line has nothing but a few short pieces that cite nothing."""
    ink = page.lines[place].ink
    if page.width(place) >= NARROW or ink.endswith(":"):
        return False
    pieces = ink.split()
    if any(len(piece) > PIECE for piece in pieces) or CITED.search(ink) or is_short_citation(page, place):
        return False
    return len(pieces) > 1 or not ink.endswith((".", ",", ";"))


def is_specks(ink: str) -> bool:
    """Whether a line has fewer letters and figures than other signs: what OCR made of a rule, or of dirt."""
    signs = "".join(ink.split())
    return 2 * sum(map(str.isalnum, signs)) < len(signs)


def begins(page: Page, place: int) -> bool:
    """Whether a line below the first of the notes begins another."""
    ink, above = page.lines[place].ink, place - 1
    done = page.is_done(above) or is_located(page.lines[above].ink)
    short = page.width(above) < SHORT
    if not _WORD.search(ink) or ink[0] in _DASHES or not (done or short):
        return False
    if place + 1 < len(page.lines) and is_remains(page, place):
        return False
    signed = SIGNED.match(ink)
    if signed is not None and short:
        return done or page.is_free(place)
    if signed is not None:
        quoted = signed["sign"][-1] in CLOSED and not (page.is_free(place) or page.cites(place, place + 1))
        return done and not quoted and not ink[signed.end()].islower()
    if opens_lower(ink):
        return False
    return done and (short or page.is_free(place))


def notes_from(
    page: Page, start: int, known: Foot | None, parted: Callable[[Page, int], bool] = begins
) -> Iterator[Note]:
    """The notes from a line down: those that numbers show, and those that begin lines, as `parted` tells."""
    openings = {this.place: this for this in reversed(page.openings) if not this.inline}
    inline = (
        {note.at: note for note in known.notes if note.at != page.lines[note.place].ink_start} if known else {}
    )
    begun = {note.place for note in known.notes} if known else set()
    last = 0  # the place of the last one
    read = known is not None and all(is_read(note) for note in known.notes)
    for place in range(start, len(page.lines)):
        line = page.lines[place]
        known_here = place in begun and not (line.ink[0].isdigit() and wants_figure(page.lines[place - 1].ink))
        if place == start or known_here or (not read and parted(page, place)):
            this = None if is_short_citation(page, place) else openings.get(place)
            signed = SIGNED.match(line.ink)
            sign = this.sign if this else signed["sign"] if signed and not signed["sign"].isdecimal() else ""
            above = page.lines[place - 1]
            apart = place > last + 1 and is_remains(page, place - 1)
            remains = (above.ink_start, above.ink_end) if apart else None
            last = place
            yield Note(place, line.ink_start, str(this.n) if this and this.n else "", False, sign, remains)
        within = {at: note for at, note in inline.items() if note.place == place}
        for note in _inner(page, place):
            within.setdefault(note.at, note)
        yield from (within[at] for at in sorted(within))


def wants_figure(ink: str) -> bool:
    """Whether a line ends with what a figure follows, the name of a page or a volume."""
    return _ASKS.search(ink) is not None


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
