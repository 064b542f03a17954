"""The step in which page numbers run with the pages, solved for all pages of a text together.

Pages count up by one with the leaves of the scan, so that number and place differ by a constant; it changes
only where pages are lost, left unnumbered or counted anew (front matter in roman figures). Each page offers
the numbers that stand at its edges, most of which are no page number; the run of constants that most pages
agree on, changes being costly, is what they bear.

    … 51 | (a chapter opens, no number) | 53 | S4 | 17 notes | 56 …    → 51 52 53 54 55 56
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

_CHANGE = 1.6  # what a change of step costs, in pages that agree
_STATES = 60  # no more steps than this are weighed

Step = tuple[bool, int]  # whether roman, and number less place


def in_step(offers: Sequence[Mapping[int, float]]) -> list[int | None]:
    """The number that each page should bear, by those that it and the others offer; roman ones negative."""
    votes: dict[Step, float] = defaultdict(float)
    for place, offer in enumerate(offers):
        for number, weight in offer.items():
            votes[step_of(number, place)] += weight
    likely = sorted((step for step in votes if votes[step] > _CHANGE), key=votes.__getitem__, reverse=True)
    steps = likely[:_STATES]
    if not steps:
        return [None] * len(offers)
    chosen = _best_run(offers, steps)
    return [_number(steps[k], place) for place, k in enumerate(chosen)]


def step_of(number: int, place: int) -> Step:
    """What keeps the same from page to page: whether the number is roman, and number less place."""
    return number < 0, abs(number) - place


def _number(step: Step, place: int) -> int | None:
    is_roman, difference = step
    number = place + difference
    return None if number < 1 else -number if is_roman else number


def _best_run(offers: Sequence[Mapping[int, float]], steps: Sequence[Step]) -> list[int]:
    """For each page the step in force: the way through all pages that most of them agree with."""
    index = {step: k for k, step in enumerate(steps)}
    scores = [0.0] * len(steps)
    changed: list[list[int]] = []  # where the best way to each step came from, page by page
    for place, offer in enumerate(offers):
        best = max(range(len(steps)), key=scores.__getitem__)
        limit = scores[best] - _CHANGE
        back = [k if scores[k] >= limit else best for k in range(len(steps))]
        scores = [max(score, limit) for score in scores]
        for number, weight in offer.items():
            k = index.get(step_of(number, place))
            if k is not None:
                scores[k] += weight
        changed.append(back)
    at = max(range(len(steps)), key=scores.__getitem__)
    run = []
    for back in reversed(changed):
        run.append(at)
        at = back[at]
    return run[::-1]
