"""A division of a work as the body of a sheet: its heading, its text, the notes it calls, what the editors say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from build_edition.apparatus.divisions import Division, divisions
from build_edition.apparatus.notes import numbered_notes
from build_edition.tree import flatten, inlines_of
from build_edition.work import Container, Heading, NoteCall, Section, Work
from build_edition.writers.epub.blocks import BlockWriter, run_in
from build_edition.writers.epub.inlines import Aside, InlineWriter, PageSpot
from build_edition.writers.escaping import attribute, html
from build_edition.writers.markdown import depths_of, in_ranges, moved_notes, notes_by_key
from build_edition.writers.markdown_inline import Anchors, Shown

Key = tuple[str, str]
# What a division is by its key, where the key says; else it is a chapter.
_KINDS = {
    name: f'epub:type="{name}" role="doc-{name}"'
    for name in ("preface", "foreword", "introduction", "conclusion", "epilogue", "afterword", "prologue")
}


@dataclass(frozen=True, slots=True)
class DivisionBody:
    """A division as XHTML, with the printed pages that begin in it, in order."""

    xhtml: str
    pages: tuple[PageSpot, ...]


class WorkWriter:
    """Writes the divisions of one work, each a sheet of its own in the same folder.

    `addresses` gives for each sheet, by its name, what the links on it lead to, and `decisions` is where the
    apparatus tells of what shows a decision; `names` are the names of the sheets, division by division.
    """

    def __init__(self, work: Work, names: tuple[str, ...], decisions: Mapping[Shown, str]) -> None:
        self.work, self.decisions = work, decisions
        self.divisions = divisions(work)
        self.names = names
        self.notes = notes_by_key(work)
        self.standing = {
            note.key: name
            for name, division in zip(names, self.divisions, strict=True)
            for section in division.walk()
            for note in numbered_notes(section.blocks)
            if note.key
        }
        self.calls: dict[str, str] = {}  # by the key of a note the sheet of its first call
        for name, division in zip(names, self.divisions, strict=True):
            for call in _calls(division):
                if call.target in self.notes:
                    self.calls.setdefault(call.target, name)

    def write(self, name: str, title: str, addresses: Mapping[Key, str]) -> DivisionBody:
        """The division on the sheet `name`; `title` heads it where the text itself has no heading."""
        division = self.divisions[self.names.index(name)]
        moved = frozenset(key for section in division.walk() for key in moved_notes(section))
        notes = {key: f"{'' if sheet == name else sheet}#{key}" for key, sheet in self.standing.items()}
        calls = {key: f"{'' if sheet == name else sheet}#call-{key}" for key, sheet in self.calls.items()}
        inlines = InlineWriter(Anchors(), notes, addresses, self.decisions)
        writer = BlockWriter(inlines, depths_of(division), moved, self.work.aliases, calls)
        pieces = [*_body(division, writer, title)]
        listed = sorted(moved, key=lambda key: self.notes[key].start)
        pieces += [*_notes(writer, [self.notes[key] for key in listed]), *_lone(inlines)]
        pieces += _asides(inlines.asides)
        kind = _KINDS.get(division.key, 'epub:type="chapter" role="doc-chapter"')
        if division.is_part:
            kind = 'epub:type="part" role="doc-part"'
        label = f' aria-label="{attribute(title)}"'
        return DivisionBody(f"<section {kind}{label}>\n" + "\n".join(pieces) + "\n</section>", (*inlines.pages,))


def _body(division: Division, writer: BlockWriter, title: str) -> Iterator[str]:
    at = division.titled or 0
    for section in division.sections[:at]:
        yield from _section(section, writer)
    first, later = division.sections[at], division.sections[at + 1 :]
    if division.heading:
        yield from writer.heading(division.heading, first.key)
        first = replace(first, heading=None)
    else:
        yield f'<h1 class="added">{html(title)}</h1>'
    for section in (first, *later):
        yield from _section(section, writer)


def _section(section: Section, writer: BlockWriter) -> Iterator[str]:
    heading, blocks = section.heading, section.blocks
    if heading and heading.run_in and blocks and not isinstance(blocks[0], Heading):
        yield run_in(writer.heading(heading, section.key) + writer.blocks(blocks[:1]))
        blocks = blocks[1:]
    elif heading:
        yield from writer.heading(heading, section.key)
    yield from writer.blocks(blocks)
    for below in section.sections:
        yield from _section(below, writer)


def _notes(writer: BlockWriter, notes: list[Container]) -> list[str]:
    """The notes that stood at the feet of printed pages, at the end of the sheet.

    They have no heading: where a reading system shows them at their calls alone, it would head nothing.
    """
    if not notes:
        return []
    inner = "\n".join(writer.note(note) for note in notes)
    return [f'<section class="endnotes" epub:type="footnotes" aria-label="Notes">\n{inner}\n</section>']


def _lone(inlines: InlineWriter) -> list[str]:
    """One sentence about the calls whose notes the source does not have."""
    if not inlines.lone:
        return []
    which = in_ranges(inlines.lone)
    return [f'<p class="added lone-notes">The source has no text for the notes called here ({html(which)}).</p>']


def _asides(asides: list[Aside]) -> list[str]:
    """What the editors say of words on the sheet; reading systems show each where its call is touched."""
    inner = "\n".join(
        f'<aside class="editorial" epub:type="footnote" role="doc-footnote" id="{one.anchor}"><p>'
        f'<a class="note-n" href="#{one.call}" role="doc-backlink" aria-label="Back to the text">{one.sign}</a> '
        f"{html(one.text)}</p></aside>"
        for one in asides
    )
    if not inner:
        return []
    return [f'<section class="remarks added" aria-label="Editors’ remarks">\n{inner}\n</section>']


def _calls(division: Division) -> Iterator[NoteCall]:
    for section in division.walk():
        runs = [section.heading.inlines] if section.heading else []
        runs += [run for block in section.blocks for run in inlines_of(block)]
        yield from (inline for run in runs for inline in flatten(run) if isinstance(inline, NoteCall))
