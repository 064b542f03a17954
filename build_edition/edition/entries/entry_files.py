"""The glossary, the registers and the decisions, read together and held against each other.

What one file says of another (an id, a bib key, a form) must be there; every error names file, line and field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import GenericAlias
from typing import Any, TypeVar

from build_edition.edition.entries.decisions import Decision
from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.forms import plain_form, written_as
from build_edition.edition.entries.glossary import Term
from build_edition.edition.entries.registers import REGISTERS, Event, RegisterEntry, Title
from build_edition.edition.loading.advice import Place, nearest
from build_edition.edition.loading.loader import load
from build_edition.edition.loading.plain_yaml import Document
from build_edition.errors import RecordError

GLOSSARY = Path("edition", "glossary.yml")
REGISTER_FOLDER = Path("edition", "registers")
DECISIONS = REGISTER_FOLDER / "decisions.yml"
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class EntryFiles:
    """The glossary, the registers by the name of their file, and the decisions; each in the files' order."""

    glossary: tuple[Term, ...] = ()
    registers: Mapping[str, tuple[RegisterEntry, ...]] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Every entry of the glossary and of the registers by its id."""
        registered = (entry for entries in self.registers.values() for entry in entries)
        return {entry.id: entry for entry in (*self.glossary, *registered)}


def file_of(entry: Entry) -> Path:
    """The file that holds an entry."""
    return next(
        (REGISTER_FOLDER / f"{name}.yml" for name, model in REGISTERS.items() if model.kind == entry.kind),
        GLOSSARY,
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """An entry, and where its record stands."""

    entry: Entry
    document: Document
    number: int

    def refuse(self, place: Place, what: str, remedy: str) -> RecordError:
        return RecordError(
            f"record {self.number + 1} (`{self.entry.id}`), {what}",
            where=self.document.where((self.number, *place)),
            remedy=remedy,
        )


def read(
    root: Path, bibliography: Collection[str], works: Sequence[str], problems: list[RecordError]
) -> EntryFiles:
    """What the files below `root` say; what is wrong with them is added to `problems`.

    `bibliography` are its keys, `works` the ids of all works.
    """
    before = len(problems)
    everything: list[_Read] = []
    glossary = _entries(root, GLOSSARY, Term, everything, problems)
    registers = {
        name: found
        for name, model in REGISTERS.items()
        if (found := _entries(root, REGISTER_FOLDER / f"{name}.yml", model, everything, problems))
    }
    decisions = _decisions(root, problems)
    if len(problems) == before:  # a file that could not be read would make all that refers to it wrong
        problems += _repeated_ids(everything)
        problems += _leading_nowhere(everything, bibliography, works)
        problems += _undecidable(decisions, everything, works)
    return EntryFiles(glossary, registers, tuple(decision for decision, _ in decisions))


def _entries(
    root: Path, path: Path, model: type[E], everything: list[_Read], problems: list[RecordError]
) -> tuple[E, ...]:
    """The entries of one file, which are added to `everything` too; none where there is no file."""
    if not (root / path).is_file():
        return ()
    several: Any = GenericAlias(tuple, (model, ...))
    found: tuple[E, ...]
    try:
        found, document = load(root / path, several, path.as_posix())
    except RecordError as error:
        problems.append(error)
        return ()
    everything += (_Read(entry, document, number) for number, entry in enumerate(found))
    return found


def _decisions(root: Path, problems: list[RecordError]) -> list[tuple[Decision, str]]:
    """The decisions, each with its place."""
    if not (root / DECISIONS).is_file():
        return []
    try:
        found, document = load(root / DECISIONS, tuple[Decision, ...], DECISIONS.as_posix())
    except RecordError as error:
        problems.append(error)
        return []
    return [(decision, document.where((number,))) for number, decision in enumerate(found)]


def _repeated_ids(everything: Iterable[_Read]) -> Iterator[RecordError]:
    first: dict[str, _Read] = {}
    for one in everything:
        twin = first.setdefault(one.entry.id, one)
        if twin is not one:
            where = twin.document.where((twin.number, "id"))
            yield one.refuse(
                ("id",), f"`id`: another entry has this id ({where})", "Ids are unique over all files."
            )


def _leading_nowhere(
    everything: Sequence[_Read], bibliography: Collection[str], works: Sequence[str]
) -> Iterator[RecordError]:
    """An error for each id, key or work that an entry names and that is not there."""
    ids = {one.entry.id for one in everything}
    people = {one.entry.id for one in everything if one.entry.kind == "person"}
    for one in everything:
        entry = one.entry
        named: list[tuple[Place, str, Collection[str], str]] = [
            (("see_also", k), other, ids, "no entry has this id") for k, other in enumerate(entry.see_also)
        ]
        named += [
            (("sources", k, "bib"), citation.bib, bibliography, "the bibliography has no such entry")
            for k, citation in enumerate(entry.sources)
        ]
        if isinstance(entry, Term):
            named += [
                (("own_entries", k), own.partition("/")[0], works, "no work has this id")
                for k, own in enumerate(entry.own_entries)
            ]
        if isinstance(entry, Event):
            named += [
                (("chronology", k), ref.partition("/")[0], works, "no work has this id")
                for k, ref in enumerate(entry.chronology)
            ]
        if isinstance(entry, Title):
            if entry.bib:
                named.append((("bib",), entry.bib, bibliography, "the bibliography has no such entry"))
            if entry.author:
                named.append((("author",), entry.author, people, "nobody in people.yml has this id"))
        for place, name, known, what in named:
            if name not in known:
                yield one.refuse(place, f"`{place[0]}` names “{name}”: {what}", _meant(name, known))
            elif place[0] == "see_also" and name == entry.id:
                yield one.refuse(place, "`see_also` names the entry itself", "Take it out.")


def _undecidable(
    decisions: Iterable[tuple[Decision, str]], everything: Sequence[_Read], works: Sequence[str]
) -> Iterator[RecordError]:
    """An error for each decision about what is not there, or is decided already."""
    owners: dict[str, set[str]] = defaultdict(set)
    for one in everything:
        for form in one.entry.forms:
            for written in written_as(form, one.entry.is_exact):
                owners[written].add(one.entry.id)
    ids = {one.entry.id for one in everything}
    taken: dict[tuple[str, str, int, int], str] = {}
    for decision, where in decisions:
        form = plain_form(decision.form)
        if form not in owners:
            yield RecordError(
                f"`form`: no entry has the form “{decision.form}”", where=where, remedy=_meant(form, owners)
            )
        elif decision.owner and decision.owner not in ids:
            yield RecordError(
                f"`is` names “{decision.owner}”: no entry has this id",
                where=where,
                remedy=_meant(decision.owner, ids),
            )
        elif decision.owner and decision.owner not in owners[form]:
            others = ", ".join(sorted(owners[form]))
            yield RecordError(
                f"`is` names “{decision.owner}”, whose forms do not have “{decision.form}”",
                where=where,
                remedy=f"Add it to the forms of that entry. Those that have it: {others}.",
            )
        if decision.work and decision.work not in works:
            yield RecordError(
                f"`work` names “{decision.work}”: no work has this id",
                where=where,
                remedy=_meant(decision.work, works),
            )
        if (first := taken.setdefault(decision.scope, where)) != where:
            yield RecordError(
                f"decides what is decided already ({first})", where=where, remedy="Keep one of the two."
            )


def _meant(name: str, known: Collection[str]) -> str:
    best = nearest(name, sorted(known))
    return f"Did you mean “{best}”?" if best else "Add it there, or take it out here."
