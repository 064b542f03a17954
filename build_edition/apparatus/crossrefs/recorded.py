"""References that editors have recorded: from words on a line of a source to their place in the reading text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_edition.apparatus.crossrefs.reference import Reference
from build_edition.apparatus.crossrefs.targets import Targets
from build_edition.apparatus.passage_index import Passage
from build_edition.edition.crossrefs import CROSSREFS, PASSAGE, CrossReference
from build_edition.edition.spans.matching import locate
from build_edition.errors import RecordError
from build_edition.reading import Reading
from build_edition.tree import flatten
from build_edition.work import Inline, Text


@dataclass(frozen=True, slots=True)
class RecordReader:
    """Reads records against the works they speak of."""

    targets: Mapping[str, Targets]

    def references(self, records: Sequence[CrossReference], problems: list[RecordError]) -> Iterator[Reference]:
        """What the records say, as they come; what is wrong with one is added to `problems`.

        Records about a work that is not here, or is from another source than theirs, are passed over.
        """
        for number, record in enumerate(records, 1):
            own = self.targets.get(record.work)
            if own is None or not own.text.pinned:
                continue
            place = f"{CROSSREFS.as_posix()}, record {number} ({record.work}, source line {record.line})"
            try:
                yield self._reference(record, own, place)
            except RecordError as error:
                problems.append(error)

    def _reference(self, record: CrossReference, own: Targets, place: str) -> Reference:
        source = own.text.work.transcript.source
        start = locate(record.line, record.read, record.nth, source, place)
        index, run, first, last = _in_tree(own, start, start + len(record.read), place)
        kind, target = record.target.kind, record.target.name
        if kind == PASSAGE:
            target = self._passage(record, place)
        passage = own.text.passages[index]
        words = " ".join(record.read.split())
        return Reference(
            record.work, passage.id, index, run, first, last, words, kind, target, record.note or "", record.cert,
            recorded=True, locator=record.locator or "", relation=record.relation or "",
        )  # fmt: skip

    def _passage(self, record: CrossReference, place: str) -> str:
        """The passage that a record leads to, by the name that counts now."""
        if record.to_line is not None:
            return self._on_line(record.to_work or record.work, record.to_line, place)
        work_id, slash, name = record.target.name.partition("/")
        there = self.targets.get(work_id)
        if there is None or not slash:
            return record.target.name
        if name not in there.names:
            meant = there.nearest(name)
            raise RecordError(
                f"`to` names {record.target.name}: {work_id} has no such passage, section or page",
                where=place,
                remedy=f"Did you mean {work_id}/{meant}?" if meant else "Or give the line: `to_line: …`.",
            )
        return f"{work_id}/{there.names[name]}"

    def _on_line(self, work_id: str, line: int, place: str) -> str:
        there = self.targets.get(work_id)
        if there is None or not there.text.pinned:
            return work_id
        name = there.on_line(line)
        if name is None:
            lines = len(there.text.work.transcript.source.lines)
            raise RecordError(
                f"`to_line`: no passage of {work_id} stands on line {line}",
                where=place,
                remedy=f"Its source has {lines} lines; give one that the reading text keeps.",
            )
        return f"{work_id}/{name}"


def _in_tree(own: Targets, start: int, end: int, place: str) -> tuple[int, int, int, int]:
    """The passage, its run and the span in the run's words that `source[start:end]` became."""
    reading = own.text.work.transcript.reading
    for index, passage in enumerate(own.text.passages):
        if passage.start <= start and end <= passage.end:
            found = _in_passage(passage, start, end, reading)
            if found and passage.kind == "head":
                raise RecordError("its words stand in a heading, which holds no links", where=place)
            if found:
                return (index, *found)
    raise RecordError(
        "its words are in no one passage of the reading text",
        where=place,
        remedy="Quote words that the reading text keeps, of one passage and of one cell of a table.",
    )


def _in_passage(passage: Passage, start: int, end: int, reading: Reading) -> tuple[int, int, int] | None:
    for number, run in enumerate(passage.runs):
        first = _offset(run, start, reading)
        last = _offset(run, end - 1, reading)
        if first is not None and last is not None and first <= last:
            return number, first, last + 1
    return None


def _offset(run: tuple[Inline, ...], at: int, reading: Reading) -> int | None:
    """Where in the words of a run the character at `at` of the source stands, or what took its place."""
    here = 0
    for inline in flatten(run):
        if not isinstance(inline, Text):
            continue
        if inline.start <= at < inline.end:
            k = reading.from_source(at) - reading.before_insertion(inline.start)
            return here + min(max(k, 0), max(len(inline.text) - 1, 0))
        here += len(inline.text)
    return None
