"""Notes at the foot of a page whose numbers stand on lines of their own, apart from them.

Serves `foot_notes`.  `pdftotext` without `-layout` gives what stands higher than its line, as raised numbers do, a
line of its own: above its note, with those of other notes above all of them, or behind them all.  Such lines that
bear the numbers of the page’s calls, one for one, are those of its notes, which are as many; the calls give their
order.  Which lines they begin on `apart_starts` finds.

    1                        ->  notes 1, 2 and 3
    2

    The bill, p. 4.
    Ibid.
    3
    The deed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from build_edition.rules.evidence.lines.shape import opens_lower
from build_edition.rules.evidence.notes.apart_starts import Stretch, foot_of
from build_edition.rules.evidence.notes.foot_pages import LOWEST, Page
from build_edition.rules.evidence.notes.style import FULL, Foot

PROVED = 2  # pages whose calls prove such notes, from which others may have them too
DIGITS = 3
_GROWN = re.compile(r"[^\W\d_]{2}(?P<n>[1-9]\d?)\Z")


def apart_feet(pages: Sequence[Page]) -> list[Foot | None]:
    """The notes of each page whose numbers stand apart."""
    if sum(any(_numbers(page)) for page in pages) < PROVED:
        return [None] * len(pages)
    feet: list[Foot | None] = []
    before: Page | None = None  # the page before, if its last note may go on
    for page in pages:
        foot = _foot(page, rest=before is not None)
        feet.append(foot)
        before = page if foot and _runs_over(page) else None
    return feet


def _numbers(page: Page) -> Iterator[int]:
    """The places of the lines that are nothing but a number."""
    return (k for k in range(max(1, len(page.lines) - LOWEST), len(page.lines)) if _is_number(page, k))


def _is_number(page: Page, place: int) -> bool:
    ink = page.lines[place].ink
    return len(ink) <= DIGITS and ink.isdecimal() and ink[0] != "0"


def _runs_over(page: Page) -> bool:
    last = len(page.lines) - 1
    while last and _is_number(page, last):
        last -= 1
    return not page.is_done(last) and page.width(last) > FULL


def _foot(page: Page, *, rest: bool) -> Foot | None:
    """The notes of a page, from the first line from which on all numbers are called above."""
    return next((foot for these in _stretches(page) if (foot := foot_of(page, these, rest=rest))), None)


def _stretches(page: Page) -> Iterator[Stretch]:
    """From where on the lines of a page may be notes, the likeliest first.

    Where a word breaks off at the end of the text, to go on overleaf, a number may have taken its hyphen’s place.
    """
    places = list(_numbers(page))
    for above in _broken_off(page):
        grown = _GROWN.search(page.lines[above].ink)
        own = [place for place in places if place > above]
        calls = [n for place, n in page.calls if place <= above][:-1]
        if grown and (order := _called([grown["n"], *(page.lines[k].ink for k in own)], calls)):
            end = page.lines[above].ink_end
            yield _stretch(page, above + 1, own, order, (end - len(grown["n"]), end))
    for k, first in enumerate(places):
        calls = [n for place, n in page.calls if place < first]
        if order := _called([page.lines[place].ink for place in places[k:]], calls):
            yield _stretch(page, first, places[k:], order)


def _stretch(
    page: Page, first: int, own: Sequence[int], order: Sequence[str], grown: tuple[int, int] | None = None
) -> Stretch:
    numbers = set(own)
    bodies = [place for place in range(first, len(page.lines)) if place not in numbers]
    titles = {
        place: page.lines[place - 1].ink
        for place in bodies
        if place - 1 in numbers
        and not page.gap(place)
        and (place - 2 not in numbers or page.gap(place - 1))  # one of several says nothing
    }
    return Stretch(own, bodies, titles, order, grown)


def _broken_off(page: Page) -> Iterator[int]:
    """The places of lines that end in figures over a blank line or a number, where the text goes on overleaf."""
    if page.after is None or not opens_lower(page.after.ink):
        return
    for place in range(max(1, len(page.lines) - LOWEST), len(page.lines) - 1):
        ink = page.lines[place].ink
        if ink[-1].isdecimal() and (page.gap(place + 1) or _is_number(page, place + 1)):
            yield place


def _called(numbers: Sequence[str], calls: Sequence[str]) -> list[str]:
    """The numbers in the order of their notes, if calls bear them all."""
    count = Counter(numbers)
    if count - Counter(calls):
        return []
    own = [n for n in calls if n in count]
    if Counter(own) == count:
        return own
    values = sorted(map(int, numbers))
    return list(map(str, values)) if values == list(range(values[0], values[0] + len(values))) else []
