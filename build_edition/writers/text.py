"""Plain text: the reading text of a work, its blocks separated by blank lines.

In: a `Work`.  Out: a string. Note calls stand in square brackets, for a bare digit would join the word or the
number before it, and so do words that an editor supplied; [sic] follows an author's slip. Page beginnings are left
out.
"""

from __future__ import annotations

from collections.abc import Iterator

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
)

BREAK = "* * *"


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
            pieces = _pieces(block.blocks)
            if block.kind == "note" and block.n and pieces:
                pieces[0] = f"[{block.n}] {pieces[0]}"
            yield from pieces
        case ItemList():
            for item in block.items:
                yield from _pieces(item.blocks)
        case Table():
            yield from _heading(block.heading)
            yield "\n".join("\t".join(_line(cell.inlines) for cell in row.cells) for row in block.rows)
        case Milestone():
            yield block.text.strip() or BREAK


def _line(inlines: tuple[Inline, ...]) -> str:
    """Inlines on one line; line ends that no rule has joined become spaces."""
    return " ".join("".join(_text(inline) for inline in inlines).split())


def _text(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Span() | Link():
            words = "".join(_text(inner) for inner in inline.inlines)
            return f"[{words}]" if isinstance(inline, Span) and inline.kind == "supplied" else words
        case NoteCall():
            return f"[{inline.text.strip()}]"
    return ""
