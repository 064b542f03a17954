"""How often anybody writes a word as it stands, as a log10: known words, derived ones, names, and new ones."""

from __future__ import annotations

import math
from functools import cache

from build_edition.rules.evidence.words.lexicon import word_set
from build_edition.word_frequencies import frequencies

NOVEL = 9.5  # −log10 for a short word that no list has and nothing explains
PER_LETTER, FROM = 0.7, 7  # what each letter beyond these adds: the longer, the rarer
NAME = 8.0  # the same of a name, and what a letter adds
NAME_LETTER = 0.3
FOREIGN = 8.0  # of a word among words of another language
AFFIX = 3.0  # −log10 of how often an author puts an affix to a word
_PREFIXES = word_set(
    """un re over de inter non out mis pre post anti under hyper super counter sub pan in im dis co semi ultra neo
    pseudo trans quasi self pro mid fore up well mono multi ex electro geo macro micro"""
)
_SUFFIXES = word_set(
    """s es ed d ing ings er ers or ors ator ators atory ative ness nesses ism isms ist ists istic ically ly
    less like dom able ably ability ation ations ization isation ize ise izes ises ized ised izing ising izer
    iser izers ity ities ment ments ful al ical ic ary ian ese ish hood ship ward wards"""
)
_STEMS = ("", "e", "y", "ic", "al", "ize", "ise", "ism", "ist", "ation", "ate", "ed", "er")
_SHORTEST = 4  # letters of a stem


def written(word: str, is_name: bool, is_foreign: bool) -> float:
    """The log10 of how often a word, in small letters, is written by anybody."""
    share = frequencies().get(word)
    if share:
        return math.log10(share)
    likely = unexplained(word)
    if is_name:
        likely = max(likely, -(NAME + NAME_LETTER * max(len(word) - FROM, 0)))
    if is_foreign or not word.isascii():
        likely = max(likely, -FOREIGN)
    return max(likely, _derived(word))


def unexplained(word: str) -> float:
    """The log10 for a word that no list has and nothing explains."""
    return -(NOVEL + PER_LETTER * max(len(word) - FROM, 0))


@cache
def _derived(word: str, depth: int = 2) -> float:
    """The log10 for a word that affixes make of one that is known; minus infinity where none does."""
    best = -math.inf
    stems = [word[at:] for at in range(2, len(word) - _SHORTEST + 1) if word[:at] in _PREFIXES]
    for at in range(_SHORTEST, len(word)):
        if word[at:] in _SUFFIXES:
            stem = word[:at]
            stems += [stem + ending for ending in _STEMS if ending != word[at:]]
            stems += [stem[:-1]] if stem[-1] == stem[-2] else [stem[:-1] + "y"] if stem[-1] == "i" else []
    for stem in stems:
        share = frequencies().get(stem)
        inner = math.log10(share) if share else _derived(stem, depth - 1) if depth > 1 else -math.inf
        best = max(best, inner - AFFIX)
    return best
