"""`build-edition passages`: the ids of passages, listed, and published for good."""

from __future__ import annotations

from pathlib import Path

import typer
from rich.table import Table

from build_edition.apparatus.fingerprint import digest, signature
from build_edition.apparatus.passage_index import Passage, passages
from build_edition.apparatus.recensions import RewrittenError, quoting, with_version
from build_edition.checks.ledger import published_passages
from build_edition.commands.screen import busy, screen
from build_edition.commands.selection import ids_in
from build_edition.edition.ledger import Ledger, Published, version_name
from build_edition.edition.project import EDITION, PASSAGES, RECENSIONS, Project
from build_edition.edition.recension import Recension
from build_edition.errors import FINDINGS, GOOD, RecordError
from build_edition.pipeline import EditionWork, choose, no_source, prepare
from build_edition.publish.files import write_whole
from build_edition.work import Work

SHOWN = 60  # characters of a passage in the list


def publish(start: Path, works: list[str], dry_run: bool) -> int:
    """Add every passage that is not published yet to the ledgers, and what all read now to the recensions.

    Returns the exit code.  A work is left as it is where its ledger and its text disagree: that has to be put
    right first.
    """
    project = Project.load(start)
    table = Table("work", box=None, pad_edge=False)
    for column in ("published before", "new", "under an older id too", "in all"):
        table.add_column(column, justify="right")
    refused: list[str] = []
    for record in choose(project, ids_in(works)):
        with busy(f"Reading {record.id} …"):
            item = prepare(project, record)
        if item.work is None:
            table.add_row(record.id, "–", "–", "–", "no source, so nothing to publish")
            continue
        before = project.ledgers.get(record.id)
        known = len(before.entries) if before else 0
        found = published_passages(record.id, item.work, before) if before else ()
        errors = [finding for finding in found if finding.severity != "note"]
        if errors:
            refused += [f"{finding.place}: {finding.what}" for finding in errors]
            table.add_row(record.id, f"{known:,}", "–", "–", "left as it is")
            continue
        after = extended(before, item.work, project.edition.version)
        recension, problem = recensed(project, item, after)
        refused += [problem] if problem else []
        aliases = sum(map(len, item.work.aliases.values()))
        counts = (known, len(after.entries) - known, aliases, len(after.entries))
        table.add_row(record.id, *(f"{count:,}" for count in counts))
        if not dry_run and after != before:
            write(project.root / PASSAGES / f"{record.id}.txt", after.text(record.id))
        if not dry_run and recension and recension != project.recensions.get(record.id):
            write(project.root / RECENSIONS / f"{record.id}.txt", recension.text(record.id))
    console = screen()
    console.print(table)
    for line in refused:
        typer.echo(f"build-edition: {line}", err=True)
    if refused:
        typer.echo("build-edition: see `build-edition check` for what to do about these.", err=True)
    elif dry_run:
        console.print("Nothing was written (--dry-run).")
    return FINDINGS if refused else GOOD


def extended(ledger: Ledger | None, work: Work, version: str) -> Ledger:
    """The ledger with an entry for each passage of a work that it has none of yet."""
    old = ledger.entries if ledger else ()
    known = ledger.ids if ledger else frozenset()
    new = tuple(
        Published(p.id, p.start, p.end, digest(p.text), signature(p.text), version_name(version))
        for p in passages(work)
        if p.is_citable and p.id not in known
    )
    return Ledger(work.transcript.source.sha256, (*old, *new))


def recensed(project: Project, item: EditionWork, after: Ledger) -> tuple[Recension | None, str]:
    """The recensions of a work with the present version; or None, and why they cannot be written.

    Raises `RecordError` where the version of the edition is older than one that is published.
    """
    assert item.work is not None
    work_id, version = item.record.id, version_name(project.edition.version)
    before = project.recensions.get(work_id)
    if before and version in [known.name for known in before.versions[:-1]]:
        raise RecordError(
            f"the edition says it is version {version}, and {before.versions[-1].name} is published already",
            where=EDITION.as_posix(),
            remedy="Give it a new `version`.",
        )
    ledger = project.ledgers.get(work_id)
    try:
        made = with_version(before, after, item.work, version, after.ids - (ledger.ids if ledger else frozenset()))
    except RewrittenError as error:
        first, *more = error.ids
        what = f"{len(error.ids)} passages (the first is {first}) read" if more else f"1 passage ({first}) reads"
        return None, (
            f"{work_id}: {what} otherwise than when version {version} published {'them' if more else 'it'}, and "
            "that was not kept; give the edition a new version and publish again"
        )
    quoted = [f"{work_id}/{name}" for name, _ in quoting(made, item.work)]
    if quoted:
        return None, f"{', '.join(quoted)}: would put words of the source into the record"
    return made, ""


def write(path: Path, text: str) -> None:
    """Put a file in its place whole; raises `RecordError` where that fails."""
    try:
        write_whole(path, text)
    except OSError as error:
        raise RecordError(f"cannot be written: {error.strerror}", where=str(path)) from error


def list_passages(start: Path, work_id: str) -> int:
    """Print every passage of a work: its id, pages, source lines and first words; returns the exit code."""
    project = Project.load(start)
    item = prepare(project, project.work(work_id))
    if item.work is None:
        raise no_source(item.record)
    for passage in passages(item.work):
        if passage.is_citable:
            typer.echo("\t".join(_columns(item, passage)))
    return GOOD


def _columns(item: EditionWork, passage: Passage) -> tuple[str, ...]:
    assert item.source is not None
    first, last = item.source.line_number(passage.start), item.source.line_number(max(passage.end - 1, 0))
    begins = passage.text if len(passage.text) <= SHOWN else passage.text[:SHOWN].rsplit(" ", 1)[0] + " …"
    lines = str(first) if first == last else f"{first}–{last}"
    return f"{item.record.id}/{passage.id}", passage.kind, ", ".join(passage.pages), lines, begins
