"""Reading hOCR: what Tesseract says of a page, as words in lines in paragraphs, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

SPACE = "{http://www.w3.org/1999/xhtml}"
LINES = ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat")


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page in points of its image: `right` and `bottom` lie just outside it."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was read; `confidence` is from 0 to 100, `last` where its last character begins."""

    text: str
    box: Box
    confidence: int
    last: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line; `size` is the height of its type, and its baseline rises by `slope` from `foot` at its left end."""

    words: tuple[Word, ...]
    box: Box
    size: float
    slope: float
    foot: float

    def baseline(self, x: float) -> float:
        return self.foot + self.slope * (x - self.box.left)


Paragraph = tuple[Line, ...]


def read_hocr(text: str) -> list[Paragraph]:
    """The paragraphs of a page, in the order in which they were read."""
    page = ElementTree.fromstring(text)
    paragraphs = (tuple(_lines(found)) for found in page.iter(f"{SPACE}p"))
    return [paragraph for paragraph in paragraphs if paragraph]


def _lines(paragraph: ElementTree.Element) -> Iterator[Line]:
    for found in paragraph.iter(f"{SPACE}span"):
        if found.get("class") not in LINES:
            continue
        words = tuple(word for word in map(_word, found) if word.text)
        if not words:
            continue
        box = _box(found, "bbox")
        slope, foot = _numbers(found, "baseline") or [0.0, 0.0]
        size = (_numbers(found, "x_size") or [float(box.bottom - box.top)])[0]
        yield Line(words, box, size, slope, box.bottom + foot)


def _word(found: ElementTree.Element) -> Word:
    characters = [character for character in found.iter(f"{SPACE}span") if character is not found]
    box = _box(found, "bbox")
    last = _box(characters[-1], "x_bboxes").left if characters else box.left
    text = "".join(character.text or "" for character in characters).strip()
    return Word(text, box, int(_numbers(found, "x_wconf")[0]), last)


def _box(found: ElementTree.Element, name: str) -> Box:
    left, top, right, bottom = map(int, _numbers(found, name))
    return Box(left, top, right, bottom)


def _numbers(found: ElementTree.Element, name: str) -> list[float]:
    """The numbers that follow a property's name in the element's title; none where it lacks the property."""
    match = re.search(rf"\b{name}((?: -?[\d.]+)+)", found.get("title", ""))
    return [float(number) for number in match[1].split()] if match else []
