"""Blocks: paragraphs, headings, quotations, lists, tables, and the definitions of footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from build_edition.work import (
    Block,
    Cell,
    Container,
    Heading,
    ItemList,
    Milestone,
    NoteCall,
    Paragraph,
    Row,
    Table,
    plain,
)
from build_edition.writers.commonmark import escapes
from build_edition.writers.commonmark.inlines import InlineWriter
from build_edition.writers.markdown_blocks import label_of, own_number, without_label, without_pages

BULLETS = frozenset("•·▪●◦‣*-–—")
BREAK = "* * *"
_ELEMENTS = {"floatingText": "aside", "figure": "figure"}


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes the blocks of a work.

    `depths` gives the depth (1–6) of each level of heading, and `numbered` says whether a footnote tells its
    printed number where its words do not.
    """

    inlines: InlineWriter
    depths: Mapping[int, int]
    numbered: bool

    def blocks(self, blocks: Iterable[Block], in_note: bool = False) -> list[str]:
        """The chunks that blocks make, to be parted by blank lines; footnotes stand elsewhere."""
        out: list[str] = []
        for block in blocks:
            match block:
                case Paragraph():
                    out.append(self.paragraph(block, in_note))
                case Heading():
                    out += self.heading(block, "")
                case Container():
                    out += self.container(block, in_note)
                case ItemList():
                    out.append(self.item_list(block, in_note))
                case Table():
                    out += self.table(block, in_note)
                case Milestone():
                    out.append(_milestone(block))
        return [chunk for chunk in out if chunk]

    def paragraph(self, block: Paragraph, in_note: bool = False) -> str:
        return self.anchor(block.id) + self.inlines.line(block.inlines, in_note)

    def anchor(self, name: str) -> str:
        """A place that a link leads to."""
        return self.inlines.names.anchor(name)

    def heading(self, block: Heading, key: str) -> list[str]:
        """The heading; the beginnings of the pages that it opens stand above it."""
        pages, rest = without_pages(block.inlines)
        words = [escapes.inline(block.label) if block.label else "", self.inlines.run(rest).strip(" ")]
        depth = min(self.depths.get(block.level, block.level + 1), 6)
        title = "<br> ".join(word for word in words if word)
        marks = "".join(self.inlines.page(page) for page in pages)
        return [*([marks] if marks else []), f"{'#' * depth} {self.anchor(key)}{title}".rstrip()]

    def container(self, block: Container, in_note: bool) -> list[str]:
        if block.key and block.key in self.inlines.labels:
            return []
        if block.kind == "note" and block.n:
            return self.note(block)
        chunks = self.blocks(block.blocks, in_note)
        if anchor := self.anchor(block.id):
            chunks = [anchor, *chunks]
        if block.kind in {"quote", "epigraph"}:
            return [_prefixed(chunks, "> ", "> ")]
        if block.kind in _ELEMENTS:
            element = _ELEMENTS[block.kind]
            return [f"<{element}>", *chunks, f"</{element}>"]
        return chunks

    # notes

    def note(self, note: Container) -> list[str]:
        """A note in its place, under its number: one that no call of the text leads to."""
        chunks = self._words_of(note, says_number=True)
        return [self.anchor(note.key) + chunks[0], *chunks[1:]] if chunks else []

    def footnote(self, note: Container) -> str:
        """The definition of a footnote."""
        chunks = self._words_of(note, self.numbered) or [""]
        return _prefixed(chunks, f"[^{self.inlines.labels[note.key]}]: ", "    ")

    def _words_of(self, note: Container, says_number: bool) -> list[str]:
        number, blocks = number_and_blocks(note, says_number)
        chunks = self.blocks(blocks, in_note=True)
        if not number:
            return chunks
        sign = rf"\[{escapes.inline(number)}\] "
        return [sign + chunks[0], *chunks[1:]] if chunks else [sign.strip()]

    # lists

    def item_list(self, block: ItemList, in_note: bool) -> str:
        """A list with the numbers of the source, and no others; its bullets become Markdown's own."""
        items = [
            self.item(item, label, sign, in_note)
            for item, (label, sign) in zip(block.items, signs_of_items(block), strict=True)
        ]
        is_loose = any(len(item.blocks) > 1 for item in block.items)
        return ("\n\n" if is_loose else "\n").join(items)

    def item(self, item: Container, label: str, sign: str, in_note: bool) -> str:
        blocks = item.blocks
        if label and isinstance(first := blocks[0], Paragraph):
            blocks = (replace(first, inlines=without_label(first.inlines, label)), *blocks[1:])
        chunks = self.blocks(blocks, in_note) or [""]
        chunks[0] = self.anchor(item.id) + chunks[0]
        return _prefixed(chunks, f"{sign} ", " " * (len(sign) + 1))

    # tables

    def table(self, table: Table, in_note: bool) -> list[str]:
        """A table; one without heads for its columns has empty ones, for Markdown knows no other."""
        heading = table.heading
        caption = ""
        if heading:
            words = [
                escapes.inline(heading.label) if heading.label else "",
                self.inlines.run(heading.inlines, in_note),
            ]
            caption = escapes.line(" ".join(word for word in words if word))
        has_heads = bool(table.rows) and table.rows[0].is_label
        heads = self._row(table.rows[0], table.width, in_note) if has_heads else _cells([""] * table.width)
        rows = [self._row(row, table.width, in_note) for row in table.rows[int(has_heads) :]]
        return [caption, "\n".join([heads, _cells(["---"] * table.width), *rows])]

    def _row(self, row: Row, width: int, in_note: bool) -> str:
        by_column: dict[int, Cell] = {cell.col: cell for cell in row.cells}
        words = [
            self.inlines.run(by_column[col].inlines, in_note).strip() if col in by_column else ""
            for col in range(1, width + 1)
        ]
        if words:
            words[0] = self.anchor(row.id) + words[0]
        return _cells(words)


def number_and_blocks(note: Container, says_number: bool) -> tuple[str, tuple[Block, ...]]:
    """What a note begins with in brackets, its printed number where its words do not tell it, and its blocks."""
    first = note.blocks[0] if note.blocks else None
    number, blocks = "", note.blocks
    if isinstance(first, Paragraph):
        number, rest = own_number(first.inlines, note.n)
        if plain(rest) != plain(first.inlines):
            return "", blocks
        if any(isinstance(inline, NoteCall) for inline in first.inlines):
            blocks = (replace(first, inlines=rest), *blocks[1:])
    return (number or note.n) if says_number else "", blocks


def _cells(words: list[str]) -> str:
    return f"| {' | '.join(words)} |"


def _prefixed(chunks: list[str], first: str, later: str) -> str:
    """Chunks parted by blank lines, the first line after `first` and every other after `later`."""
    lines = "\n\n".join(chunks).split("\n")
    return "\n".join(
        (first if k == 0 else later) + line if line else later.rstrip() for k, line in enumerate(lines)
    )


def signs_of_items(block: ItemList) -> list[tuple[str, str]]:
    """For each item the label that is cut from its words, or nothing, and the sign that stands before it."""
    labels = [label_of(item) for item in block.items]
    first = _counts_from(labels)
    is_cut = first is not None or all(label in BULLETS for label in labels)
    return [(label if is_cut else "", "-" if first is None else f"{first + k}.") for k, label in enumerate(labels)]


def _counts_from(labels: list[str]) -> int | None:
    """The number from which labels count, "3.", "4.", "5."; None where they are no such run."""
    if not labels or not all(label.endswith(".") and label[:-1].isdecimal() for label in labels):
        return None
    first = int(labels[0][:-1])
    return first if labels == [f"{first + k}." for k in range(len(labels))] else None


def _milestone(block: Milestone) -> str:
    """A break; one that print marks by asterisks alone is Markdown's own."""
    words = block.text.strip()
    return BREAK if not words.strip("* ") else escapes.line(escapes.inline(words))
