"""The way of one work: find its source, read it, transcribe, emend, assemble, enrich.

In: a `Project` and the record of a work.  Out: an `EditionWork`, which is what every writer and the site
start from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_edition.edition import sources
from build_edition.edition.bibliography import BibEntry
from build_edition.edition.ledger import Ledger
from build_edition.edition.project import WORKS, Project
from build_edition.edition.records import WorkRecord
from build_edition.edition.sources import Status
from build_edition.edition.structure import structuring
from build_edition.edition.words import emending
from build_edition.edition.words.emending import Emended, Overruling
from build_edition.errors import InputError, RecordError
from build_edition.source import Source
from build_edition.transcript import Transcript
from build_edition.work import Work


@dataclass(frozen=True)
class EditionWork:
    """A work of the edition with everything that was found and made of it.

    `status` is `found` where the source is the one of the record, `missing` where there is none (then
    everything below it is None, and the work's page says how to supply it), and `other` where a file of the
    right name has another hash and was allowed all the same (then its pages carry a banner). `warnings` are
    sentences for the editor; `overrulings` tell where records went against rules. `structured` is the transcript
    as it was before the records of words.
    """

    record: WorkRecord
    entry: BibEntry
    status: Status
    path: Path | None = None
    source: Source | None = None
    transcript: Transcript | None = None
    work: Work | None = None
    warnings: tuple[str, ...] = ()
    overrulings: tuple[Overruling, ...] = ()
    structured: Transcript | None = None


def choose(project: Project, ids: Iterable[str] = ()) -> tuple[WorkRecord, ...]:
    """The records of the works with these ids, in the edition's order; all of them where none is named.

    Raises `UsageError` for an id that no work has.
    """
    wanted = {project.work(work_id).id for work_id in ids}
    return tuple(record for record in project.works if not wanted or record.id in wanted)


def prepare(project: Project, record: WorkRecord, allow_other: bool = False) -> EditionWork:
    """The work of `record`, as far as its source allows.

    Raises `RecordError` where the only file of the source's name has another hash, unless `allow_other`;
    and where an emendation does not match. No emendation is applied to another source: it would say of one
    text what was found in another.
    """
    from build_edition.readers import files as reader
    from build_edition.rules import transcribe

    found = sources.find(record.source, project.source_folders)
    entry = project.entry(record)
    if found.path is None:
        return EditionWork(record, entry, "missing")
    if found.status == "other" and not allow_other:
        raise other_source(record, found.path, found.sha256)
    source = reader.read(found.path)
    structured = transcribe(source, record.layout)
    emended = Emended(structured)
    warnings = list(source.warnings)
    if found.status == "found":
        structured, emended = _with_records(structured, project, record)
    else:
        warnings.append(f"{found.path.name} is not the source that the record of {record.id} describes")
        left_out = len(project.emendations.get(record.id, ())) + len(record.structure)
        if left_out:
            warnings.append(f"the {left_out} emendations and structure records of {record.id} were left out")
    transcript = emended.transcript
    work = to_work(transcript, project.ledgers.get(record.id))
    return EditionWork(
        record, entry, found.status, found.path, source, transcript, work, tuple(warnings), emended.overrulings,
        structured,
    )  # fmt: skip


def _with_records(transcript: Transcript, project: Project, record: WorkRecord) -> tuple[Transcript, Emended]:
    """The transcript with what the editors decided about structure, and then about words too."""
    transcript = structuring.apply(transcript, record.structure, (WORKS / f"{record.id}.yml").as_posix())
    return transcript, emending.apply(transcript, project.filed.get(record.id, ()))


def to_work(transcript: Transcript, ledger: Ledger | None = None) -> Work:
    """The tree of a transcript, with its apparatus; what `ledger` has published keeps its ids."""
    from build_edition.apparatus import enrich
    from build_edition.assemble import assemble

    return enrich(assemble(transcript), ledger)


def other_source(record: WorkRecord, path: Path, sha256: str) -> RecordError:
    """The refusal of a file that has the name of a source and another hash."""
    return RecordError(
        f"{path} is not the source of {record.id}: its SHA-256 is {sha256[:16]}…, "
        f"the record says {record.source.sha256[:16]}…",
        where=f"edition/works/{record.id}.yml",
        remedy="Supply the file that the record describes. To build from this one all the same, with a banner "
        "on its pages and without emendations, add --allow-other-source.",
    )


def no_source(record: WorkRecord) -> InputError:
    """What to say where a command needs the text of a work whose source is not there."""
    return InputError(
        f"the source of {record.id}, {record.source.file}, is in none of the source folders",
        where=f"edition/works/{record.id}.yml",
        remedy=" ".join(record.supply.split()),
    )
