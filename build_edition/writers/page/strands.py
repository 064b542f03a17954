"""A passage as two strands, what its source has and what is read, side by side and piece by piece.

The white space of either is as it stands; calls of notes, which are no text of a passage, are left out. What a
passage reads is taken from the reading text here and not from the tree, so that either can be held against the
other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from build_edition.apparatus.passage_index import Passage
from build_edition.transcript import Intervention, Transcript
from build_edition.tree import flatten
from build_edition.work import Inline, NoteCall, PageBeginning

Span = tuple[int, int]

# What stands in blocks or cells of its own; the text of others is one piece of the source.
_IN_PIECES = frozenset({"row", "figure", "note"})


@dataclass(frozen=True, slots=True)
class Strand:
    """A piece of the source, from `start`, and how it is read; `by` is what made them differ."""

    start: int
    stands: str
    reads: str
    by: Intervention | None = None


class Strands:
    """Parts one transcript into strands."""

    def __init__(self, transcript: Transcript) -> None:
        self.text = transcript.source.text
        self.reading = transcript.reading
        replaced = iter(transcript.interventions)
        self.made = [None if own else next(replaced) for own in self.reading.kept]

    def of(self, passage: Passage) -> tuple[Strand, ...]:
        """The strands of a passage, with a space between its blocks or cells.

        Raises `ValueError` where they do not read as the passage does; nothing can then be said of its letters.
        """
        calls = _calls(passage)
        spans = extents(passage)
        for first, last in product((True, False), repeat=2):
            found: list[Strand] = []
            for k, (start, end) in enumerate(spans):
                found += [Strand(start, " ", " ")] if k else []
                found += self.between(start, end, calls, first or k > 0, last or k + 1 < len(spans))
            if " ".join("".join(strand.reads for strand in found).split()) == passage.text:
                return tuple(found)
        raise ValueError(f"passage {passage.id or passage.start} does not read as its source with its changes")

    def between(
        self, start: int, end: int, calls: Sequence[Span], first: bool = True, last: bool = True
    ) -> Iterator[Strand]:
        """The strands of `source[start:end]` without the calls; `first` and `last` say whether what is inserted
        at its ends belongs to it.
        """
        starts = self.reading.source_starts
        for k in range(max(bisect_left(starts, start) - 1, 0), bisect_right(starts, end)):
            begins = starts[k]
            stops = starts[k + 1] if k + 1 < len(starts) else len(self.text)
            made = self.made[k]
            if made is None:
                for a, b in _without(max(begins, start), min(stops, end), calls):
                    yield Strand(a, self.text[a:b], self.text[a:b])
                continue
            is_own = begins < stops or ((begins > start or first) and (begins < end or last))
            if is_own and start <= begins and stops <= end and not _is_in(made, calls):
                yield Strand(begins, self.text[begins:stops], made.reading, made)


def extents(passage: Passage) -> list[Span]:
    """The pieces of the source in which a passage stands."""
    if passage.kind not in _IN_PIECES or len(passage.runs) < 2:
        return [(passage.start, passage.end)]
    found = [extent for run in passage.runs if (extent := _extent(run))]
    if not found:
        return [(passage.start, passage.end)]
    return [(min(found[0][0], passage.start), found[0][1]), *found[1:]]


def _extent(run: tuple[Inline, ...]) -> Span | None:
    places = [inline for inline in flatten(run) if not isinstance(inline, PageBeginning)]
    return (min(one.start for one in places), max(one.end for one in places)) if places else None


def _calls(passage: Passage) -> tuple[Span, ...]:
    found = (one for run in passage.runs for one in flatten(run) if isinstance(one, NoteCall))
    return tuple(sorted((call.start, call.end) for call in found))


def _without(start: int, end: int, calls: Sequence[Span]) -> Iterator[Span]:
    """What calls leave of a span."""
    for begins, stops in calls:
        if start < stops and begins < end:
            if start < begins:
                yield start, begins
            start = max(start, stops)
    if start < end:
        yield start, end


def _is_in(made: Intervention, calls: Sequence[Span]) -> bool:
    """Whether something was done to the figures of a call; what is inserted beside them was not."""
    if made.start == made.end:
        return any(begins < made.start < stops for begins, stops in calls)
    return any(begins <= made.start and made.end <= stops for begins, stops in calls)
