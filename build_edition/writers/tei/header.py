"""The header of a TEI document: what the work is, where its text comes from, its rights, what was done to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from build_edition import __version__
from build_edition.apparatus.passage_index import Passage
from build_edition.edition.contributors import Contributor
from build_edition.edition.project import Project
from build_edition.edition.records import EditionRecord, RightsRecord
from build_edition.pipeline import EditionWork
from build_edition.writers.tei.bibliography import bibl_struct
from build_edition.writers.tei.dates import when
from build_edition.writers.tei.elements import below, made
from build_edition.writers.tei.encoding import encoding_desc
from build_edition.writers.tei.records import RULES, Records
from build_edition.writers.tei.registers import LATIN, RUSSIAN
from build_edition.writers.tei.responsible import responsible, statements

SYSTEMS = {"ala_lc": "ALA-LC", "bgn_pcgn": "BGN/PCGN", "scholarly": "scholarly", "popular": "as best known"}
PROGRAM = f"build-edition {__version__}"


@dataclass(frozen=True)
class About:
    """What a header tells of: a work, and the document that holds it.

    `text` is its `text`, where each change is told if `is_told`; `root` leads from the document to the root of
    the site, if the edition has no address. `prefix` begins the `xml:id`s of a work that stands with others.
    """

    project: Project
    item: EditionWork
    passages: tuple[Passage, ...] = ()
    text: Element | None = None
    records: Records = field(default_factory=Records)
    is_told: bool = False
    root: str = "../"
    prefix: str = ""


def header(about: About) -> Element:
    """The header of a work."""
    transcript = about.item.transcript
    found = made("teiHeader", None, file_desc(about))
    if transcript is not None:
        parts = (about.project.edition, transcript, about.text, about.is_told, about.root, about.prefix)
        found.append(encoding_desc(*parts))
    found.append(_profile(about))
    if (changes := revisions(about)) is not None:
        found.append(changes)
    return found


def short_header(project: Project, item: EditionWork) -> Element:
    """The header of a piece of a work: what it is of, without how that was made."""
    return made("teiHeader", None, file_desc(About(project, item)))


def file_desc(about: About) -> Element:
    """What the document is, and what it is made from."""
    edition, item = about.project.edition, about.item
    found = made("fileDesc", None, _titles(about), _version(edition))
    if about.text is not None:
        found.append(_extent(about.text, about.passages))
    series = made("seriesStmt", None, made("title", {"level": "s"}, edition.title))
    if edition.subtitle:
        below(series, "title", {"level": "s", "type": "sub"}, edition.subtitle)
    cited = f"{item.entry.citation_text()} In {edition.title}, version {edition.version}, work {item.record.id}."
    notes = made("notesStmt", None, made("note", {"type": "citation"}, cited))
    source = made("sourceDesc", None, bibl_struct(item.entry, named=False), _witness(item))
    found.extend((publication(edition, item.record.id, item.record.rights), series, notes, source))
    return found


def _titles(about: About) -> Element:
    edition, entry = about.project.edition, about.item.entry
    found = made("titleStmt", None, made("title", None, entry.title))
    for name in entry.authors:
        below(found, "author", None, name)
    for name in edition.editors:
        below(found, "editor", None, name)
    if about.is_told:
        found.append(responsible(RULES, ["mark-up, and changes by rule"], Contributor(name=PROGRAM)))
        if about.item.status == "found":
            found.extend(statements(about.project, about.item.record.id, about.records))
    return found


def _version(edition: EditionRecord) -> Element:
    named = f"{edition.title}, version {edition.version}"
    return made("editionStmt", None, made("edition", {"n": edition.version}, named))


def _extent(text: Element, passages: tuple[Passage, ...]) -> Element:
    """How much there is of what is counted in every form of the edition."""
    notes = [one for one in text.iter("note") if one.get("type") != "editorial"]
    counts = {
        "words": sum(len(one.text.split()) for one in passages),
        "passages": sum(one.is_citable for one in passages),
        "printed pages": sum(1 for _ in text.iter("pb")),
        "notes": len(notes),
        "tables": sum(1 for _ in text.iter("table")),
    }
    measures = (
        made("measure", {"unit": "-".join(unit.split()), "quantity": str(count)}, f"{count} {unit}")
        for unit, count in counts.items()
    )
    return made("extent", None, *measures)


def publication(edition: EditionRecord, work: str = "", rights: RightsRecord | None = None) -> Element:
    """Who publishes the edition or a work of it, where, and what may be done with it."""
    found = made("publicationStmt", None, made("publisher", None, ", ".join(edition.editors)))
    if edition.date:
        day = edition.date.isoformat()
        below(found, "date", {"when": day}, day)
    if work:
        below(found, "idno", {"type": "work"}, work)
    if address := edition.at(f"works/{work}/" if work else ""):
        below(found, "idno", {"type": "URI"}, address)
    availability = below(found, "availability")
    if rights:
        holder = f" Rights holder: {rights.holder}." if rights.holder else ""
        below(availability, "licence", {"target": rights.uri}, f"{' '.join(rights.statement.split())}{holder}")
    else:
        below(availability, "p", None, "Each work has rights of its own, which its header tells.")
    below(availability, "p", None, f"Editorial matter, mark-up included: {edition.licence}.")
    return found


def _witness(item: EditionWork) -> Element:
    """The digital text that the work is edited from."""
    source = item.record.source
    found = made("bibl", {"type": "digital-source"})
    below(found, "title", None, source.file)
    below(found, "idno", {"type": "SHA-256"}, item.source.sha256 if item.source else source.sha256)
    if item.source:
        count = str(len(item.source.text))
        below(
            found,
            "extent",
            None,
            made("measure", {"unit": "characters", "quantity": count}, f"{count} characters"),
        )
    below(found, "note", {"type": "origin"}, " ".join(source.origin.split()))
    below(found, "note", {"type": "supply"}, " ".join(item.record.supply.split()))
    if item.status == "other":
        said = (
            "This is another file than the one that the edition describes; no record of the editors was applied."
        )
        below(found, "note", {"type": "warning"}, said)
    return found


def _profile(about: About) -> Element:
    entry, language = about.item.entry, about.project.edition.language
    found = made("profileDesc")
    date = entry.original_date or entry.date
    if date:
        below(found, "creation", None, made("date", when(date), entry.date_text if date == entry.date else date))
    found.append(languages(language))
    return found


def languages(ident: str) -> Element:
    """The languages of a document: that of its texts, and those of the words that the registers give."""
    found = made(
        "langUsage", None, made("language", {"ident": ident}, f"{ident}: the texts, and what the editors say")
    )
    below(found, "language", {"ident": RUSSIAN}, "Russian, in the registers")
    for system, tag in LATIN.items():
        below(found, "language", {"ident": tag}, f"Russian in Latin letters, {SYSTEMS[system]}")
    return found


def revisions(about: About) -> Element | None:
    """The versions that were published, the latest first; None where none was."""
    work = about.item.record.id
    recension, ledger = about.project.recensions.get(work), about.project.ledgers.get(work)
    names = list(dict.fromkeys(entry.since for entry in ledger.entries)) if ledger else []
    listed = {version.name: len(version.listed) for version in recension.versions} if recension else {}
    names += [name for name in listed if name not in names]
    if not names:
        return None
    changes = []
    for name in reversed(names):
        new = sum(entry.since == name for entry in ledger.entries) if ledger else 0
        said = f"Version {name}: {new} passages published for the first time"
        if name != names[0]:
            said += f"; {listed.get(name, 0)} are new or read otherwise than in the version before"
        changes.append(made("change", {"n": name, "status": "published"}, f"{said}."))
    return made("revisionDesc", None, *changes)
