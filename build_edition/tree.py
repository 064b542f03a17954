"""Walking and changing the tree of a work, for the apparatus and the writers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from build_edition.work import (
    Block,
    Container,
    Heading,
    Inline,
    ItemList,
    Link,
    Milestone,
    Paragraph,
    Section,
    Span,
    Table,
    Text,
)


def inlines_of(block: Block) -> Iterator[tuple[Inline, ...]]:
    """Every run of inlines in a block, in order."""
    match block:
        case Paragraph():
            yield block.inlines
        case Heading():
            yield from _of_heading(block)
        case Container():
            for child in block.blocks:
                yield from inlines_of(child)
        case ItemList():
            for item in block.items:
                yield from inlines_of(item)
        case Table():
            if block.heading:
                yield from _of_heading(block.heading)
            for row in block.rows:
                for cell in row.cells:
                    yield cell.inlines
        case Milestone():
            if block.text:
                yield (Text(block.text, block.start, block.end),)


def _of_heading(heading: Heading) -> Iterator[tuple[Inline, ...]]:
    if heading.label:
        yield (Text(heading.label, heading.start, heading.start),)
    yield heading.inlines


def flatten(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Every inline, those inside spans and links too, in order."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Span | Link):
            yield from flatten(inline.inlines)


def map_blocks(section: Section, change: Callable[[Block], Block]) -> Section:
    """The section with `change` applied to each block of it and of the sections below, in reading order."""
    blocks = tuple(change(block) for block in section.blocks)
    return replace(section, blocks=blocks, sections=tuple(map_blocks(below, change) for below in section.sections))


def map_run(inlines: tuple[Inline, ...], change: Callable[[Inline], Inline]) -> tuple[Inline, ...]:
    """The inlines with `change` applied to each, those inside spans and links first."""

    def inner(inline: Inline) -> Inline:
        if isinstance(inline, Span | Link):
            return replace(inline, inlines=map_run(inline.inlines, change))
        return inline

    return tuple(change(inner(inline)) for inline in inlines)


def map_inlines(block: Block, change: Callable[[Inline], Inline]) -> Block:
    """The block with `change` applied to each of its inlines, those inside spans first."""
    return map_runs(block, lambda inlines: map_run(inlines, change))


def map_runs(block: Block, change: Callable[[tuple[Inline, ...]], tuple[Inline, ...]]) -> Block:
    """The block with `change` applied to each run of inlines in it, those of headings too."""
    match block:
        case Paragraph() | Heading():
            return replace(block, inlines=change(block.inlines))
        case Container():
            return replace(block, blocks=tuple(map_runs(child, change) for child in block.blocks))
        case ItemList():
            items = tuple(
                replace(item, blocks=tuple(map_runs(child, change) for child in item.blocks))
                for item in block.items
            )
            return replace(block, items=items)
        case Table():
            rows = tuple(
                replace(row, cells=tuple(replace(cell, inlines=change(cell.inlines)) for cell in row.cells))
                for row in block.rows
            )
            heading = replace(block.heading, inlines=change(block.heading.inlines)) if block.heading else None
            return replace(block, rows=rows, heading=heading)
        case Milestone():
            return block
