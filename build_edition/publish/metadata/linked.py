"""The same as linked data (schema.org, in JSON-LD): the text, what it was printed in, the edition that has it."""

from __future__ import annotations

from typing import Any

from build_edition.edition.bibliography import BibEntry
from build_edition.edition.records import EditionRecord
from build_edition.publish.cite.languages import tag_of
from build_edition.publish.metadata.about import About
from build_edition.publish.metadata.tags import calendar_date

Node = dict[str, Any]
_TYPES = {"chapter": "Chapter", "article": "ScholarlyArticle", "book": "Book"}
LICENCES = "https://spdx.org/licenses/"


def linked_data(about: About) -> Node:
    """The page as a node that says what it is part of."""
    entry = about.entry
    return _known(
        {
            "@context": "https://schema.org",
            "@type": _TYPES[about.kind],
            "name": about.title,
            "headline": about.title if about.kind == "article" else "",
            "author": [_person(name) for name in entry.authors],
            "datePublished": calendar_date(entry.date),
            "inLanguage": tag_of(entry.language),
            "pageStart": about.first,
            "pageEnd": about.last,
            "pagination": about.pages,
            "identifier": about.identifier,
            "url": about.url,
            "license": about.rights.uri,
            "publisher": _body(entry.publisher) if about.kind == "book" else {},
            "isbn": entry.isbn if about.kind == "book" else "",
            "isPartOf": [node for node in (_container(about), edition_node(about.edition)) if node],
        }
    )


def edition_node(edition: EditionRecord) -> Node:
    """The edition, as the publication that gives the text here."""
    return _known(
        {
            "@type": "Collection",
            "name": edition.title,
            "alternateName": edition.subtitle or "",
            "version": edition.version,
            "editor": [_person(name) for name in edition.editors],
            "inLanguage": edition.language,
            "license": f"{LICENCES}{edition.licence}.html",
            "url": edition.address or "",
        }
    )


def _container(about: About) -> Node:
    """The book, collection, journal or newspaper in which the text was printed."""
    entry = about.entry
    if about.kind == "book":
        return {}
    if about.kind == "article":
        return _issue(entry)
    own = not (about.is_whole and entry.container)  # a piece of the entry itself
    return _known(
        {
            "@type": "Book",
            "name": about.container,
            "author": [_person(name) for name in entry.authors] if own else [],
            "editor": [_person(name) for name in entry.editors],
            "publisher": _body(entry.publisher),
            "datePublished": calendar_date(entry.date),
            "volumeNumber": entry.volume,
            "isbn": entry.isbn,
        }
    )


def _issue(entry: BibEntry) -> Node:
    """The issue in its volume in its journal, as far as each is known."""
    node = _known({"@type": "Periodical", "name": entry.container, "issn": entry.issn})
    if entry.volume:
        node = {"@type": "PublicationVolume", "volumeNumber": entry.volume, "isPartOf": node}
    if entry.issue:
        node = {"@type": "PublicationIssue", "issueNumber": entry.issue, "isPartOf": node}
    return node


def _person(name: str) -> Node:
    return {"@type": "Person", "name": name}


def _body(name: str) -> Node:
    return {"@type": "Organization", "name": name} if name else {}


def _known(node: Node) -> Node:
    """The node without what is not known."""
    return {name: value for name, value in node.items() if value}
