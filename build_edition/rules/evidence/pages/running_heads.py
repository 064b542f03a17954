"""Running heads: which first lines of a page are its head.

A line that shows the page's number, or whose words stand at the top of other pages nearby, is a head. The
first page of a chapter may show its title where others show the head: a line that no earlier page shows
stays, unless its title has been seen or the text runs on about it. In a book with heads, the title of a
section that stands at the top of one page only is known by the title itself, or by the sentence it parts.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from build_edition.rules.evidence.lines.shape import letters_of
from build_edition.rules.evidence.lines.title_words import is_bare_label
from build_edition.rules.evidence.pages.book import EQUAL, FOLIO, SENTENCE_END, Head, PagedBook
from build_edition.rules.evidence.pages.edges import (
    DEEP,
    LONGEST,
    NOT_TITLE,
    Edge,
    edges_of,
    is_capitals,
    is_titled,
)
from build_edition.rules.evidence.pages.folios import is_number, resembles, stripped
from build_edition.rules.evidence.pages.openings import NAMED, Openings, gap, is_label, is_numeral

_LONG = 20  # letters of a title that is no other's
_TITLE = 5  # lines that a title may take


class RunningHeads:
    """The heads of one book."""

    def __init__(self, book: PagedBook) -> None:
        self._book = book
        self._openings = Openings(book)

    @property
    def openings(self) -> int:
        """How many pages begin with the number of a division, and so have no head."""
        return self._openings.count

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
            if wrapped and not edge.key and edge.ink.endswith("."):  # the number of a note, out of order
                continue
            if not heads and number is None and self._book.is_misread_top(place, edge):
                heads.append(Head(edge.line, "pageNum", None, "low"))
            elif wrapped or self._is_top(place, edge, number):
                heads.append(_head(edge, number))
            else:
                break
        heads += self._rest_of_title(place, heads)
        heads += self._folio_below(place, heads)
        return [*(speck for speck in dirt if heads and speck.line.number < heads[-1].line.number), *heads]

    def _rest_of_title(self, place: int, heads: Sequence[Head]) -> list[Head]:
        """The lines tight below a head in which its title goes on: all have been seen, or part a sentence."""
        page = self._book.pages[place]
        first = page.index(heads[0].line) if heads else 0
        if not heads or page[first : first + len(heads)] != tuple(head.line for head in heads):
            return []
        for length in range(first + len(heads) + 1, min(first + DEEP + 1, len(page))):
            edges = edges_of(page[first:length])
            if not self._stands_free(place, length) or first or any(is_label(edge.ink) for edge in edges):
                continue
            named = self._is_named(place, "".join(edge.key for edge in edges), length)
            capitals = all(is_capitals(edge.words) for edge in edges)
            if named or (capitals and self._parts_sentence(place, length)):
                return [_head(edge, None) for edge in edges[len(heads) :]]
        return []

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
        above = False
        for edge in self._book.tops[place][depth : len(self._book.pages[place]) - 1]:
            if not edge.first or edge.is_wide or is_bare_label(edge.ink):
                return False
            if edge.shows_exactly(expected):
                side = edge.side(expected)
                usual = self._book.is_usual(expected, side) or self._book.has_numbered_tops(expected)
                return usual and (headed or above) and (side == "alone" or not is_label(edge.ink))
            titled = is_titled(edge.words.rstrip(",;")) and not edge.words.endswith(".")
            if not headed and not titled and not is_numeral(edge.ink):
                return False
            above = True
        return False

    def _is_top(self, place: int, edge: Edge, number: int | None) -> bool:
        """Whether a line at the top of a page, with no more than forme work above it, is forme work too."""
        label = self._book.unnumbered(place, edge)
        if is_label(label):
            shown = label != edge.ink and edge.shows_exactly(self._book.expected[place])
            return shown or self._openings.is_repeated_label(place, label)
        if not edge.key:
            return bool(edge.first) and self._is_lone_number(place, edge, number)
        depth = edge.depth
        kin = self._book.top_kin.near(place, edge)
        if depth and kin and self._is_of_title(edge, kin):
            return False
        if self._openings.is_below_number(place, edge, kin):
            return True
        common = len(edge.key) > 2 and self._book.inner[edge.ink] <= len(kin)
        prose = edge.ink[0].islower() and not depth and not is_capitals(edge.words)
        prose = prose and not self._book.top_kin.is_throughout(edge.key)
        often = len(kin) >= 2 or (kin and self._book.top_kin.is_throughout(edge.key))
        if often and common and not prose:
            return number is not None or not self._openings.opens(place, edge, kin)
        expected = self._book.expected[place]
        if expected is None or edge.is_wide:
            return False
        if number is not None:
            usual = bool(kin) or self._book.is_usual(expected, edge.side(expected))
            titled = usual and edge.shows_exactly(expected) and is_titled(edge.words)
            return titled or (is_capitals(edge.words) and depth < 2)
        trimmed = self._book.trimmed(edge, expected)
        if trimmed is not edge and len(self._book.top_kin.near(place, trimmed)) >= 2:
            return True
        if depth or not self._book.capital_tops or self._openings.opens_chapter(place):
            return False
        if self._misread_number(edge, expected):
            return True
        return bool(kin) and is_capitals(edge.words) and not self._openings.opens(place, edge, kin)

    def _is_of_title(self, edge: Edge, kin: Sequence[int]) -> bool:
        """Whether a line below a head is in small letters and its like in capitals: a title goes on there."""
        like = (self._book.top_kin.same(place, edge) for place in kin)
        return not is_capitals(edge.words) and all(other is None or is_capitals(other.words) for other in like)

    def unrepeated(self, place: int) -> list[Head]:
        """The head of a page where no other page has it, as the title of a section, in a book with heads."""
        tops, page = self._book.tops[place], self._book.pages[place]
        tops = tops[: len(page) - 1] if tops and tops[0].line is page[0] else []
        found: list[Edge] = []
        for length in range(1, len(tops) + 1):
            lines = tops[:length]
            if not lines[0].key or any(edge.is_wide or is_label(edge.ink) for edge in lines):
                break
            if not is_titled(lines[0].words.rstrip(",;")) or NOT_TITLE.search(lines[-1].words):
                continue
            key, free = "".join(letters_of(edge.ink) for edge in lines), self._stands_free(place, length)
            if free and (self._is_named(place, key, length) or self._parts_sentence(place, length)):
                found = lines
                break
            long = len(key) >= _LONG and all(is_capitals(edge.words) for edge in lines)
            if long and self._stands_together(place, length) and self._is_named(place, key, length):
                found = lines
        return [_head(edge, self._book.shown(place, edge)) for edge in found]

    def _is_named(self, place: int, key: str, skip: int) -> bool:
        """Whether these words stand by themselves on this page or below the top of one before, as a title does.

        The title may take as many lines as it needs.
        """
        runs_on = self._book.pages[place][skip].ink[0].islower()
        if len(key) < (4 if runs_on else 6):
            return False
        # What begins an earlier page may be a title too; of two alike the second is a head if it parts a sentence,
        # or is so long that no two titles are alike.
        first = 0 if runs_on or len(key) >= _LONG else 1
        for other in range(max(0, place - NAMED), place + 1):
            page = self._book.pages[other]
            page = page[skip if other == place else first if len(page) > 2 * DEEP else 1 :]
            letters = [letters_of(line.ink) if len(line.ink) < LONGEST else "" for line in page]
            if any(_begins(letters, at, key) for at in range(len(letters))):
                return True
        return False

    def _stands_free(self, place: int, length: int) -> bool:
        """Whether so many first lines stand together, with a gap below them."""
        return self._stands_together(place, length) and gap(self._book.pages[place], length)

    def _stands_together(self, place: int, length: int) -> bool:
        """Whether so many first lines stand together."""
        return not any(gap(self._book.pages[place], k) for k in range(1, length))

    def _parts_sentence(self, place: int, length: int) -> bool:
        """Whether the first lines part a sentence of the page before that ends on this one."""
        above, below = self._book.above(place), self._book.pages[place][length].ink
        full = self._book.is_full(above) and self._book.is_full(below)
        return full and below[:1].islower() and not SENTENCE_END.search(above)

    def _is_lone_number(self, place: int, edge: Edge, number: int | None) -> bool:
        """Whether a top line without words is a page number: in step, or misread next to a running head."""
        if self._openings.numbers_chapter(place, edge):
            return False
        if number is not None or self._openings.is_repeated_numeral(place, edge):
            return True
        expected = self._book.expected[place]
        if expected is not None and self._is_shown_above(place, edge, expected):
            return False
        listed = edge.ink.endswith(".")  # the number of a note or an item
        if edge.depth and not listed and expected is not None and resembles(stripped(edge.ink), expected):
            return True
        below = next((top for top in self._book.tops[place] if top.line.number > edge.line.number), None)
        if len(edge.ink) > FOLIO or below is None or is_label(below.ink):
            return False
        kin = self._book.top_kin.near(place, below)
        return len(kin) >= 2 and kin[0] < place

    def _is_shown_above(self, place: int, edge: Edge, expected: int) -> bool:
        """Whether a head above this line has the page's number, so that another number is no misreading of it."""
        above = (top for top in self._book.tops[place] if top.line.number < edge.line.number)
        return any(top.key and top.shows_exactly(expected) for top in above)

    def _misread_number(self, edge: Edge, expected: int) -> bool:
        """Whether a head in capitals has a word where most of this hand have their number, and may be one."""
        words = edge.ink.split()
        for side, token, others in (("first", edge.first, words[1:]), ("last", edge.last, words[:-1])):
            capitals = is_capitals(edge.words) or is_capitals(" ".join(others))
            if self._book.is_usual(expected, side) and capitals:
                return is_number(token) or (len(token) <= 3 and not token.isupper())
        return False


def _head(edge: Edge, number: int | None) -> Head:
    return Head(edge.line, "header" if edge.key else "pageNum", number)


def _begins(letters: Sequence[str], at: int, key: str) -> bool:
    """Whether the line at this place and the next ones have together just the letters of a title."""
    words = ""
    for line in letters[at : at + _TITLE]:
        words += line
        if not line or len(words) > 1.2 * len(key):
            return False
        if ratio(key, words, score_cutoff=EQUAL):
            return True
    return False
