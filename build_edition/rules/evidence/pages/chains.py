"""The best chain through candidates that come in order, each of which knows the one it best follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def unwound(candidates: Sequence[T], best: Sequence[tuple[float, int]]) -> list[T]:
    """The chain that scores most.

    `best` has for each candidate the score of the best chain that ends in it, and the place of the candidate
    before it in that chain (-1: it is the first).
    """
    at = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    chain = []
    while at >= 0:
        chain.append(candidates[at])
        at = best[at][1]
    return chain[::-1]
