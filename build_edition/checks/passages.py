"""That each passage of a work has an id of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from build_edition.checks.finding import Finding
from build_edition.work import Block, Container, ItemList, Paragraph, Table, Work


def repeated_passages(work_id: str, work: Work) -> Iterator[Finding]:
    """A finding for each passage id that stands more than once in a work."""
    counts = Counter(
        passage for section in work.walk() for block in section.blocks for passage in _ids(block) if passage
    )
    for passage, times in counts.items():
        if times > 1:
            yield Finding.made(
                "passage-twice",
                f"{work_id}/{passage}",
                f"{times} passages bear this id",
                "This is a defect of build-edition; please report it.",
            )


def _ids(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.id
        case Container():
            yield block.id
            for child in block.blocks:
                yield from _ids(child)
        case ItemList():
            for item in block.items:
                yield from _ids(item)
        case Table():
            for row in block.rows:
                yield row.id
