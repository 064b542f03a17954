"""What a file of an OCR program says of a page: blocks of lines of words, in reading order, each with its box.

These are the values that the readers of all formats make, and that `rendering` makes a text of.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from build_edition.errors import InputError
from build_edition.geometry import Box

_BLANKS = re.compile("[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")  # not a space that the printer held fast

Point = tuple[float, float]


@dataclass(slots=True)
class Word:
    """A word as it was read. `tight` says that no space parts it from the one before.

    Its characters from `raised` on stand higher than those before, in smaller type; -1 where none are known to.
    """

    text: str
    box: Box | None = None
    confidence: float | None = None
    tight: bool = False
    raised: int = -1


@dataclass(slots=True)
class Line:
    """A line of words. `size` is that of its type in points, where the file tells one."""

    words: list[Word] = field(default_factory=list)
    box: Box | None = None
    baseline: tuple[Point, ...] = ()
    size: float | None = None
    turned: bool = False  # it runs up or down the page


@dataclass(slots=True)
class Block:
    """Lines that the OCR program took for one piece."""

    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """A page in reading order; `name` is what to call it where something is wrong with it."""

    name: str
    blocks: list[Block] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """All its lines, in order."""
        return [line for block in self.blocks for line in block.lines]


def spaced(text: str) -> str:
    """A text with single spaces, and none at its ends."""
    return _BLANKS.sub(" ", text).strip(" ")


def number(value: str | None, what: str, where: str) -> float | None:
    """The number in an attribute, None where there is none; raises `InputError` for what is no number."""
    if value is None or not value.strip():
        return None
    try:
        found = float(value)
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        raise InputError(
            f"{what} is {value[:40]!r}, not a number",
            where=where,
            remedy="Have the file written anew: it is damaged.",
        )
    return found


def around(points: Iterable[Point]) -> Box | None:
    """The box about points; None where there are none, or they span nothing."""
    found = list(points)
    if not found:
        return None
    across, down = zip(*found, strict=True)
    box = Box(min(across), min(down), max(across), max(down))
    return box if box.width > 0 and box.height > 0 else None
