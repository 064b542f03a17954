"""Whether a history of proofreading is one that may be: in the order of time, and validated by a second person.

A text is validated only from proofread, and by another person than the one who proofread it.  Where the source is
absent, only the names of parts can tell what covers what: then nothing is refused that might be right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from build_edition.edition.contributors import Contributors
from build_edition.edition.status import Step
from build_edition.proofreading.parts import Parts, UnknownUnitError
from build_edition.proofreading.units import Unit


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a step, by its number in the file; `code` is that of a finding."""

    code: str
    number: int
    what: str
    remedy: str


def faults(steps: Sequence[Step], people: Contributors, parts: Parts | None = None) -> Iterator[Fault]:
    """Everything that is wrong with a history; without `parts` only what no text is needed to see."""
    covers = _covers_by_name(steps) if parts is None else _covers(parts)
    last: dict[object, Step] = {}  # what was said last, by the parts of which it was said
    read: dict[object, Step] = {}  # and by whom they were proofread
    for number, step in enumerate(steps, start=1):
        unit = Unit.of(step)
        if number > 1 and step.on < steps[number - 2].on:
            what = f"is of {step.on}, and the record before it of {steps[number - 2].on}"
            yield Fault("status-order", number, what, "Put the records in the order of time.")
        try:
            covered = covers(unit)
        except UnknownUnitError as error:
            yield Fault("status-unit", number, error.what, error.remedy)
            continue
        if step.state == "validated":
            before = {id(one): one for key in covered if (one := last.get(key))}
            lacking = any(key not in last for key in covered)
            if parts is None and lacking:
                lacking = not any(one.state in ("proofread", "validated") for one in steps[: number - 1])
            readings = {id(one): one for key in covered if (one := read.get(key))}
            yield from _by_another(number, step, list(readings.values()), people)
            yield from _from_proofread(number, step, list(before.values()), lacking)
        last.update(dict.fromkeys(covered, step))
        if step.state == "proofread":
            read.update(dict.fromkeys(covered, step))


def _by_another(number: int, step: Step, readings: Sequence[Step], people: Contributors) -> Iterator[Fault]:
    """That a person validates, and none of those who proofread the same text."""
    unit = Unit.of(step)
    if people.of(step.by).kind == "process":
        what = f"{unit} is validated by “{step.by}”, which is no person"
        yield Fault("status-same-person", number, what, "Only a person validates.")
    for one in readings:
        if people.are_one(one.by, step.by):
            which = "it" if Unit.of(one) == unit else str(Unit.of(one))
            what = f"{unit} is validated by {step.by}, who proofread {which} on {one.on}"
            yield Fault("status-same-person", number, what, "Another person has to validate it.")
            return


def _from_proofread(number: int, step: Step, before: Sequence[Step], lacking: bool) -> Iterator[Fault]:
    """That what is validated was proofread just before, in the same form."""
    unit, others = Unit.of(step), {one.state for one in before} - {"proofread", "validated"}
    if lacking or others:
        states = ", in part ".join(sorted(others | ({"not proofread"} if lacking else set())))
        what = f"{unit} is validated, and was {states} before"
        yield Fault("status-jump", number, what, "It is first proofread, then validated by another person.")
        return
    for one in before:
        if Unit.of(one) != unit:
            continue
        if one.state == "proofread" and one.text != step.text:
            what = f"{unit} is validated in another form than {one.by} proofread on {one.on}"
            remedy = "Text that was changed is proofread again first, then validated by another person."
            yield Fault("status-jump", number, what, remedy)
        elif one.state == "validated" and one.text == step.text:
            what = f"{unit} is validated already, by {one.by} on {one.on}"
            yield Fault("status-jump", number, what, "Take one of the two records out.")


def _covers(parts: Parts) -> Callable[[Unit], frozenset[object]]:
    def covers(unit: Unit) -> frozenset[object]:
        return frozenset(parts.covered(unit))

    return covers


def _covers_by_name(steps: Sequence[Step]) -> Callable[[Unit], frozenset[object]]:
    """What units cover as far as their names tell: each covers itself and what is named as a part of it."""
    units = {Unit.of(step) for step in steps}

    def covers(unit: Unit) -> frozenset[object]:
        return frozenset(one for one in units if one == unit or _is_within(one, unit))

    return covers


def _is_within(one: Unit, other: Unit) -> bool:
    if other.kind == "whole":
        return True
    if one.kind == other.kind == "section":
        return one.name.startswith(f"{other.name}.")
    if one.kind in ("page", "pages") and other.kind == "pages":
        numbers = (*one.bounds, *other.bounds)
        if all(n.isdecimal() for n in numbers):
            first, last, low, high = map(int, numbers)
            return low <= first <= last <= high
    return False
