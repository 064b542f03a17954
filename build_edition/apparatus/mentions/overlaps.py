"""Forms that overlap: the longest counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from build_edition.apparatus.mentions.matcher import Hit


def without_own_parts(hits: Iterable[Hit]) -> list[Hit]:
    """The hits, from left to right, without those that are a part of a longer form of the same entry.

    Where "Malenkov" is a form of two entries and "G. Malenkov" of one, the words "G. Malenkov" are that one's.
    """
    ends: dict[str, int] = {}
    kept: list[Hit] = []
    for hit in hits:
        if not any(ends.get(entry, 0) > hit.start for entry in hit.forms):
            kept.append(hit)
            ends.update(dict.fromkeys(hit.forms, hit.end))
    return kept


def covered(hits: Sequence[Hit]) -> list[str]:
    """For each hit the entry of a longer one that it lies in or overlaps; empty where it stands for itself."""
    within = [""] * len(hits)
    taken: list[Hit] = []  # from left to right; none overlaps another
    for k in sorted(range(len(hits)), key=lambda k: (hits[k].start - hits[k].end, hits[k].start)):
        hit = hits[k]
        after = bisect_left(taken, hit.end, key=lambda other: other.start)
        # it is no longer than any of them, so it overlaps two at the most
        longer = [other for other in taken[max(after - 2, 0) : after] if other.end > hit.start]
        if longer:
            within[k] = min(max(longer, key=lambda other: other.end - other.start).forms)
        else:
            taken.insert(after, hit)
    return within
