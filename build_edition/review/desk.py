"""The desk: one work as a proofreader has it before him, and the words of all works beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from build_edition.edition.words.emendations import Filed
from build_edition.reading import Reading
from build_edition.review.near import Neighbours
from build_edition.rules.evidence.words.lexicon import Lexicon
from build_edition.source import Source
from build_edition.transcript import Transcript
from build_edition.work import Work

_BLOCKS = frozenset({"p", "quote", "item", "note", "head", "cell", "epigraph", "argument"})


@dataclass(frozen=True)
class Vocabulary:
    """The words of all works together.

    `names` are the words of which the forms of the glossary and the registers are made: editors have looked at
    them.
    """

    lexicons: Mapping[str, Lexicon]
    names: frozenset[str] = frozenset()

    @cached_property
    def parts(self) -> Counter[str]:
        """How often each word stands in the works, without regard to capitals; the parts of compounds each."""
        found: Counter[str] = Counter()
        for lexicon in self.lexicons.values():
            found.update(lexicon.parts)
        return found

    @cached_property
    def neighbours(self) -> Neighbours:
        """The words that an odd one may be a slip of."""
        return Neighbours(self.parts)

    def usage(self, word: str) -> str:
        """How often the works have a word that is proposed, for a person; empty where they have it not."""
        times = self.parts.get(word.lower(), 0) if word.isalpha() else 0
        return (
            ""
            if not times
            else "stands once in these works"
            if times == 1
            else f"stands {times} times in these works"
        )


@dataclass(frozen=True)
class Desk:
    """A work with its records, which `work` already has, and the vocabulary of the edition."""

    id: str
    work: Work
    vocabulary: Vocabulary
    records: Sequence[Filed] = field(default=())

    @property
    def transcript(self) -> Transcript:
        return self.work.transcript

    @property
    def source(self) -> Source:
        return self.work.transcript.source

    @property
    def reading(self) -> Reading:
        return self.work.transcript.reading

    @property
    def lexicon(self) -> Lexicon:
        return self.vocabulary.lexicons[self.id]

    def in_source(self, start: int, end: int) -> tuple[int, int]:
        """Where `start … end` of the reading text comes from, without white space at its ends."""
        first, last = self.reading.in_source(start, end)
        return self.source.drawn_in(first, max(first, last))

    @cached_property
    def blocks(self) -> tuple[tuple[int, int, str], ...]:
        """The innermost blocks of running text: where each begins and ends in the reading text, and its kind."""
        marks = [mark for mark in self.transcript.marks if mark.kind in _BLOCKS]
        following = [*(mark.start for mark in marks[1:]), len(self.source) + 1]
        inner = (mark for mark, start in zip(marks, following, strict=True) if start >= mark.end)
        return tuple(
            (self.reading.from_source(mark.start), self.reading.from_source(mark.end), mark.kind) for mark in inner
        )


def vocabulary_of(readings: Mapping[str, Reading], names: Iterable[str] = ()) -> Vocabulary:
    """The words of some reading texts, by the ids of their works."""
    return Vocabulary({work_id: Lexicon(reading) for work_id, reading in readings.items()}, frozenset(names))
