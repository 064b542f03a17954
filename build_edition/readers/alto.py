"""ALTO XML, versions 1 to 4: what libraries keep of their scans, and what Tesseract, Kraken, eScriptorium write.

The pieces of a page come as its reading order has them, or the links from block to block; else the margin above,
the one on the left, the print space, and the other two, each in the order of the file. A hyphen that ends a line
(`HYP`) is kept as it is printed; the whole word that the file may tell beside it (`SUBS_CONTENT`) is no text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from build_edition.geometry import Box
from build_edition.readers.markup import read_xml
from build_edition.readers.ordering import in_order, refs_of
from build_edition.readers.raised import raised_from
from build_edition.readers.scan import Block, Line, Page, Word, number, spaced

_SPACES = ("TopMargin", "LeftMargin", "PrintSpace", "RightMargin", "BottomMargin")
_HYPHENS = "-‐‑¬\u00ad⸗="
_TIGHT = 0.2  # of the height of a word: what parts it from the next is no space


def read(data: bytes, name: str) -> list[Page]:
    """The pages of a file; raises `InputError` where a place is no number."""
    pages: list[Page] = []
    sizes: dict[str, float] = {}
    raised: set[str] = set()
    order: list[list[str]] = []

    def take(element: Element) -> None:
        if element.tag == "TextStyle":
            size = number(element.get("FONTSIZE"), "FONTSIZE", name)
            if size:
                sizes[element.get("ID", "")] = size
            if "superscript" in element.get("FONTSTYLE", ""):
                raised.add(element.get("ID", ""))
        elif element.tag == "ReadingOrder":
            order.append(refs_of(element, "REF"))
        else:
            reader = _Reader(f"{name}, page {len(pages) + 1}", sizes, raised)
            pages.append(reader.page(element, [ref for refs in order for ref in refs]))

    read_xml(data, name, lambda tag, _: tag in ("Page", "TextStyle", "ReadingOrder"), take)
    return pages


class _Reader:
    """Goes through one page."""

    def __init__(self, where: str, sizes: Mapping[str, float], raised: set[str]) -> None:
        self._where, self._sizes, self._raised = where, sizes, raised

    def page(self, element: Element, refs: list[str]) -> Page:
        children = sorted(element, key=lambda child: _SPACES.index(child.tag) if child.tag in _SPACES else 2)
        blocks = [block for child in children for block in self._blocks(child)]
        refs = refs or _linked(blocks)
        ordered = in_order([(_names(block), block[-1]) for block in blocks], refs)
        found = [Block([self._line(line, block) for line in block.iter("TextLine")]) for block in ordered]
        for block in found:
            block.lines = [line for line in block.lines if line.words]
        return Page(self._where, [block for block in found if block.lines])

    def _blocks(self, element: Element) -> Iterator[list[Element]]:
        """The text blocks below an element, each at the end of those that hold it."""
        if element.tag == "TextBlock":
            yield [element]
            return
        for child in element:
            for below in self._blocks(child):
                yield [element, *below]

    def _line(self, element: Element, block: Element) -> Line:
        line = Line(box=self._box(element), baseline=self._baseline(element))
        rotation = number(block.get("ROTATION") or element.get("ROTATION"), "ROTATION", self._where) or 0.0
        line.turned = 45 < abs(rotation) % 180 < 135
        parted, has_spaces = True, element.find("SP") is not None
        sizes, whole = [], ""
        for child in element:
            if child.tag == "SP":
                parted = True
            elif child.tag == "HYP":
                self._hyphen(line, child, whole)
            elif child.tag == "String" and (word := self._word(child)):
                word.tight = has_spaces and not parted and bool(line.words) and _touch(line.words[-1], word)
                line.words.append(word)
                whole = child.get("SUBS_CONTENT", "")
                sizes.append(self._size(child, element, block))
                parted = False
        told = [size for size in sizes if size]
        line.size = max(set(told), key=told.count) if told else None
        return line

    def _word(self, element: Element) -> Word | None:
        text = spaced(element.get("CONTENT", ""))
        if not text:
            return None
        confidence = number(element.get("WC"), "WC", self._where)
        word = Word(text, self._box(element), None if confidence is None else max(0.0, min(1.0, confidence)))
        glyphs = element.findall("Glyph")
        if "superscript" in element.get("STYLE", "") or self._raised.intersection(
            element.get("STYLEREFS", "").split()
        ):
            word.raised = 0
        elif glyphs and "".join(glyph.get("CONTENT", "") for glyph in glyphs) == text:
            boxes = [self._box(glyph) for glyph in glyphs for _ in glyph.get("CONTENT", "")]
            word.raised = raised_from(text, boxes)
        return word

    def _hyphen(self, line: Line, element: Element, whole: str) -> None:
        """Put the hyphen at the end of a line to its last word, unless that has it, as the `whole` word shows."""
        sign = spaced(element.get("CONTENT", ""))
        if not sign:
            return
        box = self._box(element)
        if not line.words:
            line.words.append(Word(sign, box))
            return
        last = line.words[-1]
        bare = last.text[:-1]
        if bare and last.text[-1] in _HYPHENS and whole.startswith(bare) and not whole.startswith(last.text):
            return
        last.text += sign
        last.box = last.box.with_(box) if last.box and box else last.box or box

    def _size(self, word: Element, line: Element, block: Element) -> float | None:
        for element in (word, line, block):
            for ref in element.get("STYLEREFS", "").split():
                if ref in self._sizes:
                    return self._sizes[ref]
        return None

    def _box(self, element: Element) -> Box | None:
        left, top, width, height = (
            number(element.get(key), key, self._where) for key in ("HPOS", "VPOS", "WIDTH", "HEIGHT")
        )
        if left is None or top is None or not width or not height or min(width, height) < 0:
            return None
        return Box(left, top, left + width, top + height)

    def _baseline(self, element: Element) -> tuple[tuple[float, float], ...]:
        """The baseline as points; version 2 and 3 have only how far down it is."""
        told = element.get("BASELINE", "").replace(",", " ").split()
        found = [number(part, "BASELINE", self._where) or 0.0 for part in told]
        if len(found) < 4 or len(found) % 2:
            return ()
        return tuple(zip(found[::2], found[1::2], strict=True))


def _names(block: list[Element]) -> list[str]:
    """The ids of a block, of those that hold it, and of its lines: a reading order may name any."""
    return [element.get("ID", "") for element in block] + [
        line.get("ID", "") for line in block[-1].iter("TextLine")
    ]


def _linked(blocks: list[list[Element]]) -> list[str]:
    """The order of blocks that say which comes next, if each but one does."""
    following = {block[-1].get("ID", ""): block[-1].get("IDNEXT", "") for block in blocks}
    if len(following) < 2 or sum(bool(after) for after in following.values()) < len(following) - 1:
        return []
    here = next((name for name in following if name not in following.values()), "")
    order: list[str] = []
    while here in following and here not in order:
        order.append(here)
        here = following[here]
    return order if len(order) == len(following) else []


def _touch(before: Word, after: Word) -> bool:
    """Whether two words that no space parts in the file are not parted on the page either."""
    if before.box is None or after.box is None:
        return True
    return after.box.left - before.box.right <= _TIGHT * max(before.box.height, after.box.height)
