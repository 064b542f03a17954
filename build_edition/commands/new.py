"""`build-edition new`: an edition begun."""

from __future__ import annotations

from pathlib import Path

import typer

from build_edition.commands import add
from build_edition.commands.person import known_to_git
from build_edition.commands.screen import is_somebody_there, screen, shown
from build_edition.errors import GOOD, UsageError
from build_edition.starting import adding
from build_edition.starting.folder import Beginning, begin


def run(
    folder: Path, files: list[Path], title: str | None, editors: list[str], licence: str, language: str, yes: bool
) -> int:
    """Begin an edition in `folder`, and put `files` into it; returns the exit code."""
    for file in files:  # before anything is written
        adding.read(file)
    can_ask = is_somebody_there() and not yes
    name = title or folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()
    if title is None and can_ask:
        name = typer.prompt("Title of the edition", default=name)
    who = tuple(editors) or ((known,) if (known := known_to_git(folder.parent)) else ())
    if not who:
        if not can_ask:
            raise UsageError("nobody is named as editor", remedy="Say who edits it: --editor “Ann Reader”")
        who = (typer.prompt("Who edits it"),)
    start = Path.cwd()
    written = begin(folder, Beginning(name, who, licence, language))
    console = screen()
    console.print(f"{name}, an edition in {shown(folder, start)}:", soft_wrap=True)
    for path in written:
        console.print(f"  {shown(folder / path, start)}", soft_wrap=True)
    project = adding.edition_around(folder)
    for file in files:
        console.print()
        project = add.put(project, file, add.Said(), yes, start)
    if not files:
        console.print(f"Next: cd {shown(folder, start)}, then build-edition add FILE", soft_wrap=True)
    return GOOD
