"""Files that are packed: gzip, and zip archives of pages. Nothing is written to the disk, and nothing is unpacked
that would be larger than a library's largest book.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from build_edition.errors import InputError
from build_edition.readers.folders import as_counted, is_candidate, refuse_two
from build_edition.readers.formats import HEAD, format_of

GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
_LARGEST = 1 << 30  # bytes
_REMEDY = "Fetch it again; it is damaged or cut short."


def gunzipped(data: bytes, name: str) -> bytes:
    """What a gzip file holds; raises `InputError` for a damaged or a monstrous one."""
    pieces: list[bytes] = []
    size = 0
    try:
        while data:
            unpacker = zlib.decompressobj(wbits=31)
            pieces.append(unpacker.decompress(data, _LARGEST + 1 - size))
            size += len(pieces[-1])
            if size > _LARGEST:
                raise _too_large(name)
            if not unpacker.eof:
                raise zlib.error("it ends too early")
            data = unpacker.unused_data.lstrip(b"\0")
    except zlib.error as error:
        raise InputError(f"cannot be unpacked: {error}", where=name, remedy=_REMEDY) from None
    return b"".join(pieces)


def gzip_head(data: bytes) -> bytes:
    """How that begins which a gzip file holds; empty where that cannot be had."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data, HEAD)
    except zlib.error:
        return b""


def pages_of_zip(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """The names and the bytes of the pages in a zip archive, in their order; none where it has none.

    Raises `InputError` where they cannot be unpacked.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [
                member
                for member in archive.infolist()
                if not member.is_dir()
                and all(map(_is_shown, member.filename.split("/")))
                and is_candidate(_last(member))
            ]
            if sum(member.file_size for member in members) > _LARGEST:
                raise _too_large(name)
            found = []
            for member in members:
                content = archive.read(member)
                if kind := format_of(content[:HEAD]):
                    found.append((member.filename, content, kind))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise InputError(f"cannot be unpacked: {error}", where=name, remedy=_REMEDY) from None
    except RuntimeError:
        raise InputError(
            "is locked by a password", where=name, remedy="Unpack it, and give the folder of its pages."
        ) from None
    refuse_two([kind for _, _, kind in found], name)
    return sorted(((path, content) for path, content, _ in found), key=lambda page: as_counted(page[0]))


def _last(member: zipfile.ZipInfo) -> str:
    return member.filename.rpartition("/")[2]


def _is_shown(part: str) -> bool:
    return not part.startswith((".", "__MACOSX"))


def _too_large(name: str) -> InputError:
    return InputError(
        f"would unpack to more than {_LARGEST >> 30} GiB",
        where=name,
        remedy="Unpack it yourself if you trust it, and give the folder of its pages.",
    )
