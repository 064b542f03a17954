"""Forms that overlap: the longest counts."""

from __future__ import annotations

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
    taken: list[Hit] = []
    for k in sorted(range(len(hits)), key=lambda k: (hits[k].start - hits[k].end, hits[k].start)):
        hit = hits[k]
        longer = next((other for other in taken if other.start < hit.end and hit.start < other.end), None)
        if longer:
            within[k] = min(longer.forms)
        else:
            taken.append(hit)
    return within
