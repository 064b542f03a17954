"""What `build` and `export` share: files made while a person looks on, and a table of what became of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from build_edition import specimen
from build_edition.commands.screen import screen, shown
from build_edition.downloads.freshness import Made
from build_edition.downloads.making import Outcome, make
from build_edition.downloads.planning import Wanted
from build_edition.edition.project import PAGES

if TYPE_CHECKING:
    from build_edition.whole import Whole

BUILD = "build"
AS_BEFORE = "as before"

COPY_OF_SPECIMEN = Path("build", "specimen")  # below the folder that the command is run in


def made_in_sight(whole: Whole, wanted: Sequence[Wanted], made: Made, edition: str) -> list[Outcome]:
    """The outcomes of making files of an edition of this digest, with a bar where a person looks on."""
    outcomes = make(whole, wanted, made, edition)
    console = Console(stderr=True)
    if not console.is_terminal:
        return list(outcomes)
    found = []
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Making files …", total=len(wanted))
        for outcome in outcomes:
            bar.update(task, advance=1, description=outcome.wanted.name)
            found.append(outcome)
    return found


def report(outcomes: Iterable[tuple[str, Path, float | None]], start: Path) -> None:
    """Print files with their sizes, and how long each took; None is one that stood as it was."""
    table = Table("file", box=None, pad_edge=False)
    table.add_column("size", justify="right")
    table.add_column("seconds", justify="right")
    for name, path, seconds in outcomes:
        took = AS_BEFORE if seconds is None else f"{seconds:.2f}"
        table.add_row(shown(path, start) or name, f"{path.stat().st_size:,}", took)
    screen().print(table)


def say_failures(outcomes: Iterable[Outcome]) -> int:
    """Tell on standard error what could not be made; gives back how many that is."""
    failed = [one for one in outcomes if one.error]
    for one in failed:
        typer.echo(f"build-edition: {one.wanted.name} was not made: {one.error}", err=True)
    return len(failed)


def copy_of_specimen(root: Path) -> Path:
    """A copy of the specimen below `root`, for what is installed is not written to.

    What was made in an earlier copy stays in it: whether it is still good is known by what it was made from. So do
    the pages for editing, in which somebody may be writing.
    """
    copy = root / COPY_OF_SPECIMEN
    kept = (copy / BUILD, copy / PAGES)
    for old in [*copy.glob("*"), *(copy / PAGES.parent).glob("*")]:
        if old.exists() and not any(one.is_relative_to(old) for one in kept):
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(specimen.ROOT, copy, dirs_exist_ok=True)
    return copy
