"""Blocks as XHTML for reading systems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from build_edition.work import Block, Container, Heading, ItemList, Milestone, Paragraph, Table, plain
from build_edition.writers import escaping
from build_edition.writers.markdown_blocks import (
    ELEMENTS,
    is_numbered_note,
    label_of,
    own_number,
    without_label,
    without_pages,
)
from build_edition.writers.markdown_blocks import BlockWriter as HtmlWriter

_TYPES = {"epigraph": ' epub:type="epigraph" role="doc-epigraph"'}


@dataclass(slots=True)
class BlockWriter(HtmlWriter):
    """Writes the blocks of one sheet; tables are written as they are for the site.

    Notes whose key is in `elsewhere` are left out, for they stand at the end of the sheet. `calls` gives the
    address of the first call of each note, by its key.
    """

    calls: Mapping[str, str] = field(default_factory=dict)

    def blocks(self, blocks: Iterable[Block]) -> list[str]:
        """The elements that blocks make, in order."""
        waiting = list(blocks)
        out: list[str] = []
        while waiting:
            block = waiting.pop(0)
            if isinstance(block, Heading) and block.run_in and waiting and isinstance(waiting[0], Paragraph):
                following = waiting.pop(0)
                out.append(run_in([*self.heading(block, ""), *self.block(following)]))
            else:
                out += self.block(block)
        return out

    def block(self, block: Block) -> list[str]:
        if is_numbered_note(block):
            assert isinstance(block, Container)
            return [] if block.key and block.key in self.elsewhere else [self.note(block)]
        if isinstance(block, Milestone):
            return [_milestone(block)]
        return HtmlWriter.block(self, block)

    def paragraph(self, block: Paragraph, prefix: str = "") -> str:
        text = prefix + self.older(block.id) + self.inlines.html(block.inlines)
        continues = " continues" if block.continues else ""
        return f'<p class="{escaping.attribute(block.kind)}{continues}"{self.named(block.id)}>{text}</p>'

    def opening(self, block: Paragraph, prefix: str, name: str) -> str:
        """The paragraph that an item begins with: it shows the number that is the item's."""
        written = self.paragraph(block, prefix)
        return written.replace("<p ", f'<p data-n="{escaping.attribute(name)}" ', 1) if name else written

    def named(self, name: str) -> str:
        """The id of a passage, and its number for style to show."""
        if not name:
            return ""
        anchor = escaping.attribute(self.inlines.anchors.claim(name))
        return f' id="{anchor}" data-n="{escaping.attribute(name)}"'

    def heading(self, block: Heading, key: str) -> list[str]:
        """The heading, and before it the beginnings of the pages that it opens."""
        pages, rest = without_pages(block.inlines)
        out = [f'<div class="pb-line">{"".join(map(self.inlines.page, pages))}</div>'] if pages else []
        text = self.inlines.html(rest)
        if block.label:
            text = f'<span class="label">{escaping.html(block.label)}</span> {text}'
        element = f"h{self.depths.get(block.level, min(block.level + 1, 6))}"
        anchor = f' id="{escaping.attribute(self.inlines.anchors.claim(key))}"' if key else ""
        caps = block.title.isupper() and len(block.title) > 4
        kinds = " ".join(name for name, holds in (("run-in", block.run_in), ("caps", caps)) if holds)
        told = f' class="{kinds}"' if kinds else ""
        return [*out, f"<{element}{anchor}{told}>{text}</{element}>"]

    def container(self, block: Container) -> str:
        element, name = ELEMENTS.get(block.kind, ("div", block.kind))
        kind = f"{name} {name}-{block.type}" if block.type else name
        told = f'class="{escaping.attribute(kind)}"{self.named(block.id)}{_TYPES.get(block.kind, "")}'
        if block.kind == "floatingText":
            told += f' epub:type="sidebar" aria-label="{self.counted("Sidebar")}"'
        elif element == "aside":  # no landmark: a remark of the source about itself
            element = "div"
        inner = "\n".join([self.older(block.id), *self.blocks(block.blocks)])
        return f"<{element} {told}>\n{inner}\n</{element}>"

    def counted(self, name: str) -> str:
        """What a landmark of the sheet is called, so that no two are alike: "Table", "Table 2"."""
        return self.inlines.anchors.claim(name.casefold()).replace("-", " ").capitalize()

    def table(self, table: Table) -> str:
        made = HtmlWriter.table(self, table)
        return (
            made if table.heading else made.replace('aria-label="Table"', f'aria-label="{self.counted("Table")}"')
        )

    def item_list(self, block: ItemList) -> str:
        labelled = all(label_of(item) for item in block.items)
        element = "ol" if block.ordered and not labelled else "ul"
        kinds = f"list{f' list-{block.type}' if block.type else ''}{' labelled' if labelled else ''}"
        items = "\n".join(self.item(item, labelled) for item in block.items)
        return f'<{element} class="{escaping.attribute(kinds)}">\n{items}\n</{element}>'

    def item(self, item: Container, labelled: bool) -> str:
        label = label_of(item) if labelled else ""
        anchor = f' id="{escaping.attribute(self.inlines.anchors.claim(item.id))}"' if item.id else ""
        prefix = self.older(item.id)
        prefix += f'<span class="label">{escaping.html(label)}</span> ' if label else ""
        first = item.blocks[0] if item.blocks else None
        if not isinstance(first, Paragraph):
            return f"<li{anchor}>{prefix}{''.join(self.blocks(item.blocks))}</li>"
        opening = self.opening(replace(first, inlines=without_label(first.inlines, label)), prefix, item.id)
        return f"<li{anchor}>{opening}{''.join(self.blocks(item.blocks[1:]))}</li>"

    def note(self, note: Container, is_copy: bool = False) -> str:  # noqa: ARG002 - its parent's
        """One note, its number a link back to its call.

        One that stands in its place is no `aside`, for reading systems leave those out of the page.
        """
        element = "aside" if note.key in self.elsewhere else "div"
        anchor = escaping.attribute(self.inlines.anchors.claim(note.key or f"n{note.n}"))
        first = note.blocks[0] if note.blocks and isinstance(note.blocks[0], Paragraph) else None
        number, rest = own_number(first.inlines, note.n) if first else ("", ())
        is_text = first is not None and plain(rest) != plain(first.inlines)
        prefix = self.note_number(note, number, is_text)
        if first:
            blocks = [self.paragraph(replace(first, inlines=rest, id=""), prefix), *self.blocks(note.blocks[1:])]
        else:
            blocks = [f"<p>{prefix.strip()}</p>", *self.blocks(note.blocks)]
        told = f'class="note" epub:type="footnote" role="doc-footnote" id="{anchor}"'
        return f"<{element} {told}>\n{''.join(blocks)}\n</{element}>"

    def called_at(self, note: Container) -> str:
        """The address of the call of a note, on whichever sheet it stands."""
        return self.calls.get(note.key, "")


def run_in(pieces: list[str]) -> str:
    """A heading and the paragraph that it runs into."""
    return f'<div class="run-in">\n{"".join(pieces)}\n</div>'


def _milestone(block: Milestone) -> str:
    if not block.text.strip():
        return '<hr class="milestone"/>'
    return f'<p class="milestone">{escaping.html(block.text.strip())}</p>'
