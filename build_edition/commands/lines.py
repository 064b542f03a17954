"""`build-edition lines keep`: digests of the lines of sources, written beside the records."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table

from build_edition.commands.screen import busy, screen
from build_edition.commands.selection import ids_in
from build_edition.corrections import digests
from build_edition.corrections.digests import KeptLines, lines_path
from build_edition.edition import sources
from build_edition.edition.project import Project
from build_edition.edition.records import WorkRecord
from build_edition.errors import GOOD, RecordError
from build_edition.pipeline import choose, other_source
from build_edition.publish.files import write_whole
from build_edition.readers import files as reader


def keep(start: Path, works: list[str]) -> int:
    """Write the digests of each work whose source is there; returns the exit code."""
    project = Project.load(start)
    table = Table("work", box=None, pad_edge=False)
    table.add_column("lines", justify="right")
    table.add_column("")
    for record in choose(project, ids_in(works)):
        with busy(f"Reading {record.id} …"):
            kept, said = _kept(project, record)
        table.add_row(record.id, f"{len(kept.digests):,}" if kept else "–", said)
    screen().print(table)
    return GOOD


def _kept(project: Project, record: WorkRecord) -> tuple[KeptLines | None, str]:
    """The digests of a work and what became of them; raises `RecordError` where its source is another text."""
    found = sources.find(record.source, project.source_folders)
    if found.path is None:
        return None, "its source is absent; left as it is"
    if found.status == "other":
        raise other_source(record, found.path, found.sha256)
    made = KeptLines.of(reader.read(found.path))
    path = lines_path(record.id)
    try:
        before = digests.read(project.root, record.id)
    except RecordError:
        before = None
    if made == before:
        return made, f"as they stand in {path.as_posix()}"
    try:
        write_whole(project.root / path, made.text(record.id))
    except OSError as error:
        raise RecordError(f"cannot be written: {error.strerror}", where=path.as_posix()) from error
    return made, f"written to {path.as_posix()}"
