"""Readings: what a word that was misread may have been, and how much likelier that is than the word as it stands.

Serves the rules of OCR damage.  Each word of the text or of the language that has nearly the strokes of a word, or
all of its letters but one, is weighed: how often it is used, here above all, times how often a machine makes of it
what stands there; against how often what stands there is written by anybody.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_edition.rules.evidence.words.confusions import Costs, Pair, count, shape
from build_edition.rules.evidence.words.lexicon import Lexicon, is_plausible, like, word_set
from build_edition.rules.evidence.words.near_words import is_derived
from build_edition.rules.evidence.words.sequences import gain
from build_edition.word_frequencies import frequencies

KNOWN = 10 ** (2.0 - 9)  # a rarer word of the language is none that a text would have
OWN = 3  # times that the text must have a word of its own
OWN_SHARE = 0.5  # how much the text counts for beside the language
STRANGE, NAME = 9.5, 8.3  # −log10 of how often anybody writes a word, or a name, that no list has, at most
FEW, LETTER = (
    5.0,
    0.9,
)  # the same of all such words together, and what each letter of one adds: the longer, the rarer
SURE, LIKELY = 1.3, 0.0  # log10 of the odds, from which there is no doubt, and from which a doubt is worth saying
LEAST = 1.5  # the least cost that any confusion has
SHORT = 3  # letters
TWO_LETTERS = 10 ** (4.0 - 9)  # a rarer form of two letters is a sign or a scrap, and no word
THREE_LETTERS, SCRAP = 10 ** (3.0 - 9), 0.7  # one of three letters often is, and counts for so much less
_CAPITALS = word_set("TI LI JI IT IL IJ CG GC OQ QO EF FE BR RB BE EB OC CO TF FT PR RP UV VU YV VY HI HN NH MN")
_OF_TWO = word_set("cf pp ff vs ii iv vi ix xi xv xx lb oz ft ox ye mm cm kg km")
LEAD = 1.0  # by which a reading must be likelier than any other
PROBABLE, FREE = 0.9, 1.5  # odds of a probable reading, of confusions that machines make, and of any
FEW_TIMES = 6  # that a text has a word of which one reading is probable
OFTENER = 20  # times as often as a word that stands oftener, the text has what is meant
SEEN = 1.0  # log10 that a pair of words adds at most, which the text has elsewhere
ENOUGH = 5  # words misread, and their share of all, from which a text shows what its machine confuses
NOISY = 0.003
SAMPLE = 400  # words weighed to learn it
ROUNDS = 2  # of learning
FAR = 3  # times as often as a word that is misread each time, the text has what is meant
MOST = 8  # candidates weighed for a word
_ENDINGS = word_set("s es d ed r er ers n en ing ist ists ism ity y ly al ness e")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Reading:
    """One word that may be meant: the log10 of its odds against the word as it stands, and the confusions."""

    word: str
    odds: float
    pairs: tuple[Pair, ...]
    plain: bool  # whether these are confusions that machines make, or this one has shown


class Readings:
    """The words of a text and of the language by their strokes, and the confusions of the text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._total = max(sum(lexicon.parts.values()), 1)
        self._text = " ".join(lexicon.words).lower()
        self.costs = Costs()
        self._never: set[str] = set()  # what the text has more than once, and is misread each time
        self._by_shape: dict[str, list[str]] = {}
        self._glances: dict[str, list[tuple[str, float]]] = {}
        self.noise = 0.0
        self._learn()

    @property
    def is_noisy(self) -> bool:
        """Whether the text has misread words enough to tell what its machine confuses."""
        return self.noise >= NOISY

    def _learn(self) -> None:
        """Learn what the machine confuses from a sample of the words that admit one explanation."""
        lexicon = self.lexicon
        strange = [word for word in lexicon.counts if self._is_strange(word)]
        if sum(lexicon.counts[word] for word in strange) < 2 * NOISY * self._total:
            return  # about half of such words are names and rarities
        self._by_shape = self._index()
        sample = strange[:: len(strange) // SAMPLE + 1]
        share = len(strange) / max(len(sample), 1)
        for _ in range(ROUNDS):
            best = [(sure(self.of(word)), lexicon.counts[word]) for word in sample]
            found = [(reading.pairs, times) for reading, times in best if reading is not None]
            self.noise = share * sum(times for _, times in found) / self._total
            if not self.is_noisy or len(found) < ENOUGH:
                self.noise = 0.0
                return
            learnt = count(found)
            self.costs = Costs({pair: round(times * share) for pair, times in learnt.items()}, self._text)
        own = [word for word, times in lexicon.parts.items() if times >= OWN and word not in frequencies()]
        for word in own:
            meant = sure(self.of(word)) if is_plausible(word, 4) else None
            if meant is not None and lexicon.parts[meant.word] >= FAR * lexicon.parts[word]:
                self._never.add(word)

    def of(self, word: str) -> list[Reading]:
        """What a word may have been, the likeliest first; only what is likelier than the word as it stands."""
        low = word.lower()
        stands = self._as_it_stands(word)
        found = []
        for other, used in self._likely(low):
            if used - LEAST - stands < LIKELY or other in self._never:
                continue
            if other not in frequencies() and self.lexicon.parts[other] < FAR * self.lexicon.parts[low]:
                continue
            cost, pairs = self.costs.explain(low, other)
            odds = used - cost - stands
            if odds >= LIKELY:
                found.append(Reading(other, odds, tuple(pairs), self._is_plain(word, other, pairs)))
        return sorted(found, key=lambda reading: (-reading.odds, reading.word))

    def _likely(self, word: str) -> list[tuple[str, float]]:
        """The words that a word may be, the likeliest at a glance first, and the log10 of each one's use."""
        known = self._glances.get(word)
        if known is None:
            used = {other: math.log10(self._used(other)) for other in self._near(word) if other != word}
            rough = {other: often - _unlike(word, other) for other, often in used.items()}
            likely = sorted(rough, key=lambda other: (-rough[other], other))[:MOST]
            known = self._glances[word] = [(other, used[other]) for other in likely]
        return known

    def _is_plain(self, word: str, other: str, pairs: Iterable[Pair]) -> bool:
        """Whether nothing but confusions that machines make, or this one, parts two words."""
        low = word.lower()
        if _inflects(low, other) or (word != low and low[1:] == other):
            return False
        known = self.costs.has_shown if other not in frequencies() else self.costs.is_known
        return all(map(known, pairs))

    def _index(self) -> dict[str, list[str]]:
        """The words by their strokes, in no order of their own."""
        words = [word for word, share in frequencies().items() if share >= KNOWN and word.isalpha()]
        words += [word for word, times in self.lexicon.parts.items() if times >= OWN and word.isalpha()]
        found: dict[str, list[str]] = defaultdict(list)
        for key, word in zip(shape("\n".join(words)).split("\n"), words, strict=True):
            found[key].append(word)
        return dict(found)

    def _is_strange(self, word: str) -> bool:
        """Whether a word is in no list, and so rare here that it may be a slip."""
        return (
            is_plausible(word, 5)
            and word.islower()
            and self.lexicon.counts[word] < OWN
            and word not in frequencies()
        )

    def _near(self, word: str) -> Iterator[str]:
        """Words with the strokes of this one, or one more or less, or with one other letter."""
        key = shape(word)
        yield from self._by_shape.get(key, ())
        if len(word) < 3:
            return
        for at in range(len(key)):
            if at == 0 or key[at] != key[at - 1]:
                yield from self._by_shape.get(key[:at] + key[at + 1 :], ())
                yield from self._by_shape.get(key[:at] + "i" + key[at:], ())
        if len(word) > 4:
            yield from self._one_other(word)

    def _one_other(self, word: str) -> Iterator[str]:
        known, own = frequencies(), self.lexicon.parts
        for at in range(len(word)):
            head, tail = word[:at], word[at + 1 :]
            for other in (*(head + letter + tail for letter in _LETTERS), head + tail):
                if known.get(other, 0.0) >= KNOWN or own.get(other, 0) >= OWN:
                    yield other

    def _used(self, word: str) -> float:
        """How often a word is used: in this text, and in the language."""
        times = self.lexicon.parts.get(word, 0)
        own = times / self._total if times >= OWN else 0.0
        return max(OWN_SHARE * own + (1 - OWN_SHARE) * frequencies().get(word, 0.0), 1e-12)

    def _as_it_stands(self, word: str) -> float:
        """The log10 of how often what stands there is written by anybody."""
        low = word.lower()
        share = frequencies().get(low, 0.0)
        if share and not (len(low) == 2 and share < TWO_LETTERS and low not in _OF_TWO):
            scrap = len(low) == SHORT and share < THREE_LETTERS
            return math.log10(share) - (SCRAP if scrap else 0.0)
        least = NAME if word[:1].isupper() else STRANGE
        return -max(least, least - FEW + LETTER * len(word))


def _unlike(word: str, other: str) -> int:
    """How many letters stand between what is alike at the beginning and at the end of two words."""
    least = min(len(word), len(other))
    head = next((at for at in range(least) if word[at] != other[at]), least)
    tail = next((at for at in range(least - head) if word[-1 - at] != other[-1 - at]), least - head)
    return max(len(word), len(other)) - head - tail


def _seen(lexicon: Lexicon, number: int, meant: str) -> float:
    """How much likelier (log10) a reading becomes where the text has it beside the same words elsewhere."""
    found = 0.0
    for first, second in ((number - 1, number), (number, number + 1)):
        if first < 0 or second >= len(lexicon.words) or not lexicon.stand_together(first):
            continue
        beside = lexicon.words[second if first == number else first]
        pair = (meant, beside) if first == number else (beside, meant)
        times = lexicon.follows(*pair)
        if times:
            chance = lexicon.counts[beside] * lexicon.counts[meant] / len(lexicon.words)
            found += min(SEEN, max(0.0, math.log10(times / chance)))
    return found


def _inflects(word: str, other: str) -> bool:
    """Whether one is the other with an ending more, or a plural of what is nearly the other."""
    if word.endswith("s") != other.endswith("s"):
        return True
    short, long = sorted((word, other), key=len)
    return long.startswith(short) and long[len(short) :] in _ENDINGS


@lru_cache(maxsize=1)
def readings_of(lexicon: Lexicon) -> Readings:
    """The readings of a text, made when first asked for."""
    return Readings(lexicon)


def sure(found: Sequence[Reading]) -> Reading | None:
    """The one reading that leaves no doubt, if there is one; of a short word more is asked, of two letters all."""
    if not found or not found[0].plain or len(found[0].word) < SHORT:
        return None
    best, *others = found
    if best.odds < (SURE if len(best.word) > SHORT else SURE + 0.5):
        return None
    return best if not others or best.odds - others[0].odds >= LEAD else None


def probable(lexicon: Lexicon, number: int, read: str, found: Sequence[Reading]) -> bool:
    """Whether the first reading is likely, the neighbours of word `number` considered, and no other is.

    What an affix makes of another word may be its author's, a letter lost at the head is any letter, and a name
    is none of the text's unless it stands there elsewhere.
    """
    if not found:
        return False
    best, *others = found
    low, times = read.lower(), lexicon.parts[best.word]
    often = lexicon.parts[low] > FEW_TIMES and times < OFTENER * lexicon.parts[low]
    if often or (others and best.odds - others[0].odds < LEAD):
        return False
    if len(best.word) < SHORT and len(best.word) != len(low):
        return False
    if read != low and not (times and (low[0] == best.word[0] or read[0] + best.word[0].upper() in _CAPITALS)):
        return False
    if best.plain:
        meant = like(read, best.word)
        return best.odds + gain(lexicon, number, read, meant) + _seen(lexicon, number, meant) >= PROBABLE
    inflected = _inflects(low, best.word) or best.word == low[1:] or is_derived(low)
    return best.odds >= FREE and lexicon.parts[low] == 1 and not inflected
