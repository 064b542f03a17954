"""The first and last lines of pages, and which of them come again at the edges of other pages.

A line is known again by its letters alone, without page number and chapter reference, and with letters
misread: a running head is read a little differently on every page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from build_edition.rules.evidence.lines.shape import letters_of
from build_edition.rules.evidence.pages.folios import EXACT, is_number, readings, stripped
from build_edition.source import Line

DEEP = 3  # lines that a head or foot may take
LONGEST = 90  # characters of a head
_WIDEST = 2 * LONGEST  # of one as long as the measure, which only its number and others like it tell from text
_LONGEST_SAID = 24
NEAR = 10  # pages: a running head comes again within so many
_THROUGHOUT, _HAND = 0.2, 0.4  # of the pages: in a long book, and in a few pages of one
_ALIKE = 80  # per cent
NOT_TITLE = re.compile(r"[.;,]$")
# "iv.] A HEAD", "chap. iv.] A HEAD", "A HEAD [chap. iv."; the brackets are often misread.
_CHAPTER_REFERENCE = re.compile(r"^(?:\w{2,5}[.,]\s?)?\S{1,6}?[\])}|]+\S?\s|[\[({]\s*\S{1,9}(?:\s\S{1,7})?\s*$")
# "Page 12", "p. 12", "12 of 90", "Page 12 / 90", "12 | P a g e": a number alone, said to be a page's.
_SAID = re.compile(
    r"(?:(?:page|p a g e|pg\.?|p\.)\s*)?(?P<n>\d{1,4})\s*(?:\||(?:of|/)\s*\d{1,4})?(?:\s*(?:page|p a g e))?",
    re.IGNORECASE,
)
_GLUED, _GLUED_END = re.compile(r"^\d{1,4}(?=[A-Z][a-z])"), re.compile(r"(?<=[^\W\d_]{3})\d{1,4}$")


@dataclass(frozen=True, slots=True)
class Edge:
    """A line at the top or foot of a page: its words and letters without page number and chapter reference."""

    line: Line
    words: str
    key: str
    first: str  # its first and last word, bare
    last: str
    depth: int = 0  # how many lines with words stand between it and the edge of the page

    @property
    def ink(self) -> str:
        return self.line.ink

    @property
    def is_wide(self) -> bool:
        """Whether the line is so long that only others like it show it to be a head."""
        return len(self.line.ink) > LONGEST and len(" ".join(self.line.ink.split())) > LONGEST

    def side(self, expected: int | None) -> str:
        """Where the line shows this number, misread by no more than single figures: first, last or alone."""
        for side, token in (("first", self.first), ("last", self.last)):
            if expected is not None and any(number == expected for number, _ in readings(token)):
                return side if self.key else "alone"
        return ""

    def shows_exactly(self, expected: int | None) -> bool:
        """Whether the line begins or ends with the very figures of this number."""
        tokens = (self.first, self.last)
        return expected is not None and any((expected, EXACT) in readings(token) for token in tokens)

    def without(self, expected: int | None) -> str:
        """The line without the number of its page."""
        side = self.side(expected)
        ink = self.ink.removeprefix(self.first) if side == "first" else self.ink
        return ink.removesuffix(self.last) if side == "last" else ink


def edges_of(lines: Iterable[Line]) -> list[Edge]:
    """What lines show as heads or feet, in order from the edge of the page."""
    edges: list[Edge] = []
    for line in lines:
        edges.append(_edge(line, sum(bool(edge.key) for edge in edges)))
    return edges


def _edge(line: Line, depth: int) -> Edge:
    ink = line.ink
    if "\f" in ink or not may_be_head(ink):
        return Edge(line, ink, "", "", "", depth)
    if len(ink) < _LONGEST_SAID and (said := _SAID.fullmatch(stripped(ink))):
        return Edge(line, "", "", said["n"], said["n"], depth)
    ink = _GLUED.sub(r"\g<0> ", ink)
    every = stripped(ink).split()
    words = [word for word in _CHAPTER_REFERENCE.sub(" ", ink).split() if any(map(str.isalnum, word))]
    if words and is_number(stripped(words[0])):
        words = words[1:]
    if words and is_number(stripped(words[-1])):
        words = words[:-1]
    bare = " ".join(words)
    first, last = (stripped(every[0]), stripped(every[-1])) if every else ("", "")
    if glued := _GLUED_END.search(last):
        last = glued[0]
    return Edge(line, bare, letters_of(bare), first, last, depth)


def may_be_head(ink: str) -> bool:
    """Whether a line is short, or begins or ends in the number of a page and is of words else."""
    if len(ink) <= LONGEST:
        return True
    if len(ink) > _WIDEST:
        ink = " ".join(ink.split()) if len(ink) < 2 * _WIDEST else ink  # words and number may stand far apart
    if len(ink) > _WIDEST or not (ink[0].isdigit() or ink[-1].isdigit()):
        return False
    numbered = any(len(word) <= 4 and word.isdecimal() for word in (ink.split(" ", 1)[0], ink.rsplit(" ", 1)[-1]))
    return numbered and 2 * sum(map(str.isalpha, ink)) > len(ink) - ink.count(" ")


def is_capitals(words: str) -> bool:
    """Whether nearly all letters are capitals, and there are at least three."""
    found = sum(map(str.isalpha, words))
    return found >= 3 and sum(map(str.isupper, words)) >= 0.85 * found


def is_titled(words: str) -> bool:
    """Whether words are set as a title's may be: begun with a capital, not ended as a sentence."""
    return words.lstrip("“‘\"'")[:1].isupper() and not NOT_TITLE.search(words)


class Kinship:
    """Which pages show the same words at this edge."""

    def __init__(self, edges: Sequence[Sequence[Edge]], beyond: Sequence[str]) -> None:
        """`beyond` has the line that follows the edges of each page."""
        self._edges = edges
        self._beyond = beyond
        self._pages: dict[str, list[int]] = defaultdict(list)
        for place, page in enumerate(edges):
            for key in {edge.key for edge in page if edge.key}:
                self._pages[key].append(place)

    def is_throughout(self, key: str) -> bool:
        """Whether just these letters stand on pages all through the book, as its title does."""
        count, pages = len(self._pages.get(key, ())), len(self._edges)
        return count >= max(NEAR, _THROUGHOUT * pages) or count >= max(4, _HAND * pages)

    def share(self, key: str) -> float:
        """On how many of the pages, as a share of all, just these letters stand; nothing for a few pages."""
        count = len(self._pages.get(key, ()))
        return count / len(self._edges) if count >= NEAR / 2 else 0.0

    def near(self, place: int, this: Edge) -> list[int]:
        """The other pages nearby that show the same words, or nearly these, as far from their edge."""
        if not this.key:
            return []
        return [
            other
            for other in range(max(0, place - NEAR), min(len(self._edges), place + NEAR + 1))
            if other != place and self.same(other, this) is not None and not self._repeats(place, other)
        ]

    def _repeats(self, place: int, other: int) -> bool:
        """Whether one page is the other over again, as where a leaf was scanned twice."""
        return bool(self._beyond[place]) and self._beyond[place] == self._beyond[other]

    def same(self, place: int, this: Edge) -> Edge | None:
        """The line of that page with these words, if it has one."""
        alike = (e for e in self._edges[place] if e.depth == this.depth and _alike(this.key, e.key))
        return next(alike, None)


def _alike(key: str, other: str) -> bool:
    if key == other:
        return True
    if len(key) < 5 or not 0.6 < len(other) / len(key) < 1.7:
        return False
    return ratio(key, other, score_cutoff=_ALIKE) > 0
