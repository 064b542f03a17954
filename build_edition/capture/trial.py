"""Records tried on a work: the pages that it would have with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from build_edition.apparatus.divisions import Division, divisions
from build_edition.capture.page_reader import read_page
from build_edition.capture.plain import Plain
from build_edition.capture.standing import Standing, stand
from build_edition.corrections.drafts import Draft, filed_with
from build_edition.edition.project import WORKS, Project
from build_edition.edition.structure import structuring
from build_edition.edition.structure.record import StructureRecord
from build_edition.edition.words import emending
from build_edition.edition.words.emendations import Filed
from build_edition.pipeline import EditionWork, no_source, to_work
from build_edition.transcript import Transcript
from build_edition.work import Work
from build_edition.writers.commonmark.document import label_of_note, notes_by_key
from build_edition.writers.commonmark.editing import note_labels, page_name, pages_to_edit, without_links


@dataclass(frozen=True, slots=True)
class Records:
    """Records to be added to those of a work, and those to be taken out: of words (`out`), and of structure, told
    by their numbers from 1 (`undone`).
    """

    structure: tuple[StructureRecord, ...] = ()
    drafts: tuple[Draft, ...] = ()
    out: tuple[Filed, ...] = ()
    undone: tuple[int, ...] = ()

    def __add__(self, other: Records) -> Records:
        return Records(
            (*self.structure, *other.structure),
            (*self.drafts, *other.drafts),
            (*self.out, *other.out),
            tuple(sorted({*self.undone, *other.undone})),
        )

    def __bool__(self) -> bool:
        return bool(self.structure or self.drafts or self.out or self.undone)


class Made:
    """A work as some records make it: its pages for editing, and where their letters stand."""

    def __init__(self, transcript: Transcript, work: Work, work_id: str) -> None:
        self.transcript, self.work = transcript, work
        self.pages: Mapping[str, str] = pages_to_edit(work, work_id)
        self._read: dict[str, Plain] = {}

    def plain(self, name: str) -> Plain:
        """A page as plain text."""
        if name not in self._read:
            self._read[name] = read_page(self.pages[name])
        return self._read[name]

    @cached_property
    def _divisions(self) -> Mapping[str, Division]:
        return {page_name(division.key): division for division in divisions(without_links(self.work))}

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The numbers of the notes of the work by the labels of their calls."""
        return {label_of_note(key): note.n for key, note in notes_by_key(self.work).items()}

    def standing(self, name: str) -> Standing:
        """Where the letters of a page stand."""
        return stand(self.plain(name), self._divisions[name], note_labels(self.work), self.transcript.reading)


class Trial:
    """A work on which records are tried."""

    def __init__(self, project: Project, item: EditionWork) -> None:
        if item.transcript is None or item.work is None:
            raise no_source(item.record)
        self.project, self.item = project, item
        self.filed = project.filed.get(item.record.id, ())
        self.now = Made(item.transcript, item.work, item.record.id)

    @cached_property
    def ruled(self) -> Transcript:
        """The text as the rules alone make it."""
        from build_edition.rules import transcribe

        assert self.item.source is not None
        return transcribe(self.item.source, self.item.record.layout)

    def structured(self, records: Records) -> Transcript:
        """The text with the records of structure, those of the work and these; raises `RecordError`."""
        record = self.item.record
        if not records.structure and not records.undone and self.item.structured is not None:
            return self.item.structured
        name = (WORKS / f"{record.id}.yml").as_posix()
        kept = [one for number, one in enumerate(record.structure, 1) if number not in records.undone]
        return structuring.apply(self.ruled, [*kept, *records.structure], name)

    def made(self, records: Records) -> Made:
        """The work as it is with these records; raises `RecordError` where one does not match, or clashes."""
        work_id = self.item.record.id
        kept = [filed for filed in self.filed if filed not in records.out]
        filed = filed_with(kept, records.drafts, work_id)
        transcript = emending.apply(self.structured(records), filed).transcript
        return Made(transcript, to_work(transcript, self.project.ledgers.get(work_id)), work_id)

    def item_with(self, records: Records) -> EditionWork:
        """The work with other records of structure, on which words can be corrected."""
        structured = self.structured(records)
        transcript = emending.apply(structured, self.filed).transcript
        return replace(self.item, structured=structured, transcript=transcript)
