"""Whether a hyphen at the end of a line belongs to its word or only broke it.

Serves `line_joins`.  Evidence, strongest first: the word elsewhere in the same text, joined or hyphenated, or
else another form of it; its parts (a capital, a figure or another hyphen keeps the hyphen); word frequencies;
prefixes that take a hyphen; other compounds of the text with the same first or last part; and the habit of the
text itself, learnt from the hyphens that the rest has decided, for some texts never break words and others break
hundreds.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from build_edition.rules.evidence.words.lexicon import word_set, zipf

_TOKEN = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_HYPHENS = str.maketrans("‐", "-")


_STRONG_KEEPERS = word_set(
    """self post counter non semi ultra quasi neo pseudo half ex all vice
    twenty thirty forty fifty sixty seventy eighty ninety"""
)
_FIRST_WORDS = word_set(  # words that begin compounds; common as they are, few words are broken after them
    """so well cross long short high low old new full one two three four five six seven eight nine ten first
    second third"""
)
_KEEPERS = _FIRST_WORDS | word_set("anti pre co re multi mid inter intra extra super sub pro arch under over")
# What is no word by itself: these only begin or end one.
_BOUND_LEFT = word_set("re un dis im in ir il en em ac ad con com de ob per ef af ap at mis trans circum ambi")
_BOUND_RIGHT = word_set(
    """ing ings ed ly er ers est ness nesses ment ments dom ful fully less lessly tion tions sion sions able
    ible ably ward wards ship ships hood ous ously ity ities ive ism isms ist ists ance ence al ally ish"""
)
_VOWELS = "aeio"
_ENDINGS = ("s", "es", "ed", "ing", "ly")
# On the Zipf scale: a joined word that is rare, though its parts, but for a word of grammar, are far less so.
_RARE, _COMMON, _FARTHER, _FUNCTION = 2.3, 3.8, 2.0, 5.7
STEM = 4  # letters that two forms of a word share at least, and those in which they may differ at most
SURE = 2.0  # log-odds from which a hyphen counts as decided when the habit of the text is learnt
HABIT = 3.0  # log-odds that the habit of a text may add at most
DOUBT = 0.7  # log-odds below which a decision is of low certainty


def count_words(text: str) -> Counter[str]:
    """How often each word stands in the text, hyphenated words as wholes; letters folded to lower case."""
    counts: Counter[str] = Counter()
    # Most of what white space parts is a word and nothing else, and is counted without being searched.
    for piece, count in Counter(text.lower().replace("‐", "-").split()).items():
        if piece.isascii() and piece.isalpha():
            counts[piece] += count
        else:
            for word in _TOKEN.findall(piece):
                counts[word] += count
    return counts


def judge(pairs: Iterable[tuple[str, str]], counts: Mapping[str, int]) -> list[float]:
    """The log-odds, for each line end `left`-`right`, that the hyphen only broke the word."""
    pairs = list(pairs)
    document = _Document(counts)
    evidence = [_evidence(left, right, document) for left, right in pairs]
    sure = [odds for odds in evidence if abs(odds) >= SURE]
    joined = sum(odds > 0 for odds in sure)
    habit = math.log((joined + 1) / (len(sure) - joined + 1))
    habit = max(-HABIT, min(HABIT, habit))
    return [odds + habit if abs(odds) < 20 else odds for odds in evidence]


class _Document:
    """The words of one text, and the compounds that it writes with a hyphen."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts
        self._rests: dict[str, dict[str, int]] = {}  # by first part: what follows its hyphen, and how often
        self._tails: Counter[str] = Counter()  # in how many compounds a part comes last
        for word, count in counts.items():
            first, _, rest = word.partition("-")
            if rest:
                self._rests.setdefault(first, {})[rest] = count
                self._tails[rest.rsplit("-", 1)[-1]] += 1

    @cached_property
    def _solid(self) -> list[str]:
        return sorted(word for word in self.counts if "-" not in word)

    def writes(self, a: str, b: str, rest: str) -> float:
        """How much the text writes a word joined rather than hyphenated; 0 where it has no form of it."""
        joined = self.counts.get(a + b, 0)
        hyphenated = max(self.counts.get(f"{a}-{b}", 0), self.counts.get(f"{a}-{rest}", 0))
        if joined or hyphenated:
            return 3.0 * math.log((joined + 0.3) / (hyphenated + 0.3))
        stem = b[: max(STEM, len(b) - STEM)]
        if len(stem) < STEM:
            return 0.0
        hyphenated = sum(count for other, count in self._rests.get(a, {}).items() if other.startswith(stem))
        at = bisect_left(self._solid, a + stem)
        while at < len(self._solid) and self._solid[at].startswith(a + stem):
            joined += self.counts[self._solid[at]]
            at += 1
        return 2.0 * math.log((joined + 0.3) / (hyphenated + 0.3)) if joined or hyphenated else 0.0

    def compounds(self, a: str, b: str) -> int:
        """How many compounds the text hyphenates with `a` first or `b` last."""
        return len(self._rests.get(a, ())) + self._tails[b]


def _evidence(left: str, right: str, document: _Document) -> float:
    """The log-odds of a broken word without regard to the habit of the text."""
    stem = left.rsplit("-", 1)[-1]
    if "-" in left or (right[:1].isupper() and not left.isupper()):
        return -20.0
    a, rest = stem.lower(), re.split("[’']", right.lower().translate(_HYPHENS))[0]
    b = rest.split("-")[0]
    odds = document.writes(a, b, rest) + _by_frequency(a, b)
    if zipf(b) >= 2.0 and zipf(a) >= 3.0 and document.compounds(a, b) >= 2:
        odds -= 2.0
    odds += 2.0 * (a in _BOUND_LEFT) + 2.5 * (b in _BOUND_RIGHT)
    if a in _STRONG_KEEPERS:
        odds -= 4.0 if zipf(b) >= _COMMON or (len(b) > STEM and zipf(b)) else 2.0
    elif a in _KEEPERS:
        odds -= 1.0
    if len(a) < 4 and a[-1:] == b[:1] and b[:1] in _VOWELS:  # re-elect, co-operate
        odds -= 3.5
    return max(-19.0, min(19.0, odds))


def _by_frequency(a: str, b: str) -> float:
    """What word frequencies say: a known joined word speaks for it, two known parts of an unknown one against."""
    whole, first, second = zipf(a + b), zipf(a), zipf(b)
    parts = min(first, second)
    is_prefix = len(a) < 3 or a in _KEEPERS or a in _STRONG_KEEPERS or a in _BOUND_LEFT
    if not whole and is_prefix:
        whole = max((zipf((a + b).removesuffix(end)) for end in _ENDINGS if b.endswith(end)), default=0.0) - 1.0
    if whole > 0:
        is_own_word = a in _FIRST_WORDS or (first < _FUNCTION and not is_prefix)
        if is_own_word and whole < _RARE and parts - whole >= _FARTHER:
            return -3.5
        return min(4.0, whole + 0.5) - (max(0.0, parts - whole - 1.0) if len(a) > 2 and len(b) > 2 else 0.0)
    if second >= 2.0 and first >= 3.0 and len(a) > 2 and len(b) > 2:
        return -3.0 if is_prefix else -5.5 if parts >= 3.0 or len(b) > 4 else -2.5
    if parts >= 3.0 and len(a) > 1 and len(b) > 2:
        return -2.5
    return -0.5 if parts >= 2.0 else 1.5
