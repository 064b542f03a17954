"""PAGE XML, as Transkribus, eScriptorium and the tools of OCR-D write it.

A text stands there on several levels, and is taken from one: a line's own, for that is what a person corrects,
with the boxes of its words where these say the same; else its words', else its letters'. A region's own text
counts where none of its lines has any. Of several readings the first is the text, and the others are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from build_edition.readers.markup import read_xml
from build_edition.readers.ordering import in_order, refs_of
from build_edition.readers.scan import Block, Line, Page, Point, Word, around, number, spaced

_PLACE = re.compile(r"readingOrder\s*\{[^}]*?index\s*:\s*(\d+)")
_STYLE = re.compile(r"textStyle\s*\{([^}]*)\}")


def read(data: bytes, name: str) -> list[Page]:
    """The pages of a file; raises `InputError` where a place is no number."""
    pages: list[Page] = []

    def take(element: Element) -> None:
        pages.append(_Reader(f"{name}, page {len(pages) + 1}").page(element))

    read_xml(data, name, lambda tag, _: tag == "Page", take)
    return pages


class _Reader:
    """Goes through one page."""

    def __init__(self, where: str) -> None:
        self._where = where

    def page(self, element: Element) -> Page:
        order = element.find("ReadingOrder")
        refs = refs_of(order, "regionRef") if order is not None else []
        regions = [region for child in element for region in self._regions(child)]
        ordered = in_order([([one.get("id", "") for one in region], region[-1]) for region in regions], refs)
        blocks = [Block([line for line in self._lines(region) if line.words]) for region in ordered]
        return Page(self._where, [block for block in blocks if block.lines])

    def _regions(self, element: Element) -> Iterator[list[Element]]:
        """The regions that have text, and cells of tables, each at the end of those that hold it."""
        if not (element.tag.endswith("Region") or element.tag in ("TableCell", "Page")):
            return
        within = [below for child in element for below in self._regions(child)]
        if element.find("TextLine") is not None or (not within and element.find("TextEquiv") is not None):
            yield [element]
        for below in within:
            yield [element, *below]

    def _lines(self, region: Element) -> Iterator[Line]:
        lines = region.findall("TextLine")
        places = [_PLACE.search(line.get("custom", "")) for line in lines]
        if all(places):
            ordered = sorted(zip(lines, places, strict=True), key=lambda one: int(one[1][1]) if one[1] else 0)
            lines = [line for line, _ in ordered]
        found = [self._line(line, region) for line in lines]
        if any(line.words for line in found):
            yield from found
        else:
            for text in (self._text(region)[0] or "").splitlines():
                yield Line([Word(word) for word in spaced(text).split(" ") if word])

    def _line(self, element: Element, region: Element) -> Line:
        points = self._points(element.find("Coords"))
        line = Line(box=around(points), baseline=self._points(element.find("Baseline")))
        text, confidence = self._text(element)
        words = [word for child in element.findall("Word") if (word := self._word(child))]
        tokens = [token for token in (text or "").split(" ") if token]
        line.words = words
        if text is not None and [word.text for word in words] != tokens:
            line.words = [Word(token, confidence=confidence) for token in tokens]
        line.size = next((size for one in (element, region) if (size := self._size(one))), None)
        self._raise(line, element.get("custom", ""))
        return line

    def _word(self, element: Element) -> Word | None:
        text, confidence = self._text(element)
        if text is None:
            text = "".join(self._text(glyph)[0] or "" for glyph in element.findall("Glyph"))
        if not text:
            return None
        style = element.find("TextStyle")
        raised = 0 if style is not None and style.get("superscript") == "true" else -1
        return Word(text, around(self._points(element.find("Coords"))), confidence, raised=raised)

    def _text(self, element: Element) -> tuple[str | None, float | None]:
        """The first reading of an element and how sure it is; None where it has none, or one without letters."""
        equivs = element.findall("TextEquiv")
        if not equivs:
            return None, None
        first = min(equivs, key=lambda one: number(one.get("index"), "index", self._where) or 0.0)
        unicode = first.find("Unicode")
        text = ("".join(unicode.itertext()) if unicode is not None else "") or ""
        if not element.tag.endswith("Region"):
            text = spaced(text)
        return (text if text.strip() else None), number(first.get("conf"), "conf", self._where)

    def _raise(self, line: Line, custom: str) -> None:
        """Note the superscripts that a line's `custom` attribute tells by offsets into its text."""
        for style in _STYLE.finditer(custom):
            told = dict(part.split(":", 1) for part in style[1].replace(" ", "").split(";") if ":" in part)
            if told.get("superscript") != "true" or not told.get("offset", "").isdecimal():
                continue
            at = 0
            for i, word in enumerate(line.words):
                if at <= int(told["offset"]) < at + len(word.text):
                    line.words[i] = replace(word, raised=int(told["offset"]) - at)
                at += len(word.text) + 1

    def _size(self, element: Element) -> float | None:
        style = element.find("TextStyle")
        return number(style.get("fontSize"), "fontSize", self._where) if style is not None else None

    def _points(self, element: Element | None) -> tuple[Point, ...]:
        """Points as `x,y x,y`, or, in files of before 2013, as elements."""
        if element is None:
            return ()
        told = element.get("points")
        if told is not None:
            pairs = [pair.partition(",")[::2] for pair in told.split()]
        else:
            pairs = [(point.get("x", ""), point.get("y", "")) for point in element.findall("Point")]
        numbers = ((number(x, "x", self._where), number(y, "y", self._where)) for x, y in pairs)
        return tuple((x, y) for x, y in numbers if x is not None and y is not None)
