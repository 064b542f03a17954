"""Words that an odd one may be a slip of: such as are used, one letter away from it, or two where it is long."""

from __future__ import annotations

import math
import string
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from build_edition.rules.evidence.words.confusions import Costs
from build_edition.rules.evidence.words.near_words import is_variant
from build_edition.word_frequencies import frequencies

LONG = 7  # letters from which two may be wrong
OWN = 2  # times that the works must have a word of their own
USED = 10 ** (1.6 - 9)  # a rarer word of the language is none that anybody misses by two letters
# −log10 of how often a person makes one certain slip, or two, in a word; what machines confuse costs less
SLIPS = {1: 4.5, 2: 7.0}
_LETTERS = string.ascii_lowercase


@dataclass(frozen=True, slots=True)
class Near:
    """A word that may be meant: how often it is used, and −log10 of how often the odd one is made of it."""

    word: str
    share: float
    cost: float


class Neighbours:
    """The words of the language and of some works, by how they look; `parts` counts those of the works."""

    def __init__(self, parts: Counter[str]) -> None:
        self.parts, self.total = parts, max(sum(parts.values()), 1)
        self._own = {word for word, times in parts.items() if times >= OWN}
        self._by_look: dict[tuple[str, int], list[str]] = defaultdict(list)
        in_use = (word for word, share in frequencies().items() if share >= USED)
        for words in (in_use, self._own - frequencies().keys()):
            for word in words:
                self._by_look[word[0], len(word)].append(word)
        self._known: dict[str, list[Near]] = {}
        self._costs = Costs()

    def of(self, word: str) -> list[Near]:
        """The words that a word in small letters may be a slip of, the likeliest first."""
        if word not in self._known:
            self._known[word] = self._of(word)
        return self._known[word]

    def _of(self, word: str) -> list[Near]:
        known = frequencies()
        forms = set(_one_away(word))
        found = dict.fromkeys((forms & known.keys()) | (forms & self._own), 1)
        if len(word) >= LONG and not found:
            lengths = range(len(word) - 2, len(word) + 3)
            alike = [other for length in lengths for other in self._by_look.get((word[0], length), ())]
            two = process.extract(word, alike, scorer=OSA.distance, score_cutoff=2, limit=5)
            found |= {other: 2 for other, _, _ in two}
        near = [
            Near(other, self._share(other), min(SLIPS[slips], self._costs.explain(word, other)[0]))
            for other, slips in found.items()
            if self._is_commoner(other, word) and not is_variant(word, other)
        ]
        return sorted(near, key=lambda one: (one.cost - math.log10(one.share), one.word))

    def _share(self, word: str) -> float:
        return max(self.parts.get(word, 0) / self.total, frequencies().get(word, 0.0))

    def _is_commoner(self, other: str, word: str) -> bool:
        known = frequencies()
        return known.get(other, 0.0) > known.get(word, 0.0) or self.parts[other] > self.parts[word]


def _one_away(word: str) -> Iterator[str]:
    """Every form with one letter more, less, other or exchanged."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        rest = tail[1:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail and letter != tail[0]:
                yield head + letter + rest
        if tail:
            yield head + rest
        if rest and rest[0] != tail[0]:
            yield head + rest[0] + tail[0] + rest[1:]
