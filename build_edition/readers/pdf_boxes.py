"""The text of a PDF with the place of each word, as `pdftotext -bbox-layout` of Poppler writes it.

A word's box goes from the highest to the lowest that a letter of its font may reach, so its height tells the
size of the type to a hundredth, whatever the word. It is drawn in to about what letters fill: figures that stand
higher and lines that run up the page are then seen as in scans. Pages, blocks and lines come in the order of the
file.
"""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element

from build_edition.errors import InputError
from build_edition.geometry import Box
from build_edition.readers.markup import read_xml
from build_edition.readers.scan import Block, Line, Page, Word, number, spaced

_FORBIDDEN = bytes(code for code in range(32) if code not in b"\t\n\r")  # in XML; broken fonts of PDFs yield them
_ABOVE, _BELOW = 0.2, 0.2  # of a box's height, which few letters fill
_SMALL = 0.85  # of the height of the type beside it: a raised figure
_TOUCHING = 0.12  # of its height: what stands nearer to the word before is one with it


def read(data: bytes, name: str) -> list[Page]:
    """The pages of a file; raises `InputError` where a place is no number, or lines are not told apart."""
    pages: list[Page] = []

    def take(element: Element) -> None:
        where = f"{name}, page {len(pages) + 1}"
        if any(child.tag == "word" for child in element):
            raise InputError(
                "has words that no line holds",
                where=where,
                remedy="Make it with pdftotext -bbox-layout, not with -bbox.",
            )
        blocks = [Block([_line(line, where) for line in block.iter("line")]) for block in element.iter("block")]
        for block in blocks:
            block.lines = [line for line in block.lines if line.words]
        pages.append(Page(where, [block for block in blocks if block.lines]))

    read_xml(data.translate(None, _FORBIDDEN), name, lambda tag, _: tag == "page", take)
    return pages


def _line(element: Element, where: str) -> Line:
    line = Line(box=_drawn_in(_box(element, where)))
    heights: Counter[float] = Counter()
    before: Box | None = None
    for child in element.iter("word"):
        text = spaced("".join(child.itertext()))
        if not text:
            continue
        box = _box(child, where)
        hangs = len(line.words) == 1 and _is_smaller(before, box)  # the number of a note before its text
        word = Word(text, _drawn_in(box), tight=_touch(before, box) and not hangs)
        line.words.append(word)
        if box:
            heights[round(box.height, 2)] += len(text)
        before = box
    line.size = max(heights, key=heights.__getitem__) if heights else None
    return line


def _box(element: Element, where: str) -> Box | None:
    left, top, right, bottom = (number(element.get(key), key, where) for key in ("xMin", "yMin", "xMax", "yMax"))
    if left is None or top is None or right is None or bottom is None or left >= right or top >= bottom:
        return None
    return Box(left, top, right, bottom)


def _drawn_in(box: Box | None) -> Box | None:
    if box is None:
        return None
    return Box(box.left, box.top + _ABOVE * box.height, box.right, box.bottom - _BELOW * box.height)


def _is_smaller(before: Box | None, box: Box | None) -> bool:
    return before is not None and box is not None and before.height < _SMALL * box.height


def _touch(before: Box | None, box: Box | None) -> bool:
    if before is None or box is None:
        return False
    return abs(box.left - before.right) <= _TOUCHING * min(before.height, box.height)
