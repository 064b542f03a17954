"""Notes at the foot of a page whose numbers OCR lost: known by their type, and by the text that goes on past them.

Serves `foot_notes`.  What stands under a blank line at the foot of a page is a note where the text above it breaks
off and goes on overleaf, and it is itself whole; or where it is in smaller type (a full line has more to it) and
nothing is set so but at the feet of this book's pages.  No number is guessed.

    the carters were paid by the
                                     ->  (blank)
    ‘Called “the long week” in the town records of that year.   ->  note without a number
    (next page) day and not by the load.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from build_edition.rules.evidence.lines.shape import opens_lower
from build_edition.rules.evidence.notes.foot_pages import Page
from build_edition.rules.evidence.notes.scanned_parts import CLOSED, is_remains, is_specks
from build_edition.rules.evidence.notes.style import FULL, WIDE, Foot

PLAIN = 1.03  # of the measure: no full line of the text is wider
RUN = 3  # full lines of smaller type that are no accident
SHARE = 0.7  # of a page's lines, at the most
OFTEN = 4  # times as often at the foot as elsewhere
SHORT = 0.8  # of the measure: a line that ends by will
FEW = 3  # lines of a note that only its place betrays
RARELY = 0.1  # of the pages: as often a mark opens paragraphs that is no quotation mark there
STEP = 2  # characters that make an indent


@dataclass(frozen=True, slots=True)
class Feet:
    """What a book's pages say of their feet: whether any has notes, and whether only they are in smaller type.

    `rare` are the quotation marks that hardly open its paragraphs, and so are rather figures misread.
    """

    noted: bool
    small: bool
    rare: frozenset[str] = frozenset()

    @classmethod
    def of(cls, pages: Sequence[Page], feet: Sequence[Foot | None], *, scanned: bool = False) -> Feet:
        below = within = 0
        for page in pages:
            run = 0  # lines of smaller type since the last line of the text
            for place in range(len(page.lines)):
                width = page.width(place)
                last = place + 1 == len(page.lines)
                # The last may be a note's own, in a scan that tells little else.
                if FULL < width < PLAIN and not (scanned and last and page.is_done(place)):
                    within += run >= RUN
                    run = 0
                run += _is_wide(page, place)
            below += run >= RUN
        opened: Counter[str] = Counter()
        for page in pages:
            free = [place for place in range(1, len(page.lines)) if page.is_free(place)]
            opened.update(page.lines[place].ink[0] for place in free[:-1])
        rare = frozenset(mark for mark in CLOSED if opened[mark] <= RARELY * len(pages))
        return cls(any(feet), below > OFTEN * within, rare)


def unread(page: Page, stop: int, feet: Feet) -> list[int]:
    """The places of the lines that unread notes begin on, above line `stop` of the page."""
    best = None
    wide = 0
    for place in range(stop - 1, max(0, int(len(page.lines) * (1 - SHARE))), -1):
        width = page.width(place)
        wide += _is_wide(page, place)
        if FULL < width < PLAIN and place + 1 < stop and not page.is_done(place):
            break  # a line of the text
        if (
            page.gap(place)
            and not is_specks(page.lines[place].ink)
            and _stands_below(page, place, stop, wide, feet)
        ):
            best = place
    if best is None:
        return []
    if best + 1 < stop and is_remains(page, best):
        best += 1
    beginnings = {this.place for this in page.openings if not this.inline}
    later = [
        place
        for place in range(best + 1, stop)
        if (page.is_done(place - 1) or page.width(place - 1) < SHORT)
        and (page.is_free(place) or place in beginnings)
    ]
    return [best, *later]


def _is_wide(page: Page, place: int) -> bool:
    """Whether a line has more to it than the text's measure holds, and is not known to be in the text's type."""
    return page.width(place) > WIDE and page.is_small(place) is not False


def _stands_below(page: Page, place: int, stop: int, wide: int, feet: Feet) -> bool:
    """Whether the lines from `place` to `stop` stand below the text and are none of it."""
    if page.lines[place].indent > _indent(page, place) + STEP:
        return False  # displayed
    if feet.small and wide >= RUN:
        return True
    if page.after is None or not page.runs_on(place - 1) or not page.is_done(stop - 1):
        return False
    if page.width(place - 1) < SHORT:  # a line of verse, a list or an index
        return False
    if wide == 0 and opens_lower(page.lines[place].ink):
        return False
    begins = any(this.place == place and not this.inline for this in page.openings)
    return wide > 0 or (feet.noted and (begins or stop - place <= FEW) and not _is_quoted(page, place, stop))


def _indent(page: Page, place: int) -> float:
    return median(line.indent for line in page.lines[:place])


def _is_quoted(page: Page, place: int, stop: int) -> bool:
    """Whether quotation marks hold the whole of the lines."""
    closing = {"“": "”", '"': '"', "‘": "’", "'": "'"}.get(page.lines[place].ink[0])
    return closing is not None and page.lines[stop - 1].ink.endswith(closing)
