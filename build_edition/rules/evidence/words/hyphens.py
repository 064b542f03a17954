"""Whether a hyphen at the end of a line belongs to its word or only broke it.

Serves `line_joins`.  Evidence, strongest first: the word elsewhere in the same text, joined or hyphenated, or
else another form of it; its parts (a capital or a figure keeps the hyphen; so does a small word amid a compound,
whose last word may else be broken like any other); word frequencies; prefixes that take a hyphen, and how the text
sets them before other words; other compounds of the text with the same first or last part; and the habit of the
text itself, learnt from the hyphens that the rest has decided, for some texts never break words and others break
hundreds.  A word that the text itself writes both ways is decided with little certainty.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from build_edition.rules.evidence.words.lexicon import word_set, zipf

_TOKEN = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_HYPHENS = str.maketrans("‐", "-")


_STRONG_KEEPERS = word_set(
    """self post counter non semi ultra quasi neo pseudo half ex all vice socio
    twenty thirty forty fifty sixty seventy eighty ninety"""
)
_FIRST_WORDS = word_set(  # words that begin compounds; common as they are, few words are broken after them
    """so well cross long short high low old new full one two three four five six seven eight nine ten first
    second third"""
)
_KEEPERS = _FIRST_WORDS | word_set("anti pre co re multi mid inter intra extra super sub pro arch under over")
_PREFIXES = word_set(
    "co re pre non anti multi super sub over under mid semi ultra counter socio micro macro post pro"
)
# What is no word by itself: these only begin or end one.
_BOUND_LEFT = word_set(
    "re un dis im in ir il en em ac ad con com de ob per ef af ap at mis trans circum ambi ante"
)
_BOUND_RIGHT = word_set(
    """ing ings ed ly er ers est ness nesses ment ments dom ful fully less lessly tion tions sion sions able
    ible ables ibles ably ward wards ship ships hood ous ously ity ities ive ism isms ist ists ance ence al
    ally ish ian ians lies"""
)
_VOWELS = "aeio"
_ENDINGS = ("s", "es", "ed", "ing", "ly")
_LAST = word_set("of to in up off out by on for at with")  # small words that may end one
_LINKS = word_set("to of in the and by on for or at a an it")  # small words amid a compound
# On the Zipf scale: a joined word that is rare, though its parts, but for a word of grammar, are far less so.
_RARE, _COMMON, _FARTHER, _FUNCTION = 2.3, 3.8, 2.0, 5.7
STEM = 4  # letters that two forms of a word share at least, and those in which they may differ at most
_SOME = 1.5, 2.8  # what is rare as one word, though known to some
_KNOWN_ENOUGH = 3.0  # a joined word that an ending with a misread letter completes
_KNOWN = 3.6  # on the Zipf scale: a joined word so common is one whatever its parts
OWN, OFTEN = 2.5, 3  # what is written so often in a text is a word there, at least so common
CLEAR = 3  # times as often: what the text prefers of two forms
SURE = 2.0  # log-odds from which a hyphen counts as decided when the habit of the text is learnt
HABIT = 3.0  # log-odds that the habit of a text may add at most
DOUBT = 2.0  # log-odds below which a decision is of low certainty; from 0.7 to here one in fifteen was wrong


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
    document = _Document(counts, pairs)
    evidence = [_evidence(left, right, document) for left, right in pairs]
    sure = [odds for odds, _ in evidence if abs(odds) >= SURE]
    joined = sum(odds > 0 for odds in sure)
    habit = math.log((joined + 1) / (len(sure) - joined + 1))
    habit = max(-HABIT, min(HABIT, habit))
    return [odds + habit if usual else odds for odds, usual in evidence]


class _Document:
    """The words of one text, and the compounds that it writes with a hyphen."""

    def __init__(self, counts: Mapping[str, int], pairs: Iterable[tuple[str, str]]) -> None:
        self.counts = counts
        self._halves = Counter(half.lower() for left, right in pairs for half in (left, right))
        self._rests: dict[str, dict[str, int]] = {}  # by what stands before a hyphen: what follows it, how often
        self._tails: Counter[str] = Counter()  # in how many compounds a part comes last
        for word, count in counts.items():
            at = word.find("-")
            while at >= 0:
                self._rests.setdefault(word[:at], {})[word[at + 1 :]] = count
                at = word.find("-", at + 1)
            if "-" in word:
                self._tails[word.rsplit("-", 1)[-1]] += 1

    @cached_property
    def _solid(self) -> list[str]:
        return sorted(word for word in self.counts if "-" not in word)

    def _beginning(self, stem: str) -> Iterator[str]:
        """The words without a hyphen that begin so."""
        at = bisect_left(self._solid, stem)
        while at < len(self._solid) and self._solid[at].startswith(stem):
            yield self._solid[at]
            at += 1

    def forms(self, a: str, b: str, rest: str) -> tuple[int, int]:
        """How often the text writes a word joined, and with a hyphen."""
        counts, ends = self.counts, {b, rest}
        if b.endswith(("man", "men")):
            ends |= {b[:-2] + "an", b[:-2] + "en"}
        joined = sum(counts.get(a + end, 0) for end in ends if "-" not in end)
        return joined, max(counts.get(f"{a}-{end}", 0) for end in ends)

    def other_forms(self, a: str, b: str) -> float:
        """How much the text writes other forms of a word joined rather than hyphenated; 0 where it has none."""
        stem = b[: max(STEM, len(b) - STEM)]
        if len(stem) < STEM:
            return 0.0
        hyphenated = sum(count for other, count in self._rests.get(a, {}).items() if other.startswith(stem))
        joined = sum(self.counts[word] for word in self._beginning(a + stem))
        return 2.0 * math.log((joined + 0.3) / (hyphenated + 0.3)) if joined or hyphenated else 0.0

    def parted(self, prefix: str) -> float:
        """How strongly the text parts a prefix from words."""
        return min(4.0, 2.0 * math.log2(1 + len(self._rests.get(prefix, ()))))

    def compounds(self, a: str, b: str) -> int:
        """How many compounds the text hyphenates with `a` first or `b` last."""
        return len(self._rests.get(a, ())) + self._tails[b]

    def zipf(self, word: str) -> float:
        """How common a word is: in English, or in this text where English has it less."""
        own = self.counts.get(word, 0) + self.counts.get(word + "s", 0) - self._halves[word]
        stems = (word.removesuffix(end) for end in _ENDINGS if word.endswith(end))
        known = max(zipf(word), *(zipf(stem) - 0.5 for stem in stems if len(stem) >= STEM), 0.0)
        return max(known, OWN + math.log10(own)) if own >= OFTEN else known


def _evidence(left: str, right: str, document: _Document) -> tuple[float, bool]:
    """The log-odds of a broken word, and whether the habit of the text is to be added to them."""
    if right[:1].isupper() and not left.isupper() and not _is_rest(left, right):
        return -20.0, False
    if len({*left[-2:].lower(), *right[:1].lower()}) == 1 or len({*left[-1:].lower(), *right[:2].lower()}) == 1:
        return -20.0, False  # bell-like: no word has a letter three times
    before, a = left.lower().translate(_HYPHENS), re.split("[-‐]", left.lower())[-1]
    rest = re.split("[’']", right.lower().translate(_HYPHENS))[0]
    b = rest.split("-")[0]
    joined, hyphenated = document.forms(before, b, rest)
    if b != rest and b in _LINKS and not joined and zipf(a + b) < _KNOWN:
        return -19.0, False  # Stratford-on-Avon
    if joined and hyphenated and max(joined, hyphenated) < CLEAR * min(joined, hyphenated):
        return (0.9 * DOUBT if joined >= hyphenated else -0.9 * DOUBT), False
    odds = _by_parts(a, b, document, amid=before != a)
    if joined or hyphenated:
        return max(-4.0, min(4.0, odds)) + 3.0 * math.log((joined + 0.3) / (hyphenated + 0.3)), False
    odds += document.other_forms(before, b)
    if _is_open(a, b) and not document.compounds(a, b):
        return max(-0.9 * DOUBT, min(0.9 * DOUBT, odds)), False
    return max(-19.0, min(19.0, odds)), True


def _is_rest(left: str, right: str) -> bool:
    """Whether the second half, though it seems to have a capital, is but the ending of a known word."""
    return right.lower() in _BOUND_RIGHT and zipf((left + right).lower()) >= _KNOWN_ENOUGH


def _is_open(a: str, b: str) -> bool:
    """Whether two common words make a third that some write so and some with a hyphen: nothing tells which."""
    low, high = _SOME
    free = min(zipf(a), zipf(b)) >= _COMMON and min(len(a), len(b)) > 2
    return free and low <= zipf(a + b) <= high and b not in _BOUND_RIGHT


def _by_parts(a: str, b: str, document: _Document, *, amid: bool) -> float:
    """What the two parts of a word tell; `amid` tells that another part stands before them."""
    known = zipf(a + b)
    if amid:
        if a in _LINKS and zipf(b) >= 3.0 and (known < _KNOWN or a == "to"):
            return -19.0  # day-to-day, man-of-war
        if (whole := document.counts.get(a + b, 0)) or known >= _KNOWN:
            return 3.0 + math.log(whole + 1)
        if zipf(a) >= _COMMON and zipf(b) >= _COMMON and b not in _BOUND_RIGHT:
            return -6.0
    odds = _by_frequency(a, b, document)
    prefixed = a in _PREFIXES and known < _KNOWN and zipf(b) >= 3.0
    if prefixed:
        odds -= document.parted(a)
    elif zipf(b) >= 2.0 and zipf(a) >= 3.0 and document.compounds(a, b) >= 2:
        odds -= 2.0
    odds += 2.0 * (a in _BOUND_LEFT and not prefixed) + 2.5 * (b in _BOUND_RIGHT)
    if a in _STRONG_KEEPERS:
        odds -= 4.0 if zipf(b) >= _COMMON or (len(b) > STEM and zipf(b)) else 2.0
    elif a in _KEEPERS:
        odds -= 1.0
    if len(a) < 4 and a[-1:] == b[:1] and b[:1] in _VOWELS and zipf(b) >= 2.0:  # re-elect, co-operate
        odds -= 6.0
    return odds


def _by_frequency(a: str, b: str, document: _Document) -> float:
    """What word frequencies say: a known joined word speaks for it, two known parts of an unknown one against."""
    whole, first, second = zipf(a + b), document.zipf(a), document.zipf(b)
    parts = min(first, second)
    is_prefix = len(a) < 3 or a in _KEEPERS or a in _STRONG_KEEPERS or a in _BOUND_LEFT
    if not whole and is_prefix:
        whole = max((zipf((a + b).removesuffix(end)) for end in _ENDINGS if b.endswith(end)), default=0.0) - 1.0
    if a == "i" and whole < _RARE and second >= 3.0:
        return -6.0  # I-told-you-so
    if whole > 0:
        is_own_word = a in _FIRST_WORDS or (first < _FUNCTION and not is_prefix)
        if is_own_word and whole < _RARE and parts - whole >= _FARTHER:
            return -3.5
        return min(4.0, whole + 0.5) - (max(0.0, parts - whole - 1.0) if len(a) > 2 and len(b) > 2 else 0.0)
    if a.endswith("o") and second >= 1.5 and min(len(a), len(b)) > STEM:
        return -5.5  # politico-economic: what ends so joins words, and both make no known one
    if (b in _LAST and first >= 3.0) or (a.endswith("ly") and parts >= 2.0):
        return -6.0  # unheard-of, dimly-lit
    if b in _BOUND_RIGHT:
        return 1.5
    if second >= 2.0 and first >= 3.0 and len(a) > 2 and len(b) > 2:
        return -3.0 if is_prefix else -5.5 if parts >= 3.0 or len(b) > 4 else -2.5
    if parts >= (2.7 if second >= 4.0 and len(a) > 3 < len(b) else 3.0) and len(a) > 1 and len(b) > 2:
        return -2.5
    return -0.5 if parts >= 2.0 else 1.5
