"""The printed measure of a hard-wrapped text: how wide its lines were in type, and how wide a full line is.

A printed line is full, or ends because its paragraph, heading or list item ended. Which of the two it is
shows only in type, where an `m` is nearly three times an `i`: so each line's width is estimated with the
advance widths of a common serif face, and what a full line measures is learnt from the text. Widths are
in thousandths of an em. All figures are estimates: a justified line is stretched or squeezed by a few
hundredths.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_edition.rules.evidence.layout.two_measures import of_text
from build_edition.source import Line, Source

# Advance widths of the Times family's roman, in thousandths of an em: the measures of its type, no text.
_BY_WIDTH = {
    200: "|", 250: " ,.\u00a0", 278: "/:;\\ijltíîïìı", 333: "!‘’'()-I[]f`\u2010\u2011r°", 350: "•",
    389: "Js", 408: '"', 444: "?acezàáâäãåéèêëçč“”„«»", 469: "^",
    480: "{}", 500: "#$0123456789_*bdghknopquvxyñóòôöõúùûüý–£€§", 541: "~", 556: "FPS", 564: "+<=>×",
    611: "ELTZ", 667: "BCRÇ", 722: "ADGHKNOQUVXYwÀÁÂÄÖÜÓÚ&", 778: "m", 833: "%", 889: "Mæ", 921: "@",
    944: "W", 1000: "—…",
}  # fmt: skip


class _Advances(dict[str, int]):
    """The width of any character; one that the table lacks is as wide as most of its kind."""

    def __missing__(self, character: str) -> int:
        category = unicodedata.category(character)
        if category in ("Mn", "Me", "Cc", "Cf", "Cs"):
            width = 0
        elif unicodedata.east_asian_width(character) in "WF":
            width = 1000
        elif category == "Lu":
            width = 690
        else:
            width = 300 if category in ("No", "Lm") else 500
        self[character] = width
        return width


ADVANCES = _Advances({character: width for width, row in _BY_WIDTH.items() for character in row})

_NOTE_AT_END = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[’'”\"»).,;:!?…\]]))(?:\d{1,3}|\s?\[\d{1,3}\])(?=(?:\s*\([^()]{1,40}\))?\s*$)"
)
_DASH = re.compile(r"[—–-]")
_RAISED = 200  # what a raised figure, six tenths as wide, lacks of a full one
_JOINED = 1.1  # times the measure: what no printed line is wide
_LONGEST = 1.05  # times the measure: what the natural width of a full line may come to
# Where a program has closed up the hyphens at line ends, more than so many of the lines are so many times the
# measure wide; where most are, or where full lines differ by as much, lines are no printed lines.
_FAR_TOO_WIDE, _CLOSED_UP, _NOT_PRINTED, _UNEVEN = 1.4, 0.03, 0.5, 0.05
_TWO = 0.035  # of a full line: where full lines differ by more, they may be of two measures
_TOLERANCE = 0.02  # by how much a justified line may be squeezed


def line_width(text: str) -> int:
    """The natural width of a line of type, in thousandths of an em."""
    width = sum(map(ADVANCES.__getitem__, text))
    note = note_at_end(text)
    return width - _RAISED * len(note[0]) if note and note[0].isdecimal() else width


def note_at_end(ink: str) -> re.Match[str] | None:
    """A note call at the end of a line, glued to it or in brackets, before a remark if there is one."""
    return _NOTE_AT_END.search(ink, max(0, len(ink) - 50))


def without_note(ink: str) -> str:
    """A line without the note call at its end, and what stands after it."""
    note = note_at_end(ink)
    return ink[: note.start()].rstrip() if note else ink


@dataclass(frozen=True)
class Measure:
    """What a full line measures, and how wide each line is.

    `full` is the width of a full line and `spread` how far full lines commonly lie from it; `widths` has
    one width a source line. Where the text has too few lines to tell, `full` is 0 and nothing is full.
    `closed_up` says that a program has closed up the hyphens at line ends: then what stood on the next printed
    line follows on the same, and many lines hold several printed ones.
    """

    full: float
    spread: float
    widths: tuple[int, ...]
    closed_up: bool = False

    def width(self, line: Line) -> int:
        return self.widths[line.number - 1]

    def of_last(self, width: int, *, of: float = 1.0) -> int:
        """The width of the last of several printed lines that a program has put on one, closing up their hyphens.

        It is `width` itself for one that a printed line may have. `of` is how wide the passage is set, as a share
        of the measure.
        """
        before = self.printed_lines(width, of=of) - 1
        return round(width - before * (self.full * of - ADVANCES["-"])) if before else width

    def printed_lines(self, width: int, *, of: float = 1.0) -> int:
        """How many printed lines, so wide together, a program has put on one."""
        full = self.full * of
        if not self.closed_up or width <= _JOINED * full:
            return 1
        without = full - ADVANCES["-"]
        before = 1
        while width > full * (1 + (_LONGEST - 1) * math.sqrt(before + 1)) + before * without:
            before += 1  # that several lines are all as long is less likely
        return before + 1

    def inset(self, line: Line) -> float:
        """How much of the measure the line leaves empty: 0 full, near 1 a single word."""
        return 1 - self.width(line) / self.full if self.full else 0.0

    def had_room(self, line: Line, following: Line, *, of: float = 1.0) -> bool:
        """Whether the first word of `following` would still have fitted on `line`.

        `of` is the share of the measure that the line may use. If it had room, the line ended by will.
        """
        if not self.full:
            return False
        width = self.width(line)
        if width > _FAR_TOO_WIDE * self.full:
            width = self.of_last(width)
        room = self.full * of * (1 - _TOLERANCE) - width - ADVANCES[" "]
        if room <= 0:  # as on most lines
            return False
        word = following.ink.partition(" ")[0]
        if dash := _DASH.search(word):
            word = word[: dash.end()]  # a dash lets a word be cut after it
        return sum(map(ADVANCES.__getitem__, word)) < room

    def is_filled(self, line: Line) -> bool:
        """Whether the line reaches the right edge, so that nothing tells if its paragraph ends with it."""
        return bool(self.full) and self.inset(line) < 0.1


@lru_cache(maxsize=1)
def measure_of(source: Source) -> Measure:
    """The measure of `source`, learnt from the lines that another follows at once."""
    lines = source.lines
    widths = tuple(line_width(line.ink) for line in lines)
    followed = [
        width
        for width, line, after in zip(widths, lines, lines[1:], strict=False)
        if width and not after.is_blank and not line.is_blank
    ]
    full, spread = _densest_half(followed)
    if spread > _TWO * full and (own := of_text(lines, widths, followed)):
        full, spread = _densest_half(own)
    printed = [width for width in followed if width <= _FAR_TOO_WIDE * full]
    far = len(followed) - len(printed)
    if not _CLOSED_UP * len(followed) < far < _NOT_PRINTED * len(followed):
        return Measure(full, spread, widths)
    of_printed, even = _densest_half(printed)  # of lines that hold several printed ones, each has another width
    if even >= _UNEVEN * of_printed:
        return Measure(full, spread, widths)
    return Measure(of_printed, even, widths, closed_up=True)


def _densest_half(values: Sequence[int]) -> tuple[float, float]:
    """The middle of the shortest interval that holds half of `values`, and a quarter of its length.

    Headings, verse and quotations set narrower do not move it, as they would move a mean.
    """
    ordered = sorted(values)
    half = len(ordered) // 2
    if half < 2:
        return (float(ordered[-1]) if ordered else 0.0), 0.0
    start = min(range(len(ordered) - half), key=lambda i: ordered[i + half] - ordered[i])
    inside = ordered[start : start + half + 1]
    return float(inside[half // 2]), (inside[-1] - inside[0]) / 4
