"""What is seen of each line, as it may be the first of a paragraph or of a display, or go on with either.

Serves `displays`.  Measured once, for `steps` asks it in each reading of the text: how wide a line is, and how
wide the one above would have been with its first word; whether a blank line stands above; how the line above ends,
how this one begins, and whether it takes up a quotation that was left open there.

    “There is no water for the wheel.
    “And after the feast there is no corn.”     → goes on with what is quoted
    The steward did not write again.            → stands after what was quoted
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from build_edition.rules.evidence.displays.endings import (
    AFTERWARDS,
    BREAKS_OFF,
    CLOSES,
    GOES_ON,
    NOTED,
    OTHER,
    QUOTED,
    SMALL,
    beginning_of,
    ending_of,
)
from build_edition.rules.evidence.displays.sights import Sight
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import ADVANCES, Measure

MUCH_ROOM = 0.85  # of the measure: what leaves more of it empty ended by will, however the words are read
ROOM = 0.98  # of the measure: what leaves less of it empty is full
_FEWEST, _ALL_PARTED = 10, 0.9  # paragraphs that tell, and the share of them with a blank line above
_MARK = re.compile('[“”«»"]')


class Seen:
    """What is measured of each line but once."""

    def __init__(self, sights: Sequence[Sight], measure: Measure) -> None:
        self.barred = [sight.barred for sight in sights]
        self.widths = [measure.width(sight.line) / measure.full for sight in sights]
        words = [re.split(r"(?<=[—–-])|\s", sight.line.ink, maxsplit=1)[0] for sight in sights]
        space = ADVANCES[" "]
        words_wide = [(space + sum(map(ADVANCES.__getitem__, word))) / measure.full for word in words]
        self._joined = [0.0, *(width + word for width, word in zip(self.widths, words_wide[1:], strict=False))]
        ends = [ending_of(sight.line) for sight in sights]
        begins = _beginnings(sights, ends)
        self.looks = [
            ((2 if sight.opens_page else int(sight.gap)) * 5 + ends[i - 1]) * 5 + begins[i]
            for i, sight in enumerate(sights)
        ]
        self.moved = _moved(sights)
        self._measure = measure
        self.closed_up = measure.closed_up
        self.parted = self._is_parted(sights)

    def _is_parted(self, sights: Sequence[Sight]) -> bool:
        """Whether a blank line stands above every paragraph, as where a scan is read that keeps no indents."""
        if any(sight.shift for sight in sights):
            return False
        begun = [
            sight.gap
            for i, sight in enumerate(sights)
            if i
            and self.joined(i) < MUCH_ROOM
            and not (sight.barred or sight.opens_page)
            and self.end(i) != BREAKS_OFF
            and not self.begins_small(i)
        ]
        return len(begun) >= _FEWEST and sum(begun) >= _ALL_PARTED * len(begun)

    def last(self, i: int, measure: float) -> float:
        """How wide line `i` is, or the last printed line that it holds, if such are `measure` wide."""
        if not self.closed_up:
            return self.widths[i]
        full = self._measure.full
        return self._measure.of_last(round(self.widths[i] * full), of=measure) / full

    def joined(self, i: int, measure: float = 1.0) -> float:
        """How wide the line above line `i` would have been with its first word."""
        if not self.closed_up:
            return self._joined[i]
        return self._joined[i] + self.last(i - 1, measure) - self.widths[i - 1]

    def end(self, i: int) -> int:
        """How the line above line `i` ends."""
        return self.looks[i] // 5 % 5

    def gap(self, i: int) -> bool:
        """Whether a blank line stands above line `i`."""
        return self.looks[i] // 25 == 1

    def begins_quoted(self, i: int) -> bool:
        return self.looks[i] % 5 in (QUOTED, GOES_ON)

    def begins_small(self, i: int) -> bool:
        return self.looks[i] % 5 == SMALL

    def look(self, i: int, measure: float) -> int:
        """What is seen at line `i` of the step to it, as one number, if the line above may be `measure` wide."""
        joined = self.joined(i, measure) if self.closed_up else self._joined[i]
        return self.looks[i] * 2 + (joined < measure * ROOM)


def _beginnings(sights: Sequence[Sight], ends: Sequence[int]) -> list[int]:
    """How each line begins; what begins a paragraph also by whether it takes up a quotation, or one has closed."""
    begins: list[int] = []
    quoted, is_open = False, False
    for i, sight in enumerate(sights):
        ink = sight.line.ink
        begin = beginning_of(ink)
        opens = begin == QUOTED and ends[i - 1] != BREAKS_OFF
        parted = sight.gap and not sight.opens_page
        if i and (parted or sight.barred or sight.shift >= INDENT or opens):
            if begin == QUOTED and quoted and is_open:
                begin = GOES_ON
            elif begin == OTHER and quoted and not is_open and ends[i - 1] in (CLOSES, NOTED):
                begin = AFTERWARDS
            quoted, is_open = begin in (QUOTED, GOES_ON), False
        for mark in _MARK.findall(ink):
            is_open = mark in "“«" or (mark == '"' and not is_open)
        begins.append(begin)
    return begins


def _moved(sights: Sequence[Sight]) -> list[int]:
    """How much farther in each line stands than the one above; a line alone between blank lines tells nothing."""
    apart = [sight.gap or sight.opens_page for sight in sights]
    alone = [one and other for one, other in zip(apart, [*apart[1:], True], strict=True)]
    moved = [0] * len(sights)
    for i, (above, here) in enumerate(pairwise(sights), 1):
        if not (here.opens_page or alone[i - 1] or alone[i]):
            moved[i] = here.shift - above.shift
    return moved
