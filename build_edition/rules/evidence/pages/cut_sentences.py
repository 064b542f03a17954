"""Sentences that a gap cuts in two: what a page's end leaves behind where nothing else of it is left.

A display, a table or a figure may part a sentence too. In a text without other signs pages show themselves by
coming evenly: about as much text lies between two such cuts, or twice as much where a page ends with a sentence.

    … and reported  |  (blank line)  |  in all innocence that the weir …    → a page begins with “in”
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_edition.rules.evidence.lines.shape import ends_sentence, is_body
from build_edition.source import Line

_LEAST = 4  # cuts that can come evenly
_SHORTEST = 700  # characters of a page
_FAR = 0.25  # how far a page may be from the usual length
_TRIED = 30  # lengths that a page may have
_EVEN = 0.75  # of the steps at the least


def is_cut(before: Line, after: Line) -> bool:
    """Whether a gap parts two lines over which a sentence runs on."""
    return (
        after.number - before.number > 1
        and after.ink[0].islower()
        and before.ink[-1] not in ";:"
        and not ends_sentence(before.ink)
    )


def even_cuts(lines: Sequence[Line]) -> list[int]:
    """The places below the cuts in paragraphs set on one line each, if they come as evenly as pages do."""
    places = [
        place
        for place, (before, after) in enumerate(pairwise(lines), 1)
        if is_cut(before, after) and (is_body(before.ink) or is_body(after.ink))
    ]
    steps = sorted(lines[after].start - lines[before].start for before, after in pairwise(places))
    if len(places) < _LEAST or steps[0] < _SHORTEST:
        return []
    # Steps of one page are the commonest; the shortest of those that most others agree with is taken.
    shorter = steps[: len(steps) // 2 + 1]
    tried = shorter[:: len(shorter) // _TRIED + 1]
    page = max(tried, key=lambda step: (_agreeing(steps, step), -step))
    return places if _agreeing(steps, page) >= _EVEN * len(steps) else []


def _agreeing(steps: Sequence[int], page: int) -> int:
    """How many steps are of one page, or of two."""
    return sum(any(abs(step / pages - page) <= _FAR * page / pages for pages in (1, 2)) for step in steps)
