"""Verse: runs of lines that all ended by will in the middle of their sentences, and begin anew with a capital.

Serves `quotations`.  Prose breaks a sentence where its line is full; only verse breaks it where there is room, and
goes on with a capital.  So verse is known in any setting by its own lines: at the text's edge or farther in, in
a text that has lost its indents and its blank lines, or where OCR has put each line of it apart.  Short speeches
and entries end their sentences with their lines, names in a list and titles are mostly capitals, and a block of
prose that is set narrower goes on with small letters.  A line in brackets above it, as the name of a tune, and one
in capitals or behind a dash below it, as the poet's name, are of it.

    and sang as she went:
    The wheel that turns by night alone         → two lines of verse
    Has neither bread nor water,
    and nobody answered her.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_edition.rules.evidence.displays.endings import BREAKS_OFF, LEADS_IN, QUOTES, ending_of
from build_edition.rules.evidence.displays.sights import Sight
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals
from build_edition.source import Line

_BEFORE = QUOTES + "’'([—–-… "  # what may stand before the first letter of a line
_CLOSED = re.compile(r"[”\"’'»]\W{0,2}(?:\[?\d{1,3}\]?)?$")
_DASHES = "—–"
_CUT = re.compile(r"[^\W\d_]-$")  # a word that the end of its line breaks
_LEAD = re.compile(r"[:—–-]$")
_WIDEST = 0.97  # of the measure, that a line of verse takes
_NAME = 0.75  # and the poet's name below it, or that of the tune above
_TURNED = 0.4  # and the last words of one that are turned over
_SMALL = 0.25  # of the lines may begin with a small letter, which OCR or the poet has made of it
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_FEWEST = 2  # words a line beside its first
_NAMES = 0.4  # of these: more capitals are names, or a title
_FIGURES = 0.25  # of the lines may hold figures
_NOTE = 4  # characters of a note call at the end of a line
# What it weighs that a line breaks a sentence off, or ends it; that all is in quotation marks; that the text above
# leads in or breaks off. So much is verse.
_BROKEN, _ENDED, _QUOTED, _LED_IN, _ENOUGH = 1.0, -0.5, 1.5, 1.0, 2.5


def verses(sights: Sequence[Sight], measure: Measure) -> list[range]:
    """The runs of lines that are verse, as places in `sights`."""
    return [_whole(sights, run, measure) for run in _runs(sights, measure) if _is_verse(sights, run)]


def with_verse(
    sights: Sequence[Sight], displays: Sequence[Sequence[range]], runs: Sequence[range]
) -> list[list[range]]:
    """The displays, each as the places of its paragraphs, with these runs of verse as displays or parts of them.

    Each line of verse is a paragraph of its own. What stands beyond a poet's name, or above the name of a tune, is
    of no display that the verse is of.
    """
    found: list[list[range]] = []
    places = {i for run in runs for i in run}
    begins = {part.start for parts in displays for part in parts}
    sealed = {run.start for run in runs if _is_beside(sights[run.start].line.ink)}
    sealed.update(run.stop for run in runs if _is_beside(sights[run.stop - 1].line.ink))
    for start, end in _joined([*((parts[0].start, parts[-1].stop) for parts in displays), *map(_ends, runs)]):
        ends = [start, *sorted(i for i in sealed if start < i < end), end]
        for first, stop in pairwise(ends):
            if len(ends) > 2 and all(sights[i].gap for i in range(first + 1, stop)) and first not in places:
                continue  # lines by themselves beyond it
            cuts = (i for i in range(first + 1, stop) if i in begins or i in places or i - 1 in places)
            found.append([range(*part) for part in pairwise([first, *cuts, stop])])
    return found


def _ends(run: range) -> tuple[int, int]:
    return run.start, run.stop


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap as one."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if whole and start < whole[-1][1]:
            start, before = whole.pop()
            end = max(end, before)
        whole.append((start, end))
    return whole


def _runs(sights: Sequence[Sight], measure: Measure) -> Iterator[range]:
    """The runs of lines that all ended by will, most with a capital, without the prose about them."""
    start = 0
    for i in range(1, len(sights) + 1):
        end = i
        if i < len(sights) and _ends_by_will(sights, i - 1, measure) and not sights[i].barred:
            if not (_leads_in(sights, i - 1) or _is_beside(sights[i - 1].line.ink)):
                continue
            end = i - 1
        yield from _verse_of(sights, range(start, end), measure)
        start = i


def _ends_by_will(sights: Sequence[Sight], i: int, measure: Measure) -> bool:
    here = sights[i].line
    if measure.width(here) > _WIDEST * measure.full or _CUT.search(here.ink):
        return False
    return i + 1 == len(sights) or sights[i + 1].barred or measure.had_room(here, sights[i + 1].line)


def _leads_in(sights: Sequence[Sight], i: int) -> bool:
    """Whether line `i` leads into a quotation that opens below it, with a stop that does or with none."""
    above, below = sights[i].line.ink, sights[i + 1].line.ink
    return below[0] in QUOTES and (_LEAD.search(above) is not None or above[-1].isalpha())


def _verse_of(sights: Sequence[Sight], run: range, measure: Measure) -> Iterator[range]:
    """What may be verse of a run of lines that ended by will: what lies between its first and last capitals."""
    great = [i for i in run if _begins_great(sights[i].line.ink) or _opens_small(sights, i, run)]
    if great and great[-1] + 1 == run.stop and not _ends_by_will(sights, great[-1], measure):
        del great[-1]  # the first line of a paragraph
    if len(great) < 2:
        return
    if _continues(sights, great[0], measure):
        del great[0]
    start, end = great[0], great[-1] + 1
    if end - start - len(great) > _SMALL * (end - start):
        return
    end += _is_turned_over(sights, start, end, run, measure)
    if sights[start].line.ink[0] in QUOTES:
        closed = (i for i in range(start + 1, end) if _CLOSED.search(sights[i].line.ink))
        after = (i + 1 for i in closed if i + 1 == end or sights[i + 1].line.ink[0] not in QUOTES)
        end = next(after, end)
    if end - start > 1:
        yield range(start, end)


def _continues(sights: Sequence[Sight], i: int, measure: Measure) -> bool:
    """Whether line `i` goes on with a sentence of prose that fills the line above it."""
    here = sights[i]
    if not i or here.barred or (here.gap and not here.opens_page) or here.line.ink[0] in QUOTES:
        return False
    above = ending_of(sights[i - 1].line)
    return above in (BREAKS_OFF, LEADS_IN) and not _ends_by_will(sights, i - 1, measure)


def _begins_great(ink: str) -> bool:
    return ink.lstrip(_BEFORE)[:1].isupper() and not is_capitals(ink)


def _opens_small(sights: Sequence[Sight], i: int, run: range) -> bool:
    """Whether the first of a run of lines takes up a line of verse in its middle, in quotation marks."""
    return i == run.start > 0 and sights[i].line.ink[0] in QUOTES and _leads_in(sights, i - 1)


def _is_turned_over(sights: Sequence[Sight], start: int, end: int, run: range, measure: Measure) -> bool:
    """Whether line `end` holds the last words of a quoted line of verse, for which that had no room."""
    if end not in run or sights[start].line.ink[0] not in QUOTES:
        return False
    line = sights[end].line
    return _CLOSED.search(line.ink) is not None and measure.width(line) < _TURNED * measure.full


def _is_verse(sights: Sequence[Sight], run: range) -> bool:
    inks = [sights[i].line.ink for i in run]
    words = [word for ink in inks for word in _WORD.findall(ink)[1:]]
    if len(words) < _FEWEST * len(inks) or sum(word[0].isupper() for word in words) > _NAMES * len(words):
        return False
    if sum(any(map(str.isdecimal, ink[:-_NOTE])) for ink in inks) > _FIGURES * len(inks):
        return False
    return _weight(sights, run) >= _ENOUGH


def _weight(sights: Sequence[Sight], run: range) -> float:
    """What the ends of the lines say, and what stands about them."""
    ends = [ending_of(sights[i].line) for i in run]
    weight = sum(_BROKEN if end in (BREAKS_OFF, LEADS_IN) else _ENDED for end in ends[:-1])
    first, last = sights[run[0]], sights[run[-1]]
    if first.line.ink[0] in QUOTES and _CLOSED.search(last.line.ink):
        weight += _QUOTED
    if run[0] and not first.barred and ending_of(sights[run[0] - 1].line) in (BREAKS_OFF, LEADS_IN):
        weight += _LED_IN
    return weight


def _whole(sights: Sequence[Sight], run: range, measure: Measure) -> range:
    """A run of verse with the line above it in brackets, and the poet's name below it."""
    start, end = run.start, run.stop
    if start and not sights[start].barred and _names_tune(sights[start - 1].line, measure):
        start -= 1
    if end < len(sights) and not sights[end].barred and (sights[start].barred or not _stands_apart(sights[end])):
        below = sights[end].line
        named = is_capitals(below.ink) or below.ink[0] in _DASHES
        end += named and measure.width(below) < _NAME * measure.full
    return range(start, end)


def _stands_apart(sight: Sight) -> bool:
    """Whether a blank line that is no page's edge stands above a line."""
    return sight.gap and not sight.opens_page


def _names_tune(line: Line, measure: Measure) -> bool:
    """Whether a line stands in brackets, one of which OCR may have lost."""
    if _is_bracketed(line.ink):
        return True
    bracketed = line.ink[0] in "[(" or line.ink[-1] in "])"
    return bracketed and is_capitals(line.ink) and measure.width(line) < _NAME * measure.full


def _is_bracketed(ink: str) -> bool:
    return ink[0] in "[(" and ink[-1] in "])"


def _is_beside(ink: str) -> bool:
    """Whether a line by itself may stand above verse or below it, and is none."""
    return _is_bracketed(ink) or is_capitals(ink) or ink[0] in _DASHES
