"""Where a finding points: the file and line, and the work, that its place names in words."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from build_edition.checks.finding import Finding
from build_edition.edition.loading.loader import read_yaml
from build_edition.errors import EditionError

_FILE = re.compile(r"(?P<file>[^,:]+\.(?:yml|yaml|md|txt|bib|html|json))(?=[,:]|$)")
_LINE = re.compile(r"\bline (?P<line>[0-9]+)")
_OF_SOURCE = re.compile(r"\bsource line ([0-9]+)|\bline ([0-9]+) of the source")
_RECORD = re.compile(r"\brecord (?P<record>[0-9]+)")


@dataclass(frozen=True, slots=True)
class Place:
    """`line` is the first that is named: of `file`, or of the source; `record` counts the records of a file."""

    file: str = ""
    line: int | None = None
    work: str = ""
    record: int | None = None
    source_line: int | None = None


def place_of(finding: Finding, works: Collection[str]) -> Place:
    """The place of a finding, in an edition of these works."""
    text = finding.place
    named = _FILE.match(text)
    line, record, of_source = _LINE.search(text), _RECORD.search(text), _OF_SOURCE.search(text)
    file = named["file"] if named else ""
    candidates = (
        (PurePosixPath(file).stem, *file.split("/")) if file else (re.split("[/,:]", text, maxsplit=1)[0],)
    )
    return Place(
        file,
        int(line["line"]) if line else None,
        next((one for one in candidates if one in works), ""),
        int(record["record"]) if record else None,
        int(of_source[1] or of_source[2]) if of_source else None,
    )


def line_in_file(place: Place, root: Path) -> int | None:
    """The line of the file of a place, that of the record it names where it names no line."""
    if place.record is None or not place.file.endswith(".yml"):
        return place.line if place.file else None
    try:
        document = read_yaml(root / place.file, place.file)
    except EditionError:
        return None
    return document.line((place.record - 1,))
