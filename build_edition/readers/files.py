"""Any source: a text, or pages with the places of their words, of a scan or a PDF; told by content, not by name.

In: a path, or `-` for standard input.  Out: a `Source`. The text of pages is made by `rendering`; the hash is that
of the file as it was given, packed or not, and of a folder that of the list of its pages.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

from build_edition.errors import InputError
from build_edition.readers import text
from build_edition.readers.folders import folder_sha256, pages_in
from build_edition.readers.formats import HEAD, READERS, format_of, refuse_kin
from build_edition.readers.packed import GZIP, ZIP, gunzipped, gzip_head, pages_of_zip
from build_edition.readers.rendering import render
from build_edition.readers.scan import Page
from build_edition.source import Source

_NAMED = (".hocr", ".alto")  # what is called so and is not is no text either
_LEAST = 0.5  # of the words have no place: then indents and spaces mean little


def read(path: str | Path) -> Source:
    """The source in a file, in a folder of pages, or on standard input for "-".

    Raises `InputError` for what is missing, unreadable, or no text.
    """
    if str(path) == text.STDIN:
        return decode(sys.stdin.buffer.read(), "standard input")
    path = Path(path)
    if path.is_dir() and (files := pages_in(path)):
        pages = [page for file in files for page in _pages(text.data_of(file), f"{path.name}/{file.name}")]
        return _source(pages, path.resolve().name, folder_sha256(path), str(path))
    return decode(text.data_of(path), path.name)


def decode(data: bytes, name: str) -> Source:
    """The source that `data` is; raises `InputError` for what is none."""
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(ZIP):
        files = pages_of_zip(data, name)
        if files:
            return _source((page for file, own in files for page in _pages(own, f"{name}/{file}")), name, digest)
    elif data.startswith(GZIP) and format_of(gzip_head(data)):
        return _source(_pages(gunzipped(data, name), name), name, digest)
    elif format_of(data[:HEAD]):
        return _source(_pages(data, name), name, digest)
    elif Path(name).suffix.lower() in _NAMED:
        raise InputError(
            "is called a file of an OCR program, and is neither hOCR nor ALTO nor PAGE XML",
            where=name,
            remedy="Is it the right file, and is it whole? A plain text should be called .txt.",
        )
    refuse_kin(data[:HEAD], name)
    return text.decode(data, name)


def holds_pages(path: Path) -> bool:
    """Whether a file or a folder holds pages with the places of their words; raises `InputError`."""
    if path.is_dir():
        return bool(pages_in(path))
    data = text.data_of(path)
    if data.startswith(ZIP):
        return bool(pages_of_zip(data, path.name))
    return format_of(gzip_head(data) if data.startswith(GZIP) else data[:HEAD]) is not None


def sha256_of(path: Path) -> str:
    """The hash by which a record knows a source; raises `OSError`, and `InputError` for pages in two formats."""
    if path.is_dir():
        return folder_sha256(path)
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pages(data: bytes, name: str) -> list[Page]:
    kind = format_of(data[:HEAD])
    return READERS[kind](data, name) if kind else []


def _source(pages: Iterable[Page], name: str, digest: str, where: str = "") -> Source:
    found = list(pages)
    words = [word for page in found for line in page.lines for word in line.words]
    if not words:
        raise InputError(
            f"has no words in its {len(found)} {'page' if len(found) == 1 else 'pages'}",
            where=where or name,
            remedy="Were the pages read by the OCR program, or only cut into lines? Have them read first.",
        )
    rendered, geometry = render(found)
    lines = [line for page in found for line in page.lines]
    unplaced = sum(1 for line in lines if not (line.box or any(word.box for word in line.words)))
    warnings: tuple[str, ...] = ()
    if unplaced > _LEAST * len(lines):
        warnings = (
            f"{name} does not say where {unplaced} of its {len(lines)} lines stand on the page; indents, space "
            "between lines and the size of type are not known there.",
        )
    return Source(name, rendered, digest, "utf-8", warnings, geometry)
