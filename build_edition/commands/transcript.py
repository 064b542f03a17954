"""`build-edition transcript`: one work of an edition, with the editors' records applied."""

from __future__ import annotations

from pathlib import Path

from build_edition.commands.forms import hand_out, written
from build_edition.commands.output import refuse_output
from build_edition.commands.screen import busy, warn
from build_edition.edition import sources
from build_edition.edition.project import Project
from build_edition.errors import GOOD
from build_edition.pipeline import no_source, prepare
from build_edition.work import Work


def run(start: Path, work_id: str, form: str, output: Path | None, allow_other: bool) -> int:
    """Write a work of the edition around `start` in a form; returns the exit code."""
    project = Project.load(start)
    record = project.work(work_id)
    if output is not None:
        path = sources.find(record.source, project.source_folders).path
        refuse_output("--output", output, *([path] if path else []))
    with busy(f"Preparing {record.id} …"):
        prepared = prepare(project, record, allow_other)
    if prepared.transcript is None or prepared.work is None:
        raise no_source(record)
    warn(prepared.warnings)
    work: Work = prepared.work
    hand_out(written(prepared.transcript, lambda: work, form), output)
    return GOOD
