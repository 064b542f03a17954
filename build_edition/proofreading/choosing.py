"""Which part of an edition most needs somebody: a problem, then a second reader, then what looks worst.

In: the parts of works with their standings.  Out: one part, and why it.  A person is not sent to what they have
judged already: a problem is for another pair of eyes, and nobody validates what they proofread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from build_edition.edition.contributors import Contributors
from build_edition.edition.status import State, Step
from build_edition.proofreading.parts import Parts, Stretch
from build_edition.proofreading.standing import Standing, least, standings
from build_edition.proofreading.units import Unit

Need = Literal["problematic", "to validate", "to proofread"]
NEEDS: tuple[Need, ...] = ("problematic", "to validate", "to proofread")
SUSPECT = "suspect"


@dataclass(frozen=True, slots=True)
class Task:
    """A part of a work that needs somebody; `last` is the step that left it so, where there is one."""

    work: str
    unit: Unit
    need: Need
    stretches: tuple[Stretch, ...]
    suspects: int
    last: Step | None = None

    @property
    def aim(self) -> State:
        """The state in which it is to be left."""
        return "validated" if self.need == "to validate" else "proofread"

    @property
    def words(self) -> int:
        return sum(stretch.words for stretch in self.stretches)


def next_task(
    works: Iterable[tuple[str, Parts, Sequence[Step]]], people: Contributors, by: str | None = None
) -> Task | None:
    """The part that most needs `by`, or anybody; None where nothing is left to do for them."""
    tasks = [task for work_id, parts, steps in works for task in tasks_of(work_id, parts, steps, people, by)]
    return min(tasks, key=lambda task: (NEEDS.index(task.need), -task.suspects), default=None)


def tasks_of(
    work_id: str, parts: Parts, steps: Sequence[Step], people: Contributors, by: str | None
) -> Iterator[Task]:
    """What there is to do in a work, in the order of its text."""
    standing = standings(parts, steps)
    suspects = _suspects(parts)
    mine = [parts.covered(Unit.of(step)) for step in steps if by and people.are_one(step.by, by)]
    for unit, numbers in units_of(parts):
        here = [standing[k] for k in numbers]
        need = _need(here)
        if need is None or (need != "to proofread" and any(covered & set(numbers) for covered in mine)):
            continue
        last = max((one.said for one in here if one.said), key=lambda said: said.number, default=None)
        yield Task(
            work_id,
            unit,
            need,
            tuple(one.stretch for one in here),
            sum(suspects[k] for k in numbers),
            last.step if last else None,
        )


def units_of(parts: Parts) -> Iterator[tuple[Unit, tuple[int, ...]]]:
    """The parts in which a work is read: its printed pages, else its sections, else the whole; with stretches."""
    groups: dict[Unit, list[int]] = {}
    for k, stretch in enumerate(parts.stretches):
        if parts.pages:
            unit = Unit("page", stretch.page) if stretch.page else Unit("section", stretch.section)
        else:
            unit = Unit("section", stretch.section)
        groups.setdefault(unit if unit.name else Unit("whole"), []).append(k)
    yield from ((unit, tuple(numbers)) for unit, numbers in groups.items())


def _need(here: Sequence[Standing]) -> Need | None:
    """What a part needs; None where it is validated or has no words."""
    needs: dict[State, Need] = {"problematic": "problematic", "proofread": "to validate"}
    if not any(one.stretch.words for one in here) or least(here) == "validated":
        return None
    return needs.get(least(here), "to proofread")


def _suspects(parts: Parts) -> Sequence[int]:
    """How many words are suspect in each stretch."""
    offsets = sorted(mark.start for mark in parts.work.transcript.marks if mark.kind == SUSPECT)
    counts, k = [], 0
    for stretch in parts.stretches:
        first = k
        while k < len(offsets) and offsets[k] < stretch.end:
            k += 1
        counts.append(k - first)
    return counts
