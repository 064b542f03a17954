"""Headings with a line of equals signs or hyphens drawn tight under them, as Markdown has it and as people type.

Serves `headings_unwrapped` and `thematic_breaks`.  The line above is short and opens its block; one such pair
alone is believed where the drawn line is exactly as long.

    The Ferry
    =========     ->  a heading over a drawn line
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from build_edition.rules.evidence.lines.shape import words_of
from build_edition.source import Line

_UNDERLINE = re.compile(r"=+|-{2,}")
FEWEST = 2  # pairs that show a habit
LONGEST = 14  # words in a heading


def underlines(lines: Sequence[Line]) -> dict[int, Line]:
    """The lines drawn tight under short lines of these inked ones, by the number of the line above each."""
    found: dict[int, Line] = {}
    for place, (line, below) in enumerate(pairwise(lines)):
        if below.ink[0] not in "=-" or below.number != line.number + 1 or not _UNDERLINE.fullmatch(below.ink):
            continue
        opens = (
            place == 0 or lines[place - 1].number < line.number - 1 or _UNDERLINE.fullmatch(lines[place - 1].ink)
        )
        wide = len(below.ink) >= min(3, len(line.ink))
        if opens and wide and 0 < len(words_of(line.ink)) <= LONGEST and line.ink[-1] not in ",;":
            found[line.number] = below
    exact = any(len(found[line.number].ink) == len(line.ink) for line in lines if line.number in found)
    return found if exact or len(found) >= FEWEST else {}
