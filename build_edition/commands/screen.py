"""What commands print on: results on standard output, progress on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.console import Console

WIDE = 160  # columns where nobody looks, as in a log: a table is not cut there


def screen() -> Console:
    """Standard output; text is printed as it is, and not coloured by what it looks like."""
    console = Console(highlight=False, markup=False, emoji=False)
    return console if console.is_terminal else Console(highlight=False, markup=False, emoji=False, width=WIDE)


def is_somebody_there() -> bool:
    """Whether a person can answer."""
    return sys.stdin.isatty()


def warn(warnings: Iterable[str]) -> None:
    """Say on standard error what a person should know, and need not stop for."""
    for warning in warnings:
        typer.echo(f"build-edition: warning: {warning}", err=True)


@contextmanager
def busy(what: str) -> Iterator[None]:
    """Tell on standard error what is being done, where a person looks on."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(what):
        yield


def shown(path: Path, start: Path) -> str:
    """A path as short as it can be told from `start`."""
    try:
        return path.resolve().relative_to(start.resolve()).as_posix() or "."
    except ValueError:
        near = start.resolve().parent
        if path.resolve().is_relative_to(near):
            return "../" + path.resolve().relative_to(near).as_posix()
        return str(path)
