"""The header of a TEI document: what the work is, where its text comes from, its rights, what was done to it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from build_edition.edition.bibliography import BibEntry
from build_edition.edition.project import Project
from build_edition.edition.records import RightsRecord
from build_edition.pipeline import EditionWork
from build_edition.writers.tei.elements import below, made

# Where the links of the texts lead: the kind of each, and the page of the site that lists its targets.
PAGES = {
    "term": "glossary", "person": "people", "place": "places", "org": "organisations", "event": "events",
    "title": "titles", "bib": "bibliography",
}  # fmt: skip


def header(project: Project, item: EditionWork) -> Element:
    """The header of a work."""
    return made("teiHeader", None, _file(project, item), _encoding(project, item), _profile(project, item))


def short_header(project: Project, item: EditionWork) -> Element:
    """The header of a piece of a work: what it is of, without how that was made."""
    return made("teiHeader", None, _file(project, item))


def _file(project: Project, item: EditionWork) -> Element:
    edition, entry = project.edition, item.entry
    title = made("titleStmt", None, made("title", None, entry.title))
    for name in entry.authors:
        below(title, "author", None, name)
    for name in edition.editors:
        below(title, "editor", None, name)
    version = made("edition", {"n": edition.version}, f"{edition.title}, version {edition.version}")
    return made(
        "fileDesc",
        None,
        title,
        made("editionStmt", None, version),
        _publication(project, item),
        made("sourceDesc", None, _bibl(entry), _source(item)),
    )


def _publication(project: Project, item: EditionWork) -> Element:
    edition = project.edition
    element = made("publicationStmt", None, made("publisher", None, ", ".join(edition.editors)))
    below(element, "idno", {"type": "work"}, item.record.id)
    if edition.address:
        below(element, "idno", {"type": "URL"}, f"{edition.address.rstrip('/')}/works/{item.record.id}/")
    availability = below(element, "availability")
    below(availability, "licence", {"target": item.record.rights.uri}, _rights(item.record.rights))
    below(availability, "p", None, f"Editorial matter, mark-up included: {edition.licence}.")
    return element


def _rights(rights: RightsRecord) -> str:
    holder = f" Rights holder: {rights.holder}." if rights.holder else ""
    return f"{' '.join(rights.statement.split())}{holder}"


def _bibl(entry: BibEntry) -> Element:
    """The work as it was published."""
    element = made("bibl", {"type": entry.type})
    for name in entry.authors:
        below(element, "author", None, name)
    below(element, "title", {"level": "a" if entry.container else "m"}, entry.title)
    if entry.container:
        below(element, "title", {"level": "j" if entry.type == "article" else "m"}, entry.container)
    for tag, text in (("pubPlace", entry.place), ("publisher", entry.publisher), ("date", entry.date_text)):
        if text:
            below(element, tag, None, text)
    for unit, text in (("volume", entry.volume), ("issue", entry.issue), ("page", entry.pages)):
        if text:
            below(element, "biblScope", {"unit": unit}, text)
    return element


def _source(item: EditionWork) -> Element:
    source = item.record.source
    digest = item.source.sha256 if item.source else source.sha256
    element = made("bibl", {"type": "source"}, made("note", None, " ".join(source.origin.split())))
    below(element, "idno", {"type": "file"}, source.file)
    below(element, "idno", {"type": "SHA-256"}, digest)
    return element


def _encoding(project: Project, item: EditionWork) -> Element:
    """What was done to the text, and what the prefixes of its references stand for."""
    emended = sum(one.rule == "emendation" for one in item.transcript.interventions) if item.transcript else 0
    said = (
        f"{emended} emendations by the editors stand in the text. Where one is of low certainty it is a corr; an "
        "author’s slip is a sic; a doubtful word is unclear; what the source has lost and the editors bring in is "
        "supplied."
    )
    marked = "Mark-up was made by rule and corrected by the editors; cert is low where it is inferred."
    editorial = made(
        "editorialDecl",
        None,
        made("correction", None, made("p", None, said)),
        made("hyphenation", {"eol": "none"}, made("p", None, "Hyphens at the ends of lines were dropped.")),
        made("interpretation", None, made("p", None, marked)),
    )
    prefixes = made("listPrefixDef")
    root = f"{project.edition.address.rstrip('/')}/" if project.edition.address else "../../"
    for kind, page in PAGES.items():
        told = {"ident": kind, "matchPattern": "(.+)", "replacementPattern": f"{root}{page}/#$1"}
        below(prefixes, "prefixDef", told)
    told = {"ident": "passage", "matchPattern": "([^/]+)(/.*)?", "replacementPattern": f"{root}c/$1$2/"}
    below(prefixes, "prefixDef", told)
    return made("encodingDesc", None, editorial, prefixes)


def _profile(project: Project, item: EditionWork) -> Element:
    language = item.entry.language or project.edition.language
    named = made("language", {"ident": project.edition.language}, language)
    return made("profileDesc", None, made("langUsage", None, named))
