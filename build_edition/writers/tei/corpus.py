"""The whole edition as one TEI document: a `teiCorpus` of its works, with all registers beside them.

Within a document no two elements have the same `xml:id`. So every name in a work begins with the id of the work
here: the passage that is `p.4.12` in the document of smith-1960 is `smith-1960.p.4.12`.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from build_edition.pipeline import EditionWork
from build_edition.whole import Whole
from build_edition.writers.tei.bibliography import bibl_struct
from build_edition.writers.tei.document import standing, work_document
from build_edition.writers.tei.elements import NAMESPACE, as_text, below, made
from build_edition.writers.tei.encoding import PAGES, shared_encoding
from build_edition.writers.tei.header import languages, publication
from build_edition.writers.tei.layout import lay_out
from build_edition.writers.tei.registers import Registers

_POINTING = ("target", "ref", "resp", "ana", "corresp", "prev", "next")


def write_edition(whole: Whole) -> str:
    """All works of the edition whose source is here."""
    here = [item for item in whole.works if item.work]
    names = {item.record.id: standing(item.work) for item in here if item.work}

    def elsewhere(target: str) -> str:
        work, _, name = target.partition("/")
        there = names[work](name) if work in names and name else "text" if work in names else ""
        return f"{work}.{there}" if there else ""

    def place(target: str) -> str:
        there = elsewhere(target)
        return f"#{there}" if there else f"passage:{target}"

    root = made("teiCorpus" if here else "TEI", {"xmlns": NAMESPACE}, _header(whole))
    registers = Registers(whole.entries, whole.project.bibliography)
    if lists := list(registers.lists(registers.every(), place)):
        root.append(made("standOff", {"type": "registers"}, *lists))
    elif not here:
        root.append(made("text", None, made("body", None, made("ab", {"type": "empty"}))))
    for item in here:
        prefix = f"{item.record.id}."
        found = work_document(whole, item, elsewhere, prefix).root
        del found.attrib["xmlns"]
        found.set("n", item.record.id)
        _rename(found, prefix)
        root.append(found)
    lay_out(root)
    return as_text(root)


def _header(whole: Whole) -> Element:
    edition = whole.project.edition
    titles = made("titleStmt", None, made("title", None, edition.title))
    if edition.subtitle:
        below(titles, "title", {"type": "sub"}, edition.subtitle)
    for name in edition.editors:
        below(titles, "editor", None, name)
    version = made("edition", {"n": edition.version}, f"{edition.title}, version {edition.version}")
    file = made("fileDesc", None, titles, made("editionStmt", None, version), publication(edition))
    file.append(made("sourceDesc", None, made("listBibl", None, *(_source(item) for item in whole.works))))
    profile = made("profileDesc", None, languages(edition.language))
    return made("teiHeader", None, file, shared_encoding(edition, "../", iter(PAGES.values())), profile)


def _source(item: EditionWork) -> Element:
    """A work as it was published, and how to get it where it is not here."""
    found = bibl_struct(item.entry, named=False)
    if item.work is None:
        found.append(
            made("note", {"type": "supply"}, f"Its source is not here. {' '.join(item.record.supply.split())}")
        )
    return found


def _rename(root: Element, prefix: str) -> None:
    """Put a prefix to every `xml:id` of a work, and to what points to it."""
    own = {f"#{name}" for element in root.iter() if (name := element.get("xml:id"))}
    for element in root.iter():
        if name := element.get("xml:id"):
            element.set("xml:id", f"{prefix}{name}")
        for attribute in _POINTING:
            if value := element.get(attribute):
                pointers = (f"#{prefix}{one[1:]}" if one in own else one for one in value.split())
                element.set(attribute, " ".join(pointers))
