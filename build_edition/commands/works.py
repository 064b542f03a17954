"""`build-edition works`: the works of an edition, and whether their sources are there."""

from __future__ import annotations

from pathlib import Path

import typer
from rich.table import Table

from build_edition.commands.screen import screen, shown
from build_edition.edition import project as projects
from build_edition.edition import sources
from build_edition.edition.project import Project
from build_edition.errors import FINDINGS, GOOD

HASHES = {"found": "yes", "other": "NO", "missing": "–"}


def run(start: Path) -> int:
    """Print the table of works; returns the exit code: 1 where a record is invalid or a hash is another."""
    project, problems = projects.read(start)
    others = _print_works(project, start) if project else 0
    for problem in problems:
        typer.echo(f"build-edition: {problem}", err=True)
    return FINDINGS if problems or others else GOOD


def _print_works(project: Project, start: Path) -> int:
    """Print the works whose records are valid; returns how many have a file of another hash."""
    console = screen()
    table = Table("work", "record", box=None, pad_edge=False)
    table.add_column("source", overflow="fold")
    table.add_column("right hash")
    others = 0
    for record in project.works:
        found = sources.find(record.source, project.source_folders)
        others += found.status == "other"
        path = shown(found.path, start) if found.path else f"missing: {record.source.file}"
        table.add_row(record.id, "complete", path, HASHES[found.status])
    for work_id in project.invalid:
        table.add_row(work_id, "INVALID", "–", "–")
    console.print(table)
    folders = ", ".join(shown(folder, start) for folder in project.source_folders)
    console.print(f"Sources are looked for in: {folders}", soft_wrap=True)
    return others
