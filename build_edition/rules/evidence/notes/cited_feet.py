"""The feet of a scanned book whose notes are citations: they are known by what they are, not by their figures.

Serves `foot_notes`.  Where the ends of many pages cite and the pages’ insides do not, and signs before them or a
text that breaks off above show that these are notes, the book’s notes are short citations.  Then the notes of a
page are the entries at its end that cite, with the scraps between them that OCR made of others; a quotation or a
heading above them is none, whatever it begins with.  A book of other notes is left as it is.

    the carters were paid by the
                                       ->  (blank)
    Book of the Bridge, p. 4.          ->  three notes, though no figure of them is read
    The Toll. vol. 2. p. 9.
    "p. 11.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_edition.rules.evidence.lines.shape import opens_lower
from build_edition.rules.evidence.notes.foot_pages import Page
from build_edition.rules.evidence.notes.openings import is_located
from build_edition.rules.evidence.notes.scanned_feet import is_text
from build_edition.rules.evidence.notes.scanned_parts import (
    CITED,
    CLOSED,
    SIGNED,
    is_remains,
    is_short_citation,
    is_signed,
    notes_from,
    wants_figure,
)
from build_edition.rules.evidence.notes.style import FULL, Foot

PLAIN = 1.03  # of the measure: no full line of the text is wider
SHORT = 0.8  # of the measure: a line that ends by will
DEEP = 40  # lines of a page that are tried
LONGEST = 6  # lines of a citation
NEAR = 6  # lines of a page's end, one of which cites if its notes do
FEWEST, SHARE = 3, 0.2  # pages that end with citations, and share of all
SHOWN = 0.4  # share of these whose notes a sign or the text above betrays
WITHIN = 0.25  # share of these, as which no more stand within pages
# A citation ends here, however misread.
_PLACED = re.compile(r"(?<![^\W\d_])(?:pp?[.:,;]{1,2}\s?|p[a-z]\s)\S{0,6}[^\s-]\Z")
_YEARS = re.compile(r"\d{4}\s?[-–]\s?\d{2,4}\b")  # what ends the title of a book
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class _Run:
    """The entries at the end of a page that cite: where the first stands, and whether it shows to be a note."""

    place: int
    shown: bool


def cited_feet(pages: Sequence[Page], feet: Sequence[Foot | None]) -> list[Foot | None] | None:
    """The notes of every page, without their numbers, in a book whose notes are citations; None in any other."""
    notes = [note for foot in feet if foot for note in foot.notes]
    if 2 * sum(note.n.isdecimal() for note in notes) > len(notes):  # the figures tell more
        return None
    least = max(FEWEST, SHARE * len(pages))
    if sum(any(CITED.search(line.ink) for line in page.lines[-NEAR:]) for page in pages) < least:
        return None
    runs = [_run(page) for page in pages]
    found = [run for run in runs if run]
    if len(found) < least or sum(run.shown for run in found) < SHOWN * len(found):
        return None
    within = sum(_cites_within(page, run) for page, run in zip(pages, runs, strict=True))
    if within > WITHIN * len(found):
        return None
    cited: list[Foot | None] = []
    broken = False
    for page, run, foot in zip(pages, runs, feet, strict=True):
        cited.append(_foot(page, run, foot, broken=broken))
        broken = cited[-1] is not None and _breaks_off(page)
    return cited


def begins(page: Page, place: int) -> bool:
    """Whether a line begins an entry: the one above has ended, and was a citation or leaves room."""
    above, ink = page.lines[place - 1].ink, page.lines[place].ink
    short, free = page.width(place - 1) < SHORT, page.is_free(place)
    if wants_figure(above) or is_remains(page, place) or (_YEARS.match(ink) and not free):
        return False
    if is_remains(page, place - 1):
        return True
    if not _is_ended(page, place - 1):
        return short and free
    cited = CITED.search(above) is not None
    if free or (is_signed(ink) and (cited or not opens_lower(ink))):
        return True
    if opens_lower(ink):
        return short and (cited or is_short_citation(page, place))
    return (
        short
        or _is_placed(above)
        or (page.width(place - 1) < PLAIN and page.width(place) < SHORT and CITED.search(ink) is not None)
    )


def _is_ended(page: Page, place: int) -> bool:
    """Whether a line ends a sentence or a citation."""
    return page.is_done(place) or _is_placed(page.lines[place].ink) or is_short_citation(page, place)


def _is_placed(ink: str) -> bool:
    """Whether a line ends with the place that it cites, however misread."""
    return is_located(ink) or _PLACED.search(ink) is not None


def _entries(page: Page) -> Iterator[tuple[int, int, bool]]:
    """The entries at the end of a page, from the last upward: first line, line after the last, whether it begins.

    What stands under a blank line and a line that has not ended may be the first of the notes, or the rest of one.
    """
    after = len(page.lines)
    for place in range(after - 1, max(1, after - DEEP) - 1, -1):
        begun = begins(page, place)
        if (begun or page.is_free(place)) and not is_remains(page, place):
            last = after
            while last > place + 1 and is_remains(page, last - 1):
                last -= 1
            yield place, last, begun
        if begun:
            after = place


def _cites(page: Page, first: int, after: int) -> bool:
    """Whether an entry is a citation: short, in lines of smaller type or of titles, a place at its end."""
    lines = [line.ink for line in page.lines[first:after]]
    if len(lines) > LONGEST or not CITED.search(" ".join(lines[-2:])):
        return False
    if not (_is_ended(page, after - 1) or page.width(after - 1) < FULL):
        return False
    words = _LONG_WORD.findall(" ".join(lines))
    parted = any(page.is_free(k) for k in range(first + 1, after))
    titled = not parted and 2 * sum(word[0].isupper() for word in words) >= len(words)
    return titled or all(page.width(k) > PLAIN for k in range(first, after - 1))


def _run(page: Page) -> _Run | None:
    """The entries at the end of a page that are citations and scraps, if a citation is among them."""
    best: int | None = None
    cited = False
    for first, after, begun in _entries(page):
        cites = _cites(page, first, after)
        if after == len(page.lines) and begun and _breaks_off(page):  # it may cite overleaf
            continue
        if cites or (after == first + 1 and is_short_citation(page, first)):
            cited = cited or cites
            best = first if cited else None
        elif begun and not _is_noted(page, first, after):
            break
    if best is None or not is_text(page, best):
        return None
    return _Run(best, is_signed(page.lines[best].ink) or page.runs_on(best - 1))


def _cites_within(page: Page, run: _Run | None) -> bool:
    """Whether an entry that stands apart within the text of a page is a citation too."""
    stop = run.place if run else len(page.lines)
    free = [place for place in range(1, stop) if page.is_free(place)]
    return any(_cites(page, place, after) for place, after in pairwise(free))


def _foot(page: Page, run: _Run | None, foot: Foot | None, *, broken: bool) -> Foot | None:
    """The notes of a page, given the entries that cite and what its signs have shown.

    The first is the rest of one from overleaf, if that has `broken` off there.
    """
    if run is None:
        return foot if foot and _is_noted(page, foot.place, len(page.lines)) else None
    place = run.place
    if foot and foot.place < place:
        for first, after, begun in _entries(page):
            if begun and after <= place and first >= foot.place:
                if not _is_noted(page, first, after):
                    break
                place = first
    notes = tuple(notes_from(page, place, foot, begins))
    over = broken and not notes[0].sign and not notes[0].n
    return Foot(place, notes[over:], 0.0, False, place if over else None)


def _breaks_off(page: Page) -> bool:
    """Whether the last note of a page fills its line and has not ended."""
    last = len(page.lines) - 1
    return not _is_ended(page, last) and page.width(last) > PLAIN


def _is_noted(page: Page, first: int, after: int) -> bool:
    """Whether an entry that cites nothing is a note: in smaller type, opened by a sign that opens nothing else."""
    ink = page.lines[first].ink
    signed = SIGNED.match(ink)
    if signed is None or signed["sign"][0] in "([" or any(page.width(k) < PLAIN for k in range(first, after - 1)):
        return False
    if signed["sign"][-1] in CLOSED and after < first + 2:  # a speech, for all that its type tells
        return False
    letters = [c for c in ink if c.isalpha()]
    return 2 * sum(c.isupper() for c in letters) < len(letters)
