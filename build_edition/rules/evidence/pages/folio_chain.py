"""Page numbers in a text that nothing else parts into pages: which lines bear them.

A line may bear one if it is a number alone, or begins or ends in one and is set as a head: in capitals, or in
words that come again beside other numbers; a title that comes but once counts for less. Among many such lines
(dates, lists, an index) the page numbers are those that rise with the text: as many lines lie between two of
them as so many pages hold. How many lines a page holds is learnt from lines whose numbers follow each other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_edition.rules.evidence.lines.title_words import division_level
from build_edition.rules.evidence.pages.chains import unwound
from build_edition.rules.evidence.pages.edges import Edge, edges_of, is_capitals, may_be_head
from build_edition.rules.evidence.pages.folios import EXACT, number_of, readings
from build_edition.source import Line

_BACK = 60  # candidates: so many before are weighed as the page number before
_PAGES = 12  # so many pages may be missed between two numbers
_SHORTEST, _LONGEST_PAGE = 12, 90  # lines of a page
_SURE = 4  # numbers in a chain: fewer may be so by chance
_ONCE = 0.3  # how much a title counts that comes but once
_ROMAN = "ivxlc"
_NOT_TITLED = (".", ",", ";")
_ISSUE = re.compile(
    r"[\s,]*\b(?:nos?|vols?|pt|nr|bd|t)\.$", re.IGNORECASE
)  # before the number of a journal's issue


@dataclass(frozen=True, slots=True)
class Folio:
    """A line that may bear a page number, and its place among the inked lines; a roman number is negative."""

    place: int
    edge: Edge
    number: int
    weight: float

    @property
    def is_alone(self) -> bool:
        return not self.edge.key


def folio_chain(lines: Sequence[Line]) -> tuple[list[Folio], float]:
    """The lines with page numbers, in order, and how many lines a page holds; none where they show no pages."""
    candidates = list(_candidates(lines))
    length = _page_length(candidates)
    if not length:
        return [], 0.0
    arabic, roman = (_longest([c for c in candidates if c.number * sign > 0], length) for sign in (1, -1))
    if len(arabic) < _SURE:
        arabic = []
    if len(roman) < _SURE:  # a preface may have one page; but a lone capital numeral numbers a chapter
        first = arabic[0].place if arabic else 0
        roman = [c for c in roman if c.place < first and c.edge.ink.islower()]
    chain = sorted((*roman, *arabic), key=lambda folio: folio.place)
    enough = sum(folio.weight for folio in chain) >= max(_SURE, 0.35 * len(lines) / length)
    return (chain, length) if enough else ([], 0.0)


def _candidates(lines: Sequence[Line]) -> Iterator[Folio]:
    """The lines that may bear a page number."""
    numbered = [
        (place, edge, number)
        for place, line in enumerate(lines)
        if _may_be_numbered(line.ink)
        for edge in edges_of((line,))
        for number in _numbers(edge)
    ]
    counts = Counter(key for key in {(edge.line.number, edge.key) for _, edge, _ in numbered} if key)
    known = Counter(key for _, key in counts)
    for place, edge, number in numbered:
        if not edge.key or is_capitals(edge.words):
            yield Folio(place, edge, number, 1.0)
        elif edge.words[:1].isupper() and not _ISSUE.sub("", edge.words).endswith((*_NOT_TITLED, " p", "Page")):
            weight = 1.0 if known[edge.key] > 1 else 0.0 if edge.is_wide else _ONCE
            if weight:
                yield Folio(place, edge, number, weight)


def _may_be_numbered(ink: str) -> bool:
    """Whether a line may be a head, and begins or ends as one with a page number may."""
    if not may_be_head(ink):
        return False
    first, last = ink[0], ink[-1]
    if not (len(ink) <= 8 or first.isdigit() or last.isdigit() or (first in _ROMAN and not last.islower())):
        ends = last in _ROMAN and first.isupper() and number_of(ink[ink.rfind(" ") + 1 :]) is not None
        if not ends and not (first in _ROMAN and _begins_roman(ink)):
            return False
    return division_level(ink) is None


def _begins_roman(ink: str) -> bool:
    """Whether a line begins with a small roman number, and a capital after it."""
    token, _, words = ink.partition(" ")
    return len(token) > 1 and words.lstrip()[:1].isupper() and number_of(token) is not None


def _numbers(edge: Edge) -> set[int]:
    return {n for token in (edge.first, edge.last) for n, weight in readings(token) if weight == EXACT}


def _page_length(candidates: Sequence[Folio]) -> float:
    """How many lines commonly lie between two candidates whose numbers follow each other."""
    steps: list[int] = []
    strong = [folio for folio in candidates if folio.weight == 1]
    for i, this in enumerate(strong):
        for after in strong[i + 1 : i + _BACK]:
            apart = after.place - this.place
            if apart > _LONGEST_PAGE:
                break
            pages = abs(after.number) - abs(this.number)
            if after.number * this.number > 0 and pages in (1, 2) and apart >= _SHORTEST * pages:
                steps.append(apart // pages)
    if len(steps) < 3:
        return 0.0
    steps.sort()
    within = [sum(0.8 * step <= other <= 1.2 * step for other in steps) for step in sorted(set(steps))]
    best = max(range(len(within)), key=within.__getitem__)
    return float(sorted(set(steps))[best])


def _longest(candidates: Sequence[Folio], length: float) -> list[Folio]:
    """The chain of candidates that best keeps step with pages of so many lines."""
    best: list[tuple[float, int]] = []
    for i, this in enumerate(candidates):
        score, back = 0.0, -1
        for j in range(max(0, i - _BACK), i):
            before = candidates[j]
            pages = abs(this.number) - abs(before.number)
            if not 0 < pages <= _PAGES:
                continue
            ratio = (this.place - before.place) / (pages * length)
            if 0.05 < ratio < 1.7 + 0.3 / pages:
                won = best[j][0] - min(0.9, abs(ratio - 1)) - 0.05 * (pages - 1)
                if won > score:
                    score, back = won, j
        best.append((score + this.weight, back))
    return unwound(candidates, best)
