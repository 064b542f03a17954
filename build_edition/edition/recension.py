"""The recensions of a work, `edition/recensions/ID.txt`: what its published passages read in each version.

A text is not ours to keep, so what is kept is how to make it of the source again: the span on which a passage
stood, and the edits by which its words depart from the letters there.  Of each version only those passages are
listed that are new in it or read otherwise than in the version before; and of the new ones none that reads as
the source has it, for the ledger knows its span.  Lines are added and never altered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_edition.edition.loading.loader import read_text
from build_edition.errors import RecordError

HEADER = (
    "# What the published passages of {work} read in each version, as departures from the source.\n"
    "# `build-edition passages publish` adds to this file; nothing in it is ever changed by hand.\n"
    "# id, span of the source, digest of the text, then each edit: span of the source, and what is read there\n"
    "source {sha256}\n"
)
_SOURCE = re.compile(r"source ([0-9a-f]{64})")
_VERSION = re.compile(r"version (\S+)")
_SPAN = re.compile(r"([0-9]+)-([0-9]+)")
_EDIT = re.compile(r"([0-9]+)-([0-9]+):(.*)")
_DIGEST = re.compile(r"[0-9a-f]{12}")
GONE = "gone"
HELD = "in "


@dataclass(frozen=True, slots=True)
class Edit:
    """Reads `source[start:end]` as `reading`."""

    start: int
    end: int
    reading: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a passage read: `source[start:end]` with these edits made and white space drawn together."""

    start: int
    end: int
    digest: str
    edits: tuple[Edit, ...] = ()

    def line(self, name: str) -> str:
        edits = (f"{edit.start}-{edit.end}:{edit.reading}" for edit in self.edits)
        return "\t".join((name, f"{self.start}-{self.end}", self.digest, *edits))


@dataclass(frozen=True, slots=True)
class Lost:
    """That an id led to no passage of its own any more: another, `holder`, had its place, or none had."""

    holder: str = ""

    def line(self, name: str) -> str:
        return f"{name}\t{HELD + self.holder if self.holder else GONE}"


State = Recorded | Lost


@dataclass(frozen=True, slots=True)
class Version:
    """A published version of the edition, with what is listed of a work's passages, by their ids."""

    name: str
    listed: Mapping[str, State]


@dataclass(frozen=True, slots=True)
class Recension:
    """The versions of one work from the first on; all spans are those of the source `sha256`."""

    sha256: str
    versions: tuple[Version, ...]

    def text(self, work_id: str) -> str:
        """The recensions as a file."""
        lines = [HEADER.format(work=work_id, sha256=self.sha256)]
        for version in self.versions:
            lines.append(f"version {version.name}\n")
            lines += [f"{state.line(name)}\n" for name, state in version.listed.items()]
        return "".join(lines)


def read(path: Path, name: str) -> Recension:
    """The recensions in a file; `name` names it in errors. Raises `RecordError` for one that is damaged."""
    return parse(read_text(path, name).split("\n"), name)


def parse(lines: Iterable[str], name: str) -> Recension:
    """The recensions in the lines of a file; raises `RecordError` where they hold anything else."""
    sha256 = ""
    versions: dict[str, dict[str, State]] = {}
    listed: dict[str, State] | None = None
    for number, line in _telling(lines):
        where = f"{name}, line {number}"
        if source := _SOURCE.fullmatch(line):
            sha256 = source[1]
        elif version := _VERSION.fullmatch(line):
            if version[1] in versions:
                raise _damaged(f"has version {version[1]} a second time", where)
            listed = versions[version[1]] = {}
        else:
            passage, state = _state(line, where)
            if listed is None or passage in listed:
                raise _damaged(f"lists {passage} {'a second time' if listed else 'under no version'}", where)
            listed[passage] = state
    if not sha256:
        raise _damaged("does not say of which source it is", name)
    return Recension(sha256, tuple(Version(version, listed) for version, listed in versions.items()))


def _telling(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines that say something, with their numbers."""
    return ((n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#"))


def _state(line: str, where: str) -> tuple[str, State]:
    """The id of a passage, and what a line says of it."""
    passage, *fields = line.split("\t")
    if fields == [GONE]:
        return passage, Lost()
    if len(fields) == 1 and fields[0].startswith(HELD):
        return passage, Lost(fields[0].removeprefix(HELD))
    span = _SPAN.fullmatch(fields[0]) if len(fields) > 1 else None
    edits = [_EDIT.fullmatch(field) for field in fields[2:]]
    if span is None or not _DIGEST.fullmatch(fields[1]) or not all(edits):
        raise _damaged(f"is no line of a recension: {line[:60]!r}", where)
    made = tuple(Edit(int(edit[1]), int(edit[2]), edit[3]) for edit in edits if edit)
    return passage, Recorded(int(span[1]), int(span[2]), fields[1], made)


def _damaged(what: str, where: str) -> RecordError:
    restore = "Restore the file from the repository's history; it is written by `passages publish` alone."
    return RecordError(what, where=where, remedy=restore)
