"""Titles of several lines, set large: each line ends by will, and the words are those of a title.

Serves `at_tops` and `amid`.

    Why the Upper Village, Taken by the
    Lower, Did Not Rise in Winter            -> the next word would have had room on the first line
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from build_edition.rules.evidence.headings.numerals import readings
from build_edition.rules.evidence.headings.wording import is_titled_line
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.rules.evidence.lines.shape import OPENERS, SMALL_WORDS, words_of
from build_edition.rules.evidence.lines.title_words import division_level, label_and_title
from build_edition.source import Line

_SHORT, _LAST = 0.1, 0.2  # of the measure left empty by its lines, and by the last
_CAPITALS = 0.8  # of the words that bear capitals in titles, if all lines begin with one
_GOES_ON = re.compile(r"\b(?:a|an|the|of|and|or)$", re.IGNORECASE)
_STOPS = (".", ",", ";", ":", "!", "-", "—", "–")


def is_broken(lines: Sequence[Line], measure: Measure) -> bool:
    """Whether each of these lines ends by will: the next word would have had room on it."""
    if measure.inset(lines[-1]) <= _LAST or any(measure.inset(line) <= _SHORT for line in lines):
        return False
    return all(measure.had_room(line, after) for line, after in pairwise(lines))


def is_worded(lines: Sequence[Line]) -> bool:
    """Whether the words of several lines are those of a title, and no verses or address."""
    ink = " ".join(line.ink for line in lines)
    if (
        ink.endswith(_STOPS)
        or ink.count("”") > ink.count("“")
        or _GOES_ON.search(ink)
        or not ink.lstrip(OPENERS)[:1].isupper()
    ):
        return False
    if division_level(lines[0].ink) is not None or label_and_title(lines[0].ink) is not None:
        return False
    if any(readings(line.ink) is not None for line in lines[1:]):
        return False  # a column of numbers
    long = [word for word in words_of(ink) if len(word) > 3 and word.lower() not in SMALL_WORDS]
    titled = sum(word[0].isupper() for word in long) >= _CAPITALS * len(long)
    goes_on = any(line.ink[0].islower() for line in lines[1:])
    address = sum(line.ink.endswith(",") for line in lines[:-1]) > 1
    return (titled or goes_on) and not address and is_titled_line(ink, wrapped=True)
