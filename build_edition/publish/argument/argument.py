"""Which work of the edition speaks of which other, and of its author: what the map of the argument shows.

Three things are known.  A reference leads to a passage or a work, and the editors may have said what it does with
it; it leads to another work by the same author; or a passage names the author.  What an author says of other works
of their own is not counted as a reference to another's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from build_edition.apparatus.crossrefs import Reference
from build_edition.edition.bibliography import BibEntry
from build_edition.edition.entries.registers import Person, Title
from build_edition.whole import Whole

REFERS, ELSEWHERE, NAMES = "refers to", "cites other work by", "names"


@dataclass(frozen=True, slots=True)
class Bond:
    """One reference: from a passage of a work to another work, or to its author where `to` is empty.

    `does` says what it does: a relation that a record has, or one of the three above. `there` is what it leads to,
    as `work.Link` has it; `note` what the editors say.
    """

    work: str
    passage: str
    author: str
    to: str
    does: str
    there: tuple[str, str] = ("", "")
    note: str = ""
    cert: str = "high"


@dataclass(frozen=True)
class Argument:
    """The works of an edition in the order in which they were published, and all that binds one to another."""

    whole: Whole

    @cached_property
    def works(self) -> dict[str, BibEntry]:
        """The bibliographic entry of each work by its id, those with a year, in the order of time."""
        project = self.whole.project
        found = [(record, project.entry(record)) for record in project.works]
        dated = [(record, entry) for record, entry in found if entry.year.isdecimal()]
        return {record.id: entry for record, entry in sorted(dated, key=lambda one: (one[1].date, one[0].order))}

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """Who wrote them, by the name that a bibliography sorts by; a work without an author stands for itself."""
        return tuple(dict.fromkeys(self.author_of(work) for work in self.works))

    def author_of(self, work: str) -> str:
        return self.works[work].sort_name or self.works[work].title

    @cached_property
    def bonds(self) -> tuple[Bond, ...]:
        """Everything that leads from one work to another, in reading order, work after work."""
        found = [*self._referring(), *self._naming()]
        order = {work: k for k, work in enumerate(self.works)}
        return tuple(
            sorted(found, key=lambda bond: (order[bond.work], not bond.to, bond.author, bond.to, bond.does))
        )

    def _referring(self) -> Iterator[Bond]:
        by_key = {entry.key: work for work, entry in self.works.items()}
        for one in self.whole.references.references:
            to, author = self._goal(one, by_key)
            if one.work not in self.works or not author or to == one.work:
                continue
            if to or author != self.author_of(one.work):
                does = one.relation or (REFERS if to else ELSEWHERE)
                there = (one.kind, one.target)
                yield Bond(one.work, one.place, author, to, does, there, one.note, one.cert)

    def _goal(self, one: Reference, by_key: dict[str, str]) -> tuple[str, str]:
        """The work of the edition that a reference leads to, and its author; or the author alone."""
        if one.kind == "passage":
            work = one.target.partition("/")[0]
            return (work, self.author_of(work)) if work in self.works else ("", "")
        title = self.whole.entries.get(one.target) if one.kind == "title" else None
        key = title.bib or "" if isinstance(title, Title) else one.target if one.kind == "bib" else ""
        return self._written(key, by_key)

    def _written(self, key: str, by_key: dict[str, str]) -> tuple[str, str]:
        """The work of the edition that an entry of the bibliography is, and its author, if that is one of ours."""
        if key in by_key:
            return by_key[key], self.author_of(by_key[key])
        entry = self.whole.project.bibliography.get(key)
        return "", entry.sort_name if entry and entry.sort_name in self.authors else ""

    def _naming(self) -> Iterator[Bond]:
        """Where a work names the author of another, or a work by them."""
        by_key = {entry.key: work for work, entry in self.works.items()}
        for entry in self.whole.entries.values():
            to, author = "", ""
            if isinstance(entry, Person) and entry.name in self.authors:
                author = entry.name
            elif isinstance(entry, Title) and entry.bib:
                to, author = self._written(entry.bib, by_key)
            for one in self.whole.occurrences.get(entry.id, ()) if author else ():
                work = one.place.work
                if work in self.works and not one.within and work != to and author != self.author_of(work):
                    does = NAMES if entry.kind == "person" else REFERS if to else ELSEWHERE
                    yield Bond(work, one.place.ref, author, to, does, (entry.kind, entry.id))

    @cached_property
    def arcs(self) -> dict[tuple[str, str, str], tuple[Bond, ...]]:
        """The bonds by the work that they start from, the author and the work that they lead to."""
        found: dict[tuple[str, str, str], list[Bond]] = {}
        for bond in self.bonds:
            found.setdefault((bond.work, bond.author, bond.to), []).append(bond)
        return {key: tuple(those) for key, those in found.items()}


def arc_anchor(work: str, author: str, to: str) -> str:
    """The anchor of an arc in the list below the picture."""
    name = to or "-".join(part for part in "".join(c if c.isalnum() else " " for c in author).lower().split())
    return f"{work}-on-{name}"
