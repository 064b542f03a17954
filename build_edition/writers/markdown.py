"""A work as Markdown: whole, or division by division as the pages of the site.

In: an enriched `Work`.  Out: Markdown for any engine with attribute lists and Markdown inside HTML; nothing
scholarly is left for the engine to resolve.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from build_edition.apparatus.divisions import Division, divisions
from build_edition.apparatus.notes import is_counted, numbered_notes
from build_edition.tree import flatten, inlines_of
from build_edition.work import Block, Container, Heading, ItemList, NoteCall, Section, Work
from build_edition.writers.escaping import html
from build_edition.writers.markdown_blocks import BlockWriter, is_numbered_note
from build_edition.writers.markdown_inline import Anchors, InlineWriter, Remark, Shown

LONE = "lone-notes"  # the id of the sentence about calls without notes
IN_PLACE = 0.8  # of a section's blocks that are notes, for them to stay where they are


@dataclass(frozen=True, slots=True)
class DivisionText:
    """A division as Markdown: its heading, what stands below it, and the notes with what is said of them.

    `lone` are the numbers of calls whose notes the source does not have; a sentence in `notes`, `LONE`, says so.
    """

    heading: str
    body: str
    notes: str
    lone: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "\n\n".join(part for part in (self.heading, self.body, self.notes) if part) + "\n"


def write_document(work: Work) -> str:
    """The whole of an enriched work as one Markdown file."""
    anchors = Anchors()
    notes = notes_by_key(work)
    found = divisions(work)
    levels = {block.level for division in found for block in _headings(division.sections)}
    depths = {level: depth for depth, level in enumerate(sorted(levels), 1)}
    return "\n".join(str(write_division(division, notes, anchors, depths, work.aliases)) for division in found)


def notes_by_key(work: Work) -> dict[str, Container]:
    """Every numbered note of a work, by its key."""
    notes = (note for section in work.walk() for note in numbered_notes(section.blocks))
    return {note.key: note for note in notes if note.key}


def write_division(
    division: Division,
    notes: Mapping[str, Container],
    anchors: Anchors | None = None,
    depths: dict[int, int] | None = None,
    aliases: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    addresses: Mapping[tuple[str, str], str] = MappingProxyType({}),
    decisions: Mapping[Shown, str] = MappingProxyType({}),
) -> DivisionText:
    """One division; `notes` are those of the whole work, for a call's note may stand in another division.

    Without `anchors` it is a page of its own, whose headings begin at the first depth. `aliases` are older ids
    of its passages, `addresses` those of what its links lead to, `decisions` those of what the apparatus tells.
    """
    called = [call.target for call in _calls(division) if call.target in notes]
    own = {note.key for section in division.walk() for note in numbered_notes(section.blocks)}
    moved = frozenset(key for section in division.walk() for key in moved_notes(section))
    copied = [key for key in dict.fromkeys(called) if key not in own]
    inlines = InlineWriter(anchors or Anchors(), {key: f"#{key}" for key in [*own, *copied]}, addresses, decisions)
    writer = BlockWriter(inlines, depths or depths_of(division), moved, aliases)
    at = division.titled or 0
    opening = [chunk for section in division.sections[:at] for chunk in _section(section, writer)]
    first, later = division.sections[at], division.sections[at + 1 :]
    if division.heading:
        opening += writer.heading(division.heading, first.key)
        first = replace(first, heading=None)
    body = [chunk for section in (first, *later) for chunk in _section(section, writer)]
    ending = _end_notes(writer, [notes[key] for key in _in_order(moved, notes)], [notes[key] for key in copied])
    ending += [*_lone(inlines), *_remarks(inlines.remarks)]
    heading, text, notes_below = ("\n\n".join(part) for part in (opening, body, ending))
    return DivisionText(heading, text, notes_below, tuple(inlines.lone))


def _section(section: Section, writer: BlockWriter) -> Iterator[str]:
    heading, blocks = section.heading, section.blocks
    if heading and heading.run_in and blocks and not isinstance(blocks[0], Heading):
        pieces = writer.heading(heading, section.key) + writer.blocks(blocks[:1])
        yield '<div class="run-in" markdown="1">\n\n' + "\n\n".join(pieces) + "\n\n</div>"
        blocks = blocks[1:]
    elif heading:
        yield from writer.heading(heading, section.key)
    yield from writer.blocks(blocks)
    for below in section.sections:
        yield from _section(below, writer)


def _end_notes(writer: BlockWriter, moved: list[Container], copied: list[Container]) -> list[str]:
    """The list of the notes that the page calls, at its end."""
    if not moved and not copied:
        return []
    items = [writer.note(note) for note in moved] + [writer.note(note, is_copy=True) for note in copied]
    depth = min(min(writer.depths.values(), default=1) + 1, 6)
    title = f"{'#' * depth} Notes {{#{writer.inlines.anchors.claim('notes')} .added}}"
    listed = f'<ol class="notes" markdown="1">\n{"".join(items)}</ol>'
    return [
        '<section class="endnotes" role="doc-endnotes" aria-label="Notes" markdown="1">\n\n'
        f"{title}\n\n{listed}\n\n</section>"
    ]


def _lone(inlines: InlineWriter) -> list[str]:
    """One sentence about the calls whose notes the source does not have."""
    if not inlines.lone:
        return []
    which, anchor = in_ranges(inlines.lone), inlines.anchors.claim(LONE)
    said = f"The source has no text for the notes called on this page ({which})."
    return [f'<p class="added lone-notes" id="{anchor}">{said}</p>']


def _remarks(remarks: list[Remark]) -> list[str]:
    """What the editors say of links on the page, at its end."""
    if not remarks:
        return []
    items = "\n".join(
        f'<li id="{one.anchor}"><a class="note-n" href="#{one.call}" role="doc-backlink" '
        f'aria-label="Remark {one.letter}: back to the text">{one.letter}</a> {html(one.text)}</li>'
        for one in remarks
    )
    return [
        '<section class="remarks added" aria-label="Editors’ remarks">\n<h2 class="added">Editors’ remarks</h2>\n'
        f"<ol>\n{items}\n</ol>\n</section>"
    ]


def in_ranges(numbers: list[str]) -> str:
    """Numbers in the order given, runs of consecutive ones drawn together: "1–3, 7, a"."""
    runs: list[tuple[str, str]] = []
    for n in dict.fromkeys(numbers):
        last = runs[-1][1] if runs else ""
        if n.isdecimal() and last.isdecimal() and int(n) == int(last) + 1:
            runs[-1] = (runs[-1][0], n)
        else:
            runs.append((n, n))
    return ", ".join(first if first == last else f"{first}–{last}" for first, last in runs)


def moved_notes(section: Section) -> list[str]:
    """The keys of a section's notes that go to the end of the page: those set among its text."""
    notes = numbered_notes(section.blocks)
    if sum(map(is_numbered_note, section.blocks)) >= IN_PLACE * len(section.blocks):
        return []
    return [note.key for note in notes if note.key and is_counted(note)]


def _in_order(keys: frozenset[str], notes: Mapping[str, Container]) -> list[str]:
    return sorted(keys, key=lambda key: notes[key].start)


def _calls(division: Division) -> Iterator[NoteCall]:
    for section in division.walk():
        runs = [section.heading.inlines] if section.heading else []
        runs += [run for block in section.blocks for run in inlines_of(block)]
        yield from (inline for run in runs for inline in flatten(run) if isinstance(inline, NoteCall))


def depths_of(division: Division) -> dict[int, int]:
    """The depth of each level of heading on a page of its own: 1 for its title, and no depth left out."""
    heading = division.heading
    top = heading.level if heading else 0
    levels = sorted({block.level for block in _headings(division.sections)} - {top})
    return {top: 1} | {level: min(depth, 6) for depth, level in enumerate(levels, 2)}


def _headings(sections: tuple[Section, ...]) -> Iterator[Heading]:
    for section in sections:
        if section.heading:
            yield section.heading
        for block in section.blocks:
            yield from _headings_in(block)
        yield from _headings(section.sections)


def _headings_in(block: Block) -> Iterator[Heading]:
    match block:
        case Heading():
            yield block
        case Container():
            for child in block.blocks:
                yield from _headings_in(child)
        case ItemList():
            for item in block.items:
                yield from _headings_in(item)
