"""The same in the tags that reference managers, search engines and other sites read.

Of these, Zotero takes a text for what it is by `citation_inbook_title` (a chapter) or `citation_journal_title` (an
article); a book it knows by `og:type`. Dublin Core alone would make it a web page.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.publish.cite.languages import tag_of
from build_edition.publish.metadata.about import About

Tag = list[str]  # a name and a value


def citation_tags(about: About) -> list[Tag]:
    """Highwire Press tags and Dublin Core."""
    return [[name, value] for name, value in (*_highwire(about), *_dublin_core(about)) if value]


def _highwire(about: About) -> Iterator[tuple[str, str]]:
    entry = about.entry
    yield "citation_title", about.title
    yield from (("citation_author", name) for name in entry.filed)
    if about.kind == "article":
        yield "citation_journal_title", about.container
    elif about.kind == "chapter":
        yield "citation_inbook_title", about.container
    yield from (("citation_editor", name) for name in entry.editors_filed)
    yield "citation_publication_date", calendar_date(entry.date).replace("-", "/")
    yield "citation_volume", entry.volume
    yield "citation_issue", entry.issue
    yield "citation_firstpage", about.first
    yield "citation_lastpage", about.last
    yield "citation_publisher", entry.publisher
    yield "citation_isbn", entry.isbn
    yield "citation_issn", entry.issn
    yield "citation_doi", entry.doi if about.is_whole else ""
    yield "citation_language", tag_of(entry.language)
    yield "citation_public_url", about.url
    yield "citation_fulltext_html_url", about.url


def _dublin_core(about: About) -> Iterator[tuple[str, str]]:
    entry = about.entry
    yield "DC.title", about.title
    yield from (("DC.creator", name) for name in entry.filed)
    yield "DC.date", calendar_date(entry.date)
    yield "DC.publisher", entry.publisher
    yield "DC.language", tag_of(entry.language)
    yield "DC.identifier", about.url or about.identifier
    yield "DC.rights", about.rights.uri
    yield "DCTERMS.isPartOf", about.container


def open_graph(about: About, description: str) -> list[Tag]:
    """What another site shows of a link to the page."""
    names = about.entry.authors
    named = [
        ("og:type", "book" if about.kind == "book" else "article"),
        ("og:title", about.title),
        ("og:description", description),
        ("og:site_name", about.edition.title),
        ("og:url", about.url),
        ("og:locale", about.edition.language.replace("-", "_") if "-" in about.edition.language else ""),
        *((f"{'book' if about.kind == 'book' else 'article'}:author", name) for name in names),
        ("book:isbn", about.entry.isbn if about.kind == "book" else ""),
    ]
    return [[name, value] for name, value in named if value]


def calendar_date(date: str) -> str:
    """A date as calendars have it: of a season its year, of a range its beginning."""
    first = date.partition("/")[0]
    return first[:4] if first[4:6] == "-2" else first
