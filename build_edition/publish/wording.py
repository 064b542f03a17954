"""How pages name things: a work, a division, its printed pages, its rights."""

from __future__ import annotations

import re

from build_edition.apparatus.divisions import Division
from build_edition.apparatus.naming import NO_BREAK as NO_BREAK
from build_edition.apparatus.naming import division_name as division_name
from build_edition.apparatus.naming import short as short
from build_edition.edition.bibliography import BibEntry, listed
from build_edition.edition.records import EditionRecord, RightsRecord
from build_edition.work import PageBeginning, Work
from build_edition.writers.escaping import html

_RIGHTS = {
    "InC": "In copyright",
    "InC-EDU": "In copyright, educational use permitted",
    "InC-NC": "In copyright, non-commercial use permitted",
    "InC-OW-EU": "Orphan work in copyright",
    "InC-RUU": "In copyright, rights holder not found",
    "NoC-US": "No copyright in the United States",
    "NoC-NC": "No copyright, non-commercial use only",
    "NoC-CR": "No copyright, contractual restrictions",
    "NoC-OKLR": "No copyright, other legal restrictions",
    "CNE": "Copyright not evaluated",
    "UND": "Copyright undetermined",
    "NKC": "No known copyright",
}
_LICENCES = {"zero": "CC0 1.0", "mark": "Public domain"}


def rights_label(rights: RightsRecord) -> str:
    """The statement or licence that the rights' address stands for, in few words."""
    name, version = rights.uri.split("/")[4:6]  # http://host/kind/name/version/
    if "rightsstatements.org" in rights.uri:
        return _RIGHTS.get(name, "See the rights statement")
    return _LICENCES.get(name) or f"CC {name.upper()} {version}"


def siglum(entry: BibEntry) -> str:
    """A work in two words: "Pennifold 1987"."""
    return entry.siglum


def authors(entry: BibEntry) -> str:
    """The authors of a work, for a sentence."""
    names = list(entry.authors or entry.editors) or ["Unnamed author"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def editors(edition: EditionRecord) -> str:
    """Who edits an edition, for the middle of a sentence: "Ann Editor, Ben Editor, and the others"."""
    return listed([re.sub(r"^The (?=\w)", "the ", name) for name in edition.editors])


def work_title(entry: BibEntry) -> str:
    """The title as HTML: in quotation marks within a journal or collection, else as a book's."""
    return f"“{html(entry.title)}”" if entry.container else f"<cite>{html(entry.title)}</cite>"


def published(entry: BibEntry) -> str:
    """Where and when a work was first published, as HTML."""
    where = f"<cite>{html(entry.container)}</cite>" if entry.container else html(entry.publisher)
    return ", ".join(part for part in (where, html(entry.date_text)) if part)


def division_title(division: Division) -> str:
    """A division's title for navigation: "4. The Title", "Part 2. The Title"."""
    title = division.title or division.label or "Front matter"
    if division.key.isdecimal() and not title[:1].isdigit() and division.title != division.label:
        return f"{division.key}. {title}"
    if division.is_part and division.label:
        return f"{division.label.capitalize()}. {title}"
    return title


def page_span(work: Work, start: int, end: int) -> tuple[PageBeginning, PageBeginning] | None:
    """The first and the last printed page with a number on which a span of the source stands."""
    first = work.page_at(start)
    inside = [page for page in work.pages if start < page.at < end]
    numbered = [page for page in ([first] if first else []) + inside if page.n is not None]
    return (numbered[0], numbered[-1]) if numbered else None


def printed_pages(work: Work, start: int, end: int) -> str:
    """The printed pages on which a span of the source stands: "114–146"; empty where it has none."""
    span = page_span(work, start, end)
    if span is None:
        return ""
    sure = all(page.cert == "high" for page in work.pages if span[0].at <= page.at <= span[1].at and page.n)
    first, last = span[0].n, span[1].n
    return (f"{first}" if first == last else f"{first}–{last}") + ("" if sure else "?")


def count_words(work: Work) -> int:
    """The words of the reading text, by white space."""
    return len(work.transcript.reading.text.split())
