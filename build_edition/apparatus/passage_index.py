"""The passages of a work as a list: what each says, and where it stands in print and in the source.

In: a `Work` with its keys and passage numbers.  Out: `Passage`s in reading order, which together hold every
word of the reading text once.  The ledger, the registers, the concordance and cross-references start from it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.apparatus.divisions import Division, divisions
from build_edition.tree import inlines_of
from build_edition.work import (
    Block,
    Container,
    Heading,
    Inline,
    ItemList,
    Milestone,
    Paragraph,
    Row,
    Table,
    Text,
    Work,
    plain,
)

_Node = Paragraph | Heading | Container | Row | Milestone
_Runs = tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a work that can be cited, or that stands between such: a heading, a byline.

    `id` is the passage number in the work ("4.12"), for a heading the key of its section, and empty for a
    byline, dateline or break; `kind` is `p`, `quote` (a paragraph of a quotation), `item`, `row`, `figure`,
    `note`, `head`, `byline`, `dateline`, `milestone`. `runs` are its inlines as they stand in the tree, and
    `text` their words with white space drawn together, without note calls. `pages` are the printed pages on
    which it stands, `division` and `section` the keys of what holds it.
    """

    id: str
    kind: str
    division: str
    section: str
    start: int
    end: int
    runs: _Runs
    text: str
    pages: tuple[str, ...]

    @property
    def is_citable(self) -> bool:
        """Whether the passage has a number of its own."""
        return bool(self.id) and self.kind != "head"


def passages(work: Work) -> tuple[Passage, ...]:
    """Every passage of a work, in reading order."""
    return tuple(passage for division in divisions(work) for passage in _Indexer(work, division).all())


def text_of(runs: _Runs) -> str:
    """The words of runs of inlines, without note calls, with single spaces."""
    return " ".join(" ".join(plain(run) for run in runs).split())


class _Indexer:
    """Lists the passages of one division."""

    def __init__(self, work: Work, division: Division) -> None:
        self.work, self.division = work, division
        self.begins = [page.at for page in work.pages]
        self.section = ""

    def all(self) -> Iterator[Passage]:
        for section in self.division.walk():
            self.section = section.key or self.section
            if section.heading:
                yield from self.heading(section.heading, section.key)
            for block in section.blocks:
                yield from self.block(block)

    def heading(self, heading: Heading, key: str) -> Iterator[Passage]:
        yield self.passage(key, "head", heading, tuple(inlines_of(heading)))

    def block(self, block: Block, within: str = "") -> Iterator[Passage]:
        match block:
            case Paragraph():
                kind = within if within and block.kind == "p" else block.kind
                yield self.passage(block.id, kind, block, (block.inlines,))
            case Heading():
                yield from self.heading(block, "")
            case Container(kind="item"):
                yield from self.item(block)
            case Container(kind="figure" | "note") if block.id:
                yield self.passage(block.id, block.kind, block, tuple(inlines_of(block)))
            case Container():
                for child in block.blocks:
                    yield from self.block(child, block.kind if block.kind in {"quote", "epigraph"} else within)
            case ItemList():
                for item in block.items:
                    yield from self.item(item)
            case Table():
                if block.heading:
                    yield from self.heading(block.heading, "")
                for row in block.rows:
                    yield self.passage(row.id, "row", row, tuple(cell.inlines for cell in row.cells))
            case Milestone():
                if block.text:
                    yield self.passage("", "milestone", block, ((Text(block.text, block.start, block.end),),))

    def item(self, item: Container) -> Iterator[Passage]:
        """An item is its opening paragraph; what else stands in it has numbers of its own."""
        opens = 1 if item.blocks and isinstance(item.blocks[0], Paragraph) else 0
        runs = tuple(run for block in item.blocks[:opens] for run in inlines_of(block))
        end = item.blocks[0].end if opens else item.end
        yield self.passage(item.id, "item", item, runs, end)
        for block in item.blocks[opens:]:
            yield from self.block(block)

    def passage(self, name: str, kind: str, node: _Node, runs: _Runs, end: int | None = None) -> Passage:
        start, stop = node.start, node.end if end is None else end
        return Passage(
            name, kind, self.division.key, self.section, start, stop, runs, text_of(runs), self.pages(start, stop)
        )

    def pages(self, start: int, end: int) -> tuple[str, ...]:
        """The numbers of the printed pages on which a span of the source stands."""
        first = max(bisect_right(self.begins, start) - 1, 0)
        last = bisect_left(self.begins, end)
        numbers = (page.n for page in self.work.pages[first:last])
        return tuple(dict.fromkeys(n for n in numbers if n is not None)) if self.begins else ()
