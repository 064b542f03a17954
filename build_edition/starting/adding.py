"""A text put into an edition: its file among the sources, its record, its bibliographic entry; all or nothing."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from build_edition.corrections.digests import KeptLines, lines_path
from build_edition.edition import project as projects
from build_edition.edition.loading.loader import together
from build_edition.edition.loading.record import WorkId
from build_edition.edition.project import BIBLIOGRAPHY, WORKS, Project
from build_edition.errors import EditionError, InputError, UsageError
from build_edition.publish.files import write_whole
from build_edition.readers import files as reader
from build_edition.readers.folders import pages_in
from build_edition.source import Source
from build_edition.starting import texts
from build_edition.starting.proposal import Facts

# How files begin that hold a text and are none, and how to get at it.
_OTHERS = {
    b"%PDF": (
        "a PDF",
        "Take its words and their places out: pdftotext -bbox-layout FILE.pdf; of scans: ocrmypdf first.",
    ),
    b"PK\x03\x04": ("a zip, as word processors and EPUBs are", "Save its text as a .txt file in UTF-8."),
    b"\xd0\xcf\x11\xe0": ("a document of a word processor", "Save its text as a .txt file in UTF-8."),
    b"{\\rtf": ("a document of a word processor", "Save its text as a .txt file in UTF-8."),
    b"\x89PNG": ("an image", "Have an OCR program read it: tesseract FILE.png FILE"),
    b"\xff\xd8\xff": ("an image", "Have an OCR program read it: tesseract FILE.jpg FILE"),
    b"II*\0": ("an image", "Have an OCR program read it: tesseract FILE.tif FILE"),
    b"MM\0*": ("an image", "Have an OCR program read it: tesseract FILE.tif FILE"),
}
_MARKED_UP = (b"<!doctype html", b"<html", b"<?xml")


@dataclass(frozen=True, slots=True)
class Added:
    """A text that was put into an edition: its work, and the files that were written or copied."""

    project: Project
    work_id: str
    files: tuple[Path, ...]


def edition_around(start: Path) -> Project:
    """The edition in `start` or above it, one without a work too; raises the errors of its records."""
    project, problems = projects.read(start)
    if project is not None and not project.works and [one.where for one in problems] == [WORKS.as_posix()]:
        return project
    if project is None or problems:
        raise together(problems)
    return project


def read(path: Path) -> Source:
    """The text of a file or a folder of pages; raises `InputError` where there is none, and says how to get it."""
    if not path.exists() or (path.is_dir() and not pages_in(path)):
        what = f"no page of an OCR program is in {path}" if path.is_dir() else f"there is no file {path}"
        raise InputError(what, remedy="Name the text file, or the folder of pages, to put into the edition.")
    if not reader.holds_pages(path):
        _refuse_other(path)
    source = reader.read(path)
    if not source.text.strip():
        raise InputError("is empty", where=str(path), remedy="Name a file that has a text in it.")
    return source


def _refuse_other(path: Path) -> None:
    """Raise `InputError` for a file that cannot be a plain text."""
    try:
        with path.open("rb") as file:
            head = file.read(512)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(path)) from None
    for sign, (what, remedy) in _OTHERS.items():
        if head.startswith(sign):
            raise InputError(f"is {what}, not a text", where=str(path), remedy=remedy)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKED_UP):
        raise InputError("is marked up, not a plain text", where=str(path), remedy="Save the page as text (.txt).")


def refuse_twin(project: Project, source: Source) -> None:
    """Raise `UsageError` where a work of the edition has this very text."""
    for record in project.works:
        if record.source.sha256 == source.sha256:
            raise UsageError(f"this text is in the edition already, as {record.id}")


def add(project: Project, path: Path, source: Source, facts: Facts) -> Added:
    """Put the text in `path` into an edition.

    Raises an error where anything is in the way or the outcome would not be valid, and then nothing is changed.
    """
    root = project.root
    refuse_twin(project, source)
    _refuse_id(facts.work_id)
    target = _place(project, path, source)
    bibliography = root / BIBLIOGRAPHY
    before = bibliography.read_text(encoding="utf-8") if bibliography.is_file() else None
    order = max((record.order for record in project.works), default=0) + 1
    written = {
        root / lines_path(facts.work_id): KeptLines.of(source).text(facts.work_id),
        bibliography: _joined(before or "", texts.bibliography_entry(facts)),
        root / WORKS / f"{facts.work_id}.yml": texts.work_record(facts, order, target.name, source.sha256),
    }
    taken = [one for one in written if one != bibliography and one.exists()]
    if taken or facts.work_id in project.bibliography:
        raise UsageError(
            f"the id {facts.work_id} is taken", remedy="Give the text another one: --id reader-1909-b"
        )
    is_new = not target.exists()
    try:
        if is_new:
            target.parent.mkdir(parents=True, exist_ok=True)
            _copy(path, target)
        for one, text in written.items():
            write_whole(one, text)
        return Added(Project.load(root), facts.work_id, (*([target] if is_new else []), *written))
    except (EditionError, OSError) as error:
        for one in [*written, *([target] if is_new else [])]:
            if one.is_dir():
                shutil.rmtree(one, ignore_errors=True)
            elif one != bibliography:
                one.unlink(missing_ok=True)
        if before is not None:
            write_whole(bibliography, before)
        if isinstance(error, OSError):
            raise InputError(f"cannot be written: {error.strerror}", where=str(error.filename)) from error
        raise


def _refuse_id(work_id: str) -> None:
    """Raise `UsageError` for an id that no file of a work may have."""
    try:
        TypeAdapter(WorkId).validate_python(work_id)
    except ValidationError:
        raise UsageError(
            f"{work_id!r} cannot be an id",
            remedy="An id has small letters, digits and single hyphens, such as reader-1909.",
        ) from None


def _place(project: Project, path: Path, source: Source) -> Path:
    """Where the source stands among those of the edition, or will; raises `UsageError` where another stands."""
    for folder in project.source_folders:
        if path.resolve().parent == folder:
            return path.resolve()
    target = project.source_folders[0] / path.resolve().name.lstrip(".")
    if target.exists() and reader.sha256_of(target) != source.sha256:
        raise UsageError(
            f"another text stands in {target}", remedy="Give the file a name of its own, and add it again."
        )
    return target


def _copy(path: Path, target: Path) -> None:
    """Copy a file, or the pages that are in a folder."""
    if path.is_dir():
        target.mkdir()
        for page in pages_in(path):
            shutil.copyfile(page, target / page.name)
    else:
        shutil.copyfile(path, target)


def _joined(before: str, entry: str) -> str:
    return f"{before.rstrip()}\n\n{entry}" if before.strip() else entry
