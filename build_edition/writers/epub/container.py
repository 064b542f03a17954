"""A book as the bytes of its container: a ZIP that begins with its kind and holds no date of its making."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from build_edition.writers.epub.book import FOLDER, STYLE, Book
from build_edition.writers.epub.package import package
from build_edition.writers.epub.sheets import documents

MIMETYPE = "application/epub+zip"
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP can have
_PACKED = frozenset({"font/woff2", "image/png"})  # to compress these again gains nothing
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n<rootfiles>\n'
    f'<rootfile full-path="{FOLDER}/package.opf" media-type="application/oebps-package+xml"/>\n'
    "</rootfiles>\n</container>\n"
)


def pack(book: Book) -> bytes:
    """The finished book."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, data, method in _entries(book):
            told = zipfile.ZipInfo(path, _NO_DATE)
            told.external_attr = 0o644 << 16
            told.create_system = 3  # whatever the system is on which it is made
            told.compress_type = method
            archive.writestr(told, data, compresslevel=9)
    return out.getvalue()


def _entries(book: Book) -> Iterator[tuple[str, bytes, int]]:
    yield "mimetype", MIMETYPE.encode(), zipfile.ZIP_STORED
    yield "META-INF/container.xml", _CONTAINER.encode(), zipfile.ZIP_DEFLATED
    yield f"{FOLDER}/package.opf", package(book).encode(), zipfile.ZIP_DEFLATED
    for path, text in documents(book):
        yield f"{FOLDER}/{path}", text.encode(), zipfile.ZIP_DEFLATED
    yield f"{FOLDER}/{STYLE}", book.style.encode(), zipfile.ZIP_DEFLATED
    for path, (data, kind) in book.files.items():
        yield f"{FOLDER}/{path}", data, zipfile.ZIP_STORED if kind in _PACKED else zipfile.ZIP_DEFLATED
