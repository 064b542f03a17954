"""Phrases that recur in the headings of several chapters: all such headings stand straight below these, or none.

In: the titles by chapter, and how well each level suits each heading.  Out: for headings that share a phrase, two
words side by side before any preposition, what suits all of them best together.  Of deeper levels it says nothing:
how deep a chapter goes is its own affair.  A phrase of the chapters' own titles tells nothing, and within a
chapter only its first heading counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from build_edition.rules.evidence.headings.odds import TOP
from build_edition.rules.evidence.headings.words import Words, roots

Phrase = tuple[str, str]

_UNSUITED = -4.0  # what weighs a level that was not even followed


def recurring(chapters: Sequence[Words], sections: Mapping[range, Sequence[Words]]) -> list[list[int]]:
    """The places of headings in different chapters that share a phrase."""
    subjects = {phrase for chapter in chapters for phrase in _phrases(chapter.all)}
    places: dict[Phrase, list[int]] = {}
    for chapter, titles in sections.items():
        seen = set(subjects)
        for place, title in zip(chapter, titles, strict=True):
            for phrase in _phrases(title.theme):
                if phrase not in seen:
                    seen.add(phrase)
                    places.setdefault(phrase, []).append(place)
    return [group for group in places.values() if len(group) > 1]


def stand_on_top(groups: Sequence[Sequence[int]], suits: Mapping[int, Mapping[int, float]]) -> dict[int, bool]:
    """Whether the headings of each group stand straight below their chapters; of two groups, the first tells."""
    found: dict[int, bool] = {}
    for group in groups:
        told = [suits[place] for place in group if place in suits]
        if len(told) > 1:
            on_top = sum(each.get(TOP, _UNSUITED) for each in told)
            below = sum(max((w for level, w in each.items() if level > TOP), default=_UNSUITED) for each in told)
            for place in group:
                found.setdefault(place, on_top > below)
    return found


def _phrases(words: Sequence[str]) -> Iterator[Phrase]:
    for one, other in pairwise(words):
        left, right = roots([one]), roots([other])
        if len(left) == 1 == len(right):
            yield next(iter(left)), next(iter(right))
