"""What files are made from, as one digest: the edition's own files, its sources, and the program.

A digest is of what the files hold, and of nothing else: that a file was touched changes it as little as where the
folder lies. What an edition says of one work stands in the others too, in links and in indexes, so all
files of an edition are made from all of it.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from pathlib import Path
from shutil import which

import build_edition
from build_edition.edition import sources
from build_edition.edition.project import BIBLIOGRAPHY, EDITION, PAGES, Project

PROGRAM = Path(build_edition.__file__).parent
_FOLDERS = (EDITION.parent, BIBLIOGRAPHY.parent, Path("docs"))
_FILES = ("mkdocs.yml",)
_NOT_OF_THE_PROGRAM = frozenset({"__pycache__"})
_SPECIMEN = PROGRAM / "specimen"  # an edition of its own: where it is built, its files are the edition's


def digest(parts: Iterable[str]) -> str:
    """The digest of texts in their order; where one ends and the next begins counts."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode()
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()


def inputs(project: Project) -> str:
    """The digest of all that the files of an edition are made from."""
    return digest([program(), *_of_edition(project), *_of_sources(project)])


@cache
def program() -> str:
    """The digest of this program, and of the versions of all that it calls on."""
    return digest(_of_program())


def _of_edition(project: Project) -> Iterator[str]:
    """The files of the edition's folder, and its record, which an option may have changed."""
    yield project.edition.model_dump_json()
    own = [*_FILES, project.edition.citations]
    found = [file for folder in _FOLDERS for file in _files(project.root / folder)]
    found = [file for file in found if project.root / PAGES not in file.parents]
    found += [project.root / name for name in own if (project.root / name).is_file()]
    for file in found:
        yield file.relative_to(project.root).as_posix()
        yield sources.file_sha256(file)


def _of_sources(project: Project) -> Iterator[str]:
    """Of each work whether its source is there: it is known by its hash, which the record says."""
    for record in project.works:
        found = sources.find(record.source, project.source_folders)
        yield f"{record.id} {found.status} {found.sha256}"


def _of_program() -> Iterator[str]:
    """The files of this program, and the versions of all that it may call on."""
    yield f"{build_edition.__version__} {sys.version_info[:2]}"
    yield from _versions()
    pandoc = which("pandoc")  # which is called where the library that brings one is not installed
    yield f"pandoc {Path(pandoc).stat().st_size if pandoc else '–'}"
    for file in _files(PROGRAM):
        if _SPECIMEN not in file.parents:
            yield file.relative_to(PROGRAM).as_posix()
            yield sources.file_sha256(file)


def _versions() -> Iterator[str]:
    """The version of each library that the program names, as far as it is installed."""
    try:
        required = metadata.requires("build-edition") or []
    except metadata.PackageNotFoundError:
        required = []
    for name in sorted({re.split(r"[^\w.-]", one, maxsplit=1)[0].casefold() for one in required}):
        try:
            yield f"{name} {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            yield f"{name} –"


def _files(folder: Path) -> list[Path]:
    """The files below a folder in a fixed order, but for hidden ones and what Python keeps for itself."""
    found = (file for file in folder.rglob("*") if file.is_file())
    return sorted(file for file in found if not _is_passed_over(file.relative_to(folder)))


def _is_passed_over(path: Path) -> bool:
    return any(part.startswith(".") or part in _NOT_OF_THE_PROGRAM for part in path.parts)
