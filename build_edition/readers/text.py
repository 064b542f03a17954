"""Plain text, from a file or from standard input."""

from __future__ import annotations

import stat
import sys
from dataclasses import replace
from pathlib import Path

from build_edition.errors import InputError
from build_edition.readers.side_by_side import stands_side_by_side
from build_edition.source import Source

STDIN = "-"

# What files begin with that are often taken for text, and how to get the text out of them.
PDF = "Give what pdftotext -bbox-layout makes of it, with the place of each word; if it has no text, OCR it first."
PAGES = "Have an OCR program read it first, and give its hOCR or ALTO file, or its text."
UNPACK = "Unpack it, and give the text file that is in it."
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", PDF),
    (b"\x89PNG\r\n", "a PNG image", PAGES),
    (b"\xff\xd8\xff", "a JPEG image", PAGES),
    (b"II*\0", "a TIFF image", PAGES),
    (b"MM\0*", "a TIFF image", PAGES),
    (b"GIF87a", "a GIF image", PAGES),
    (b"GIF89a", "a GIF image", PAGES),
    (b"AT&TFORM", "a DjVu document", "Make a text of it first, with djvutxt."),
    (b"PK\x03\x04", "a ZIP archive (as .docx, .odt and .epub files are)", "Export or save it as plain text."),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document", "Save it as plain text."),
    (b"{\\rtf", "a Rich Text document", "Save it as plain text."),
    (b"\x1f\x8b", "a gzip archive", UNPACK),
    (b"\xfd7zXZ", "an xz archive", UNPACK),
    (b"7z\xbc\xaf", "a 7-Zip archive", UNPACK),
)
IN_COLUMNS = (
    "shows the columns of its pages beside each other, so that its lines run from one column into the next. Make "
    "the text anew in their order: pdftotext -bbox-layout, or the hOCR or ALTO file of an OCR program."
)
BINARY = 0.05  # the share of NUL bytes from which a file is no text in any 8-bit encoding


def read(path: str | Path) -> Source:
    """The source in a file, or on standard input for "-".

    Raises `InputError` for what is missing, unreadable, a folder, or no text.
    """
    if str(path) == STDIN:
        return decode(sys.stdin.buffer.read(), "standard input")
    path = Path(path)
    return decode(data_of(path), path.name)


def data_of(path: Path) -> bytes:
    """The bytes of a file; raises `InputError` for what is missing, unreadable, or a folder."""
    try:
        _refuse_special(path)
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file", where=str(path), remedy=_advice(path)) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", where=str(path)) from None
    except ValueError as error:  # a path that holds a NUL
        raise InputError(f"is no name of a file: {error}", where=repr(str(path))) from None


def decode(data: bytes, name: str) -> Source:
    """The source that `data` encodes; raises `InputError` for what is not text."""
    for signature, nature, remedy in SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"this is {nature}, not plain text", where=name, remedy=remedy)
    start = data[:65536]
    has_mark = start.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))
    if not has_mark and start.count(0) > BINARY * len(start):
        raise InputError(
            "this is not text, or UTF-16 text without a byte order mark",
            where=name,
            remedy="Give a plain-text file; save it as UTF-8 if it is text.",
        )
    source = Source.decode(data, name)
    if not stands_side_by_side(source.text):
        return source
    return replace(source, warnings=(*source.warnings, f"{name} {IN_COLUMNS}"))


def _refuse_special(path: Path) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise InputError("this is a folder", where=str(path), remedy="Name one text file in it.")
    if stat.S_ISBLK(mode) or stat.S_ISCHR(mode) or stat.S_ISSOCK(mode):
        raise InputError("this is a device", where=str(path), remedy='For standard input give "-".')


def _advice(path: Path) -> str:
    """Which file may have been meant."""
    from rapidfuzz import fuzz, process

    folder = path.parent
    if not folder.is_dir():
        return f"There is no folder {folder} either."
    names = [other.name for other in folder.iterdir() if other.is_file()]
    found = process.extractOne(path.name, names, scorer=fuzz.ratio, score_cutoff=70)
    return f"Did you mean {folder / found[0]}?" if found else "Check the spelling of the path."
