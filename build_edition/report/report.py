"""What a report says, before anybody writes it down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from build_edition.report.repository import Base

Sort = Literal["new", "gone", "changed"]
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Who reads otherwise, and why: a record that is new or gone, or a rule.

    `place` is where the record is filed, or the name of the rule.
    """

    kind: Literal["record", "rule"]
    sort: Sort
    place: str
    by: str = ""
    on: str = ""
    cause: str = ""
    note: str = ""
    cert: str = "high"


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that read otherwise: `before` and `after`, with the words about them.

    `source` is what stands there in the source, line by line from `line` on; `passage` is empty where no passage
    has the words, and `page` where print has no number.
    """

    start: int
    end: int
    line: int
    last: int
    before: str
    after: str
    lead: str
    trail: str
    source: str
    passage: str
    page: str
    reasons: tuple[Reason, ...] = ()

    @property
    def by_record(self) -> bool:
        return any(reason.kind == "record" for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class MarkChange:
    """A heading, paragraph, note … that is new, gone, or says something else of itself."""

    sort: Sort
    kind: str
    line: int
    words: str
    passage: str
    page: str
    what: str  # how it changed, or what it says of itself


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A published passage that reads otherwise, lies elsewhere, or is found no more."""

    id: str
    since: str
    sort: Literal["otherwise", "merged", "vanished", "moved", "unpublished"]
    before: str
    after: str
    into: str = ""


@dataclass(frozen=True, slots=True)
class WorkChange:
    """What a change does to one work. `touched` counts passages without a published id that read otherwise."""

    id: str
    title: str
    readings: tuple[Reading, ...] = ()
    marks: tuple[MarkChange, ...] = ()
    passages: tuple[PassageChange, ...] = ()
    published: int = 0  # ids that are newly published
    touched: int = 0
    by_records_alone: bool = False  # no source is at hand: what is known, the records say

    @property
    def is_empty(self) -> bool:
        return not (self.readings or self.marks or self.passages or self.published or self.touched)


@dataclass(frozen=True, slots=True)
class RulePlace:
    """A place that a rule treats otherwise than it did."""

    work: str
    sort: Sort
    reading: Reading


@dataclass(frozen=True, slots=True)
class RuleEffect:
    """A rule, in how many places it intervened and intervenes, and those at which it does otherwise.

    `gave_way` counts the places where a record has taken its place, or no longer does.
    """

    rule: str
    before: int
    after: int
    works: int
    places: tuple[RulePlace, ...]
    gave_way: int = 0

    def count(self, sort: Sort) -> int:
        return sum(place.sort == sort for place in self.places)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a record; empty where it is not given."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that is new, gone or changed, by what one would call it."""

    sort: Sort
    name: str
    fields: tuple[FieldChange, ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file of the editors' records."""

    path: str
    records: tuple[RecordChange, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A finding of `check`, as both sides can tell it."""

    severity: Severity
    code: str
    text: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """A figure of the baseline: as the base has it, as it is recorded now, as it was measured (None: not)."""

    witness: str
    measure: str
    before: float | None
    recorded: float | None
    measured: float | None

    @property
    def now(self) -> float | None:
        return self.recorded if self.measured is None else self.measured

    @property
    def fell(self) -> bool:
        return self.before is not None and (self.now is None or self.now < self.before)


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A part of a work whose state of proofreading is another one now, and why."""

    work: str
    part: str
    before: str
    after: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something to be known of the comparison: our own sentence, and what a program said, perhaps of a text."""

    text: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a change does to an edition; `unknown` is what could not be found out."""

    title: str
    base: Base
    works: tuple[WorkChange, ...] = ()
    rules: tuple[RuleEffect, ...] = ()
    files: tuple[FileChange, ...] = ()
    statuses: tuple[StatusChange, ...] = ()
    new_findings: tuple[Told, ...] = ()
    gone_findings: tuple[Told, ...] = ()
    scores: tuple[Score, ...] = ()
    notes: tuple[Note, ...] = ()
    unknown: tuple[Note, ...] = ()
    quotes: bool = True
    measured: bool = field(default=False)

    @property
    def readings(self) -> int:
        """How many places read otherwise by record."""
        return sum(reading.by_record for work in self.works for reading in work.readings)

    @property
    def rule_places(self) -> int:
        return sum(len(rule.places) for rule in self.rules)

    @property
    def published(self) -> int:
        return sum(len(work.passages) for work in self.works)

    @property
    def is_empty(self) -> bool:
        found = (self.works, self.rules, self.files, self.statuses, self.new_findings, self.gone_findings)
        return not any(found) and not self.scores
