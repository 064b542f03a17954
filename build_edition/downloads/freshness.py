"""What has been made, and whether it stands as it would be made again.

A file stands if it was made from the same, and nobody has altered it since. Both are known from
`.made.json` beside the files: the digest of what each was made from, its size and its hash.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from build_edition.downloads.inputs import digest
from build_edition.downloads.planning import Wanted
from build_edition.edition.sources import file_sha256
from build_edition.errors import EditionError
from build_edition.publish.files import write_whole

FOLDER = Path("build", "downloads")  # below the folder of the edition
RECORD = ".made.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is known of a file that was made.

    `inputs` is the digest of what it was made from. `seen` are the times at which the file, and what the disk
    knows of it, were last changed when it was last read: as long as they are the same it need not be read again.
    """

    inputs: str
    size: int
    sha256: str
    seen: tuple[int, int]


class Made:
    """The files that have been made in a folder, and what is known of the site (`site`)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stamps: dict[str, Stamp] = {}
        self.site: dict[str, Any] = {}
        self._kept = ""
        try:
            self._kept = (folder / RECORD).read_text(encoding="utf-8")
            found = json.loads(self._kept)
            self.stamps = {name: _stamp(one) for name, one in found["files"].items()}
            self.site = dict(found["site"])
        except (OSError, ValueError, AttributeError, KeyError, TypeError):
            self.stamps, self.site = {}, {}  # then everything is made again

    def path(self, name: str) -> Path:
        """Where the file of a name stands."""
        return self.folder / name

    def stands(self, name: str, inputs: str) -> bool:
        """Whether a file is there, was made from `inputs`, and is as it was made."""
        stamp = self.stamps.get(name)
        return stamp is not None and stamp.inputs == inputs and self._is_unaltered(name, stamp)

    def _is_unaltered(self, name: str, stamp: Stamp) -> bool:
        try:
            found = self.path(name).stat()
            if found.st_size != stamp.size:
                return False
            if (found.st_mtime_ns, found.st_ctime_ns) == stamp.seen:
                return True
            if file_sha256(self.path(name)) != stamp.sha256:
                return False
        except OSError:
            return False
        self.stamps[name] = replace(stamp, seen=(found.st_mtime_ns, found.st_ctime_ns))
        return True

    def note(self, name: str, inputs: str) -> Stamp:
        """Remember a file that has just been made from `inputs`."""
        path = self.path(name)
        state = path.stat()
        stamp = Stamp(inputs, state.st_size, file_sha256(path), (state.st_mtime_ns, state.st_ctime_ns))
        self.stamps[name] = stamp
        return stamp

    def write(self) -> None:
        """Put into the folder what is known of its files, of those that are there.

        Raises `EditionError` where the folder cannot be written.
        """
        there = {name: asdict(stamp) for name, stamp in sorted(self.stamps.items()) if self.path(name).is_file()}
        text = json.dumps({"files": there, "site": self.site}, indent=1) + "\n"
        if text == self._kept:
            return
        try:
            write_whole(self.folder / RECORD, text)
        except OSError as error:
            raise not_written(self.folder / RECORD, error) from None
        self._kept = text


def inputs_of(wanted: Wanted, edition: str) -> str:
    """The digest of what a file is made from, after that of the edition."""
    paper = wanted.choices.paper if wanted.form.has_pages else ""
    return digest([edition, wanted.form.name, wanted.work, paper])


def not_written(path: Path, error: OSError) -> EditionError:
    """What to say where the disk refuses a file."""
    return EditionError(
        f"cannot be written: {error.strerror or error}",
        where=str(path),
        remedy="See that the disk has room and that the folder takes files, or name another: --output FOLDER",
    )


def _stamp(found: dict[str, Any]) -> Stamp:
    changed, known = found["seen"]
    return Stamp(str(found["inputs"]), int(found["size"]), str(found["sha256"]), (int(changed), int(known)))
