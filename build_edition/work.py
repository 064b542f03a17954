"""The work: a small typed tree of what a reader reads, each node knowing its source span.

Blocks hold blocks or inlines; sections hold a heading, blocks and sections.  Names follow TEI.  A writer
needs this module and nothing before it.  Nodes are frozen: `apparatus` makes new ones with more in them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from build_edition.transcript import Transcript

# inlines


@dataclass(frozen=True, slots=True)
class Text:
    """A run of the reading text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Span:
    """Inlines of one nature: `hi`, `foreign`, `suspect` (may be wrong), `sic` (the author's own slip), `supplied`
    (words that the source has lost), `conjecture` (a reading of low certainty; empty where it leaves words out).
    """

    kind: str
    inlines: tuple[Inline, ...]
    start: int
    end: int
    note: str = ""  # what to tell a reader about it: candidates, the source's reading
    rend: str = ""  # how `hi` is set: "italic" where nothing is said, "bold" …


@dataclass(frozen=True, slots=True)
class Link:
    """Inlines that lead to something else that the edition knows.

    `kind` says what `target` names: a `passage` ("smith-1960/4.12"), a `bib` key, or the id of an entry, whose
    kind is then `term`, `person`, `place`, `org`, `event` or `title`. `note` is what to tell a reader about the
    link, such as an editor's remark on a printed reference that is wrong; `locator` the place in a `bib` entry.
    """

    kind: str
    target: str
    inlines: tuple[Inline, ...]
    start: int
    end: int
    note: str = ""
    cert: str = "high"
    locator: str = ""
    tip: str = ""  # what a page shows where a pointer rests on the link


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The number that sends a reader to a note, as printed. `target` is that note's key, if it was found;
    `supplied` whether an editor placed the call, which the source has lost.
    """

    n: str
    text: str
    start: int
    end: int
    cert: str = "high"
    target: str = ""
    supplied: bool = False


@dataclass(frozen=True, slots=True)
class PageBeginning:
    """The place where a printed page of the source begins; `n` is its number, where known."""

    n: str | None
    at: int
    cert: str = "high"


Inline = Text | Span | Link | NoteCall | PageBeginning

# blocks


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `kind` is `p`, `argument`, `byline` or `dateline`.

    It `continues` where it resumes one after a display. `id` is its passage number in the work ("4.12"), once
    the apparatus has given it.
    """

    inlines: tuple[Inline, ...]
    start: int
    end: int
    kind: str = "p"
    continues: bool = False
    cert: str = "high"
    id: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `level` 1 part, 2 chapter, 3 section, 4 and 5 below; `label` as in "CHAPTER TWO"."""

    level: int
    inlines: tuple[Inline, ...]
    start: int
    end: int
    label: str = ""
    run_in: bool = False
    cert: str = "high"

    @property
    def title(self) -> str:
        return plain(self.inlines)


@dataclass(frozen=True, slots=True)
class Container:
    """A block of blocks: `quote`, `epigraph`, `floatingText`, `figure`, `item`, `note`.

    For a note `n` is its printed number and `type` says what it is where it is no numbered one
    (`source`, `author`); `key` is what calls target.
    """

    kind: str
    blocks: tuple[Block, ...]
    start: int
    end: int
    n: str = ""
    type: str = ""
    cert: str = "high"
    key: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; `type` is `gloss` or `chronology` where it is one."""

    items: tuple[Container, ...]
    start: int
    end: int
    ordered: bool = False
    type: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table in the 1-based column `col`."""

    inlines: tuple[Inline, ...]
    col: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `is_label` where it heads the columns."""

    cells: tuple[Cell, ...]
    start: int
    end: int
    is_label: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its rows and, where it has one, its heading."""

    rows: tuple[Row, ...]
    start: int
    end: int
    heading: Heading | None = None

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((cell.col for row in self.rows for cell in row.cells), default=0)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A thematic break; `cert` is low where only white space tells of it."""

    start: int
    end: int
    text: str = ""
    cert: str = "high"


Block = Paragraph | Heading | Container | ItemList | Table | Milestone


@dataclass(frozen=True, slots=True)
class Section:
    """A part, chapter or section: a heading (none before the first), its blocks, then what is below it.

    `key` names it within the work ("4", "preface"), once the apparatus has given it.
    """

    heading: Heading | None
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    start: int
    end: int
    key: str = ""

    @property
    def level(self) -> int:
        return self.heading.level if self.heading else 0

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True)
class Work:
    """A whole text as a tree; `pages` are its page beginnings in order.

    `aliases` gives, by passage id, older ids under which a passage can still be found; `vanished` are published
    ids that no passage answers to any more.
    """

    transcript: Transcript
    sections: tuple[Section, ...]
    pages: tuple[PageBeginning, ...] = field(default=())
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    vanished: tuple[str, ...] = ()

    def walk(self) -> Iterator[Section]:
        """All sections, in order."""
        for section in self.sections:
            yield from section.walk()

    def page_at(self, offset: int) -> PageBeginning | None:
        """The printed page on which `offset` of the source stands."""
        k = bisect_right(self.pages, offset, key=lambda page: page.at)
        return self.pages[k - 1] if k else None


def plain(inlines: tuple[Inline, ...], calls: bool = False) -> str:
    """The text of inlines without mark-up, with or without the numbers of note calls."""
    pieces = []
    for inline in inlines:
        match inline:
            case Text():
                pieces.append(inline.text)
            case Span() | Link():
                pieces.append(plain(inline.inlines, calls))
            case NoteCall() if calls:
                pieces.append(inline.text)
    return "".join(pieces)
