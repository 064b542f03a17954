"""Where the letters of a page stand in the reading text, and its blocks in the source.

The tree is walked as the writer of the page walks it, and what each text says is found again in the page, letter
by letter. A page that does not say the same is refused: nothing is captured by guessing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from build_edition.apparatus.divisions import Division
from build_edition.apparatus.notes import numbered_notes
from build_edition.capture.plain import Plain
from build_edition.errors import TranscriptError
from build_edition.reading import Reading
from build_edition.work import (
    Block,
    Container,
    Heading,
    Inline,
    ItemList,
    Link,
    Milestone,
    NoteCall,
    PageBeginning,
    Paragraph,
    Section,
    Span,
    Table,
    Text,
)
from build_edition.writers.commonmark.blocks import number_and_blocks, signs_of_items
from build_edition.writers.escaping import visible
from build_edition.writers.places import place_of

_SIGN = {"sic": " [sic]", "suspect": "[?]", "conjecture": "[?]"}


@dataclass(frozen=True, slots=True)
class Call:
    """A footnote call of a page: where it stands in the page's text, and its figures in the reading text."""

    at: int
    label: str
    start: int
    end: int


@dataclass
class Standing:
    """Of each letter of a page where it begins and ends in the reading text; −1 for a sign that is none of it.

    `calls` are the footnote calls, and `nodes` the blocks of the tree with the spans of the page where they stand.
    """

    starts: list[int]
    ends: list[int]
    calls: list[Call] = field(default_factory=list)
    nodes: list[tuple[int, int, Block]] = field(default_factory=list)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The span of the reading text from which the letters between two places come; None for signs alone."""
        told = [k for k in range(start, end) if self.starts[k] >= 0]
        return (self.starts[told[0]], self.ends[told[-1]]) if told else None


def stand(page: Plain, division: Division, labels: Mapping[str, str], reading: Reading) -> Standing:
    """Where the letters of the page of a division stand; raises `TranscriptError` where it says something else."""
    walk = _Walk(page, labels, reading)
    for section in division.sections:
        walk.section(section)
    for section in division.walk():
        for note in numbered_notes(section.blocks):
            if note.key in labels:
                _, blocks = number_and_blocks(note, says_number=False)
                with walk.node(note):
                    walk.blocks(blocks, True)
    walk.end()
    return walk.found


class _Walk:
    def __init__(self, page: Plain, labels: Mapping[str, str], reading: Reading) -> None:
        self.text, self.labels, self.reading = page.text, labels, reading
        self.at = 0  # in the page
        self.cursor = 0  # in the reading text
        size = len(page.text)
        self.found = Standing([-1] * size, [-1] * size)

    def section(self, section: Section) -> None:
        if section.heading:
            self.block(section.heading, False)
        self.blocks(section.blocks)
        for below in section.sections:
            self.section(below)

    @contextmanager
    def node(self, node: Block) -> Iterator[None]:
        """Remember of a block where what is walked meanwhile stands."""
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1
        start = self.at
        yield
        if self.at > start:
            self.found.nodes.append((start, self.at, node))

    def blocks(self, blocks: Iterable[Block], in_note: bool = False) -> None:
        for block in blocks:
            self.block(block, in_note)

    def block(self, block: Block, in_note: bool, bullet: str = "") -> None:
        if isinstance(block, Container):
            self.container(block, in_note)
        elif not isinstance(block, Milestone) or block.text.strip("* \n"):
            with self.node(block):
                self.inside(block, in_note, bullet)

    def inside(self, block: Block, in_note: bool, bullet: str) -> None:
        """Walk the words of a block."""
        match block:
            case Paragraph():
                self.run(block.inlines, in_note, bullet)
            case Heading():
                if block.label:
                    self.words(block.label, block.start, block.end)
                self.run(block.inlines, in_note)
            case ItemList():
                self.item_list(block, in_note)
            case Table():
                self.table(block, in_note)
            case Milestone():
                self.words(block.text.strip(), block.start, block.end)

    def container(self, block: Container, in_note: bool) -> None:
        if block.key and block.key in self.labels:
            return
        with self.node(block):
            if block.kind == "note" and block.n:
                number, blocks = number_and_blocks(block, says_number=True)
                self.sign(f"[{visible(number)}]" if number else "")
                self.blocks(blocks, True)
            else:
                self.blocks(block.blocks, in_note)

    def item_list(self, block: ItemList, in_note: bool) -> None:
        for item, (label, sign) in zip(block.items, signs_of_items(block), strict=True):
            with self.node(item):
                for k, child in enumerate(item.blocks):
                    self.block(child, in_note, label if k == 0 and sign == "-" else "")

    def table(self, table: Table, in_note: bool) -> None:
        if table.heading:
            self.block(table.heading, in_note)
        for row in table.rows:
            for cell in sorted(row.cells, key=lambda cell: cell.col):
                self.run(cell.inlines, in_note)

    # inlines

    def run(self, inlines: tuple[Inline, ...], in_note: bool, bullet: str = "") -> None:
        """Walk a run, whose first text begins with a `bullet` that the page does not have."""
        for inline in inlines:
            match inline:
                case Text():
                    self.words(inline.text, inline.start, inline.end, bullet)
                    bullet = ""
                case Span():
                    if inline.kind == "supplied":
                        self.sign("[")
                    self.run(inline.inlines, in_note)
                    self.sign("]" if inline.kind == "supplied" else _SIGN.get(inline.kind, ""))
                case Link():
                    self.run(inline.inlines, in_note)
                case NoteCall():
                    self.call(inline, in_note)
                case PageBeginning():
                    pass

    def call(self, call: NoteCall, in_note: bool) -> None:
        first = last = -1
        if not call.supplied:
            found = place_of(call.text, call.start, call.end, self.reading, self.cursor)
            if found is not None:
                first, last = found, found + len(call.text)
                self.cursor = last
        if not in_note and call.target in self.labels:
            self.found.calls.append(Call(self.at, self.labels[call.target], first, last))
            return
        number = visible(unicodedata.normalize("NFKC", call.text).strip() or call.n)
        here = self.at
        self.sign(number)
        for k in range(here, self.at):
            self.found.starts[k], self.found.ends[k] = first, last

    def sign(self, sign: str) -> None:
        """Pass over what the page has, and the reading text has not."""
        if not sign:
            return
        while self.text[self.at : self.at + 1].isspace() and not sign[0].isspace():
            self.at += 1
        if not self.text.startswith(sign, self.at):
            raise self.other(sign)
        self.at += len(sign)

    def words(self, text: str, start: int, end: int, bullet: str = "") -> None:
        """Find the letters of a text of `source[start:end]` in the page."""
        first = place_of(text, start, end, self.reading, self.cursor)
        if first is None:
            if text.strip():
                raise self.other(text)
            return
        self.cursor = first + len(text)
        k = len(text) - len(text.lstrip().removeprefix(bullet)) if bullet else 0
        while k < len(text):
            letter = visible(text[k])
            if letter == " ":
                self.space(first + k)
                k += 1
                continue
            while self.text[self.at : self.at + 1].isspace() and self.text[self.at] != letter:
                self.at += 1  # between blocks
            if self.text[self.at : self.at + 1] != letter:
                raise self.other(text[k:])
            self.found.starts[self.at], self.found.ends[self.at] = first + k, first + k + 1
            self.at += 1
            k += 1

    def space(self, at: int) -> None:
        """A white space of the reading text; the page has one for many, and none at the ends of blocks."""
        if self.text[self.at : self.at + 1] == " ":
            self.found.starts[self.at], self.found.ends[self.at] = at, at + 1
            self.at += 1
        elif self.at and self.text[self.at - 1] == " " and self.found.ends[self.at - 1] == at:
            self.found.ends[self.at - 1] = at + 1

    def end(self) -> None:
        if self.text[self.at :].strip():
            raise self.other("")

    def other(self, wanted: str) -> TranscriptError:
        here = self.text[self.at : self.at + 30]
        return TranscriptError(f"the page has “{here}” where the text has “{wanted[:30]}”")
