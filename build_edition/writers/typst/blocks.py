"""Blocks as Typst markup: each is a call of a function of `book.typ`, which says how it looks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from build_edition.tree import flatten
from build_edition.work import (
    Block,
    Container,
    Heading,
    ItemList,
    Link,
    Milestone,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Text,
    plain,
)
from build_edition.writers.markdown_blocks import (
    columns_of_figures,
    is_numbered_note,
    label_of,
    without_label,
    without_pages,
)
from build_edition.writers.typst import escaping, labels
from build_edition.writers.typst.inlines import InlineWriter
from build_edition.writers.typst.notes import opening

OF_BOOK: Mapping[int, str] = {1: "part", 2: "chapter", 3: "section", 4: "subsection", 5: "subsubsection"}
OF_ESSAY: Mapping[int, str] = {1: "chapter", 2: "section", 3: "subsection"}


@dataclass(slots=True)
class BlockWriter:
    """Writes the blocks of a work.

    `depths` gives the depth in the PDF of each level of heading, `depth` is that of the last one written: none is
    left out on the way down, as PDF/UA asks. `at_foot` are the keys of notes that stand at the foot of pages, and
    `elsewhere` of those that are listed at the end of the division. `styles` says how headings of each level look.
    """

    inlines: InlineWriter
    depths: Mapping[int, int]
    at_foot: Collection[str]
    styles: Mapping[int, str] = field(default_factory=lambda: OF_BOOK)
    elsewhere: Collection[str] = ()
    depth: int = 0
    is_flush: bool = field(default=True)

    def section(self, section: Section) -> list[str]:
        """A section's heading and blocks, without the sections below it."""
        out: list[str] = []
        blocks: tuple[Block, ...] = section.blocks
        if section.heading:
            blocks = (section.heading, *blocks)
            return self.blocks(blocks, section.key)
        return self.blocks(blocks) if blocks else out

    def blocks(self, blocks: Iterable[Block], key: str = "") -> list[str]:
        """Blocks in order; `key` names the first, where that is the heading of a section."""
        waiting = list(blocks)
        out: list[str] = []
        while waiting:
            block = waiting.pop(0)
            following = waiting[0] if waiting else None
            if isinstance(block, Heading) and block.run_in and isinstance(following, Paragraph):
                out.append(self.paragraph(waiting.pop(0), self.heading(block, key)))  # type: ignore[arg-type]
            else:
                out += self.block(block, key)
            key = ""
        return out

    def block(self, block: Block, key: str = "") -> list[str]:
        match block:
            case Paragraph():
                return [self.paragraph(block)]
            case Heading():
                return [self.heading(block, key)]
            case Container():
                return self.container(block)
            case ItemList():
                return [self.item_list(block)]
            case Table():
                return [self.table(block)]
            case Milestone():
                return [self.milestone(block)]

    def paragraph(self, block: Paragraph, prefix: str = "") -> str:
        """A paragraph, indented where it follows another; `prefix` is markup at its beginning."""
        text = self.passage(block.id) + prefix + self.text(block, bool(prefix))
        if block.kind != "p":
            self.is_flush = True
            return f"#{block.kind}[{text}];"
        is_flush, self.is_flush = self.is_flush or block.continues, False
        return f"#{'pf' if is_flush else 'pi'}[{text}];"

    def text(self, block: Paragraph, is_within: bool = False) -> str:
        line = self.inlines.line(block.inlines)
        return f" {line}" if is_within else line

    def passage(self, *names: str) -> str:
        """The number of a passage in the margin, and its label; of several in one place the first and the last."""
        known = [name for name in names if name]
        if not known:
            return ""
        shown = "–".join(dict.fromkeys(_short(name) for name in (known[0], known[-1])))
        wanted = [self.inlines.setting.claim(labels.of_passage(self.inlines.work_id, name)) for name in known]
        at = self.inlines.setting.margin()
        given = [at, escaping.string(shown), *(escaping.string(label) for label in wanted if label)]
        return f"#pn({', '.join(given)});"

    def heading(self, block: Heading, key: str) -> str:
        """A heading; what the bookmarks and the contents say of it has no note calls."""
        pages, rest = without_pages(block.inlines)
        self.depth = min(self.depths.get(block.level, self.depth + 1), self.depth + 1)
        label = labels.of_passage(self.inlines.work_id, key) if key else ""
        label = self.inlines.setting.claim(label) if label else ""
        over = escaping.content(block.label) if block.label else "none"
        style = "run-in" if block.run_in else self.styles.get(block.level, "subsubsection")
        options = [f"level: {self.depth}", f"style: {escaping.string(style)}", f"over: {over}"]
        options += [f"label-name: {escaping.string(label)}"] if label else []
        options.append(f"bare: {escaping.string(bare_title(block) or block.label)}")
        options += [f"before: [{''.join(map(self.inlines.page, pages))}]"] if pages else []
        options += ["caps: true"] if block.title.isupper() and len(block.title) > 4 else []
        self.is_flush = True
        return f"#head({', '.join(options)})[{self.inlines.line(rest)}];"

    def container(self, block: Container) -> list[str]:
        if is_numbered_note(block):
            return self.note_in_place(block)
        was_flush, self.is_flush = self.is_flush, True
        inner = "\n".join(self.blocks(block.blocks))
        name = {"floatingText": "sidebar", "note": "aside"}.get(block.kind, block.kind)
        kind = f"({escaping.string(block.type)})" if block.kind == "note" else ""
        self.is_flush = was_flush if block.kind == "note" else False
        return [f"#{name}{kind}[{self.passage(block.id)}\n{inner}\n];"]

    def note_in_place(self, note: Container) -> list[str]:
        """A note among the text: nothing where it stands elsewhere."""
        if note.key in self.at_foot or note.key in self.elsewhere:
            return []
        return [self.listed_note(note)]

    def listed_note(self, note: Container) -> str:
        """A note in a list of notes, under its own number."""
        number, text = self.note(note)
        label = self.inlines.setting.claim(labels.of_note(self.inlines.work_id, note.key)) if note.key else ""
        return f"#listed([{number}]{', ' + escaping.string(label) if label else ''})[{text}];"

    def note(self, note: Container) -> tuple[str, str]:
        """A note's number as it is shown and its text, for the foot of a page."""
        number, blocks = opening(note)
        state = self.is_flush
        self.is_flush = True
        inner: list[str] = []
        for k, block in enumerate(blocks):
            if isinstance(block, Paragraph) and k == 0:
                inner.append(self.inlines.line(block.inlines))
                self.is_flush = False
            else:
                inner += self.block(replace(block, id="") if isinstance(block, Paragraph) else block)
        self.is_flush = state
        return number, "\n".join(inner)

    def item_list(self, block: ItemList) -> str:
        """A list: its items with their own labels, where all have one, else with marks or numbers of ours."""
        own = [label_of(item) for item in block.items]
        kind = "labelled" if all(own) else block.type or ("numbered" if block.ordered else "marked")
        items = [self.item(item, label if all(own) else "") for item, label in zip(block.items, own, strict=True)]
        signs = ", ".join(map(escaping.content, own)) if all(own) else ""
        self.is_flush = False
        signed = f", signs: ({signs},)" if signs else ""
        return f"#items({escaping.string(kind)}{signed},\n" + ",\n".join(f"[{item}]" for item in items) + "\n);"

    def item(self, item: Container, label: str) -> str:
        first = item.blocks[0] if item.blocks else None
        if not isinstance(first, Paragraph):
            self.is_flush = True
            return self.passage(item.id) + "\n" + "\n".join(self.blocks(item.blocks))
        opened = self.passage(item.id) + self.inlines.line(without_label(first.inlines, label))
        self.is_flush = False
        return "\n".join([opened, *self.blocks(item.blocks[1:])])

    def table(self, table: Table) -> str:
        """A table whose first rows that head columns are its header, repeated on every page."""
        heads = 0
        while heads < len(table.rows) and table.rows[heads].is_label:
            heads += 1
        figures = columns_of_figures(table)
        aligned = ", ".join("right" if col in figures else "left" for col in range(1, table.width + 1))
        lines = [f"#tabled(columns: {table.width}, aligned: ({aligned},),"]
        if table.heading:
            label = f"{escaping.markup(table.heading.label)} " if table.heading.label else ""
            lines.append(f"caption: [{label}{self.inlines.line(table.heading.inlines)}],")
        if heads:
            lines += self.header(table.rows[:heads], table.width)
        lines += [f"{self.row(row, table.width)}," for row in table.rows[heads:]]
        self.is_flush = False
        return "\n".join([*lines, ");"])

    def header(self, rows: tuple[Row, ...], width: int) -> list[str]:
        """The rows that head columns; their passage numbers stand before the table, for they are repeated."""
        runs = [cell.inlines for row in rows for cell in row.cells]
        is_plain = all(isinstance(inline, Text | Span | Link) for run in runs for inline in flatten(run))
        numbers = self.passage(*(row.id for row in rows))
        cells = ", ".join(self.row(row, width, is_header=True) for row in rows)
        return [f"before: [{numbers}],", f"table.header(repeat: {'true' if is_plain else 'false'}, {cells}),"]

    def row(self, row: Row, width: int, is_header: bool = False) -> str:
        cells: list[str] = []
        for cell in row.cells:
            cells += ["[]"] * (cell.col - len(cells) - 1)
            opened = self.passage(row.id) if cell is row.cells[0] and not is_header else ""
            cells.append(f"[{opened}{self.inlines.line(cell.inlines)}]")
        return ", ".join([*cells, *["[]"] * (width - len(cells))])

    def milestone(self, block: Milestone) -> str:
        self.is_flush = True
        text = block.text.strip()
        if text:
            return f"#milestone{escaping.content(text)};"
        return "#break-line(sure: false);" if block.cert == "low" else "#break-line();"


def _short(name: str) -> str:
    """The id of a passage for the margin: in a chapter with its number, else without what it stands in."""
    division, _, number = name.rpartition(".")
    return name if division.isdecimal() else number or name


def bare_title(heading: Heading) -> str:
    """A heading's words on one line, without note calls."""
    return " ".join(plain(heading.inlines).split())
