"""hOCR, as Tesseract, Kraken and the Internet Archive give it: HTML whose classes and titles tell the layout.

Every letter of the body is taken, whether or not it stands in what hOCR calls a word: what is in no line makes a
line without a place. Where single letters have boxes, raised figures at the end of a word are seen by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from build_edition.errors import InputError
from build_edition.geometry import Box
from build_edition.readers.markup import read_html, read_xml
from build_edition.readers.raised import raised_from
from build_edition.readers.scan import Block, Line, Page, Word, number, spaced

_LINES = frozenset({"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"})
_BLOCKS = frozenset(
    {"ocr_carea", "ocrx_block", "ocr_par", "ocr_column", "ocr_table", "ocr_float", "ocr_separator"}
)
_WORDS = frozenset({"ocrx_word", "ocr_word"})
_UNREAD = frozenset({"head", "script", "style"})
_PROPERTY = re.compile(r"\s*(\w+)\s+([^;]*)")


def read(data: bytes, name: str) -> list[Page]:
    """The pages of a file; raises `InputError` where a box is no box."""
    pages: list[Page] = []

    def take(element: Element) -> None:
        pages.append(_Reader(f"{name}, page {len(pages) + 1}").page(element))

    try:
        read_xml(data, name, _is_page, take)
    except InputError as error:
        if "well-formed" not in error.what:
            raise
        pages.clear()
        read_html(data, name, _is_page, take)
    if not pages:
        read_html(data, name, lambda tag, _: tag == "body", take)
    return pages


def _is_page(_tag: str, attrs: dict[str, str]) -> bool:
    return "ocr_page" in attrs.get("class", "").split()


@dataclass(slots=True)
class _Open:
    """The line that is being read, and the words of it that stand in no element of their own."""

    line: Line
    loose: list[str]


class _Reader:
    """Goes through one page."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._page = Page(where)
        self._open = _Open(Line(), [])
        self._size: float | None = None

    def page(self, element: Element) -> Page:
        self._page.blocks.append(Block())
        self._element(element)
        self._close_line()
        self._page.blocks = [block for block in self._page.blocks if block.lines]
        return self._page

    def _element(self, element: Element) -> None:
        if element.tag in _UNREAD:
            return
        classes = set(element.get("class", "").split())
        if classes & _WORDS:
            self._loose_words()
            self._word(element)
            return
        is_line, is_block = bool(classes & _LINES), bool(classes & _BLOCKS)
        if is_line or is_block:
            self._close_line()
        if is_block:
            self._page.blocks.append(Block())
        if is_line:
            self._open_line(element)
        self._open.loose.append(element.text or "")
        for child in element:
            self._element(child)
            if child.tag == "br":
                self._close_line()
            self._open.loose.append(child.tail or "")
        if is_line or is_block:
            self._close_line()
        if is_block:
            self._page.blocks.append(Block())

    def _open_line(self, element: Element) -> None:
        told = _properties(element)
        line = Line(box=self._box(told.get("bbox")))
        baseline = (told.get("baseline") or "").split()
        if line.box and len(baseline) == 2:
            slope, offset = (number(value, "baseline", self._where) or 0.0 for value in baseline)
            down = line.box.bottom + offset
            line.baseline = ((line.box.left, down), (line.box.right, down + slope * line.box.width))
        angle = number(told.get("textangle"), "textangle", self._where) or 0.0
        line.turned = 45 < abs(angle) % 180 < 135
        self._open = _Open(line, [])

    def _close_line(self) -> None:
        self._loose_words()
        line = self._open.line
        if line.words:
            self._page.blocks[-1].lines.append(line)
        self._open = _Open(Line(), [])

    def _loose_words(self) -> None:
        text = spaced("".join(self._open.loose))
        self._open.loose.clear()
        self._open.line.words += [Word(word) for word in text.split(" ") if word]

    def _word(self, element: Element) -> None:
        told = _properties(element)
        letters = list(self._letters(element))
        if any(box for _, box in letters):
            text = "".join(spaced(letter) for letter, _ in letters)
        else:
            text = spaced("".join(letter for letter, _ in letters))
        if not text:
            return
        boxes = [box for letter, box in letters for _ in spaced(letter)]
        raised = raised_from(text, boxes) if len(boxes) == len(text) else -1
        confidence = _confidence(told, self._where)
        self._open.line.words.append(Word(text, self._box(told.get("bbox")), confidence, raised=raised))

    def _letters(self, element: Element) -> Iterator[tuple[str, Box | None]]:
        """The text of a word, piece by piece; what other readings a program weighed is none of it."""
        yield element.text or "", None
        for child in element:
            told = _properties(child)
            if "ocrx_cinfo" in child.get("class", "").split():
                if "x_bboxes" in told:
                    yield (
                        "".join(child.itertext()) if not len(child) else child.text or "",
                        self._box(told["x_bboxes"]),
                    )
                elif "x_confs" not in told:
                    yield from self._letters(child)
            elif not child.get("id", "").startswith(("lstm_choices", "timestep", "choice")):
                yield from self._letters(child)
            yield child.tail or "", None

    def _box(self, value: str | None) -> Box | None:
        if not value:
            return None
        found = [number(part, "a box", self._where) or 0.0 for part in value.split()]
        if len(found) != 4:
            raise InputError(
                f"a box has {len(found)} numbers, not 4: {value[:40]!r}",
                where=self._where,
                remedy="Have the file written anew: it is damaged.",
            )
        box = Box(*found)
        return box if box.width > 0 and box.height > 0 else None


def _properties(element: Element) -> dict[str, str]:
    title = element.get("title", "")
    if '"' in title:
        title = re.sub(r'"[^"]*"', "", title)  # a file's name may hold anything
    found = (_PROPERTY.match(part) for part in title.split(";"))
    return {match[1]: match[2].strip() for match in found if match}


def _confidence(told: dict[str, str], where: str) -> float | None:
    """How sure the program was of a word, from 0 to 1."""
    if "x_wconf" in told:
        value = number(told["x_wconf"].split(" ")[0], "x_wconf", where)
        return None if value is None else max(0.0, min(1.0, value / 100))
    confs = [number(part, "x_confs", where) or 0.0 for part in told.get("x_confs", "").split()]
    if not confs:
        return None
    mean = sum(confs) / len(confs)
    return max(0.0, min(1.0, mean if max(confs) <= 1 else mean / 100))
