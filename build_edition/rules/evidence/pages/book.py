"""A book whose pages are known: the edges of every page, the number it should bear, what most pages do.

Serves the search for running heads (`running_heads`) and for what stands at the foot (`running_feet`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from build_edition.rules.evidence.lines.shape import letters_of
from build_edition.rules.evidence.lines.title_words import division_level, is_bare_label
from build_edition.rules.evidence.pages.edges import DEEP, Edge, Kinship, edges_of, is_capitals
from build_edition.rules.evidence.pages.fed import Page, last_places
from build_edition.rules.evidence.pages.folios import is_number, readings, resembles, stripped
from build_edition.rules.evidence.pages.steps import in_step
from build_edition.source import Line

SENTENCE_END = re.compile(r"[.!?:;,][’”\"')\]\d]*$")
USUAL = 0.6  # of the pages: what so many do, the book does
EQUAL = 92  # per cent: the same words, letters misread or not
_HEADED = 0.4  # of the pages: fewer have their number at the top where chapters are short and open with none
_CAPITAL = 0.4  # how far a number in roman capitals is trusted that stands by itself, or in CHAPTER II
FOLIO = 5  # signs of a page number that stands alone, with what dirt adds
_SPECKS = 4  # lines that a blot or a number beyond reading leaves over a head
_LAST_WORD = re.compile(r"[^\W\d_]{2,}[.!?]")
_RULE = re.compile(r"[_—–=~-]{6,}(?:\s*[_—–=~-]+)*")


@dataclass(frozen=True, slots=True)
class Head:
    """One line of forme work, with the page number that it shows; a roman one is negative."""

    line: Line
    type: str  # "header", "footer", "pageNum", "sig" or "catch"
    number: int | None
    cert: str = "high"


class PagedBook:
    """All pages, their first and last lines, and the number that each should bear."""

    def __init__(self, pages: Sequence[Page], *, fed: bool) -> None:
        self.pages = pages
        self.tops = [edges_of(page[:DEEP]) for page in pages]
        self.feet = [edges_of(page[: -DEEP - 1 : -1]) for page in pages]
        self.top_kin = Kinship(self.tops, ["".join(line.ink for line in page[DEEP : DEEP + 1]) for page in pages])
        self.foot_kin = Kinship(
            self.feet, ["".join(line.ink for line in page[-DEEP - 1 : -DEEP]) for page in pages]
        )
        self.inner = Counter(line.ink for page in pages for line in page[DEEP:-DEEP] if len(line.ink) < 60)
        last = last_places(pages, fed=fed)
        self.expected = in_step(self._offers(last))
        self.at_foot = [self.expected[place] for place in last]
        self.inked = [place for place, page in enumerate(pages) if page]
        tops = [self.tops[place][0] for place in self.inked]
        self.capital_tops = sum(is_capitals(top.words) for top in tops) > 0.5 * len(tops)
        self.tops[:] = [self._below_specks(place) for place in range(len(pages))]
        self._sides = _sides(self.expected, self.tops)
        self._foot_sides = _sides(self.at_foot, self.feet)
        self._top_numbers = sum(
            tops[0].side(number) == "alone"
            for number, tops in zip(self.expected, self.tops, strict=True)
            if tops and number is not None
        )
        self.foot_numbers = sum(self.feet[place][0].side(self.at_foot[place]) == "alone" for place in self.inked)
        self._full = median([len(page[len(page) // 2].ink) for page in pages if page] or [0])

    def _offers(self, last: Sequence[int]) -> list[Mapping[int, float]]:
        """The numbers that the edges of each page may show, those of a foot for the last page above it."""
        found: list[dict[int, float]] = [{} for _ in self.pages]
        for place, (tops, feet) in enumerate(zip(self.tops, self.feet, strict=True)):
            for at, edges in ((place, tops), (last[place], feet)):
                for number, weight in _offered(edges):
                    found[at][number] = max(weight, found[at].get(number, 0.0))
        return list(found)

    def _below_specks(self, place: int) -> list[Edge]:
        """The first lines of a page, those left out that are specks over a head which other pages have too."""
        page, tops = self.pages[place], self.tops[place]
        count = next((k for k, line in enumerate(page[: _SPECKS + 1]) if len(line.ink) > FOLIO), 0)
        over = [stripped(line.ink) for line in page[:count]]
        if all(map(is_number, over)) or any(edge.shows_exactly(self.expected[place]) for edge in tops[:count]):
            return tops
        below = edges_of(page[count : count + DEEP])
        kin = self.top_kin.near(place, below[0])
        return below if len(kin) >= 2 and kin[0] < place else tops

    def shown(self, place: int, edge: Edge) -> int | None:
        """The number of a page, where this line of it shows that, or a misreading of it."""
        return self.expected[place] if edge.side(self.expected[place]) else None

    def is_usual(self, expected: int, side: str, *, at_foot: bool = False) -> bool:
        """Whether the number stands on this side on most pages of this hand."""
        sides = self._foot_sides if at_foot else self._sides
        of_hand = sum(count for (hand, _), count in sides.items() if hand == expected % 2)
        return bool(side) and sides[expected % 2, side] >= max(3, USUAL * of_hand)

    def has_numbered_tops(self, expected: int) -> bool:
        """Whether pages of this hand that have no number at the foot have it at the top, beside words or not."""
        hand = expected % 2
        shown = sum(count for (side_hand, _), count in self._sides.items() if side_hand == hand)
        pages = sum(number is not None and number % 2 == hand for number in self.expected)
        return shown >= max(3, _HEADED * (pages - self._foot_sides[hand, "alone"]))

    def unnumbered(self, place: int, edge: Edge) -> str:
        """The line without the page's number, shown or misread, where most of this hand have theirs."""
        expected, words = self.expected[place], edge.ink.split()
        if expected is not None and len(words) > 1:
            label = " ".join(words[:-1])
            if self.is_usual(expected, "last") and resembles(edge.last, expected) and not is_bare_label(label):
                return label
            if self.is_usual(expected, "first") and resembles(edge.first, expected):
                return " ".join(words[1:])
        return edge.ink

    def trimmed(self, edge: Edge, expected: int) -> Edge:
        """The line without the word that stands where most of this hand have their number, if it is as short."""
        words = edge.ink.split()
        for side, token, others in (("first", words[0], words[1:]), ("last", words[-1], words[:-1])):
            if len(token) <= len(str(expected)) + 1 and self.is_usual(expected, side):
                return replace(edge, words=" ".join(others), key=letters_of(" ".join(others)))
        return edge

    def above(self, place: int) -> str:
        """The last line of the page before, its number left out."""
        lines = self.pages[place - 1] if place else ()
        text = (ink for line in reversed(lines) if len(ink := line.ink) > FOLIO or _LAST_WORD.fullmatch(ink))
        return next(text, "")

    def is_misread_top(self, place: int, edge: Edge) -> bool:
        """Whether a first line is a page number misread beyond single figures, where others stand so.

        Or all that is left of a head, where most of this hand have their number in one.
        """
        expected, page = self.expected[place], self.pages[place]
        if expected is None or edge.line is not page[0] or len(page) < 2 or len(stripped(edge.ink)) > FOLIO:
            return False
        free = page[1].number - page[0].number > 1
        usual = self._top_numbers >= max(3, USUAL * (len(self.inked) - 1))
        if not usual and any(map(str.islower, edge.ink)):  # figures or capitals alone may number a chapter
            usual = self.is_usual(expected, "first") or self.is_usual(expected, "last")
        return free and usual and resembles("".join(filter(str.isalnum, edge.ink)), expected)

    def numbered_feet(self) -> set[int]:
        """The lines at the feet of pages that are no more than the number of the page."""
        feet = zip(self.feet, self.at_foot, strict=True)
        return {edge.line.number for edges, number in feet for edge in edges if edge.side(number) == "alone"}

    def is_rule(self, edge: Edge, beside: Head) -> bool:
        """Whether a line is a rule drawn close beside a head or foot."""
        return abs(edge.line.number - beside.line.number) == 1 and _RULE.fullmatch(edge.ink) is not None

    def is_full(self, ink: str) -> bool:
        """Whether a line is about as long as lines of this book are."""
        return len(ink) > USUAL * self._full


def _sides(expected: Sequence[int | None], edges: Sequence[Sequence[Edge]]) -> Counter[tuple[int, str]]:
    """How often the number stands on each side of a line, on the pages of each hand."""
    return Counter(
        (number % 2, side)
        for number, lines in zip(expected, edges, strict=True)
        for edge in lines
        if number is not None and (side := edge.side(number))
    )


def _offered(edges: Sequence[Edge]) -> Iterator[tuple[int, float]]:
    """The numbers that the outer lines of a page may show, and how far each is to be trusted."""
    for depth, edge in enumerate(edges[:2]):
        for token in dict.fromkeys((edge.first, edge.last)):
            for number, weight in readings(token):
                alone = not edge.key and edge.ink.isupper()
                chapter = number < 0 and (alone or division_level(edge.ink) is not None)  # not a page, mostly
                yield number, weight * (_CAPITAL if chapter else 1) / (1 + depth)
