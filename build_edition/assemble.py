"""Assembly: from a transcript, flat marks over a source, to a work, a tree.

In: a `Transcript`.  Out: a `Work`.  Ink that no block mark covers becomes a paragraph of low certainty, so
that no rule's oversight can lose a word.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from build_edition.inlines import InlineReader
from build_edition.transcript import Mark, Transcript
from build_edition.work import (
    Block,
    Cell,
    Container,
    Heading,
    ItemList,
    Milestone,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
    Work,
)

CONTAINERS = frozenset({"quote", "epigraph", "floatingText", "figure", "item", "note"})
PARAGRAPHS = frozenset({"p", "argument", "byline", "dateline"})
BLOCKS = CONTAINERS | PARAGRAPHS | {"head", "list", "table", "row", "cell", "milestone"}


def assemble(transcript: Transcript) -> Work:
    """The tree of all that `transcript` keeps, in source order."""
    builder = _Builder(transcript)
    blocks = builder.blocks_between(_tree(transcript), 0, len(transcript.source))
    return Work(transcript, _sections(blocks), tuple(builder.inlines.pages))


@dataclass(slots=True)
class _Node:
    """A block mark and the block marks within it."""

    mark: Mark
    children: list[_Node] = field(default_factory=list)


def _tree(transcript: Transcript) -> list[_Node]:
    roots: list[_Node] = []
    open_nodes: list[_Node] = []
    for mark in transcript.of_kind(*BLOCKS):
        node = _Node(mark)
        while open_nodes and open_nodes[-1].mark.end <= mark.start:
            open_nodes.pop()
        (open_nodes[-1].children if open_nodes else roots).append(node)
        if not mark.is_point:
            open_nodes.append(node)
    return roots


class _Builder:
    """Makes blocks of the nodes of one transcript."""

    def __init__(self, transcript: Transcript) -> None:
        self.inlines = InlineReader(transcript)
        self.reading = transcript.reading
        self.source = transcript.source
        self.rests = {mark.start for mark in transcript.of_kind("note") if mark.get("continues")}

    def blocks_between(self, nodes: list[_Node], start: int, end: int) -> tuple[Block, ...]:
        """The blocks of `nodes` in order, with a paragraph for any ink between them."""
        blocks: list[Block] = []
        here = start
        for node in nodes:
            blocks.extend(self.stray(here, node.mark.start))
            blocks.extend(self.block(node))
            here = max(here, node.mark.end)
        blocks.extend(self.stray(here, end))
        return tuple(self.notes_joined(blocks))

    def notes_joined(self, blocks: list[Block]) -> list[Block]:
        """The blocks, each rest of a note put to what the foot of the page before has of it."""
        joined: list[Block] = []
        for block in blocks:
            rest = isinstance(block, Container) and block.kind == "note" and block.start in self.rests
            begun = _begun_note(joined) if rest else None
            if begun is None:
                joined.append(block)
            else:
                joined[begun] = _joined(joined[begun], block)
        return joined

    def stray(self, start: int, end: int) -> list[Block]:
        """What the reading text has between two blocks, which is nothing where every rule did its work."""
        reading = self.reading
        first = self.unread(start)
        after = self.until(end)
        if not reading.text[first:after].strip():
            return []
        kept = reading.text[first:after].strip()
        start, end = self.drawn_in(start, end)
        inlines = self.inlines.between(start, end) or (Text(kept, start, end),)  # or all of it is supplied
        return [Paragraph(inlines, start, end, cert="low")]

    def unread(self, start: int) -> int:
        """Where in the reading text an offset is; after what is inserted there only if a block has shown it."""
        is_shown = start == self.inlines.read_to[0]
        return self.reading.from_source(start) if is_shown else self.reading.before_insertion(start)

    def until(self, end: int) -> int:
        """Where in the reading text an offset is, before what is inserted there: the next block shows that."""
        reading = self.reading
        return len(reading.text) if end == reading.source_length else reading.before_insertion(end)

    def drawn_in(self, start: int, end: int) -> tuple[int, int]:
        """The span without the white space at its ends, but with what is read there as words."""
        reading = self.reading
        first, last = self.source.drawn_in(start, end)
        if reading.text[self.unread(start) : reading.before_insertion(first)].strip():
            first = start
        if reading.text[reading.from_source(last) : self.until(end)].strip():
            last = end
        return first, last

    def block(self, node: _Node) -> list[Block]:
        mark = node.mark
        if mark.kind in PARAGRAPHS:
            return self.paragraph(node)
        if mark.kind == "head":
            return [self.heading(mark)]
        if mark.kind == "list":
            return [self.item_list(node)]
        if mark.kind == "table":
            return self.table(node)
        if mark.kind in {"row", "cell"}:  # outside a table: damaged marks, but no word is lost
            return self.paragraph(node)
        if mark.kind == "milestone":
            return [Milestone(mark.start, mark.end, self.reading.slice(mark.start, mark.end), mark.cert)]
        return [self.container(node)]

    def paragraph(self, node: _Node) -> list[Block]:
        """A paragraph; a run-in heading at its beginning stands before it, and blocks within it split it."""
        mark = node.mark
        kind = mark.kind if mark.kind in PARAGRAPHS else "p"
        blocks: list[Block] = []
        here = mark.start
        for child in [*node.children, None]:
            end = child.mark.start if child else mark.end
            start, stop = self.drawn_in(here, end)
            inlines = self.inlines.between(start, stop)
            if inlines:
                resumes = mark.get("continues") is True or any(isinstance(b, Paragraph) for b in blocks)
                blocks.append(Paragraph(inlines, start, stop, kind, resumes, mark.cert))
            if child:
                blocks.extend(self.block(child))
                here = child.mark.end
        return blocks

    def heading(self, mark: Mark) -> Heading:
        label, label_end = self.label(mark)
        start = mark.start
        read = self.reading.slice(start, mark.end, through=True)
        if label and read.lstrip().startswith(label):
            here = self.reading.before_insertion(start) + len(read) - len(read.lstrip())
            after = max(self.reading.to_source(here + len(label)), label_end)
            self.inlines.read_to = after, self.reading.from_source(after)  # the label shows all before
            start, _ = self.drawn_in(after, mark.end)
        if start >= mark.end:  # the label is the whole title
            start, label = mark.start, ""
        inlines = self.inlines.between(start, mark.end)
        level = mark.get("level")
        return Heading(
            level if isinstance(level, int) else 3,
            inlines,
            mark.start,
            mark.end,
            label,
            mark.get("run_in") is True,
            mark.cert,
        )

    def label(self, mark: Mark) -> tuple[str, int]:
        """The label of a heading as it is read, for the words that the mark took it from may be emended, and where
        in the source these end; the beginning of the heading where it does not have them to the letter.
        """
        label = str(mark.get("label") or "")
        here = self.source.text.find(label, mark.start, mark.end)
        if not label or here < 0 or any(c.isalnum() for c in self.source.text[mark.start : here]):
            return label, mark.start
        end = here + len(label)
        return self.reading.slice(mark.start, end, through=True).strip(), end

    def container(self, node: _Node) -> Container:
        mark = node.mark
        if node.children:
            blocks = self.blocks_between(node.children, mark.start, mark.end)
        else:
            blocks = (Paragraph(self.inlines.between(mark.start, mark.end), mark.start, mark.end),)
        n = mark.get("n")
        return Container(
            mark.kind,
            blocks,
            mark.start,
            mark.end,
            n="" if n is None else str(n),
            type=str(mark.get("type") or ""),
            cert=mark.cert,
        )

    def item_list(self, node: _Node) -> ItemList:
        mark = node.mark
        items = tuple(
            block
            if isinstance(block, Container) and block.kind == "item"
            else Container("item", (block,), block.start, block.end, cert="low")
            for block in self.blocks_between(node.children, mark.start, mark.end)
        )
        return ItemList(items, mark.start, mark.end, mark.get("ordered") is True, str(mark.get("type") or ""))

    def table(self, node: _Node) -> list[Block]:
        """A table; what stands in it and is neither row nor heading comes after it."""
        mark = node.mark
        rows: list[Row] = []
        rest: list[Block] = []
        heading: Heading | None = None
        here = mark.start
        for child in node.children:
            rest.extend(self.stray(here, child.mark.start))
            here = child.mark.end
            if child.mark.kind == "row":
                rows.append(self.row(child))
            elif child.mark.kind == "head" and heading is None:
                heading = self.heading(child.mark)
            else:
                rest.extend(self.block(child))
        rest.extend(self.stray(here, mark.end))
        return [Table(tuple(rows), mark.start, mark.end, heading), *rest]

    def row(self, node: _Node) -> Row:
        mark = node.mark
        cells: list[Cell] = []
        here = mark.start
        for child in [*node.children, None]:
            end = child.mark.start if child else mark.end
            for stray in self.stray(here, end):
                if isinstance(stray, Paragraph):
                    cells.append(Cell(stray.inlines, len(cells) + 1, stray.start, stray.end))
            if child:
                col = child.mark.get("col")
                inlines = self.inlines.between(child.mark.start, child.mark.end)
                number = col if isinstance(col, int) and col > 0 else len(cells) + 1
                cells.append(Cell(inlines, number, child.mark.start, child.mark.end))
                here = child.mark.end
        return Row(tuple(cells), mark.start, mark.end, mark.get("role") == "label")


def _begun_note(blocks: list[Block]) -> int | None:
    """Where among the blocks the last note stands, which the foot of the next page may go on with."""
    for k in reversed(range(len(blocks))):
        block = blocks[k]
        if isinstance(block, Container) and block.kind == "note":
            return k
    return None


def _joined(note: Block, rest: Block) -> Block:
    """A note and its rest from the foot of the next page, which begins by resuming it."""
    assert isinstance(note, Container)
    assert isinstance(rest, Container)
    resumed = (replace(b, continues=k == 0) if isinstance(b, Paragraph) else b for k, b in enumerate(rest.blocks))
    return replace(note, blocks=(*note.blocks, *resumed))


def _sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """Nest a flat run of headings and blocks by the levels of the headings."""
    heads = [k for k, block in enumerate(blocks) if isinstance(block, Heading)]
    first = heads[0] if heads else len(blocks)
    sections: list[Section] = []
    if first:
        sections.append(Section(None, blocks[:first], (), blocks[0].start, blocks[first - 1].end))
    while heads:
        top = blocks[heads[0]]
        assert isinstance(top, Heading)
        after = next((k for k in heads[1:] if _level(blocks[k]) <= top.level), len(blocks))
        inner = blocks[heads[0] + 1 : after]
        own = next((k for k, block in enumerate(inner) if isinstance(block, Heading)), len(inner))
        end = blocks[after - 1].end
        sections.append(Section(top, inner[:own], _sections(inner[own:]), top.start, end))
        heads = [k for k in heads if k >= after]
    return tuple(sections)


def _level(block: Block) -> int:
    return block.level if isinstance(block, Heading) else 0
