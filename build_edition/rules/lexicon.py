"""The lexicon: the words of one text as its readers will see them, counted once, and how common they are elsewhere.

Serves the rules of OCR damage.  What the document itself writes often is the best witness of what it means
where it writes something once; word frequencies of the language come second.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, cached_property

from build_edition.reading import Reading

WORD = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
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

    def neighbours(self, number: int, reach: int) -> Iterator[str]:
        """The words around word `number`, not itself."""
        for other in range(max(number - reach, 0), min(number + reach + 1, len(self.words))):
            if other != number:
                yield self.words[other]

    def is_in_capitals(self, number: int) -> bool:
        """Whether a word stands among capitals, as in a title, so that its own say nothing."""
        return not any(any(map(str.islower, word)) for word in self.neighbours(number, 2))


def fold(word: str) -> str:
    """A word without regard to capitals, to the kind of hyphen and to a possessive ending."""
    return _OWNED.sub("", word).replace("‐", "-").replace("'", "’").lower()


def zipf(word: str) -> float:
    """How common a word is in English, on the Zipf scale: 0 unknown, 3 once in a million words."""
    return _zipf()(word)


@cache
def _zipf() -> Callable[[str], float]:
    from wordfreq import get_frequency_dict  # loaded when first asked for: a quarter of a second

    frequencies = get_frequency_dict("en", "large")

    @cache
    def look_up(word: str) -> float:
        frequency = frequencies.get(word)
        return math.log10(frequency) + 9 if frequency else 0.0

    return look_up
