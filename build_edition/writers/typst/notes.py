"""Notes for the foot of a page: which are set there, and what stands before each.

The notes of a source, wherever it has them, are set at the foot of the page that calls them. What is called by
nothing stays in its place, or if it stood among the text, at the end of its division.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.apparatus.divisions import Division
from build_edition.tree import flatten, inlines_of
from build_edition.work import (
    Block,
    Container,
    Heading,
    Inline,
    NoteCall,
    Paragraph,
    Section,
    Span,
    Text,
    Work,
    plain,
)
from build_edition.writers.markdown_blocks import own_number
from build_edition.writers.typst import escaping
from build_edition.writers.typst.back.places import PLACE


def called_keys(work: Work) -> frozenset[str]:
    """The keys of all notes that some call leads to."""
    runs = (run for section in work.walk() for run in _runs(section))
    calls = (inline for run in runs for inline in flatten(run) if isinstance(inline, NoteCall))
    return frozenset(call.target for call in calls if call.target)


def opening(note: Container) -> tuple[str, tuple[Block, ...]]:
    """What shows a note's number, as markup, and the note's blocks without it.

    As it is printed with the note, else as the edition supplies it, in brackets.
    """
    first = note.blocks[0] if note.blocks else None
    if not isinstance(first, Paragraph):
        return f"#given{escaping.content(note.n)};", note.blocks
    printed, rest = own_number(_number_whole(first.inlines), note.n)
    if not printed:
        return f"#given{escaping.content(note.n)};", note.blocks
    is_text = plain(rest) != plain(first.inlines)
    shown = escaping.line_start(escaping.markup(printed))
    return (shown if is_text else f"#raised[{shown}];"), (_with(first, rest), *note.blocks[1:])


def _number_whole(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The inlines with a mark of the index, which may follow the number, behind the text that goes on there."""
    match inlines:
        case (Text() as number, Span(kind=kind) as mark, Text() as text, *others) if kind == PLACE:
            return (Text(number.text + text.text, number.start, text.end), mark, *others)
    return inlines


def _with(paragraph: Paragraph, inlines: tuple[Inline, ...]) -> Paragraph:
    return Paragraph(inlines, paragraph.start, paragraph.end, paragraph.kind)


def _runs(section: Section) -> Iterator[tuple[Inline, ...]]:
    if section.heading:
        yield section.heading.inlines
    for block in section.blocks:
        yield from inlines_of(block)


def is_emptied(division: Division, keys: frozenset[str]) -> bool:
    """Whether nothing of a division but its headings is left in place when the notes of `keys` are at the foot."""
    blocks = [block for section in division.walk() for block in section.blocks]
    return bool(blocks) and all(
        isinstance(block, Heading) or (isinstance(block, Container) and block.key in keys) for block in blocks
    )
