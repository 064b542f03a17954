"""The site for a disk, as one zip: made from the built site, whatever else is taken away.

The page that lists the downloads stands in the zip too, and tells of the zip. So on the page of the site its size
and hash are filled in when it is made (`publish.pages.takeaway`), and the copy says in the same place what it is.
What the zip is made from is the site without these, and without the other files that can be taken away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from build_edition.downloads.form import Form
from build_edition.downloads.freshness import Made, not_written
from build_edition.downloads.inputs import digest, program
from build_edition.publish.offline.copy import is_wanted, write_zip
from build_edition.publish.offline.pages import in_copy
from build_edition.publish.pages.takeaway import PAGE

FORMAT = Form(
    "offline",
    ".zip",
    "The site for reading offline",
    "All pages as they are here. Unpack it and open index.html: reading, cards, citing, search and the check of a "
    "quotation work without a server and without a network.",
)


def pack(site: Path, name: str, made: Made) -> float | None:
    """Make the zip of a site, in which all lies in a folder `name`; the seconds that took, None where it stands.

    Raises `EditionError` where it cannot be written.
    """
    began = perf_counter()
    inputs = inputs_of_site(site, made)
    archive = f"{name}{FORMAT.suffix}"
    if made.stands(archive, inputs):
        return None
    try:
        made.folder.mkdir(parents=True, exist_ok=True)
        write_zip(site, made.path(archive), name)
    except OSError as error:
        raise not_written(made.path(archive), error) from None
    made.note(archive, inputs)
    return perf_counter() - began


def inputs_of_site(site: Path, made: Made) -> str:
    """The digest of what the zip of a site is made from.

    As long as no file of the site has another size or another time than when it was last read, none is read.
    """
    found = list(_files(site))
    seen = digest(f"{name} {_seen(name, file)}" for name, file in found)
    if made.site.get("seen") != seen:
        made.site["seen"] = seen
        made.site["holds"] = digest(part for name, file in found for part in (name, _held(name, file)))
    return digest([FORMAT.name, program(), str(made.site["holds"])])


def _files(site: Path) -> Iterator[tuple[str, Path]]:
    """The files of the site that the copy is made from, in a fixed order."""
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if is_wanted(name) and file.is_file():
            yield name, file


def _seen(name: str, file: Path) -> str:
    """How a file is known again; the page of downloads, which is filled in later, by what it holds."""
    if name == PAGE:
        return _held(name, file)
    state = file.stat()
    return f"{state.st_size} {state.st_mtime_ns}"


def _held(name: str, file: Path) -> str:
    data = file.read_bytes()
    if name == PAGE:
        data = in_copy(data.decode()).encode()
    return hashlib.sha256(data).hexdigest()
