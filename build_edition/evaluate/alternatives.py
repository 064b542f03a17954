"""Readings that a truth lets stand beside its own: where the transcript has one, it is no error."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from build_edition.evaluate.text_errors import words_in_common

Alternative = tuple[str, str]  # two readings, either of which will do


def allowed(text: str, true: str, alternatives: Iterable[Alternative]) -> str:
    """`true`, with the other reading of an alternative wherever `text` has that one in the same place."""
    pairs = [pair for one, other in alternatives for pair in ((one, other), (other, one)) if one in true]
    if not pairs:
        return true
    common = words_in_common(text, true)
    starts, ends = [word.true_start for word in common], [word.true_end for word in common]
    found: dict[tuple[int, int], str] = {}
    for reading, other in pairs:
        at = true.find(reading)
        while at >= 0:
            after = at + len(reading)
            left, right = bisect_right(ends, at), bisect_left(starts, after)
            first = common[left - 1].end if left else 0
            last = common[right].start if right < len(common) else len(text)
            there = " ".join(text[first:last].split())
            if other in there and (reading not in there or reading in other):
                found[at, after] = other
            at = true.find(reading, after)
    return _replaced(true, found)


def _replaced(text: str, found: dict[tuple[int, int], str]) -> str:
    """The text with what was found put in; of two that overlap, the first."""
    pieces, here = [], 0
    for (start, end), reading in sorted(found.items()):
        if start >= here:
            pieces += [text[here:start], reading]
            here = end
    return "".join([*pieces, text[here:]])
