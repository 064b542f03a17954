"""Finding where each printed page begins in the truth, from the typeset pages themselves.

The ink of the truth, calls and markers included, must come out of the pages' text in order, page by page;
so finding the pages is also the proof that source and truth are one text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from build_edition.evaluate.truth import Block, PageBeginning

UNSEEN = frozenset("-\u00ad")  # a hyphen may be the typesetter's, so none counts


@dataclass(frozen=True, slots=True)
class Page:
    """A typeset page: its printed number, the lines above and below the text, and the text."""

    n: str | None
    head: tuple[str, ...]
    body: str
    foot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One inked character of the truth: `at` is where it stands in the text of block `block`."""

    ink: str
    block: int
    at: int


def read_page(text: str) -> Page:
    """Part a page of `pdftotext -layout` into running head, text and folio at the foot."""
    lines = [line for line in text.split("\n") if line.strip()]
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    numbers = [number for number in (_folio(lines[0]), _folio(lines[-1])) if number] if lines else []
    if lines and _folio(lines[0]):
        head, lines = (" ".join(lines[0].split()),), lines[1:]
    elif lines and _folio(lines[-1]):
        foot, lines = (lines[-1].strip(),), lines[:-1]
    return Page(numbers[0] if numbers else None, head, "\n".join(lines), foot)


def _folio(line: str) -> str | None:
    """The number on a line that is a running head (all capitals and a number at one end) or a bare folio."""
    words = line.split()
    if len(words) == 1 and words[0].isascii() and (words[0].isdigit() or set(words[0]) <= set("ivxlc")):
        return words[0]
    if line == line.upper() and len(words) > 1:
        return next((word for word in (words[0], words[-1]) if word.isdigit()), None)
    return None


def with_pages(blocks: Sequence[Block], pages: Iterable[Page]) -> tuple[Block, ...]:
    """The blocks, each with the pages that begin in it, and the last page's foot after them.

    Raises `ValueError` where the pages do not print the ink of the blocks.
    """
    glyphs = [glyph for index, block in enumerate(blocks) for glyph in _printed(index, block)]
    found: list[list[PageBeginning]] = [[] for _ in blocks]
    pending: tuple[str, ...] = ()
    at = 0
    for page in pages:
        ink = [mark for mark in page.body if not mark.isspace() and mark not in UNSEEN]
        _check(ink, glyphs[at : at + len(ink)], page)
        if ink:
            first = glyphs[at]
            found[first.block].append(PageBeginning(page.n, first.at, pending + page.head))
            pending = page.foot
        at += len(ink)
    if at != len(glyphs):
        raise ValueError(f"the pages end before the text does, at “{_around(blocks, glyphs[at])}”")
    feet = tuple(Block("fw", line) for line in pending)
    return tuple(replace(block, pages=tuple(begin)) for block, begin in zip(blocks, found, strict=True)) + feet


def _printed(index: int, block: Block) -> Iterable[Glyph]:
    """The ink of a block as it is printed."""
    calls = {call.at: call.n for call in block.notes}
    for piece in (block.label or "", block.marker or ""):
        yield from (Glyph(mark, index, 0) for mark in piece if _seen(mark))
    for at, mark in enumerate(block.text + " "):
        yield from (Glyph(digit, index, at) for digit in calls.get(at, ""))
        if _seen(mark):
            yield Glyph(mark, index, at)


def _seen(mark: str) -> bool:
    return not mark.isspace() and mark not in UNSEEN


def _check(ink: Sequence[str], glyphs: Sequence[Glyph], page: Page) -> None:
    for k, mark in enumerate(ink):
        if k >= len(glyphs) or glyphs[k].ink != mark:
            wanted = "".join(glyph.ink for glyph in glyphs[k : k + 30])
            raise ValueError(f"page {page.n} prints “{''.join(ink[k : k + 30])}” where the truth has “{wanted}”")


def _around(blocks: Sequence[Block], glyph: Glyph) -> str:
    return blocks[glyph.block].text[glyph.at : glyph.at + 40]
