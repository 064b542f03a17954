"""A whole work: front matter, its divisions, and at the end of each the footnotes that stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_edition.apparatus.divisions import Division, divisions
from build_edition.apparatus.notes import numbered_notes
from build_edition.tree import flatten, inlines_of
from build_edition.work import Block, Container, Heading, Inline, ItemList, Link, NoteCall, Section, Work
from build_edition.writers.commonmark import escapes
from build_edition.writers.commonmark.blocks import BlockWriter
from build_edition.writers.commonmark.inlines import InlineWriter, Lead
from build_edition.writers.commonmark.names import Names


def front_matter(facts: Mapping[str, str]) -> str:
    """Facts as YAML between two lines of hyphens."""
    return "\n".join(["---", *(f"{name}: {escapes.quoted(fact)}" for name, fact in facts.items()), "---", ""])


def facts_listed(facts: Mapping[str, str]) -> str:
    """The same as a list, for a work among others."""
    return "\n".join(f"- {name.replace('_', ' ')}: {escapes.inline(fact)}" for name, fact in facts.items()) + "\n"


def title_line(name: str, title: str) -> str:
    """The heading of a work among others, to which its id leads."""
    return f'# <a id="{name}"></a>{escapes.inline(title)}\n'


def write_work(work: Work, names: Names, lead: Lead) -> str:
    """The words of a work; `lead` finds what stands elsewhere.

    Among others its headings begin below that of the work, and its footnotes bear its id.
    """
    notes = notes_by_key(work)
    called = dict.fromkeys(call.target for call in _calls(_runs(work, False)) if call.target in notes)
    prefix = f"{names.work_id}." if names.among else ""
    inlines = InlineWriter({key: prefix + label_of_note(key) for key in called}, names, lead)
    writer = BlockWriter(inlines, _depths(work, int(names.among)), names.among or not _is_running(called, notes))
    chunks = [chunk for division in divisions(work) for chunk in division_chunks(division, writer)]
    return "\n\n".join(chunks) + "\n" if chunks else ""


def notes_by_key(work: Work) -> dict[str, Container]:
    """The numbered notes of a work by their keys."""
    return {note.key: note for section in work.walk() for note in numbered_notes(section.blocks) if note.key}


def targets(works: Iterable[Work]) -> frozenset[str]:
    """The passages that links in works lead to, as "smith-1960/4.12"."""
    runs = (run for work in works for run in _runs(work, True))
    links = (inline for run in runs for inline in flatten(run) if isinstance(inline, Link))
    return frozenset(link.target for link in links if link.kind == "passage" and "/" in link.target)


def division_chunks(division: Division, writer: BlockWriter) -> Iterator[str]:
    """The chunks of a division, to be parted by blank lines, its footnotes last."""
    for section in division.sections:
        yield from _section(section, writer)
    own = (note for section in division.walk() for note in numbered_notes(section.blocks))
    yield from (writer.footnote(note) for note in own if note.key in writer.inlines.labels)


def _section(section: Section, writer: BlockWriter) -> Iterator[str]:
    if section.heading:
        yield from writer.heading(section.heading, section.key)
    yield from writer.blocks(section.blocks)
    for below in section.sections:
        yield from _section(below, writer)


def label_of_note(key: str) -> str:
    """The label of a footnote from the key of its note: "4.12" for 4.n12, "12" for n12."""
    division, _, number = key.rpartition(".")
    return ".".join(part for part in (division, number.removeprefix("n").lstrip("-")) if part)


def _is_running(called: Iterable[str], notes: Mapping[str, Container]) -> bool:
    """Whether footnotes that a program counts from 1 get the numbers that they have in print."""
    return [notes[key].n for key in called] == [str(k) for k, _ in enumerate(called, 1)]


def _runs(work: Work, with_notes: bool) -> Iterator[tuple[Inline, ...]]:
    """The runs of inlines of a work in order, with those of its numbered notes or without."""
    for section in work.walk():
        if section.heading:
            yield section.heading.inlines
        for block in section.blocks:
            yield from _runs_of(block, with_notes)


def _runs_of(block: Block, with_notes: bool) -> Iterator[tuple[Inline, ...]]:
    match block:
        case Container(kind="note") if block.key and not with_notes:
            return
        case Container():
            for child in block.blocks:
                yield from _runs_of(child, with_notes)
        case ItemList():
            for item in block.items:
                yield from _runs_of(item, with_notes)
        case _:
            yield from inlines_of(block)


def _calls(runs: Iterable[tuple[Inline, ...]]) -> Iterator[NoteCall]:
    return (inline for run in runs for inline in flatten(run) if isinstance(inline, NoteCall))


def _depths(work: Work, below: int) -> dict[int, int]:
    """The depth of each level of heading, none left out."""
    levels = {section.level for section in work.walk() if section.heading}
    levels |= {heading.level for section in work.walk() for heading in _headings(section.blocks)}
    return {level: depth for depth, level in enumerate(sorted(levels), 1 + below)}


def _headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Container():
                yield from _headings(block.blocks)
            case ItemList():
                yield from _headings(block.items)
