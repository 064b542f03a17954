"""What the PDF of a work must say, told from its tree: its text, the notes at the foot, and the words added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from build_edition.apparatus.divisions import divisions
from build_edition.tree import flatten, inlines_of
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
    Section,
    Span,
    Table,
    Text,
    Work,
    plain,
)
from build_edition.writers.markdown import in_ranges, moved_notes, notes_by_key
from build_edition.writers.markdown_blocks import label_of, own_number, without_label
from build_edition.writers.markdown_inline import lettered
from tests.shown import words

MOVED = "The notes of this part stand at the foot of the pages that call them."
CALLS = "\ue000"  # after what calls a note, until the words are counted


@dataclass(slots=True)
class Told:
    """The words of `body` and of each of `notes` in the order of their calls.

    `calls` are the places in `body` of the words that call each note, `headers` those of tables, `own` what of all
    this is the source's and not added.
    """

    body: list[str] = field(default_factory=list)
    notes: list[list[str]] = field(default_factory=list)
    headers: list[list[str]] = field(default_factory=list)
    calls: list[int] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0


def tell(work: Work) -> Told:
    """What the PDF of a work must say."""
    return Teller(work).tell()


class Teller:
    """Walks a work as its PDF must be read."""

    def __init__(self, work: Work) -> None:
        self.work, self.told = work, Told()
        self.notes = notes_by_key(work)
        runs = [run for section in work.walk() for run in _runs(section)]
        self.called = {
            i.target for run in runs for i in flatten(run) if isinstance(i, NoteCall)
        } & self.notes.keys()
        self.set: set[str] = set()
        self.letters = 0
        self.uncalled: list[Container] = []
        self.lone: list[str] = []

    def tell(self) -> Told:
        for division in divisions(self.work):
            self.uncalled, self.lone = [], []
            for section in division.walk():
                if section.heading:
                    self.block(section.heading)
                for block in section.blocks:
                    self.block(block)
            self.told.body += self.ending(list(division.walk()))
        return self.told

    def ending(self, sections: list[Section]) -> list[str]:
        out: list[str] = []
        blocks = [block for section in sections for block in section.blocks]
        if blocks and all(
            isinstance(b, Heading) or (isinstance(b, Container) and b.key in self.called) for b in blocks
        ):
            out += MOVED.split()
        if self.uncalled:
            one = "A note that nothing in the text calls:" if len(self.uncalled) == 1 else ""
            out += (one or "Notes that nothing in the text calls:").split()
            out += [word for note in self.uncalled for word in self.note(note)]
        if self.lone:
            out += f"The source has no text for the notes called here ({in_ranges(self.lone)}).".split()
        return out

    def block(self, block: Block) -> None:
        for text in self.lines(block):
            for word in words(text).split():
                self.told.calls += [len(self.told.body)] * word.count(CALLS)
                self.told.body.append(word.replace(CALLS, ""))

    def lines(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph():
                self.told.paragraphs += 1
                yield self.line(block.inlines)
            case Heading():
                self.told.own.append(block.label)
                yield block.label
                yield self.line(block.inlines)
            case Container() if block.kind == "note" and block.n and not block.type:
                if block.key in self.called:
                    return
                if self.is_moved(block):
                    self.uncalled.append(block)
                else:
                    yield " ".join(self.note(block))
            case Container():
                for child in block.blocks:
                    yield from self.lines(child)
            case ItemList():
                own = [label_of(item) for item in block.items]
                for n, item in enumerate(block.items, 1):
                    yield "" if all(own) or block.type else f"{n}." if block.ordered else "•"
                    yield from self.item(item, own[n - 1] if all(own) else "")
            case Table():
                yield from self.table(block)
            case Milestone():
                self.told.own.append(block.text)
                yield block.text.strip()

    def item(self, item: Container, label: str) -> Iterator[str]:
        """An item under its own label, which stands in a column of its own."""
        first = item.blocks[0] if item.blocks else None
        if not isinstance(first, Paragraph):
            for child in item.blocks:
                yield from self.lines(child)
            return
        self.told.paragraphs += 1
        self.told.own.append(label)
        yield label
        yield self.line(without_label(first.inlines, label))
        for child in item.blocks[1:]:
            yield from self.lines(child)

    def table(self, table: Table) -> Iterator[str]:
        self.told.tables += 1
        if table.heading:
            yield from self.lines(table.heading)
        header: list[str] = []
        is_head = True
        for row in table.rows:
            is_head = is_head and row.is_label
            for cell in row.cells:
                text = self.line(cell.inlines)
                header += words(text).split() if is_head else []
                yield text
        if header:
            self.told.headers.append(header)

    def is_moved(self, note: Container) -> bool:
        return any(note.key in moved_notes(section) for section in self.work.walk())

    def line(self, inlines: tuple[Inline, ...]) -> str:
        return "".join(self.inline(inline) for inline in inlines)

    def inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                self.told.own.append(inline.text)
                return inline.text
            case Span():
                inner = self.line(inline.inlines)
                around = {"supplied": "[{}]", "conjecture": "⟨{}⟩", "sic": "{} [sic]"}.get(inline.kind, "{}")
                return around.replace("{}", inner)
            case Link():
                inner = self.line(inline.inlines)
                if inline.note:
                    letter = lettered(self.letters)
                    self.letters += 1
                    self.told.notes.append(f"{letter} Editors: {words(inline.note)}".split())
                    inner += letter + CALLS
                return inner
            case NoteCall():
                return self.call(inline)
        return ""

    def call(self, call: NoteCall) -> str:
        note = self.notes.get(call.target)
        if note is None:
            self.lone.append(call.n)
        elif call.target not in self.set:
            self.set.add(call.target)
            at = len(self.told.notes)
            self.told.notes.append([])
            self.told.notes[at] += self.note(note)
            return call.text.strip() + CALLS
        return call.text.strip()

    def note(self, note: Container) -> list[str]:
        """A note under its own number."""
        first = note.blocks[0] if note.blocks and isinstance(note.blocks[0], Paragraph) else None
        number, rest = own_number(first.inlines, note.n) if first else ("", ())
        texts = [number or note.n]
        if first:
            self.told.paragraphs += 1
            self.told.own.append(number if plain(rest) != plain(first.inlines) else "")
            texts.append(self.line(rest))
        for child in note.blocks[1 if first else 0 :]:
            texts += self.lines(child)
        return [word for text in texts for word in words(text).split()]


def _runs(section: Section) -> Iterator[tuple[Inline, ...]]:
    if section.heading:
        yield section.heading.inlines
    for block in section.blocks:
        yield from inlines_of(block)
