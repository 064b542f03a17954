"""`build-edition next`: which part of the edition most needs somebody, and how to go on there."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from build_edition.apparatus.crossrefs.targets import page_name
from build_edition.commands.person import known_to_git
from build_edition.commands.screen import busy, screen
from build_edition.commands.selection import ids_in
from build_edition.edition.project import Project
from build_edition.errors import GOOD
from build_edition.pipeline import choose, prepare
from build_edition.proofreading.choosing import Task, next_task
from build_edition.proofreading.parts import Parts

_SITE = "http://127.0.0.1:8000/"  # where `serve` shows the site


def run(start: Path, works: list[str], by: str | None) -> int:
    """Name the part that most needs a person, and what to type; returns the exit code."""
    project = Project.load(start)
    name = by or known_to_git(project.root)
    found: dict[str, Parts] = {}
    for record in choose(project, ids_in(works)):
        with busy(f"Reading {record.id} …"):
            item = prepare(project, record, allow_other=True)
        if item.work is not None and item.status == "found":
            found[record.id] = Parts(item.work)
    here = [(work_id, parts, project.statuses.get(work_id, ())) for work_id, parts in found.items()]
    task = next_task(here, project.contributors, name)
    console = screen()
    if task is None:
        _print_nothing(console, bool(found), name)
    else:
        _print(console, task, found[task.work], name)
    return GOOD


def _print_nothing(console: Console, is_any_here: bool, name: str) -> None:
    if not is_any_here:
        console.print("The source of none of these works is here: build-edition works tells which are.")
    elif name:
        console.print(f"Nothing is left for {name}: what is not validated waits for another person.")
    else:
        console.print("Nothing is left to do: every work is validated.")


def _print(console: Console, task: Task, parts: Parts, name: str) -> None:
    source = parts.work.transcript.source
    first, last = source.line_number(task.stretches[0].start), source.line_number(task.stretches[-1].end - 1)
    why = {
        "problematic": "has a problem",
        "to validate": "is proofread, and waits for a second person",
        "to proofread": "is not proofread",
    }[task.need]
    console.print(f"{str(task.unit).capitalize()} of {task.work} {why}.", style="bold", soft_wrap=True)
    if task.last is not None:
        note = f": {' '.join(task.last.note.split())}" if task.last.note else "."
        console.print(f"  Last seen by {task.last.by} on {task.last.on}{note}", soft_wrap=True)
    suspect = f"{task.suspects} suspect" if task.suspects else "none of them suspect"
    console.print(f"  {task.words:,} words, {suspect}; lines {first:,} to {last:,} of the source.", soft_wrap=True)
    division, section = task.stretches[0].division, task.stretches[0].section
    anchor = (
        page_name(task.unit.name) if task.unit.kind == "page" else section if section in parts.sections else ""
    )
    page = f"works/{task.work}/{f'{division}/' if division else ''}" + (f"#{anchor}" if anchor else "")
    console.print("To go on:")
    console.print(f"  build-edition serve                 then read {_SITE}{page}", soft_wrap=True)
    console.print(f"  build-edition review {task.work}", soft_wrap=True)
    who = f' --by "{name}"' if name else ' --by "Your Name"'
    unit = task.unit.typed if " " not in task.unit.typed else f'"{task.unit.typed}"'
    console.print(f"  build-edition status set {task.work} {unit} {task.aim}{who}", soft_wrap=True)
