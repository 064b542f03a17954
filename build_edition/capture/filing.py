"""Captured records put into the files of the edition, and the pages of the work after that."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from build_edition.capture.capturing import Captured
from build_edition.capture.keeping import Kept
from build_edition.capture.trial import Records
from build_edition.corrections.filing import file_away, take_out
from build_edition.corrections.structure_file import with_structure
from build_edition.edition.project import WORKS
from build_edition.errors import RecordError
from build_edition.publish.files import write_whole


def put_away(root: Path, work_id: str, records: Records) -> tuple[Path, ...]:
    """Write records of a work into its files; gives back their paths.

    Raises `RecordError` where a file cannot be changed; what is refused is refused before anything is written.
    """
    files: list[Path] = []
    path = WORKS / f"{work_id}.yml"
    text = ""
    if records.structure or records.undone:
        before = (root / path).read_bytes().decode("utf-8")
        text = with_structure(before, records.structure, path.as_posix(), records.undone)
    for filed in records.out:
        take_out(root, filed)
        files.append(filed.path)
    if records.drafts:
        files.append(file_away(root, work_id, records.drafts))
    if text:
        try:
            write_whole(root / path, text)
        except OSError as error:
            raise RecordError(f"cannot be written: {error.strerror}", where=path.as_posix()) from error
        files.append(path)
    return tuple(dict.fromkeys(files))


def renew_pages(kept: Kept, work_id: str, captured: Captured, edited: Iterable[str]) -> None:
    """Write the pages of a work as its records make them now; one with edits left in it stays, and only what it
    starts from is renewed.
    """
    left = {change.page for change in captured.left} | set(captured.refused)
    for name, text in captured.pages.items():
        path = f"{work_id}/{name}"
        if name in captured.refused or (name not in edited and path not in kept.hashes):
            continue
        kept.put(path, text, on_disk=name not in left)
    kept.write()
