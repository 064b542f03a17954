"""How a book sets the notes at the foot of its pages, learnt from the surest of them.

Serves `foot_starts`.  One book does it one way on all its pages: with or without stops after the numbers, counting
on or anew, in smaller type or not, under a blank line or not, and read well or badly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from build_edition.rules.evidence.notes.foot_pages import Page
from build_edition.rules.evidence.notes.openings import NUMBERED, Opening

PRICE, SECOND_PRICE = 8.0, 5.0  # what a page's notes must weigh, before and after the design is known
WIDE, FULL = 1.06, 0.9  # of the measure: a full line of smaller type; a full line
UNREAD = 0.03  # share of misread numbers from which any may be misread
GAP = 3  # blank lines between a short page's text and its foot
LOWEST = 4  # notes of a page that tell whether its count is its own
MISREAD = frozenset({"misread", "inline sign"})


@dataclass(frozen=True, slots=True)
class Note:
    """One note of a page: where it begins, its number or sign, and whether that is read or only counted.

    `remains` is what OCR left of the number, where that stands on a line above.
    """

    place: int
    at: int
    n: str
    sure: bool
    sign: str = ""  # what stands there for the number, where it is misread
    remains: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A number that stands apart from its note, which begins at `at`; `kept` is what belongs in its place."""

    start: int
    end: int
    at: int
    number: str
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Foot:
    """The notes of one page, and how surely they are notes; `rest` is where that of one from overleaf begins.

    `moved` are the numbers that stand apart from their notes.
    """

    place: int
    notes: tuple[Note, ...]
    score: float
    called: bool  # whether the text above bears the first number as a call
    rest: int | None = None
    moved: tuple[Moved, ...] = ()

    @property
    def last(self) -> int:
        """The last number."""
        return next((int(note.n) for note in reversed(self.notes) if note.n.isdecimal()), 0)


@dataclass(frozen=True, slots=True)
class Style:
    """How a book sets its notes, learnt from the surest of its pages."""

    price: float = PRICE
    anew: bool | None = None  # whether each page counts from 1; None where that is not known
    dirty: bool = False  # whether numbers are misread
    stopped: bool = False  # whether numbers have stops
    signs: bool = True  # whether signs may be the notes' own
    small: bool = False  # whether notes are in smaller type
    blank: float = 0.5  # how often a blank line parts them from the text


def has_stops(pages: Sequence[Page]) -> bool:
    """Whether the numbers of notes have stops: one book prints them one way."""
    likely: list[Opening] = []
    for page in pages:
        called = {n for _, n in page.calls}
        likely += [
            this
            for this in page.openings
            if not this.inline and (str(this.n) in called or page.is_free(this.place))
        ]
    return _most_stopped(likely)


def _most_stopped(openings: Sequence[Opening]) -> bool:
    weigh = {True: 0.0, False: 0.0}
    for this in openings:
        if this.n is not None:
            weigh[this.form == "stopped"] += this.weight
    return weigh[True] > weigh[False]


def learnt(pages: Sequence[Page], feet: Sequence[Foot | None]) -> Style | None:
    """What the pages that have notes teach; None where too few have any."""
    found = [(page, foot) for page, foot in zip(pages, feet, strict=True) if foot]
    if len(found) < 2:
        return None
    below = [[this for this in page.openings if this.place >= foot.place] for page, foot in found]
    read = [this for openings in below for this in openings if this.form in NUMBERED or this.form in MISREAD]
    unread = sum(this.form in MISREAD for this in read) + sum(openings[0].n is None for openings in below)
    dirty = unread > UNREAD * (len(read) + 1)
    widths = [page.width(k) for page, foot in found for k in range(foot.place, len(page.lines) - 1)]
    full = [width for width in widths if width > FULL]
    notes = [note for _, foot in found for note in foot.notes]
    signs = sum(not note.n.isdecimal() for note in notes)
    return Style(
        price=SECOND_PRICE,
        anew=_counts_anew(below, [foot for _, foot in found], dirty),
        dirty=dirty,
        stopped=_most_stopped([this for openings in below for this in openings if not this.inline]),
        signs=not dirty or 2 * signs > len(notes),
        small=len(full) > 5 and median(full) > WIDE,
        blank=sum(page.is_free(foot.place) for page, foot in found) / len(found),
    )


def _counts_anew(below: Sequence[Sequence[Opening]], feet: Sequence[Foot], dirty: bool) -> bool:
    """Whether each page counts from 1: its first note is 1, or where that is misread its second 2."""
    if dirty:
        votes = [
            this.n == k
            for openings in below
            for k, this in enumerate([o for o in openings if not o.inline and o.form != "fused"][:LOWEST], 1)
            if this.n is not None
        ]
    else:
        firsts = [(foot.notes[0].n, foot.last) for foot in feet if foot.notes[0].n.isdecimal()]
        votes = [n == "1" for (_, last), (n, _) in pairwise(firsts) if n in ("1", str(last + 1))]
        votes = votes or [False, *(n == "1" for n, _ in firsts)]
    return 2 * sum(votes) >= len(votes)
