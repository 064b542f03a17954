"""The pages of a text: parted by form feeds, or else found by the page numbers between them."""

from __future__ import annotations

from functools import lru_cache

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.pages.fed import Page, pages_by_form_feed
from build_edition.rules.evidence.pages.found import pages_by_folios
from build_edition.source import Source

FEW = 3  # pages: fewer show nothing in common


def pages_of(draft: Draft) -> list[Page]:
    """The inked lines of each page, none for a page that is blank or lost; no pages where they do not show."""
    if are_fed(draft):
        return _by_form_feed(draft.source)
    pages = _by_folios(draft.source)[0] if draft.layout == "book" else []
    return pages if len(pages) >= FEW else []


def are_fed(draft: Draft) -> bool:
    """Whether form feeds part the pages, so that all of them are known."""
    return len(_by_form_feed(draft.source)) >= FEW


def are_assumed(draft: Draft) -> bool:
    """Whether the pages are those of numbers of which nothing shows if they close their pages or open them."""
    return not are_fed(draft) and _by_folios(draft.source)[1]


@lru_cache(maxsize=1)
def _by_form_feed(source: Source) -> list[Page]:
    return pages_by_form_feed(source) if "\f" in source.text else []


@lru_cache(maxsize=1)
def _by_folios(source: Source) -> tuple[list[Page], bool]:
    return pages_by_folios([line for line in source.lines if not line.is_blank])
