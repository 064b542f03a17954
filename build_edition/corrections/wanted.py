"""A change that somebody wants in the reading text of a work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_edition.reading import alike_at_ends


@dataclass(frozen=True, slots=True)
class Wanted:
    """`words` shall stand where the reading text now has what stands from `start` to `end`.

    Where these are the same, the words are inserted; empty words delete.
    """

    start: int
    end: int
    words: str

    def trimmed(self, text: str) -> Wanted:
        """The same change of `text` on the smallest span: without what it leaves as it is at its ends."""
        old, new = text[self.start : self.end], self.words
        before, after = alike_at_ends(old, new)
        return Wanted(self.start + before, self.end - after, new[before : len(new) - after])


def changed(text: str, wanted: Iterable[Wanted]) -> str:
    """The text with all changes made, of which no two may touch the same characters."""
    pieces, here = [], 0
    for change in sorted(wanted, key=lambda change: (change.start, change.end)):
        if change.start < here:
            raise ValueError("two changes are wanted of the same words")
        pieces += [text[here : change.start], change.words]
        here = change.end
    return "".join([*pieces, text[here:]])
