"""Which lines begin the notes whose numbers stand apart from them, on lines of their own.

Serves `numbers_apart` and `sections_apart`.  There are as many notes as numbers, in the order of these.  A line
that has a number right above it bears that one; any other begins a note only where the line above has ended.  The
best of all assignments is taken; what could as well be otherwise is of low certainty.

    1                        ->  note 1 at “The bill”, 2 at “Ibid.”, 3 at “The deed”
    2

    The bill, p. 4.
    Ibid.
    3
    The deed, as it stands
    in the book.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_edition.rules.evidence.lines.shape import opens_lower
from build_edition.rules.evidence.notes.call_candidates import is_abbreviated
from build_edition.rules.evidence.notes.foot_pages import Page
from build_edition.rules.evidence.notes.style import Foot, Moved, Note

MOST = 40_000  # lines times notes: no page has more
SHORT = 0.8  # of the measure: a line that ends by will
OPEN_QUOTE = re.compile(r"(?<!\S)[“‘][^“‘”’\"]*\Z")  # a quotation that the line does not close
# What speaks for a line as the first of a note, and against it.
DONE, ROOM, BROKEN, LOWER, TITLED, PASSED = 2.0, 1.0, -5.0, -3.5, 4.0, -3.0
UNBEGUN = -6.0  # for a first line that is the rest of a note, though that has ended


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of a page that are notes and their numbers.

    `own` are the places of the lines that are numbers, `bodies` those of the others; `titles` the numbers that
    lines have right above them or before them; `order` all numbers, as their notes follow each other. `grown` is
    where a number stands that has grown to the last word of the text.
    """

    own: Sequence[int]
    bodies: Sequence[int]
    titles: Mapping[int, str]
    order: Sequence[str]
    grown: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Chain:
    """Notes begun so far: how well, and with which lines, by their rank among those that are no numbers."""

    score: float
    starts: tuple[int, ...] = ()


def foot_of(page: Page, these: Stretch, *, rest: bool) -> Foot | None:
    """The notes of a stretch, which may begin with the rest of one; None where too few lines can begin them."""
    lines, notes = len(these.bodies), len(these.order)
    starts = _starts(page, these, rest=rest) if notes <= lines <= MOST // max(notes, 1) else ()
    return _made(page, these, starts) if starts else None


def _starts(page: Page, these: Stretch, *, rest: bool) -> tuple[int, ...]:
    order = these.order
    best: dict[int, _Chain] = {0: _Chain(0.0)}
    for rank, place in enumerate(these.bodies):
        title = these.titles.get(place, "")
        reached: dict[int, _Chain] = {}
        for begun, chain in best.items():
            if begun or not title:
                passed = chain.score + (PASSED if title else UNBEGUN if not (rank or rest) else 0.0)
                if begun not in reached or passed >= reached[begun].score:  # of equals the earlier
                    reached[begun] = _Chain(passed, chain.starts)
            if begun == len(order):
                continue
            fit = _fit(page, these, rank) if rank else 0.0
            fit += (TITLED if title == order[begun] else PASSED) if title else 0.0
            if fit > BROKEN and (begun + 1 not in reached or chain.score + fit > reached[begun + 1].score):
                reached[begun + 1] = _Chain(chain.score + fit, (*chain.starts, rank))
        best = reached
    return best[len(order)].starts if len(order) in best else ()


def _fit(page: Page, these: Stretch, rank: int) -> float:
    """How well a line begins a note, after the one that stands above it."""
    above, line = these.bodies[rank - 1], page.lines[these.bodies[rank]]
    width = page.width(above)
    done = page.is_done(above) and not is_abbreviated(page.text, page.lines[above].ink_end)
    done = done and not OPEN_QUOTE.search(page.lines[above].ink)
    fit = DONE if done or width < SHORT else BROKEN
    fit += ROOM * min(1.0, max(0.0, (1 - width) / (1 - SHORT)))
    return fit + (LOWER if opens_lower(line.ink) or line.ink[0] in "….," else 0.0)


def _sure(page: Page, these: Stretch, starts: Sequence[int]) -> Iterator[int]:
    """Those of the first lines of notes that leave no choice: between two that numbers show, as many as may be."""
    fixed = [rank for rank in starts if rank == starts[0] or these.bodies[rank] in these.titles]
    yield from fixed
    for first, after in zip(fixed, [*fixed[1:], len(these.bodies)], strict=True):
        may = [rank for rank in range(first + 1, after) if _fit(page, these, rank) > 0]
        own = [rank for rank in starts if first < rank < after]
        if may == own:
            yield from own


def _made(page: Page, these: Stretch, starts: Sequence[int]) -> Foot:
    """The notes that begin with these lines, and where the numbers that stand apart from them belong."""
    sure = set(_sure(page, these, starts))
    left = {place: page.lines[place].ink for place in these.own}
    notes: list[Note] = []
    apart: list[Note] = []
    for rank, n in zip(starts, these.order, strict=True):
        place = these.bodies[rank]
        above = left.get(place - 1, "").rstrip(".") == n and place - 2 not in left
        if above:
            place -= 1
            del left[place]
        note = Note(place, page.lines[place].ink_start, n, rank in sure)
        notes.append(note)
        if not above and not page.lines[place].ink.startswith(these.titles.get(place, " ")):
            apart.append(note)
    moved: list[Moved] = []
    for note in apart:
        place = next((k for k, ink in left.items() if ink.rstrip(".") == note.n), -1)
        if place >= 0:
            line = page.lines[place]
            moved.append(Moved(line.ink_start, line.ink_end, note.at, left.pop(place)))
        elif these.grown:
            moved.append(Moved(*these.grown, note.at, note.n, "-"))
    first = min([*these.own, *these.bodies])
    rest = these.bodies[0] if starts[0] else None
    return Foot(first, tuple(notes), float(len(notes)), True, rest, tuple(moved))
