"""The order of an index: letter by letter, as far as the first comma, and what stands under which letter.

Spaces, hyphens, apostrophes and accents count for nothing, figures stand before letters in the order of their
numbers, and a name is filed by what stands before its comma: "New Lanark" follows "newcomer", and "Newton, Ann"
stands before "Newton Abbot".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TypeVar

FIGURES = "0–9"
_ARTICLE = re.compile(r"(?:the|an|a)\s+(?=\S)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
T = TypeVar("T")


def filed(heading: str) -> tuple[str, str, str]:
    """What a heading is sorted by; a leading article does not count."""
    plain = _ARTICLE.sub("", heading, count=1) if _ARTICLE.match(heading) else heading
    first, _, rest = plain.partition(",")
    return letters(first), letters(rest), heading


def letters(text: str) -> str:
    """The letters and figures of a text, of one case and without accents."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return _NUMBER.sub(lambda number: number[0].zfill(8), "".join(sign for sign in folded if sign.isalnum()))


def by_letter(entries: Iterable[T], heading: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """The entries in their order, those with one first letter together."""

    def letter(entry: T) -> str:
        first = filed(heading(entry))[0][:1].upper()
        return first if first.isalpha() else FIGURES

    ordered = sorted(entries, key=lambda entry: filed(heading(entry)))
    return [(name, list(group)) for name, group in groupby(ordered, letter)]
