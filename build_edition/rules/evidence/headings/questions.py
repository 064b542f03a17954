"""Questions that are titles, in text that is not wrapped: several of them, each over a section.

Serves `headings_unwrapped`.  A short line that asks is speech, or an interviewer's, as often as a title.  Numbers
before it that count on make it one; and so do several that stand alone over sections of some paragraphs, where an
interview has one answer to each.

    2. Who built the mill?   |  Two pages of text  |  3. Who burnt it?     ->  titles
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_NUMBER = re.compile(
    r"(?:[A-Z]\.?)?(?P<last>\d{1,2})(?:[.):]|\s*[—–-])?\s+(?=\S)"
    r"|(?:[A-Z]|\d{1,2})(?:\.(?P<deep>\d{1,2}))+\.?\s+"
)
NEXT = 3  # what a number may be above the one before: titles that do not ask stand between
FEWEST = 3  # questions that show a habit
LEAST = 3  # paragraphs of a section, on average: an answer has fewer


def titles_that_ask(asking: Sequence[tuple[int, str]], end: int) -> set[int]:
    """The places of those questions that are titles, of all that stand alone over text before line `end`."""
    numbers = [(place, _last_number(ink)) for place, ink in asking]
    counted = [(place, number) for place, number in numbers if number is not None]
    on = {at for one, two in pairwise(counted) if 0 < two[1] - one[1] <= NEXT for at in (one[0], two[0])}
    if on or len(asking) < FEWEST:
        return on
    lengths = [after - place - 1 for place, after in pairwise([*(place for place, _ in asking), end])]
    return {place for place, _ in asking} if sum(lengths) >= LEAST * len(asking) else set()


def _last_number(ink: str) -> int | None:
    """The last figure of the number before a title."""
    match = _NUMBER.match(ink)
    return int(match["last"] or match["deep"]) if match else None
