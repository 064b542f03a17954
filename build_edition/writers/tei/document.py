"""A whole work as a TEI document."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from build_edition.apparatus.divisions import divisions
from build_edition.apparatus.passage_index import passages
from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.work import Work
from build_edition.writers.tei.blocks import BlockWriter
from build_edition.writers.tei.elements import as_text, document, made, passage_id, section_id
from build_edition.writers.tei.header import header
from build_edition.writers.tei.inlines import InlineWriter


def write_tei(project: Project, item: EditionWork, text: Element | None = None) -> str:
    """A work whose text is here, as a TEI document; `text` is its `text_of`, where that has been made."""
    return as_text(document(header(project, item), text_of(project, item) if text is None else text))


def text_of(project: Project, item: EditionWork) -> Element:
    """The `text` of a work."""
    assert item.work is not None
    writer = BlockWriter(InlineWriter(item.record.id, standing(item.work)))
    body = made("body")
    for division in divisions(item.work):
        body.extend(writer.division(division))
    return made("text", {"xml:lang": project.edition.language}, body)


def standing(work: Work) -> Callable[[str], str]:
    """The `xml:id` that a passage or a section of a work has, by its name; older names lead to the same."""
    found = {section.key: section_id(section.key) for section in work.walk() if section.key}
    found |= {one.id: passage_id(one.id) for one in passages(work) if one.is_citable}
    older = {old: found[name] for name, olds in work.aliases.items() for old in olds if name in found}
    return lambda name: found.get(name) or older.get(name, "")
