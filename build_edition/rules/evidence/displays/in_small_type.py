"""Displays in smaller type, where the source tells how large its type is.

Serves `quotations`.  What a plain text can only guess from how much goes on a line, a source with geometry says of
every line: so displays set to the text's own width and edges are seen too, and a narrow paragraph of the text is
not taken for one. What size they have is learnt from the runs of smaller lines in the text; where there are none,
or they can hardly be told from the text's own type, nothing is said. Where a display begins and ends is found as
`steps` does, for the size of a single line is read with an error.

    and the miller wrote to his sister:        (10 point)
    The wheel has stood since Lammas, and      (9 point)   → two lines of a display
    nobody will lend me a spade.               (9 point)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import log
from statistics import median

from build_edition.geometry import Geometry
from build_edition.rules.evidence.displays.seen import Seen
from build_edition.rules.evidence.displays.sights import Sight
from build_edition.rules.evidence.displays.steps import (
    DISPLAY,
    FIRST,
    ODD,
    TEXT,
    Habits,
    displays_of,
    guessed,
    learnt,
    likeliest,
)
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure

_READINGS = 3  # of the text: each but the first by what the one before has shown
_SMALLER = 0.955  # of the text's size: what may be smaller type
_SMALLEST = 0.6  # and what is rather dirt, or small capitals
_FEWEST = 4  # lines of displays that tell how large their type is
_APART = 1.6  # errors of a line by which the two sizes must differ
_ERROR = 0.02  # of a size as it is read off a line, at the least
_TELLING = 40  # characters of a line: with fewer its size is known less well
_UNKNOWN = -1.0  # the weight of a line whose size is not known, as one of a display
_UNLIKE = -8.0  # the weight of a size that is none of its kind
_FAR = 24  # characters; what stands farther in counts as standing here
_ODD = -6.0  # the weight of a line that is neither text nor display


def in_small_type(sights: Sequence[Sight], measure: Measure, geometry: Geometry) -> list[list[range]] | None:
    """The displays, each as the places of its paragraphs in `sights`; None where no size tells them."""
    sizes = [geometry.size(sight.line.number) for sight in sights]
    error = _error(sizes)
    small = _size_of_displays(sights, sizes)
    if not small or 1 - small < _APART * error:
        return None
    seen = Seen(sights, measure)
    indents = any(sight.shift >= INDENT for sight in sights)
    shifts = [min(max(sight.shift, 0), _FAR) for sight in sights]
    first = display = _spread(Counter())
    habits = Habits(parted=seen.parted)
    width, steps = 1 / small, guessed(habits)
    states: list[int] = []

    def standing(i: int) -> Iterator[tuple[int, float]]:
        size, shift = sizes[i], shifts[i]
        off = error * max(1.0, (_TELLING / len(sights[i].line.ink)) ** 0.5)
        of_text, of_display = _likeness(size, 1.0, off), _likeness(size, small, off)
        if shift < INDENT:
            yield TEXT, of_text
        yield FIRST, of_text + (first[shift] if indents else 0.0)
        yield DISPLAY, of_display + (display[shift] if indents else 0.0)
        if shift > INDENT and seen.widths[i] < 0.6:
            yield ODD, _ODD

    for reading in range(_READINGS):
        if reading:
            width = _usual_width(seen, states, width)
            steps = learnt(seen, states, width, habits)
            first, display = (_of_state(shifts, states, state) for state in (FIRST, DISPLAY))
        states = likeliest(seen, steps, width, standing)
    return displays_of(seen, states, width)


def _error(sizes: Sequence[float | None]) -> float:
    """How far the size of a line of the text is commonly misread."""
    off = [abs(size - 1) for size in sizes if size is not None and abs(size - 1) < 1 - _SMALLER]
    return max(_ERROR, 1.5 * median(off)) if off else 1.0


def _size_of_displays(sights: Sequence[Sight], sizes: Sequence[float | None]) -> float:
    """The size of the runs of smaller lines; 0 where there are too few, or one alone, which may be a note."""
    found: list[float] = []
    runs = 0
    for is_small, run in groupby(zip(sights, sizes, strict=True), key=lambda one: _is_small(one[1])):
        lines = [size for _, size in run if size is not None]
        if is_small and len(lines) > 1:
            found += lines
            runs += 1
    return median(found) if len(found) >= _FEWEST and runs > 1 else 0.0


def _is_small(size: float | None) -> bool:
    return size is not None and _SMALLEST < size < _SMALLER


def _likeness(size: float | None, usual: float, error: float) -> float:
    """The weight of a size among such as are usual; what is larger than the text's is no display."""
    if size is None:
        return 0.0 if usual == 1 else _UNKNOWN
    if usual == 1 and size > 1:
        return 0.0
    return max(_UNLIKE, -(((size - usual) / error) ** 2) / 2)


def _spread(places: Counter[int]) -> tuple[float, ...]:
    """The weight of standing in by 0 … `_FAR` characters, for what was seen to stand in so."""
    least = 0.1 if places else 1.0
    near = [least + places[n] + (places[n - 1] + places[n + 1]) / 3 for n in range(_FAR + 1)]
    return tuple(log(count / sum(near)) for count in near)


def _of_state(shifts: Sequence[int], states: Sequence[int], state: int) -> tuple[float, ...]:
    return _spread(Counter(shift for shift, own in zip(shifts, states, strict=True) if own == state))


def _usual_width(seen: Seen, states: Sequence[int], guess: float) -> float:
    """How wide full lines of displays are, as the widths of the text are reckoned."""
    pairs = zip(states, states[1:], seen.widths, seen.barred[1:], strict=False)
    widths = sorted(width for here, after, width, barred in pairs if here == after == DISPLAY and not barred)
    return widths[int(len(widths) * 0.7)] if len(widths) > _FEWEST else guess
