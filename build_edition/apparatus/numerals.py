"""Numbers as headings spell them: "CHAPTER TWO", "Chapter 2", "II." are all 2."""

from __future__ import annotations

import re

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip

WORDS = {word: value for value, word in enumerate(_UNITS)}
WORDS |= {word: value for value, word in enumerate(_ORDINALS, 1)}
WORDS |= {ten: 20 + 10 * k for k, ten in enumerate(_TENS)}
WORDS |= {
    f"{ten}-{unit}": 20 + 10 * k + value
    for k, ten in enumerate(_TENS)
    for value, unit in enumerate(_UNITS[1:10], 1)
}

_ROMAN = re.compile(r"(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NAMES = frozenset({"the", "chapter", "part", "book", "section", "lecture", "letter", "essay", "volume", "no"})
_WORD = re.compile(r"[\w-]+")


def number_in(label: str) -> int | None:
    """The number that a label such as "CHAPTER TWO" states; None where it states none, or something else too."""
    words = [word for word in _WORD.findall(label.casefold()) if word not in _NAMES]
    word = "-".join(words)
    if word.isascii() and word.isdigit():
        return int(word) if len(word) <= 3 else None
    if word in WORDS:
        return WORDS[word]
    if not _ROMAN.fullmatch(word):
        return None
    digits = [_VALUES[letter] for letter in word]
    return sum(-value if value < max(digits[k:]) else value for k, value in enumerate(digits))
