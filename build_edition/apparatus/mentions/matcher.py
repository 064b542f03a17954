"""The matcher: every form of every entry, found in a text in one pass.

A word of the text is looked up among the first words of all forms; where forms begin with it, as many letters as
each length of these has are looked up among the forms.  So the cost hardly grows with the number of forms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.forms import plain_signs, written_as

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a text that are a form. `forms` gives, by entry, the form that its record lists for them."""

    start: int
    end: int
    forms: Mapping[str, str]


class Matcher:
    """Finds the forms of entries as whole words, as `edition.forms` says how a text may write them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        owners: dict[str, dict[str, str]] = defaultdict(dict)
        for entry in entries:
            for form in entry.forms:
                for written in written_as(form, entry.is_exact):
                    owners[written].setdefault(entry.id, form)
        self._forms: Mapping[str, Mapping[str, str]] = owners
        sizes: dict[str, set[tuple[int, int]]] = defaultdict(set)  # by first word: length, and what is before it
        for written in owners:
            first = _WORD.search(written)
            assert first  # a form has a letter or a digit
            sizes[first[0]].add((len(written), first.start()))
        self._sizes = {first: sorted(found, reverse=True) for first, found in sizes.items()}

    def find(self, text: str) -> Iterator[Hit]:
        """All forms in `text`, whose white space is single spaces, from left to right, the longest first.

        Hits may overlap; whose they are is not decided here.
        """
        text = plain_signs(text)
        for word in _WORD.finditer(text):
            for length, before in self._sizes.get(word[0], ()):
                start = word.start() - before
                end = start + length
                if start < 0 or end > len(text):
                    continue
                forms = self._forms.get(text[start:end])
                if forms is not None and _stands_alone(text, start, end):
                    yield Hit(start, end, forms)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit touches what stands between `start` and `end`."""
    return not (start > 0 and _is_of_word(text[start - 1])) and not (end < len(text) and _is_of_word(text[end]))


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
