"""Blocks as Markdown: paragraphs and headings in its own signs, everything else in HTML around them.

Each paragraph is one line, with its passage number as id on the line below, so that a person can edit the
file.  What Markdown has no sign for, or reads differently from engine to engine, is an HTML element with
Markdown inside it; a table is HTML throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

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
    Table,
    Text,
    plain,
)
from build_edition.writers import escaping
from build_edition.writers.markdown_inline import InlineWriter

ELEMENTS = {
    "quote": ("blockquote", "quote"),
    "epigraph": ("blockquote", "epigraph"),
    "floatingText": ("aside", "sidebar"),
    "figure": ("figure", "figure"),
    "note": ("aside", "note"),
}
_FIGURES = re.compile(r"[-–+±£$€]?\d[\d.,·:/ –-]*%?[*†‡]?|[-–—…]|")
_LABEL = re.compile(
    r"\s*(\(?(?:[0-9]{1,3}|[ivxlc]{1,5}|[IVXLC]{1,5}|[a-zA-Z])[.)]|\[[0-9a-z]{1,3}\]|[•·▪●◦‣*–—-])(?=\s)"
)


@dataclass(slots=True)
class BlockWriter:
    """Writes the blocks of one page.

    `depths` gives the depth (1–6) of each level of heading; notes whose key is in `elsewhere` are left out,
    for they stand in the list at the end. `aliases` are older ids of passages, which get an anchor too.
    """

    inlines: InlineWriter
    depths: dict[int, int]
    elsewhere: frozenset[str]
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def blocks(self, blocks: Iterable[Block]) -> list[str]:
        """The chunks of Markdown that blocks make, to be parted by blank lines."""
        waiting = list(blocks)
        out: list[str] = []
        while waiting:
            block = waiting.pop(0)
            if is_numbered_note(block):
                run = [block]
                while waiting and is_numbered_note(waiting[0]):
                    run.append(waiting.pop(0))
                out += self.notes([note for note in run if isinstance(note, Container)])
            elif isinstance(block, Heading) and block.run_in and waiting and isinstance(waiting[0], Paragraph):
                inner = [*self.heading(block, ""), self.paragraph(waiting.pop(0))]  # type: ignore[arg-type]
                out.append(_element("div", 'class="run-in"', inner))
            else:
                out += self.block(block)
        return out

    def block(self, block: Block) -> list[str]:
        match block:
            case Paragraph():
                return [self.paragraph(block)]
            case Heading():
                return self.heading(block, "")
            case Container():
                return [self.container(block)]
            case ItemList():
                return [self.item_list(block)]
            case Table():
                return [self.table(block)]
            case Milestone():
                return [_milestone(block)]

    def paragraph(self, block: Paragraph, prefix: str = "") -> str:
        text = prefix + self.older(block.id) + self.inlines.markdown(block.inlines)
        classes = [f".{block.kind}", ".continues" if block.continues else ""]
        names = " ".join(name for name in classes if name)
        anchor = f"#{self.inlines.anchors.claim(block.id)} " if block.id else ""
        return f"{text}\n{{: {anchor}{names}}}"

    def older(self, passage: str) -> str:
        """Anchors for the older ids of a passage."""
        ids = (escaping.attribute(self.inlines.anchors.claim(old)) for old in self.aliases.get(passage, ()))
        return "".join(f'<a class="older" id="{name}"></a>' for name in ids)

    def heading(self, block: Heading, key: str) -> list[str]:
        """The heading, and before it the beginnings of the pages that it opens."""
        pages, rest = without_pages(block.inlines)
        out = [f'<div class="pb-line">{"".join(map(self.inlines.page, pages))}</div>'] if pages else []
        text = self.inlines.markdown(rest)
        if block.label:
            text = f'<span class="label">{escaping.markdown(block.label)}</span> {text}'
        depth = self.depths.get(block.level, min(block.level + 1, 6))
        parts = [f"#{self.inlines.anchors.claim(key)}" if key else "", ".run-in" if block.run_in else ""]
        parts.append(".caps" if block.title.isupper() and len(block.title) > 4 else "")
        if any(isinstance(inline, NoteCall) for inline in rest):
            parts.append(f'data-toc-label="{_toc_label(block)}"')
        attributes = " ".join(part for part in parts if part)
        return [*out, f"{'#' * depth} {text}" + (f" {{{attributes}}}" if attributes else "")]

    def container(self, block: Container) -> str:
        element, name = ELEMENTS.get(block.kind, ("div", block.kind))
        kind = f"{name} {name}-{escaping.attribute(block.type)}" if block.type else name
        anchor = f' id="{self.inlines.anchors.claim(block.id)}"' if block.id else ""
        older = self.older(block.id)
        return _element(
            element, f'class="{kind}"{anchor}', [*([older] if older else []), *self.blocks(block.blocks)]
        )

    # lists

    def item_list(self, block: ItemList) -> str:
        labelled = all(label_of(item) for item in block.items)
        element = "ol" if block.ordered and not labelled else "ul"
        kinds = ["list", f"list-{escaping.attribute(block.type)}" if block.type else ""]
        kinds.append("labelled" if labelled else "")
        names = " ".join(kind for kind in kinds if kind)
        items = "\n".join(self.item(item, labelled) for item in block.items)
        return f'<{element} class="{names}" markdown="1">\n{items}\n</{element}>'

    def item(self, item: Container, labelled: bool) -> str:
        anchor = f' id="{self.inlines.anchors.claim(item.id)}"' if item.id else ""
        label = label_of(item) if labelled else ""
        prefix = self.older(item.id)
        prefix += f'<span class="label">{escaping.markdown(label)}</span> ' if label else ""
        first = item.blocks[0] if item.blocks else None
        if not isinstance(first, Paragraph):
            return _element("li", f"{anchor[1:]}", self.blocks(item.blocks), "block")
        inlines = without_label(first.inlines, label)
        if len(item.blocks) == 1:
            return f'<li{anchor} markdown="span">{prefix}{self.inlines.markdown(inlines)}</li>'
        opening = self.paragraph(replace(first, inlines=inlines), prefix)
        return _element("li", anchor[1:], [opening, *self.blocks(item.blocks[1:])], "block")

    # notes

    def notes(self, notes: Iterable[Container]) -> list[str]:
        """A list of numbered notes in place, without those that stand at the end."""
        here = [self.note(note) for note in notes if not note.key or note.key not in self.elsewhere]
        listed = f'<ol class="notes" markdown="1">\n{"".join(here)}</ol>'
        return [_element("div", 'role="doc-endnotes" aria-label="Notes"', [listed])] if here else []

    def note(self, note: Container, is_copy: bool = False) -> str:
        """One note as an item of a list, its number a link back to its call."""
        anchor = self.inlines.anchors.claim(note.key or f"n{note.n}")
        first = note.blocks[0] if note.blocks and isinstance(note.blocks[0], Paragraph) else None
        number, rest = own_number(first.inlines, note.n) if first else ("", ())
        is_text = first is not None and plain(rest) != plain(first.inlines)
        prefix = self.note_number(note, number, is_text)
        if first:
            blocks = [self.paragraph(replace(first, inlines=rest, id=""), prefix), *self.blocks(note.blocks[1:])]
        else:
            blocks = [prefix.strip(), *self.blocks(note.blocks)]
        kind = "note copy" if is_copy else "note"
        inner = _element("div", 'role="doc-footnote"', blocks, "block")  # in the item, which must stay one
        return _element("li", f'id="{escaping.attribute(anchor)}" class="{kind}"', [inner], "block") + "\n"

    def note_number(self, note: Container, printed: str, is_text: bool) -> str:
        """The number before a note, as it is printed there, or else as the edition supplies it.

        One that is printed like a call is no text of the note, as a call is none of what it stands in.
        """
        kind = "" if is_text else " raised" if printed else " added"
        name, shown = f"note-n{kind}", escaping.attribute(printed or note.n)
        address = escaping.attribute(self.called_at(note))
        if not address:
            return f'<span class="{name}">{shown}</span> '
        says = f"Note {escaping.attribute(note.n)}: back to its call"
        return f'<a class="{name}" href="{address}" role="doc-backlink" aria-label="{says}">{shown}</a> '

    def called_at(self, note: Container) -> str:
        """The address of the first call of a note; empty where the page has none."""
        call = self.inlines.called.get(note.key)
        return f"#{call}" if call else ""

    # tables

    def table(self, table: Table) -> str:
        title = escaping.attribute(table.heading.title) if table.heading else ""
        says = f"Table: {title}" if title else "Table"
        lines = [f'<div class="table" role="region" tabindex="0" aria-label="{says}">', '<table class="data">']
        if table.heading:
            label = f"{escaping.html(table.heading.label)} " if table.heading.label else ""
            lines.append(f"<caption>{label}{self.inlines.html(table.heading.inlines)}</caption>")
        heads = 0
        while heads < len(table.rows) and table.rows[heads].is_label:
            heads += 1
        figures = columns_of_figures(table)
        for group, rows in (("thead", table.rows[:heads]), ("tbody", table.rows[heads:])):
            if rows:
                lines += [f"<{group}>", *(self.row(row, table.width, figures) for row in rows), f"</{group}>"]
        return "\n".join([*lines, "</table>", "</div>"])

    def row(self, row: Row, width: int, figures: frozenset[int]) -> str:
        """One row; the columns of `figures` are set to the right, so that their units stand below each other."""
        anchor = f' id="{self.inlines.anchors.claim(row.id)}"' if row.id else ""
        element = 'th scope="col"' if row.is_label else "td"
        cells: list[str] = []
        for cell in row.cells:
            cells += ["<td></td>"] * (cell.col - len(cells) - 1)
            kind = ' class="figures"' if cell.col in figures else ""
            older = self.older(row.id) if not cells else ""
            cells.append(f"<{element}{kind}>{older}{self.inlines.html(cell.inlines)}</{element[:2]}>")
        cells += ["<td></td>"] * (width - len(cells))
        return f"<tr{anchor}>{''.join(cells)}</tr>"


def columns_of_figures(table: Table) -> frozenset[int]:
    """The columns, but the first, that hold nothing but figures below their heads."""
    cells = [cell for row in table.rows if not row.is_label for cell in row.cells]
    words = {cell.col for cell in cells if not _FIGURES.fullmatch(plain(cell.inlines).strip())}
    return frozenset({cell.col for cell in cells if cell.col > 1} - words)


def is_numbered_note(block: Block) -> bool:
    """Whether a block is a note that a number calls."""
    return isinstance(block, Container) and block.kind == "note" and bool(block.n) and not block.type


def _element(element: str, attributes: str, chunks: list[str], mode: str = "1") -> str:
    inner = "\n\n".join(chunks)
    opening = f"{element} {attributes}" if attributes else element
    return f'<{opening} markdown="{mode}">\n\n{inner}\n\n</{element}>'


def _milestone(block: Milestone) -> str:
    if not block.text.strip():
        return '<hr class="milestone">'
    return f'<div class="milestone" role="separator">{escaping.html(block.text.strip())}</div>'


def without_pages(inlines: tuple[Inline, ...]) -> tuple[list[PageBeginning], tuple[Inline, ...]]:
    pages = [inline for inline in inlines if isinstance(inline, PageBeginning)]
    return pages, tuple(inline for inline in inlines if not isinstance(inline, PageBeginning))


def _toc_label(heading: Heading) -> str:
    return " ".join(re.sub(r'["{}\\<>&]', "", plain(heading.inlines)).split())


def label_of(item: Container) -> str:
    """The sign that an item itself begins with: "(1)", "a.", "•"."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph):
        return ""
    text = next((inline for inline in first.inlines if not isinstance(inline, PageBeginning)), None)
    match = _LABEL.match(text.text) if isinstance(text, Text) else None
    return match[1] if match else ""


def without_label(inlines: tuple[Inline, ...], label: str) -> tuple[Inline, ...]:
    """The inlines without the label that their first text begins with."""
    for k, inline in enumerate(inlines):
        if isinstance(inline, Text):
            kept = inline.text.lstrip().removeprefix(label).lstrip(" ")
            return (*inlines[:k], replace(inline, text=kept), *inlines[k + 1 :])
        if not isinstance(inline, PageBeginning):
            break
    return inlines


def own_number(inlines: tuple[Inline, ...], n: str) -> tuple[str, tuple[Inline, ...]]:
    """A note's own printed number and what follows it; nothing where it does not begin with it."""
    for k, inline in enumerate(inlines):
        if isinstance(inline, NoteCall) and inline.n == n:
            return inline.text.strip(), (*inlines[:k], *inlines[k + 1 :])
        if isinstance(inline, Text):
            own = rf"[(\[]?{re.escape(n)}(?:[^\w\s]{{0,2}}(?=\s)|[)\].:]{{0,2}}(?=\D))"
            match = re.match(rf"\s*({own})", inline.text)
            if match:
                rest = replace(inline, text=inline.text[match.end() :].lstrip())
                return match[1], (*inlines[:k], rest, *inlines[k + 1 :])
        if not isinstance(inline, PageBeginning):
            break
    return "", inlines
