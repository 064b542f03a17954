"""Notes at the foot of pages that signs or letters mark, anew on each page.

Serves `foot_notes`.  On a page the notes are what stands below its text from a line on that begins with a mark:
the marks of the lines that begin notes follow each other as those of a series do, and the text above bears the
same marks as calls, in the same order.  A book has such notes where more of its pages show them than show a number
both at the foot and in the text; then a page whose call is lost has them too, under a blank line.  A line that
begins with an asterisk which nothing above bears is none: it is an entry of a list, or an ornament.

    The mill burnt in the spring.* Nobody knew    ->  note “*”, and its call
    * Roe, p. 4.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.assignment import assigned
from build_edition.rules.evidence.notes.foot_pages import LONGEST, LOWEST, Page
from build_edition.rules.evidence.notes.openings import NUMBERED
from build_edition.rules.evidence.notes.signs import SIGNS, Series, Words, borne, follows, is_first
from build_edition.rules.evidence.notes.style import Foot, Note

_TEXT = r"(?:[^\W_]|[“‘\"'(\[…])"
_CAPITAL = r"(?:[A-ZÀ-Þ“‘\"'(\[]|\d)"
_OPENING: dict[Series, re.Pattern[str]] = {
    "sign": re.compile(rf"(?P<n>(?P<sign>[{SIGNS}])(?P=sign){{0,2}})(?:\s*(?={_TEXT})|\Z)"),
    "enclosed": re.compile(rf"[(\[](?P<n>[a-z]|[1-9]\d{{0,2}}|[{SIGNS}]{{1,3}})[)\]](?:\s*(?={_TEXT})|\Z)"),
    "letter": re.compile(rf"(?P<n>[a-z])(?:[.)]?\s+(?={_CAPITAL})|(?={_CAPITAL})|\Z)"),
}
SURE = {"sign": 1, "enclosed": 1, "letter": 3}  # calls answered that show a book to have such notes
LOST = 0.6  # what a note without a call weighs against one with it
SHARE = 0.85  # of a page's lines, at the most


class _Begun(NamedTuple):
    """A line that may begin a note: its place on the page, and the mark that it begins with."""

    place: int
    n: str


def signed_feet(draft: Draft, pages: Sequence[Page]) -> list[Foot | None] | None:
    """The notes of every page, where signs or letters mark them; None where they do not."""
    words = Words(draft.text)
    for series, opening in _OPENING.items():
        begun = [_begun(page, series, opening) for page in pages]
        if not any(begun):
            continue
        feet: list[Foot | None] = []
        last, answered = "", 0
        for page, lines in zip(pages, begun, strict=True):
            foot, calls = _foot(page, series, lines, last, words) if lines else (None, 0)
            answered += calls
            last = foot.notes[-1].n if foot else last
            feet.append(foot)
        found = sum(foot is not None for foot in feet)
        if answered >= SURE[series] and found > _numbered(pages, feet):
            return [
                foot or _uncalled(page, series, lines)
                for page, lines, foot in zip(pages, begun, feet, strict=True)
            ]
    return None


def _begun(page: Page, series: Series, opening: re.Pattern[str]) -> list[_Begun]:
    """The lines at the foot of a page that may begin notes."""
    found = []
    for place in range(max(1, int(len(page.lines) * (1 - SHARE)), len(page.lines) - LOWEST), len(page.lines)):
        ink = page.lines[place].ink
        if ink[0].isalpha() if series != "letter" else not ink[0].islower():
            continue
        match = opening.match(ink)
        if match and (match.end() < len(ink) or place + 1 < len(page.lines)):
            found.append(_Begun(place, match["n"]))
    return found


def _foot(page: Page, series: Series, begun: list[_Begun], last: str, words: Words) -> tuple[Foot | None, int]:
    """The best notes of a page, and how many of them the text above calls."""
    best: tuple[float, Foot | None, int] = (0.0, None, 0)
    top = page.lines[max(0, len(page.lines) - LONGEST)].start
    for k, first in enumerate(begun):
        if not is_first(first.n, last):
            continue
        chain = _chain(page, series, begun[k:])
        marks = [this.n for this in chain]
        calls = borne(words, series, frozenset(marks), top, page.lines[first.place].start)
        answered = sum(call is not None for call in assigned(calls, marks))
        score = answered - LOST * (len(marks) - answered)
        if score > best[0]:
            best = (score, _made(page, chain), answered)
    return best[1], best[2]


def _chain(page: Page, series: Series, begun: list[_Begun]) -> list[_Begun]:
    """The notes of a page from one on: each has the mark that may come after the one before.

    One that has come over from the page before may stand above a first.
    """
    chain = begun[:1]
    for this in begun[1:]:
        ended = page.is_done(this.place - 1) or page.is_free(this.place)
        if follows(chain[-1].n, this.n) or (ended and this.n == chain[0].n and series != "letter"):
            chain.append(this)
    return chain


def _made(page: Page, chain: list[_Begun]) -> Foot:
    notes = tuple(Note(this.place, page.lines[this.place].ink_start, this.n, True, this.n) for this in chain)
    return Foot(chain[0].place, notes, float(len(notes)), True)


def _numbered(pages: Sequence[Page], feet: Sequence[Foot | None]) -> int:
    """How many other pages begin a line at their foot with a number that a call above bears."""
    return sum(
        foot is None
        and any(
            this.form in NUMBERED and any(n == str(this.n) for place, n in page.calls if place < this.place)
            for this in page.openings
        )
        for page, foot in zip(pages, feet, strict=True)
    )


def _uncalled(page: Page, series: Series, begun: list[_Begun]) -> Foot | None:
    """The notes of a page whose calls are lost: under a blank line, from a first mark on."""
    for k, first in enumerate(begun):
        if series != "letter" and first.n in ("*", "a", "1") and page.is_free(first.place):
            return _made(page, _chain(page, series, begun[k:]))
    return None
