"""Blocks and sections as TEI: each under its own name, and where TEI does not allow that, as an `ab` with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from build_edition.apparatus.divisions import Division
from build_edition.work import (
    Block,
    Container,
    Heading,
    Inline,
    ItemList,
    Milestone,
    Paragraph,
    Row,
    Section,
    Table,
)
from build_edition.writers.tei.elements import add_text, below, made, passage_id, section_id
from build_edition.writers.tei.inlines import InlineWriter

OPENERS = frozenset({"byline", "dateline", "argument", "epigraph"})  # only before everything else in a division


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes the blocks of one work."""

    inlines: InlineWriter

    def division(self, division: Division) -> Iterable[Element]:
        """The `div`s of a division: its sections, the first with the division's name."""
        for section in division.sections:
            yield self.section(section)

    def section(self, section: Section) -> Element:
        """A section with all below it."""
        kind = {1: "part", 2: "chapter"}.get(section.level, "section")
        name = section_id(section.key) if section.key else ""
        element = made("div", {"type": kind, "xml:id": name, "n": section.key})
        if section.heading:
            self.heading(element, section.heading, "head")
        self.blocks(element, section.blocks, opens=True)
        for inner in section.sections:
            element.append(self.section(inner))
        if not len(element):
            below(element, "ab", {"type": "empty"})
        return element

    def blocks(self, parent: Element, blocks: Iterable[Block], opens: bool = False) -> None:
        """Blocks at the end of an element; while it `opens`, it may have bylines and epigraphs."""
        for block in blocks:
            kind = block.kind if isinstance(block, Paragraph | Container) else ""
            opens = opens and kind in OPENERS
            self.block(parent, block, opens)

    def block(self, parent: Element, block: Block, opens: bool) -> None:
        match block:
            case Paragraph():
                self.paragraph(parent, block, opens)
            case Heading():
                self.heading(parent, block, "ab")
            case Container():
                self.container(parent, block, opens)
            case ItemList():
                self.list(parent, block)
            case Table():
                self.table(parent, block)
            case Milestone(text=text) if text.strip():
                below(parent, "ab", {"type": "break", "cert": _low(block.cert)}, text)
            case Milestone():
                below(parent, "milestone", {"unit": "break", "cert": _low(block.cert)})

    def paragraph(self, parent: Element, block: Paragraph, opens: bool) -> None:
        attributes = {**_named(block.id), "cert": _low(block.cert)}
        if block.kind == "p":
            element = below(parent, "p", attributes | {"part": "F" if block.continues else ""})
        elif block.kind == "argument" and opens:
            element = below(below(parent, "argument"), "p", attributes)
        elif opens:
            element = below(parent, block.kind, attributes)
        else:
            element = below(parent, "ab", attributes | {"type": block.kind})
        self.inlines.write(element, block.inlines)

    def heading(self, parent: Element, heading: Heading, tag: str) -> None:
        kind = "" if tag == "head" else "heading"
        rend = "run-in" if heading.run_in else ""
        element = below(parent, tag, {"type": kind, "rend": rend, "cert": _low(heading.cert)})
        if heading.label:
            below(element, "label", None, heading.label)
            add_text(element, " ")
        self.inlines.write(element, heading.inlines)

    def container(self, parent: Element, block: Container, opens: bool) -> None:
        attributes = {**_named(block.id), "cert": _low(block.cert)}
        match block.kind:
            case "floatingText":
                outer = below(parent, "floatingText", attributes | {"type": block.type or "sidebar"})
                element = below(outer, "body")
            case "note":
                told = {"n": block.n, "type": block.type or "numbered"}
                element = below(parent, "note", attributes | told)
            case "figure":
                element = below(parent, "figure", attributes | {"type": block.type})
            case "epigraph" if opens:
                element = below(parent, "epigraph", attributes)
            case "quote":
                element = below(parent, "quote", attributes | {"type": block.type})
            case _:
                element = below(parent, "quote", attributes | {"type": block.kind})
        self.blocks(element, block.blocks)
        if not len(element):
            below(element, "ab", {"type": "empty"})

    def list(self, parent: Element, block: ItemList) -> None:
        rend = "numbered" if block.ordered else ""
        kind = {"gloss": "glossary"}.get(block.type, block.type)  # TEI's own "gloss" wants labels
        element = below(parent, "list", {"type": kind, "rend": rend})
        for item in block.items:
            inner = below(element, "item", _named(item.id))
            self.blocks(inner, self.opened(inner, item))

    def opened(self, element: Element, item: Container) -> tuple[Block, ...]:
        """What is left of an item when its opening paragraph, which has no number of its own, is written."""
        first = item.blocks[0] if item.blocks else None
        if not isinstance(first, Paragraph):
            return item.blocks
        self.inlines.write(below(element, "p"), first.inlines)
        return item.blocks[1:]

    def table(self, parent: Element, table: Table) -> None:
        element = below(parent, "table")
        if table.heading:
            self.heading(element, table.heading, "head")
        for row in table.rows:
            element.append(self.row(row, table.width))

    def row(self, row: Row, width: int) -> Element:
        element = made("row", {**_named(row.id), "role": "label" if row.is_label else ""})
        cells: dict[int, tuple[Inline, ...]] = {cell.col: cell.inlines for cell in row.cells}
        for col in range(1, width + 1):
            self.inlines.write(below(element, "cell"), cells.get(col, ()))
        return element


def _named(name: str) -> dict[str, str]:
    """The id of a passage, and its number as it is cited."""
    return {"xml:id": passage_id(name), "n": name} if name else {}


def _low(cert: str) -> str:
    return "low" if cert == "low" else ""
