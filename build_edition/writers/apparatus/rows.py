"""The rows: every intervention in the source of a work, then every decision of the editors about its words.

In: a work of the edition and its passages.  Out: `Row`s.  Put the readings of the interventions in the place of
what they replace, and the source is the reading text: so nothing that was done to a source is missing here. A
decision has the words that the editors quote, and an intervention the letters that it changes in them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from build_edition.apparatus.emendation_list import Entry, emendation_list
from build_edition.apparatus.passage_index import Passage
from build_edition.edition.project import Project
from build_edition.edition.words.emendations import Emendation
from build_edition.pipeline import EditionWork
from build_edition.transcript import Intervention
from build_edition.work import Work
from build_edition.writers.page.kinds import kind_of, record_number


@dataclass(frozen=True, slots=True)
class Row:
    """An intervention or a decision; `type` says which.

    `start` and `end` are offsets in the source, `line` and `column` count from 1. `kind` is what it is to a reader
    (`writers/page/kinds`), or of a decision its own. `record` counts the records of the file that `rule` stands
    for from 1, and joins a decision to its interventions. `source` is what the source has, `reading` what is read.
    """

    work: str
    type: str
    start: int
    end: int
    line: int
    column: int
    passage: str
    page: str
    kind: str
    rule: str
    record: int | None
    cause: str
    source: str
    reading: str
    certainty: str
    responsible: str
    note: str


def rows_of(project: Project, item: EditionWork, passages: Sequence[Passage]) -> Iterator[Row]:
    """Every row of a work whose source is here, in the order of the source; interventions before decisions."""
    if item.work is None or item.transcript is None:
        return
    records = project.emendations.get(item.record.id, ()) if item.status == "found" else ()
    structure = item.record.structure if item.status == "found" else ()
    maker = _Maker(item.record.id, item.work, passages, records)
    yield from (maker.of_intervention(this) for this in item.transcript.interventions)
    yield from (maker.of_decision(entry) for entry in emendation_list(item.work, records, structure))


class _Maker:
    """Makes the rows of one work."""

    def __init__(
        self, work_id: str, work: Work, passages: Sequence[Passage], records: Sequence[Emendation]
    ) -> None:
        self.work_id, self.work, self.records = work_id, work, records
        self.source = work.transcript.source
        self.passages = sorted(passages, key=lambda passage: passage.start)
        self.starts = [passage.start for passage in self.passages]
        self.furthest = list(accumulate((passage.end for passage in self.passages), max))

    def of_intervention(self, this: Intervention) -> Row:
        number = record_number(this.rule)
        record = self.records[number - 1] if number is not None and number <= len(self.records) else None
        stands = self.source.text[this.start : this.end]
        line, column = self._place(this.start)
        return Row(
            work=self.work_id,
            type="intervention",
            start=this.start,
            end=this.end,
            line=line,
            column=column,
            passage=self._passage(this.start, this.end),
            page=self._page(this.start),
            kind=kind_of(this, stands),
            rule=this.rule.partition(":")[0],
            record=number,
            cause=this.cause,
            source=stands,
            reading=this.reading,
            certainty=this.cert,
            responsible=record.by if record else "rule",
            note=" ".join((record.note or "").split()) if record else "",
        )

    def of_decision(self, entry: Entry) -> Row:
        line, column = self._place(entry.start)
        return Row(
            work=self.work_id,
            type="decision",
            start=entry.start,
            end=entry.end,
            line=line,
            column=column,
            passage=entry.passage,
            page=entry.page,
            kind=entry.kind,
            rule="structure" if entry.kind == "supplied call" else "emendation",
            record=entry.number,
            cause=entry.cause,
            source=self.source.text[entry.start : entry.end],
            reading=entry.reading,
            certainty=entry.cert,
            responsible=entry.by,
            note=entry.note,
        )

    def _place(self, offset: int) -> tuple[int, int]:
        number = self.source.line_number(offset)
        return number, offset - self.source.lines[number - 1].start + 1

    def _passage(self, start: int, end: int) -> str:
        """The id of the innermost passage that a span lies in; empty where it stands between passages."""
        last = max(end, start + 1)
        k = bisect_right(self.starts, start) - 1
        while k >= 0 and self.furthest[k] >= last:
            if self.passages[k].end >= last:
                return self.passages[k].id or self.passages[k].section
            k -= 1
        return ""

    def _page(self, start: int) -> str:
        page = self.work.page_at(start)
        return page.n or "" if page else ""
