"""The project: an edition folder, found and read whole.

An edition folder holds `edition/edition.yml`, `edition/works/ID.yml`, `bib/edition.bib` and, where there are
such, of each work `edition/emendations/ID.yml` and the folder `edition/emendations/ID/` (corrections),
`edition/lines/ID.txt` (digests of the lines of its source), `edition/passages/ID.txt` (published passages),
`edition/recensions/ID.txt` (what they read), `edition/headnotes/ID.md`, `edition/review/ID.yml` (what stands as it
is) and `edition/status/ID.yml` (the state of proofreading); and of all together the glossary, the registers, the
cross-references, the contributors, and what `check` shall ignore.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from build_edition.edition import bibliography, contributors, crossrefs, ignores, ledger, recension, review, status
from build_edition.edition.bibliography import BibEntry
from build_edition.edition.contributors import Contributors
from build_edition.edition.crossrefs import CrossReference
from build_edition.edition.entries import entry_files
from build_edition.edition.entries.decisions import Decision
from build_edition.edition.entries.entry import Entry
from build_edition.edition.entries.entry_files import EntryFiles
from build_edition.edition.entries.glossary import Term
from build_edition.edition.entries.registers import REGISTERS, RegisterEntry
from build_edition.edition.ignores import Ignore
from build_edition.edition.ledger import Ledger
from build_edition.edition.loading.advice import nearest
from build_edition.edition.loading.loader import apart, load, read_text, together
from build_edition.edition.recension import Recension
from build_edition.edition.records import EditionRecord, WorkRecord
from build_edition.edition.review import Look
from build_edition.edition.status import Step
from build_edition.edition.strays import strays
from build_edition.edition.words import submissions
from build_edition.edition.words.emendations import Emendation, Filed
from build_edition.errors import RecordError, UsageError

EDITION = Path("edition", "edition.yml")
WORKS = Path("edition", "works")
EMENDATIONS = Path("edition", "emendations")
LINES = Path("edition", "lines")
PASSAGES = Path("edition", "passages")
RECENSIONS = Path("edition", "recensions")
HEADNOTES = Path("edition", "headnotes")
BIBLIOGRAPHY = Path("bib", "edition.bib")
PAGES = Path("docs", "works")  # the pages for editing, which a build makes and git ignores
T = TypeVar("T")


@dataclass(frozen=True)
class Project:
    """An edition folder. `works` are in the order of the edition; the mappings are by bib key and work id.

    `filed` are the records of words of each work, in the order in which they are numbered.

    `invalid` names the works whose records could not be read, which a project that `load` gives has none of.
    """

    root: Path
    edition: EditionRecord
    works: tuple[WorkRecord, ...]
    bibliography: Mapping[str, BibEntry]
    filed: Mapping[str, tuple[Filed, ...]]
    invalid: tuple[str, ...] = ()
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)
    entry_files: EntryFiles = field(default_factory=EntryFiles)
    crossrefs: tuple[CrossReference, ...] = ()
    headnotes: Mapping[str, str] = field(default_factory=dict)
    recensions: Mapping[str, Recension] = field(default_factory=dict)
    statuses: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    looks: Mapping[str, tuple[Look, ...]] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()
    contributors: Contributors = field(default_factory=Contributors)

    @classmethod
    def load(cls, start: Path) -> Project:
        """The edition in `start` or in the nearest folder above it.

        Raises `UsageError` where there is none, and one `RecordError` with everything that is wrong in it.
        """
        root = find_root(start)
        problems: list[RecordError] = []
        project = _read(root, problems)
        if project is None or problems:
            raise together(problems)
        return project

    @cached_property
    def emendations(self) -> Mapping[str, tuple[Emendation, ...]]:
        """The records of words of each work that has any."""
        return {work_id: tuple(one.record for one in filed) for work_id, filed in self.filed.items()}

    def with_filed(self, work_id: str, filed: Iterable[Filed]) -> Project:
        """The edition as it were if these were the records of words of a work."""
        return replace(self, filed={**self.filed, work_id: tuple(filed)})

    @property
    def source_folders(self) -> tuple[Path, ...]:
        """The search path of sources, in order."""
        return tuple((self.root / folder).resolve() for folder in self.edition.sources)

    @property
    def glossary(self) -> tuple[Term, ...]:
        return self.entry_files.glossary

    @property
    def registers(self) -> Mapping[str, tuple[RegisterEntry, ...]]:
        """The entries of each register there is, by the name of its file ("people")."""
        return self.entry_files.registers

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return self.entry_files.decisions

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Every entry of the glossary and of the registers by its id."""
        return self.entry_files.entries

    def work(self, work_id: str) -> WorkRecord:
        """The record of a work; raises `UsageError` for an id that no work has."""
        for record in self.works:
            if record.id == work_id:
                return record
        ids = [record.id for record in self.works]
        meant = nearest(work_id, ids)
        raise UsageError(
            f"no work has the id “{work_id}”",
            remedy=f"Did you mean {meant}?" if meant else "The works are: " + ", ".join(ids),
        )

    def entry(self, record: WorkRecord) -> BibEntry:
        """The bibliographic entry of a work, which `load` has made sure of."""
        return self.bibliography[record.bib]


def find_root(start: Path) -> Path:
    """The nearest folder, `start` or above it, that holds an edition."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / EDITION).is_file():
            return folder
    raise UsageError(
        f"there is no {EDITION.as_posix()} in {start} or above it",
        remedy="Go to the folder of an edition. To transcribe one file, none is needed: "
        "build-edition transcribe FILE",
    )


def read(start: Path) -> tuple[Project | None, list[RecordError]]:
    """The edition as far as it can be read, and everything that is wrong in its records."""
    problems: list[RecordError] = []
    project = _read(find_root(start), problems)
    return project, apart(problems)


def _read(root: Path, problems: list[RecordError]) -> Project | None:
    edition = None
    entries: Mapping[str, BibEntry] = {}
    try:
        edition, _ = load(root / EDITION, EditionRecord, EDITION.as_posix())
    except RecordError as error:
        problems.append(error)
    try:
        entries = bibliography.read(root / BIBLIOGRAPHY, BIBLIOGRAPHY.as_posix())
    except RecordError as error:
        problems.append(error)
    works = _works(root, entries, problems)
    ids = sorted({path.stem for path in _records(root / WORKS)} | {work.id for work in works})
    records = {work_id: submissions.read(root, EMENDATIONS, work_id, problems) for work_id in ids}
    corrections = {work_id: filed for work_id, filed in records.items() if filed}
    ledgers = _of_works(root, PASSAGES, ".txt", ids, ledger.read, problems)
    recensions = _of_works(root, RECENSIONS, ".txt", ids, recension.read, problems)
    headnotes = _of_works(root, HEADNOTES, ".md", ids, read_text, problems)
    statuses = _of_works(root, status.STATUS, ".yml", ids, status.read, problems)
    looks = _of_works(root, review.REVIEW, ".yml", ids, review.read, problems)
    ignored = _if_there(root, ignores.IGNORES, ignores.read, problems)
    people = _if_there(root, contributors.CONTRIBUTORS, contributors.read, problems)
    problems += _strays(root, ids)
    listed = entry_files.read(root, entries, ids, problems)
    references = crossrefs.read(root, ids, entries, listed.entries, problems)
    if edition is None:
        return None
    invalid = tuple(work_id for work_id in ids if work_id not in {work.id for work in works})
    return Project(
        root, edition, works, entries, corrections, invalid, ledgers, listed, references, headnotes, recensions,
        statuses, looks, ignored, Contributors(people),
    )  # fmt: skip


def _works(root: Path, entries: Mapping[str, BibEntry], problems: list[RecordError]) -> tuple[WorkRecord, ...]:
    """The works in order; what is wrong with one keeps it out and is added to `problems`."""
    works: list[WorkRecord] = []
    for path in _records(root / WORKS):
        name = path.relative_to(root).as_posix()
        try:
            record, document = load(path, WorkRecord, name)
            if record.id != path.stem:
                raise RecordError(
                    f"`id` is {record.id}, but the file is called {path.name}",
                    where=document.where(("id",)),
                    remedy=f"Call the file {record.id}.yml; an id that is published does not change.",
                )
            if record.bib not in entries:
                meant = nearest(record.bib, list(entries))
                raise RecordError(
                    f"`bib` names “{record.bib}”, which is no entry of {BIBLIOGRAPHY.as_posix()}",
                    where=document.where(("bib",)),
                    remedy=f"Did you mean {meant}?" if meant else "Add the entry there.",
                )
            twin = next((other for other in works if other.order == record.order), None)
            if twin:
                raise RecordError(
                    f"`order` is {record.order}, which {twin.id} has",
                    where=document.where(("order",)),
                    remedy="Give each work its own place.",
                )
            works.append(record)
        except RecordError as error:
            problems.append(error)
    if not works and not problems:
        problems.append(
            RecordError(
                "no work is recorded", where=WORKS.as_posix(), remedy="Put a text in: build-edition add FILE"
            )
        )
    return tuple(sorted(works, key=lambda work: work.order))


def _of_works(
    root: Path,
    folder: Path,
    ending: str,
    works: Iterable[str],
    read: Callable[[Path, str], T],
    problems: list[RecordError],
) -> Mapping[str, T]:
    """What `read` gives of the file that each work has in a folder, for those that have one."""
    found: dict[str, T] = {}
    for work_id in works:
        path = folder / f"{work_id}{ending}"
        try:
            if (root / path).is_file():
                found[work_id] = read(root / path, path.as_posix())
        except RecordError as error:
            problems.append(error)
    return found


def _if_there(
    root: Path, path: Path, read: Callable[[Path, str], tuple[T, ...]], problems: list[RecordError]
) -> tuple[T, ...]:
    """What `read` gives of a file that an edition may have."""
    try:
        return read(root / path, path.as_posix()) if (root / path).is_file() else ()
    except RecordError as error:
        problems.append(error)
        return ()


def _strays(root: Path, works: Collection[str]) -> Iterator[RecordError]:
    """An error for each file of the edition folder that nothing reads."""
    named = (EDITION, entry_files.GLOSSARY, crossrefs.CROSSREFS, ignores.IGNORES, contributors.CONTRIBUTORS)
    yield from strays(root, EDITION.parent, ".yml", [path.stem for path in named])
    registers = [*REGISTERS, entry_files.DECISIONS.stem]
    yield from strays(root, entry_files.REGISTER_FOLDER, ".yml", registers)
    for folder in (WORKS, EMENDATIONS, status.STATUS, review.REVIEW):
        yield from strays(root, folder, ".yml", works)
    yield from submissions.stray_folders(root, EMENDATIONS, works)
    for folder, ending in ((LINES, ".txt"), (PASSAGES, ".txt"), (RECENSIONS, ".txt"), (HEADNOTES, ".md")):
        yield from strays(root, folder, ending, works)


def _records(folder: Path) -> list[Path]:
    """The records in a folder, in a fixed order; none where there is no folder."""
    return sorted(path for path in folder.glob("*.yml") if not path.name.startswith("."))
