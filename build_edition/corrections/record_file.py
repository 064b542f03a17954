"""A file with a list of records, as text: where each stands, and the text with one added, replaced or taken out.

Whatever people wrote beside a record (comments, blank lines, their own manner of quoting) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from build_edition.edition.loading.plain_yaml import plain_document
from build_edition.errors import CorrectionError, RecordError

_LINES = re.compile(r"[^\n]*\n|[^\n]+")  # the ends of lines that an editor sees; other signs end none


def lines_of(text: str) -> list[str]:
    """The lines of a file, each with its end."""
    return _LINES.findall(text)


def beginning(line: int, lines: Sequence[str]) -> int:
    """The line with the sign of a record whose fields begin on a line."""
    while line > 0 and not re.match(r"\s*- ?", lines[line]):
        line -= 1
    return line


@dataclass(frozen=True, slots=True)
class Extent:
    """The lines of one record, from 0: its first and the one after its last; and the column of its fields."""

    start: int
    end: int
    column: int


@dataclass(frozen=True)
class RecordFile:
    """The text of a file of records; `name` names it in errors."""

    name: str
    text: str = ""
    lines: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", tuple(lines_of(self.text)))

    @cached_property
    def data(self) -> list[Any]:
        """What the records say, as plain values; raises `RecordError` where the text is no list of records."""
        from yaml import SafeLoader, YAMLError, parse

        try:
            data = plain_document(parse(self.text, Loader=SafeLoader), self.name).data
        except YAMLError as error:
            raise RecordError(f"is not valid YAML: {str(error).splitlines()[0]}", where=self.name) from None
        if data is not None and not (isinstance(data, list) and all(isinstance(one, dict) for one in data)):
            raise RecordError("is no list of records", where=self.name, remedy="Begin each record with “- ”.")
        return data or []

    @cached_property
    def extents(self) -> tuple[Extent, ...]:
        """Where the records stand; raises `RecordError` where they do not stand below one another."""
        return tuple(self._extents()) if self.data else ()

    def _extents(self) -> Iterator[Extent]:
        from yaml import SafeLoader, parse
        from yaml import events as yaml

        depth, start, column, last = 0, 0, 0, 0
        for event in parse(self.text, Loader=SafeLoader):
            if isinstance(event, yaml.SequenceStartEvent) and depth == 0 and event.flow_style:
                raise RecordError(
                    "has its records in brackets, where no other can be put between them",
                    where=self.name,
                    remedy="Write each record on lines of its own, beginning with “- ”.",
                )
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth == 2:
                    start, column = beginning(event.start_mark.line, self.lines), event.start_mark.column
            if isinstance(event, yaml.ScalarEvent) or (
                isinstance(event, yaml.CollectionEndEvent) and event.end_mark.index > event.start_mark.index
            ):
                last = event.end_mark.line + (event.end_mark.column > 0)
            if isinstance(event, yaml.CollectionEndEvent):
                if depth == 2:
                    yield Extent(start, self._without_comments(start, last, column), column)
                depth -= 1

    def _without_comments(self, start: int, end: int, column: int) -> int:
        """The end of a record without the blank lines and the comments below it."""
        while end > start + 1:
            line = self.lines[end - 1]
            is_comment = line.lstrip().startswith("#") and len(line) - len(line.lstrip()) < column
            if line.strip() and not is_comment:
                return end
            end -= 1
        return end

    @property
    def newline(self) -> str:
        return "\r\n" if self.lines and self.lines[0].endswith("\r\n") else "\n"

    def verbatim(self, index: int) -> str:
        """A record as it stands."""
        extent = self.extents[index]
        return "".join(self.lines[extent.start : extent.end])

    def with_added(self, entry: str, line: int) -> RecordFile:
        """The file with one more record, of which `line` is the line of the source: behind those before it."""
        if not self.data:
            return self._begun(entry)
        before = [
            k
            for k, record in enumerate(self.data)
            if isinstance(record.get("line"), int) and record["line"] <= line
        ]
        blank = [self.newline] if self._is_spaced() else []
        if before:
            at = self.extents[before[-1]].end
            return self._with(at, at, [*blank, *self._fitted(entry)])
        at = self._front()
        return self._with(at, at, [*self._fitted(entry), *blank])

    def with_replaced(self, index: int, entry: str) -> RecordFile:
        """The file with another record in the place of one."""
        extent = self.extents[index]
        return self._with(extent.start, extent.end, self._fitted(entry))

    def without(self, index: int) -> RecordFile:
        """The file without one of its records, and without the blank line that parted it from the one before."""
        start, end = self.extents[index].start, self.extents[index].end
        if index > 0 and not self.lines[start - 1].strip():
            start -= 1
        elif index == 0 and len(self.extents) > 1 and not self.lines[end].strip():
            end += 1
        rest = self._with(start, end, [])
        if rest.text.strip() and not rest.data:
            return self._with(start, end, [f"[]{self.newline}"])
        return rest

    def _with(self, start: int, end: int, new: list[str]) -> RecordFile:
        """The file with other lines from `start` to `end`; it ends in a line end if it did before."""
        lines = [*self.lines[:start], *new, *self.lines[end:]]
        if self.lines and not self.lines[-1].endswith("\n"):
            lines = [line if line.endswith("\n") else line + self.newline for line in lines]
            lines[-1:] = [line.rstrip("\r\n") for line in lines[-1:]]
        return RecordFile(self.name, "".join(lines))

    def _begun(self, entry: str) -> RecordFile:
        """The file with its first record."""
        empty = [k for k, line in enumerate(self.lines) if line.split("#")[0].strip() == "[]"]
        if self.text.strip() and not empty:
            return self._with(len(self.lines), len(self.lines), self._fitted(entry))
        at = empty[0] if empty else len(self.lines)
        return self._with(at, at + len(empty[:1]), self._fitted(entry))

    def _fitted(self, entry: str) -> list[str]:
        """The lines of a record, ended and indented as those of the file."""
        dash = self.lines[self.extents[0].start] if self.extents else ""
        indent = dash[: len(dash) - len(dash.lstrip())]
        return [indent + line.rstrip("\r\n") + self.newline for line in lines_of(entry)]

    def _is_spaced(self) -> bool:
        """Whether a blank line parts the records from each other, most of them or the only one."""
        pairs = list(zip(self.extents, self.extents[1:], strict=False))
        parted = sum(not self.lines[one.end].strip() for one, _ in pairs)
        return 2 * parted >= len(pairs)

    def _front(self) -> int:
        """Where a record goes that comes before all: below remarks about the file, above those on the first."""
        first = at = self.extents[0].start
        while at > 0 and self.lines[at - 1].lstrip().startswith("#"):
            at -= 1
        return at if any(not line.strip() for line in self.lines[:at]) else first


def refuse_unlike(before: RecordFile, after: RecordFile, expected: list[Any]) -> None:
    """Raise `CorrectionError` unless the records of a changed file are those that are expected."""
    try:
        found = after.data
    except RecordError:
        found = None
    if found != expected:
        raise CorrectionError(
            "cannot be changed so that all other records stay as they are",
            where=before.name,
            remedy="Look for odd signs or indentation beside the record, or change the file by hand.",
        )
