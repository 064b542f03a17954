"""Running heads: which first lines of a page are its head.

A line that shows the page's number, or whose words stand at the top of other pages nearby, is a head. The
first page of a chapter may show its title where others show the head: a line that no earlier page shows
stays, unless its title has been seen or the text runs on about it. In a book with heads, the title of a
section that stands at the top of one page only is known by the title itself, or by the sentence it parts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.fuzz import partial_ratio, ratio

from build_edition.rules.evidence.lines.shape import letters_of
from build_edition.rules.evidence.lines.title_words import division_level
from build_edition.rules.evidence.pages.book import FOLIO, SENTENCE_END, Head, PagedBook
from build_edition.rules.evidence.pages.edges import (
    DEEP,
    LONGEST,
    NOT_TITLE,
    Edge,
    edges_of,
    is_capitals,
    is_titled,
)
from build_edition.rules.evidence.pages.folios import is_number, resembles, roman, stripped
from build_edition.source import Line

_LABEL = re.compile(r"(?:chapter|part|book|section|canto|letter|lecture|appendix)\s+\S{1,9}", re.IGNORECASE)
_NAMED = 6  # pages: on so many before, a title is looked for
_EQUAL = 92  # per cent


class RunningHeads:
    """The heads of one book."""

    def __init__(self, book: PagedBook) -> None:
        self._book = book
        self._numbered = [place for place, page in enumerate(book.pages) if page and _is_label(page[0].ink)]

    @property
    def openings(self) -> int:
        """How many pages begin with the number of a division, and so have no head."""
        return len(self._numbered)

    def proven(self, place: int) -> list[Head]:
        """The forme work at the top of a page that its number or other pages prove."""
        heads: list[Head] = []
        tops, page = self._book.tops[place], self._book.pages[place]
        specks = page[: page.index(tops[0].line)] if tops else ()
        dirt = [Head(line, "header", None) for line in specks]
        for depth, edge in enumerate(tops[: len(page) - len(specks) - 1]):
            if heads and self._book.is_rule(edge, heads[-1]):
                heads.append(Head(edge.line, "header", None))
                continue
            if not edge.first and len(edge.ink) <= FOLIO:
                dirt.append(Head(edge.line, "header", None))
                continue
            numbered = any(head.number is not None for head in heads)
            number = None if numbered else self._book.shown(place, edge)
            wrapped = not numbered and self._number_below(place, depth, bool(heads))
            if not heads and number is None and self._book.is_misread_top(place, edge):
                heads.append(Head(edge.line, "pageNum", None, "low"))
            elif wrapped or self._is_top(place, edge, number):
                heads.append(_head(edge, number))
            else:
                break
        heads += self._folio_below(place, heads)
        return [*(speck for speck in dirt if heads and speck.line.number < heads[-1].line.number), *heads]

    def _folio_below(self, place: int, heads: Sequence[Head]) -> list[Head]:
        """The number of the page by itself, below a head as deep as any can be."""
        page = self._book.pages[place]
        if len(heads) < DEEP or len(page) < DEEP + 2 or any(head.number is not None for head in heads):
            return []
        line, expected = page[page.index(heads[-1].line) + 1], self._book.expected[place]
        return [Head(line, "pageNum", expected)] if stripped(line.ink) == str(expected) else []

    def _number_below(self, place: int, depth: int, headed: bool) -> bool:
        """Whether this line and the next ones are one head, the last line of which shows the number."""
        expected = self._book.expected[place]
        if expected is None:
            return False
        for edge in self._book.tops[place][depth : len(self._book.pages[place]) - 1]:
            if not edge.first or edge.is_wide or _is_label(edge.ink):
                return False
            if edge.shows_exactly(expected):
                return self._book.is_usual(expected, edge.side(expected)) and (headed or edge.depth > 0)
            if not headed and (edge.words.endswith(".") or not is_titled(edge.words.rstrip(",;"))):
                return False
        return False

    def _is_top(self, place: int, edge: Edge, number: int | None) -> bool:
        """Whether a line at the top of a page, with no more than forme work above it, is forme work too."""
        if _is_label(edge.ink):
            return self._is_repeated_label(place, edge)
        if not edge.key:
            return bool(edge.first) and self._is_lone_number(place, edge, number)
        depth = edge.depth
        kin = self._book.top_kin.near(place, edge)
        if depth and kin and self._is_of_title(edge, kin):
            return False
        common = len(edge.key) > 2 and self._book.inner[edge.ink] <= len(kin)
        prose = edge.ink[0].islower() and not depth and not is_capitals(edge.words)
        prose = prose and not self._book.top_kin.is_throughout(edge.key)
        if len(kin) >= 2 and common and not prose:
            return number is not None or not self._opens(place, edge, kin)
        expected = self._book.expected[place]
        if expected is None or edge.is_wide:
            return False
        if number is not None:
            usual = bool(kin) or self._book.is_usual(expected, edge.side(expected))
            titled = usual and edge.shows_exactly(expected) and is_titled(edge.words)
            return titled or (is_capitals(edge.words) and depth < 2)
        if len(self._book.top_kin.near(place, self._trimmed(edge, expected))) >= 2:
            return True
        if depth or not self._book.capital_tops or self._opens_chapter(place):
            return False
        if self._misread_number(edge, expected):
            return True
        return bool(kin) and is_capitals(edge.words) and not self._opens(place, edge, kin)

    def _is_of_title(self, edge: Edge, kin: Sequence[int]) -> bool:
        """Whether a line below a head is in small letters and its like in capitals: a title goes on there."""
        like = (self._book.top_kin.same(place, edge) for place in kin)
        return not is_capitals(edge.words) and all(other is None or is_capitals(other.words) for other in like)

    def _is_repeated_label(self, place: int, edge: Edge) -> bool:
        """Whether the number of a chapter stands at the top of pages on either side, and so is a running head."""
        tops = self._book.tops[max(0, place - _NAMED) : place + _NAMED + 1]
        same = [page[0].line.number for page in tops if page and edge.ink in (page[0].ink, page[0].words)]
        return len(same) > 2 and same[0] < edge.line.number

    def unrepeated(self, place: int) -> list[Head]:
        """The head of a page where no other page has it, as the title of a section, in a book with heads."""
        tops, page = self._book.tops[place], self._book.pages[place]
        tops = tops[: len(page) - 1] if tops and tops[0].line is page[0] else []
        for length in range(1, len(tops) + 1):
            lines = tops[:length]
            if not lines[0].key or any(edge.is_wide or _is_label(edge.ink) for edge in lines):
                break
            if not self._stands_free(place, length):
                continue
            titled = is_titled(lines[0].words.rstrip(",;")) and not NOT_TITLE.search(lines[-1].words)
            named = self._is_named(place, "".join(letters_of(edge.ink) for edge in lines), length)
            if titled and (named or self._parts_sentence(place, length)):
                return [_head(edge, self._book.shown(place, edge)) for edge in lines]
        return []

    def _is_named(self, place: int, key: str, skip: int) -> bool:
        """Whether these words stand by themselves on this page or below the top of one before, as a title does."""
        if len(key) < 6:
            return False
        # What begins an earlier page may be a title too; of two alike the second is a head if it parts a sentence.
        first = 0 if self._book.pages[place][skip].ink[0].islower() else 1
        for other in range(max(0, place - _NAMED), place + 1):
            page = self._book.pages[other][skip if other == place else first :]
            joined = [letters_of(line.ink) if len(line.ink) < LONGEST else "" for line in page]
            pairs = (a + b for a, b in pairwise(joined))
            if any(ratio(key, words, score_cutoff=_EQUAL) for words in (*joined, *pairs)):
                return True
        return False

    def _stands_free(self, place: int, length: int) -> bool:
        """Whether so many first lines stand together, with a gap below them."""
        page = self._book.pages[place]
        together = all(b.number - a.number == 1 for a, b in pairwise(page[:length]))
        return together and _gap(page, length)

    def _parts_sentence(self, place: int, length: int) -> bool:
        """Whether the first lines part a sentence of the page before that ends on this one."""
        above, below = self._book.above(place), self._book.pages[place][length].ink
        full = self._book.is_full(above) and self._book.is_full(below)
        return full and below[:1].islower() and not SENTENCE_END.search(above)

    def _is_lone_number(self, place: int, edge: Edge, number: int | None) -> bool:
        """Whether a top line without words is a page number: in step, or misread next to a running head."""
        if self._numbers_chapter(place, edge):
            return False
        if number is not None:
            return True
        expected = self._book.expected[place]
        if expected is not None and self._is_shown_above(place, edge, expected):
            return False
        listed = edge.ink.endswith(".")  # the number of a note or an item
        if edge.depth and not listed and expected is not None and resembles(stripped(edge.ink), expected):
            return True
        below = next((top for top in self._book.tops[place] if top.line.number > edge.line.number), None)
        if len(edge.ink) > FOLIO or below is None or _is_label(below.ink):
            return False
        kin = self._book.top_kin.near(place, below)
        return len(kin) >= 2 and kin[0] < place

    def _is_shown_above(self, place: int, edge: Edge, expected: int) -> bool:
        """Whether a head above this line has the page's number, so that another number is no misreading of it."""
        above = (top for top in self._book.tops[place] if top.line.number < edge.line.number)
        return any(top.key and top.shows_exactly(expected) for top in above)

    def _numbers_chapter(self, place: int, edge: Edge) -> bool:
        """Whether a first line is a numeral in capitals over a title that no earlier page has as its head.

        The title may have further lines tight below, with a gap under the last.
        """
        page = self._book.pages[place]
        if edge.line is not page[0] or not edge.ink.isupper() or len(page) < 3:
            return False
        lines = next((k for k in range(1, DEEP + 1) if k + 1 < len(page) and _gap(page, k + 1)), 1)
        title, text = page[1 : lines + 1], page[lines + 1]
        below = edges_of(title)[0]
        apart = _gap(page, 1) + _gap(page, lines + 1) > int(self._book.is_full(title[0].ink) and lines == 1)
        titled = is_titled(below.words) and not text.ink[0].islower()
        if not (apart and titled and below.key) or roman(edge.ink.rstrip(".").lower()) is None:
            return False
        return not any(other < place for other in self._book.top_kin.near(place, below))

    def _trimmed(self, edge: Edge, expected: int) -> Edge:
        """The line without the word that stands where most of this hand have their number, if it is as short."""
        words = edge.ink.split()
        for side, token, others in (("first", words[0], words[1:]), ("last", words[-1], words[:-1])):
            if len(token) <= len(str(expected)) + 1 and self._book.is_usual(expected, side):
                return replace(edge, words=" ".join(others), key=letters_of(" ".join(others)))
        return edge

    def _misread_number(self, edge: Edge, expected: int) -> bool:
        """Whether a head in capitals has a word where most of this hand have their number, and may be one."""
        words = edge.ink.split()
        for side, token, others in (("first", edge.first, words[1:]), ("last", edge.last, words[:-1])):
            capitals = is_capitals(edge.words) or is_capitals(" ".join(others))
            if self._book.is_usual(expected, side) and capitals:
                return is_number(token) or (len(token) <= 3 and not token.isupper())
        return False

    def _opens(self, place: int, edge: Edge, kin: Sequence[int]) -> bool:
        """Whether a line without number is the title of what begins on this page, which later pages repeat."""
        if kin[0] < place or edge.depth or self._book.top_kin.is_throughout(edge.key):
            return False
        if self._has_sign(place, edge, kin):
            return False
        if len(self._book.pages[place]) > 3 and self._divides(place, kin[-1]):
            return False  # what outlives a division is the title of the book
        same = [(self._book.top_kin.same(other, edge), self._book.expected[other]) for other in kin]
        numbered = sum(other is not None and bool(other.side(expected)) for other, expected in same)
        if numbered > 0.5 * len(kin):
            return True
        return not self._runs_on(place) and not self._title_seen(place, edge.key)

    def _has_sign(self, place: int, edge: Edge, kin: Sequence[int]) -> bool:
        """Whether a line has one sign more than its like have words, where most of this hand have their number."""
        expected = self._book.expected[place]
        like = self._book.top_kin.same(kin[-1], edge)
        if expected is None or like is None:
            return False
        words, fewer = letters_of(edge.ink), letters_of(self._trimmed(edge, expected).words)
        return len(fewer) < len(words) and ratio(fewer, like.key) >= max(ratio(words, like.key), _EQUAL)

    def _divides(self, place: int, after: int) -> bool:
        """Whether a numbered division begins on a page between these two."""
        at = bisect_right(self._numbered, place)
        return at < len(self._numbered) and self._numbered[at] < after

    def _runs_on(self, place: int) -> bool:
        """Whether the text seems to run on from the page before to what stands under the head of this one."""
        above, below = self._book.above(place), self._book.pages[place][1].ink
        return below[:1].islower() or bool(above and not SENTENCE_END.search(above))

    def _title_seen(self, place: int, key: str) -> bool:
        """Whether these words stand on one of the pages before, as a title does."""
        near = (line.ink for page in self._book.pages[max(0, place - 3) : place] for line in page)
        return partial_ratio(key, letters_of("".join(ink for ink in near if len(ink) < 60)), score_cutoff=88) > 0

    def _opens_chapter(self, place: int) -> bool:
        """Whether a page begins with a chapter's number, or with two lines of capitals, as a title page does."""
        page = self._book.pages[place]
        first_lines = [line.ink for line in page[:3]]
        return len(page) < 4 or any(map(_is_label, first_lines)) or all(map(is_capitals, first_lines[:2]))


def _head(edge: Edge, number: int | None) -> Head:
    return Head(edge.line, "header" if edge.key else "pageNum", number)


def _gap(page: Sequence[Line], place: int) -> bool:
    """Whether a gap stands above this line of a page."""
    return page[place].number - page[place - 1].number > 1


def _is_label(ink: str) -> bool:
    """Whether a line numbers a division of the book."""
    return division_level(ink) is not None or _LABEL.fullmatch(ink) is not None
