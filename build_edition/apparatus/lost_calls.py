"""Lost calls: notes that nothing calls, and numbers that a series of calls passes over.

A call that the source has lost is told of, never invented; between which others it stood is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from build_edition.apparatus.divisions import divisions
from build_edition.apparatus.notes import is_counted, number_of, numbered_notes
from build_edition.source import Source
from build_edition.tree import flatten, inlines_of
from build_edition.work import Container, NoteCall, Section, Work


@dataclass(frozen=True, slots=True)
class LostCall:
    """A call of number `n` that stood between two others; `note` is what it called, where that is there."""

    n: str
    before: NoteCall | None
    after: NoteCall | None
    note: Container | None = None

    def where(self, source: Source) -> str:
        """Between which calls it stood: “after call 1 on line 40 and before call 3 on line 52”."""
        sides = [
            f"{side} call {call.n} on line {source.line_number(call.start)}"
            for side, call in (("after", self.before), ("before", self.after))
            if call is not None
        ]
        return " and ".join(sides)


def uncalled_notes(work: Work) -> Iterator[LostCall]:
    """Each numbered note without a call, in a work that has calls with notes."""
    calls = {call.target: call for section in work.walk() for call in calls_in(section) if call.target}
    notes = [note for section in work.walk() for note in numbered_notes(section.blocks) if is_counted(note)]
    if not any(note.key in calls for note in notes):
        return
    for place, note in enumerate(notes):
        if note.key not in calls:
            before = next((calls[other.key] for other in reversed(notes[:place]) if other.key in calls), None)
            after = next((calls[other.key] for other in notes[place + 1 :] if other.key in calls), None)
            yield LostCall(note.n, before, after, note)


def skipped_numbers(work: Work) -> Iterator[LostCall]:
    """Each number that the calls of a division pass over, where the notes themselves are not there."""
    for division in divisions(work):
        calls = [call for section in division.walk() for call in calls_in(section)]
        counted = [(call, int(number)) for call in calls if (number := number_of(call.n)).isdecimal()]
        if any(call.target for call in calls):
            continue
        for (before, first), (after, last) in pairwise(counted):
            if last == first + 2:
                yield LostCall(str(first + 1), before, after)


def calls_in(section: Section) -> Iterator[NoteCall]:
    """The calls of a section, not of those below it."""
    runs = [section.heading.inlines] if section.heading else []
    runs += [run for block in section.blocks for run in inlines_of(block)]
    yield from (inline for run in runs for inline in flatten(run) if isinstance(inline, NoteCall))
