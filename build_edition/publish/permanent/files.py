"""All files below `c/`."""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.publish.addresses import Addresses
from build_edition.publish.permanent.arrivals import arrivals
from build_edition.publish.permanent.frame import Frame, Framed
from build_edition.publish.permanent.reader import works_of
from build_edition.publish.permanent.versions import version_pages
from build_edition.whole import Whole


def permanent_files(whole: Whole, addresses: Addresses) -> Iterator[tuple[str, str]]:
    """The page of every permanent address, by its path."""
    frame = Frame(whole.project.edition)
    for page in _pages(whole, addresses):
        yield page.path, frame.page(page)


def _pages(whole: Whole, addresses: Addresses) -> Iterator[Framed]:
    onward = ("<h1>The works</h1>", '<p class="ed-state"><a href="../works/index.html">To the works</a></p>')
    yield Framed("c/index.html", "The works", onward, "works/", "works/")
    for work in works_of(whole, addresses):
        yield from arrivals(work)
        yield from version_pages(work)
