"""TEI documents: a work by itself, and all works of the edition in one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from build_edition.apparatus.passage_index import passages
from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.whole import Whole
from build_edition.work import Work
from build_edition.writers.tei.blocks import BlockWriter, calls_in
from build_edition.writers.tei.divs import text_element
from build_edition.writers.tei.elements import as_text, document, made, passage_id, section_id
from build_edition.writers.tei.header import About, header
from build_edition.writers.tei.inlines import InlineWriter, candidates_of, nowhere
from build_edition.writers.tei.layout import lay_out
from build_edition.writers.tei.records import records_of
from build_edition.writers.tei.registers import Key, Registers
from build_edition.writers.tei.strands import Strands


def write_tei(project: Project, item: EditionWork, text: Element | None = None) -> str:
    """The reading text of a work as a TEI document without registers: names lead to the site's.

    `text` is its `text_of`, where that has been made.
    """
    text = text_of(project, item) if text is None else text
    assert item.work is not None
    return as_text(document(header(About(project, item, passages(item.work), text, root="../../")), text))


def text_of(project: Project, item: EditionWork) -> Element:
    """The `text` of a work, of whose changes only the uncertain ones are told."""
    assert item.work is not None
    writer = BlockWriter(InlineWriter(item.record.id, standing(item.work)), calls_in(item.work))
    return text_element(item.work, writer, project.edition.language)


@dataclass(frozen=True)
class WorkDocument:
    """A work as a TEI document: its root, without registers, and what the text names of them."""

    root: Element
    named: frozenset[Key]


def work_document(
    whole: Whole, item: EditionWork, elsewhere: Callable[[str], str], prefix: str = ""
) -> WorkDocument:
    """A work with every change and every record; `prefix` begins its `xml:id`s where it stands with others."""
    work, project = item.work, whole.project
    assert work is not None
    records = records_of(project, item)
    inlines = InlineWriter(item.record.id, standing(work), elsewhere, Strands(work), records, candidates_of(work))
    text = text_element(work, BlockWriter(inlines, calls_in(work)), project.edition.language)
    about = About(project, item, whole.passages[item.record.id], text, records, True, prefix=prefix)
    root = document(header(about))
    names = frozenset(element.get("xml:id", "") for element in text.iter())
    if (annotations := records.annotations(names)) is not None:
        root.append(made("standOff", {"type": "emendations"}, annotations))
    root.append(text)
    return WorkDocument(root, frozenset(inlines.named))


def write_work(whole: Whole, item: EditionWork) -> str:
    """A work by itself, with the entries of the registers that it names."""
    found = work_document(whole, item, nowhere)
    assert item.work is not None
    stands = standing(item.work)
    registers = Registers(whole.entries, whole.project.bibliography)

    def place(ref: str) -> str:
        work, _, name = ref.partition("/")
        own = stands(name) if work == item.record.id else ""
        return f"#{own}" if own else f"passage:{ref}"

    lists = list(registers.lists(registers.wanted(found.named), place))
    if lists:
        found.root.insert(len(found.root) - 1, made("standOff", {"type": "registers"}, *lists))
    lay_out(found.root)
    return as_text(found.root)


def standing(work: Work) -> Callable[[str], str]:
    """The `xml:id` that a passage or a section of a work has, by its name; older names lead to the same."""
    found = {section.key: section_id(section.key) for section in work.walk() if section.key}
    found |= {one.id: passage_id(one.id) for one in passages(work) if one.is_citable}
    older = {old: found[name] for name, olds in work.aliases.items() for old in olds if name in found}
    return lambda name: found.get(name) or older.get(name, "")
