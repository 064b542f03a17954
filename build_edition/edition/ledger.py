"""The ledger of published passages, `edition/passages/ID.txt`: which ids were given out, and to what.

A line holds an id, the span of the source where the passage stood when it was published, a digest of its text
and a signature by which a corrected text is told from another one, and the version of the edition that gave
the id out.  Lines are added and never altered, for an id that is published may have been cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_edition.edition.loading.loader import read_text
from build_edition.errors import RecordError

HEADER = (
    "# The published passages of {work}. `build-edition passages publish` adds to this file; nothing in it is\n"
    "# ever changed by hand: an id that is published may have been cited.\n"
    "# id, span of the source, digest and signature of the text, version that published it\n"
    "source {sha256}\n"
)
_SOURCE = re.compile(r"source ([0-9a-f]{64})")
_LINE = re.compile(
    r"(?P<id>[^\s#]+)\t(?P<start>[0-9]+)-(?P<end>[0-9]+)\t(?P<digest>[0-9a-f]{12})\t(?P<signature>[0-9a-f]{16})"
    r"\t(?P<since>\S+)"
)


def version_name(version: str) -> str:
    """A version of the edition as ledgers and addresses name it."""
    return re.sub(r"[\s/\\?#%]+", "-", version.strip())


@dataclass(frozen=True, slots=True)
class Published:
    """One published id: it was given to what stood at `start` to `end` of the source, in version `since`."""

    id: str
    start: int
    end: int
    digest: str
    signature: int
    since: str

    def line(self) -> str:
        """The entry as a line of the file."""
        fields = (self.id, f"{self.start}-{self.end}", self.digest, f"{self.signature:016x}", self.since)
        return "\t".join(fields)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that is published of one work, in the order of the file; spans are those of the source `sha256`."""

    sha256: str
    entries: tuple[Published, ...]

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(entry.id for entry in self.entries)

    def text(self, work_id: str) -> str:
        """The ledger as a file."""
        head = HEADER.format(work=work_id, sha256=self.sha256)
        return head + "".join(entry.line() + "\n" for entry in self.entries)


def read(path: Path, name: str) -> Ledger:
    """The ledger in a file; `name` names it in errors. Raises `RecordError` for one that is damaged."""
    return parse(read_text(path, name).splitlines(), name)


def parse(lines: Iterable[str], name: str) -> Ledger:
    """The ledger in the lines of a file; raises `RecordError` where they hold anything else."""
    restore = "Restore the file from the repository's history; it is written by `passages publish` alone."
    sha256 = ""
    entries: dict[str, Published] = {}
    for number, line in enumerate(lines, 1):
        where = f"{name}, line {number}"
        if not line.strip() or line.startswith("#"):
            continue
        if source := _SOURCE.fullmatch(line):
            sha256 = source[1]
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise RecordError(f"is no line of a ledger: {line[:60]!r}", where=where, remedy=restore)
        if match["id"] in entries:
            raise RecordError(f"publishes {match['id']} a second time", where=where, remedy=restore)
        entries[match["id"]] = Published(
            match["id"], int(match["start"]), int(match["end"]), match["digest"],
            int(match["signature"], 16), match["since"],
        )  # fmt: skip
    if not sha256:
        raise RecordError("does not say of which source it is", where=name, remedy=restore)
    return Ledger(sha256, tuple(entries.values()))
