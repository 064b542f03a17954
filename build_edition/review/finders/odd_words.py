"""Odd words: such as English hardly has and these works have a few times at most.

Most are names, terms of other languages, and words that an author made; a few are misprints.  What tells them
apart is weighed as odds: how often a word that is like it is used, times how often anybody makes such a slip;
against how often anybody writes the word as it stands, which an affix, a capital and foreign words about it
make likelier.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from build_edition.review.desk import Desk, Vocabulary
from build_edition.review.finders.writing import unexplained, written
from build_edition.review.item import Candidate, Found
from build_edition.review.near import Near
from build_edition.rules.evidence.words.lexicon import (
    begins_sentence,
    is_foreign,
    is_plausible,
    like,
    unowned,
    zipf,
)
from build_edition.word_frequencies import frequencies

RARE = 3.0  # on the Zipf scale: a commoner word is not odd
FEW = 3  # times that the works have an odd word at most
LEAST = 4  # letters; shorter ones are abbreviations and particles
SHOWN = 0.05  # how likely something must be wrong to be shown
ALONE = 0.25  # how likely a word is wrong that is in no list and like no other
SLOPE, MOST = 0.7, 0.95  # of the log10 of the odds, which are no better known
MATTER = 0.9


def odd_words(desk: Desk) -> Iterator[Found]:
    """Every odd word, wherever it stands, that may well be wrong."""
    lexicon, vocabulary = desk.lexicon, desk.vocabulary
    for form, places in lexicon.places.items():
        at = 0
        for part in form.split("-"):
            base = unowned(part)
            if _is_odd(vocabulary, base):
                near = vocabulary.neighbours.of(base.lower())
                for number in places:
                    yield from _judged(desk, base, lexicon.starts[number] + at, number, near)
            at += len(part) + 1


def _is_odd(vocabulary: Vocabulary, base: str) -> bool:
    """Whether a word is rare here and in the language, and no abbreviation."""
    low = base.lower()
    return (
        vocabulary.parts[low] <= FEW
        and is_plausible(base, LEAST)
        and base[1:].islower()
        and zipf(low) < RARE
        and low not in vocabulary.names
    )


def _judged(desk: Desk, base: str, start: int, number: int, near: list[Near]) -> Iterator[Found]:
    """The word in one place, if it may well be wrong."""
    low = base.lower()
    is_name = base[0].isupper() and not begins_sentence(desk.lexicon, number)
    stands = written(low, is_name, is_foreign(desk.lexicon, number))
    wrong = ALONE if stands <= unexplained(low) else 0.0
    if near:
        odds = math.log10(near[0].share) - near[0].cost * desk.vocabulary.parts[low] - stands
        wrong = max(wrong, MOST / (1 + 10 ** (-SLOPE * odds)))
    if wrong < SHOWN:
        return
    first, last = desk.in_source(start, start + len(base))
    candidates = tuple(Candidate(like(base, one.word), desk.vocabulary.usage(one.word)) for one in near[:3])
    yield Found("odd-word", "rare", first, last, (_told(desk.vocabulary, base),), candidates, wrong, MATTER)


def _told(vocabulary: Vocabulary, base: str) -> str:
    low = base.lower()
    times = vocabulary.parts[low]
    here = "stands only here" if times == 1 else f"stands {times} times in these works"
    known = "is hardly used in English" if low in frequencies() else "is in no list of English words"
    return f"“{base}” {known}, and {here}."
