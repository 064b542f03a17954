"""What a reader sees of a PDF, by region: the text, the foot of the page, the margins, the head.

The words are pdftotext's, in the order in which they were set, each with its place and its height. A region is a
matter of place; the foot of a page begins with its first words in the size of notes, which nothing else has. A
hyphen that Typst put at the end of a line is a soft one (U+00AD), so no guess is needed to take it out.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field, replace
from html import unescape
from itertools import pairwise
from pathlib import Path

MM = 72 / 25.4
# of A5, as `book.typ` has them: width, height, inner, outer, head, foot
WIDTH, HEIGHT, INNER, OUTER, HEAD, FOOT = (value * MM for value in (148, 210, 20, 26, 21, 24))
NOTE_SIZE = 0.82 * 10.2
SOFT_HYPHEN = "\u00ad"
MAY_JOIN = "\u2028"  # after a hyphen or dash at the end of a line: the words before and after may be one
BREAKING = "-–—/…"
TOUCH = 0.1  # of an em; a space is never less than 0.16
HANG = 1.5 * MM  # how far hanging punctuation, or a wide table, may reach into a margin
_PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its box in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """The size of the type: Libertinus is 1.14 times as high as that."""
        return (self.bottom - self.top) / 1.14


@dataclass(slots=True)
class Page:
    """The words of a page by region."""

    number: int
    body: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    inner: list[str] = field(default_factory=list)
    outer: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)


def read(path: Path) -> list[Page]:
    """The pages of an A5 book."""
    done = subprocess.run(["pdftotext", "-raw", "-bbox", str(path), "-"], check=True, capture_output=True)
    pages = _PAGE.findall(done.stdout.decode())
    found = [_page(number, _words(page)) for number, page in enumerate(pages, 1)]
    for before, after in pairwise(found):
        _part_at_dash(before.body, after.body)
        _part_at_dash(before.notes, after.notes)
    return found


def _part_at_dash(before: list[str], after: list[str]) -> None:
    """Mark the last word of a page as perhaps one with the first of the next, where that begins with a dash."""
    if before and after and after[0][0] in "–—" and not before[-1].endswith(MAY_JOIN):
        before[-1] += MAY_JOIN


def _words(page: str) -> list[Word]:
    found = []
    for left, top, right, bottom, text in _WORD.findall(page):
        found.append(Word(unescape(text), float(left), float(top), float(right), float(bottom)))
    return found


def _whole(words: list[Word]) -> list[str]:
    """The words of one region, with those rejoined that pdftotext has parted without a space."""
    found: list[Word] = []
    for word in words:
        if found and _touches(found[-1], word):
            word = replace(word, text=found.pop().text + word.text)
        elif found and (found[-1].text[-1] in BREAKING or word.text[0] in "–—") and word.left < found[-1].left:
            found[-1] = replace(found[-1], text=found[-1].text + MAY_JOIN)
        found.append(word)
    texts = [word.text for word in found]
    if texts and texts[-1][-1] in BREAKING:
        texts[-1] += MAY_JOIN  # the next page may go on with the same word
    return texts


def _touches(before: Word, word: Word) -> bool:
    """Whether two words are one: pdftotext parts a word where kerning moves a letter over the one before."""
    is_on_line = before.top < word.bottom and word.top < before.bottom
    return is_on_line and -0.5 < (word.left - before.right) / before.size < TOUCH


def _page(number: int, words: list[Word]) -> Page:
    left = INNER if number % 2 else OUTER
    right = left + WIDTH - INNER - OUTER
    regions: dict[str, list[Word]] = {name: [] for name in ("inner", "outer", "head", "foot", "inside")}
    for word in words:
        is_left, is_right = word.right <= left - HANG, word.left >= right + HANG
        if is_left or is_right:
            regions["inner" if is_left == bool(number % 2) else "outer"].append(word)
        elif word.bottom < HEAD:
            regions["head"].append(word)
        elif word.top > HEIGHT - FOOT + 4 * MM:
            regions["foot"].append(word)
        else:
            regions["inside"].append(word)
    inside = regions.pop("inside")
    notes_from = min((word.top for word in inside if abs(word.size - NOTE_SIZE) < 0.05), default=HEIGHT) - 1
    regions["body"] = [word for word in inside if word.top < notes_from]
    regions["notes"] = [word for word in inside if word.top >= notes_from]
    return Page(number, **{name: _whole(found) for name, found in regions.items()})


def joined(words: list[str]) -> list[str]:
    """Words with those rejoined that a soft hyphen divides at the end of a line or page."""
    return [word for word, _ in joined_with([(word, 0) for word in words])]


def joined_with(words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The same for words with the number of their page: a divided word is of the page on which it ends."""
    out: list[tuple[str, int]] = []
    for word, page in words:
        if out and out[-1][0].endswith(SOFT_HYPHEN):
            out[-1] = out[-1][0][:-1] + word, page
        else:
            out.append((word, page))
    return out


def aligned(expected: list[str], found: list[str]) -> tuple[list[int], str]:
    """The place in `found` where each expected word begins, as far as they agree, and where they first differ.

    Only after a hyphen or dash at the end of a line may either be: one word, or two.
    """
    places: list[int] = []
    at = 0
    for k, word in enumerate(expected):
        places.append(at)
        got = found[at] if at < len(found) else ""
        at += 1
        while got.endswith(MAY_JOIN) and got.replace(MAY_JOIN, "") != word and at < len(found):
            got += found[at]
            at += 1
        if got.replace(MAY_JOIN, "") != word:
            near = f"expected {expected[max(k - 4, 0) : k + 6]}, found {found[max(at - 5, 0) : at + 5]}"
            return places, f"word {k}: {near}"
    return places, ""
