"""Whether a word has its capital only because a sentence begins with it: the book writes it small elsewhere.

Serves `amid`.  A line that ends without a stop above such a word ended by will.

    The Weir in Winter
    When the frost came …            -> “when” is small elsewhere, so a sentence begins here
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from build_edition.rules.evidence.layout.blocks import Block

_MARKS = "“”‘’\"'()[],;:"
_COMMON, _RARELY = 2, 20  # times that a word is written small; and as many for each capital amid a sentence


class Capitals:
    """How often the words of a book are written small, and how often with a capital amid a sentence."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks

    @cached_property
    def _balance(self) -> Counter[str]:
        balance: Counter[str] = Counter()
        for line in (line for block in self._blocks for line in block.lines):
            for before, word in pairwise(line.ink.split()):  # the first may stand below a heading
                bare = word.strip(_MARKS)
                if bare.islower():
                    balance[bare] += 1
                elif before[-1].isalpha() and bare[1:].islower():
                    balance[bare.lower()] -= _RARELY
        return balance

    def begins_sentence(self, ink: str) -> bool:
        """Whether the first word of a line has its capital only because a sentence begins with it."""
        word = ink.partition(" ")[0].strip(_MARKS)
        if word[:1].islower():
            return False
        return len(word) == 1 or (word[1:].islower() and self._balance[word.lower()] >= _COMMON)
