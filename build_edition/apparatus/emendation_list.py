"""The list of emendations: what the editors decided about words and note calls, in the order of the text.

In: an enriched `Work`, made of a transcript with the records applied, and the records.  Out: one `Entry` for each,
with the passage and the printed page on which a reader finds it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from build_edition.apparatus.passage_index import Passage, passages
from build_edition.edition.spans.matching import locate
from build_edition.edition.structure.record import StructureRecord
from build_edition.edition.words.emendations import Emendation
from build_edition.work import Work

Kind = Literal["emendation", "conjecture", "doubt", "slip", "stet", "supplied call"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision of the editors.

    `passage` is the id of the passage in the work and `page` the number of the printed page, each empty where
    there is none; `line` is the line of the source, and `start` and `end` are the offsets between which its words
    stand. `stands` are these words, with single spaces; `reading` is what is read instead, what perhaps should be,
    or the number of a call, and empty for a slip and a stet. `number` counts the records of its file from 1.
    """

    kind: Kind
    passage: str
    page: str
    line: int
    start: int
    end: int
    stands: str
    reading: str
    cause: str
    cert: str
    by: str
    note: str
    number: int = 0


def emendation_list(
    work: Work, emendations: Sequence[Emendation], structure: Sequence[StructureRecord] = ()
) -> tuple[Entry, ...]:
    """An entry for each emendation, and for each note call that an editor placed; the records must match."""
    finder = Finder(work)
    entries = [_of_emendation(number, record, finder) for number, record in enumerate(emendations, 1)]
    entries += [_of_call(number, record, finder) for number, record in enumerate(structure, 1) if record.call]
    return tuple(sorted(entries, key=lambda entry: (entry.start, entry.kind)))


class Finder:
    """Where words of a record stand: in the source, in the list of passages, in print."""

    def __init__(self, work: Work) -> None:
        self.work, self.source = work, work.transcript.source
        self.passages = sorted(passages(work), key=lambda passage: passage.start)
        self.starts = [passage.start for passage in self.passages]

    def offset(self, line: int, words: str, nth: int | None) -> int:
        return locate(line, words, nth, self.source, f"{self.source.name}, line {line}")

    def passage(self, start: int, end: int) -> str:
        """The id of the innermost passage that holds a span, or else its beginning."""
        for last in (max(end, start + 1), start + 1):
            for passage in reversed(self.passages[: bisect_right(self.starts, start)]):
                if last <= passage.end:
                    return _named(passage)
        return ""

    def page(self, start: int) -> str:
        page = self.work.page_at(start)
        return page.n or "" if page else ""


def _named(passage: Passage) -> str:
    return passage.id or passage.section


def _of_emendation(number: int, record: Emendation, finder: Finder) -> Entry:
    start = finder.offset(record.line, record.read, record.nth)
    return Entry(
        kind=record.nature,
        passage=finder.passage(start, start + len(record.read)),
        page=finder.page(start),
        line=record.line,
        start=start,
        end=start + len(record.read),
        stands=" ".join(record.read.split()),
        reading=record.reading if record.reading is not None else record.perhaps or "",
        cause=record.cause or "",
        cert="low" if record.nature == "doubt" else record.cert,
        by=record.by,
        note=" ".join((record.note or "").split()),
        number=number,
    )


def _of_call(number: int, record: StructureRecord, finder: Finder) -> Entry:
    words = (record.after or "").rstrip()
    start = finder.offset(record.line or 1, words, record.nth)
    return Entry(
        kind="supplied call",
        passage=finder.passage(start, start + len(words)),
        page=finder.page(start + len(words)),
        line=record.line or 1,
        start=start,
        end=start + len(words),
        stands=" ".join(words.split()),
        reading=record.call or "",
        cause="lost-text",
        cert=record.cert,
        by=record.by or "",
        note=" ".join((record.note or "").split()),
        number=number,
    )
