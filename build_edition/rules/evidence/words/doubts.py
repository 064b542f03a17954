"""Doubts: words that may be others misread, in a text that is hardly misread at all.

Serves the rule of suspects.  A word that stands a few times at the most is weighed against each that one confusion
of letters makes of it: how often that one is used, here and elsewhere, times how seldom a machine slips; against
how often anybody writes what stands there.  Of what is nearly even the neighbours decide: their kinds, and how
often the document has the other word beside them.

    the clerk of tne guild   ->  “tne”: “the” is all that it can be
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.rules.evidence.words.confusions import MEANT, READ
from build_edition.rules.evidence.words.lexicon import (
    Lexicon,
    begins_sentence,
    is_plausible,
    like,
    unowned,
    word_set,
    words_from,
)
from build_edition.rules.evidence.words.near_words import is_derived
from build_edition.rules.evidence.words.sequences import gain
from build_edition.rules.evidence.words.stops import ABBREVIATED
from build_edition.word_frequencies import frequencies

FEW, AT_MOST = (
    3,
    15,
)  # times that the document has a word that may be a slip, and one of another far commoner there
FAR = 30  # times as often
OWN = 3  # times that it must have a word of its own
SLIP = 3.0  # −log10 of how often a machine confuses two letters
LEAST = 10 ** (2.0 - 9)  # share of all words: a rarer one is none that may be meant
EVERYDAY = 10 ** (5.0 - 9)  # a commoner word is never taken for a slip
STRANGE, NAME = 9.5, 8.3  # −log10 of how often anybody writes a word, or a name, that no list has, at most
FEWER, LETTER = 5.0, 0.9  # the same of all such words together, and what each letter of one adds
SCRAP = 6.5  # the same of two letters that are no word
NEARLY, ENOUGH = -1.0, 0.35  # log10 of odds from which neighbours are asked, and from which there is a doubt
KNOWN = 10 ** (2.5 - 9)  # a commoner form may be a word that the author chose
AS_DERIVED = 2.0  # the odds from which there is a doubt of what an affix makes of a known word
AS_KNOWN = 0.8  # the odds from which there is a doubt of one; and its neighbours are asked only of what is even
_OPENING = ("“", "‘", "[", "(")
_OF_TWO = word_set(
    """am an as at be by do go he if in is it me my no of oh on or ox so to up us we ye ah ad ay eh ed ex pp ff cf
    vs ii iv vi ix xi xv xx de la le en du un il al el et id ie op st nd rd th mr dr ha hi lo ma pa da di
    oi um uh er yo"""
)


@dataclass(frozen=True)
class Doubt:
    """A word, or what stands `at` letters into word `number`, and what it may have been, the likeliest first."""

    number: int
    at: int
    base: str
    meant: tuple[str, ...]


def doubts(lexicon: Lexicon) -> Iterator[Doubt]:
    """All words that may be others misread."""
    usage = _Usage(lexicon)
    for word, places in lexicon.places.items():
        if len(places) > AT_MOST:
            continue
        for at, base in ((0, word),) if word.isalpha() else _parts(word):
            low = base.lower()
            if usage.is_itself(low, whole=base == word) or not base[1:].islower() or not is_plausible(base, 2):
                continue
            found = usage.likely(base) if lexicon.parts[low] <= AT_MOST else {}
            for number in places if found else ():
                meant = _ranked(lexicon, number, base, found)
                if meant:
                    yield Doubt(number, at, base, meant)


def _parts(word: str) -> Iterator[tuple[int, str]]:
    """The parts of a hyphenated word, and where in it they begin."""
    at = 0
    for base in unowned(word).split("-"):
        yield at, base
        at += len(base) + 1


class _Usage:
    """How often words are used, in a text and in the language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._known = frequencies()
        self._own = lexicon.parts
        self._total = max(len(lexicon.words), 1)
        self._ours = frozenset(word for word, times in self._own.items() if times >= OWN)
        self._of_common = self._misread_common()

    def _of(self, word: str) -> float:
        """How often a word is used, as a share of all."""
        used, own = self._known.get(word, 0.0), self._own.get(word, 0)
        return (used + own / self._total if own >= OWN else used) / 2

    def _misread_common(self) -> dict[str, list[str]]:
        """What one confusion makes of each word so common that a known one may be it, misread."""
        least = 2 * KNOWN * 10**SLIP
        words = {word for word, own in self._own.items() if own >= least / 2 * self._total}
        words.update(words_from(least / 2))
        found: dict[str, list[str]] = {}
        for word in words:
            if self._of(word) * 2 >= least and word.isalpha():
                for read in READ.forms(word):
                    found.setdefault(read, []).append(word)
        return found

    def is_itself(self, low: str, *, whole: bool) -> bool:
        """Whether a word, whole or part of one, is so common, or so unlike any common one, that it is no other."""
        share = self._known.get(low, 0.0)
        if share < KNOWN:
            return False
        return not whole or share >= EVERYDAY or not (low in self._of_common or _is_scrap(low))

    def likely(self, base: str) -> dict[str, float]:
        """What one confusion makes of a word, with the log10 of its odds; without what is far less likely."""
        low = base.lower()
        known = _is_known(low)
        forms = self._of_common.get(low, []) if known else list(MEANT.forms(low))
        stands = _as_it_stands(base, low, self._known.get(low, 0.0))
        least = max(10 ** (stands + SLIP + (0.0 if known else NEARLY)), LEAST / 2)
        words = words_from(LEAST).intersection(forms) | self._ours.intersection(forms)
        if (times := self._own[low]) > FEW:
            words = frozenset(other for other in words if self._own[other] >= FAR * times)
        used = {other: self._of(other) for other in words - {low}}
        return {other: math.log10(often) - SLIP - stands for other, often in used.items() if often >= least}


def _as_it_stands(base: str, low: str, share: float) -> float:
    """The log10 of how often anybody writes what stands there."""
    if _is_scrap(low):
        return -SCRAP
    if share:
        return math.log10(share)
    least = NAME if base[0].isupper() else STRANGE
    return -max(least, least - FEWER + LETTER * len(low))


def _is_scrap(low: str) -> bool:
    """Whether two letters are no word."""
    return len(low) == 2 and low not in _OF_TWO


def _is_known(low: str) -> bool:
    """Whether a form is a word that an author may have chosen."""
    return frequencies().get(low, 0.0) >= KNOWN and not _is_scrap(low)


def _ranked(lexicon: Lexicon, number: int, base: str, found: dict[str, float]) -> tuple[str, ...]:
    """What is likely beside the neighbours of word `number`, the likeliest first."""
    whole = base == lexicon.words[number]
    odds = {
        other: odds + (_beside(lexicon, number, base, other) if whole else 0.0) for other, odds in found.items()
    }
    low = base.lower()
    least = AS_DERIVED if is_derived(low) else AS_KNOWN if _is_known(low) else ENOUGH
    likely = [other for other in odds if odds[other] >= least and _has_its_capital(lexicon, number, base, other)]
    return tuple(sorted(likely, key=lambda other: (-odds[other], other)))


def _has_its_capital(lexicon: Lexicon, number: int, base: str, other: str) -> bool:
    """Whether a capital, if there is one, is a sentence's or that of a name of the document."""
    titled = number > 0 and lexicon.words[number - 1].lower() in ABBREVIATED
    if (
        base.islower()
        or lexicon.before(number, 1) in _OPENING
        or (begins_sentence(lexicon, number) and not titled)
    ):
        return True
    return lexicon.parts[other] > 0 and lexicon.commonest(other)[0].isupper()


def _beside(lexicon: Lexicon, number: int, base: str, other: str) -> float:
    """How much likelier (log10) its neighbours make the other word."""
    odds = gain(lexicon, number, base, like(base, other))
    if number and lexicon.stand_together(number - 1):
        odds += min(math.log10(1 + lexicon.follows(lexicon.words[number - 1], other)), 1.0)
    if number + 1 < len(lexicon.words) and lexicon.stand_together(number):
        odds += min(math.log10(1 + lexicon.follows(other, lexicon.words[number + 1])), 1.0)
    return odds
