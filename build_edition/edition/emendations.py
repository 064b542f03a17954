"""The editors' own corrections, `edition/emendations/ID.yml`, and their application to a transcript.

A record names a line of the source, what stands there and what should; it must match exactly. From it comes an
intervention on the smallest span that differs, so that “lan Spencer” read as “Ian Spencer” replaces one letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

from pydantic import Field, StrictInt, model_validator

from build_edition.edition.loader import load
from build_edition.edition.matching import locate
from build_edition.edition.records import Line, Prose, Record
from build_edition.errors import RecordError
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript

RULE = "emendation"  # the rule that an intervention by a record names, with the record's number


class Emendation(Record):
    """One correction. A slip of the author's own is recorded, and never corrected."""

    line: StrictInt = Field(ge=1)
    """The line of the source on which the words begin, counted from 1."""
    read: str = Field(min_length=1)
    """What stands in the source, letter for letter; enough of it to stand only once on the line."""
    nth: StrictInt = Field(default=1, ge=1)
    """Which of several on the line."""
    reading: str | None = Field(default=None, alias="as", pattern=r"^[^\n\r]*$")
    """What should stand there."""
    cause: Literal["character", "case", "spacing", "punctuation", "word", "markup", "lost-text", "slip"]
    cert: Literal["high", "low"] = "high"
    """Low for a conjecture, which a reader sees as one."""
    by: Line
    """Who decided it."""
    note: Prose | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Emendation:
        if self.cause == "slip" and self.reading is not None:
            raise ValueError("is a slip, which is shown and never corrected; leave out `as`")
        if self.cause != "slip" and self.reading is None:
            raise ValueError("says nothing to read instead; add `as`, or call it a `slip`")
        if self.reading == self.read:
            raise ValueError("changes nothing: `as` is what `read` has; correct one of them")
        return self

    @property
    def needs_nth(self) -> bool:
        """Whether the record leaves open which of several it means."""
        return "nth" not in self.model_fields_set


def read(path: Path, name: str) -> tuple[Emendation, ...]:
    """The emendations in a file; raises `RecordError` with all that is wrong in it."""
    return load(path, tuple[Emendation, ...], name)[0]


@dataclass(frozen=True, slots=True)
class _Placed:
    """An emendation where it applies; `place` names the record in errors."""

    place: str
    intervention: Intervention


def apply(transcript: Transcript, records: Sequence[Emendation], name: str) -> Transcript:
    """The transcript with `records` applied, each of which must match its source.

    Where a rule replaced exactly the span of an emendation, the emendation takes its place; where one marked a
    `suspect`, the mark goes, for an editor has decided there. `name` names the file of the records in errors.
    Raises `RecordError` for a record that matches nothing, or clashes with another, with a rule or with a mark.
    """
    source = transcript.source
    placed: list[_Placed] = []
    for number, record in enumerate(records, 1):
        place = f"{name}, record {number} (source line {record.line})"
        start = locate(record.line, record.read, None if record.needs_nth else record.nth, source, place)
        if record.reading is not None:
            change = _smallest(start, record.read, record.reading)
            placed.append(_Placed(place, Intervention(*change, rule=f"{RULE}:{number}", cert=record.cert)))
    placed.sort(key=lambda one: (one.intervention.start, one.intervention.end))
    _refuse_clashes(placed)
    marks = _undecided(placed, transcript.marks)
    _refuse_split_marks(placed, marks)
    kept = _without_replaced(transcript.interventions, placed, source)
    return replace(transcript, interventions=(*kept, *(one.intervention for one in placed)), marks=marks)


def _smallest(start: int, old: str, new: str) -> tuple[int, int, str]:
    """The smallest span, and its reading, that turns `old`, which stands at `start`, into `new`."""
    limit = min(len(old), len(new))
    before = next((k for k in range(limit) if old[k] != new[k]), limit)
    limit -= before
    after = next((k for k in range(limit) if old[-1 - k] != new[-1 - k]), limit)
    return start + before, start + len(old) - after, new[before : len(new) - after]


def _refuse_clashes(placed: Sequence[_Placed]) -> None:
    """Raise `RecordError` where two emendations, in order, speak of the same characters."""
    for one, other in pairwise(placed):
        a, b = one.intervention, other.intervention
        if b.start < a.end or (a.start, a.end) == (b.start, b.end):
            raise RecordError(
                f"emends characters that {one.place.rsplit(', ', 1)[-1]} emends too",
                where=other.place,
                remedy="Make one record of the two.",
            )


def _undecided(placed: Sequence[_Placed], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks, in order, but those suspects of which an emendation, in order, changes a part."""
    kept = []
    k = 0
    for mark in marks:
        while k < len(placed) and placed[k].intervention.end <= mark.start:
            k += 1
        if mark.kind != "suspect" or k == len(placed) or placed[k].intervention.start >= mark.end:
            kept.append(mark)
    return tuple(kept)


def _refuse_split_marks(placed: Sequence[_Placed], marks: Iterable[Mark]) -> None:
    """Raise `RecordError` where something begins or ends inside what an emendation replaces."""
    ends = sorted((offset, mark.kind) for mark in marks for offset in (mark.start, mark.end))
    k = 0
    for one in placed:
        while k < len(ends) and ends[k][0] <= one.intervention.start:
            k += 1
        if k < len(ends) and ends[k][0] < one.intervention.end:
            raise RecordError(
                f"would replace words across the beginning or end of a {ends[k][1]}",
                where=one.place,
                remedy="Make two records of it, one on each side.",
            )


def _without_replaced(
    interventions: Iterable[Intervention], placed: Sequence[_Placed], source: Source
) -> list[Intervention]:
    """The rules' interventions but those that emendations replace; raises `RecordError` on other overlaps."""
    kept = []
    k = 0
    for this in interventions:
        while k < len(placed) and placed[k].intervention.end < this.start:
            k += 1
        replaced = False
        at = k
        while at < len(placed) and placed[at].intervention.start <= this.end:
            that = placed[at].intervention
            if (that.start, that.end) == (this.start, this.end):
                replaced = True
            elif that.start < this.end and this.start < that.end:
                raise _clash(placed[at].place, this, source)
            at += 1
        if not replaced:
            kept.append(this)
    return kept


def _clash(place: str, rule: Intervention, source: Source) -> RecordError:
    line, column = source.position(rule.start)
    stands = source.text[rule.start : rule.end]
    if len(stands) > 60:
        stands = stands[:60] + "…"
    return RecordError(
        f"overlaps what the rule “{rule.rule}” does at line {line}, column {column}: "
        f"it reads {stands!r} as {rule.reading[:60]!r}",
        where=place,
        remedy="Emend exactly those characters, which then takes the rule's place, or none of them.",
    )
