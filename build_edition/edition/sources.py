"""Where the source of a work is: looked for on the search path by file name and by SHA-256.

A file is the source if its hash is the one of the record, whatever it is called. A file that has only the name
is another text, and is told apart from none at all. A folder of pages is a source as a file is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from build_edition.edition.records import SourceRecord
from build_edition.errors import InputError

Status = Literal["found", "missing", "other"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The outcome of a search: `found`; `other`, the right name with another hash; or `missing`.

    `path` and `sha256` are those of the file, where there is one.
    """

    status: Status
    path: Path | None = None
    sha256: str = ""


def find(record: SourceRecord, folders: Sequence[Path]) -> SourceFile:
    """Look for the source of `record` in `folders`, in their order; sub-folders are not searched."""
    namesakes = [
        path
        for path in (folder / record.file for folder in folders)
        if path.is_file() or (path.is_dir() and _sha256_of(path))
    ]
    for path in namesakes:
        if _sha256_of(path) == record.sha256:
            return SourceFile("found", path, record.sha256)
    for path in _files(folders):
        if _sha256_of(path) == record.sha256:
            return SourceFile("found", path, record.sha256)
    if namesakes:
        return SourceFile("other", namesakes[0], _sha256_of(namesakes[0]))
    return SourceFile("missing")


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    """The files of the folders in a fixed order, and then folders of pages; hidden ones are none of ours."""
    for folder in folders:
        if folder.is_dir():
            shown = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
            yield from (path for path in shown if path.is_file())
            yield from (path for path in shown if path.is_dir())


def _sha256_of(path: Path) -> str:
    """The hash of a file or of a folder of pages; empty where it cannot be had, which no record's hash is."""
    try:
        every = sorted(path.iterdir()) if path.is_dir() else [path]
        states = [(one.name, state.st_mtime_ns, state.st_size) for one in every if (state := one.stat())]
        return _hashed(path, tuple(states))
    except (OSError, InputError):
        return ""


@lru_cache(maxsize=10_000)
def _hashed(path: Path, _states: tuple[tuple[str, int, int], ...]) -> str:
    """The hash of a file as it was at a time; of one edition's works each looks at the same files."""
    from build_edition.readers import files as reader  # here, for most commands need no reader

    return reader.sha256_of(path)


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file, however large; raises `OSError`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
