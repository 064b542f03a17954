"""The signs and letters that mark notes anew on each page, in the order in which printers take them.

Serves `signed_feet` and `signed_calls`.  `* † ‡ § ‖ ¶`, then the same doubled; `*`, `**`, `***`; letters, of which
some printers pass over `j`, `v` or `w`; and numbers in round brackets.  A sign stands alone, tight after a word or
a stop, or after a space; a letter or number in brackets, `(a)`, tight or after a space; a bare letter tight after
a stop, or after a word that is one without it and none with it.

    The mill burnt.* It was rebuilt, the carters say†; the millera was not.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import Literal, NamedTuple

Series = Literal["sign", "enclosed", "letter"]

SIGNS = "*†‡§‖¶"
PASSED_OVER = frozenset("juvw")
CALL = {
    "sign": re.compile(rf"(?<=[^\s{SIGNS}])[ \u00a0]?(?P<n>(?P<sign>[{SIGNS}])(?P=sign){{0,2}})(?![{SIGNS}\w])"),
    "enclosed": re.compile(
        rf"(?<=[^\s(\[])\s?(?P<open>[(\[])(?P<n>[a-z]|[1-9]\d{{0,2}}|[{SIGNS}]{{1,3}})[)\]](?!\w)"
    ),
    "letter": re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=[.,;:!?”\"’')\]]))(?P<n>[a-z])(?![\w’'-])"),
}
_WORD_AT_END = re.compile(r"[^\W\d_]+\Z")
_ELIDED = re.compile(r"[^\W\d_][’'][stdm]\Z")
TIGHT, APART, GLUED = 10.0, 6.0, 7.0  # weights of a call: tight, after a space, a letter grown to a word
LONGEST = 40  # characters of a word


class Borne(NamedTuple):
    """A mark that stands where a call may: whether brackets enclose it, and how like a call it looks."""

    start: int
    end: int
    n: str
    weight: float
    enclosed: bool


def rank(n: str) -> int:
    """The place of a mark among those of its series."""
    if n.isdecimal():
        return int(n)
    if n[0] in SIGNS:
        return SIGNS.index(n[0]) + len(SIGNS) * (len(n) - 1)
    return ord(n)


def follows(before: str, n: str) -> bool:
    """Whether a mark may come next after another on a page."""
    if n[0] in SIGNS:
        return before[0] in SIGNS and rank(n) > rank(before)
    step = rank(n) - rank(before)
    return step == 1 or (step == 2 and chr(rank(n) - 1) in PASSED_OVER and n.isalpha())


def is_first(n: str, last: str) -> bool:
    """Whether a mark may be the first of a page, after the last of an earlier one."""
    if n.isdecimal() and last.isdecimal() and rank(n) > rank(last):
        return True
    return n in ("a", "1") or n[0] in SIGNS or (bool(last) and last[0] not in SIGNS and follows(last, n))


class Words:
    """The words of a text, by which a letter that has grown to one is known."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(re.findall(r"[^\W\d_]+", self.text.casefold()))

    def has_grown(self, end: int) -> bool:
        """Whether the word that ends with a letter is none with it, and one without."""
        word = _WORD_AT_END.search(self.text, max(end - LONGEST, 0), end)
        if word is None:
            return False
        whole = word[0].casefold()
        return self.counts[whole] <= 1 < self.counts[whole[:-1]] + 1


def borne(words: Words, series: Series, marks: frozenset[str], start: int, end: int) -> list[Borne]:
    """The marks of a series that stand in a stretch of the text as calls do, in order."""
    found = []
    for match in CALL[series].finditer(words.text, start, end):
        if match["n"] not in marks:
            continue
        first, after = match.span("n")
        enclosed = series == "enclosed"
        tight = match.start() == first - enclosed
        weight = TIGHT if tight else APART
        if series == "letter" and words.text[first - 1].isalpha():
            if not words.has_grown(after):
                continue
            weight = GLUED
        elif series == "letter" and _ELIDED.search(words.text, max(first - 2, 0), after):
            continue
        found.append(Borne(first, after, match["n"], weight, enclosed))
    return found
