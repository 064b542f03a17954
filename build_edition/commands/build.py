"""`build-edition build`: from an edition folder to a site, with a report of what was done and how long it took."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter

import typer
from rich.table import Table

from build_edition.capture.keeping import write_pages
from build_edition.commands.reviewing.page import write_review
from build_edition.commands.screen import busy, screen, shown, warn
from build_edition.commands.selection import ids_in, refuse_as_site, site_of
from build_edition.commands.taking import copy_of_specimen, made_in_sight
from build_edition.downloads.shelf import Shelf
from build_edition.edition.project import Project
from build_edition.edition.records import web_address
from build_edition.errors import FINDINGS, GOOD, UsageError
from build_edition.pipeline import EditionWork, choose
from build_edition.publish.site import SiteResult, build_site
from build_edition.whole import Whole, prepare_edition

SOURCES = {"found": "", "other": " (another text than the record's)", "missing": "no source: its record only"}


FEW = 3  # files that are named where many are meant


@dataclass(frozen=True, slots=True)
class Options:
    """How a site is built: of the works with these `ids`, or of all; with all `downloads` made first, or not.

    `zip_next` says that the zip of the site is made as soon as the site stands; `review`, that the queue of what
    should be looked at is a page of it, which is for this machine only.
    """

    ids: tuple[str, ...] = ()
    strict: bool = False
    allow_other: bool = False
    downloads: bool = False
    address: str | None = None
    zip_next: bool = False
    review: bool = False


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
    downloads: bool = False,
    review: bool = False,
) -> int:
    """Build the edition around `start`, or the specimen, for its `address`; returns the exit code."""
    options = Options(tuple(ids_in(works)), strict, allow_other, downloads, address, review=review)
    if downloads and review:
        raise UsageError(
            "--downloads does not go with --review: the queue of the review is for this machine only",
            remedy="Leave out one of them.",
        )
    if downloads and (options.ids or allow_other):
        refused = "--works" if options.ids else "--allow-other-source"
        raise UsageError(
            f"--downloads does not go with {refused}: what is taken away is of all texts, and of no others",
            remedy="Leave out one of them.",
        )
    if use_specimen:
        return _build_specimen(start, output, replace(options, ids=(), allow_other=False), start)
    project = at_address(Project.load(start), address)
    site = site_of(project.root, output)
    refuse_as_site(site, project.root)
    prepared, code = build_project(project, site, options, start)
    if not works and all(item.status == "missing" for item in prepared):
        typer.echo("No source was found, so the specimen is built too.")
        code = max(code, _build_specimen(project.root, site / "specimen", replace(options, address=None), start))
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


def _build_specimen(root: Path, output: Path | None, options: Options, start: Path) -> int:
    """Build the specimen from a copy below `root`."""
    site = output if output is not None else root / "site" / "specimen"
    refuse_as_site(site, root / "build" / "specimen")
    copy = copy_of_specimen(root)
    return build_project(at_address(Project.load(copy), options.address), site, options, start)[1]


def build_project(
    project: Project, site: Path, options: Options, start: Path, whole: Whole | None = None
) -> tuple[tuple[EditionWork, ...], int]:
    """Prepare the works, or take the `whole` of them, build the site, and report; the works and the exit code."""
    stages = _Stages()
    strict = options.strict
    if whole is None:
        with busy("Preparing the works …"):
            whole = prepare_edition(project, choose(project, options.ids), options.allow_other, stages.begin)
    prepared = whole.works
    shelf = Shelf.of(project, options.ids or None)
    failed = _make_downloads(whole, shelf, stages) if options.downloads else []
    finishing = _Finishing(shelf, options, stages, whole)
    with busy("Building the site …"):
        result = build_site(whole, site, strict, stages.begin, shelf.offered(), finishing)
    stages.begin("pages for editing")
    edited = write_pages(project, prepared)
    stages.end()
    if not (strict and result.warnings) and not options.review:
        _remember(shelf, site, options)
    warnings = [*(text for item in prepared for text in item.warnings), *failed, *result.warnings]
    _report(project, prepared, result, stages, start)
    if finishing.left_out:
        typer.echo(_left_out(finishing.left_out))
    for page in edited:
        typer.echo(f"{page} was edited, and left as it is: run build-edition capture")
    warn(warnings)
    if strict and warnings:
        kept = " The site was left as it was." if result.warnings else ""
        typer.echo(f"build-edition: with --strict, a warning is a failure.{kept}", err=True)
        return prepared, FINDINGS
    return prepared, GOOD


def _left_out(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
    return (
        "Not offered, for they are not as they would be made now: "
        f"{', '.join(names[:FEW])}{more}. To make them: build-edition build --downloads"
    )


def _make_downloads(whole: Whole, shelf: Shelf, stages: _Stages) -> list[str]:
    """Make the files that do not stand; gives back what could not be made, and why."""
    stages.begin("making downloads")
    outcomes = made_in_sight(whole, shelf.stale(), shelf.made, shelf.inputs)
    return [f"{one.wanted.name} was not made: {one.error}" for one in outcomes if one.error]


@dataclass
class _Finishing:
    """What is done to a site before it takes its place: the zip of it is made, or offered if it still stands; and
    the page of the review is put into it where that is wanted.
    """

    shelf: Shelf
    options: Options
    stages: _Stages
    whole: Whole
    left_out: tuple[str, ...] = ()

    def __call__(self, site: Path) -> None:
        if self.options.review:
            self.stages.begin("the queue of the review")
            write_review(self.whole.project, self.whole.works, site)
            return
        self.stages.begin("packing the site")
        self.left_out = () if self.options.downloads else self.shelf.left_out()
        if self.options.ids or not self.shelf.files:
            return
        if self.options.downloads:
            self.shelf.pack(site)
        elif not self.shelf.offer_if_fresh(site) and not self.options.zip_next:
            self.left_out += (self.shelf.archive,)


def _remember(shelf: Shelf, site: Path, options: Options) -> None:
    """Keep what a site was built from, so that it need not be built again to be taken away."""
    shelf.made.site |= {
        "folder": os.path.relpath(site, shelf.project.root),
        "inputs": shelf.inputs,
        "works": list(options.ids),
        "allow_other": options.allow_other,
        "address": options.address,
    }
    shelf.made.write()


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
