"""Whole paragraphs in quotation marks: displays that neither their left edge nor their width shows.

Serves `quotations`.  A paragraph that opens with a quotation mark and ends with one is speech in a novel and a
display in a learned book, and which of the two it is the whole text tells: in the one a colon leads into few of
them, and none bears a note; in the other most have the one or the other.  Each further paragraph opens its mark
again, and the last one closes it; where one does not open it, the closing mark above is lost.  Where nothing
tells, only what a colon leads into is taken; but where paragraphs answer one another, it is speech as well.

    The steward wrote to the mill:

    “There is no water for the wheel before the
                                                    → one quotation over both lines
    feast, and after it there is no corn.”3
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_edition.rules.evidence.displays.endings import BREAKS_OFF, CLOSES, NOTED, STOPS, ending_of
from build_edition.rules.evidence.displays.sights import Sight
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.source import Line

_OPENS = '“"‘«'
_MARK = re.compile('[“”"]')
_CLOSES = re.compile(r"[”\"»](?P<note>[^\s\w.,;:]{1,2}|\s?\d{1,3}|\s\W)?[.,]?$|[.?!]’(?P<after>\s?\d{1,3})?$")
_LED_IN = re.compile(r"[:][\s.]?[—–-]{0,2}$")
_STOPPED = (".", "?", "!", ":", "—", "”", "’", '"', ",")
_ENDS = (".", "?", "!", "’", "'")  # of a paragraph, the last two for a closing mark that is misread
_MOST = 120  # lines of one quotation
_FEWEST = 3  # lines of a quotation that nothing leads into
HABIT = 0.5  # of such paragraphs have a lead-in or a note, in a book that sets its displays so
_TAIL = 30  # characters of a line that tell how it ends
_REPLIES = 3  # paragraphs that answer the one above, in a text of dialogue at the least


def quoted(sights: Sequence[Sight], measure: Measure) -> list[tuple[list[range], bool]]:
    """Such displays, each as the places of its paragraphs in `sights`, and whether it is sure."""
    found = list(_runs(sights, measure))
    sure = [run for run in found if _is_led_in(sights, run) or has_note(sights, run)]
    if len(sure) > 2 and len(sure) >= HABIT * len(found):
        taken = [(run, run in sure) for run in found if len(run) >= _FEWEST or run in sure]
    else:
        taken = [(run, False) for run in found if _is_led_in(sights, run) and sights[run[0]].gap]
    return [(_paragraphs(sights, run, measure), is_sure) for run, is_sure in taken]


def is_dialogue(sights: Sequence[Sight]) -> bool:
    """Whether the quotation marks of a text are mostly those of speech.

    Speech answers speech: a paragraph opens with a mark below one that has closed with it, and bears no note.
    Displays are led into, or a note call ends the one above.
    """
    replies = led_in = 0
    for above, here in pairwise(sights):
        if here.line.ink[0] not in _OPENS or here.barred or not (here.gap or here.opens_page):
            continue
        end = ending_of(above.line)
        replies += end == CLOSES
        led_in += end not in (CLOSES, BREAKS_OFF, STOPS)
    return replies >= _REPLIES and replies > led_in


def is_spoken(lines: Sequence[Line]) -> bool:
    """Whether lines are rather speech in a text of dialogue: the first has a mark of it, and no note ends them."""
    return _MARK.search(lines[0].ink) is not None and ending_of(lines[-1]) != NOTED


def _paragraphs(sights: Sequence[Sight], run: range, measure: Measure) -> list[range]:
    begins = [run.start, *(i for i in run[1:] if _begins(sights, i, measure)), run.stop]
    return [range(*ends) for ends in pairwise(begins)]


def _runs(sights: Sequence[Sight], measure: Measure) -> Iterator[range]:
    """The runs of two lines or more that open and close a quotation."""
    i = 1
    while i < len(sights):
        end = _end(sights, i, measure) if _begins(sights, i, measure) else 0
        if end > i + 1:
            yield range(i, end)
        i = max(end, i + 1)


def _begins(sights: Sequence[Sight], i: int, measure: Measure) -> bool:
    """Whether a paragraph that opens a quotation begins with line `i`."""
    if sights[i].line.ink[0] not in _OPENS or not (sights[i].gap or sights[i].opens_page):
        return False
    above = sights[i - 1].line
    return sights[i].barred or above.ink.endswith(_STOPPED) or measure.had_room(above, sights[i].line)


def _end(sights: Sequence[Sight], start: int, measure: Measure) -> int:
    """The place after the line that closes the quotation opened at `start`; 0 if none does."""
    is_open = False
    for i in range(start, min(len(sights), start + _MOST)):
        ink = sights[i].line.ink
        if i > start:
            if sights[i].barred:
                return 0
            if _begins(sights, i, measure):
                is_open = False  # each paragraph opens it again
            elif sights[i].gap and not ink[0].islower():
                if not is_open:
                    return 0  # what follows is outside
                above = sights[i - 1].line
                if above.ink.endswith(_ENDS) and measure.had_room(above, sights[i].line):
                    return i  # a paragraph that is quoted too would open it again: the closing mark is lost
        for mark in _MARK.findall(ink):
            is_open = mark == "“" or (mark == '"' and not is_open)
        if not is_open and _CLOSES.search(ink[-_TAIL:]) and _is_last(sights, i, measure):
            return i + 1
    return 0


def _is_last(sights: Sequence[Sight], i: int, measure: Measure) -> bool:
    """Whether a paragraph ends with line `i`."""
    if i + 1 == len(sights):
        return True
    below = sights[i + 1]
    return below.gap or below.opens_page or below.barred or measure.had_room(sights[i].line, below.line)


def _is_led_in(sights: Sequence[Sight], run: range) -> bool:
    return not sights[run[0]].barred and _LED_IN.search(sights[run[0] - 1].line.ink[-_TAIL:]) is not None


def has_note(sights: Sequence[Sight], run: range) -> bool:
    """Whether a note call ends such a quotation."""
    closing = _CLOSES.search(sights[run[-1]].line.ink[-_TAIL:])
    return closing is not None and any(closing.groups())
