"""Drafted records put into the files where they stand, and taken out again: nothing else in a file changes.

Each file is changed as text, read again, and only then put in its place; where anything is amiss, all stay as they
were.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from build_edition.corrections.as_yaml import as_yaml
from build_edition.corrections.drafts import Draft
from build_edition.corrections.placing import put
from build_edition.corrections.record_file import RecordFile, refuse_unlike
from build_edition.edition.loading.loader import read_text
from build_edition.edition.loading.record import WorkId
from build_edition.edition.project import EMENDATIONS, Project
from build_edition.edition.words.emendations import Emendation, Filed
from build_edition.errors import CorrectionError, UsageError


def filed(project: Project, work_id: str) -> tuple[Filed, ...]:
    """The records of words of a work, and where each is filed."""
    return project.filed.get(project.work(work_id).id, ())


def file_away(project_root: Path, work_id: str, drafts: Sequence[Draft]) -> Path:
    """Put records into the main file of a work, in the order of lines, or in the place of those they replace.

    Returns the path of the file (of the main one, where there are several). Raises `CorrectionError` where a
    record that is replaced is no longer what it was, or a file cannot be changed; then nothing is written.
    """
    main = main_file(work_id)
    files: dict[Path, RecordFile] = {}
    changed: dict[Path, RecordFile] = {}
    for draft in sorted(drafts, key=lambda draft: draft.record.line):
        path = draft.replaces.path if draft.replaces else main
        if path not in changed:
            files[path] = changed[path] = _read(project_root, path)
        changed[path] = _with(changed[path], draft)
    if not changed:
        raise CorrectionError("there is no record to file", where=work_id)
    _put(project_root, changed)
    return main if main in changed else next(iter(changed))


def verbatim(project_root: Path, filed: Filed) -> str:
    """A record as its file has it, to the letter."""
    file = _read(project_root, filed.path)
    return file.verbatim(_index(file, filed))


def take_out(project_root: Path, filed: Filed, put_back: str = "") -> str:
    """Take a record out of its file, or put what stood there before (`verbatim`) back in its place.

    Returns what was taken out. A file with nothing left in it is taken away. Raises `CorrectionError` where the
    record is no longer there; then nothing is written.
    """
    file = _read(project_root, filed.path)
    index = _index(file, filed)
    if put_back:
        after = file.with_replaced(index, put_back)
        expected = [*file.data[:index], *RecordFile("", put_back).data, *file.data[index + 1 :]]
    else:
        after = file.without(index)
        expected = [*file.data[:index], *file.data[index + 1 :]]
    refuse_unlike(file, after, expected)
    _put(project_root, {filed.path: after})
    return file.verbatim(index)


def main_file(work_id: str) -> Path:
    """The path of the main file of a work in its edition's folder; raises `UsageError` for what is no id."""
    try:
        TypeAdapter(WorkId).validate_python(work_id)
    except ValidationError:
        raise UsageError(f"{work_id[:60]!r} is no id of a work") from None
    return EMENDATIONS / f"{work_id}.yml"


def _with(file: RecordFile, draft: Draft) -> RecordFile:
    entry = as_yaml([draft.record])
    (new,) = RecordFile(file.name, entry).data
    if draft.replaces:
        index = _index(file, draft.replaces)
        after = file.with_replaced(index, entry)
        expected = [*file.data[:index], new, *file.data[index + 1 :]]
    else:
        after = file.with_added(entry, draft.record.line)
        at = after.data.index(new)
        expected = [*file.data[:at], new, *file.data[at:]]
    refuse_unlike(file, after, expected)
    return after


def _index(file: RecordFile, filed: Filed) -> int:
    """Where a record stands in its file now: where it was, or where it has moved to."""
    found = [k for k, data in enumerate(file.data) if _record(data) == filed.record]
    if not found:
        raise CorrectionError(
            "the record is no longer what it was when the change was made",
            where=filed.place,
            remedy="Load the edition again, and make the change once more.",
        )
    return min(found, key=lambda k: abs(k - filed.index))


def _record(data: object) -> Emendation | None:
    try:
        return Emendation.model_validate(data)
    except ValidationError:
        return None


def _read(root: Path, path: Path) -> RecordFile:
    """A file of records; an empty one where there is none."""
    _refuse_links(root, path)
    name = path.as_posix()
    if not (root / path).exists():
        return RecordFile(name)
    read_text(root / path, name)
    return RecordFile(name, (root / path).read_bytes().decode("utf-8"))


def _refuse_links(root: Path, path: Path) -> None:
    """Raise `CorrectionError` for a path that leads out of the folder of emendations."""
    inside = path.parts[: len(EMENDATIONS.parts)] == EMENDATIONS.parts and ".." not in path.parts
    steps = [root / Path(*path.parts[:k]) for k in range(1, len(path.parts) + 1)]
    if not inside or any(step.is_symlink() for step in steps):
        raise CorrectionError(
            "is no file of the folder of emendations itself",
            where=path.as_posix(),
            remedy="A symbolic link may lead anywhere; put the file itself there.",
        )


def _put(root: Path, files: Mapping[Path, RecordFile]) -> None:
    """Put files in place; one with nothing left in it is taken away."""
    put(root, {path: file.text or None for path, file in files.items()})
