"""Lines in larger type than the text's, where the source tells how large its type is.

Serves `headings`.  Nothing but a title is commonly set so, whatever stands below it: a date, a place, a line of
verse. A preface in larger type is no title, so a run of many such lines says nothing.
"""

from __future__ import annotations

from itertools import groupby

from build_edition.rules.draft import Draft

_LARGER = 1.15  # of the text's size
_LONGEST = 6  # lines of a title
_LETTERS = 3  # of a line, at the least: what is less may be an ornament


def large_lines(draft: Draft) -> frozenset[int]:
    """The numbers of such lines; none where the source does not tell."""
    geometry = draft.source.geometry
    if geometry is None:
        return frozenset()
    found: set[int] = set()
    sizes = ((line, geometry.size(line.number)) for line in draft)
    for is_large, run in groupby(sizes, key=lambda one: one[1] is not None and one[1] >= _LARGER):
        lines = [line for line, _ in run]
        if is_large and len(lines) <= _LONGEST:
            found.update(line.number for line in lines if sum(map(str.isalpha, line.ink)) >= _LETTERS)
    return frozenset(found)
