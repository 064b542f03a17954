"""Where the notes of a scanned page begin, whatever OCR made of their numbers.

Serves `foot_notes`, for books whose numbers are misread.  What stands at a page’s foot is its notes where most
of this speaks for it: a blank line above; a text that breaks off above it and goes on overleaf; lines with more
to them than the measure of the text holds, for their type is smaller; a sign before the first word that nothing
explains; citations; in the text above what may be a call.  How they part `scanned_parts` says, and no number is
asked for: `foot_numbers` counts them.

    the carters were paid by the
                                       ->  (blank)
    “Roe, Book of the Bridge, p. 4.    ->  two notes
    *Ibid. p. 9.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from build_edition.rules.evidence.lines.shape import opens_lower
from build_edition.rules.evidence.notes.foot_pages import Page
from build_edition.rules.evidence.notes.openings import NUMBERED, Opening
from build_edition.rules.evidence.notes.scanned_parts import (
    CLOSED,
    DOUBLE_CAPITAL,
    SIGNED,
    begins,
    is_read,
    is_signed,
    is_specks,
    notes_from,
)
from build_edition.rules.evidence.notes.stray_signs import stray_signs
from build_edition.rules.evidence.notes.style import FULL, WIDE, Foot
from build_edition.rules.evidence.notes.unread_feet import Feet

PRICE, SECOND_PRICE = 6.5, 4.5  # what a foot must weigh: before the book is known to have some, and after
OF_TWO = 12.0  # what the two likeliest feet of a book must weigh together
SHARE = 0.85  # of a page's lines, at the most
DEEP = 60  # lines of a page that are tried
SMALL, SMALL_TOO = 2.0, 0.4  # for a line of smaller type, where only notes are set so, and where others are too
PLAIN = 1.03  # of the measure: no full line of the text is wider
LEAST = 3  # lines of text above the notes of a page that go on in the next
OF_TEXT = 0.33  # share of the lines above that do
TYPE, MOSTLY = 4.0, 0.8  # for smaller type, of such a share of the lines
BROKEN = 2.0  # and for such below a text that breaks off
RUNS_ON, LOST_STOP = 3.0, 1.5  # against a foot that has not ended, and one that ends with a comma
SHORT = 0.8  # of the measure: a line that ends by will
NEARLY = 2.0  # less than the best, and likely too
HOPELESS = 8  # full lines of the text's own type that no notes have
AT_MOST = 10.0  # what the rest of the evidence may add
SPECK = 3  # characters that are no word
CALLED = 1.0  # added where the text above has what may be a call
LONG = 8  # lines of a foot that nothing shows to be in smaller type


@dataclass(frozen=True, slots=True)
class _Start:
    """A line that may be the first of a page's notes, with how it opens."""

    place: int
    opening: Opening | None


def scanned_feet(pages: Sequence[Page], known: Sequence[Foot | None]) -> list[Foot | None]:
    """The notes of each page that has any, without their numbers; `known` are those that numbers show."""
    book = Feet.of(pages, known, scanned=True)
    small = book.small
    best = [_best(page, book) for page in pages]
    noted = sum(foot is not None for foot in known) > 1 or _show_notes(pages, best, small)
    price = SECOND_PRICE if noted else PRICE
    feet: list[Foot | None] = []
    broken = False  # whether a note runs over the end of the page before
    for page, there, (weight, place) in zip(pages, known, best, strict=True):
        read = there is not None and is_read(there.notes[0])
        shown = is_signed(page.lines[place].ink) or (small and page.width(place) > WIDE)
        enough = weight >= (price if shown else PRICE)
        foot = Foot(place, (), weight, False) if enough and not read else there
        if foot:
            notes = tuple(notes_from(page, foot.place, there))
            over = (
                broken and not notes[0].sign and not notes[0].n and foot.place not in {n.place for n in notes[1:]}
            )
            foot = replace(foot, notes=notes[over:], rest=foot.place if over else None)
            last = _last(page)
            broken = not page.is_done(last) and page.width(last) > (WIDE if small else FULL)
        else:
            broken = False
        feet.append(foot)
    return feet


def _show_notes(pages: Sequence[Page], best: Sequence[tuple[float, int]], small: bool) -> bool:
    """Whether the two likeliest feet are enough for a book, of those that open as none of its quotations does."""
    likely = [
        (weight, page.lines[place].ink)
        for page, (weight, place) in zip(pages, best, strict=True)
        if weight and (small or is_signed(page.lines[place].ink))
    ]
    if _two(weight for weight, _ in likely) < OF_TWO:
        return False
    text = pages[0].text
    usual = {mark for mark in "“‘\"'" if 2 * len(re.findall(rf"[ —]{mark}[^\W_]", text)) >= len(pages)}
    return _two(weight for weight, ink in likely if ink[0] not in usual) >= OF_TWO


def _two(weights: Iterable[float]) -> float:
    """What the two highest weigh together."""
    return sum(sorted(weights)[-2:])


def _best(page: Page, book: Feet) -> tuple[float, int]:
    """The line that is likeliest to be the first of a page's notes, and how much is for it."""
    weighed = [(weight, start.place) for start in _starts(page) if (weight := _weight(page, start, book))]
    likely = [(weight, place) for weight, place in weighed if weight >= SECOND_PRICE and is_text(page, place)]
    if not likely:
        return 0.0, 0
    best = max(likely, key=lambda this: this[0])
    # What stands right above, and is nearly as likely, is the note before, if it opens as one.
    above = (
        this for this in reversed(likely) if this[0] >= best[0] - NEARLY and is_signed(page.lines[this[1]].ink)
    )
    return max(next(above, best), best, key=lambda this: -this[1])


def _starts(page: Page) -> Iterator[_Start]:
    """The lines at the foot of a page that may be the first of its notes, from the last upward."""
    openings = {this.place: this for this in reversed(page.openings) if not this.inline}
    highest = max(1, int(len(page.lines) * (1 - SHARE)), len(page.lines) - DEEP)
    plain = 0
    for place in range(len(page.lines) - 1, highest - 1, -1):
        plain += FULL < page.width(place) < PLAIN
        if plain > HOPELESS:  # the text itself
            return
        if (place in openings or _is_parted(page, place)) and not is_specks(page.lines[place].ink):
            yield _Start(place, openings.get(place))


def is_text(page: Page, place: int) -> bool:
    """Whether the lines above are text: in a list of contents, an index or a title few go on in the next."""
    running = sum(not page.is_done(k) and not page.gap(k + 1) for k in range(place))
    return running >= max(LEAST, OF_TEXT * place)


def _weight(page: Page, start: _Start, book: Feet) -> float:
    """How much the lines from a start to the end of the page are like notes."""
    place, last, small = start.place, _last(page), book.small
    above = _above(page, place)
    weight = _sign(page, start, book) + (2.0 if _is_parted(page, place) else -2.0)
    if page.runs_on(above) or _is_cut(page, above, place, last):
        weight += 3.0
    elif not page.is_done(above):
        weight += 1.0
    elif page.after is not None and opens_lower(page.after.ink):
        weight -= 1.0  # what goes on overleaf has ended here, if its stop is one
    widths = [page.width(k) for k in range(place, last)]
    wide = sum(width > WIDE for width in widths) + (small and page.width(last) > WIDE)
    plain = sum(FULL < width < PLAIN for width in widths)
    weight += (SMALL if small else SMALL_TOO) * min(wide, 4) - 1.5 * plain
    if weight + AT_MOST < SECOND_PRICE:
        return weight
    if wide > 1:  # what breaks off in the middle of a line of the text is none
        weight -= sum(
            page.width(k) < FULL and not page.is_done(k) and not begins(page, k + 1) for k in range(place, last)
        )
    if page.runs_on(last):
        weight -= _going_on(page, last, wide, small)
    if not wide:
        weight -= max(0, last + 1 - place - LONG)
    begun = [k for k in range(place + 1, last + 1) if begins(page, k)]
    weight += min(sum(SIGNED.match(page.lines[k].ink) is not None for k in begun), 4)
    if page.cites(place, last + 1):
        weight += 2.0
    weight += _type(page, start, last, book)
    return weight + CALLED if weight + CALLED >= SECOND_PRICE and _may_call(page, place) else weight


def _going_on(page: Page, last: int, wide: int, small: bool) -> float:
    """How much it tells against notes that their last line has not ended, and may go on overleaf.

    What fills a line of smaller type may be a note that runs over; what leaves room there has lost a stop.
    """
    width = page.width(last)
    if wide + (not small and width > WIDE) > 1 or (small and width > WIDE) or (wide and width < SHORT):
        return 0.0
    return LOST_STOP if page.lines[last].ink.rstrip("'\"’”").endswith(",") else RUNS_ON


def _is_cut(page: Page, above: int, place: int, last: int) -> bool:
    """Whether what goes on overleaf has filled its line above a place, and the last line of the page has not."""
    if page.after is None or not opens_lower(page.after.ink) or page.width(above) < FULL:
        return False
    return page.width(last) < SHORT and not page.lines[place].ink[0].isdecimal()


def _above(page: Page, place: int) -> int:
    """The last line of the text above a place, past what OCR made of a rule between them."""
    above = place - 1
    while above and page.gap(above) and is_specks(page.lines[above].ink):
        above -= 1
    return above


def _is_parted(page: Page, place: int) -> bool:
    """Whether a blank line stands above, or what OCR made of a rule."""
    return page.is_free(_above(page, place) + 1)


def _type(page: Page, start: _Start, last: int, book: Feet) -> float:
    """What the size of the type says, where the source tells it: notes are smaller, from the first to the last.

    A display may be as small, so it speaks only for what opens as a note, or stands where the text breaks off.
    """
    if page.geometry is None:
        return 0.0
    below = [small for k in range(start.place, last + 1) if (small := page.is_small(k)) is not None]
    above = next((small for k in range(start.place - 1, -1, -1) if (small := page.is_small(k)) is not None), None)
    if not below or above is None:
        return 0.0
    if not below[-1] or sum(below) < MOSTLY * len(below):
        return -TYPE
    if above or page.goes_on_small():
        return 0.0
    if page.runs_on(start.place - 1):
        return TYPE + BROKEN
    return TYPE if _sign(page, start, book) > 0 else 0.0


def _last(page: Page) -> int:
    """The last line of a page that is more than a speck."""
    last = len(page.lines) - 1
    while last and len(page.lines[last].ink) <= SPECK and not page.is_done(last):
        last -= 1
    return last


def _may_call(page: Page, place: int) -> bool:
    """Whether the text above has a sign that may be the call of a note."""
    first, above = page.lines[0], page.lines[place - 1]
    return bool(stray_signs(page.text, first.start, above.end + 1))


def _sign(page: Page, start: _Start, book: Feet) -> float:
    """How much the first characters are those of a note; where only notes are small, width tells them too."""
    ink, this = page.lines[start.place].ink, start.opening
    if this is not None and this.form == "stopped":
        return -3.0
    if this is not None and this.form in NUMBERED:
        return 2.0
    signed = SIGNED.match(ink)
    if signed is not None and signed["sign"][-1] in CLOSED:
        if _is_closed(page, start.place, signed["sign"][-1]):
            return -2.0
        cited = page.cites(start.place, start.place + 1)
        wide = book.small and page.width(start.place) > WIDE
        if not (cited or wide) and page.lines[start.place - 1].ink.rstrip("—–- ").endswith(":"):
            return -3.0  # what a colon leads on to
        if not cited and ink[signed.end()].islower():
            return -1.0
        return 2.5 if signed["sign"] in book.rare else 1.0 if signed["sign"] == "“" and not cited else 1.5
    if (
        signed is not None
        and signed["sign"] in "([{"
        and any(c in ")]}" for line in page.lines[start.place :] for c in line.ink)
    ):
        return -0.5  # it opens what is bracketed
    if signed is not None and not signed["sign"].isdecimal():
        return 3.5 if signed.end() == len(signed["sign"]) else 2.0  # a bullet stands apart
    if DOUBLE_CAPITAL.match(ink):
        return 2.0
    if this is not None:
        return {"ibid": 2.0}.get(this.form, 0.5)
    if opens_lower(ink):
        return -3.0
    return -0.5 if page.cites(start.place, start.place + 1) or page.width(start.place) > WIDE else -2.0


def _is_bracketed(page: Page, place: int) -> bool:
    """Whether a bracket is closed at the foot of a page, from a line on."""
    return any(set(")]}") & set(line.ink) for line in page.lines[place:])


def _is_closed(page: Page, place: int, sign: str) -> bool:
    """Whether the quotation mark that a line begins with is closed in its paragraph."""
    after = place + 1
    while after < len(page.lines) and not page.is_free(after) and not begins(page, after):
        after += 1
    text = "".join(line.ink for line in page.lines[place:after])
    rest = text[text.index(sign) + 1 :] if sign in text else text
    closing = CLOSED.get(sign, "")
    if sign in "‘'":  # an apostrophe closes nothing
        return re.search(rf"[{closing}](?!\w)", rest) is not None
    return sum(rest.count(mark) for mark in closing) > rest.count("“")
