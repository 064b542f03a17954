"""The text of a work as Typst markup: its divisions in order, their notes at the foot of their calls' pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_edition.apparatus.divisions import Division, divisions, has_chapters
from build_edition.apparatus.notes import numbered_notes
from build_edition.pipeline import EditionWork
from build_edition.work import Block, Container, Heading, ItemList, Section, Work
from build_edition.writers.markdown import in_ranges, moved_notes, notes_by_key
from build_edition.writers.typst import escaping, labels
from build_edition.writers.typst.blocks import OF_BOOK, OF_ESSAY, BlockWriter, bare_title
from build_edition.writers.typst.inlines import InlineWriter
from build_edition.writers.typst.notes import called_keys, is_emptied
from build_edition.writers.typst.setting import Setting

MOVED = "The notes of this part stand at the foot of the pages that call them."


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the title of a division at its `depth`, and the label of its beginning."""

    depth: int
    title: str
    label: str


def write_work(item: EditionWork, setting: Setting, below: int = 0) -> tuple[str, tuple[Entry, ...]]:
    """The text of a work and what the contents list of it; its headings are `below` others."""
    assert item.work is not None
    writer = _TextWriter(item.work, item.record.id, setting, below)
    parts = [part for division in divisions(item.work) for part in writer.division(division)]
    return "\n".join(parts) + "\n", tuple(writer.entries)


class _TextWriter:
    """Writes the divisions of one work."""

    def __init__(self, work: Work, work_id: str, setting: Setting, below: int) -> None:
        self.work_id, self.setting, self.below = work_id, setting, below
        self.notes: Mapping[str, Container] = notes_by_key(work)
        self.called = called_keys(work) & self.notes.keys()
        self.inlines = InlineWriter(work_id, setting, self.notes, lambda note: self.blocks.note(note))
        styles = OF_BOOK if has_chapters(work) else OF_ESSAY
        self.blocks = BlockWriter(self.inlines, depths(work, below), self.called, styles, depth=below)
        self.entries: list[Entry] = []

    def division(self, division: Division) -> Iterator[str]:
        """One division: its beginning, its sections, and what is said of its notes."""
        self.blocks.elsewhere = {
            key for section in division.walk() for key in moved_notes(section) if key not in self.called
        }
        self.inlines.lone = []
        self.inlines.led.clear()
        title = division.title or division.label
        depth = 1 + (1 if division.part and not division.is_part else 0)
        kind = "part" if division.is_part else "division"
        label = self.setting.claim(labels.of_passage(self.work_id, division.key)) if division.key else ""
        label = label or self.setting.claim(labels.of_work(self.work_id))
        running = running_title(division)
        yield (
            f"#division({escaping.string(kind)}, running: {escaping.string(running)}, "
            f"label-name: {escaping.string(label)});"
        )
        if title and division.key:
            self.entries.append(Entry(depth, contents_title(division), label))
        elif title and not self.below:  # an essay, which is one division
            self.entries.append(Entry(depth, title, label))
        self.blocks.is_flush = True
        for section in division.sections:
            yield from self.section(section)
        yield from self.ending(division)

    def section(self, section: Section) -> Iterator[str]:
        yield from self.blocks.section(section)
        for below in section.sections:
            yield from self.section(below)

    def ending(self, division: Division) -> Iterator[str]:
        """What the edition says at the end of a division: of notes moved, not called, or not in the source."""
        if is_emptied(division, self.called):
            yield f"#says[{MOVED}];"
        own = [note for section in division.walk() for note in numbered_notes(section.blocks)]
        uncalled = [note for note in own if note.key in self.blocks.elsewhere]
        if uncalled:
            yield f"#uncalled({len(uncalled)});"
            yield from (self.blocks.listed_note(note) for note in uncalled)
        if self.inlines.lone:
            which = escaping.markup(in_ranges(self.inlines.lone))
            yield f"#says[The source has no text for the notes called here ({which}).];"


def depths(work: Work, below: int) -> dict[int, int]:
    """The depth in the PDF of each level of heading in a work."""
    levels = sorted({heading.level for section in work.sections for heading in _headings(section)})
    return {level: depth for depth, level in enumerate(levels, below + 1)}


def _headings(section: Section) -> Iterator[Heading]:
    if section.heading:
        yield section.heading
    for block in section.blocks:
        yield from _within(block)
    for below in section.sections:
        yield from _headings(below)


def _within(block: Block) -> Iterator[Heading]:
    match block:
        case Heading():
            yield block
        case Container():
            for child in block.blocks:
                yield from _within(child)
        case ItemList():
            for item in block.items:
                yield from _within(item)


def running_title(division: Division) -> str:
    """A division's title for the head of its pages; empty for an essay, whose work the other page names."""
    if not division.key:
        return ""
    return bare_title(division.heading) if division.heading else division.title


def contents_title(division: Division) -> str:
    """A division's title for the contents: "4. The Title", "Part 2. The Title"."""
    title = division.title or division.label
    if division.key.isdecimal() and not title[:1].isdigit() and division.title != division.label:
        return f"{division.key}. {title}"
    if division.is_part and division.label and division.title:
        return f"{division.label.capitalize()}. {title}"
    return title
