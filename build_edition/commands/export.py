"""`build-edition export`: what a reader takes away, in files of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from build_edition.commands.screen import busy, shown
from build_edition.commands.selection import SITE, ids_in, refuse_as_site, site_of
from build_edition.commands.taking import copy_of_specimen, made_in_sight, report, say_failures
from build_edition.downloads.form import Choices, Form
from build_edition.downloads.formats import OFFLINE, forms, named
from build_edition.downloads.freshness import FOLDER, Made
from build_edition.downloads.inputs import inputs
from build_edition.downloads.making import stale
from build_edition.downloads.offline import pack
from build_edition.downloads.planning import Wanted, offline_name, wanted
from build_edition.edition import sources
from build_edition.edition.project import Project
from build_edition.edition.records import WorkRecord
from build_edition.errors import FINDINGS, GOOD, EditionError, InputError, UsageError
from build_edition.pipeline import choose, no_source, other_source

if TYPE_CHECKING:
    from build_edition.whole import Whole

Row = tuple[str, Path, float | None]  # a file, where it is, and the seconds it took; None where it stood


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: formats by name, works by id (none for all and the whole), and where files go."""

    names: tuple[str, ...]
    ids: tuple[str, ...]
    output: Path | None
    site: Path | None
    choices: Choices

    @property
    def is_file(self) -> bool:
        """Whether `output` is one file, not a folder: as its name is, where nothing is there yet."""
        return self.output is not None and not self.output.is_dir() and bool(self.output.suffix)


def run(
    start: Path,
    form: str,
    works: Sequence[str],
    output: Path | None,
    site: Path | None,
    paper: str,
    use_specimen: bool,
) -> int:
    """Make files of the given formats; returns the exit code, 1 where one that was asked for is not there."""
    asked = Asked(named([form]), tuple(ids_in(works)), output, site, Choices(paper))
    project = Project.load(copy_of_specimen(start) if use_specimen else start)
    folder = site or (start / SITE / "specimen" if use_specimen else site_of(project.root, None))
    _refuse(asked, folder)
    rows: list[Row] = []
    code = GOOD
    preparation = Preparation(project)
    if books := forms(asked.names):
        rows, code = _books(preparation, asked, books)
    if OFFLINE in asked.names and not asked.ids:
        rows.append(_offline(preparation, asked, folder, start))
    if asked.output is not None:
        rows = [_placed(row, asked) for row in rows]
    report(rows, start)
    return code


def _refuse(asked: Asked, site: Path) -> None:
    """Raise `UsageError` for what cannot be meant, before anything is made."""
    for form in forms(asked.names) if asked.ids and len(asked.names) == 1 else ():
        if form.of_work is None:
            raise UsageError(f"{form.name} is made of the whole edition alone", remedy="Leave out the works.")
    if asked.ids and asked.names == (OFFLINE,):
        raise UsageError("offline is the whole site", remedy="Leave out the works.")
    if asked.site is not None and not (asked.site / "index.html").is_file():
        raise UsageError(f"there is no site in {asked.site}", remedy="Build it first: build-edition build")
    output = asked.output
    if output is None:
        return
    if asked.is_file and (len(asked.names) > 1 or len(asked.ids) > 1):
        raise UsageError(f"--output {output} is one file, and several are asked for", remedy="Name a folder.")
    if not output.absolute().parent.is_dir():
        raise UsageError(f"--output {output}: there is no folder {output.parent}", remedy="Make it first.")
    if output.is_file() and not asked.is_file:
        raise UsageError(f"--output {output} is a file", remedy="Name a folder, or a file with an ending.")
    if output.resolve().is_relative_to(site.resolve()):
        raise UsageError(
            f"--output {output} is in the site itself, which a build empties", remedy="Name another place."
        )


@dataclass
class Preparation:
    """The texts of a project, prepared when they are first needed."""

    project: Project

    @cached_property
    def whole(self) -> Whole:
        """All of them."""
        from build_edition.whole import prepare_edition

        with busy("Preparing the works …"):
            return prepare_edition(self.project, self.project.works)


def _books(preparation: Preparation, asked: Asked, books: Sequence[Form]) -> tuple[list[Row], int]:
    """Make what is not there or not as it would be made; all files, and the exit code."""
    project = preparation.project
    here, missing = _here(project, choose(project, asked.ids))
    for record in missing:
        typer.echo(f"build-edition: {no_source(record)}", err=True)
    if not here:
        raise InputError(
            "no source was found, so there is nothing to take away",
            remedy="`build-edition works` tells what is looked for, and where; --specimen takes the specimen.",
        )
    planned = wanted(project.edition, books, here, asked.choices, whole=not asked.ids)
    files = [one for one in planned if _is_meant(one, asked)]
    edition, made = inputs(project), Made(project.root / FOLDER)
    to_make = stale(files, made, edition)
    outcomes = made_in_sight(preparation.whole, to_make, made, edition) if to_make else []
    made.write()
    failed = {one.wanted.name for one in outcomes if one.error}
    seconds = {one.wanted.name: one.seconds for one in outcomes}
    say_failures(outcomes)
    rows = [(one.name, made.path(one.name), seconds.get(one.name)) for one in files if one.name not in failed]
    return rows, FINDINGS if failed or (missing and asked.ids) else GOOD


def _is_meant(one: Wanted, asked: Asked) -> bool:
    """Of a format written into one file, where no work is named, that of the whole edition is meant."""
    return not asked.is_file or bool(asked.ids) or not one.work


def _here(project: Project, records: Sequence[WorkRecord]) -> tuple[list[str], list[WorkRecord]]:
    """The ids of the works that are here, and the records of those that are not.

    Raises `RecordError` where a file has the name of any work's source and another hash: it would be in what the
    others say of it.
    """
    statuses = {}
    for record in project.works:
        found = sources.find(record.source, project.source_folders)
        if found.status == "other" and found.path:
            refused = other_source(record, found.path, found.sha256)
            refused.remedy = "Supply the file that the record describes: nothing is taken away of another text."
            raise refused
        statuses[record.id] = found.status
    here = [record.id for record in records if statuses[record.id] == "found"]
    return here, [record for record in records if statuses[record.id] == "missing"]


def _offline(preparation: Preparation, asked: Asked, site: Path, start: Path) -> Row:
    """Make the zip of the site, which is built first where it is not there or not as it would be built."""
    project = preparation.project
    if asked.site is None:
        _build(preparation, site, start)
    made = Made(project.root / FOLDER)
    name = offline_name(project.edition)
    with busy("Packing the site …"):
        seconds = pack(site, name, made)
    made.write()
    archive = made.path(f"{name}.zip")
    typer.echo(f"To read the site offline, unpack {archive.name} and open {name}/index.html.")
    return archive.name, archive, seconds


def _build(preparation: Preparation, site: Path, start: Path) -> None:
    """Build a site again that is not as it would be built, with the options that it was built with."""
    from build_edition.commands.build import Options, at_address, build_project

    project = preparation.project
    known = Made(project.root / FOLDER).site
    built = known if known.get("folder") == os.path.relpath(site, project.root) else {}
    options = Options(
        tuple(built.get("works", ())), allow_other=bool(built.get("allow_other")), address=built.get("address")
    )
    told = at_address(project, options.address)
    if (site / "index.html").is_file() and built.get("inputs") == inputs(told):
        return
    refuse_as_site(site, project.root)
    whole = preparation.whole if options == Options() else None
    _, code = build_project(told, site, replace(options, zip_next=True), start, whole)
    if code != GOOD:
        raise EditionError("the site was not built", where=shown(site, start), remedy="Mend what is said above.")


def _placed(row: Row, asked: Asked) -> Row:
    """The file put where it was asked for; it stays in its own place too. Raises `UsageError`."""
    assert asked.output is not None
    name, path, seconds = row
    target = asked.output if asked.is_file else asked.output / name
    try:
        target.parent.mkdir(exist_ok=True)
        fresh = target.with_name(f".new-{target.name}")
        shutil.copyfile(path, fresh)
        fresh.replace(target)
    except OSError as error:
        raise UsageError(f"--output {target} cannot be written: {error.strerror}") from None
    return name, target, seconds
