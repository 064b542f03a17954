"""`build-edition build`: from an edition folder to a site, with a report of what was done and how long it took."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter

import typer
from rich.table import Table

from build_edition import specimen
from build_edition.commands.screen import busy, screen, shown
from build_edition.commands.selection import ids_in, refuse_as_site, site_of
from build_edition.edition.project import Project
from build_edition.edition.records import web_address
from build_edition.errors import FINDINGS, GOOD, UsageError
from build_edition.pipeline import EditionWork, choose
from build_edition.publish.site import SiteResult, build_site
from build_edition.whole import prepare_edition

SOURCES = {"found": "", "other": " (another text than the record's)", "missing": "no source: its record only"}


@dataclass
class _Stages:
    """How long each stage took, in seconds, in order."""

    times: list[tuple[str, float]] = field(default_factory=list)
    running: str = ""
    since: float = 0.0

    def begin(self, stage: str) -> None:
        self.end()
        self.running, self.since = stage, perf_counter()

    def end(self) -> None:
        if self.running:
            self.times.append((self.running, perf_counter() - self.since))
        self.running = ""


def run(
    start: Path,
    works: list[str],
    output: Path | None,
    strict: bool,
    allow_other: bool,
    use_specimen: bool,
    address: str | None = None,
) -> int:
    """Build the edition around `start`, or the specimen, for its `address`; returns the exit code."""
    if use_specimen:
        return _build_specimen(start, output, strict, start, address)
    project = at_address(Project.load(start), address)
    site = site_of(project.root, output)
    refuse_as_site(site, project.root)
    prepared, code = _build(project, ids_in(works), site, strict, allow_other, start)
    if not works and all(item.status == "missing" for item in prepared):
        typer.echo("No source was found, so the specimen is built too.")
        code = max(code, _build_specimen(project.root, site / "specimen", strict, start))
    return code


def at_address(project: Project, address: str | None) -> Project:
    """The project as it is published at an address, in place of that of its record; raises `UsageError`."""
    if address is None:
        return project
    try:
        edition = project.edition.model_copy(update={"address": web_address(address)})
    except ValueError as error:
        raise UsageError(f"“{address}” {error}", remedy="Write it as https://example.org/edition/.") from error
    return replace(project, edition=edition)


def _build_specimen(root: Path, output: Path | None, strict: bool, start: Path, address: str | None = None) -> int:
    """Build the specimen from a copy below `root`, for what is installed is not written to."""
    site = output if output is not None else root / "site" / "specimen"
    copy = root / "build" / "specimen"
    refuse_as_site(site, copy)
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(specimen.ROOT, copy)
    return _build(at_address(Project.load(copy), address), [], site, strict, False, start)[1]


def _build(
    project: Project, ids: list[str], site: Path, strict: bool, allow_other: bool, start: Path
) -> tuple[tuple[EditionWork, ...], int]:
    """Prepare the works, build the site, and report; returns the works and the exit code."""
    stages = _Stages()
    with busy("Preparing the works …"):
        whole = prepare_edition(project, choose(project, ids), allow_other, stages.begin)
    prepared = whole.works
    with busy("Building the site …"):
        result = build_site(whole, site, strict, stages.begin)
    stages.end()
    warnings = [*(text for item in prepared for text in item.warnings), *result.warnings]
    _report(project, prepared, result, stages, start)
    for warning in warnings:
        typer.echo(f"build-edition: warning: {warning}", err=True)
    if strict and warnings:
        kept = " The site was left as it was." if result.warnings else ""
        typer.echo(f"build-edition: with --strict, a warning is a failure.{kept}", err=True)
        return prepared, FINDINGS
    return prepared, GOOD


def _report(
    project: Project, prepared: tuple[EditionWork, ...], result: SiteResult, stages: _Stages, start: Path
) -> None:
    """Print what was built, from which sources, how long it took, and how to look at it."""
    console = screen()
    console.print(project.edition.title, style="bold", soft_wrap=True)
    from_where = {
        item.record.id: (shown(item.path, start) if item.path else "") + SOURCES[item.status] for item in prepared
    }
    table = Table("stage", "source", box=None, pad_edge=False)
    table.add_column("seconds", justify="right")
    for stage, seconds in stages.times:
        table.add_row(stage, from_where.get(stage, ""), f"{seconds:.2f}")
    table.add_row("in all", "", f"{sum(seconds for _, seconds in stages.times):.2f}")
    console.print(table)
    index = shown(result.output / "index.html", start)
    console.print(f"{result.pages} pages. To look at them, open {index} in a browser, or run:", soft_wrap=True)
    console.print(f"  {_how_to_serve(project, result.output, start)}", soft_wrap=True)


def _how_to_serve(project: Project, site: Path, start: Path) -> str:
    """The command that shows the site, as someone in the folder `start` would type it."""
    if site.resolve() != site_of(project.root, None).resolve():
        return f"build-edition serve --site {shown(site, start)}"
    return "make serve" if (project.root / "Makefile").is_file() else "build-edition serve"
