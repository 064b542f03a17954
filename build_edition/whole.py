"""The whole edition: all its works together, with what links them.

In: a `Project` and the records of the works wanted.  Out: a `Whole`, which the site and the checks start from.
Each work is prepared by itself (`pipeline`); then what leads from one place to another is written into the trees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from build_edition.apparatus.chronology import DatedEntry, TimelineEntry, dated_entries, link_days, timeline
from build_edition.apparatus.crossrefs import CrossReferences, cross_reference
from build_edition.apparatus.linking import WorkToRead
from build_edition.apparatus.mentions import Mentions, Occurrence, find_mentions
from build_edition.apparatus.passage_index import Passage, passages
from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.registers import Event
from build_edition.edition.loading.loader import together
from build_edition.edition.project import Project
from build_edition.edition.records import WorkRecord
from build_edition.errors import RecordError
from build_edition.pipeline import EditionWork, prepare
from build_edition.work import Work

Report = Callable[[str], None]


@dataclass(frozen=True)
class Whole:
    """An edition whose works have been read together.

    `works` are those asked for, in the order of the edition; the tree of each (`EditionWork.work`) has its
    links. `passages` lists, by the id of each work whose source is there, all that it says, and `mentions`
    where the works name what the glossary and the registers hold. `references` are the cross-references, by which
    a passage also knows what refers to it.
    """

    project: Project
    works: tuple[EditionWork, ...]
    passages: Mapping[str, tuple[Passage, ...]]
    mentions: Mentions = field(default_factory=Mentions)
    references: CrossReferences = field(default_factory=CrossReferences)

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Every entry of the glossary and the registers by its id."""
        return self.project.entries

    @property
    def occurrences(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """By the id of every entry where it is named, in reading order, work after work."""
        return self.mentions.occurrences

    @cached_property
    def dated_entries(self) -> tuple[DatedEntry, ...]:
        """What the works' own chronologies say, work after work."""
        found = ((item.record.id, item.work) for item in self.works if item.work)
        return tuple(entry for name, work in found for entry in dated_entries(name, work, self.passages[name]))

    @cached_property
    def timeline(self) -> tuple[TimelineEntry, ...]:
        """The events of the register and of the works' own chronologies in the order of time."""
        events = [entry for entry in self.entries.values() if isinstance(entry, Event)]
        alluding = {one.id: [found.place for found in self.references.to("event", one.id)] for one in events}
        return timeline(self.dated_entries, events, self.occurrences, alluding)

    @property
    def is_complete(self) -> bool:
        """Whether every work of the edition is among these, from the very source that its record names."""
        found = {item.record.id for item in self.works if item.status == "found"}
        return found == {record.id for record in self.project.works}


def prepare_edition(
    project: Project,
    records: Iterable[WorkRecord],
    allow_other: bool = False,
    report: Report = lambda _: None,
) -> Whole:
    """The works of `records`, prepared and linked; `report` is told the id of each before it is prepared.

    Raises `RecordError` with everything that is wrong in any of them.
    """
    works: list[EditionWork] = []
    refused: list[RecordError] = []
    for record in records:
        report(record.id)
        try:
            works.append(prepare(project, record, allow_other))
        except RecordError as error:
            refused.append(error)
    if refused:
        raise together(refused)
    whole = link(project, works)
    if whole.references.problems:
        raise together(whole.references.problems)
    return whole


def link(project: Project, works: Iterable[EditionWork]) -> Whole:
    """The whole of works that are prepared.

    Links are written into the trees in this order, since none stands inside another: cross-references first,
    then mentions of what the glossary and the registers name, then days. Records of cross-references that do not
    match are among what is found, for `check` to tell of.
    """
    prepared = tuple(works)
    references, trees = cross_reference(_to_read(prepared), project.crossrefs)
    referring = with_trees(prepared, trees)
    found, trees = find_mentions(_to_read(referring), project.entries, project.decisions)
    mentioning = with_trees(referring, trees)
    trees = {work_id: link_days(text) for work_id, text in _to_read(mentioning).items()}
    linked = with_trees(mentioning, trees)
    return Whole(project, linked, index(linked), found, references)


def index(works: Iterable[EditionWork]) -> Mapping[str, tuple[Passage, ...]]:
    """The passages of each work whose source is there."""
    return MappingProxyType({item.record.id: passages(item.work) for item in works if item.work})


def with_trees(works: Iterable[EditionWork], trees: Mapping[str, Work]) -> tuple[EditionWork, ...]:
    """The works, each with its tree of `trees`, where there is one by its id."""
    return tuple(replace(item, work=trees.get(item.record.id, item.work)) for item in works)


def _to_read(works: Iterable[EditionWork]) -> dict[str, WorkToRead]:
    return {
        item.record.id: WorkToRead(item.work, passages(item.work), item.status == "found")
        for item in works
        if item.work
    }
