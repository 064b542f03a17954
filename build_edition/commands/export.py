"""`build-edition export`: what a reader takes away, made from a built site."""

from __future__ import annotations

import re
from pathlib import Path

import typer

from build_edition import specimen
from build_edition.commands.output import refuse_output
from build_edition.commands.screen import busy, shown
from build_edition.commands.selection import SITE, site_of
from build_edition.edition.project import Project
from build_edition.errors import GOOD, UsageError
from build_edition.publish.offline.copy import write_zip

WRITERS = {"offline": write_zip}


def run(start: Path, form: str, output: Path | None, site: Path | None, use_specimen: bool) -> int:
    """Write what is to be taken away in the given form; returns the exit code."""
    project = Project.load(specimen.ROOT if use_specimen else start)
    folder = site or (start / SITE / "specimen" if use_specimen else site_of(project.root, None))
    name = f"{_in_file(project.edition.title)}-{_in_file(project.edition.version)}-{form}"
    target = output or (start if use_specimen else project.root) / "build" / f"{name}.zip"
    if output is not None:
        refuse_output("--output", target)
    if target.resolve().is_relative_to(folder.resolve()):
        raise UsageError(f"--output {target} is in the site itself", remedy="Name a file elsewhere.")
    if not (folder / "index.html").is_file():
        if site is not None:
            raise UsageError(f"there is no site in {folder}", remedy="Build it first: build-edition build")
        from build_edition.commands import build

        if (code := build.run(start, [], folder, False, False, use_specimen)) != GOOD:
            return code
    try:
        with busy("Packing the site …"):
            target.parent.mkdir(exist_ok=True)
            WRITERS[form](folder, target, name)
    except OSError as error:
        raise UsageError(f"--output {shown(target, start)} cannot be written: {error.strerror}") from None
    size = target.stat().st_size / 1e6
    typer.echo(f"{shown(target, start)}: {size:.1f} MB. Unpack it and open {name}/index.html.")
    return GOOD


def _in_file(text: str) -> str:
    """Words as part of a file's name."""
    return re.sub(r"[^\w.]+", "-", text).strip("-.").casefold() or "edition"
