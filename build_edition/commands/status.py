"""`build-edition status`: how far each work is proofread, by section and page, and the record of a new state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.table import Table

from build_edition.commands.person import name_of
from build_edition.commands.screen import busy, screen, shown
from build_edition.commands.selection import ids_in
from build_edition.edition.project import Project
from build_edition.edition.status import STATES, State, Step
from build_edition.errors import GOOD, RecordError, UsageError
from build_edition.pipeline import choose, no_source, prepare
from build_edition.proofreading.history import faults
from build_edition.proofreading.parts import Parts
from build_edition.proofreading.recording import add_step
from build_edition.proofreading.sections import rows_of, states_of_pages
from build_edition.proofreading.standing import Standing, shares, standings
from build_edition.proofreading.units import Unit

ALL = 100  # per cent


def show(start: Path, works: list[str]) -> int:
    """Print the state of all works, or of one of them by section and page; returns the exit code."""
    project = Project.load(start)
    console = screen()
    records = choose(project, ids_in(works))
    table = _table("work", "source")
    for record in records:
        with busy(f"Reading {record.id} …"):
            item = prepare(project, record, allow_other=True)
        if item.work is None or item.status != "found":
            table.add_row(record.id, item.status, *["–"] * (len(STATES) + 1))
            continue
        parts = Parts(item.work)
        standing = standings(parts, project.statuses.get(record.id, ()))
        if works:
            _print_work(console, record.id, parts, standing)
        table.add_row(record.id, item.status, *_shares(standing))
    if not works or len(records) > 1:
        console.print(table)
        console.print("By section and page: build-edition status WORK. Where to go on: build-edition next.")
    return GOOD


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(column)
    for column in ("words", *STATES):
        table.add_column(column, justify="right")
    return table


def _shares(standing: Sequence[Standing]) -> Iterator[str]:
    """How many words there are, and how much of them is in each state."""
    words = shares(standing)
    total = sum(words.values())
    yield f"{total:,}"
    yield from (percent(number, total) for number in words.values())


def percent(number: int, total: int) -> str:
    """A share in words that neither hide a little nor claim all too early."""
    if not number:
        return "–"
    if number == total:
        return f"{ALL} %"
    return f"{min(max(round(ALL * number / total), 1), ALL - 1)} %"


def _print_work(console: Console, work_id: str, parts: Parts, standing: Sequence[Standing]) -> None:
    console.print(work_id, style="bold")
    table = _table("section", "title", "pages")
    for row in rows_of(parts, standing):
        title = row.title if len(row.title) <= 44 else f"{row.title[:43]}…"
        table.add_row(f"{'  ' * row.depth}{row.key}", title, row.pages, *_shares(row.standing))
    console.print(table)
    if runs := list(_pages(standing)):
        console.print("Printed pages", style="bold")
        for pages, state in runs:
            console.print(f"  {pages}  {state}", soft_wrap=True)
    console.print()


def _pages(standing: Sequence[Standing]) -> Iterator[tuple[str, str]]:
    """The printed pages in runs of one state."""
    for state, run in groupby(states_of_pages(standing), key=lambda page: page.said):
        numbers = [page.n for page in run]
        yield (numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"), state


def record(
    start: Path, work_id: str, unit: str, state: str, by: str | None, note: str | None, today: date | None = None
) -> int:
    """Add a step to the history of a work; returns the exit code."""
    project = Project.load(start)
    chosen = project.work(work_id)
    with busy(f"Reading {work_id} …"):
        item = prepare(project, chosen)
    if item.work is None:
        raise no_source(chosen)
    parts = Parts(item.work)
    about = unit_in(parts, unit)
    step = _step(about, _state(state), name_of(by, project.root), today or date.today(), note, parts)
    before = project.statuses.get(work_id, ())
    wrong = [one for one in faults((*before, step), project.contributors, parts) if one.number > len(before)]
    if wrong:
        raise RecordError(wrong[0].what, where=work_id, remedy=wrong[0].remedy)
    path = add_step(project.root, work_id, step, before)
    console = screen()
    console.print(f"{work_id}, {about}: {step.state}, by {step.by} on {step.on}.", soft_wrap=True)
    console.print(f"Added to {shown(path, start)}; now: git commit {shown(path, start)}", soft_wrap=True)
    return GOOD


def unit_in(parts: Parts, text: str) -> Unit:
    """What a person means by a unit of a work; raises `UsageError` where there is none."""
    unit = Unit("section", text) if text in parts.sections else Unit.parse(text)
    parts.extents(unit)
    return unit


def _state(text: str) -> State:
    for state in STATES:
        if text.lower().replace("-", " ").replace("_", " ") == state:
            return state
    known = ", ".join(state.replace(" ", "-") for state in STATES)
    raise UsageError(f"“{text}” is no state of proofreading", remedy=f"The states are: {known}.")


def _step(unit: Unit, state: State, by: str, on: date, note: str | None, parts: Parts) -> Step:
    named = {"whole": True} if unit.kind == "whole" else {unit.kind: unit.name}
    text = parts.digest(unit) if state in ("proofread", "validated") else None
    said = {"note": note.strip()} if note and note.strip() else {}
    return Step.model_validate({**named, "state": state, "by": by, "on": on, "text": text, **said})
