"""Stops: which points before a small letter are commas misread, and which are specks.

Serves the rule of spacing.  No sentence begins with a small letter, so such a point is wrong, unless it follows
an abbreviation; a text that has many of them has a machine that loses the tails of commas, or pages with specks.
How often it does either is learnt from the text: specks fall anywhere, also where no comma can stand, and more
often after some letters; what they do not explain are commas.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from build_edition.rules.evidence.words.commas import comma_odds
from build_edition.rules.evidence.words.lexicon import LONGEST, word_set, zipf

_GAP = re.compile(r"(?<![\w’'.-])([A-Za-z]+(?:[’'-][A-Za-z]+)*)([.,]?) (?=([a-z]+(?:[’'-][a-z]+)*)(?![\w.]))")
_POINT = re.compile(r"\. (?=[a-z]{2,}[ ,;])(?<=[a-z]{2}\. )")
_WORD = re.compile(r"(?<![\w.])[a-z]{2,}\Z")
ENOUGH = 12  # points before small letters, and the share of all words, from which they are the machine's
OFTEN = 0.004
KNOWN, COMMON = 3.0, 4.0  # on the Zipf scale: a commoner word is no abbreviation; nor part of an address
SOME = 4  # letters of a word that is no abbreviation, though hardly anybody uses it
NO_WORD = 2.0  # a rarer one is none that a hyphen may have broken
NEVER = -5.0  # log-odds of a comma below which none can stand
PRIOR = 3.0  # places that the habit of the language counts for beside those of the same two words
LEAN = 300  # places that the rate of all letters counts for beside those of one
ABBREVIATED = word_set(
    """etc viz vol vols fig figs chap cap art arts sec sect seq sqq ibid trans cit col cols dept eds ed pub
    rev ser tit tom lib pp no nos op loc cf id ch st mr mrs dr jun sen esq conc hist al messrs capt col gen
    gov lieut revd prof sergt hon rep supt abp bp jan feb aug sept oct nov dec approx illus introd"""
)


_GLUED = re.compile(r"\.(?=[a-z]{2}|a[ \n])(?<=[a-z]\.)")
_SPECK = re.compile(r"(?<=[a-z])(?: -(?=[a-z])|: (?=[a-z])|-(?=[a-z]))")
_BEFORE = re.compile(r"(?<![\w.’'@/:-])[A-Za-z][a-z]*\Z")
_AFTER = re.compile(r"[a-z]+(?![\w’'@/-]|\.\w)")
_NO_COLON = word_set("the a an of and or nor from with into upon whose their its his her our my")
_NO_COMPOUND = word_set(
    """of the and was were which that from with into upon his their its had has could should must or nor but our
    whose whom is by at to as than this these those"""
)
_DOMAINS = word_set("com org net edu gov info html htm uk de fr")


@dataclass(frozen=True)
class Stop:
    """A point before a small letter, by the offset of its word, and how likely it was a comma."""

    start: int
    at: int
    comma: float


@lru_cache(maxsize=1)
def misread_stops(text: str) -> list[Stop]:
    """The points that a machine has misread; none where the text has too few of them to tell."""
    points = (match.start() for match in _POINT.finditer(text))
    few = sum(_WORD.search(text, max(at - LONGEST, 0), at) is not None for at in points)
    if few < ENOUGH or few < OFTEN * len(text) / 6:
        return []
    gaps = list(_gaps(text))
    pointed = _as_elsewhere([gap for gap in gaps if gap.sign == "."], gaps)
    rates = _Rates(gaps, pointed)
    return [Stop(gap.start, gap.at, rates.comma(gap)) for gap in pointed]


@dataclass(frozen=True)
class _Gap:
    """What stands between a word and the next, which has a small letter."""

    start: int
    at: int
    words: tuple[str, str]
    sign: str
    odds: float  # log-odds of a comma by the words alone

    @property
    def letter(self) -> str:
        """The last of the word."""
        return self.words[0][-1]


def _gaps(text: str) -> Iterator[_Gap]:
    found = list(_GAP.finditer(text))
    bare = {match[1] for match in found if match[2] != "."}
    for match in found:
        word, sign, following = match.groups()
        if sign == ".":
            if not (_is_word(word) or (word in bare and _has_room(word))):
                continue
            if zipf(following) < KNOWN and (len(following) < SOME or following in ABBREVIATED):
                continue
        yield _Gap(match.start(), match.start(2), (word, following), sign, comma_odds(word, following))


def _likelihood(odds: float) -> float:
    """The likelihood that log-odds stand for."""
    return 1 / (1 + math.exp(-odds))


def _has_room(word: str) -> bool:
    """Whether a word that stands elsewhere without a point, as no abbreviation does, is more than an initial."""
    return len(word) > 2 and word.lower() not in ABBREVIATED


def _as_elsewhere(points: list[_Gap], gaps: list[_Gap]) -> list[_Gap]:
    """The points, their odds by what stands between the same two words wherever no point does."""
    asked = {gap.words for gap in points}
    seen = Counter((gap.words, gap.sign) for gap in gaps if gap.sign != "." and gap.words in asked)
    weighed = []
    for gap in points:
        commas, bare = seen[gap.words, ","], seen[gap.words, ""]
        comma = (PRIOR * _likelihood(gap.odds) + commas) / (PRIOR + commas + bare)
        weighed.append(replace(gap, odds=math.log(comma / (1 - comma))))
    return weighed


def glued(text: str) -> Iterator[tuple[int, int]]:
    """Points that stand for the space between two common words: a small letter begins no sentence."""
    for match in _GLUED.finditer(text):
        word, following = _words_about(text, match.start(), match.end())
        if not (_is_whole(word) and _is_whole(following)) or following in _DOMAINS or word in ABBREVIATED:
            continue
        if min(zipf(word), zipf(following)) >= KNOWN:
            yield match.span()


def specks(text: str) -> Iterator[tuple[int, int]]:
    """Hyphens glued to words, or colons, where no sign can stand between two words.

    Only of a text in which points before small letters are misread.
    """
    for match in _SPECK.finditer(text):
        word, following = _words_about(text, match.start(), match.end())
        if word and min(zipf(word), zipf(following)) >= KNOWN and _is_speck(match[0], word, following):
            yield match.span()


def _is_speck(sign: str, word: str, following: str) -> bool:
    """Whether a sign parts two words that nothing parts."""
    if sign == "-":
        no_compound = word in _NO_COMPOUND or following in _NO_COMPOUND
        return no_compound and min(zipf(word), zipf(following)) >= COMMON and zipf(word + following) < NO_WORD
    return word in _NO_COLON if sign == ": " else comma_odds(word, following) < NEVER


def _words_about(text: str, start: int, end: int) -> tuple[str, str]:
    """The two words in small letters that a sign parts; nothing where one of them is more than a word."""
    word, following = _BEFORE.search(text, max(start - LONGEST, 0), start), _AFTER.match(text, end)
    return ("", "") if word is None or following is None else (word[0].lower(), following[0])


def _is_whole(word: str) -> bool:
    """Whether letters are a word, and not one of those that make `e.g.`."""
    return len(word) > 1 or word == "a"


def _is_word(word: str) -> bool:
    """Whether a word before a point is none that an abbreviation shortens."""
    if word.lower() in ABBREVIATED or (word != "a" and (len(word) == 1 or word.isupper())):
        return False
    return zipf(word.lower()) >= KNOWN or (word.islower() and len(word) >= SOME)


class _Rates:
    """How often the machine makes a point of a comma, and of nothing after each letter."""

    def __init__(self, gaps: list[_Gap], points: list[_Gap]) -> None:
        letters = Counter(gap.letter for gap in gaps)
        nowhere = [gap for gap in gaps if gap.odds < NEVER]
        speck = (sum(gap.sign == "." for gap in nowhere) + 0.5) / (len(nowhere) + 1)
        self._speck = dict.fromkeys(letters, speck)
        commas = sum(gap.sign == "," for gap in gaps)
        expected = sum(_likelihood(gap.odds) for gap in gaps)
        self._set(max(len(points) - speck * len(gaps), 0.5), commas, expected)
        for _ in range(12):
            likely = [self.comma(gap) for gap in points]
            self._set(sum(likely) + 0.5, commas, expected)
            specks = dict.fromkeys(letters, 0.0)
            for gap, comma in zip(points, likely, strict=True):
                specks[gap.letter] += 1 - comma
            all_of_them = (sum(specks.values()) + 0.5) / len(gaps)
            self._speck = {
                letter: (specks[letter] + LEAN * all_of_them) / (times + LEAN) for letter, times in letters.items()
            }

    def _set(self, lost: float, commas: int, expected: float) -> None:
        # A text has more commas than another; and so much likelier is each.
        self._lost = math.log(lost / (lost + commas)) + math.log((commas + lost) / (expected + 0.5))

    def comma(self, gap: _Gap) -> float:
        """How likely a point was a comma."""
        return _likelihood(gap.odds + self._lost - math.log(self._speck[gap.letter]))
