"""From a place in the text of a passage back to the run of inlines, and to the source, that it comes from."""

from __future__ import annotations

import re
from bisect import bisect_right

from build_edition.apparatus.passage_index import Passage
from build_edition.reading import Reading
from build_edition.tree import flatten
from build_edition.work import Text, plain

_INK = re.compile(r"\S+")


class PassagePlaces:
    """The way back from the text of one passage, whose white space was drawn together."""

    def __init__(self, passage: Passage) -> None:
        self.runs = passage.runs
        words = [plain(run) for run in passage.runs]
        self.run_starts: list[int] = []  # of each run in the words of all, parted by a space
        here = 0
        for piece in words:
            self.run_starts.append(here)
            here += len(piece) + 1
        self.starts: list[int] = []  # of each word in the passage's text
        self.drawn_from: list[int] = []  # and in the words of all runs
        here = 0
        for ink in _INK.finditer(" ".join(words)):
            self.starts.append(here)
            self.drawn_from.append(ink.start())
            here += len(ink[0]) + 1

    def in_run(self, start: int, end: int) -> tuple[int, int, int] | None:
        """Which run holds `text[start:end]`, and the span of its words; None where no run holds all of it."""
        first, last = self._undrawn(start), self._undrawn(end - 1) + 1
        run = bisect_right(self.run_starts, first) - 1
        begins = self.run_starts[run]
        if run + 1 < len(self.run_starts) and last > self.run_starts[run + 1] - 1:
            return None
        return run, first - begins, last - begins

    def in_source(self, offset: int, reading: Reading) -> int:
        """The offset in the source of the character at `offset`, which is no space."""
        at = self._undrawn(offset)
        run = bisect_right(self.run_starts, at) - 1
        here = self.run_starts[run]
        for inline in flatten(self.runs[run]):
            if isinstance(inline, Text):
                if at < here + len(inline.text):
                    return source_offset(inline, at - here, reading)
                here += len(inline.text)
        raise IndexError(f"the passage has no character {offset}")

    def _undrawn(self, offset: int) -> int:
        word = bisect_right(self.starts, offset) - 1
        return self.drawn_from[word] + offset - self.starts[word]


def source_offset(text: Text, k: int, reading: Reading) -> int:
    """Where in the source the `k`th character of a text comes from, as near as an intervention lets it be told."""
    if k <= 0:
        return text.start
    at = reading.to_source(min(reading.before_insertion(text.start) + k, len(reading.text)))
    return min(max(at, text.start), text.end)
