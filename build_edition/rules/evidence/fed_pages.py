"""Pages whose limits are known, since form feeds part them."""

from __future__ import annotations

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
