"""Which pages open a division of the book: their first line is its number or title, and no running head.

The number of a division (CHAPTER II, VI) may be its running head too: then an earlier page has it. A title that
later pages have as their head is the heading of what begins where it comes first, unless the text runs on
about it, or it has been seen before. It is one for sure where it is set otherwise than they are, or on the other
hand of the book.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from rapidfuzz.fuzz import partial_ratio, ratio

from build_edition.rules.evidence.lines.shape import letters_of
from build_edition.rules.evidence.lines.title_words import division_level, is_bare_label
from build_edition.rules.evidence.pages.book import EQUAL, SENTENCE_END, PagedBook
from build_edition.rules.evidence.pages.edges import DEEP, Edge, edges_of, is_capitals, is_titled
from build_edition.rules.evidence.pages.folios import resembles, roman, stripped
from build_edition.source import Line

NAMED = 6  # pages: on so many before, a title is looked for
_LABEL = re.compile(r"(?:chapter|part|book|section|canto|letter|lecture|appendix)\s+\S{1,9}", re.IGNORECASE)
_SEEN = 88  # per cent
_TEXT = 3  # lines: a page with more is no title page


class Openings:
    """The pages of a book that open a division."""

    def __init__(self, book: PagedBook) -> None:
        self._book = book
        labels = (
            (place, book.unnumbered(place, tops[0])) for place, tops in enumerate(book.tops) if book.pages[place]
        )
        self._numbered = [
            place for place, ink in labels if is_label(ink) and not self.is_repeated_label(place, ink)
        ]

    @property
    def count(self) -> int:
        """How many pages begin with the number of a division, and so have no head."""
        return len(self._numbered)

    def is_repeated_label(self, place: int, label: str) -> bool:
        """Whether the number of a division stands at the top of a page before too, and so is a running head.

        It does not where one page is the other over again.
        """
        if is_bare_label(label):
            return False
        for other in range(max(0, place - NAMED), place):
            page, tops = self._book.pages[other], self._book.tops[other]
            if len(page) > _TEXT and self._book.unnumbered(other, tops[0]).casefold() == label.casefold():
                return page[1].ink != self._book.pages[place][1].ink
        return False

    def is_repeated_numeral(self, place: int, edge: Edge) -> bool:
        """Whether a line is a chapter's number in capitals, which a page before has at its top."""
        return is_numeral(edge.ink) and self.is_repeated_label(place, edge.ink)

    def numbers_chapter(self, place: int, edge: Edge) -> bool:
        """Whether a first line is a numeral in capitals over a title that no earlier page has as its head.

        The title may have further lines tight below, with a gap under the last. What follows does not matter where
        the page's number stands at its foot, nor where later pages have the line below as their head.
        """
        page = self._book.pages[place]
        if edge.line is not page[0] or not is_numeral(edge.ink) or len(page) < 3:
            return False
        lines = next((k for k in range(1, DEEP + 1) if k + 1 < len(page) and gap(page, k + 1)), 1)
        title, text = page[1 : lines + 1], page[lines + 1]
        below = edges_of(title)[0]
        apart = gap(page, 1) + gap(page, lines + 1) > int(self._book.is_full(title[0].ink) and lines == 1)
        titled = is_titled(below.words.rstrip(",;" if lines > 1 else "")) and not text.ink[0].islower()
        at_foot = self._is_numbered_at_foot(place)
        expected, near = self._book.expected[place], self._book.top_kin.near(place, below)
        other_number = expected is not None and expected > 0 and not resembles(stripped(edge.ink), expected)
        kin = [other for other in near if other < place]
        if at_foot or other_number:
            kin = [other for other in kin if self._is_same(other, below)]
        later = [other for other in near if other > place]
        alike = any(self._is_same(other, below) for other in later) if other_number else len(later) > 1
        repeated = alike and edge.ink.isalpha()
        if kin or not (at_foot or repeated or (apart and titled and below.key)):
            return False
        return not self.is_repeated_numeral(place, edge)

    def _is_numbered_at_foot(self, place: int) -> bool:
        """Whether the very number of a page stands alone at its foot."""
        expected, feet = self._book.at_foot[place], self._book.feet[place]
        enough = len(self._book.pages[place]) > 2 * DEEP
        return enough and any(not foot.key and foot.shows_exactly(expected) for foot in feet)

    def _is_same(self, other: int, this: Edge) -> bool:
        """Whether another page has just these words at its top, and no chapter's number over them."""
        same = self._book.top_kin.same(other, this)
        if same is None or ratio(same.key, this.key) < EQUAL:
            return False
        return not is_numeral(self._book.pages[other][0].ink)

    def opens(self, place: int, edge: Edge, kin: Sequence[int]) -> bool:
        """Whether a line without number is the title of what begins on this page, which later pages repeat."""
        kin = self._with_its_like(place, edge, kin)
        if kin[0] < place or edge.depth:
            return False
        if self._is_other(place, edge, kin) and not self.runs_on(place):
            return True
        if self._book.top_kin.is_throughout(edge.key) or self._is_amid(place):
            return False
        if self._has_sign(place, edge, kin):
            return False
        if len(self._book.pages[place]) > _TEXT and self._divides(place, kin[-1]):
            return False  # what outlives a division is the title of the book
        if self._numbered_share(edge, kin) > 0.5:
            return True
        return not self.runs_on(place) and not self._title_seen(place, edge.key)

    def _with_its_like(self, place: int, edge: Edge, kin: Sequence[int]) -> Sequence[int]:
        """The pages with these words, without those before that have another title much like this one."""
        like = {
            other: ratio(same.key, edge.key) for other in kin if (same := self._book.top_kin.same(other, edge))
        }
        before = [like[other] for other in like if other < place]
        after = [other for other in like if other > place]
        other_before = before and max(before) < _SEEN
        return after if other_before and after and max(like[other] for other in after) >= EQUAL else kin

    def _is_other(self, place: int, edge: Edge, kin: Sequence[int]) -> bool:
        """Whether a title is set otherwise than the heads with its words are, or on the other hand, or on page 1.

        On the first page of all it is enough that they have numbers and it has none.
        """
        like = {is_capitals(same.words) for other in kin if (same := self._book.top_kin.same(other, edge))}
        if like == {not is_capitals(edge.words)}:
            return True
        if all((other - place) % 2 for other in kin):
            return True
        if self._book.expected[place] in (1, -1) and place + 1 not in kin:
            return True
        first = place == self._book.inked[0] and not self._is_numbered(place)
        return first and sum(map(self._is_numbered, kin)) > 0.5 * len(kin)

    def _numbered_share(self, edge: Edge, kin: Sequence[int]) -> float:
        """On how many of these pages, as a share, the line with the words of this one shows the number."""
        same = ((self._book.top_kin.same(other, edge), self._book.expected[other]) for other in kin)
        return sum(other is not None and bool(other.side(expected)) for other, expected in same) / len(kin)

    def _is_numbered(self, place: int) -> bool:
        """Whether a first line of a page shows its number."""
        return any(top.side(self._book.expected[place]) for top in self._book.tops[place])

    def is_below_number(self, place: int, edge: Edge, kin: Sequence[int]) -> bool:
        """Whether a line stands next below the page's number, as it does on these pages: both are one head."""
        return bool(kin) and all(self._heads_with_number(other, edge) for other in (place, *kin[:3]))

    def _heads_with_number(self, place: int, edge: Edge) -> bool:
        """Whether a page begins with its number, and these words below it."""
        tops, expected = self._book.tops[place], self._book.expected[place]
        first = not tops[0].key and tops[0].shows_exactly(expected)
        return first and len(tops) > 1 and self._book.top_kin.same(place, edge) is tops[1]

    def _is_amid(self, place: int) -> bool:
        """Whether the pages before and after have one head, the title of what surely began shortly before.

        Then that runs on over this page.
        """
        if not 0 < place < len(self._book.pages) - 1 or not self._book.tops[place - 1]:
            return False
        head = self._book.tops[place - 1][0]
        if len(head.key) <= _TEXT or self._book.top_kin.same(place + 1, head) is None:
            return False
        for other in range(max(0, place - NAMED), place):
            top = self._book.top_kin.same(other, head)
            kin = self._book.top_kin.near(other, top) if top else []
            if top and kin and kin[0] > other and self._is_other(other, top, kin):
                return True
        return False

    def _has_sign(self, place: int, edge: Edge, kin: Sequence[int]) -> bool:
        """Whether a line has one sign more than its like have words, where most of this hand have their number."""
        expected = self._book.expected[place]
        like = self._book.top_kin.same(kin[-1], edge)
        if expected is None or like is None:
            return False
        words, fewer = letters_of(edge.ink), letters_of(self._book.trimmed(edge, expected).words)
        return len(fewer) < len(words) and ratio(fewer, like.key) >= max(ratio(words, like.key), EQUAL)

    def _divides(self, place: int, after: int) -> bool:
        """Whether a numbered division begins on a page between these two."""
        at = bisect_right(self._numbered, place)
        return at < len(self._numbered) and self._numbered[at] < after

    def runs_on(self, place: int) -> bool:
        """Whether the text seems to run on from the page before to what stands under the head of this one."""
        above, page = self._book.above(place), self._book.pages[place]
        lines = next((k for k in range(1, min(DEEP + 1, len(page))) if gap(page, k)), 1)
        title = lines > 1 and not self._book.is_full(page[lines - 1].ink) and is_titled(f"A {page[lines - 1].ink}")
        below = page[lines if title else 1].ink
        return below[:1].islower() or bool(above and not SENTENCE_END.search(above))

    def _title_seen(self, place: int, key: str) -> bool:
        """Whether these words stand on one of the pages before, as a title does."""
        near = (line.ink for page in self._book.pages[max(0, place - 3) : place] for line in page)
        seen = letters_of("".join(ink for ink in near if len(ink) < 60))
        return partial_ratio(key, seen, score_cutoff=_SEEN) > 0

    def opens_chapter(self, place: int) -> bool:
        """Whether a page begins with a chapter's number, or with two lines of capitals, as a title page does."""
        page = self._book.pages[place]
        first_lines = [line.ink for line in page[:3]]
        return len(page) <= _TEXT or any(map(is_label, first_lines)) or all(map(is_capitals, first_lines[:2]))


def is_label(ink: str) -> bool:
    """Whether a line numbers a division of the book."""
    return division_level(ink) is not None or is_bare_label(ink) or _LABEL.fullmatch(ink) is not None


def is_numeral(ink: str) -> bool:
    """Whether a line is a roman number in capitals, as chapters have."""
    return ink.isupper() and roman(ink.rstrip(".").lower()) is not None


def gap(page: Sequence[Line], place: int) -> bool:
    """Whether a gap stands above this line of a page."""
    return page[place].number - page[place - 1].number > 1
