"""Catchwords: the first word of the next page, set below the last line of the one before.

Old printers set one on every page, to the right, with or without the signature of the sheet. It is known by the
page that follows, and by the habit: one line with the next page's first word may be the end of a sentence.

    … and so they went  /        to   |   to the mill by the old road …    → catch
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_edition.rules.evidence.lines.shape import letters_of
from build_edition.rules.evidence.pages.book import Head, PagedBook
from build_edition.source import Line

_LONGEST = 30  # characters
_WORDS = 2
_LEAST = 4  # letters of half a word that a hyphen follows
_FEWEST, _HABIT = 5, 0.4  # pages with one, and the share of all pages
_SIGNATURE = re.compile(r"[A-Z]{1,2}\s?\d?\s{2,}|\d?\s?[A-Z]\s{2,}")


def catchwords(book: PagedBook, heads: Sequence[Sequence[Head]], numbered: set[int]) -> set[int]:
    """The numbers of the lines that are catchwords; `heads` has the forme work at each page's top.

    `numbered` are the lines at the feet that show a page number, above or below which one may stand.
    """
    found = []
    for place, (page, tops) in enumerate(zip(book.pages[1:], heads[1:], strict=True)):
        below = page[len(tops) :]
        last = [line for line in book.pages[place][-3:] if line.number not in numbered]
        if below and last and _catches(last[-1], below[0]):
            found.append(last[-1].number)
    often = len(found) >= max(_FEWEST, _HABIT * len(book.inked))
    return set(found) if often else set()


def _catches(line: Line, first: Line) -> bool:
    """Whether a line holds no more than the first words of another."""
    ink = _SIGNATURE.sub("", line.ink)
    words = ink.split()
    if not 0 < len(words) <= _WORDS or len(ink) > _LONGEST:
        return False
    caught, begun = letters_of(ink), letters_of(" ".join(first.ink.split()[: len(words)]))
    half = ink.endswith("-") and len(caught) >= _LEAST and begun.startswith(caught)
    return bool(caught) and (caught == begun or half)
