"""The rest of a note that runs over the foot of its page, above the notes that begin on the next.

Serves `foot_notes`.  The last note of a page has not ended with it; what goes on with it stands below the text of
the next page, in the type of notes (a full line has more to it), mostly under a blank line, and the text above
goes on at the top of the page after, not below itself.  Where these signs do not agree nothing is said.  A display
is small too: the rest stands below the widest gap of its page, and has the very size of the note.
"""

from __future__ import annotations

from math import inf

from build_edition.rules.evidence.lines.shape import opens_lower
from build_edition.rules.evidence.notes.foot_pages import Page
from build_edition.rules.evidence.notes.style import FULL, GAP, WIDE, Foot

PRICE = 3.0  # what a rest must weigh
SAME = 0.04  # share by which lines of one size differ
LOWEST = 60  # lines of a page at the most


def rest_of(page: Page, foot: Foot | None, before: Page) -> int | None:
    """The place of the line that the rest of a note begins on, which runs over from the page before."""
    stop = foot.place if foot else len(page.lines)
    last = len(before.lines) - 1
    # A note that runs over fills its line; behind a colon a quotation may begin overleaf.
    done = before.is_done(last) and not before.lines[last].ink.endswith(":")
    if done or before.width(last) < FULL:
        return None
    # A rest above another note has ended; else the line would be the last of the text, which goes on overleaf.
    if not page.is_done(stop - 1) and (foot or page.width(stop - 1) < WIDE):
        return None
    hyphened = before.lines[last].ink.endswith("-")
    best, small, plain = (PRICE, -1), 0, 0
    widest = _widest(page, stop)
    for place in range(stop - 1, max(-1, stop - LOWEST), -1):
        if _is_other(page.size(place), before.size(last)):
            break
        is_small = _is_small(page, place)
        small += is_small
        plain += not is_small and place + 1 < stop and not page.is_done(place)
        # What stands in the same type above would be the same quotation.
        goes_on = place > 0 and page.runs_on(place - 1) and not _is_small(page, place - 1)
        goes_on = goes_on and (is_small or page.is_free(place))  # else it is a line of the text
        parted = page.gap(place) >= min(GAP, widest) or (place == 0 and small > 1)
        lower = opens_lower(page.lines[place].ink)
        score = min(small, 3) - 1.5 * plain + (1.0 if page.is_free(place) else 0.0) + (1.5 if lower else 0.0)
        score += (2.5 if goes_on or parted else 0.0) + (1.5 if lower and hyphened else 0.0)
        if score >= best[0] and (goes_on or parted or (lower and page.is_done(max(place - 1, 0)))):
            best = (score, place)
            if page.gap(place) == widest:
                break
    return best[1] if best[1] >= 0 else None


def _widest(page: Page, stop: int) -> float:
    """How many blank lines the widest gap of the page has, if no other has as many or it has but one."""
    *others, widest = sorted([0, 1, *(page.gap(place) for place in range(stop))])
    return widest if widest > others[-1] else inf


def _is_other(size: float | None, noted: float | None) -> bool:
    """Whether a line is known to be in another type than the note."""
    return size is not None and noted is not None and abs(size - noted) > SAME * noted


def _is_small(page: Page, place: int) -> bool:
    """Whether a line is in smaller type: as the source tells, or because it has more than the measure holds."""
    told = page.is_small(place)
    return page.width(place) > WIDE if told is None else told
