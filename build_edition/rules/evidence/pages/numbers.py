"""The numbers of all pages, solved together from the few that survive.

Pages count up by one, but pages can be lost (endnotes, blanks), and then only before a new division. So
between two pages whose numbers are known, the count runs forward from the one up to the first place where
pages may be lost, and back from the other down to the last such place: both are certain. What lies between
two such places, and what no known number closes, is a conjecture (`cert="low"`), or None.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from statistics import median

from build_edition.source import Line

Number = tuple[str | None, str]  # the number and its certainty


@dataclass(frozen=True, slots=True)
class Opening:
    """The first line of a page. `shown` is the number that its head or foot shows, if one survives.

    `may_follow_lost` says that pages may be lost before it, `length` how many lines the page has, and
    `notes` how many notes were called since the last such place: their text fills the lost pages.
    `is_front_matter` says that a preface or the like begins here, which stands before page 1.
    """

    line: Line
    shown: int | None
    may_follow_lost: bool
    length: int
    notes: int = 0
    is_front_matter: bool = False


def numbered(openings: Sequence[Opening]) -> list[Number]:
    """The number and certainty of each page, in order."""
    unknown: Number = (None, "high")
    numbers = [unknown] * len(openings)
    known = _consistent(openings)
    if not known:
        return numbers
    for i in known:
        numbers[i] = (str(openings[i].shown), "high")
    for i, j in pairwise(known):
        _between(openings, numbers, i, j)
    _before(openings, numbers, known[0])
    _after(openings, numbers, known[-1])
    return numbers


def _consistent(openings: Sequence[Opening]) -> list[int]:
    """The longest chain of known numbers that rise at least as fast as the pages do."""
    tails: list[int] = []  # least surplus that ends a chain of each length
    ends: list[int] = []
    back: dict[int, int | None] = {}
    for i, opening in enumerate(openings):
        if opening.shown is None:
            continue
        surplus = opening.shown - i
        at = bisect_right(tails, surplus)
        back[i] = ends[at - 1] if at else None
        tails[at : at + 1] = [surplus]
        ends[at : at + 1] = [i]
    chain: list[int] = []
    i_or_none = ends[-1] if ends else None
    while i_or_none is not None:
        chain.append(i_or_none)
        i_or_none = back[i_or_none]
    return chain[::-1]


def _divisions(openings: Sequence[Opening], first: int, last: int) -> list[int]:
    """The pages after `first`, up to `last`, before which pages may be lost.

    Of divisions on pages that follow each other (a part title, its first chapter), pages are lost before
    the first, if anywhere; the later ones are given too, for that is not certain.
    """
    return [k for k in range(first + 1, last + 1) if openings[k].may_follow_lost]


def _missed_page(openings: Sequence[Opening], first: int, last: int) -> bool:
    """Whether a page from `first` to before `last` is so long that a page beginning was missed in it."""
    usual = median(opening.length for opening in openings[max(0, first - 100) : last + 100])
    return any(openings[k].length > 1.6 * usual for k in range(first, last))


def _between(openings: Sequence[Opening], numbers: list[Number], i: int, j: int) -> None:
    """Number the pages between the known pages `i` and `j`."""
    start, end = int(openings[i].shown or 0), int(openings[j].shown or 0)
    lost = (end - start) - (j - i)
    doubtful = "low" if lost and _missed_page(openings, i, j) else "high"
    divisions = _divisions(openings, i, j) if lost else []
    first = divisions[0] if divisions else j
    last = divisions[-1] if divisions else j
    certain = doubtful if divisions or not lost else "low"
    for k in range(i + 1, first):
        numbers[k] = (str(start + k - i), certain)
    for k in range(last, j):
        numbers[k] = (str(end - (j - k)), certain)
    if first < last:
        _share_out(openings, numbers, i, divisions, lost)


def _share_out(
    openings: Sequence[Opening], numbers: list[Number], i: int, divisions: list[int], lost: int
) -> None:
    """Conjecture the numbers between the first and the last place where pages may be lost.

    The lost pages held the notes, so they are shared out by the number of notes called before each place.
    """
    start = int(openings[i].shown or 0)
    weights = [openings[k].notes for k in divisions]
    if not sum(weights):
        weights[0] = 1
    run = 0
    for weight, division, bound in zip(weights, divisions, [*divisions[1:], divisions[-1]], strict=True):
        run += weight
        gone = round(lost * run / sum(weights))
        for k in range(division, bound):
            numbers[k] = (str(start + k - i + gone), "low")


def _before(openings: Sequence[Opening], numbers: list[Number], i: int) -> None:
    """Number the pages before the first known one: certain back to where pages may be lost."""
    first = int(openings[i].shown or 0)
    divisions = _divisions(openings, -1, i)
    last = divisions[-1] if divisions else 0
    certain = "low" if _missed_page(openings, last, i) else "high"
    for k in range(last, i):
        numbers[k] = (str(first - (i - k)), certain) if first > i - k else (None, "high")
    # Beyond it, count on only if that leads to a page 1 where a division begins; front matter has its own.
    for position, division in enumerate(divisions[:-1]):
        count = first - (i - division)
        later = divisions[position + 1 :]
        if not openings[division].is_front_matter and 1 <= count <= 1 + len(later):
            # The pages that are lost held the notes called before them.
            gap = next((k for k in later if openings[k].notes), last)
            for k in range(division, last):
                numbers[k] = (str(1 + k - division + (count - 1 if k >= gap else 0)), "low")
            return


def _after(openings: Sequence[Opening], numbers: list[Number], i: int) -> None:
    """Number the pages after the last known one: certain as far as no pages may be lost."""
    last = int(openings[i].shown or 0)
    divisions = _divisions(openings, i, len(openings) - 1)
    first = divisions[0] if divisions else len(openings)
    certain = "low" if _missed_page(openings, i, first) else "high"
    for k in range(i + 1, first):
        numbers[k] = (str(last + k - i), certain)
    if not divisions:
        return
    gone = _pages_of_notes(openings, numbers, openings[first].notes)
    for k in range(first, len(openings)):
        numbers[k] = (None if gone is None else str(last + k - i + gone), "low")


def _pages_of_notes(openings: Sequence[Opening], numbers: Sequence[Number], notes: int) -> int | None:
    """How many pages so many notes fill, judged by those that were lost elsewhere; None where none were."""
    lost = called = 0
    for before, this, opening in zip(numbers, numbers[1:], openings[1:], strict=False):
        if opening.notes and before[0] and this[0] and this[1] == "high":
            lost += int(this[0]) - int(before[0]) - 1
            called += opening.notes
    return ceil(notes * lost / called) if lost and called else None
