"""Displays: which lines stand in a block set apart from the text, by their left edge or by their width.

Serves `quotations`.  In a text that keeps its indents a line that stands in is the first of a paragraph, part of a
display, or odd; displays may also stand at its margin, set apart by blank lines that its paragraphs have not.  In
one that keeps none, a display still shows where it is set narrower than the text, or in smaller type, so that more
goes on a line than the text's measure holds.  Which of these a text does is asked first, of all of it (`forms`);
what stands around a line tells the rest (`steps`), and what is found is seen again as a whole (`judged`).  What a
width hardly shows, and note calls end, is left to `narrow`.  Where a program has closed up the hyphens at line
ends, a line may hold several printed ones: it is judged by how full the last is, in the text or in a display.

    and the miller wrote to his sister:
      “The wheel has stood since Lammas, and        → two lines of a display
      nobody will lend me a spade.”
      This letter he never sent, for the road       → the first line of a paragraph
    was under water.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log, sqrt
from statistics import median

from build_edition.rules.evidence.displays.endings import LEADS_IN
from build_edition.rules.evidence.displays.forms import Form, form_of
from build_edition.rules.evidence.displays.judged import Judge
from build_edition.rules.evidence.displays.seen import Seen
from build_edition.rules.evidence.displays.sights import Sight
from build_edition.rules.evidence.displays.steps import (
    DISPLAY,
    FIRST,
    ODD,
    OPENS,
    SET_APART,
    TEXT,
    displays_of,
    guessed,
    learnt,
    likeliest,
)
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure

_READINGS = 3  # of the text: each but the first by what the one before has shown
_FAR = 24  # characters; what stands farther in counts as standing here
_SQUEEZED = 0.06  # of the measure: how much too wide a line's natural width may be
_TOO_WIDE = 60.0  # the weight of each measure's width beyond that
_ODD = -4.0  # the weight of a line that is neither text nor display
_ASKEW = -2.0  # the weight of a line one character from the edge
_OFF_EDGE = -8.0  # the weight of one farther in, where displays stand at the text's own edge
_BESIDE = 6  # characters from the usual edge of displays at which a line alone is still one
_FEWEST = 5  # lines of displays that tell how wide they are set
_LEAST = 0.018  # of the measure: how far full lines lie from it, at the least
_UNLIKE = -12.0  # the weight of a width that is none of its kind
_NARROW = -2.0  # where it falls short only: the line may have ended by will
_RUNS_ON = -2.0  # the weight of each printed line that goes on, where a program has closed up a hyphen
_ENDS = -1.0  # and of a line whose last ended by will, beside
_CUT = -3.0  # the weight of a line that ended by will in the middle of a sentence


def set_apart(sights: Sequence[Sight], measure: Measure, verse: Sequence[range] = ()) -> list[list[range]] | None:
    """The displays, each as the places of its paragraphs in `sights`; None where nothing shows how they are set.

    In a text that keeps its indents the left edge or blank lines show it; in one that keeps none, a width that
    what colons lead into has and the text has not.
    """
    form = form_of(sights, measure, verse)
    if not form:
        return None
    setting = _Setting(sights, measure, form)
    for reading in range(_READINGS):
        if reading:
            setting.learn()
        setting.read()
    return setting.displays()


class _Setting:
    """How displays are set in a text, as far as it has been read."""

    def __init__(self, sights: Sequence[Sight], measure: Measure, form: Form) -> None:
        self._sights = sights
        self._seen = Seen(sights, measure)
        self._form = form
        self._by_width = bool(form.width)
        self._measure = form.width or 1.0  # of displays, as a share of the text's
        self._of_text = 1.0
        self._of_display = self._spread = form.spread
        shifts = _from_page_edge(sights) if form.width else [sight.shift for sight in sights]
        self._widths = self._seen.widths
        self._space = median(
            width / len(sight.line.ink) for sight, width in zip(sights, self._widths, strict=True)
        )
        if form.flush and form.indents:
            self._widths = [width + shift * self._space for shift, width in zip(shifts, self._widths, strict=True)]
        self._shifts = [min(max(shift, 0), _FAR) for shift in shifts]
        self._counts = {
            FIRST: Counter({2: 4, 3: 4, 4: 4, 5: 2}),
            DISPLAY: Counter({0: 40} if form.flush else dict.fromkeys(range(2, 13), 1)),
            OPENS: Counter({2: 4, 3: 4, 4: 4, 5: 2} if form.flush else dict.fromkeys(range(4, 17), 1)),
        }
        self._weights = {state: _spread(counts) for state, counts in self._counts.items()}
        self._habits = form.habits._replace(parted=self._seen.parted)
        self._steps = guessed(self._habits)
        self._states: list[int] = []
        self._lost = [False] * len(sights) if form.flush or not form.habits.spaced else _of_lost_margin(sights)
        self._edge = 0  # of displays, where they stand in

    def read(self) -> None:
        """Find the likeliest state of each line."""
        self._states = likeliest(self._seen, self._steps, self._measure, self._standing)

    def learn(self) -> None:
        """Take from these states what each looks like."""
        full = sorted(self._full_widths(SET_APART, DISPLAY, self._measure))
        if self._form.flush and len(full) >= _FEWEST:
            self._learn_width(full)
        elif not self._form.flush:
            self._measure = full[int(len(full) * 0.7)] if len(full) >= _FEWEST else 1.0
        self._steps = learnt(self._seen, self._states, self._measure, self._habits)
        self._counts = {state: Counter() for state in self._counts}
        for shift, state, lost in zip(self._shifts, self._states, self._lost, strict=True):
            if state in self._counts:
                self._counts[state][self._from_lost(shift) if lost and state in SET_APART else shift] += 1
        # A paragraph within a display stands in about as far from its edge as the text's from the text's.
        self._edge = _usual(self._counts[DISPLAY])
        further = self._edge + _usual(self._counts[FIRST])
        self._counts[OPENS].update({further - 1: 2, further: 2})
        self._weights = {state: _spread(counts) for state, counts in self._counts.items()}
        if self._form.flush:  # a page may stand askew
            self._weights[DISPLAY] = _at_edge(self._weights[DISPLAY])

    def _learn_width(self, full: Sequence[float]) -> None:
        """Take how wide displays are from their full lines; where that is the text's width, it tells nothing."""
        self._measure = median(full)
        of_text = self._full_widths((TEXT,), TEXT, 1.0) or [1.0]
        self._of_text = median(of_text)
        self._spread = max(_LEAST, 1.5 * median(abs(wide - self._of_text) for wide in of_text))
        off = median(abs(wide - self._measure) for wide in full)
        self._of_display = max(_LEAST, 1.5 * off)
        if not self._by_width or self._form.habits.spaced:
            self._by_width = abs(self._measure - 1) > max(_LEAST, 5 * off / len(full) ** 0.5)

    def _full_widths(self, here: Sequence[int], below: int, measure: float) -> list[float]:
        """The widths of the lines in states `here` that one in state `below` follows, if set `measure` wide."""
        seen, states = self._seen, self._states
        pairs = enumerate(zip(states, states[1:], seen.barred[1:], strict=False))
        full = (i for i, (state, after, barred) in pairs if state in here and after == below and not barred)
        return [seen.last(i, measure) for i in full]

    def displays(self) -> list[list[range]]:
        found = displays_of(self._seen, self._states, self._measure)
        if not self._form.flush:
            alone = (parts[0].start + 1 == parts[-1].stop for parts in found)
            pairs = zip(found, alone, strict=True)
            return [parts for parts, is_alone in pairs if not is_alone or self._stands_in(parts[0].start)]
        return list(
            Judge(self._sights, self._seen, self._form, self._of_text, self._spread, self._measure).displays(found)
        )

    def _stands_in(self, i: int) -> bool:
        """Whether a line alone stands in as displays do, or is led into."""
        return self._seen.end(i) == LEADS_IN or abs(self._shifts[i] - self._edge) <= _BESIDE

    def _standing(self, i: int) -> Iterator[tuple[int, float]]:
        shift = self._shifts[i]
        in_text, in_display = self._wide_as(i)
        if not self._form.indents:
            yield TEXT, in_text
            yield FIRST, in_text
            yield DISPLAY, in_display
            return
        weights = self._weights
        if shift <= 1:
            yield TEXT, in_text + _ASKEW * shift
        if shift >= 1:
            if not self._form.flush:  # a first line has room for its indent too
                in_text = _squeezing(self._seen.last(i, 1.0) + shift * self._space, 1.0)
            yield FIRST, in_text + weights[FIRST][shift]
        if shift > 1:
            yield ODD, _ODD if shift > 5 and self._seen.widths[i] < 0.6 else 5 * _ODD
        if self._lost[i]:
            shift = self._from_lost(shift)
            in_display -= max(weights[DISPLAY])  # its edge is one question, and not as many as it has lines
        if shift >= 1:
            yield OPENS, in_display + weights[OPENS][shift]
        if shift or self._form.flush:
            yield DISPLAY, in_display + weights[DISPLAY][shift]

    def _from_lost(self, shift: int) -> int:
        """How far a line of a page that is all display stood in."""
        return min(shift + self._edge, _FAR)

    def _wide_as(self, i: int) -> tuple[float, float]:
        """The weight of a line's width as one of the text's, and as one of a display's."""
        seen, wide = self._seen, self._widths[i]
        if not self._by_width:
            if seen.closed_up:
                indent = wide - seen.widths[i]
                of_text, of_display = (indent + seen.last(i, measure) for measure in (1.0, self._measure))
                return _squeezing(of_text, 1.0), _squeezing(of_display, self._measure)
            return _squeezing(wide, 1.0), _squeezing(wide, self._measure)
        # Above a blank line a line may end by will, whatever follows.
        follows = i + 1 < len(seen.widths) and not seen.gap(i + 1)
        cut = follows and seen.begins_small(i + 1)
        if seen.closed_up:
            in_text = self._printed(i, self._of_text, self._form.spread, follows=follows, cut=cut)
            return in_text, self._printed(i, self._measure, self._of_display, follows=follows, cut=cut)
        joined = seen.joined(i + 1) + wide - seen.widths[i] if follows else wide
        in_text = _likeness(wide, joined, self._of_text, self._form.spread, cut=cut)
        return in_text, _likeness(wide, joined, self._measure, self._of_display, cut=cut)

    def _printed(self, i: int, measure: float, spread: float, *, follows: bool, cut: bool) -> float:
        """The weight of the width of a line that may hold several printed ones, each of which fills `measure`."""
        seen = self._seen
        last, indent = seen.last(i, measure), self._widths[i] - seen.widths[i]
        joined = seen.joined(i + 1, measure) if follows else last
        hyphens = round((seen.widths[i] - last) / measure)
        weight = _likeness(last + indent, joined + indent, measure, spread * sqrt(hyphens + 1), cut=cut)
        by_will = hyphens and joined + indent < measure * (1 - _LEAST)
        return weight + _RUNS_ON * hyphens + (_ENDS if by_will else 0.0)


def _of_lost_margin(sights: Sequence[Sight]) -> list[bool]:
    """Whether each line stands on a page that may be all display, so that its edge is not the text's.

    On such a page every paragraph stands below a blank line, and no lines stand in one below the other.
    """
    openings = [0, *(i for i, sight in enumerate(sights) if sight.opens_page and i), len(sights)]
    lost: list[bool] = []
    for start, end in pairwise(openings):
        page = sights[start:end]
        begin = [sight for sight in page[1:] if sight.shift >= INDENT]
        alone = all(min(one.shift, other.shift) < INDENT or other.gap for one, other in pairwise(page))
        lost.extend([bool(begin) and alone and all(sight.gap for sight in begin)] * len(page))
    return lost


def _squeezing(width: float, measure: float) -> float:
    """The weight of a line's natural width against a measure that it may exceed by little."""
    return -_TOO_WIDE * max(0.0, width - measure - _SQUEEZED)


def _spread(places: Mapping[int, int]) -> tuple[float, ...]:
    """The weight of standing in by 0 … `_FAR` characters, for what was seen to stand in so."""
    near = [0.2 + places.get(n, 0) + (places.get(n - 1, 0) + places.get(n + 1, 0)) / 3 for n in range(_FAR + 1)]
    return tuple(log(count / sum(near)) for count in near)


def _usual(places: Counter[int]) -> int:
    return max(places, key=places.__getitem__, default=0)


def _at_edge(weights: tuple[float, ...]) -> tuple[float, ...]:
    """The same, if a page may stand askew."""
    return (0.0, _ASKEW, *(min(weight, _OFF_EDGE) for weight in weights[2:]))


def _from_page_edge(sights: Sequence[Sight]) -> list[int]:
    """How far lines stand in on their page, be it all display."""
    openings = [0, *(i for i, sight in enumerate(sights) if sight.opens_page and i), len(sights)]
    shifts: list[int] = []
    for start, end in pairwise(openings):
        edge = min(sight.shift for sight in sights[start:end])
        shifts.extend(sight.shift - edge for sight in sights[start:end])
    return shifts


def _likeness(width: float, joined: float, measure: float, spread: float, *, cut: bool) -> float:
    """The weight of a width among lines that fill `measure`; none for a line that ended by will.

    `cut` says that the sentence goes on below, so that a line which ends by will is cut in two.
    """
    if joined < measure * (1 - _LEAST):
        return _CUT if cut else 0.0
    likely = -(((width - measure) / spread) ** 2) / 2 + log(0.4 / spread) - 1
    return max(_NARROW if width < measure else _UNLIKE, likely)
