"""The numbers of note calls as a sequence: which of many candidate digits are the calls 1, 2, 3 … .

Serves `note_calls`. In: candidates in the order of the text, each with a value and a weight (how much like a call
it looks). Out: those of the best chain. A chain counts up by one; it may lose a few numbers, or start anew at a
low one, each at a price, which is less in a new chapter; every candidate it takes adds its weight. The first call
of the text may have a higher number where many follow it without a gap, or where the first note has as high a
one: an extract begins in mid-chapter. One pass finds the chain of the highest sum, so that a year or a decimal
that happens to fit is taken only where no better candidate bears the number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

AS_DIGITS = str.maketrans("IlOoSZB|", "11005281")  # letters that figures are misread as
LOST = 6  # numbers that may be missing between two calls
LOST_PRICE = 7.0
RESTART_PRICE, FRESH_PRICE = 12.0, 4.0  # of beginning anew: within a chapter, in a new one
RESTART_HIGHEST = 3
SURE = 8.0  # the weight of digits tight after a word
OPENING = 8  # numbers without a gap that show a text to begin in mid-chapter
WITHIN, TRIED = 10, 3  # of so many sure candidates; from one of the first of the text


@dataclass(frozen=True, slots=True)
class Candidate:
    """Digits at `start … end` that may be the call of note `value`, in the chapter of that number."""

    start: int
    end: int
    value: int
    weight: float
    chapter: int = 0


@dataclass(frozen=True, slots=True)
class _Step:
    score: float
    at: int  # index of the candidate; -1 before the first
    before: _Step | None


def best_chain(candidates: Sequence[Candidate], lost_price: float = LOST_PRICE, first: int = 1) -> list[Candidate]:
    """The candidates of the best chain, in order; each number that it lacks costs `lost_price`.

    Below the `first` that a note has, none is lacking.
    """
    nothing = _Step(0.0, -1, None)
    highest = nothing
    opening = _opening(candidates)
    by_value: dict[int, _Step] = {}  # the best chain so far that ends with this number
    for at, candidate in enumerate(candidates):
        v, best = candidate.value, None
        for lost in range(LOST + 1):
            step = by_value.get(v - 1 - lost)
            # Of equal chains the later goes on: its end is nearer.
            if step and (best is None or step.score - lost_price * lost > best[0]):
                best = (step.score - lost_price * lost, step)
        if v <= RESTART_HIGHEST:
            price = _restart_price(candidates, highest.at, candidate) + lost_price * (v - 1)
            if best is None or highest.score - price > best[0]:
                best = (highest.score - price, highest)
        begins = at == opening or first - LOST <= v <= first
        if begins and (best is None or best[0] < 0):
            best = (0.0, nothing)
        if best is None:
            continue
        step = _Step(best[0] + candidate.weight, at, best[1])
        if v not in by_value or step.score >= by_value[v].score:
            by_value[v] = step
        if step.score > highest.score:
            highest = step
    return _unwind(highest, candidates)


def _restart_price(candidates: Sequence[Candidate], last: int, candidate: Candidate) -> float:
    """What it costs to begin anew with a candidate, after the one at index `last`."""
    if last < 0:
        return 0.0
    return RESTART_PRICE if candidates[last].chapter == candidate.chapter else FRESH_PRICE


def _opening(candidates: Sequence[Candidate]) -> int | None:
    """Which candidate is the first call of a text that begins in mid-chapter, if it does (an extract).

    Its numbers rise one by one from the first, higher than a chapter's own first would be.
    """
    sure = [at for at, candidate in enumerate(candidates) if candidate.weight >= SURE]
    for place, at in enumerate(sure[:TRIED]):
        first = due = candidates[at].value
        for later in sure[place : place + WITHIN]:
            due += candidates[later].value == due
        if first > RESTART_HIGHEST and due - first >= OPENING:
            return at
    return None


def _unwind(step: _Step | None, candidates: Sequence[Candidate]) -> list[Candidate]:
    chain = []
    while step is not None and step.at >= 0:
        chain.append(candidates[step.at])
        step = step.before
    return chain[::-1]
