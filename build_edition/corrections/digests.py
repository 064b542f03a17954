"""Digests of the lines of a source, `edition/lines/ID.txt`: kept so that records can be tried where it is absent.

A digest has sixteen bits, so it tells whether a line is still what somebody saw, and nothing of what it says.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_edition.edition.loading.loader import read_text
from build_edition.edition.project import LINES
from build_edition.errors import RecordError
from build_edition.source import Source

HEADER = (
    "# Digests of the lines of the source of {work}, {row} in a row, after the number of the first. With them\n"
    "# records of words are tried where the source is absent. `build-edition lines keep` writes this file.\n"
    "source {sha256}\n"
    "lines {count}\n"
)
ROW = 16
_SOURCE = re.compile(r"source ([0-9a-f]{64})")
_COUNT = re.compile(r"lines ([1-9][0-9]{0,7})")
_ROW = re.compile(r"([1-9][0-9]{0,7}):((?: [0-9a-f]{4})+)")
_AGAIN = "Write it again: build-edition lines keep"


@dataclass(frozen=True, slots=True)
class KeptLines:
    """The digests of the lines of the source `sha256`; the first is that of line 1."""

    sha256: str
    digests: tuple[str, ...]

    @classmethod
    def of(cls, source: Source) -> KeptLines:
        return cls(source.sha256, line_digests(source))

    def text(self, work_id: str) -> str:
        """The digests as a file."""
        head = HEADER.format(work=work_id, row=ROW, sha256=self.sha256, count=len(self.digests))
        starts = range(0, len(self.digests), ROW)
        return head + "".join(f"{at + 1}: {' '.join(self.digests[at : at + ROW])}\n" for at in starts)


def line_digests(source: Source) -> tuple[str, ...]:
    """The digest of each line of a source, in four hexadecimal digits."""
    return tuple(line_digest(source, line.number) for line in source.lines)


def line_digest(source: Source, number: int) -> str:
    """The digest of one line; lines that read the same in other places or texts have others."""
    said = f"{source.sha256}\n{number}\n{source.lines[number - 1].text}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:4]


def lines_path(work_id: str) -> Path:
    """The path of the file of a work in its edition's folder."""
    return LINES / f"{work_id}.txt"


def read(root: Path, work_id: str) -> KeptLines | None:
    """The digests kept of a work's source, if they are; raises `RecordError` for a damaged file."""
    path = lines_path(work_id)
    if not (root / path).is_file():
        return None
    return parse(read_text(root / path, path.as_posix()).splitlines(), path.as_posix())


def parse(lines: Iterable[str], name: str) -> KeptLines:
    """The digests in the lines of a file; raises `RecordError` where they hold anything else, or too few."""
    sha256, count = "", 0
    digests: list[str] = []
    for number, line in enumerate(lines, 1):
        if line.startswith("#") or not line.strip():
            continue
        if source := _SOURCE.fullmatch(line):
            sha256 = source[1]
        elif lines_said := _COUNT.fullmatch(line):
            count = int(lines_said[1])
        elif (row := _ROW.fullmatch(line)) and int(row[1]) == len(digests) + 1:
            digests += row[2].split()
        else:
            raise RecordError(
                f"is no row of digests: {line[:60]!r}", where=f"{name}, line {number}", remedy=_AGAIN
            )
    if not sha256 or not count:
        raise RecordError("does not say of which source it is, or of how many lines", where=name, remedy=_AGAIN)
    if len(digests) != count:
        raise RecordError(f"has digests of {len(digests)} lines and says {count}", where=name, remedy=_AGAIN)
    return KeptLines(sha256, tuple(digests))
