"""A session: the works, their queue, and what an editor decides one after the other.

Each decision is in the files at once, so that an interrupt loses nothing.  Items keep their places, which are
those of the source; only what the edition reads there changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from build_edition.edition import review
from build_edition.edition.loading.loader import load, together
from build_edition.edition.project import EMENDATIONS, WORKS, Project
from build_edition.edition.records import WorkRecord
from build_edition.edition.review import REVIEW
from build_edition.edition.words import emending, submissions
from build_edition.errors import RecordError, UsageError
from build_edition.pipeline import EditionWork, prepare
from build_edition.review.choices import Choice, Plan
from build_edition.review.choosing import Chooser
from build_edition.review.filing import carry_out
from build_edition.review.item import Item
from build_edition.review.journal import Entry, Journal
from build_edition.review.queue import queue_of
from build_edition.review.shaping import applied


class Session:
    """The works of an edition before an editor, `by` whom things are decided `on` a day."""

    def __init__(self, project: Project, works: Iterable[EditionWork], by: str, on: date) -> None:
        self.project, self.by, self.on = project, by, on
        self.works = {item.record.id: item for item in works}
        self.journal = Journal(project.root)
        self.queue = queue_of(project, tuple(self.works.values()))
        self.structures = 0  # decided in this session, for their records tell no day

    @property
    def decided_today(self) -> int:
        """How many decisions the editor has made on this day."""
        records = [one.record for filed in self.project.filed.values() for one in filed]
        looks = [look for looks in self.project.looks.values() for look in looks]
        said = [(one.by, one.on) for one in records] + [(one.by, one.on) for one in looks]
        return said.count((self.by, self.on)) + self.structures

    def with_others(self) -> None:
        """Prepare the works that are not among those of the session, so that words can be found in all."""
        for record in self.project.works:
            if record.id not in self.works:
                item = prepare(self.project, record, allow_other=True)
                if item.status == "found":
                    self.works[record.id] = item

    def item(self, key: str) -> Item:
        """The item of the queue with this key; raises `UsageError`."""
        for item in self.queue.items:
            if item.key == key:
                return item
        raise UsageError(
            f"no item of the queue has the key {key[:80]!r}",
            remedy="It may be decided already. To see those that there are: build-edition review --list",
        )

    def plan(self, item: Item, choice: Choice) -> Plan:
        """What a choice comes to, proved; raises `RecordError`."""
        work = self.works[item.work]
        return Chooser(work, self.project.filed.get(item.work, ()), self.by, self.on).plan(item, choice)

    def decide(self, chosen: Sequence[tuple[Item, Choice]]) -> Entry:
        """Decide on items, as one decision; raises `RecordError` where one cannot be, and then none is."""
        entries: list[Entry] = []
        try:
            for item, choice in chosen:
                entries.append(self.carry_out(self.plan(item, choice)))
        except RecordError:
            for _ in entries:
                self.undo()
            raise
        return self.journal.join(len(entries)) if len(entries) > 1 else entries[0]

    def carry_out(self, plan: Plan) -> Entry:
        """Write what a plan says; raises `RecordError`, and then nothing is written."""
        changes = carry_out(self.project.root, [plan])
        entry = Entry((plan.item.key,), plan.told, changes)
        self.journal.add(entry)
        self._read(plan.item.work)
        if plan.structure:
            self.structures += 1
            item = self.works[plan.item.work]
            assert item.structured is not None
            self.works[plan.item.work] = replace(item, structured=applied(item.structured, plan.structure))
        self._apply(plan.item.work)
        return entry

    def undo(self) -> Entry | None:
        """Take the last decision back; None where there is none. Raises `RecordError` where it cannot be."""
        entry = self.journal.undo()
        if entry is None:
            return None
        for work_id in dict.fromkeys(key.partition(":")[0] for key in entry.keys):
            if work_id in self.works:
                self._read(work_id)
                if any(change.path.parts[:2] == WORKS.parts for change in entry.changes):
                    self.structures = max(self.structures - 1, 0)
                    self.works[work_id] = prepare(self.project, self.project.work(work_id))
                self._apply(work_id)
        return entry

    def _read(self, work_id: str) -> None:
        """Read the records of a work again."""
        root, problems = self.project.root, list[RecordError]()
        filed = submissions.read(root, EMENDATIONS, work_id, problems)
        if problems:
            raise together(problems)
        path = REVIEW / f"{work_id}.yml"
        looks = review.read(root / path, path.as_posix()) if (root / path).is_file() else ()
        path = WORKS / f"{work_id}.yml"
        record, _ = load(root / path, WorkRecord, path.as_posix())
        works = tuple(record if one.id == work_id else one for one in self.project.works)
        self.project = replace(
            self.project,
            works=works,
            filed={**self.project.filed, work_id: filed},
            looks={**self.project.looks, work_id: looks},
        )

    def _apply(self, work_id: str) -> None:
        """Apply the records of words of a work to it."""
        item = self.works[work_id]
        assert item.structured is not None
        emended = emending.apply(item.structured, self.project.filed.get(work_id, ()))
        self.works[work_id] = replace(item, transcript=emended.transcript, overrulings=emended.overrulings)
