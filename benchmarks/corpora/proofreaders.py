"""Reading the formatted text of Distributed Proofreaders as a truth by blocks.

Pages begin at `-----File: NAME.png---`; `[1]` is a call, `[Footnote 1: …]` its note; `/# #/` holds a quotation and
`/* */` what keeps its lines; four blank lines stand before a chapter, and two after its title, or before the title
of a section, as before the letters of an index. Running heads and page numbers are gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from build_edition.evaluate.truth import Block, Call, PageBeginning, Truth

FILE = re.compile(r"^-----File: (\w+)\.png-*$", re.MULTILINE)
NOTE = re.compile(r"^\*?\[Footnote (\w+): ((?:[^\[\]]|\[[^\]]*\])*)\]\n?", re.MULTILINE)
REMARK = re.compile(r"\[\*\*[^\]]*\]|</?(?:i|b|sc|tb|g|f)>|\[Blank Page\]")
CALL = re.compile(r"\[(\d{1,2}|[A-Z])\]")
LABEL = re.compile(r"(?:CHAPTER|BOOK|PART) [IVXLC]+\.?")
PAGE = re.compile(r"p(\d+)")
CHAPTER_GAP, TITLE_GAP = 4, 2  # blank lines
LEVELS = {"head": 2, "section": 3}
ENTRY = re.compile(r"(?:[.,;:]|\d|sqq\.?)$")
SILENT = frozenset({"forme_work", "resumptions", "list_items"})


@dataclass
class _Open:
    """A block that is being read; the next page may go on with it."""

    kind: str
    text: str = ""
    role: str | None = None
    continues: bool = False
    notes: list[Call] = field(default_factory=list)
    pages: list[PageBeginning] = field(default_factory=list)

    half: bool = False

    def add(self, piece: str, bodies: dict[str, str], page: PageBeginning | None) -> None:
        """More text of the block, and the page that begins with it."""
        piece = " ".join(piece.replace("-*\n", "").split())
        if self.text and not self.half:
            self.text += " "
        self.half = piece.endswith("-*")
        piece = piece.replace("-*", "").removeprefix("*")
        if page is not None:
            self.pages.append(PageBeginning(page.n, len(self.text)))
        here = 0
        for call in CALL.finditer(piece):
            self.text += piece[here : call.start()]
            self.notes.append(Call(call[1], len(self.text), bodies.get(call[1])))
            here = call.end()
        self.text += piece[here:]


def read_proofread(text: str) -> Truth:
    """The truth that the text tells; quotation marks stay straight and dashes two hyphens, as they are there."""
    blocks: list[_Open] = []
    for name, body in _pages(text):
        number = PAGE.fullmatch(name)
        page: PageBeginning | None = PageBeginning(str(int(number[1])) if number else None, 0)
        bodies = {n: " ".join(REMARK.sub("", note).split()) for n, note in NOTE.findall(body)}
        body = REMARK.sub("", NOTE.sub("", body))
        for kind, piece, on in _pieces(body):
            if on and blocks and blocks[-1].kind == kind:
                block = blocks[-1]
            else:
                after = blocks[-1].kind if blocks else ""
                block = _Open(kind, continues=kind == "quote" and after == "quote")
                # Whether a paragraph resumes after a display is not told there.
                block.role = "undecided" if kind == "p" and after in ("quote", "table") else None
                blocks.append(block)
            block.add(piece, bodies, page)
            page = None
    return Truth("", "book", tuple(_closed(blocks)), SILENT)


def _closed(blocks: list[_Open]) -> Iterator[Block]:
    """The blocks; a chapter's label and its title, which stand apart, are one heading."""
    label: _Open | None = None
    for block in blocks:
        if label is not None and block.kind == "head":
            yield _titled(label, block)
            label = None
            continue
        if label is not None:
            yield _titled(_Open("head"), label)
            label = None
        if block.kind == "head" and LABEL.fullmatch(block.text):
            label = block
            continue
        notes, pages = tuple(block.notes), tuple(block.pages)
        kind, level = ("head", LEVELS[block.kind]) if block.kind in LEVELS else (block.kind, None)
        yield Block(kind, block.text, level, role=block.role, continues=block.continues, notes=notes, pages=pages)


def _titled(label: _Open, title: _Open) -> Block:
    pages = tuple(label.pages) or tuple(title.pages)
    return Block("head", title.text, 2, label.text or None, notes=tuple(title.notes), pages=pages)


def _pages(text: str) -> Iterator[tuple[str, str]]:
    parts = FILE.split(text)
    yield from zip(parts[1::2], parts[2::2], strict=True)


def _pieces(body: str) -> Iterator[tuple[str, str, bool]]:
    """The blocks of a page: kind, text, and whether it goes on from the page before."""
    display: str | None = None
    blank, chapter, section, first = 0, False, False, True
    piece: list[str] = []
    for line in [*body.removeprefix("\n").split("\n"), ""]:
        if line in ("/#", "/*", "#/", "*/") or not line.strip():
            if piece:
                titled = section and len(piece) == 1 and not ENTRY.search(piece[0])
                yield _kind(display, chapter, titled), "\n".join(piece), first and not blank
                piece, first, blank = [], False, 0
            blank += not line.strip()
            display = {"/#": "quote", "/*": "table"}.get(line, None if line in ("#/", "*/") else display)
            continue
        if not piece:
            below_title = chapter
            chapter = blank >= CHAPTER_GAP or (chapter and blank < TITLE_GAP)
            section = blank >= TITLE_GAP and not (chapter or below_title)
        piece.append(line)
        if first and blank:
            first = False


def _kind(display: str | None, chapter: bool, section: bool) -> str:
    return display or ("head" if chapter else "section" if section else "p")
