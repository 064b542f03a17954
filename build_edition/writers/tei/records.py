"""Who changed what, and why: what the records of the editors say of the changes in one text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from build_edition.apparatus.emendation_list import Entry, Kind, emendation_list
from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.transcript import Intervention
from build_edition.writers.page.kinds import record_number
from build_edition.writers.tei.elements import NO_NAME, below, made, passage_id, section_id
from build_edition.writers.tei.told import name_of

RULES = "resp.rules"  # whose work a change by rule is
_SAID: dict[Kind, str] = {
    "emendation": "corrected",
    "conjecture": "conjectured",
    "doubt": "doubted",
    "slip": "found to be the author’s slip",
    "stet": "looked at and let stand",
    "supplied call": "placed the note call",
}
_MOTIVES: dict[Kind, str] = {"doubt": "questioning", "conjecture": "questioning", "stet": "moderating"}


@dataclass
class Records:
    """The records about the words of one work; `places` are the elements that show each, as they are written.

    `changing` are the numbers of those that changed something themselves.
    """

    entries: tuple[Entry, ...] = ()
    changing: frozenset[int] = frozenset()
    places: dict[Entry, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        calls = "supplied call"
        self.by_number = {entry.number: entry for entry in self.entries if entry.kind != calls}
        readings = ("emendation", "conjecture")
        self.agreeing = [e for e in self.entries if e.kind in readings and e.number not in self.changing]

    def of(self, this: Intervention) -> Entry | None:
        """The record by which something was changed, or that agrees with the rule which did so."""
        number = record_number(this.rule)
        if number is not None:
            return self.by_number.get(number)
        return next((e for e in self.agreeing if e.start <= this.start and this.end <= e.end), None)

    def about(self, kind: Kind, start: int, end: int) -> Entry | None:
        """The record of a kind about a span of the source, or beside it; of several the first not shown yet."""
        beside = [e for e in self.entries if e.kind == kind and e.start <= end and start <= e.end]
        found = [e for e in beside if e.start < end and start < e.end] or beside
        return next((e for e in found if e not in self.places), found[0] if found else None)

    def call(self, at: int) -> Entry | None:
        """The record that placed a note call at an offset of the source."""
        return next((e for e in self.entries if e.kind == "supplied call" and e.end == at), None)

    def said(self, made: Iterable[Intervention]) -> dict[str, str]:
        """Whose changes these are, how certain, and why, as attributes."""
        changes = tuple(made)
        entries = [entry for this in changes if (entry := self.of(this))]
        who = [RULES for this in changes if record_number(this.rule) is None]
        why = [f"rule.{name_of(this.rule)}" for this in changes if record_number(this.rule) is None]
        who += [resp_id(entry.by) for entry in entries]
        why += [f"cause.{entry.cause}" for entry in entries if entry.cause]
        cert = "low" if any(this.cert == "low" for this in changes) else ""
        return {"resp": pointers(who), "cert": cert, "ana": pointers(why)}

    def of_entry(self, entry: Entry | None) -> dict[str, str]:
        """Whose decision a record is, how certain, and why; of none, that it is a rule's."""
        if entry is None:
            return {"resp": pointers([RULES])}
        why = [f"cause.{entry.cause}"] if entry.cause else []
        return {"resp": pointers([resp_id(entry.by)]), "ana": pointers(why)}

    def shown(self, entries: Iterable[Entry | None]) -> str:
        """A name for an element that shows records; empty where it shows none."""
        found = [entry for entry in entries if entry]
        if not found:
            return ""
        count = len(self.places[found[0]]) + 1
        name = f"{record_id(found[0])}.{count}"
        for entry in found:
            self.places[entry].append(name)
        return name

    def people(self) -> list[str]:
        """Everybody who made one of them, once each."""
        return list(dict.fromkeys(entry.by for entry in self.entries if entry.by))

    def annotations(self, standing: Iterable[str]) -> Element | None:
        """All records as annotations of the places that show them; None where there is no record."""
        names = frozenset(standing)
        found = [one for entry in self.entries if (one := self._annotation(entry, names)) is not None]
        return made("listAnnotation", {"type": "emendations"}, *found) if found else None

    def _annotation(self, entry: Entry, names: frozenset[str]) -> Element | None:
        whole = [name for name in (passage_id(entry.passage), section_id(entry.passage)) if name in names]
        target = pointers(self.places.get(entry) or whole) or "#text"
        element = made(
            "annotation",
            {
                "xml:id": record_id(entry), "target": target, "motivation": _MOTIVES.get(entry.kind, "editing"),
                "ana": pointers([f"cause.{entry.cause}"] if entry.cause else []),
                "cert": "low" if entry.cert == "low" else "",
            },
        )  # fmt: skip
        who = below(element, "respStmt")
        below(who, "resp", None, _SAID[entry.kind])
        below(who, "name", {"ref": pointers([resp_id(entry.by)])}, entry.by)
        for said in _told(entry):
            element.append(said)
        return element


def _told(entry: Entry) -> Iterator[Element]:
    """What a record says: its place in the source, the words there, and what they should be."""
    page = f", page {entry.page} of the print" if entry.page else ""
    yield made("note", {"type": "place"}, f"line {entry.line} of the source{page}")
    yield made("note", {"type": "stands"}, entry.stands)
    if entry.reading:
        yield made("note", {"type": "reading"}, entry.reading)
    if entry.note:
        yield made("note", {"type": "why"}, entry.note)


def records_of(project: Project, item: EditionWork) -> Records:
    """The records about a work; they are of no text but the one that the edition describes."""
    if item.work is None or item.status != "found":
        return Records()
    emendations = project.emendations.get(item.record.id, ())
    numbers = (record_number(this.rule) for this in item.work.transcript.interventions)
    people = project.contributors
    entries = tuple(
        replace(entry, by=people.of(entry.by).name) if entry.by else entry
        for entry in emendation_list(item.work, emendations, item.record.structure)
    )
    return Records(entries, frozenset(number for number in numbers if number is not None))


def resp_id(name: str) -> str:
    """The `xml:id` of somebody who changed something."""
    plain = re.sub(r"[\s_]+", "-", NO_NAME.sub("_", name.strip().casefold()))
    return f"resp.by-{plain}"


def record_id(entry: Entry) -> str:
    """The `xml:id` of a record."""
    return f"{'call-placed' if entry.kind == 'supplied call' else 'record'}.{entry.number}"


def pointers(names: Iterable[str]) -> str:
    """Names as pointers within the document, each once."""
    return " ".join(f"#{name}" for name in dict.fromkeys(names) if name)
