"""Whether a hyphen at the end of a line belongs to its word or only broke it.

Serves `line_joins`.  Evidence, strongest first: the word elsewhere in the same text, joined or hyphenated; its
parts (a capital, a figure or another hyphen keeps the hyphen); word frequencies; prefixes that take a hyphen;
and the habit of the text itself, learnt from the hyphens that the rest has decided, for some texts never
break words and others break hundreds.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from build_edition.rules.evidence.lexicon import zipf

_TOKEN = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_HYPHENS = str.maketrans("‐", "-")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STRONG_KEEPERS = _words(
    """self post counter non semi ultra quasi neo pseudo half ex all vice
    twenty thirty forty fifty sixty seventy eighty ninety"""
)
_KEEPERS = _words(
    """anti well cross so pre co re multi mid inter intra extra super sub pro arch under over long short
    high low old new full one two three four five six seven eight nine ten first second third"""
)
# What is no word by itself: these only begin or end one.
_BOUND_LEFT = _words("un dis im in ir il en em ac ad con com de ob per ef af ap at mis trans circum ambi")
_BOUND_RIGHT = _words(
    """ing ings ed ly er ers est ness nesses ment ments dom ful fully less lessly tion tions sion sions able
    ible ably ward wards ship ships hood ous ously ity ities ive ism isms ist ists ance ence al ally ish"""
)
SURE = 2.0  # log-odds from which a hyphen counts as decided when the habit of the text is learnt
HABIT = 3.0  # log-odds that the habit of a text may add at most
DOUBT = 0.7  # log-odds below which a decision is of low certainty


def count_words(text: str) -> Counter[str]:
    """How often each word stands in the text, hyphenated words as wholes; letters folded to lower case."""
    folded = text.lower()
    return Counter(_TOKEN.findall(folded.translate(_HYPHENS) if "‐" in folded else folded))


def judge(pairs: Iterable[tuple[str, str]], counts: Mapping[str, int]) -> list[float]:
    """The log-odds, for each line end `left`-`right`, that the hyphen only broke the word."""
    pairs = list(pairs)
    evidence = [_evidence(left, right, counts) for left, right in pairs]
    sure = [odds for odds in evidence if abs(odds) >= SURE]
    joined = sum(odds > 0 for odds in sure)
    habit = math.log((joined + 1) / (len(sure) - joined + 1))
    habit = max(-HABIT, min(HABIT, habit))
    return [odds + habit if abs(odds) < 20 else odds for odds in evidence]


def _evidence(left: str, right: str, counts: Mapping[str, int]) -> float:
    """The log-odds of a broken word without regard to the habit of the text."""
    stem = left.rsplit("-", 1)[-1]
    if "-" in left or (right[:1].isupper() and not left.isupper()):
        return -20.0
    a, b = stem.lower(), re.split("[-‐’']", right.lower())[0]
    joined, hyphenated = counts.get(a + b, 0), counts.get(f"{a}-{b}", 0)
    odds = 0.0
    if joined or hyphenated:
        odds += 3.0 * math.log((joined + 0.3) / (hyphenated + 0.3))
    odds += _by_frequency(a, b)
    odds += 2.0 * (a in _BOUND_LEFT) + 2.5 * (b in _BOUND_RIGHT)
    if a in _STRONG_KEEPERS:
        odds -= 3.0
    elif a in _KEEPERS:
        odds -= 1.0
    return max(-19.0, min(19.0, odds))


def _by_frequency(a: str, b: str) -> float:
    """What word frequencies say: a known joined word speaks for it, two known parts of an unknown one against."""
    whole = zipf(a + b)
    parts = min(zipf(a), zipf(b))
    if whole > 0:
        return min(4.0, whole + 0.5) - (max(0.0, parts - whole - 1.0) if len(a) > 2 and len(b) > 2 else 0.0)
    if parts >= 3.0 and len(a) > 1 and len(b) > 2:
        return -4.5 if len(a) > 3 and len(b) > 3 else -2.5
    return -0.5 if parts >= 2.0 else 1.5
