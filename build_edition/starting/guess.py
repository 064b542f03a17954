"""A fact that a text seems to tell of itself, with the words that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_edition.rules.evidence.lines.shape import SMALL_WORDS, is_capitals

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_LETTERS = frozenset("IVXLC")


@dataclass(frozen=True, slots=True)
class Guess:
    """What was found, and why it is believed: “the heading on line 3”. Nothing found is empty words."""

    words: str = ""
    why: str = ""

    def __bool__(self) -> bool:
        return bool(self.words)


def as_written(words: str) -> str:
    """Words on one line; those that a printer set in capitals as one writes a title or a name."""
    line = " ".join(words.split()).strip(" .,;:*_‘’“”'\"")
    if not is_capitals(line):
        return line
    first = True

    def written(match: re.Match[str]) -> str:
        nonlocal first
        word = match.group()
        is_first, first = first, False
        if len(word) == 1 or _is_numeral(word):
            return word
        lowered = word.lower()
        return lowered if lowered in SMALL_WORDS and not is_first else lowered[0].upper() + lowered[1:]

    return _WORD.sub(written, line)


def _is_numeral(word: str) -> bool:
    """Whether capitals are a Roman numeral of a volume or a king: II, XIV."""
    return len(word) > 1 and set(word) <= _LETTERS
