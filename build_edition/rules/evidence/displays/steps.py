"""The steps from line to line by which displays are told from the text: what each looks like in this text.

Serves `displays`.  A text is read as a sequence of states, one a line: text, the first line of a paragraph, a
display, the first line of a paragraph within one, an odd line (centred, a signature).  Each step from one state to
the next has its looks: a blank line or none, how the line before ends, how the line begins, whether its first word
would have fitted on the line before.  Books differ in them: one sets blank lines about its displays, one sets them
in quotation marks.  So a guess is made, the likeliest states are found, the looks are counted, and so again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import exp, log
from typing import NamedTuple

from build_edition.rules.evidence.displays.endings import CLOSES, LEADS_IN, NOTED, SMALL, STOPS
from build_edition.rules.evidence.displays.seen import MUCH_ROOM, ROOM, Seen
from build_edition.rules.evidence.layout.left_edges import INDENT

TEXT, FIRST, DISPLAY, OPENS, ODD = range(5)
# The steps from a line to the next: the text goes on, a paragraph begins, a display begins, goes on, or ends
# with text at the margin or set in; to or from an odd line; a paragraph of it begins farther in, or at its edge; a
# display begins with a line that stands in farther than its others.
ON, PARAGRAPH, IN, ALONG, OUT, OUT_FIRST, ODDLY, NEXT, AGAIN, IN_FIRST = range(10)
SET_APART = (DISPLAY, OPENS)
_IN_TEXT = (ON, PARAGRAPH, IN, IN_FIRST, ODDLY)
_IN_DISPLAY = (OUT, OUT_FIRST, ALONG, NEXT, ODDLY)
_STEPS = (_IN_TEXT, _IN_TEXT, _IN_DISPLAY, _IN_DISPLAY, _IN_TEXT)
# The same at a line that stands farther out or in than the one above. On a page a display has one edge, and so
# have the first lines in it: a step to another is of the second half of the tables.
_BENT = 10
_OUTWARD = (
    *_STEPS[:DISPLAY],
    (OUT, OUT_FIRST, ALONG + _BENT, NEXT, ODDLY),
    (OUT, OUT_FIRST, ALONG, NEXT + _BENT, ODDLY),
    _IN_TEXT,
)
_INWARD = (*_OUTWARD[:OPENS], (OUT, OUT_FIRST, ALONG + _BENT, NEXT + _BENT, ODDLY), _IN_TEXT)
_ONE_EDGE = -4.0  # the weight of a display with two
_OF_DISPLAYS = (ALONG, OUT, OUT_FIRST, NEXT, AGAIN)

# What each step looks like before the text has been read, as counts: how often it is taken; the blank line
# above (none, one, unseen at a page’s edge); how the line before ends (leading in, with a stop, with a quotation
# mark, otherwise, with a note call); how the line begins (a quotation mark, a small letter, otherwise, so after a
# quotation that has closed, a quotation mark where one was left open); whether its first word had no room, or
# room, above.
_GUESS: tuple[tuple[tuple[float, ...], ...], ...] = (
    ((90,), (30, 1, 5), (3, 1, 0.3, 12, 0.3), (1, 12, 8, 0.3, 0.1), (20, 0.6)),
    ((8,), (20, 2, 4), (0.7, 10, 4, 0.5, 2), (3, 0.3, 10, 2, 0.1), (2, 8)),
    ((1.5,), (5, 5, 2), (6, 4, 0.5, 2, 0.5), (4, 2, 6, 0.5, 0.1), (3, 7)),
    ((90,), (20, 1, 4), (3, 3, 1, 12, 0.3), (1, 10, 8, 0.1, 0.1), (14, 2)),
    ((4,), (3, 6, 1), (1, 5, 5, 1, 3), (1, 4, 6, 2, 0.1), (2, 8)),
    ((6,), (3, 6, 1), (0.3, 5, 5, 0.3, 3), (1, 0.1, 7, 3, 0.1), (2, 8)),
    ((1,), (5, 5, 2), (1, 4, 1, 2, 1), (1, 1, 6, 2, 0.3), (2, 8)),
    ((8,), (8, 7, 3), (2, 10, 1, 0.7, 0.7), (4, 0.3, 8, 0.5, 2), (1, 14)),
    ((8,), (8, 7, 3), (2, 10, 1, 0.7, 0.7), (4, 0.3, 8, 0.5, 2), (1, 14)),
    ((1,), (5, 5, 2), (6, 4, 0.5, 2, 0.5), (4, 0.5, 6, 0.5, 0.1), (3, 7)),
)
# The blank line above in texts that part displays by it, and no paragraph: what it says there is not counted anew.
_SPACED: tuple[tuple[float, ...], ...] = (
    *((900, 1, 50), (600, 1, 50), (0.05, 150, 8), (900, 1, 50)),
    *((0.05, 150, 8), (0.05, 150, 8), (5, 5, 2), (2, 2, 0.3), (2, 2, 0.3), (0.05, 150, 8)),
)
# The same in texts where a blank line stands above every paragraph: within one no display begins or ends.
_PARTED: tuple[tuple[float, ...], ...] = (
    *((90, 3, 15), (1, 20, 4), (1, 20, 4), (90, 3, 15), (1, 20, 4), (1, 20, 4), (5, 5, 2)),
    *((1, 20, 4), (8, 7, 3), (1, 20, 4)),
)
_SELDOM = 1.5  # a step that few texts take
_HARDLY = 0.02  # how often what a text does not do is seen
_BEGINS = (20.0, 7.0, 1.0, 0.4, 1.0)  # how often each state is seen after a heading or the like
_WITHIN = log(0.5)  # the weight of going on with a display below a list or the like in it
_SHAPES = (3, 5, 5, 2)  # how many values each of the last four has


Tables = tuple[tuple[float, ...], ...]
Standing = Callable[[int], Iterable[tuple[int, float]]]


class Habits(NamedTuple):
    """What is known of a text before its lines are read one by one.

    `spaced`: blank lines set its displays apart, and none of its paragraphs. `parted`: they stand above every
    paragraph. `opens_in`: a display may begin with a line that stands in farther than its others. `first_in`:
    a paragraph may. `shown`: lines show by themselves, by an edge or their width, what they are of.
    """

    spaced: bool = False
    parted: bool = False
    opens_in: bool = True
    first_in: bool = True
    shown: bool = True


def _guess(habits: Habits) -> list[list[list[float]]]:
    counts = [[list(feature) for feature in step] for step in _GUESS]
    if habits.spaced or habits.parted:
        for step, blanks in zip(counts, _SPACED if habits.spaced else _PARTED, strict=True):
            step[1] = list(blanks)
    if not habits.opens_in:
        counts[IN_FIRST][0][0] = _HARDLY
        counts[AGAIN][0][0] = _SELDOM  # what stands at the margin rather begins another display
    if not habits.first_in:
        counts[PARAGRAPH][0][0] = counts[OUT_FIRST][0][0] = _HARDLY
    return counts


def guessed(habits: Habits) -> Tables:
    """The weight of every look of every step in books of these habits."""
    counts = _guess(habits)
    if not habits.shown:  # else many lines that show nothing would outweigh what parts them
        _merge(counts, habits)
    return (*_tables(counts), _begins(_BEGINS, habits))


def learnt(seen: Seen, states: Sequence[int], measure: float, habits: Habits) -> Tables:
    """The same in this text, if its lines are in these states and its displays are `measure` wide."""
    counts = _guess(habits)
    begins = list(_BEGINS)
    for i in range(1, len(states)):
        if seen.barred[i]:
            begins[states[i]] += 1
            continue
        step = _STEPS[states[i - 1]][states[i]]
        look = seen.look(i, measure if states[i - 1] in SET_APART else 1.0)
        if step == ALONG and look % 2 and look // 2 % 5 != SMALL:
            step = AGAIN  # the line above ended by will, and this one does not begin with a small letter
        counts[step][0][0] += 1
        for feature in (4, 3, 2, 1):
            look, value = divmod(look, _SHAPES[feature - 1])
            if feature > 1 or not habits.spaced or step in (NEXT, AGAIN):
                counts[step][feature][value] += 1
    _merge(counts, habits)
    return (*_tables(counts), _begins(begins, habits))


def _merge(counts: list[list[list[float]]], habits: Habits) -> None:
    """Let a display look within a paragraph as the text does."""
    for feature in range(1 if habits.parted else 2, 5):
        pairs = zip(counts[ON][feature], counts[ALONG][feature], strict=True)
        counts[ON][feature] = counts[ALONG][feature] = [one + other for one, other in pairs]


def _begins(counts: Sequence[float], habits: Habits) -> tuple[float, ...]:
    """The weight of each state after a heading or the like."""
    seen = [count if habits.first_in or state != FIRST else _HARDLY for state, count in enumerate(counts)]
    return tuple(log(count / max(seen)) for count in seen)


def _tables(counts: Sequence[Sequence[Sequence[float]]]) -> Tables:
    """The weight of every look of every step."""
    taken = [step[0][0] for step in counts]
    tables = []
    for step, features in enumerate(counts):
        rivals = _OF_DISPLAYS if step in _OF_DISPLAYS else (ON, PARAGRAPH, IN, IN_FIRST)
        table = [log(taken[step] / sum(taken[rival] for rival in rivals))]
        for feature in features[1:]:
            whole = sum(feature)
            table = [weight + log(count / whole) for weight in table for count in feature]
        tables.append(table)
    tables[ALONG] = [
        log(exp(goes) + exp(begins)) for goes, begins in zip(tables[ALONG], tables[AGAIN], strict=True)
    ]
    return (*map(tuple, tables), *(tuple(weight + _ONE_EDGE for weight in table) for table in tables))


def likeliest(seen: Seen, steps: Tables, measure: float, standing: Standing) -> list[int]:
    """The likeliest state of each line (Viterbi's way).

    `standing` gives the states that a line may be in, each with the weight of how it stands and how wide it is.
    """
    begins = steps[-1]
    best: dict[int, float] = {}
    back: list[dict[int, int]] = []
    for i in range(len(seen.barred)):
        now: dict[int, float] = {}
        came: dict[int, int] = {}
        in_text, in_display = seen.look(i, 1.0), seen.look(i, measure)
        looks = (in_text, in_text, in_display, in_display, in_text)
        moved = seen.moved[i]
        ways = _STEPS if -INDENT < moved < INDENT else _INWARD if moved > 0 else _OUTWARD
        for state, weight in standing(i):
            if seen.barred[i] or not best:
                # What a display leads into, as a list or a table, stands in it, and it may go on below.
                inside = SET_APART if state in SET_APART and seen.end(i) == LEADS_IN else ()
                first = begins[state]
                anew = ((value + (_WITHIN if k in inside else first), k) for k, value in best.items())
                above, before = max(anew, default=(first, TEXT))
            else:
                above, before = max((value + steps[ways[k][state]][looks[k]], k) for k, value in best.items())
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
        if i < len(states) and states[i] in SET_APART and states[i - 1] in SET_APART and not seen.barred[i]:
            continue
        if states[i - 1] in SET_APART:
            inner = range(start + 1, i)
            begins = [start, *(k for k in inner if states[k] == OPENS or _begins_paragraph(seen, k, measure)), i]
            found.append([range(*ends) for ends in pairwise(begins)])
        start = i
    return found


def _begins_paragraph(seen: Seen, i: int, measure: float) -> bool:
    """Whether a paragraph begins within a display: its last sentence had ended, and much room was left."""
    if seen.end(i) not in (STOPS, CLOSES, NOTED) or seen.begins_small(i):
        return False
    return seen.joined(i, measure) < measure * (ROOM if seen.gap(i) or seen.begins_quoted(i) else MUCH_ROOM)
