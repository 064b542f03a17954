"""Near words: the words that another may be a slip of, one letter away from it.

Serves the rules of OCR damage and of suspects.  A slip resembles a word that is far commoner; what an affix makes
of a known word, what inflects one, and the other of two spellings are no slips.
"""

from __future__ import annotations

import re
import string
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from build_edition.rules.evidence.words.lexicon import Lexicon, is_plausible, words_from, zipf
from build_edition.word_frequencies import frequencies

UNKNOWN = 1.35  # on the Zipf scale: below, a word that English hardly has
LEAST, OWN = 2.2, 5  # on the Zipf scale: as common a word may be meant; or one that the text has so often
LISTED = 10 ** (2.0 - 9)  # share of all words from which one is looked for
RARE = 2.5  # below, one in which a doubled letter may be wrong
USUAL = 50  # times that the document has a word, from which it outweighs a derivation
LONG = 9  # letters from which nothing resembles a word by chance
_VARIANTS = (
    ("ise", "ize"), ("isa", "iza"), ("isi", "izi"), ("our", "or"), ("ae", "e"), ("oe", "e"), ("re", "er"),
    ("x", "ct"), ("y", "i"), ("ogue", "og"), ("ence", "ance"), ("ph", "f"), ("que", "ck"), ("c", "k"),
)  # fmt: skip
_ENDINGS = (
    "s",
    "d",
    "r",
    "n",
    "ed",
    "es",
    "ing",
    "er",
    "ers",
    "ist",
    "ists",
    "ism",
    "ity",
    "y",
    "ly",
    "al",
    "ness",
)
_PREFIXES = re.compile(r"(?:un|re|over|de|inter|non|out|mis|pre|anti|under|hyper|super|counter|sub|pan|in|dis)")
_SUFFIXES = re.compile(
    r"(?:i[sz](?:ation|er|ers|ing|ed|es|e)|if(?:y|ies|ied|ying|ication)|ness|nesses|ism|ist|ists|istic|ly|less|like|dom|er|ers|est)\Z"
)
_INFLECTIONS = ("d", "r", "st", "ing")
_DOUBLED = re.compile(r"([ls])\1(?=(?:ed|ing|er|ers)\Z)")  # authors double it or not
_LETTERS = string.ascii_lowercase


def candidates(lexicon: Lexicon, word: str, rarity: float) -> list[str]:
    """Words one letter away and commoner by far, the likeliest first."""
    known = frequencies()
    if rarity >= UNKNOWN:
        near = {other for other in _redoubled(word) if lexicon.folded.get(other) and zipf(other) >= rarity + 1.5}
        return sorted(other for other in near if not is_variant(word, other))
    need = 10 ** (max(LEAST, rarity + 1.2) - 9) if len(word) >= LONG else 10 ** (3.0 - 9)
    found: dict[str, float] = {}
    forms = list(_neighbours(word))
    for other in words_from(LISTED).intersection(forms) | _own(lexicon).intersection(forms):
        frequency = known[other]
        own = lexicon.folded.get(other, 0)
        if (frequency >= need or own >= OWN) and not is_variant(word, other):
            found[other] = frequency * 10 ** min(own, 3)
    return sorted(found, key=lambda other: (-found[other], other))


@lru_cache(maxsize=1)
def _own(lexicon: Lexicon) -> frozenset[str]:
    """The words of the language that the text has often."""
    return frozenset(word for word, times in lexicon.folded.items() if times >= OWN and word in frequencies())


@lru_cache(maxsize=1)
def usual(lexicon: Lexicon, least: int) -> dict[str, list[str]]:
    """The words that a text has at least so often, by themselves and by every form of them that lacks a letter."""
    found: dict[str, list[str]] = defaultdict(list)
    for word, times in lexicon.parts.items():
        if times >= least and is_plausible(word, 5):
            for form in (word, *without_one(word)):
                found[form].append(word)
    return found


def near_usual(lexicon: Lexicon, word: str, least: int) -> set[str]:
    """The words that a text has at least so often, one letter away from this one, that are no variant of it."""
    index = usual(lexicon, least)
    found = {other for form in (word, *without_one(word)) for other in index.get(form, ())} - {word}
    return {other for other in found if are_near(word, other) and not is_variant(word, other)}


def _neighbours(word: str) -> Iterator[str]:
    """Every form with one letter more, less, other or exchanged; the first letter stands."""
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        rest = tail[1:]
        for letter in _LETTERS:
            start = head + letter
            yield start + tail
            yield start + rest
        if tail:
            yield head + rest
        if rest:
            yield head + tail[1] + tail[0] + tail[2:]


def _redoubled(word: str) -> Iterator[str]:
    """Every form with one letter doubled, or a doubled one single."""
    for at, letter in enumerate(word):
        yield word[:at] + letter + word[at:]
        if at and word[at - 1] == letter:
            yield word[:at] + word[at + 1 :]


def without_one(word: str) -> list[str]:
    """Every form that lacks one letter, but for the first."""
    return [word[:at] + word[at + 1 :] for at in range(1, len(word))]


def are_near(word: str, other: str) -> bool:
    """Whether two words that are alike but for one letter each differ by one letter, or by the order of two."""
    if len(word) != len(other):
        return abs(len(word) - len(other)) == 1
    differing = [at for at in range(len(word)) if word[at] != other[at]]
    if len(differing) == 2:
        first, last = differing
        return last == first + 1 and word[first] == other[last] and word[last] == other[first]
    return len(differing) == 1


def is_derived(word: str) -> bool:
    """Whether an affix makes the word of a known one."""
    prefix = _PREFIXES.match(word)
    if prefix and len(word) - prefix.end() > 3 and zipf(word[prefix.end() :]) >= 3.0:
        return True
    stems = [word[: -len(ending)] for ending in _INFLECTIONS if word.endswith(ending)]
    if any(len(stem) > 3 and zipf(stem) >= 3.0 for stem in stems):
        return True
    suffix = _SUFFIXES.search(word)
    if suffix is None or suffix.start() < 4:
        return False
    stem = word[: suffix.start()]
    return any(zipf(stem + ending) >= RARE for ending in ("", "e", "y", "al"))


def is_variant(word: str, other: str) -> bool:
    """Whether two words are inflections of one, or two spellings of it."""
    for one, two in ((word, other), (other, word)):
        if any(one + ending == two for ending in _ENDINGS):
            return True
        if any(old in one and one.replace(old, new) == two for old, new in _VARIANTS):
            return True
        if two.startswith(one) and zipf(other) < 2.0:
            return True
        if _DOUBLED.sub(r"\1", one) == two:
            return True
    return word[:-1] == other[:-1] or word[:-2] == other[:-2]
