"""Blocks and sections as TEI: each under its own name, and where TEI does not allow that, as an `ab` with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from build_edition.apparatus.divisions import CHAPTER
from build_edition.tree import flatten, inlines_of
from build_edition.work import (
    Block,
    Container,
    Heading,
    Inline,
    ItemList,
    Milestone,
    NoteCall,
    PageBeginning,
    Paragraph,
    Row,
    Section,
    Table,
    Work,
)
from build_edition.writers.tei.elements import add_text, below, made, passage_id, section_id
from build_edition.writers.tei.inlines import InlineWriter, call_id
from build_edition.writers.tei.records import pointers

# What stands before and behind the chapters, by the first word of its name.
MATTER = frozenset(
    {
        "abbreviations", "acknowledgements", "acknowledgments", "afterword", "appendix", "bibliography",
        "chronology", "conclusion", "dedication", "epilogue", "foreword", "front", "glossary", "index",
        "introduction", "notes", "preface", "prologue",
    }
)  # fmt: skip
OPENERS = frozenset({"byline", "dateline", "argument", "epigraph"})  # only before everything else in a division


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes the blocks of one work."""

    inlines: InlineWriter
    calls: Mapping[str, int] = field(default_factory=dict)  # how often each note is called

    def section(self, section: Section, place: str = "") -> Element:
        """A section with all below it; `place` says where its notes stand in print."""
        name = section_id(section.key) if section.key else ""
        element = made("div", {"type": _type(section), "xml:id": name, "n": section.key})
        if section.heading:
            self.heading(element, section.heading, "head")
        self.blocks(element, section.blocks, opens=True, place=place or _place_of_notes(section))
        for inner in section.sections:
            element.append(self.section(inner, place))
        if not len(element):
            below(element, "ab", {"type": "empty"})
        return element

    def blocks(self, parent: Element, blocks: Iterable[Block], opens: bool = False, place: str = "") -> None:
        """Blocks at the end of an element; while it `opens`, it may have bylines and epigraphs."""
        for block in blocks:
            kind = block.kind if isinstance(block, Paragraph | Container) else ""
            opens = opens and kind in OPENERS
            if kind == "note" and isinstance(block, Container):
                self.note(parent, block, place)
            else:
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
                self.inlines.text(below(parent, "ab", {"type": "break", "cert": _low(block.cert)}), block, text)
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
        inlines = heading.inlines
        if heading.label:
            while inlines and isinstance(page := inlines[0], PageBeginning) and page.at <= heading.start:
                self.inlines.page(element, page)  # its first words are the label
                inlines = inlines[1:]
            self.inlines.text(below(element, "label"), heading, heading.label)
            add_text(element, " ")
        self.inlines.write(element, inlines)

    def container(self, parent: Element, block: Container, opens: bool) -> None:
        attributes = {**_named(block.id), "cert": _low(block.cert)}
        match block.kind:
            case "floatingText":
                outer = below(parent, "floatingText", attributes | {"type": block.type or "sidebar"})
                element = below(outer, "body")
            case "figure":
                element = below(parent, "figure", attributes | {"type": block.type})
            case "epigraph" if opens:
                element = below(parent, "epigraph", attributes)
            case "quote":
                element = below(parent, "quote", attributes | {"type": block.type})
            case _:
                element = below(parent, "quote", attributes | {"type": block.kind})
        inner = block.blocks
        if inner and isinstance(inner[0], Heading) and block.kind in {"floatingText", "figure"}:
            self.heading(element, inner[0], "head")
            inner = inner[1:]
        self.blocks(element, inner)
        if not any(child.tag != "head" for child in element):
            below(element, "ab", {"type": "empty"})

    def note(self, parent: Element, note: Container, place: str) -> None:
        """A note of the work, and the calls that lead to it."""
        first = call_id(note.key)
        calls = [first if k == 1 else f"{first}-{k}" for k in range(1, self.calls.get(note.key, 0) + 1)]
        told = {"n": note.n, "type": note.type or "numbered", "place": "" if note.type else place}
        told["target"] = pointers(calls) if note.key else ""
        element = below(parent, "note", {**_named(note.id), "cert": _low(note.cert)} | told)
        self.blocks(element, note.blocks)

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
        element = below(parent, "table", {"rows": str(len(table.rows)), "cols": str(table.width)})
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


def _type(section: Section) -> str:
    """What a section is: by its level, or where it stands before or behind the chapters by its own name."""
    kind = section.key.partition("-")[0]
    if section.level <= CHAPTER and kind in MATTER:
        return kind
    return {1: "part", 2: "chapter"}.get(section.level, "section")


def _place_of_notes(section: Section) -> str:
    """Where the notes of a section stand: at the end, where it holds nothing else, or at the foot of pages."""
    notes = [block for block in section.blocks if isinstance(block, Container) and block.kind == "note"]
    return "end" if notes and len(notes) == len(section.blocks) else "foot"


def calls_in(work: Work) -> Mapping[str, int]:
    """How often each note of a work is called, by its key."""
    runs = (run for section in work.walk() for block in _blocks(section) for run in inlines_of(block))
    return Counter(one.target for run in runs for one in flatten(run) if isinstance(one, NoteCall) and one.target)


def _blocks(section: Section) -> Iterator[Block]:
    if section.heading:
        yield section.heading
    yield from section.blocks


def _named(name: str) -> dict[str, str]:
    """The id of a passage, and its number as it is cited."""
    return {"xml:id": passage_id(name), "n": name} if name else {}


def _low(cert: str) -> str:
    return "low" if cert == "low" else ""
