"""Pages whose limits are known, since form feeds part them."""

from __future__ import annotations

from collections.abc import Sequence

from build_edition.source import Line, Source

Page = tuple[Line, ...]
_BLANK = 0.6  # of the pages are inked: no book has so many blank leaves


def pages_by_form_feed(source: Source) -> list[Page]:
    """The inked lines of each page in order, none for a blank page; one page of all where nothing parts them.

    A form feed in mid-line gives the line to the page that begins there.
    """
    pages: list[list[Line]] = [[]]
    for line in source.lines:
        before, feed, after = line.text.rpartition("\f")
        closes = bool(before.strip()) and not after.strip()
        if feed and not closes:
            pages.extend([] for _ in range(line.text.count("\f")))
        if not line.is_blank:
            pages[-1].append(line)
        if feed and closes:
            pages.append([])
    while pages and not pages[-1]:
        pages.pop()
    inked = [tuple(page) for page in pages if page]
    # Where every other page is blank, two form feeds part the pages.
    return inked if len(inked) < _BLANK * len(pages) else [tuple(page) for page in pages]


def last_places(pages: Sequence[Page], *, fed: bool) -> list[int]:
    """For each page the place of the last one whose text it holds.

    Where pages are parted by form feeds, that is the page itself; else empty ones after it stand for pages whose
    limits are lost, and a number at its foot is that of the last of them.
    """
    places = list(range(len(pages)))
    if not fed:
        for place in range(len(pages) - 2, -1, -1):
            if not pages[place + 1]:
                places[place] = places[place + 1]
    return places
