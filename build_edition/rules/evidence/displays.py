"""Displays: which lines stand in a block set apart from the text, by their left edge or by their width.

Serves `quotations`.  In a text that keeps its indents a line that stands in is the first of a paragraph, part of a
display, or odd.  In one that keeps none, a display still shows where it is set much narrower than the text, or in
smaller type, so that more goes on a line than the text's measure holds; displays of nearly the text's width are
`narrow_blocks`'.  What stands around a line tells the rest: see `display_steps`.

    and the miller wrote to his sister:
      “The wheel has stood since Lammas, and        → two lines of a display
      nobody will lend me a spade.”
      This letter he never sent, for the road       → the first line of a paragraph
    was under water.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log
from statistics import median

from build_edition.rules.evidence.display_steps import (
    BREAKS_OFF,
    DISPLAY,
    FIRST,
    LEADS_IN,
    ODD,
    TEXT,
    Seen,
    displays_of,
    ending_of,
    guessed,
    learnt,
    likeliest,
)
from build_edition.rules.evidence.measure import Measure
from build_edition.rules.evidence.sights import Sight

_READINGS = 3  # of the text: each but the first by what the one before has shown
_FAR = 24  # characters; what stands farther in counts as standing here
_SQUEEZED = 0.06  # of the measure: how much too wide a line's natural width may be
_TOO_WIDE = 60.0  # the weight of each measure's width beyond that
_ODD = -4.0  # the weight of a line that is neither text nor display
_FEWEST = 5  # lines of displays that tell how wide they are set
_APART = 2.5  # by how many spreads the width of displays must differ from the text's
_LEAST = 0.018  # of the measure: how far full lines lie from it, at the least
_UNLIKE = -12.0  # the weight of a width that is none of its kind


def set_in(sights: Sequence[Sight], measure: Measure) -> list[list[range]]:
    """The displays of a text that keeps its indents, each as the places of its paragraphs in `sights`."""
    seen = Seen(sights, measure)
    shifts = [min(max(sight.shift, 0), _FAR) for sight in sights]
    first, display = _spread({2: 4, 3: 4, 4: 4, 5: 2}), _spread(dict.fromkeys(range(2, 13), 1))
    width, steps = 1.0, guessed()
    states: list[int] = []

    def standing(i: int) -> Iterator[tuple[int, float]]:
        shift, wide = shifts[i], seen.widths[i]
        in_text, in_display = _squeezing(wide, 1.0), _squeezing(wide, width)
        if shift <= 1:
            yield TEXT, in_text - 2.0 * shift
        if shift >= 1:
            yield FIRST, in_text + first[shift]
            yield DISPLAY, in_display + display[shift]
        if shift > 1:
            yield ODD, _ODD if shift > 5 and wide < 0.6 else 5 * _ODD

    for reading in range(_READINGS):
        if reading:
            full = sorted(_full_widths(seen, states))
            width = full[int(len(full) * 0.7)] if len(full) >= _FEWEST else 1.0
            steps = learnt(seen, states, width)
            first = _spread(Counter(shift for shift, state in zip(shifts, states, strict=True) if state == FIRST))
            display = _spread(
                Counter(shift for shift, state in zip(shifts, states, strict=True) if state == DISPLAY)
            )
        states = likeliest(seen, steps, width, standing)
    return displays_of(seen, states, width)


def _squeezing(width: float, measure: float) -> float:
    """The weight of a line's natural width against a measure that it may exceed by little."""
    return -_TOO_WIDE * max(0.0, width - measure - _SQUEEZED)


def _spread(places: Mapping[int, int]) -> tuple[float, ...]:
    """The weight of standing in by 0 … `_FAR` characters, for what was seen to stand in so."""
    near = [0.2 + places.get(n, 0) + (places.get(n - 1, 0) + places.get(n + 1, 0)) / 3 for n in range(_FAR + 1)]
    return tuple(log(count / sum(near)) for count in near)


def _full_widths(seen: Seen, states: Sequence[int]) -> list[float]:
    """The widths of the lines of displays that another follows."""
    pairs = zip(states, states[1:], seen.widths, seen.barred[1:], strict=False)
    return [width for here, after, width, barred in pairs if here == after == DISPLAY and not barred]


def of_other_width(sights: Sequence[Sight], measure: Measure) -> list[list[range]] | None:
    """The same in a text that keeps none; None if its displays are nearly as wide as the text, or unknown."""
    spread = max(_LEAST, 3 * measure.spread / measure.full)
    width = _width_after_colons(sights, measure, spread)
    if not width:
        return None
    seen = Seen(sights, measure)
    of_display, steps = spread, guessed()
    states: list[int] = []

    def standing(i: int) -> Iterator[tuple[int, float]]:
        wide = seen.widths[i]
        joined = seen.joined[i + 1] if i + 1 < len(sights) else 0.0
        in_text = _likeness(wide, joined, 1.0, spread)
        yield TEXT, in_text
        yield FIRST, in_text
        yield DISPLAY, _likeness(wide, joined, width, of_display)

    for reading in range(_READINGS):
        if reading:
            full = _full_widths(seen, states)
            if len(full) >= _FEWEST:
                width = median(full)
                of_display = max(_LEAST, 1.5 * median(abs(wide - width) for wide in full))
            steps = learnt(seen, states, width)
        states = likeliest(seen, steps, width, standing)
    found = displays_of(seen, states, width)
    return [parts for parts in found if _is_sure(range(parts[0].start, parts[-1].stop), sights, seen)]


def _likeness(width: float, joined: float, measure: float, spread: float) -> float:
    """The weight of a width among lines that fill `measure`; none for a line that ended by will."""
    if joined < measure * (1 - _LEAST):
        return 0.0
    return max(_UNLIKE, -(((width - measure) / spread) ** 2) / 2) + log(0.4 / spread) - 1


def _width_after_colons(sights: Sequence[Sight], measure: Measure, spread: float) -> float:
    """How wide the blocks are that a colon leads into, where they are not as wide as the text; else 0."""
    widths = []
    for i in range(1, len(sights)):
        if not (sights[i].gap and ending_of(sights[i - 1].line) == LEADS_IN):
            continue
        block = []
        for k in range(i, len(sights) - 1):
            if sights[k + 1].gap or sights[k + 1].opens_page or sights[k + 1].barred:
                break
            block.append(measure.width(sights[k].line) / measure.full)
        if len(block) > 1:
            widths.append(median(block))
    # No line of the text is much wider than its measure, but many a paragraph of it is a little narrower.
    wide = [width for width in widths if width > 1 + _APART * spread]
    narrow = [width for width in widths if width < 1 - spread]
    for apart in (wide, narrow):
        alike, width = max((sum(abs(this - other) <= spread for other in apart), this) for this in [*apart, 1.0])
        if alike > 1 and alike > 0.1 * len(widths) and abs(width - 1) > _APART * spread:
            return width
    return 0.0


def _is_sure(run: range, sights: Sequence[Sight], seen: Seen) -> bool:
    """Whether widths and all leave no likelier reading: one line alone, or what a page's foot or head parts.

    Where a sentence breaks off above and is taken up at the head of a page, what stands between is no display.
    """
    first = run[0]
    if len(run) == 1 and not (sights[first].gap and seen.end(first) == LEADS_IN):
        return False
    if seen.end(first) != BREAKS_OFF:
        return True
    taken_up = range(first + 1, min(run[-1] + 2, len(sights)))
    if sights[first].opens_page:
        return run[-1] + 1 == len(sights) or not seen.begins_small(run[-1] + 1)
    return not any(sights[i].opens_page and seen.begins_small(i) for i in taken_up)
