"""The words of a heading, taken apart: what two headings may have in common.

In: a title.  Out: a `Words`.  Words are compared without case, quotes and endings, for a chapter that speaks
of the economy in one heading speaks of economics in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from build_edition.rules.evidence.prose import SMALL_WORDS

_WORD = re.compile(r"[^\W_]+(?:[-‐–’'][^\W_]+)*")
_HYPHEN_AT_BREAK = re.compile(r"(?<=\w)-\s+(?=\w)")
_PREPOSITIONS = frozenset(
    re.findall(r"\w+", "of under in for to on from by after before between within with at since v versus")
)
_ROOT = 6  # letters by which a word of a title is known again in prose
_PLAN_ROOT = 4  # and in another chapter's heading, where it may be another part of speech
_TERMINAL = re.compile(
    r"(?:introduction|introductory|conclusions?|concluding|summary|appendix|postscript|epilogue|afterword)\b",
    re.IGNORECASE,
)


def roots(words: Iterable[str], letters: int = _ROOT) -> frozenset[str]:
    """The beginnings of the words that mean something; of a compound, those of its parts."""
    parts = (part for word in words for part in re.split(r"[-‐–]", word))
    return frozenset(part[:letters] for part in parts if len(part) > 2 and part not in SMALL_WORDS)


def words_in(text: str) -> tuple[str, ...]:
    """The words of `text` in small letters, without quotes."""
    return tuple(_WORD.findall(_HYPHEN_AT_BREAK.sub("-", text).casefold()))


@dataclass(frozen=True)
class Words:
    """A title, taken apart. `main` is what stands before a colon, dash or question mark."""

    title: str

    @cached_property
    def all(self) -> tuple[str, ...]:
        return words_in(self.title)

    @cached_property
    def main(self) -> tuple[str, ...]:
        return words_in(re.split(r"[:—?]", self.title, maxsplit=1)[0])

    @cached_property
    def roots(self) -> frozenset[str]:
        return roots(self.all)

    @cached_property
    def main_roots(self) -> frozenset[str]:
        return roots(self.main)

    @cached_property
    def topic(self) -> frozenset[str]:
        """The plan words: those of the main title before its first preposition ("The baking of bread")."""
        end = next((i for i, word in enumerate(self.main) if word in _PREPOSITIONS and i), len(self.main))
        return roots(self.main[:end], _PLAN_ROOT)

    @cached_property
    def topics(self) -> frozenset[str]:
        """All its words, cut as short as those of a topic."""
        return roots(self.all, _PLAN_ROOT)

    @cached_property
    def opening(self) -> tuple[str, ...]:
        """The first two words, if they say more than an article and a noun do."""
        first = self.main[:2]
        return first if len(first) == 2 and first[0] not in SMALL_WORDS else ()

    @cached_property
    def has_subtitle(self) -> bool:
        return bool(self.main) and len(self.main) < len(self.all) and ":" in self.title

    @cached_property
    def is_terminal(self) -> bool:
        """Whether it is the title of what stands first or last in a chapter, and has nothing below it."""
        return bool(_TERMINAL.match(self.title))

    def tail(self, length: int) -> tuple[str, ...]:
        """Its last words, if it has more than these."""
        return self.all[-length:] if len(self.all) > length else ()

    def shares_tail(self, other: Words) -> int:
        """With how many words, 3 or 2, both end; 0 for fewer, or if they mean nothing."""
        for length in (3, 2):
            tail = self.tail(length)
            if tail and tail == other.tail(length) and len(roots(tail)) >= 2:
                return length
        return 0


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """How much of `part` is in `whole`: 0 to 1."""
    return len(part & whole) / len(part) if part else 0.0
