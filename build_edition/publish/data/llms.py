"""`llms.txt`, by the form of llmstxt.org: what the edition is and where its data are, for programs that read."""

from __future__ import annotations

from collections.abc import Iterator, Set

from build_edition.pipeline import EditionWork
from build_edition.publish.wording import editors, rights_label
from build_edition.whole import Whole
from build_edition.writers.chronology import PATH as CHRONOLOGY
from build_edition.writers.concordance import FOLDER as CONCORDANCE
from build_edition.writers.corpus import PATH as CORPUS
from build_edition.writers.dts.links import ENTRY
from build_edition.writers.entries import GLOSSARY, REGISTERS

PATH = "llms.txt"
_DATA = (
    (CORPUS, "Every passage", "one a line as JSON, with work, passage, printed pages, address and text"),
    (ENTRY, "DTS", "the texts as TEI by the Distributed Text Services API 1.0, whole and passage by passage"),
    (GLOSSARY, "Glossary", "the terms and what they mean"),
    (REGISTERS, "Registers", "people, places, organisations, events and works discussed"),
    (CHRONOLOGY, "Chronology", "what happened when, as the works and the register of events say"),
    (f"{CONCORDANCE}/index.json", "Concordance", "every place where an entry is named; a file for each entry"),
    ("bibliography/edition.bib", "Bibliography", "in BibLaTeX"),
)


def llms_file(whole: Whole, here: Set[str]) -> Iterator[tuple[str, str]]:
    """The file; of the data it names those whose path is `here`."""
    edition = whole.project.edition
    base = edition.at("")
    works = _section("Works", [_work(item, base) for item in whole.works])
    parts = [f"# {edition.title}", f"> {_about(whole)}", _how_to_cite(base), works]
    data = [f"[{name}]({base}{path}): {what}" for path, name, what in _DATA if path in here]
    parts += [_section("Data", data), _section("Optional", [f"[All pages]({base}sitemap.xml)"] if base else [])]
    yield PATH, "\n\n".join(part for part in parts if part) + "\n"


def _about(whole: Whole) -> str:
    edition = whole.project.edition
    subtitle = f"{edition.subtitle}. " if edition.subtitle else ""
    return (
        f"{subtitle}A scholarly edition, version {edition.version}, edited by {editors(edition)}. Every "
        f"correction of a source is listed in an apparatus. What the editors wrote is {edition.licence}; each "
        "work has rights of its own, named below."
    )


def _how_to_cite(base: str) -> str:
    address = f" Its lasting address is {base}c/WORK/PASSAGE/." if base else ""
    return (
        "To cite a passage, name its author, work and printed page, and its number in the edition, as in "
        f"`WORK/4.12` for the twelfth passage of chapter 4, with the version.{address} The words are those of the "
        "authors, not of the editors; headnotes, glossary and registers are the editors’."
    )


def _work(item: EditionWork, base: str) -> str:
    absent = "" if item.work else " The text is not in this copy."
    rights = f"{rights_label(item.record.rights)} ({item.record.rights.uri})"
    where = f"[{item.entry.title}]({base}works/{item.record.id}/)"
    cited = item.entry.citation_text().rstrip(".")
    return f"{where}: {cited}. Named `{item.record.id}`. Rights: {rights}.{absent}"


def _section(title: str, lines: list[str]) -> str:
    return f"## {title}\n\n" + "\n".join(f"- {line}" for line in lines) if lines else ""
