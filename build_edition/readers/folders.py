"""A folder of pages, one file each: which they are, in what order, and the hash that stands for all of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from build_edition.errors import InputError
from build_edition.readers.formats import HEAD, Format, format_of

SUFFIXES = frozenset({".xml", ".hocr", ".html", ".htm", ".xhtml", ".alto", ".page"})
_FIGURES = re.compile(r"(\d+)")


def pages_in(folder: Path) -> list[Path]:
    """The files of a folder that are pages, in their order; raises `InputError` for pages in two formats.

    Hidden files are passed over, and so is what is none of the formats known, such as the images.
    """
    try:
        files = [path for path in folder.iterdir() if is_candidate(path.name) and path.is_file()]
        found = [(path, kind) for path in files if (kind := _format(path))]
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", where=str(folder)) from None
    refuse_two([kind for _, kind in found], str(folder))
    return sorted((path for path, _ in found), key=lambda path: as_counted(path.name))


def is_candidate(name: str) -> bool:
    """Whether a file of this name may be a page."""
    return not name.startswith((".", "__")) and Path(name).suffix.lower() in SUFFIXES


def _format(path: Path) -> Format | None:
    with path.open("rb") as file:
        return format_of(file.read(HEAD))


def refuse_two(kinds: Sequence[Format], where: str) -> None:
    """Raise `InputError` where pages are in more formats than one: each page would be there twice."""
    counts = {kind: kinds.count(kind) for kind in sorted(set(kinds))}
    if len(counts) > 1:
        told = " and ".join(f"{count} in {kind}" for kind, count in counts.items())
        raise InputError(
            f"has pages in more than one format: {told}",
            where=where,
            remedy="The same pages would be read twice. Put those of one format into a folder of their own.",
        )


def as_counted(name: str) -> list[tuple[int, str]]:
    """The key by which `page-2` comes before `page-10`."""
    parts = _FIGURES.split(name)
    return [(int(part), "") if at % 2 else (0, part) for at, part in enumerate(parts)] + [(0, name)]


def sha256_of(files: Iterable[tuple[str, bytes]]) -> str:
    """The hash of a folder: that of the list of its pages which `sha256sum` prints, by the bytes of names."""
    listed = sorted((name.encode("utf-8", "surrogateescape"), digest) for name, digest in files)
    whole = hashlib.sha256()
    for name, digest in listed:
        whole.update(digest.hex().encode() + b"  " + name + b"\n")
    return whole.hexdigest()


def folder_sha256(folder: Path) -> str:
    """The hash of the pages in a folder; empty where it has none. Raises `OSError`."""
    digests = []
    for path in pages_in(folder):
        with path.open("rb") as file:
            digests.append((path.name, hashlib.file_digest(file, "sha256").digest()))
    return sha256_of(digests) if digests else ""
