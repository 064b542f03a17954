"""The words by which print refers to something by number or title, wherever they stand and whatever they mean.

"p. 40", "pp. 40–42", "Figure 1.1", "Tables 3 and 4", "Chapter Four", "chapters 4 and 5", "Part Two", "note 12",
"see “The Dry Summer”".  Whether they refer to their own work is decided elsewhere (`standing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from build_edition.apparatus.crossrefs.labels import FLOATS
from build_edition.apparatus.numerals import number_in

Kind = Literal["float", "chapter", "part", "page", "note", "title"]


@dataclass(frozen=True, slots=True)
class Named:
    """One thing that is named, by the words `text[start:end]`; `first` is its number or title.

    A range names its first. `sort` says what kind of float it is. `page` is the page that the words add to a
    float or a chapter ("Figure 1.1, p. 40"), and `page_start` where these begin.
    """

    kind: Kind
    start: int
    end: int
    first: str
    sort: str = ""
    page: str = ""
    page_start: int = 0


_TO = r"\s?[–—-]\s?"
_CARDINAL = (
    r"(?:twenty|thirty)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
)
_ROMAN = r"[IVXLC]+\b(?:(?<!\bI)|(?=[).,;:]|$))"  # "In this chapter I" is no number
_CHAPTER_NUMBER = rf"(?:\d{{1,3}}(?:{_TO}\d{{1,3}})?\b(?![.]\d)|{_ROMAN}|(?i:{_CARDINAL})\b)"
_FLOAT_NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{1,3}})*[a-z]?\b(?:{_TO}\d{{1,3}}(?:\.\d{{1,3}})*\b)?|{_ROMAN})"
_PAGE_NUMBER = rf"(?:\d{{1,4}}(?:{_TO}\d{{1,4}})?|[ivxlc]+(?:{_TO}[ivxlc]+)?)\b"
_NOTE_NUMBER = rf"\d{{1,3}}(?:{_TO}\d{{1,3}})?\b"
_AND = r"(?:,\s(?:and\s|or\s)?|\s(?:and|or|to|&)\s)"
_PAGE_WORD = r"(?:pp?\.\s?|[Pp]ages?\s)"
_FLOAT_WORD = "|".join(sorted((name for name in FLOATS), key=len, reverse=True))

_NUMBERED: tuple[tuple[Kind, str, str], ...] = (
    ("float", rf"(?i:{_FLOAT_WORD})\b\.?\s", _FLOAT_NUMBER),
    ("chapter", r"(?:[Cc]hapters?\s|[Cc]haps?\.\s?|[Cc]hs?\.\s?)", _CHAPTER_NUMBER),
    ("part", r"Parts?\s", _CHAPTER_NUMBER),
    ("page", _PAGE_WORD, _PAGE_NUMBER),
    ("note", r"(?:[Nn]otes?\s|nn?\.\s?)", _NOTE_NUMBER),
)
_PATTERNS = tuple(
    (kind, re.compile(rf"\b(?P<word>{word})(?P<first>{number})(?P<more>(?:{_AND}{number})*)"), re.compile(number))
    for kind, word, number in _NUMBERED
)
_SEVERAL = re.compile(r"(?:\w*s\b|pp|nn)\W*$")
_ADDED_PAGE = re.compile(rf"(?:,?\s|\s(?P<open>\())(?:see\s)?(?:on\s|at\s)?{_PAGE_WORD}(?P<n>{_PAGE_NUMBER})")
_TITLE = re.compile(
    r"\b[Ss]ee(?:\salso)?\s(?:the\s)?(?:section\s|chapter\s)?[“‘\"'](?P<title>[^“”\"]{3,120}?),?[”’\"']"
)


def find(text: str) -> list[Named]:
    """All that `text`, whose white space is single spaces, names so; from left to right, none overlapping."""
    found = [named for kind, pattern, number in _PATTERNS for named in _numbered(text, kind, pattern, number)]
    found += (Named("title", m.start("title"), m.end("title"), m["title"]) for m in _TITLE.finditer(text))
    found.sort(key=lambda named: (named.start, -named.end))
    kept: list[Named] = []
    for named in found:
        if not kept or named.start >= kept[-1].end:
            kept.append(named)
    return kept


def _numbered(text: str, kind: Kind, pattern: re.Pattern[str], number: re.Pattern[str]) -> Iterator[Named]:
    for match in pattern.finditer(text):
        word = match["word"]
        sort = FLOATS[word.strip(" .").casefold()] if kind == "float" else ""
        if sort and word.islower() and match["first"].isupper():
            continue  # "the map I drew"
        more = list(number.finditer(text, match.start("more"), match.end("more"))) if _SEVERAL.search(word) else []
        start, end = match.start(), match.end("first")
        first = Named(kind, start, end, _first(kind, match["first"]), sort)
        yield first if more else _with_page(text, first)
        yield from (Named(kind, one.start(), one.end(), _first(kind, one[0]), sort) for one in more)


def _first(kind: Kind, number: str) -> str:
    """The first number of a range ("40–42" is "40"); that of a chapter, part or note in digits ("Four" is "4")."""
    first = re.split(_TO if number[0].isdigit() else r"\s?[–—]\s?", number)[0]
    value = number_in(first) if kind not in {"float", "page"} else None
    return first if value is None else str(value)


def _with_page(text: str, named: Named) -> Named:
    """What is named, with the page that the words go on to give for it."""
    added = _ADDED_PAGE.match(text, named.end) if named.kind in {"float", "chapter"} else None
    if added is None:
        return named
    end = added.end()
    if added["open"]:
        if not text.startswith(")", end):
            return named
        end += 1
    return Named(named.kind, named.start, end, named.first, named.sort, _first("page", added["n"]), named.end)
