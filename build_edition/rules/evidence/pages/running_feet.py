"""What stands at the foot of pages beside notes: page numbers, signatures, words that come on page after page."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from rapidfuzz.fuzz import ratio

from build_edition.rules.evidence.pages.book import FOLIO, SENTENCE_END, USUAL, Head, PagedBook
from build_edition.rules.evidence.pages.edges import NEAR, Edge, is_titled
from build_edition.rules.evidence.pages.folios import looks_like, resembles, roman, stripped
from build_edition.rules.evidence.pages.openings import gap

_SIGNATURE = re.compile(r"[A-Z]{1,2}\s?\d?|\d?\s?[A-Z]")
_HAND = 0.4  # of the pages: what stands on all left ones, or all right ones
_EQUAL = 92  # per cent
_STAMP, _MOST = 10, 0.4  # letters of what stands on so many of all pages, whatever its figures (a date, a time)


def feet_of_page(book: PagedBook, place: int, tops: Sequence[Head], caught: Container[int]) -> Iterator[Head]:
    """The forme work at the foot of a page with `tops`; `caught` are the lines that are catchwords."""
    expected, left = book.at_foot[place], len(book.pages[place]) - len(tops)
    numbered = any(head.number is not None for head in tops)
    for depth, edge in enumerate(book.feet[place][:left]):
        number = (expected if edge.side(expected) else None) or _front_number(book, place, edge)
        if number is not None and _is_folio(edge):
            yield Head(edge.line, "pageNum", number)
            numbered = True
        elif not numbered and (_is_misread_folio(book, edge, expected) or _looks_like_folio(book, place, edge)):
            yield Head(edge.line, "pageNum", None, "low")
            numbered = True
        elif edge.line.number in caught:
            yield Head(edge.line, "catch", None)
        elif _is_footer(book, place, edge) or _is_numbered_footer(book, edge, number):
            yield Head(edge.line, "footer", number)
        else:
            if not depth and len(book.pages[place]) > 10 and _is_signature(edge.ink):
                yield Head(edge.line, "sig", None)
            return


def _is_folio(edge: Edge) -> bool:
    """Whether a line that shows the page's number holds no more than that, and perhaps a signature."""
    if edge.key:
        return _SIGNATURE.fullmatch(edge.words) is not None
    return not edge.ink.endswith(".") or any(map(str.isdigit, edge.ink))


def _front_number(book: PagedBook, place: int, edge: Edge) -> int | None:
    """The small roman number alone at the foot of a page before page 1, too few of which show a step."""
    before = book.expected[place] is None and any(number is not None for number in book.expected[place:])
    value = roman(edge.ink) if before and not edge.key else None
    return None if value is None else -value


def _is_misread_folio(book: PagedBook, edge: Edge, expected: int | None) -> bool:
    """Whether a last line is a page number misread beyond single figures."""
    ink = edge.ink
    if expected is None or len(stripped(ink)) > FOLIO or book.foot_numbers < 2:
        return False
    token = "".join(filter(str.isalnum, ink))
    if any(map(str.isdigit, ink)) and not ink.endswith(",") and resembles(token, expected):
        return True
    usual = book.foot_numbers > USUAL * len(book.inked)
    return usual and len(token) < 5 and not SENTENCE_END.search(ink)


def _looks_like_folio(book: PagedBook, place: int, edge: Edge) -> bool:
    """Whether the very last line of a page, a gap above it, has just such signs as its number is misread as.

    So a book may show the numbers of a few pages only, those that begin its chapters.
    """
    page, expected = book.pages[place], book.at_foot[place]
    last = len(page) > 1 and edge.line is page[-1] and gap(page, len(page) - 1)
    return last and expected is not None and looks_like(edge.ink, expected)


def _is_footer(book: PagedBook, place: int, edge: Edge) -> bool:
    """Whether just the same, but for the page number, stands at the foot of most pages of one hand nearby."""
    kin = book.foot_kin.near(place, edge) if len(edge.key) > 4 else []
    if len(kin) > 3 and len(edge.key) >= _STAMP and book.foot_kin.share(edge.key) >= _MOST:
        return True
    if len(kin) < 3 or book.inner[edge.ink] > len(kin):
        return False
    bare = edge.without(book.at_foot[place])
    same = [(book.foot_kin.same(other, edge), book.at_foot[other]) for other in kin]
    equal = [o for o, expected in same if o and _are_equal(bare, o.without(expected))]
    return len(equal) >= max(3, _HAND * min(2 * NEAR, len(book.pages)))


def _is_numbered_footer(book: PagedBook, edge: Edge, number: int | None) -> bool:
    """Whether a title stands beside the page's number, on the side where most pages of this hand have it."""
    if number is None or not is_titled(edge.words) or not edge.shows_exactly(number):
        return False
    return book.is_usual(number, edge.side(number), at_foot=True)


def _are_equal(this: str, other: str) -> bool:
    """Whether two lines say the same, letters misread or not; notes may differ in a figure only."""
    figures = list(filter(str.isdigit, this)) == list(filter(str.isdigit, other))
    return figures and ratio(this, other) >= _EQUAL


def _is_signature(ink: str) -> bool:
    """Whether a line is a letter that numbers a sheet, and no roman numeral."""
    return _SIGNATURE.fullmatch(ink) is not None and roman(ink.lower()) is None
