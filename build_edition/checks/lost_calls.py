"""That each note of a series is called somewhere: a call that the source has lost is reported, never invented."""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.apparatus.notes import is_counted, numbered_notes
from build_edition.checks.finding import Finding
from build_edition.tree import flatten, inlines_of
from build_edition.work import Container, NoteCall, Work


def lost_calls(work_id: str, work: Work) -> Iterator[Finding]:
    """A finding for each numbered note without a call, in a work that has calls with notes."""
    calls = {call.target: call for call in _calls(work) if call.target}
    notes = [note for section in work.walk() for note in numbered_notes(section.blocks) if is_counted(note)]
    source = work.transcript.source
    if not any(note.key in calls for note in notes):
        return
    for place, note in enumerate(notes):
        if note.key not in calls:
            yield Finding(
                "call-lost",
                "warning",
                f"{work_id}, line {source.line_number(note.start)} of the source",
                f"note {note.n} is called nowhere in the text",
                _where(work, notes, place, calls),
            )


def _calls(work: Work) -> Iterator[NoteCall]:
    for section in work.walk():
        runs = [section.heading.inlines] if section.heading else []
        runs += [run for block in section.blocks for run in inlines_of(block)]
        yield from (inline for run in runs for inline in flatten(run) if isinstance(inline, NoteCall))


def _where(work: Work, notes: list[Container], place: int, calls: dict[str, NoteCall]) -> str:
    """Between which calls that of the note at `place` must have stood."""
    before = next((calls[note.key] for note in reversed(notes[:place]) if note.key in calls), None)
    after = next((calls[note.key] for note in notes[place + 1 :] if note.key in calls), None)
    sides = [
        f"{side} call {call.n} on line {work.transcript.source.line_number(call.start)}"
        for side, call in (("after", before), ("before", after))
        if call is not None
    ]
    return f"The source has lost its call: it stood {' and '.join(sides)}."
