"""Geometry: where the letters of a source stood on their pages, as far as the file that was read tells.

It stands beside the text and is never part of it: a `Source` may have it or not, and a rule may weigh it and may
never need it. Boxes are in the units of the file, upright as it has them; sizes and gaps are shares, so that a
rule never asks what a pixel is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle; `top` is less than `bottom`, as in images."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def with_(self, other: Box) -> Box:
        """The smallest box about both."""
        lefts, tops, rights, bottoms = zip(self, other, strict=True)
        return Box(min(lefts), min(tops), max(rights), max(bottoms))


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of the source on its page, counted from 0.

    `size` is the size of its type and `left` and `right` are its ends, all as shares of what is usual in the text:
    1 is the size of the text's type, 0 its left edge and 1 its right one.
    """

    page: int
    box: Box
    size: float | None
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """The source from `start` to `end` in its box; `confidence`, from 0 to 1, is what the OCR program gave it."""

    start: int
    end: int
    box: Box | None
    confidence: float | None


@dataclass(frozen=True)
class Geometry:
    """What is known of the places of a text; `lines` by the number of the line, `words` in order.

    `raised` are the spans that stand higher than what is before them, in smaller type.
    """

    lines: Mapping[int, PlacedLine]
    words: Sequence[PlacedWord]
    raised: Sequence[tuple[int, int]] = ()

    @cached_property
    def _ends(self) -> list[int]:
        return [word.end for word in self.words]

    def size(self, number: int) -> float | None:
        """The size of the type of a line, by its number; None where it is not known."""
        line = self.lines.get(number)
        return line.size if line else None

    def within(self, start: int, end: int) -> Sequence[PlacedWord]:
        """The words that a span touches."""
        first = last = bisect_left(self._ends, start + 1)
        while last < len(self.words) and self.words[last].start < end:
            last += 1
        return self.words[first:last]
