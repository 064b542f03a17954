"""Where on the site each line of the corpus stands."""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.apparatus.divisions import divisions
from build_edition.apparatus.passage_index import Passage
from build_edition.publish.addresses import Addresses, division_path, url_of
from build_edition.whole import Whole
from build_edition.writers.corpus import Locate, corpus_files


def corpus_of_site(whole: Whole) -> Iterator[tuple[str, str]]:
    """The corpus with the addresses of the site."""
    yield from corpus_files(whole, locating(whole))


def locating(whole: Whole) -> Locate:
    """Where a passage is: at its own anchor, or that of its section, or else on the page of its division."""
    known = Addresses(whole).known
    pages = {
        (item.record.id, division.key): url_of(division_path(item.record.id, division))
        for item in whole.works
        if item.work
        for division in divisions(item.work)
    }

    def locate(work: str, passage: Passage) -> str:
        names = (name for name in (passage.id, passage.section) if name)
        found = (known.get(("passage", f"{work}/{name}")) for name in names)
        return next((address for address in found if address), pages[work, passage.division])

    return locate
