"""`build-edition explain`: what a finding of `check` means, and what to do about it."""

from __future__ import annotations

from textwrap import fill

from rich.console import Console
from rich.table import Table

from build_edition.checks.kind import Kind
from build_edition.checks.kinds import KINDS, SUBJECTS
from build_edition.commands.screen import screen
from build_edition.edition.loading.advice import nearest
from build_edition.errors import GOOD, UsageError

WIDTH = 88  # columns of running text


def run(code: str) -> int:
    """Explain a code, or list all; returns the exit code."""
    console = screen()
    if not code:
        _list(console)
        return GOOD
    if code not in KINDS:
        meant = nearest(code, list(KINDS))
        remedy = f"Did you mean {meant}?" if meant else "build-edition explain lists all codes."
        raise UsageError(f"no finding has the code “{code}”", remedy=remedy)
    console.print(explained(KINDS[code]), soft_wrap=True)
    return GOOD


def explained(kind: Kind) -> str:
    """What there is to say of a kind of finding, as plain text."""
    ignoring = (
        "Where it is no fault: an entry in edition/ignores.yml, with a reason."
        if kind.ignorable
        else "It cannot be ignored."
    )
    paragraphs = (kind.means, kind.matters, kind.do, ignoring)
    told = "\n\n".join(fill(paragraph, WIDTH, break_on_hyphens=False) for paragraph in paragraphs)
    example = f"{kind.severity} [{kind.code}] {kind.example}"
    return f"{kind.code} ({kind.severity})\n\n{told}\n\nFor example:\n\n  {example}"


def _list(console: Console) -> None:
    for subject, kinds in SUBJECTS.items():
        console.print(subject, style="bold")
        table = Table(box=None, pad_edge=False, show_header=False)
        for kind in kinds:
            table.add_row(f"  {kind.code}", kind.severity, kind.means)
        console.print(table)
        console.print()
    console.print("More about one of them: build-edition explain CODE")
