"""Lost hyphens: words that a line end breaks although nothing there shows it.

Serves the rule of line joins.  Two halves are one word where one of them is hardly a word and both make a common
one.

    the secur
    ity of the mill   ->  “security”
"""

from __future__ import annotations

import math

from build_edition.rules.evidence.words.lexicon import LONGEST
from build_edition.word_frequencies import frequencies

# Shares of all words: a half has less, and the whole at least as much; one of the halves has less than the third.
HALF, WHOLE, HARDLY = 10 ** (4.5 - 9), 10 ** (2.7 - 9), 10 ** (2.5 - 9)
SLIP = 3.0  # −log10 of how often a hyphen is lost
UNKNOWN = 10**-9.5  # the share of a form that no list has
SURE = 3.0  # log-odds from which two halves are one word
SIGNS = ".,;:!?)’”"  # that may follow a word


def is_broken(line: str, following: str) -> bool:
    """Whether the last word of a line and the first of the next are halves of one."""
    known = frequencies()
    left = line.rpartition(" ")[2]
    first = known.get(left, 0.0)
    if first >= HALF or not left.isalpha() or not left[1:].islower():  # most lines end so
        return False
    first = known.get(left.lower(), 0.0)
    right = following.partition(" ")[0].rstrip(SIGNS)
    if first >= HALF or not (right.islower() and right.isalpha()) or len(left + right) > LONGEST:
        return False
    second, whole = known.get(right, 0.0), known.get((left + right).lower(), 0.0)
    if second >= HALF or whole < WHOLE or min(first, second) >= HARDLY:
        return False
    return math.log10(whole / max(first, UNKNOWN) / max(second, UNKNOWN)) - SLIP >= SURE
