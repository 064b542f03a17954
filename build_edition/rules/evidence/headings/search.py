"""The search for the levels of a chapter's headings that weigh most, all of them together.

In: the evidence of one chapter.  Out: for each heading how well every level suits it: what the best way of all
that give it this level weighs less than the best of all.  Few ways are followed at once; lest the doubt about a
heading be lost with them, the best way to each other level of the last headings is followed too.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_edition.rules.evidence.headings.odds import Branch, Evidence

Suits = dict[int, float]  # by level

_WIDTH = 12  # branches that are followed at once
_WINDOW = 8  # headings of which other levels are kept in mind
_DOUBT = 1.2  # by how much the best way must outweigh the next

Level = tuple[int, str]  # the level and its certainty


def solve(evidence: Evidence) -> list[Suits]:
    """How well each level suits each heading of the chapter; of the best way's levels, 0."""
    branches = [Branch()]
    suits: list[Suits] = []
    for place in range(len(evidence.sections)):
        grown = [
            (branch.weight + evidence.weight_of(branch, level), level, branch)
            for branch in branches
            for level in evidence.choices(branch)
        ]
        grown.sort(key=lambda each: (-each[0], each[2].levels, each[1]))
        branches = [evidence.extend(branch, level, weight) for weight, level, branch in _kept(grown, place)]
        if place >= _WINDOW:
            suits.append(_suits(branches, place - _WINDOW))
    suits.extend(_suits(branches, place) for place in range(len(suits), len(evidence.sections)))
    best = branches[0].levels
    return [_against(each, level) for each, level in zip(suits, best, strict=True)]


def levels_of(suits: Sequence[Suits]) -> list[Level]:
    """The best level of each heading, and its certainty."""
    solved: list[Level] = []
    for each in suits:
        best = next(level for level, weight in each.items() if weight == 0)
        others = (weight for level, weight in each.items() if level != best)
        solved.append((best, "low" if -max(others, default=float("-inf")) < _DOUBT else "high"))
    return solved


def _kept(grown: Sequence[tuple[float, int, Branch]], place: int) -> list[tuple[float, int, Branch]]:
    """The heaviest ways, and the heaviest to each level of the last headings."""
    kept, seen = [], set()
    since = max(0, place - _WINDOW)
    for rank, way in enumerate(grown):
        levels = enumerate((*way[2].levels[since:], way[1]))
        new = {each for each in levels if each not in seen}
        if rank < _WIDTH or new:
            kept.append(way)
            seen |= new
    return kept


def _suits(branches: Sequence[Branch], place: int) -> Suits:
    """What the heaviest branch with each level of this heading weighs."""
    found: Suits = {}
    for branch in branches:
        found.setdefault(branch.levels[place], branch.weight)
    return found


def _against(suits: Suits, best: int) -> Suits:
    """The weights, against that of the best level."""
    top = suits.get(best, 0.0)
    return {level: weight - top if level != best else 0.0 for level, weight in suits.items()} | {best: 0.0}
