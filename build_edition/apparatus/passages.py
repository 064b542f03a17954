"""Passages: the number of every paragraph, item, row and figure, by which it is cited.

A passage is numbered in its division: "4.12" is the twelfth of chapter 4, "preface.3" the third of the
preface, and "12" the twelfth of an essay without chapters.  The paragraph that opens an item is that item.
A numbered note is cited by its number instead: "4.n12".  What was published keeps its number (`lasting_ids`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import count

from build_edition.apparatus.divisions import CHAPTER, has_chapters
from build_edition.apparatus.lasting_ids import lasting_ids
from build_edition.apparatus.passage_index import passages
from build_edition.edition.ledger import Ledger
from build_edition.work import Block, Container, ItemList, Paragraph, Section, Table, Work


def number_passages(work: Work, ledger: Ledger | None = None) -> Work:
    """The work with the `id` of every passage set; sections must have their keys.

    Those that `ledger` has published keep the ids that it gave out.
    """
    counted = _counted(work, {})
    if ledger is None:
        return counted
    lasting = lasting_ids(passages(counted), ledger, work.transcript.source.sha256)
    vanished = tuple(entry.id for entry in lasting.vanished)
    return replace(_counted(work, lasting.ids), aliases=lasting.aliases, vanished=vanished)


def _counted(work: Work, names: Mapping[str, str]) -> Work:
    numberer = _Numberer(has_chapters(work), names)
    return replace(work, sections=tuple(numberer.section(section) for section in work.sections))


class _Numberer:
    """Counts the passages of one work, from one again in each division, and gives each the name of its count."""

    def __init__(self, by_chapter: bool, names: Mapping[str, str]) -> None:
        self.by_chapter = by_chapter
        self.names = names
        self.prefix = ""
        self.numbers = count(1)

    def section(self, section: Section) -> Section:
        if self.by_chapter and section.key and section.level <= CHAPTER:
            self.prefix, self.numbers = f"{section.key}.", count(1)
        blocks = self.blocks(section.blocks)
        return replace(section, blocks=blocks, sections=tuple(self.section(s) for s in section.sections))

    def next(self) -> str:
        counted = f"{self.prefix}{next(self.numbers)}"
        return self.names.get(counted, counted)

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph(kind="p"):
                return replace(block, id=self.next())
            case Container(kind="item"):
                return self.item(block)
            case Container(kind="figure"):
                return replace(block, id=self.next())
            case Container(kind="note") if block.key:
                return replace(block, id=block.key)
            case Container():
                return replace(block, blocks=self.blocks(block.blocks))
            case ItemList():
                return replace(block, items=tuple(self.item(item) for item in block.items))
            case Table():
                return replace(block, rows=tuple(replace(row, id=self.next()) for row in block.rows))
            case _:
                return block

    def item(self, item: Container) -> Container:
        own = self.next()
        opens = 1 if item.blocks and isinstance(item.blocks[0], Paragraph) else 0
        return replace(item, id=own, blocks=(*item.blocks[:opens], *self.blocks(item.blocks[opens:])))
