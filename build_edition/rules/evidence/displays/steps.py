"""The steps from line to line by which displays are told from the text: what each looks like in this text.

Serves `displays`.  A text is read as a sequence of states, one a line: text, the first line of a paragraph, a
display, an odd line (centred, a signature).  Each step from one state to the next has its looks: a blank line or
none, how the line before ends, how the line begins, whether its first word would have fitted on the line before.
Books differ in them: one sets blank lines about its displays, one sets them in quotation marks.  So a guess is
made, the likeliest states are found, the looks are counted, and so again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import exp, log

from build_edition.rules.evidence.displays.sights import Sight
from build_edition.rules.evidence.layout.measure import ADVANCES, Measure
from build_edition.source import Line

TEXT, FIRST, DISPLAY, ODD = range(4)
# The steps from a line to the next: the text goes on, a paragraph begins, a display begins, goes on, or ends
# with text at the margin or set in; to or from an odd line; a paragraph begins within a display.
ON, PARAGRAPH, IN, ALONG, OUT, OUT_FIRST, ODDLY, NEXT = range(8)
_STEPS = (
    (ON, PARAGRAPH, IN, ODDLY),
    (ON, PARAGRAPH, IN, ODDLY),
    (OUT, OUT_FIRST, ALONG, ODDLY),
    (ON, PARAGRAPH, IN, ODDLY),
)
# How a line ends.
LEADS_IN, STOPS, CLOSES, BREAKS_OFF = range(4)
_MUCH_ROOM = 0.85  # of the measure: what leaves more of it empty ended by will, however the words are read
_ROOM = 0.98  # of the measure: what leaves less of it empty is full
_LEAD = re.compile(r"[:,;—–][^\w-]*$|\s-$")
_CLOSED = re.compile(r"[”»\"][.,]?(?:\d{1,3}\W{0,2})?$|[.?!…]’(?:\d{1,3}\W{0,2})?$")
_STOPPED = re.compile(r"[.?!…][^\w,;:—–-]*(?:\d{1,3}\W{0,2})?$")
_QUOTES = '“"‘«„'
_TAIL = 30  # characters of a line that tell how it ends

# What each step looks like before the text has been read, as counts: how often it is taken; the blank line
# above (none, one, unseen at a page’s edge); how the line before ends (leading in, with a stop, with a quotation
# mark, otherwise); how the line begins (a quotation mark, a small letter, otherwise); whether its first word had
# no room, or room, above.
_GUESS: tuple[tuple[tuple[float, ...], ...], ...] = (
    ((90,), (30, 1, 5), (3, 1, 0.3, 12), (1, 12, 8), (20, 0.6)),
    ((8,), (20, 2, 4), (0.7, 10, 4, 0.5), (3, 0.3, 12), (2, 8)),
    ((1.5,), (5, 5, 2), (6, 4, 0.5, 2), (4, 2, 6), (3, 7)),
    ((90,), (20, 1, 4), (3, 3, 1, 12), (1, 10, 8), (14, 2)),
    ((4,), (3, 6, 1), (1, 5, 5, 1), (1, 4, 8), (2, 8)),
    ((6,), (3, 6, 1), (0.3, 5, 5, 0.3), (1, 0.1, 10), (2, 8)),
    ((1,), (5, 5, 2), (1, 4, 1, 2), (1, 1, 8), (2, 8)),
    ((8,), (12, 3, 3), (2, 10, 1, 0.7), (6, 0.3, 8), (1, 14)),
)
_BEGINS = (0.0, -1.0, -3.0, -3.0)  # the weight of each state after a heading or the like
_SHAPES = (3, 4, 3, 2)  # how many values each of the last four has


class Seen:
    """What is measured of each line but once."""

    def __init__(self, sights: Sequence[Sight], measure: Measure) -> None:
        self.barred = [sight.barred for sight in sights]
        self.widths = [measure.width(sight.line) / measure.full for sight in sights]
        words = [re.split(r"(?<=[—–-])|\s", sight.line.ink, maxsplit=1)[0] for sight in sights]
        space = ADVANCES[" "]
        words_wide = [(space + sum(map(ADVANCES.__getitem__, word))) / measure.full for word in words]
        # How wide the line above would have been with this line's first word.
        self.joined = [0.0, *(width + word for width, word in zip(self.widths, words_wide[1:], strict=False))]
        ends = [ending_of(sight.line) for sight in sights]
        self.looks = [
            ((2 if sight.opens_page else int(sight.gap)) * 4 + ends[i - 1]) * 3 + _beginning(sight.line.ink)
            for i, sight in enumerate(sights)
        ]

    def end(self, i: int) -> int:
        """How the line above line `i` ends."""
        return self.looks[i] // 3 % 4

    def gap(self, i: int) -> bool:
        """Whether a blank line stands above line `i`."""
        return self.looks[i] // 12 == 1

    def begins_quoted(self, i: int) -> bool:
        return self.looks[i] % 3 == 0

    def begins_small(self, i: int) -> bool:
        return self.looks[i] % 3 == 1

    def look(self, i: int, measure: float) -> int:
        """What is seen at line `i` of the step to it, as one number, if the line above may be `measure` wide."""
        return self.looks[i] * 2 + (self.joined[i] < measure * _ROOM)


def ending_of(line: Line) -> int:
    """How a line ends."""
    tail = line.ink[-_TAIL:]
    if tail[-1].isalpha():
        return BREAKS_OFF
    if _LEAD.search(tail):
        return LEADS_IN
    if _CLOSED.search(tail):
        return CLOSES
    return STOPS if _STOPPED.search(tail) else BREAKS_OFF


def _beginning(ink: str) -> int:
    if ink[0] in _QUOTES:
        return 0
    return 1 if ink[0].islower() else 2


Tables = tuple[tuple[float, ...], ...]
Standing = Callable[[int], Iterable[tuple[int, float]]]


def guessed() -> Tables:
    """The weight of every look of every step, in books in general."""
    return _tables([[list(feature) for feature in step] for step in _GUESS])


def learnt(seen: Seen, states: Sequence[int], measure: float) -> Tables:
    """The same in this text, if its lines are in these states and its displays are `measure` wide."""
    counts = [[list(feature) for feature in step] for step in _GUESS]
    for i in range(1, len(states)):
        if seen.barred[i]:
            continue
        step = _STEPS[states[i - 1]][states[i]]
        look = seen.look(i, measure if states[i - 1] == DISPLAY else 1.0)
        if step == ALONG and look % 2 and look // 2 % 3 != 1:
            step = NEXT  # the line above ended by will, and this one does not begin with a small letter
        counts[step][0][0] += 1
        for feature in (4, 3, 2, 1):
            look, value = divmod(look, _SHAPES[feature - 1])
            counts[step][feature][value] += 1
    return _tables(counts)


def _tables(counts: Sequence[Sequence[Sequence[float]]]) -> Tables:
    """The weight of every look of every step."""
    taken = [step[0][0] for step in counts]
    tables = []
    for step, features in enumerate(counts):
        rivals = (ALONG, OUT, OUT_FIRST, NEXT) if step in (ALONG, OUT, OUT_FIRST, NEXT) else (ON, PARAGRAPH, IN)
        table = [log(taken[step] / sum(taken[rival] for rival in rivals))]
        for feature in features[1:]:
            whole = sum(feature)
            table = [weight + log(count / whole) for weight in table for count in feature]
        tables.append(table)
    tables[ALONG] = [
        log(exp(goes) + exp(begins)) for goes, begins in zip(tables[ALONG], tables[NEXT], strict=True)
    ]
    return tuple(map(tuple, tables))


def likeliest(seen: Seen, steps: Tables, measure: float, standing: Standing) -> list[int]:
    """The likeliest state of each line (Viterbi's way).

    `standing` gives the states that a line may be in, each with the weight of how it stands and how wide it is.
    """
    best: dict[int, float] = {}
    back: list[dict[int, int]] = []
    for i in range(len(seen.barred)):
        now: dict[int, float] = {}
        came: dict[int, int] = {}
        looks = [seen.look(i, measure if state == DISPLAY else 1.0) for state in range(4)]
        for state, weight in standing(i):
            if seen.barred[i] or not best:
                above, before = max(((value, k) for k, value in best.items()), default=(0.0, TEXT))
                above += _BEGINS[state]
            else:
                above, before = max((value + steps[_STEPS[k][state]][looks[k]], k) for k, value in best.items())
            now[state] = above + weight
            came[state] = before
        best = now
        back.append(came)
    states = [max(best, key=best.__getitem__)] if best else []
    for came in reversed(back[1:]):
        states.append(came[states[-1]])
    return states[::-1]


def displays_of(seen: Seen, states: Sequence[int], measure: float) -> list[list[range]]:
    """The displays, each as the places of its paragraphs; `measure` is how wide displays are set."""
    found: list[list[range]] = []
    start = 0
    for i in range(1, len(states) + 1):
        if i < len(states) and states[i] == states[i - 1] == DISPLAY and not seen.barred[i]:
            continue
        if states[i - 1] == DISPLAY:
            begins = [start, *(k for k in range(start + 1, i) if _begins_paragraph(seen, k, measure)), i]
            found.append([range(*ends) for ends in pairwise(begins)])
        start = i
    return found


def _begins_paragraph(seen: Seen, i: int, measure: float) -> bool:
    """Whether a paragraph begins within a display: its last sentence had ended, and much room was left."""
    if seen.end(i) not in (STOPS, CLOSES) or seen.begins_small(i):
        return False
    return seen.joined[i] < measure * (_ROOM if seen.gap(i) or seen.begins_quoted(i) else _MUCH_ROOM)
