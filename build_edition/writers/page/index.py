"""What `index.json` beside a text page holds: its passages, what was changed in them, and the notes it calls."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from build_edition.apparatus.divisions import Division
from build_edition.apparatus.passage_index import Passage, text_of
from build_edition.corrections.digests import line_digests
from build_edition.edition.project import Project
from build_edition.edition.words.emendations import Emendation
from build_edition.pipeline import EditionWork
from build_edition.source import Source
from build_edition.transcript import Intervention, Transcript
from build_edition.tree import flatten, inlines_of
from build_edition.work import Container, NoteCall, Work
from build_edition.writers.markdown import notes_by_key
from build_edition.writers.page.changes import Change, changes_of
from build_edition.writers.page.held import held_words
from build_edition.writers.page.kinds import NAMES, record_number
from build_edition.writers.page.spots import Record, Spots
from build_edition.writers.page.strands import Strands, extents

FORMAT, VERSION = "build-edition/page", 1
Row = Callable[[Emendation, int], str]  # where the apparatus tells of a record that changed this place


@dataclass(frozen=True)
class WorkPages:
    """A work whose pages are written as data; `passages` are those of all of it, `row` where its apparatus is."""

    project: Project
    item: EditionWork
    passages: tuple[Passage, ...]
    row: Row

    @cached_property
    def work(self) -> Work:
        assert self.item.work is not None
        return self.item.work

    @property
    def transcript(self) -> Transcript:
        return self.work.transcript

    @property
    def source(self) -> Source:
        return self.transcript.source

    @cached_property
    def strands(self) -> Strands:
        return Strands(self.transcript)

    @cached_property
    def digests(self) -> tuple[str, ...]:
        """The digest of each line of the source."""
        return line_digests(self.source)

    @cached_property
    def calls(self) -> tuple[tuple[int, int], ...]:
        """Where the figures of note calls stand in the source, in order."""
        runs = (run for passage in self.passages for run in passage.runs)
        found = (one for run in runs for one in flatten(run) if isinstance(one, NoteCall))
        return tuple(sorted({(call.start, call.end) for call in found if call.start < call.end}))

    @cached_property
    def held(self) -> tuple[Record, ...]:
        """The words on which the editors' records decide."""
        is_of_records = self.item.status == "found"  # on another source none is applied
        return held_words(self.project.emendations.get(self.record_id, ()) if is_of_records else (), self.source)

    @cached_property
    def notes(self) -> Mapping[str, Container]:
        return notes_by_key(self.work)

    @property
    def record_id(self) -> str:
        return self.item.record.id

    def by(self, this: Intervention) -> str:
        """Who made an intervention: the editor's name, or "rule"."""
        record = self.record(this)
        return record.by if record else "rule"

    def record(self, this: Intervention) -> Emendation | None:
        """The editors' record that made an intervention."""
        number = record_number(this.rule)
        records = self.project.emendations.get(self.record_id, ())
        return records[number - 1] if number is not None and number <= len(records) else None

    def head(self, form: str, version: int, division: Division, title: str, url: str) -> Record:
        """What both files of a page say first."""
        edition = self.project.edition
        return {
            "format": form,
            "version": version,
            "edition": {
                "title": edition.title,
                "version": edition.version,
                "address": str(getattr(edition, "address", None) or ""),
            },
            "work": self.record_id,
            "division": division.key,
            "title": title,
            "url": url,
            "source": {"name": self.source.name, "sha256": self.source.sha256},
        }


def page_index(pages: WorkPages, division: Division, title: str, url: str) -> str:
    """The file of one page, a passage a line."""
    own = [passage for passage in pages.passages if passage.division == division.key]
    written = [_passage(pages, passage) for passage in own]
    rules = {change["rule"] for one in written for change in one.get("changes", []) if change["by"] == "rule"}
    head = pages.head(FORMAT, VERSION, division, title, url)
    head["rules"] = {rule: NAMES.get(rule, rule) for rule in sorted(rules)}
    return in_lines(head, {"passages": written, "notes": list(_notes(pages, own))})


def in_lines(head: Record, lists: Mapping[str, list[Record]]) -> str:
    """An object as JSON: its first fields on a line, and of each list a record a line."""
    parts = [_compact(head)[:-1]]
    for name, records in lists.items():
        rows = ",\n".join(_compact(record) for record in records)
        parts.append(f'"{name}":[\n{rows}\n]' if rows else f'"{name}":[]')
    return ",\n".join(parts) + "}\n"


def _compact(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _passage(pages: WorkPages, passage: Passage) -> Record:
    spots = Spots(passage)
    source = pages.source
    lines = [source.line_number(passage.start), source.line_number(max(passage.end - 1, passage.start))]
    fields: Record = {
        "id": passage.id,
        "kind": passage.kind,
        "section": passage.section,
        "pages": list(passage.pages),
        "text": passage.text,
        "source": {"start": passage.start, "end": passage.end, "lines": lines},
    }
    if len(pieces := extents(passage)) > 1:
        fields["source"]["pieces"] = [list(piece) for piece in pieces]
    try:
        changes = [_change(pages, change) for change in changes_of(pages.strands.of(passage))]
    except ValueError:
        changes, fields["unaligned"] = [], True
    lists = {
        "calls": spots.calls,
        "breaks": spots.breaks,
        "links": spots.links,
        "changes": changes,
        "marks": spots.marks,
    }
    return {**fields, **{name: records for name, records in lists.items() if records}}


def _change(pages: WorkPages, change: Change) -> Record:
    """A change; of several on one word the weightiest speaks for all, and the least certain tells how certain."""
    first = change.made[0]
    record = pages.record(first)
    fields: Record = {
        "start": change.start,
        "end": change.end,
        "source": change.source,
        "reading": change.reading,
        "kind": change.kind,
        "by": pages.by(first),
        "rule": first.rule.partition(":")[0],
        "also": sorted({this.rule.partition(":")[0] for this in change.made} - {first.rule.partition(":")[0]}),
        "cause": first.cause,
        "cert": "low" if any(this.cert == "low" for this in change.made) else "high",
        "note": " ".join((record.note or "").split()) if record else "",
        "line": pages.source.line_number(change.at),
        "row": pages.row(record, first.start) if record else "",
    }
    optional = {"also", "cause", "note", "row"}
    return {name: value for name, value in fields.items() if value or name not in optional}


def _notes(pages: WorkPages, own: list[Passage]) -> Iterator[Record]:
    """The notes that the page calls, in the order of their first call, wherever their bodies stand."""
    called: dict[str, list[str]] = {}
    for passage in own:
        for inline in (one for run in passage.runs for one in flatten(run)):
            if isinstance(inline, NoteCall) and inline.target in pages.notes:
                called.setdefault(inline.target, []).append(passage.id)
    stand = {passage.id: passage.division for passage in pages.passages if passage.kind == "note"}
    for key, ids in called.items():
        note = pages.notes[key]
        text = text_of(tuple(inlines_of(note)))
        fields: Record = {"key": key, "n": note.n, "text": text, "called": list(dict.fromkeys(filter(None, ids)))}
        yield {**fields, **({"division": stand[key]} if key in stand else {})}
