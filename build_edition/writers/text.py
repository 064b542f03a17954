"""Plain text: the reading text of a work, its blocks separated by blank lines.

In: a `Work`.  Out: a string. Note calls stand in square brackets, for a bare digit would join the word or the
number before it, and so do words that an editor supplied; [sic] follows an author's slip, [?] what is doubtful or
a conjecture. A note begins with its number, in brackets where its own words do not have it. Page beginnings are
left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_edition.work import (
    Block,
    Container,
    Heading,
    Inline,
    ItemList,
    Link,
    Milestone,
    NoteCall,
    Paragraph,
    Span,
    Table,
    Text,
    Work,
    plain,
)
from build_edition.writers.markdown_blocks import own_number

BREAK = "* * *"
SIGNS = {"sic": " [sic]", "suspect": "[?]", "conjecture": "[?]"}  # behind the words that they are about


def write_text(work: Work) -> str:
    """The work as plain text; empty where the work is."""
    blocks = [piece for section in work.walk() for piece in _heading(section.heading) + _pieces(section.blocks)]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _heading(heading: Heading | None) -> list[str]:
    if heading is None:
        return []
    return [line for line in (heading.label, _line(heading.inlines)) if line]


def _pieces(blocks: tuple[Block, ...]) -> list[str]:
    return [piece for block in blocks for piece in _block(block) if piece]


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _line(block.inlines)
        case Heading():
            yield from _heading(block)
        case Container():
            yield from _note(block) if block.kind == "note" and block.n else _pieces(block.blocks)
        case ItemList():
            for item in block.items:
                yield from _pieces(item.blocks)
        case Table():
            yield from _heading(block.heading)
            yield "\n".join("\t".join(_line(cell.inlines) for cell in row.cells) for row in block.rows)
        case Milestone():
            yield block.text.strip() or BREAK


def _note(note: Container) -> list[str]:
    """A note under its number: that of its own words, or else the number in brackets, as its call has it."""
    opening, blocks = f"[{note.n}] ", note.blocks
    if blocks and isinstance(first := blocks[0], Paragraph):
        number, rest = own_number(first.inlines, note.n)
        if number and plain(rest) != plain(first.inlines):
            opening = ""
        else:
            blocks = (replace(first, inlines=rest or first.inlines), *blocks[1:])
    pieces = _pieces(blocks)
    return [opening + pieces[0], *pieces[1:]] if pieces else []


def _line(inlines: tuple[Inline, ...]) -> str:
    """Inlines on one line; line ends that no rule has joined become spaces."""
    return " ".join("".join(_text(inline) for inline in inlines).split())


def _text(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Span() | Link():
            words = "".join(_text(inner) for inner in inline.inlines)
            if isinstance(inline, Link):
                return words
            return f"[{words}]" if inline.kind == "supplied" else words + SIGNS.get(inline.kind, "")
        case NoteCall():
            return f"[{inline.text.strip()}]"
    return ""
