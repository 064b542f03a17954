"""Who did what for an edition, counted from its records: each says by whom it is.

In: a `Project`.  Out: a `Credit` for everybody who is named, in the order of names, never of numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from build_edition.edition.contributors import Contributor, same
from build_edition.edition.project import Project

Deed = Literal[
    "emendation", "conjecture", "doubt", "slip", "stet", "look", "structure", "proofreading", "validation",
    "problem", "cross-reference", "decision", "ignore",
]  # fmt: skip
# The words for one and for several, in the order in which they are told.
DEEDS: Mapping[Deed, tuple[str, str]] = {
    "emendation": ("emendation", "emendations"),
    "conjecture": ("conjecture", "conjectures"),
    "doubt": ("doubt marked", "doubts marked"),
    "slip": ("slip of an author’s marked", "slips of an author’s marked"),
    "stet": ("doubt dismissed", "doubts dismissed"),
    "look": ("suspicion looked into and dismissed", "suspicions looked into and dismissed"),
    "structure": ("decision about structure", "decisions about structure"),
    "proofreading": ("part proofread", "parts proofread"),
    "validation": ("part validated", "parts validated"),
    "problem": ("problem reported", "problems reported"),
    "cross-reference": ("reference placed", "references placed"),
    "decision": ("decision about a name", "decisions about names"),
    "ignore": ("finding of a check judged", "findings of a check judged"),
}
_OF_STATES: Mapping[str, Deed] = {"proofread": "proofreading", "validated": "validation", "problematic": "problem"}


@dataclass(slots=True)
class Credit:
    """What somebody did: by the id of a work, or an empty one for what belongs to none, how often what.

    `first` and `last` are the days of their records, of those that have one; `edits` whether the edition names
    them as its editor.
    """

    who: Contributor
    deeds: dict[str, Counter[Deed]] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    edits: bool = False

    def add(self, work: str, deed: Deed, on: date | None) -> None:
        self.deeds.setdefault(work, Counter())[deed] += 1
        if on is not None:
            self.first = min(self.first or on, on)
            self.last = max(self.last or on, on)


@dataclass(frozen=True, slots=True)
class Credits:
    """Everybody with a name, in order, and how many records bear none."""

    named: tuple[Credit, ...]
    unsigned: int = 0

    def of_work(self, work: str) -> Iterator[Credit]:
        """Those who did something for a work."""
        yield from (one for one in self.named if work in one.deeds)


def credits_of(project: Project) -> Credits:
    """Who did what for an edition."""
    found: dict[str, Credit] = {}
    people, unsigned = project.contributors, 0

    def credit(name: str) -> Credit:
        who = people.of(name)
        return found.setdefault(same(who.name), Credit(who))

    for name in project.edition.editors:
        credit(name).edits = True
    for one in people.listed:
        if one.kind != "process":
            credit(one.name)
    order = [record.id for record in project.works]
    in_order = sorted(_records(project), key=lambda one: order.index(one[0]) if one[0] else len(order))
    for work, deed, record in in_order:
        if record.by:
            credit(record.by).add(work, deed, getattr(record, "on", None))
        else:
            unsigned += 1
    named = sorted(found.values(), key=lambda one: (one.who.sort_key, one.who.name))
    return Credits(tuple(named), unsigned)


def _records(project: Project) -> Iterator[tuple[str, Deed, Any]]:
    """Every record that somebody made, with the work that it is about and what it is."""
    known = {record.id for record in project.works}
    for work in project.works:
        for emendation in project.emendations.get(work.id, ()):
            yield work.id, emendation.nature, emendation
        yield from ((work.id, "structure", record) for record in work.structure)
        yield from ((work.id, "look", record) for record in project.looks.get(work.id, ()))
        for step in project.statuses.get(work.id, ()):
            if step.state in _OF_STATES:
                yield work.id, _OF_STATES[step.state], step
    for reference in project.crossrefs:
        yield reference.work if reference.work in known else "", "cross-reference", reference
    for decision in project.decisions:
        yield decision.work if decision.work in known else "", "decision", decision
    for ignore in project.ignores:
        yield ignore.work if ignore.work in known else "", "ignore", ignore


def told(deeds: Mapping[Deed, int]) -> str:
    """What somebody did, in words: "12 emendations, 1 part proofread"."""
    return ", ".join(f"{deeds[deed]:,} {DEEDS[deed][deeds[deed] > 1]}" for deed in DEEDS if deeds.get(deed))
