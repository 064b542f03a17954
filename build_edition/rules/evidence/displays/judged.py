"""Displays at the text's own edge: which of the runs of lines that look like them are displays, seen as a whole.

Serves `set_apart`, which finds such runs line by line.  One line alone, or what a page's edge parts, is hardly a
display.  Where displays are hardly narrower than the text, all lines of a block and the words about it must show
it together.  A block in smaller type at the foot of a page that nothing leads into is rather a note.  And what
stands by itself between a lead-in and a display is the display's own heading.

    One of the bills read:
    To the Millers of the Valley!                            → the first line of the display below it
    There is no water for the wheel before the feast, and
    after it there is no corn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median

from build_edition.rules.evidence.displays.endings import BREAKS_OFF, CLOSES, LEADS_IN, NOTED, ending_of
from build_edition.rules.evidence.displays.forms import CLEAR, Form
from build_edition.rules.evidence.displays.seen import MUCH_ROOM, ROOM, Seen
from build_edition.rules.evidence.displays.sights import Sight

_LEAST = 0.018  # of the measure: what a line may lack of it and be full
# In a text whose displays are hardly narrower: what it weighs that a lead-in stands above a block, that a note
# call ends it, that it is all in quotation marks. With how much narrower it is, in spreads, it must weigh so much.
_LED_IN, _NOTED, _QUOTED, _CLEAR = 2.0, 1.5, 0.5, 2.7


@dataclass(frozen=True, slots=True)
class Judge:
    """Knows how wide the text is set (`of_text`, `spread` about it) and its displays (`measure`).

    All three are shares of the usual measure.
    """

    sights: Sequence[Sight]
    seen: Seen
    form: Form
    of_text: float
    spread: float
    measure: float

    def displays(self, found: Sequence[Sequence[range]]) -> Iterator[list[range]]:
        """Those of the runs found, each given as the places of its paragraphs, that are displays."""
        done = 0
        for parts in found:
            run = range(parts[0].start, parts[-1].stop)
            if self._is_sure(run) and self._is_clear(run) and not self._is_note(run):
                head = run[0] - 1
                yield [range(head, run[0]), *parts] if head >= done and self._heads(head) else list(parts)
                done = run.stop

    def _is_sure(self, run: range) -> bool:
        """Whether widths and all leave no likelier reading: one line alone, or what a page's foot or head parts.

        Where a sentence breaks off above and is taken up at the head of a page, what stands between is no display.
        """
        first, sights, seen = run[0], self.sights, self.seen
        if len(run) == 1 and not (seen.gap(first) and seen.end(first) == LEADS_IN):
            return False  # at a page's head no blank line sets it apart
        if seen.end(first) != BREAKS_OFF:
            return True
        if self._cuts(run):
            return False
        taken_up = range(first + 1, min(run[-1] + 2, len(sights)))
        if sights[first].opens_page:
            return run[-1] + 1 == len(sights) or not seen.begins_small(run[-1] + 1)
        over = (i for i in taken_up if sights[i].opens_page and seen.begins_small(i))
        # Where the line above has much room, it ended there, and what breaks off is the display itself.
        stopped = seen.joined(first) < MUCH_ROOM
        return all(stopped and i in run and seen.end(i) == BREAKS_OFF for i in over)

    def _cuts(self, run: range) -> bool:
        """Whether a run would cut a sentence at a full line, and no line of it shows that it is set narrower."""
        seen, measure = self.seen, self.measure
        if self.form.indents or self.form.habits.spaced or seen.joined(run[0]) < ROOM * self.of_text:
            return False
        return all(seen.gap(i) or seen.joined(i, measure) < ROOM * measure for i in run[1:])

    def _is_clear(self, run: range) -> bool:
        """Whether a display that is hardly narrower than the text shows it in all its lines and words together."""
        inset = self.of_text - self.measure
        if self.form.indents or self.form.habits.spaced or not 0 < inset < CLEAR * self.spread:
            return True
        full = [self.seen.widths[i] for i in run[:-1]]
        above, end = self.seen.end(run[0]), ending_of(self.sights[run[-1]].line)
        by_will = above == BREAKS_OFF and self.seen.joined(run[0]) < 1 - _LEAST
        is_quoted = self.seen.begins_quoted(run[0])
        if not full or not (above == LEADS_IN or is_quoted or (by_will and end == NOTED)):
            return False
        narrower = (self.of_text - median(full)) / self.spread * sqrt(len(full))
        words = _LED_IN * (above == LEADS_IN) + by_will + _NOTED * (end == NOTED)
        return narrower + words + _QUOTED * (is_quoted and end in (CLOSES, NOTED)) > _CLEAR

    def _is_note(self, run: range) -> bool:
        """Whether a block in smaller type is rather a note whose number is lost: the last on a page, by itself."""
        first, after = run[0], run.stop
        if self.form.indents or self.measure < self.of_text or self.seen.begins_quoted(first):
            return False
        last = after == len(self.sights) or self.sights[after].opens_page
        return last and not self.sights[first].opens_page and self.seen.end(first) not in (LEADS_IN, BREAKS_OFF)

    def _heads(self, i: int) -> bool:
        """Whether line `i`, all of a paragraph in a text without indents, belongs to the display below it.

        It does where a lead-in stands above it, or where it opens the quotation that goes on below.
        """
        seen = self.seen
        if self.form.indents or seen.barred[i + 1] or not seen.joined(i + 1) < MUCH_ROOM or not self._begins(i):
            return False
        closed = seen.end(i + 1) in (CLOSES, NOTED)
        goes_on = seen.begins_quoted(i) and seen.begins_quoted(i + 1)
        led_in = seen.end(i) == LEADS_IN and not seen.barred[i] and not seen.begins_small(i)
        return not closed and (goes_on or led_in)

    def _begins(self, i: int) -> bool:
        """Whether a paragraph begins with line `i`."""
        return i > 0 and (self.seen.gap(i) or self.seen.joined(i) < MUCH_ROOM)
