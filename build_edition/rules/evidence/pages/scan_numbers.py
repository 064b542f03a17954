"""The numbers of pages that form feeds part: all leaves of the scan are there, so numbers and places run in step.

Between two known pages in the same step every number is certain. Where the step changes between them, leaves
are missing or bear no number: that happens where a division begins, if one does, and else cannot be placed
(`cert="low"`). Before the first known page and after the last, numbers are certain up to a division.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_edition.rules.evidence.pages.folios import written
from build_edition.rules.evidence.pages.numbers import Number
from build_edition.rules.evidence.pages.shown_numbers import Leaf
from build_edition.rules.evidence.pages.steps import in_step, step_of


def numbered_in_scan(leaves: Sequence[Leaf], *, whole: bool) -> list[Number]:
    """The number and certainty of each page; `whole` tells that every page is known."""
    shown = [leaf.shown for leaf in leaves]
    divides = [leaf.divides for leaf in leaves]
    expected = in_step([{} if number is None else {number: 1.0} for number in shown])
    numbers: list[Number] = [(None, "high")] * len(leaves)
    known = [
        place for place, number in enumerate(shown) if number is not None and expected[place] in (number, None)
    ]
    if not known:
        return numbers
    for place in known:
        numbers[place] = _number(shown, place, place, "high")
    for i, j in pairwise(known):
        if step_of(shown[i] or 0, i) == step_of(shown[j] or 0, j):
            _within(leaves, numbers, i, j)
        else:
            _change(shown, divides, numbers, i, j)
    _forward(shown, divides, numbers, known[-1], "high" if whole else "low")
    _back(shown, divides, numbers, known[0], "high" if whole else "low")
    return numbers


def _within(leaves: Sequence[Leaf], numbers: list[Number], i: int, j: int) -> None:
    """Number the pages between two known ones in step: certain, but where pages between them are lost.

    Even then that page is certain which begins below a number at the foot; and the one that bears its number at
    its own foot is not.
    """
    shown = [leaf.shown for leaf in leaves[i : j + 1]]
    lost = any(leaf.lost for leaf in leaves[i + 1 : j])
    for place in range(i + 1, j):
        below = leaves[i].closed and place == i + 1
        numbers[place] = _number(shown, 0, place - i, "low" if lost and not below else "high")
    if leaves[j].closed and (leaves[j].lost or lost):
        numbers[j] = _number(shown, j - i, j - i, "low")


def _number(shown: Sequence[int | None], known: int, place: int, cert: str) -> Number:
    """The number of a page that stands in step with a known one; None before page 1."""
    base = shown[known] or 0
    count = abs(base) + place - known
    return (written(-count if base < 0 else count), cert) if count > 0 else (None, "high")


def _change(shown: Sequence[int | None], divides: Sequence[bool], numbers: list[Number], i: int, j: int) -> None:
    """Number the pages between two known ones out of step with each other."""
    places = [place for place in range(i + 1, j + 1) if divides[place]]
    lost = abs(shown[j] or 0) - abs(shown[i] or 0) - (j - i)
    anew = (shown[i] or 0) < 0 < (shown[j] or 0)  # roman numbers, then page 1
    sure = "high" if lost > 0 or anew else "low"
    first, last = (places[0], places[-1]) if places else (j, j)
    if anew:
        first = last = min(last, max(i + 1, j - (shown[j] or 0) + 1))
    for place in range(i + 1, first):
        numbers[place] = _number(shown, i, place, sure if places and not anew else "low")
    for place in range(first, j):
        numbers[place] = _number(shown, j, place, sure if place >= last else "low")


def _forward(
    shown: Sequence[int | None], divides: Sequence[bool], numbers: list[Number], known: int, cert: str
) -> None:
    """Number the pages after the last known one, with this certainty up to the next division."""
    for place in range(known + 1, len(shown)):
        if divides[place]:
            cert = "low"
        numbers[place] = _number(shown, known, place, cert)


def _back(
    shown: Sequence[int | None], divides: Sequence[bool], numbers: list[Number], known: int, cert: str
) -> None:
    """Number the pages before the first known one, with this certainty back to the last division."""
    cert = "low" if divides[known] else cert
    for place in range(known - 1, -1, -1):
        numbers[place] = _number(shown, known, place, cert)
        if divides[place]:
            cert = "low"
