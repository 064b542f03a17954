"""Headings of one chapter that go together: by their first words, as counterparts, as whole and part.

In: the titles of a chapter.  Out: for each the earlier heading that it goes with, if there is one.  Counterparts
say the same of two opposed things, and what stands between them belongs to the first.  A whole names bare what
its parts speak of.

    The lawful trade of the port
    The unlawful trade of the port      -> counterparts
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from build_edition.rules.evidence.headings.words import Words, roots

_NEGATIONS = frozenset(
    re.findall(r"\w+", "un in im il ir non anti extra dis mis counter de re pre post sub super")
)
_OPPOSED = frozenset(
    frozenset(pair.split("/"))
    for pair in re.findall(
        r"\S+",
        "old/new early/late upper/lower higher/lower inner/outer internal/external domestic/foreign first/second "
        "before/after rise/fall growth/decline public/private rural/urban theory/practice form/content "
        "positive/negative gains/losses causes/consequences strengths/weaknesses",
    )
)
_REMEMBERED = 40  # headings
_SHORTEST = 4  # letters of a word that a prefix turns into its opposite


def counterparts(titles: Sequence[Words]) -> list[int | None]:
    """For each title the last one before it that says the same of the opposite."""
    by_start: dict[tuple[str, ...], list[int]] = {}
    found: list[int | None] = []
    for place, title in enumerate(titles):
        mates = (
            i for i in reversed(by_start.get(title.main[:1], [])[-_REMEMBERED:]) if _are_opposed(titles[i], title)
        )
        found.append(next(mates, None))
        by_start.setdefault(title.main[:1], []).append(place)
    return found


def _are_opposed(one: Words, other: Words) -> bool:
    """Whether the titles part at two opposed words and say the same after them."""
    for place, (left, right) in enumerate(zip(one.main, other.main, strict=False)):
        if left != right:
            after = one.main[place + 1 : place + 2]
            same = after == other.main[place + 1 : place + 2] and (roots(after) or not after)
            return bool(same) and bool(place) and is_opposite(left, right)
    return False


def is_opposite(word: str, other: str) -> bool:
    """Whether one of the words is the other turned about, or its customary opposite."""
    short, long = sorted((word, other), key=len)
    turned = len(short) >= _SHORTEST and long.endswith(short) and long[: -len(short)] in _NEGATIONS
    return turned or frozenset((word, other)) in _OPPOSED


def wholes(chapter: Words, titles: Sequence[Words]) -> list[int | None]:
    """For each title one before it that names bare what it speaks of, if the chapter itself does not.

    Of those that do, it is the last; of those that begin alike, the first.
    """
    bare: dict[tuple[str, ...], int] = {}
    found: list[int | None] = []
    for place, title in enumerate(titles):
        found.append(
            next((i for i in islice(reversed(bare.values()), _REMEMBERED) if title.is_about(titles[i])), None)
        )
        if title.main_roots and not title.main_roots <= chapter.main_roots:
            bare.setdefault(title.main, place)
    return found


def alike(titles: Sequence[Words], turns: Sequence[int]) -> list[tuple[int, ...]]:
    """For each heading outside the plan, the first and the last before it that open with the same two words."""
    places: dict[tuple[str, ...], tuple[int, ...]] = {}
    found: list[tuple[int, ...]] = []
    for place, (title, turn) in enumerate(zip(titles, turns, strict=True)):
        opening = title.main[:2]
        before = places.get(opening, ()) if opening else ()
        found.append(() if turn else before)
        places[opening] = (*before[:1], place)
    return found


def last_of_round(turns: Sequence[int]) -> list[int | None]:
    """For each heading of the plan the one before it in the same round, if there is one."""
    last: dict[int, int] = {}
    found: list[int | None] = []
    for place, turn in enumerate(turns):
        found.append(last.get(turn) if turn else None)
        last[turn] = place
    return found
