"""Aligning two sequences: which elements of the one stand for which of the other.

The Levenshtein distance of RapidFuzz is exact but grows with the square of the length, so long sequences are
first cut at anchors: runs of three that occur once in each, taken in their longest common order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

RUN = 3


class Stretch(NamedTuple):
    """`a[a_start:a_end]` stands for `b[b_start:b_end]`; `same` tells whether they are equal."""

    same: bool
    a_start: int
    a_end: int
    b_start: int
    b_end: int


def align(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Stretch]:
    """The stretches, equal and unequal by turns, that turn `a` into `b`; together they cover both."""
    cuts = [(0, 0), *anchors(a, b), (len(a), len(b))]
    stretches: list[Stretch] = []
    for (a_start, b_start), (a_end, b_end) in pairwise(cuts):
        for code in Levenshtein.opcodes(a[a_start:a_end], b[b_start:b_end]):
            this = Stretch(
                code.tag == "equal",
                a_start + code.src_start,
                a_start + code.src_end,
                b_start + code.dest_start,
                b_start + code.dest_end,
            )
            if stretches and stretches[-1].same is this.same:
                this = Stretch(this.same, stretches[-1].a_start, this.a_end, stretches[-1].b_start, this.b_end)
                stretches.pop()
            stretches.append(this)
    return stretches


def anchors(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Where runs that occur once in each sequence begin, in the longest order that both keep."""
    in_b = _unique_runs(b)
    pairs = sorted((place, in_b[run]) for run, place in _unique_runs(a).items() if run in in_b)
    return [pairs[k] for k in _longest_rise([place for _, place in pairs])]


def _unique_runs(sequence: Sequence[Hashable]) -> dict[tuple[Hashable, ...], int]:
    runs = list(zip(*(sequence[k:] for k in range(RUN)), strict=False))
    counts = Counter(runs)
    return {run: place for place, run in enumerate(runs) if counts[run] == 1}


def _longest_rise(values: Sequence[int]) -> list[int]:
    """The indices of a longest strictly rising subsequence."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        k = bisect_left(tails, value)
        before.append(last[k - 1] if k else -1)
        if k == len(tails):
            tails.append(value)
            last.append(index)
        else:
            tails[k] = value
            last[k] = index
    return list(reversed(list(_back(last[-1] if last else -1, before))))


def _back(index: int, before: Sequence[int]) -> Iterator[int]:
    while index >= 0:
        yield index
        index = before[index]
