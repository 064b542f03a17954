"""Who wrote a text: by its byline, or by a line of its title page that begins with “by”."""

from __future__ import annotations

import re

from build_edition.starting.guess import Guess, as_written
from build_edition.starting.opening import Opening

BY = re.compile(r"(?:written )?by(?::|\s|$)\s*", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]+\.?(?:[\s-]+[^\W\d_]*[’'.]?[^\W\d_]+\.?,?){1,6}")
_AND = re.compile(r",? and |, (?=\S+ \S)|\s*[;&]\s*", re.IGNORECASE)
_YEARS = re.compile(r"[\s,(]*\b[12]\d{3}\b.*$")
_PARTICLES = frozenset(
    {"al", "ben", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "of",
     "ter", "van", "von", "y", "zu"}
)  # fmt: skip
_SUFFIXES = re.compile(r",? (?:Jr|Sr|II|III|IV|Esq)\.?$", re.IGNORECASE)


def author_of(opening: Opening) -> Guess:
    """The author or authors, “A. Reader and B. Writer”; nothing where neither tells one."""
    lines = list(opening.pieces())
    for piece in lines:
        if piece.kind == "byline" and (name := _named(BY.sub("", piece.words, count=1))):
            return Guess(name, f"the byline on line {piece.line}")
    for k, piece in enumerate(lines):
        match = BY.match(piece.words)
        if match is None:
            continue
        words = piece.words[match.end() :] or (lines[k + 1].words if k + 1 < len(lines) else "")
        if name := _named(words):
            return Guess(name, f"“by” on line {piece.line}")
    return Guess()


def _named(words: str) -> str:
    """The words as a name, without a year behind it; empty where they are none."""
    name = as_written(_YEARS.sub("", " ".join(words.split())))
    return name if all(_NAME.fullmatch(one) for one in _AND.split(name)) else ""


def filed(author: str) -> tuple[str, ...]:
    """Each author as a bibliography files the name; the last word, with its particles, is taken for the family's.

    One name that has a comma is filed already, as a family name of two words must be: “Sparrow Simpson, W. J.”
    """
    if "," in author and not re.search(r"\band\b|;", author) and len(author.split(",")) == 2:
        return (author.strip(),)
    return tuple(_filed(name) for name in _AND.split(author) if name.strip())


def _filed(name: str) -> str:
    suffix = _SUFFIXES.search(name)
    words = (name[: suffix.start()] if suffix else name).split()
    if len(words) < 2:
        return name.strip()
    first = len(words) - 1
    while first > 1 and words[first - 1].casefold() in _PARTICLES:
        first -= 1
    last = suffix.group().strip(" ,") if suffix else ""
    return ", ".join(filter(None, (" ".join(words[first:]), last, " ".join(words[:first]))))
