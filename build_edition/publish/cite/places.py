"""What names a passage in a citation: its printed pages, its number in the edition, its address.

`js/cite/place.js` says the same of what a reader selects.
"""

from __future__ import annotations

from collections.abc import Mapping

from build_edition.edition.ledger import version_name
from build_edition.edition.records import EditionRecord
from build_edition.publish.wording import page_span
from build_edition.work import PageBeginning, Work


def permalink(edition: EditionRecord, work_id: str, passage: str) -> str:
    """The lasting address of a passage as this version of the edition has it; empty where it has no address."""
    return edition.at(f"c/{work_id}/{passage}@{version_name(edition.version)}/")


def printed(work: Work, start: int, end: int) -> str:
    """The printed pages of a span of the source, bracketed where they are inferred; empty where none is known."""
    span = page_span(work, start, end)
    if span is None or not number_at(work, start):
        return ""
    first, last = (bracketed(page) for page in span)
    return first if first == last else f"{first}–{last}"


def number_at(work: Work, offset: int) -> str:
    """The printed page of a place in the source; empty where its number is not known."""
    page = work.page_at(offset)
    return bracketed(page) if page and page.n is not None else ""


def bracketed(page: PageBeginning) -> str:
    """A page's number, in brackets where it is inferred."""
    return f"{page.n}" if page.cert == "high" else f"[{page.n}]"


def values(edition: EditionRecord, work_id: str, passage: str, page: str) -> Mapping[str, str]:
    """What fills the gaps of a citation of one passage."""
    named = f"passage {work_id}/{passage}"
    label = "pp. " if "–" in page else "p. "
    return {
        "page": page,
        "passage": named,
        "place": f"{label}{page}, {named}" if page else named,
        "url": permalink(edition, work_id, passage),
    }
