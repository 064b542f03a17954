"""Displays: which lines stand in a block set apart from the text, by their left edge or by their width.

Serves `quotations`.  In a text that keeps its indents a line that stands in is the first of a paragraph, part of a
display, or odd.  In one that keeps none, a display still shows where it is set much narrower than the text, or in
smaller type, so that more goes on a line than the text's measure holds; displays of nearly the text's width are
`narrow`'.  What stands around a line tells the rest: see `steps`.

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
from math import log
from statistics import median

from build_edition.rules.evidence.displays.sights import Sight
from build_edition.rules.evidence.displays.steps import (
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
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure

_READINGS = 3  # of the text: each but the first by what the one before has shown
_FAR = 24  # characters; what stands farther in counts as standing here
_SQUEEZED = 0.06  # of the measure: how much too wide a line's natural width may be
_TOO_WIDE = 60.0  # the weight of each measure's width beyond that
_ODD = -4.0  # the weight of a line that is neither text nor display
_FEWEST = 5  # lines of displays that tell how wide they are set
_NARROWER, _WIDER = 2.5, 1.8  # by how many spreads the width of displays must differ from the text's
_LEAST = 0.018  # of the measure: how far full lines lie from it, at the least
_UNLIKE = -12.0  # the weight of a width that is none of its kind
_NARROW = -2.0  # where it falls short only: the line may have ended by will
_CUT = -3.0  # the weight of a line that ended by will in the middle of a sentence


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
    """The displays set to another width at the text's own left edge; None where there are none such.

    In a text that keeps its indents these are displays in smaller type, that hold more in a line.
    """
    indents = any(sight.shift for sight in sights)
    spread = max(_LEAST, 3 * measure.spread / measure.full)
    width = _width_after_colons(sights, measure, spread, wide_only=indents)
    if not width:
        return None
    seen = Seen(sights, measure)
    shifts = _from_page_edge(sights)
    widths = _with_indents(sights, shifts, seen.widths) if indents else seen.widths
    of_display, steps = spread, guessed()
    states: list[int] = []

    def standing(i: int) -> Iterator[tuple[int, float]]:
        wide, shift = widths[i], shifts[i]
        joined = seen.joined[i + 1] + wide - seen.widths[i] if i + 1 < len(sights) else 0.0
        cut = i + 1 < len(sights) and seen.begins_small(i + 1) and not seen.gap(i + 1)
        in_text = _likeness(wide, joined, 1.0, spread, cut=cut)
        if not indents or shift < INDENT:
            yield TEXT, in_text
        if not indents or shift >= INDENT:
            yield FIRST, in_text
        yield DISPLAY, _likeness(wide, joined, width, of_display, cut=cut)

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


def _from_page_edge(sights: Sequence[Sight]) -> list[int]:
    """How far lines stand in on their page, be it all display."""
    openings = [0, *(i for i, sight in enumerate(sights) if sight.opens_page and i), len(sights)]
    shifts: list[int] = []
    for start, end in pairwise(openings):
        edge = min(sight.shift for sight in sights[start:end])
        shifts.extend(sight.shift - edge for sight in sights[start:end])
    return shifts


def _with_indents(sights: Sequence[Sight], shifts: Sequence[int], widths: Sequence[float]) -> list[float]:
    """The widths of lines, what they stand in included."""
    space = median(width / len(sight.line.ink) for sight, width in zip(sights, widths, strict=True))
    return [width + shift * space for shift, width in zip(shifts, widths, strict=True)]


def _likeness(width: float, joined: float, measure: float, spread: float, *, cut: bool) -> float:
    """The weight of a width among lines that fill `measure`; none for a line that ended by will.

    `cut` says that the sentence goes on below, so that a line which ends by will is cut in two.
    """
    if joined < measure * (1 - _LEAST):
        return _CUT if cut else 0.0
    likely = -(((width - measure) / spread) ** 2) / 2 + log(0.4 / spread) - 1
    return max(_NARROW if width < measure else _UNLIKE, likely)


def _width_after_colons(sights: Sequence[Sight], measure: Measure, spread: float, *, wide_only: bool) -> float:
    """How wide the blocks at the margin are that a colon leads into, if not as wide as the text; else 0."""
    widths = []
    for i in range(1, len(sights)):
        above, line = sights[i - 1].line, sights[i].line
        if above.ink[-1].isalnum() or sights[i].shift >= INDENT or ending_of(above) != LEADS_IN:
            continue
        if not (sights[i].gap or measure.had_room(above, line)):
            continue  # the sentence runs on
        block = []
        for k in range(i, len(sights) - 1):
            if sights[k + 1].gap or sights[k + 1].opens_page or sights[k + 1].barred:
                break
            block.append(measure.width(sights[k].line) / measure.full)
        if len(block) > 1:
            widths.append(median(block))
    # No line of the text is much wider than its measure, but many a paragraph of it is a little narrower.
    wide = [width for width in widths if width > 1 + _WIDER * spread]
    narrow = [width for width in widths if width < 1 - spread]
    for apart in (wide,) if wide_only else (wide, narrow):
        alike, width = max((sum(abs(this - other) <= spread for other in apart), this) for this in [*apart, 1.0])
        apart_enough = width > 1 + _WIDER * spread or width < 1 - _NARROWER * spread
        if alike > 1 and alike > 0.1 * len(widths) and apart_enough:
            return width
    return 0.0


def _is_sure(run: range, sights: Sequence[Sight], seen: Seen) -> bool:
    """Whether widths and all leave no likelier reading: one line alone, or what a page's foot or head parts.

    Where a sentence breaks off above and is taken up at the head of a page, what stands between is no display.
    """
    first = run[0]
    if len(run) == 1 and not (seen.gap(first) and seen.end(first) == LEADS_IN):
        return False  # at a page's head no blank line sets it apart
    if seen.end(first) != BREAKS_OFF:
        return True
    taken_up = range(first + 1, min(run[-1] + 2, len(sights)))
    if sights[first].opens_page:
        return run[-1] + 1 == len(sights) or not seen.begins_small(run[-1] + 1)
    return not any(sights[i].opens_page and seen.begins_small(i) for i in taken_up)
