"""What was changed in a passage, word by word: what the source has, and what is read instead.

In: the strands of a passage.  Out: `Change`s, widened to whole words. Put the source's words in the place of each
reading, and the text says what the source does, but for how its lines are joined and for forme work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from build_edition.transcript import Intervention
from build_edition.writers.page.kinds import KINDS, Kind, kind_of
from build_edition.writers.page.strands import Strand

_RUN = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a passage, `text[start:end]`, that are read otherwise than the source has them.

    `source` are its words there, with single spaces; empty where the source has none. `at` is the offset in the
    source at which the first of `made` begins; these are the interventions, the weightiest kind first.
    """

    start: int
    end: int
    source: str
    reading: str
    kind: Kind
    at: int
    made: tuple[Intervention, ...]


@dataclass(slots=True)
class _Word:
    """What stands between two spaces that source and reading share."""

    stands: str = ""
    reads: str = ""
    made: list[tuple[Kind, Intervention]] = field(default_factory=list)

    def add(self, other: _Word, between: str = "") -> None:
        self.stands += between + other.stands
        self.reads += between + other.reads
        self.made += other.made


def changes_of(strands: Sequence[Strand]) -> tuple[Change, ...]:
    """The changes, in order."""
    found: list[Change] = []
    here = 0
    for word in _with_words(list(_words(strands))):
        reads, stands = _drawn(word.reads), _drawn(word.stands)
        if word.made and reads != stands:
            ranked = sorted(word.made, key=lambda one: KINDS.index(one[0]))
            made = tuple(dict.fromkeys(this for _, this in ranked))
            at = min(this.start for this in made)
            found.append(Change(here, here + len(reads), stands, reads, ranked[0][0], at, made))
        here += len(reads) + 1 if reads else 0
    return tuple(found)


def _words(strands: Sequence[Strand]) -> Iterator[_Word]:
    """The words of a passage; white space that one of the two strands alone has parts none."""
    word = _Word()
    for strand in strands:
        kind = kind_of(strand.by, strand.stands) if strand.by else None
        if strand.by is None or kind in {"forme work", "join"}:
            for piece, is_space in _pieces(strand.reads):
                if not is_space:
                    word.add(_Word(piece, piece))
                elif word.stands or word.reads:
                    yield word
                    word = _Word()
        else:
            word.add(_Word(strand.stands, strand.reads, [(kind or "word", strand.by)]))
    if word.stands or word.reads:
        yield word


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """A text parted into white space, each with whether it is that, and what stands between."""
    yield from ((piece, piece.isspace()) for piece in _RUN.findall(text))


def _with_words(words: list[_Word]) -> Iterator[_Word]:
    """The words, each of which reads something: what is left out goes to the word before, or else after it."""
    held: list[_Word] = []
    for word in words:
        if held and not (held[-1].reads.strip() and word.reads.strip()):
            held[-1].add(word, " ")
        else:
            held.append(word)
    yield from held


def _drawn(text: str) -> str:
    return " ".join(text.split())
