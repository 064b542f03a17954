"""The texts of a tree, each parted by what was changed in it.

A text of the tree says what is read, and between which offsets of the source; here it is found again in the
reading text, which knows letter by letter what is the source's own. Every change is told once: at the first text
that reads something of it, and where a whole line is left out, before the text that follows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from build_edition.transcript import Intervention
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
    Span,
    Table,
    Text,
    Work,
)
from build_edition.writers.places import place_of
from build_edition.writers.tei.told import Piece, by_words, is_told

_OWN = frozenset({"conjecture", "supplied"})  # spans that are an intervention, whole


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of the tree: the node that has them, and the offsets of the source between which they stand."""

    node: object
    text: str
    start: int
    end: int
    inside: bool = False  # a span that is an intervention, before which all that is left out there stands


class Strands:
    """The changes in the texts of one work, by the node that has the text."""

    def __init__(self, work: Work) -> None:
        transcript = work.transcript
        self.source = transcript.source.text
        self.reading = transcript.reading
        replaced = iter(transcript.interventions)
        self.made = [None if own else next(replaced) for own in self.reading.kept]
        self.by_span = {(one.start, one.end): one for one in transcript.interventions}
        self.owned: set[Intervention] = set()
        self.spans: dict[int, Intervention] = {}
        self.raw: dict[int, list[Piece]] = {}
        self.homeless: list[Piece] = []  # what is left out behind all that is read
        listed = list(self.words(work))
        self.of_spans = frozenset(self.owned)
        begins = {one: at for at, one in zip(self.reading.starts, self.made, strict=True) if one is not None}
        # where a text or a span begins in the reading text and in the source, and its node
        order = [(begins[this], this.start, node) for node, this in self.spans.items()]
        cursor = 0
        for words in listed:
            first = self.find(words, cursor)
            if first is not None:
                cursor = first + len(words.text)
                self.raw[id(words.node)] = list(self.parted(words, first, cursor))
                order += [] if words.inside else [(first, words.start, id(words.node))]
        self.add_what_is_left_out(order)
        self.pieces: Mapping[int, list[Piece]] = {
            node: by_words(pieces) for node, pieces in self.raw.items() if any(piece.made for piece in pieces)
        }

    def of(self, node: object, text: str) -> list[Piece]:
        """The pieces of the text of a node; the whole of it where nothing is told."""
        return self.pieces.get(id(node)) or [Piece(text)]

    def of_span(self, span: Span) -> Piece | None:
        """What the source has instead of a conjecture or of supplied words; None where a span around it tells."""
        this = self.spans.get(id(span))
        return None if this is None else Piece(this.reading, self.source[this.start : this.end], (this,))

    def words(self, work: Work) -> Iterator[_Words]:
        """The words of a work in the order in which they are written."""
        for section in work.walk():
            if section.heading:
                yield from self.of_block(section.heading)
            for block in section.blocks:
                yield from self.of_block(block)

    def of_block(self, block: Block) -> Iterator[_Words]:
        match block:
            case Paragraph():
                yield from self.of_run(block.inlines)
            case Heading():
                yield _Words(block, block.label, block.start, block.end)
                yield from self.of_run(block.inlines)
            case Container():
                for inner in block.blocks:
                    yield from self.of_block(inner)
            case ItemList():
                for item in block.items:
                    yield from self.of_block(item)
            case Table():
                if block.heading:
                    yield from self.of_block(block.heading)
                for row in block.rows:
                    for cell in sorted(row.cells, key=lambda cell: cell.col):
                        yield from self.of_run(cell.inlines)
            case Milestone():
                yield _Words(block, block.text, block.start, block.end)

    def of_run(self, inlines: tuple[Inline, ...]) -> Iterator[_Words]:
        for inline in inlines:
            match inline:
                case Text() | NoteCall(supplied=False):
                    yield _Words(inline, inline.text, inline.start, inline.end)
                case Span(kind=kind) if kind in _OWN:
                    self.own(inline)
                    yield from (replace(words, inside=True) for words in self.of_run(inline.inlines))
                case Span() | Link():
                    yield from self.of_run(inline.inlines)
                case NoteCall() | PageBeginning():
                    pass

    def own(self, span: Span) -> None:
        """Give a span that is an intervention the telling of it."""
        this = self.by_span.get((span.start, span.end))
        if this is not None and this not in self.owned:
            self.owned.add(this)
            self.spans[id(span)] = this

    def find(self, words: _Words, cursor: int) -> int | None:
        """Where in the reading text words stand; after the words before them, if they may stand there."""
        return place_of(words.text, words.start, words.end, self.reading, cursor)

    def parted(self, words: _Words, first: int, last: int) -> Iterator[Piece]:
        """The pieces of the reading text from `first` to `last`."""
        starts, text = self.reading.starts, self.reading.text
        for k in range(max(bisect_left(starts, first) - 1, 0), len(starts)):
            if starts[k] > last:
                return
            ends = starts[k + 1] if k + 1 < len(starts) else len(text)
            this = self.made[k]
            read = text[max(starts[k], first) : min(ends, last)]
            if this is None:
                if read:
                    yield Piece(read)
                continue
            is_between = first < starts[k] < last or (words.start <= this.start and this.end <= words.end)
            if read or (starts[k] == ends >= first and is_between):
                yield from self.told(this, read)

    def told(self, this: Intervention, read: str) -> Iterator[Piece]:
        """An intervention, of whose reading a text has `read`."""
        stands = self.source[this.start : this.end]
        if this in self.of_spans or not is_told(this, stands):
            if read:
                yield Piece(read)
        elif this not in self.owned:
            self.owned.add(this)
            yield Piece(read, stands, (this,), alone=read != this.reading)
        elif read:
            yield Piece(read, "", (this,), alone=True, rest=True)

    def add_what_is_left_out(self, order: list[tuple[int, int, int]]) -> None:
        """Put what no text has a place for, since all of a line is left out, to the text that follows it."""
        order = sorted(order)
        before: dict[int, list[Piece]] = {}
        for at, this in zip(self.reading.starts, self.made, strict=True):
            stands = "" if this is None else self.source[this.start : this.end]
            if this is None or this in self.owned or this.reading.strip() or not stands.strip():
                continue
            if is_told(this, stands):
                k = bisect_left(order, (at, this.start))
                there = before.setdefault(order[k][2], []) if k < len(order) else self.homeless
                there.append(Piece("", stands, (this,), alone=True))
        for node, pieces in before.items():
            self.raw[node] = pieces + self.raw.get(node, [])
