"""Which call each note of a page answers: of all assignments in order, the one that weighs most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Weighed(Protocol):
    """What may be a call: its number or sign, and how like one it looks."""

    @property
    def n(self) -> str: ...

    @property
    def weight(self) -> float: ...


C = TypeVar("C", bound=Weighed)


def assigned(calls: Sequence[C], notes: Sequence[str]) -> list[C | None]:
    """For each note, by its number or sign, the call that it answers."""
    best = [[0.0] * (len(notes) + 1) for _ in range(len(calls) + 1)]
    for i, call in enumerate(calls, 1):
        for k, wanted in enumerate(notes, 1):
            taken = best[i - 1][k - 1] + call.weight if call.n == wanted else 0.0
            best[i][k] = max(best[i - 1][k], best[i][k - 1], taken)
    found: list[C | None] = [None] * len(notes)
    i, k = len(calls), len(notes)
    while i and k:
        if best[i][k] == best[i - 1][k]:
            i -= 1
        elif best[i][k] == best[i][k - 1]:
            k -= 1
        else:
            i, k = i - 1, k - 1
            found[k] = calls[i]
    return found
