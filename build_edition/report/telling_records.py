"""What a report says of records: each that is new, gone or changed, by its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_edition.report.document import Differs, Item, Line, Name, Quote, Section, joined, line
from build_edition.report.report import FieldChange, FileChange, RecordChange

SIDE_BY_SIDE = ("read", "as", "perhaps")  # of an emendation: one reading and the other


def file_sections(files: Iterable[FileChange]) -> Iterator[Section]:
    """The records by their files, under one heading."""
    for number, file in enumerate(files):
        if not number:
            yield Section(line("Records"))
        yield Section(line(Name(file.path)), tuple(_record(one) for one in file.records), level=3, many="records")


def _record(record: RecordChange) -> Item:
    fields = {one.name: one for one in record.fields}
    lines: list[Line] = []
    reading = fields.get("as") or fields.get("perhaps")
    if record.sort != "changed" and "read" in fields and reading:
        read = fields["read"]
        lines.append(line("reads ", _proposed(read, reading, record.sort == "gone")))
        fields = {name: one for name, one in fields.items() if name not in SIDE_BY_SIDE}
        if reading.name == "perhaps":
            lines.append(line("and only says that it may be so"))
    rest = [one for one in fields.values() if one.name != "by"]
    if record.sort == "changed":
        lines += [line(Name(one.name), ": ", Differs(one.before, one.after)) for one in rest]
    elif rest:
        lines.append(joined(line(Name(one.name), " ", Quote(one.after or one.before)) for one in rest))
    who = (line("by ", Name(record.by)),) if record.by else ()
    return Item(joined([line(f"{record.sort}: ", Name(record.name)), *who]), tuple(lines))


def _proposed(read: FieldChange, reading: FieldChange, gone: bool) -> Differs:
    """What the source has, and what the record reads instead; turned about for a record that is gone."""
    if gone:
        return Differs(reading.before, read.before)
    return Differs(read.after, reading.after)
