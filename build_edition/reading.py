"""The reading text: what stands after every intervention, with a map to the source and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    """A text got from another by replacing spans.

    `source_starts` and `starts` hold, for each segment (kept and replaced alternately as they come), where
    it begins in the source and here; `kept` tells whether the segment is the source's own.
    """

    text: str
    source_starts: tuple[int, ...]
    starts: tuple[int, ...]
    kept: tuple[bool, ...]
    source_length: int

    @classmethod
    def of(cls, source: str, replacements: Iterable[tuple[int, int, str]]) -> Reading:
        """Apply sorted, disjoint replacements `(start, end, reading)` to `source`."""
        pieces: list[str] = []
        source_starts: list[int] = []
        starts: list[int] = []
        kept: list[bool] = []
        here = there = 0

        def segment(at: int, piece: str, own: bool) -> None:
            nonlocal here
            source_starts.append(at)
            starts.append(here)
            kept.append(own)
            pieces.append(piece)
            here += len(piece)

        for start, end, reading in replacements:
            if start > there:
                segment(there, source[there:start], True)
            segment(start, reading, False)
            there = end
        if there < len(source) or not pieces:
            segment(there, source[there:], True)
        return cls("".join(pieces), tuple(source_starts), tuple(starts), tuple(kept), len(source))

    def from_source(self, offset: int) -> int:
        """Where the source's `offset` stands here; inside a replaced span, where its reading begins.

        At an insertion point it stands after what is inserted.
        """
        if not 0 <= offset <= self.source_length:
            raise IndexError(f"offset {offset} lies outside the source (0 to {self.source_length})")
        k = bisect_right(self.source_starts, offset) - 1
        if self.kept[k]:
            return self.starts[k] + offset - self.source_starts[k]
        after = self.source_starts[k + 1] if k + 1 < len(self.starts) else self.source_length
        if offset >= after:
            return self.starts[k + 1] if k + 1 < len(self.starts) else len(self.text)
        return self.starts[k]

    def to_source(self, offset: int) -> int:
        """Where the character at `offset` here comes from; for a replaced span, where that span begins."""
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"offset {offset} lies outside the reading text (0 to {len(self.text)})")
        if offset == len(self.text):
            return self.source_length
        k = bisect_right(self.starts, offset) - 1
        return self.source_starts[k] + (offset - self.starts[k] if self.kept[k] else 0)

    def in_source(self, start: int, end: int) -> tuple[int, int]:
        """Where `start … end` here comes from, with all of what is replaced at its ends."""
        first, place = self.to_source(start), bisect_right(self.starts, max(end - 1, start)) - 1
        if self.kept[place]:
            return first, self.source_starts[place] + end - self.starts[place]
        return first, self.source_starts[place + 1] if place + 1 < len(self.starts) else self.source_length

    def slice(self, start: int, end: int, *, through: bool = False) -> str:
        """The reading of `source[start:end]`, where neither end lies inside a replaced span.

        An insertion at `start` belongs to it; one at `end` does only with `through`.
        """
        last = self.from_source(end) if through else self.before_insertion(end)
        return self.text[self.before_insertion(start) : last]

    def before_insertion(self, offset: int) -> int:
        """Like `from_source`, but before anything inserted at `offset`."""
        k = bisect_right(self.source_starts, offset) - 1
        while k > 0 and self.source_starts[k - 1] == offset:
            k -= 1
        if self.source_starts[k] == offset:
            return self.starts[k]
        return self.from_source(offset)


def alike_at_ends(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts share at their beginnings, and, of what is left, at their ends."""
    limit = min(len(old), len(new))
    before = next((k for k in range(limit) if old[k] != new[k]), limit)
    limit -= before
    return before, next((k for k in range(limit) if old[-1 - k] != new[-1 - k]), limit)
