"""The rows of the works and their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from build_edition.apparatus.divisions import Division, divisions
from build_edition.apparatus.notes import numbered_notes
from build_edition.apparatus.passage_index import Passage
from build_edition.pipeline import EditionWork
from build_edition.whole import Whole
from build_edition.work import Section
from build_edition.writers.corpus import Locate
from build_edition.writers.database.ids import Ids
from build_edition.writers.page.spots import Record, Spots

Cell = str | int | None
Rows = Iterator[tuple[Cell, ...]]


@dataclass(frozen=True)
class TextRows:
    """Makes the rows of the tables of texts; `facts` are what works say of themselves."""

    whole: Whole
    ids: Ids
    facts: Mapping[str, Mapping[str, str]]
    locate: Locate

    def works(self) -> Rows:
        for position, item in enumerate(self.whole.works, 1):
            told, record = self.facts[item.record.id], item.record
            yield (
                record.id,
                position,
                item.entry.title,
                record.title,
                told.get("author"),
                item.entry.date or None,
                told["citation"],
                record.bib,
                item.status,
                told.get("address"),
                told["rights"],
                told["rights_address"],
                told["rights_statement"],
                told.get("rights_holder"),
                told["source"],
                told["source_origin"],
                told["source_sha256"],
            )

    @cached_property
    def listed(self) -> Mapping[tuple[str, str], tuple[int, Division]]:
        """The divisions by work and key, each with its number."""
        found = ((item.record.id, one) for item in self.whole.works if item.work for one in divisions(item.work))
        return {(work, one.key): (number, one) for number, (work, one) in enumerate(found, 1)}

    def divisions(self) -> Rows:
        urls: dict[tuple[str, str], str] = {}
        for work, passage in self._passages():
            urls.setdefault((work, passage.division), self.locate(work, passage).partition("#")[0])
        for (work, key), (number, one) in self.listed.items():
            url = urls.get((work, key), f"works/{work}/")
            yield number, work, key, one.label or None, one.title or None, one.part or None, url

    @cached_property
    def headed(self) -> Mapping[tuple[str, str], tuple[int, str, Section]]:
        """The sections that have a key, by work and key, each with its number and its division."""
        found = (
            (work, key, section)
            for (work, key), (_, one) in self.listed.items()
            for section in one.walk()
            if section.key
        )
        return {
            (work, section.key): (number, division, section)
            for number, (work, division, section) in enumerate(found, 1)
        }

    def sections(self) -> Rows:
        for (work, key), (number, division, section) in self.headed.items():
            heading = section.heading
            label, title = (heading.label, " ".join(heading.title.split())) if heading else ("", "")
            yield number, work, self.listed[work, division][0], key, section.level, label or None, title or None

    def passages(self) -> Rows:
        sources = {item.record.id: item.source for item in self.whole.works if item.source}
        for work, passages in self.whole.passages.items():
            source = sources[work]
            for index, one in enumerate(passages):
                name = one.id if one.is_citable else None
                section = self.headed.get((work, one.section))
                yield (
                    self.ids.passage(work, index),
                    work,
                    index + 1,
                    name,
                    f"{work}/{name}" if name else None,
                    one.kind,
                    self.listed[work, one.division][0],
                    section[0] if section else None,
                    one.pages[0] if one.pages else None,
                    one.pages[-1] if one.pages else None,
                    one.start,
                    one.end,
                    source.line_number(one.start),
                    source.line_number(max(one.end - 1, one.start)),
                    self.locate(work, one),
                    one.text,
                )

    @cached_property
    def numbered(self) -> Mapping[tuple[str, str], tuple[int, str, int]]:
        """The numbered notes by work and key: the number of the row, that in print, and the passage."""
        found: dict[tuple[str, str], tuple[int, str, int]] = {}
        for work, item in ((one.record.id, one) for one in self.whole.works):
            for note in _notes(item):
                passage = self.ids.found(work, note[0])
                if passage is not None:
                    found[work, note[0]] = (len(found) + 1, note[1], passage)
        return found

    def notes(self) -> Rows:
        for (work, key), (number, printed, passage) in self.numbered.items():
            yield number, work, key, printed, passage

    def note_calls(self) -> Rows:
        for number, (work, passage, call) in enumerate(self._spots("calls"), 1):
            note = self.numbered.get((work, call.get("note", "")))
            yield number, passage, call["at"], call["n"], note[0] if note else None, call.get("cert", "high")

    def pages(self) -> Rows:
        begun = {item.record.id: iter(item.work.pages) for item in self.whole.works if item.work}
        for number, (work, passage, page) in enumerate(self._spots("breaks"), 1):
            at = next(begun[work]).at
            yield number, work, page.get("n"), passage, page["at"], at, page.get("cert", "high")

    def _passages(self) -> Iterator[tuple[str, Passage]]:
        for work, passages in self.whole.passages.items():
            yield from ((work, passage) for passage in passages)

    @cached_property
    def _found(self) -> tuple[tuple[str, int, Spots], ...]:
        return tuple(
            (work, self.ids.passage(work, index), Spots(passage))
            for work, passages in self.whole.passages.items()
            for index, passage in enumerate(passages)
        )

    def _spots(self, kind: str) -> Iterator[tuple[str, int, Record]]:
        for work, passage, spots in self._found:
            records = spots.calls if kind == "calls" else spots.breaks
            yield from ((work, passage, record) for record in records)


def _notes(item: EditionWork) -> Iterator[tuple[str, str]]:
    """The key and the printed number of each numbered note of a work."""
    for section in item.work.walk() if item.work else ():
        yield from ((note.key, note.n) for note in numbered_notes(section.blocks) if note.key)
