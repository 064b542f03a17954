"""The words of a heading, taken apart: what two headings may have in common.

In: a title.  Out: a `Words`.  Words are compared without case, quotes and endings, for a chapter that speaks
of the economy in one heading speaks of economics in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from build_edition.rules.evidence.lines.shape import SMALL_WORDS

_WORD = re.compile(r"[^\W_]+(?:[-‐–’'][^\W_]+)*")
_HYPHEN_AT_BREAK = re.compile(r"(?<=\w)-\s+(?=\w)")
_DASH = re.compile(r"[-‐– ]")
_PREPOSITIONS = frozenset(
    re.findall(r"\w+", "of under in for to on from by after before between within with at since v versus")
)
_ROOT = 6  # letters by which a word of a title is known again in prose
_PLAN_ROOT = 4  # and in another chapter's heading, where it may be another part of speech
_ARTICLES = (("the",), ("a",), ("an",))
_INITIALS = 3  # letters of an abbreviation
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_TERMINAL = re.compile(
    r"(?:introduction|introductory|conclusions?|concluding|summary|appendix|postscript|epilogue|afterword)\b",
    re.IGNORECASE,
)


def roots(words: Iterable[str], letters: int = _ROOT) -> frozenset[str]:
    """The beginnings of the words that mean something; of a compound, those of its parts."""
    parts = _DASH.split(" ".join(words))
    return frozenset([part[:letters] for part in parts if len(part) > 2 and part not in SMALL_WORDS])


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
    def theme(self) -> tuple[str, ...]:
        """The main title before its first preposition ("The baking of bread")."""
        end = next((i for i, word in enumerate(self.main) if word in _PREPOSITIONS and i), len(self.main))
        return self.main[:end]

    @cached_property
    def topic(self) -> frozenset[str]:
        """The plan words: those of the theme."""
        return roots(self.theme, _PLAN_ROOT)

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

    def is_about(self, other: Words) -> bool:
        """Whether it speaks of something of what the other names bare: it ends in its words, or has its initials.

        "The crops of upland farming" is about "Upland farming: a survey".
        """
        named = other.main[1:] if other.main[:1] in _ARTICLES else other.main
        size = len(named)
        if not named or not roots(named) or size >= len(self.main):
            return False
        before = self.main[-size - 1]
        if self.main[-size:] == named and before in _PREPOSITIONS:
            return True
        initials = "".join(word[0] for word in named)
        return size >= _INITIALS and initials.upper() in _CAPITALS.findall(self.title)

    @cached_property
    def ending(self) -> frozenset[str]:
        """The roots of its last two words."""
        return roots(self.tails[2])

    @cached_property
    def tails(self) -> dict[int, tuple[str, ...]]:
        """Its last three words, and its last two, if it has more than these."""
        return {length: self.all[-length:] if len(self.all) > length else () for length in (3, 2)}

    def shares_tail(self, other: Words) -> int:
        """With how many words, 3 or 2, both end; 0 for fewer, or if they mean nothing."""
        for length, tail in self.tails.items():
            if tail and tail == other.tails[length] and len(roots(tail)) >= 2:
                return length
        return 0


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """How much of `part` is in `whole`: 0 to 1."""
    return len(part & whole) / len(part) if part else 0.0
