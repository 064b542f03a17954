"""The heads and feet of pages whose limits are known: which first and last lines are forme work.

Evidence, for all pages together: the numbers that the lines show, misread or not, run in step with the pages
(`steps`); the same words, misread or not, stand at the same edge of pages nearby (`edges`), and
seldom within them; most tops are in capitals.

    … they went down to the  |  44 THE MILLER OF DEE  /  mill by the old …    → header, 44
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_edition.rules.evidence.pages.book import Head, PagedBook
from build_edition.rules.evidence.pages.catchwords import catchwords
from build_edition.rules.evidence.pages.edges import is_capitals
from build_edition.rules.evidence.pages.fed import Page
from build_edition.rules.evidence.pages.running_feet import feet_of_page
from build_edition.rules.evidence.pages.running_heads import RunningHeads

__all__ = ["Head", "heads_of_pages", "is_capitals"]

_OFTEN = 0.4  # of the pages, but those that begin a division, have a head: then the book has heads


def heads_of_pages(pages: Sequence[Page], *, fed: bool) -> Iterator[Head]:
    """The forme work at the tops and feet of `pages`; all are known if form feeds part them (`fed`)."""
    book = PagedBook(pages, fed=fed)
    heads = RunningHeads(book)
    proven = [heads.proven(place) for place in range(len(pages))]
    every = [sure or heads.unrepeated(place) for place, sure in enumerate(proven)]
    if sum(map(bool, every)) <= _OFTEN * (len(book.inked) - heads.openings):
        every = proven
    caught = catchwords(book, every, book.numbered_feet())
    for place, tops in enumerate(every):
        yield from tops
        yield from feet_of_page(book, place, tops, caught)
