"""The lexicon: the words of one text as its readers will see them, counted once, and how common they are.

Serves the rules of OCR damage.  What the document itself writes often is the best witness of what it means
where it writes something once; word frequencies of the language come second.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import takewhile

from build_edition.reading import Reading
from build_edition.word_frequencies import frequencies

WORD = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
NO_NAME = 12  # letters; a longer word with a capital, known to no list, is seldom a name
LONGEST = 30  # letters; what is longer is no word, and takes long to vary
_OWNED = re.compile(r"[’'](?:s|S)?\Z")


class Lexicon:
    """The words of a reading text, in order: `words`, and where each begins in it, `starts`.

    `counts` has how often each form stands there as written, `folded` without regard to capitals and to a
    possessive ending. `places` gives the numbers of the words that have a form.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words: list[str] = []
        self.starts: list[int] = []
        self.places: dict[str, list[int]] = {}
        self._follows: dict[tuple[str, str], int] = {}
        for number, match in enumerate(WORD.finditer(reading.text)):
            word = match[0]
            self.words.append(word)
            self.starts.append(match.start())
            self.places.setdefault(word, []).append(number)
        self.counts = {word: len(places) for word, places in self.places.items()}

    @cached_property
    def folded(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for word, count in self.counts.items():
            found[fold(word)] += count
        return found

    @cached_property
    def parts(self) -> Counter[str]:
        """Like `folded`, but the parts of hyphenated words each by itself."""
        found: Counter[str] = Counter()
        for word, count in self.folded.items():
            for part in word.split("-"):
                found[part] += count
        return found

    @cached_property
    def compounds(self) -> dict[str, int]:
        """How often each hyphenated form stands there."""
        return {word: count for word, count in self.counts.items() if "-" in word}

    @cached_property
    def forms(self) -> dict[str, list[str]]:
        """The forms as written of each word without regard to capitals, the commonest first."""
        found: dict[str, list[str]] = {}
        for word in sorted(self.counts, key=lambda word: (-self.counts[word], word)):
            found.setdefault(word.lower(), []).append(word)
        return found

    def commonest(self, word: str) -> str:
        """The form in which the document writes a word most often; `word` itself where it never does."""
        return self.forms.get(word.lower(), [word])[0]

    def end(self, number: int) -> int:
        """Where word `number` ends in the reading text."""
        return self.starts[number] + len(self.words[number])

    def before(self, number: int, length: int = 40) -> str:
        """The reading text before word `number`."""
        return self.reading.text[max(self.starts[number] - length, 0) : self.starts[number]]

    def after(self, number: int, length: int = 40) -> str:
        """The reading text after word `number`."""
        return self.reading.text[self.end(number) : self.end(number) + length]

    def follows(self, first: str, second: str) -> int:
        """How often the document has the words `first second`, with one space between."""
        known = self._follows.get((first, second))
        if known is None:
            known = self._follows[first, second] = len(self.pairs(first, second))
        return known

    def pairs(self, first: str, second: str) -> list[int]:
        """Where the document has the words `first second`, by the number of the first."""
        later = self.places.get(second, [])
        if len(later) < len(self.places.get(first, [])):
            numbers = [number - 1 for number in later if number and self.words[number - 1] == first]
        else:
            last = len(self.words) - 1
            numbers = [n for n in self.places.get(first, []) if n < last and self.words[n + 1] == second]
        return [number for number in numbers if self.stand_together(number)]

    def stand_together(self, number: int) -> bool:
        """Whether only a space parts word `number` from the next."""
        end = self.end(number)
        return self.starts[number + 1] == end + 1 and self.reading.text[end] == " "

    def neighbours(self, number: int, reach: int) -> Iterator[str]:
        """The words around word `number`, not itself."""
        for other in range(max(number - reach, 0), min(number + reach + 1, len(self.words))):
            if other != number:
                yield self.words[other]

    def is_in_capitals(self, number: int) -> bool:
        """Whether a word stands among capitals, as in a title, so that its own say nothing."""
        return not any(any(map(str.islower, word)) for word in self.neighbours(number, 2))


def is_plausible(word: str, least: int = 1) -> bool:
    """Whether a word is of letters only and of a length that a word can have, at least so many letters."""
    return least <= len(word) <= LONGEST and word.isalpha()


def word_set(text: str) -> frozenset[str]:
    """The words of a list parted by white space."""
    return frozenset(text.split())


def fold(word: str) -> str:
    """A word without regard to capitals, to the kind of hyphen and to a possessive ending."""
    return _OWNED.sub("", word).replace("‐", "-").replace("'", "’").lower()


def unowned(word: str) -> str:
    """A form without its possessive ending."""
    return word[:-2] if word.endswith(("’s", "'s")) else word


def like(pattern: str, word: str) -> str:
    """`word` with a capital if `pattern` has one."""
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word


def begins_sentence(lexicon: Lexicon, number: int) -> bool:
    """Whether a word stands after a full stop that is no initial's."""
    return re.search(r"(?:[a-z\d][”’)]?[.!?][”’)]?\d* |\n)\Z", lexicon.before(number, 8)) is not None


def is_foreign(lexicon: Lexicon, number: int) -> bool:
    """Whether the words around are of another language: most of them no English."""
    around = [word for word in lexicon.neighbours(number, 3) if word.islower()]
    around += [word for word in lexicon.neighbours(number, 1) if len(word) >= NO_NAME and _is_unknown(word)]
    strange = sum(zipf(word) < 3.5 for word in around)
    return strange * 2 > len(around) or (len(around) < 3 and strange > 0)


def _is_unknown(word: str) -> bool:
    """Whether a word with a capital is in no list."""
    return not word.islower() and unowned(word).lower() not in frequencies()


def zipf(word: str) -> float:
    """How common a word is in English, on the Zipf scale: 0 unknown, 3 once in a million words."""
    frequency = frequencies().get(word)
    return math.log10(frequency) + 9 if frequency else 0.0


@cache
def words_from(least: float) -> frozenset[str]:
    """The words that are so large a share of all in English; the list has the commonest first."""
    return frozenset(word for word, _ in takewhile(lambda word: word[1] >= least, frequencies().items()))
