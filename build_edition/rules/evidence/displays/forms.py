"""The form of displays: what those of a text look like, asked at the places that likely lead into one.

Serves `displays`.  One design serves a whole book.  So what colons and the like lead into shows, before any
display is found, whether they stand farther in than the text or at its own edge, whether blank lines set them
apart in a text whose paragraphs have none, and whether their lines hold more or less than the text's.

    The steward wrote to the mill:
                                                       → at the text's own edge, and spaced: for the
    There is no water for the wheel before the           paragraphs of this text stand in, without
    feast, and after it there is no corn.                a blank line above

      This letter was never answered.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import sqrt
from statistics import median
from typing import NamedTuple

from build_edition.rules.evidence.displays.endings import BREAKS_OFF, CLOSES, LEADS_IN, NOTED, QUOTES, ending_of
from build_edition.rules.evidence.displays.sights import Sight
from build_edition.rules.evidence.displays.steps import Habits
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure

_SOME = 0.25  # of the displays, or paragraphs, at the margin: as many begin farther in, where they are set so
_ALL_SPACED = 0.9  # of the displays after a lead-in, where blank lines set them apart
# By so many spreads narrower, displays show in single lines; but where note calls end them, `narrow` weighs more
# of what stands about them.
CLEAR, _CLEARER = 2.0, 2.6
_SOME_WIDE = 0.006  # of the lines: as many stand in blocks wider than the measure, where displays are set so
_ABOVE = 6  # lines that tell whether a paragraph stands below text
_PLAINLY = 0.87  # of the measure: a line that leaves more of it empty ended by will
_MOST = 120  # lines of a block that tell how wide it is
_ALIKE = 1.5  # spreads within which displays are of one width
_RUNS_ON = 1.35  # times the measure: what no line is wide, in smaller type either, but one that holds several
_ERRORS = 3.0  # spreads by which a display's lines must differ from the text's, if it were one line
_LEAST = 0.018  # of the measure: how far full lines lie from it, at the least


class Form(NamedTuple):
    """What tells the displays of a text.

    `indents`: the text keeps its indents. `flush`: displays stand at its own edge. `width`: how wide they are set,
    as a share of the text's measure, if that tells them, else 0; `spread`: how far full lines lie from theirs.
    """

    indents: bool
    flush: bool
    width: float
    spread: float
    habits: Habits


class _Block(NamedTuple):
    """A block by the width of its full lines, how many it has, and whether a note call ends it."""

    width: float
    lines: int
    noted: bool


class _LedInto(NamedTuple):
    """What is led into: how often it stands in, how often at the margin, and how often below a blank line."""

    inside: int
    inside_spaced: int
    at_margin: int
    at_margin_spaced: int
    first_in_spaced: int  # that go on at the margin
    paragraphs: int  # that begin farther in, without a blank line
    paragraphs_spaced: int  # and below one
    blocks: int  # at the margin, below a blank line


def form_of(sights: Sequence[Sight], measure: Measure, verse: Sequence[range] = ()) -> Form | None:
    """The form of a text's displays; None where neither an edge nor a width shows it.

    Verse is short in any form: where only a width or blank lines can tell, its lines tell nothing.
    """
    indents = any(sight.shift for sight in sights)
    spread = max(_LEAST, 3 * measure.spread / measure.full)
    if not indents:
        sights = _without(sights, verse)
        spaced = _are_spaced(sights, measure)
        width = _width(sights, measure, spread, indents=spaced)
        if not (width or spaced):
            return None
        return Form(indents, True, width, spread, Habits(spaced=spaced, shown=width > 0))
    led = _led_into(sights, measure)
    stand_in = led.inside > max(led.at_margin, 1)
    width = 0.0 if stand_in else _width(sights, measure, spread, indents=True)
    parts_none = led.paragraphs > led.at_margin_spaced
    flush = parts_none and led.at_margin_spaced > max(led.inside, 1)
    spaced = parts_none and (flush or (stand_in and led.inside_spaced > _ALL_SPACED * led.inside))
    opens_in = not (flush and spaced) or led.first_in_spaced > _SOME * led.at_margin_spaced
    first_in = led.paragraphs + led.paragraphs_spaced > _SOME * led.blocks
    habits = Habits(spaced=spaced, opens_in=opens_in, first_in=first_in)
    return Form(indents, flush or bool(width), width, spread, habits)


def _without(sights: Sequence[Sight], verse: Sequence[range]) -> list[Sight]:
    """The lines but those of verse, which part what stands about them."""
    places = {i for run in verse for i in run}
    below = {run.stop for run in verse}
    return [
        replace(sight, barred=True) if i in below else sight for i, sight in enumerate(sights) if i not in places
    ]


def _led_into(sights: Sequence[Sight], measure: Measure) -> _LedInto:
    inside = inside_spaced = at_margin = at_margin_spaced = first_in_spaced = 0
    paragraphs = paragraphs_spaced = blocks = 0
    pairs = [(sight.shift, sight) for sight in sights]
    in_text = False  # whether the paragraph above surely is of the text, for no blank line stands above it
    for (above, before), (here, sight), (below, _) in zip(*(pairs[n:] for n in range(3)), strict=False):
        alone = max(above, below) < INDENT <= here
        below_text, in_text = in_text, not (sight.barred or sight.gap) and (in_text or alone)
        if sight.barred or sight.opens_page:
            continue
        blocks += sight.gap and max(above, here) < INDENT
        paragraphs_spaced += sight.gap and alone
        if alone and not sight.gap:
            paragraphs += 1
        elif ending_of(before.line) == LEADS_IN and (sight.gap or measure.had_room(before.line, sight.line)):
            if here < INDENT:
                at_margin += 1
                at_margin_spaced += sight.gap
            elif abs(here - below) < INDENT:
                if not sight.gap and above >= INDENT and (before.gap or abs(here - above) < INDENT):
                    continue  # it goes on with what stands in already, whatever mark ends the line above
                inside += 1
                inside_spaced += sight.gap
            else:
                first_in_spaced += sight.gap and below_text
    found = inside, inside_spaced, at_margin, at_margin_spaced, first_in_spaced
    return _LedInto(*found, paragraphs, paragraphs_spaced, blocks)


def _are_spaced(sights: Sequence[Sight], measure: Measure) -> bool:
    """Whether blank lines set displays apart, and no paragraph, in a text without indents.

    What opens a quotation, or stands below one that has closed, is or follows a display.
    """
    led_into = led_into_spaced = paragraphs = paragraphs_spaced = 0
    for above, here in pairwise(sights):
        if here.barred or here.opens_page or not (here.gap or measure.had_room(above.line, here.line)):
            continue
        end = ending_of(above.line)
        if end == LEADS_IN:
            led_into += 1
            led_into_spaced += here.gap
        elif end not in (BREAKS_OFF, CLOSES) and not (here.line.ink[0].islower() or here.line.ink[0] in QUOTES):
            paragraphs += 1
            paragraphs_spaced += here.gap
    mostly = led_into_spaced > max(1, led_into / 2)
    return mostly and paragraphs > 2 * paragraphs_spaced


def _width(sights: Sequence[Sight], measure: Measure, spread: float, *, indents: bool) -> float:
    """How wide the blocks at the margin are that are likely displays, if not as wide as the text; else 0."""
    # No paragraph is much wider than the measure, but many a one is a little narrower, and indents tell more.
    wide = _alike(list(_wide(sights, measure, spread)), spread)
    if len(wide) > 1 and sum(block.lines for block in wide) > _SOME_WIDE * len(sights):
        return median(block.width for block in wide)
    if indents:
        return 0.0
    likely = list(_likely(sights, measure))
    narrow = _alike([block for block in likely if _differs(1 - block.width, block.lines, spread)], spread)
    if len(narrow) <= 2 or len(narrow) <= 0.1 * len(likely):
        return 0.0
    width = median(block.width for block in narrow)
    noted = sum(block.noted for block in narrow)
    return 0.0 if CLEAR < (1 - width) / spread < _CLEARER and 2 * noted > len(narrow) else width


def _differs(by: float, lines: int, spread: float) -> bool:
    """Whether a block of so many lines is of another measure; many lines lie nearer theirs than one line does."""
    return by > max(spread, _ERRORS * spread / sqrt(lines))


def _alike(blocks: Sequence[_Block], spread: float) -> Sequence[_Block]:
    """The most of these blocks that are of one width."""
    ordered = sorted(blocks)
    widths = [block.width for block in ordered]
    near = _ALIKE * spread
    bounds = ((bisect_left(widths, this - near), bisect_right(widths, this + near)) for this in widths)
    return ordered[slice(*max(bounds, key=lambda bound: bound[1] - bound[0], default=(0, 0)))]


def _wide(sights: Sequence[Sight], measure: Measure, spread: float) -> Iterator[_Block]:
    """The paragraphs at the margin that are wider than the measure, each by its full lines.

    Only of such as stand below text, are led into or open a quotation: others in smaller type may be notes.
    """
    widths = [measure.width(sight.line) / measure.full for sight in sights]
    limit = 1 + spread
    most = _RUNS_ON if measure.closed_up else max(widths, default=0.0)
    over = [i for i in range(1, len(widths)) if limit < widths[i] <= most and limit < widths[i - 1] <= most]
    done = 0
    for i in over:
        if i < done:
            continue
        start = i - 1
        while start > done and not _begins(sights, start, measure):
            start -= 1
        done = i + 1
        while done < len(sights) and not _begins(sights, done, measure):
            done += 1
        block = [width for width in widths[start : done - 1] if width <= most]
        if sights[start].shift < INDENT and len(block) > 1 and _differs(median(block) - 1, len(block), spread):
            led_in = start > 0 and not sights[start].barred and ending_of(sights[start - 1].line) == LEADS_IN
            above = sum(abs(width - 1) < spread for width in widths[max(0, start - _ABOVE) : start])
            if led_in or above * 3 > _ABOVE or sights[start].line.ink[0] in QUOTES:
                yield _Block(median(block), len(block), False)


def _begins(sights: Sequence[Sight], i: int, measure: Measure) -> bool:
    """Whether a paragraph begins with line `i`, or a page."""
    above, here = sights[i - 1], sights[i]
    apart = here.gap or here.opens_page or here.barred or here.shift >= INDENT or above.shift >= INDENT
    return apart or measure.had_room(above.line, here.line, of=_PLAINLY)


def _likely(sights: Sequence[Sight], measure: Measure) -> Iterator[_Block]:
    """The blocks, in a text without indents, that are led into or open a quotation."""
    for i in range(1, len(sights) - 1):
        above, here = sights[i - 1], sights[i]
        if here.barred:
            continue
        led_in = not above.line.ink[-1].isalnum() and ending_of(above.line) == LEADS_IN
        if led_in and not here.gap and not measure.had_room(above.line, here.line):
            continue  # the sentence runs on
        if not led_in and (here.opens_page or not here.gap or here.line.ink[0] not in QUOTES):
            continue
        block = []
        for k in range(i, min(i + _MOST, len(sights) - 1)):
            if sights[k + 1].gap or sights[k + 1].opens_page or sights[k + 1].barred:
                break
            width = measure.width(sights[k].line) / measure.full
            if width <= _RUNS_ON or not measure.closed_up:
                block.append(width)
        if len(block) > 1:
            yield _Block(median(block), len(block), ending_of(sights[k].line) == NOTED)
