"""Quotations in quotation marks where blank lines are lost: whole paragraphs that open and close one.

Serves `quotations`.  A program that writes down the words alone keeps neither indents nor the space about a
display; if that is set to the text's own measure, its quotation marks are all that is left.  A line that ended by
will, most often with a colon, stands above it; from its first letter to its last it stands in one pair of marks,
which further paragraphs open anew; and with the closing mark, or the note call after it, a line ends.  Marks
within it are counted in and out.  A quotation within a sentence begins and ends anywhere in a line, and speech
bears no notes.

    The steward wrote to the mill:
    “There is no water for the wheel before the
    feast, and after it there is no corn.”3           → one quotation over both lines
    This letter was never answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_edition.rules.evidence.displays.endings import BREAKS_OFF, LEADS_IN, STOPS, ending_of
from build_edition.rules.evidence.displays.quoted import HABIT, has_note
from build_edition.rules.evidence.displays.sights import Sight
from build_edition.rules.evidence.layout.measure import Measure

_SPACED = 0.5  # of the paragraphs have a blank line above, in a text that keeps blank lines
_OPENS = "“«"
_MARK = re.compile("[“”«»]")
_AFTERWARDS = re.compile(r"[.,;]?\s?(?:\[?\d{1,3}\]?)?$")  # what may stand after the closing mark
_MOST = 120  # lines of one quotation
_CERTAIN = 4  # lines of one that stands below a full line


def unspaced(sights: Sequence[Sight], measure: Measure) -> list[list[range]]:
    """The displays of such a text, each as the places of its paragraphs.

    None of a text where few end in a note call: there it is speech as well that a colon leads into.
    """
    if not _is_unspaced(sights, measure):
        return []
    found = list(_quotations(sights, measure))
    noted = sum(has_note(sights, parts[-1]) for parts in found)
    return found if noted > 2 and noted >= HABIT * len(found) else []


def _is_unspaced(sights: Sequence[Sight], measure: Measure) -> bool:
    """Whether a text keeps neither indents nor the blank lines between its paragraphs."""
    paragraphs = spaced = 0
    for i in range(1, len(sights)):
        here = sights[i]
        if here.shift:
            return False
        if here.barred or here.opens_page or ending_of(sights[i - 1].line) in (BREAKS_OFF, LEADS_IN):
            continue
        if measure.had_room(sights[i - 1].line, here.line):
            paragraphs += 1
            spaced += here.gap
    return spaced < _SPACED * paragraphs


def _quotations(sights: Sequence[Sight], measure: Measure) -> Iterator[list[range]]:
    """Such quotations of two lines or more, each as the places of its paragraphs."""
    i = 1
    while i < len(sights):
        parts = _quotation(sights, i, measure) if _may_begin(sights, i) else []
        if parts:
            yield parts
        i = parts[-1].stop if parts else i + 1


def _may_begin(sights: Sequence[Sight], i: int) -> bool:
    return sights[i].line.ink[0] in _OPENS and not sights[i].barred


def _quotation(sights: Sequence[Sight], start: int, measure: Measure) -> list[range]:
    """The paragraphs of the quotation that opens with line `start`; none if it does not close with a line."""
    above = sights[start - 1].line
    by_will = measure.had_room(above, sights[start].line)
    if not by_will and not above.ink.endswith(":"):
        return []  # the sentence runs on
    begins = [start]
    depth = 0
    for i in range(start, min(len(sights), start + _MOST)):
        ink = sights[i].line.ink
        if i > start:
            if sights[i].barred:
                return []
            if ink[0] in _OPENS and _begins_paragraph(sights, i, measure):
                if ending_of(sights[i - 1].line) == LEADS_IN:
                    return []  # to another quotation: the closing mark of this one is lost
                begins.append(i)
                depth = 0  # each paragraph opens it again
        for mark in _MARK.finditer(ink):
            depth += 1 if mark[0] in _OPENS else -1
            if depth > 0:
                continue
            closed = _AFTERWARDS.match(ink, mark.end()) is not None
            if not closed or not _ends(sights, i, measure) or i + 1 - start < (2 if by_will else _CERTAIN):
                return []
            return [range(*ends) for ends in zip(begins, [*begins[1:], i + 1], strict=True)]
    return []


def _begins_paragraph(sights: Sequence[Sight], i: int, measure: Measure) -> bool:
    above = sights[i - 1].line
    return ending_of(above) == STOPS or measure.had_room(above, sights[i].line)


def _ends(sights: Sequence[Sight], i: int, measure: Measure) -> bool:
    """Whether a paragraph may end with line `i`."""
    if i + 1 == len(sights):
        return True
    here, below = sights[i].line, sights[i + 1]
    if below.barred or below.gap or measure.had_room(here, below.line):
        return True
    return not below.line.ink[0].islower() and ending_of(here) != BREAKS_OFF
