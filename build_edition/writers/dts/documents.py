"""The texts as TEI: each work whole, and each division and passage by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, tostring

from build_edition.apparatus.divisions import divisions
from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.writers.dts.links import FOLDER
from build_edition.writers.dts.units import Unit
from build_edition.writers.tei.document import text_of, write_tei
from build_edition.writers.tei.elements import as_text, document, made, passage_id, section_id
from build_edition.writers.tei.header import short_header

WRAPPER = "https://w3id.org/api/dts#"
_PARTS = {"item": "list", "row": "table"}  # what has a meaning only within another element


def documents(project: Project, item: EditionWork, units: Sequence[Unit]) -> Iterator[tuple[str, str]]:
    """Every document of a work, by its path."""
    work = item.record.id
    text = text_of(project, item)
    yield f"{FOLDER}/document/{work}.xml", write_tei(project, item, text)
    of_divisions = _divisions(item, units)
    named = {element.get("xml:id", ""): element for element in text.iter() if element.get("xml:id")}
    before, after = as_text(document(short_header(project, item), made("text"))).split("<text />")
    chapters = frozenset(name for names in of_divisions.values() for name in names)
    for unit in units:
        names = of_divisions.get(unit.name) or [passage_id(unit.name)]
        pieces = [_without(named[name], chapters) for name in names]
        piece = _piece(pieces, project.edition.language)
        yield f"{FOLDER}/document/{work}/{unit.name}.xml", before + tostring(piece, encoding="unicode") + after


def _divisions(item: EditionWork, units: Sequence[Unit]) -> dict[str, list[str]]:
    """The elements of each division, by its name."""
    assert item.work is not None
    names = {unit.name for unit in units if unit.level == 1 and not unit.parent}
    return {
        division.key: [section_id(section.key) for section in division.sections if section.key]
        for division in divisions(item.work)
        if division.key and division.key in names
    }


def _piece(elements: list[Element], language: str) -> Element:
    wrapper = Element("dts:wrapper", {"xmlns:dts": WRAPPER})
    for element in elements:
        alone = _without_tail(element)
        outer = _PARTS.get(element.tag)
        wrapper.append(made(outer, None, alone) if outer else alone)
    return made("text", {"xml:lang": language}, made("body", None, wrapper))


def _without(element: Element, chapters: frozenset[str]) -> Element:
    """An element, a part without its chapters, which are units of their own."""
    inner = [below for below in element if below.get("xml:id") not in chapters]
    if len(inner) == len(element):
        return element
    alone = Element(element.tag, element.attrib)
    alone.text = element.text
    alone.extend(inner)
    return alone


def _without_tail(element: Element) -> Element:
    """The element by itself; what it holds is the same."""
    alone = Element(element.tag, element.attrib)
    alone.text = element.text
    alone.extend(element)
    return alone
