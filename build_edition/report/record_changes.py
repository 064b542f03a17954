"""The editors' records that are new, gone or changed, as their files themselves say it, whatever they are about.

It asks no model, so it can read the records of an older program and those of a work whose source is nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from build_edition.edition import bibliography
from build_edition.edition.loading.loader import read_text, read_yaml
from build_edition.edition.project import BIBLIOGRAPHY, EDITION, PASSAGES, RECENSIONS
from build_edition.errors import RecordError
from build_edition.report.report import FieldChange, FileChange, Note, RecordChange, Sort

WRITTEN_BY_US = (PASSAGES.as_posix(), RECENSIONS.as_posix(), "edition/lines")  # told otherwise, or of no interest
# What tells one entry of a list from another, as far as it has these.
NAMING = ("id", "name", "work", "section", "page", "code", "form", "line", "set", "unset", "call", "from", "read",
          "after", "nth")  # fmt: skip
Record = Mapping[str, Any]


def changed_files(before: Path | None, after: Path) -> tuple[tuple[FileChange, ...], tuple[Note, ...]]:
    """The files of records in which two editions differ, by path; and what could not be read.

    `before` and `after` are the folders of the editions; `before` is None where there was none.
    """
    unread: list[Note] = []
    had, has = (_files(before) if before else {}), _files(after)
    found = []
    for name in sorted({*had, *has}):
        old, new = had.get(name), has.get(name)
        if old and new and old.read_bytes() == new.read_bytes():
            continue
        try:
            records = tuple(_compared(_read(old, name), _read(new, name)))
        except RecordError as error:
            unread.append(Note(f"{name} cannot be read, so its records were not compared.", str(error)))
            continue
        if records:
            found.append(FileChange(name, records))
    return tuple(found), tuple(unread)


def _files(root: Path) -> dict[str, Path]:
    """The files that editors write, by their path in the edition."""
    found = [root / BIBLIOGRAPHY]
    for ending in ("yml", "md"):
        found += (root / EDITION.parent).rglob(f"*.{ending}")
    names = {path.relative_to(root).as_posix(): path for path in found if path.is_file() and not path.is_symlink()}
    return {name: path for name, path in names.items() if not name.startswith(WRITTEN_BY_US)}


def _read(path: Path | None, name: str) -> dict[str, Record]:
    """The records of a file by what one would call them."""
    if path is None:
        return {}
    if name.endswith(".bib"):
        entries = bibliography.read(path, name)
        return {
            key: {k: v for k, v in asdict(entry).items() if v and k != "key"} for key, entry in entries.items()
        }
    if name.endswith(".md"):
        return {"the text": {"text": read_text(path, name)}}
    return _named(read_yaml(path, name).data)


def _named(data: Any) -> dict[str, Record]:
    if isinstance(data, list):
        return _of_list(data, "")
    if not isinstance(data, dict):
        return {"the file": {"value": data}}
    lists = {k: v for k, v in data.items() if isinstance(v, list) and v and all(isinstance(e, dict) for e in v)}
    own = {key: value for key, value in data.items() if key not in lists}
    found: dict[str, Record] = {"the record": own} if own else {}
    for key, entries in lists.items():
        found |= _of_list(entries, key)
    return found


def _of_list(entries: list[Any], within: str) -> dict[str, Record]:
    found: dict[str, Record] = {}
    seen = Counter[str]()
    for entry in entries:
        record = entry if isinstance(entry, dict) else {"value": entry}
        name = " ".join(part for part in (within, _name(record)) if part)
        seen[name] += 1
        found[name if seen[name] == 1 else f"{name} ({seen[name]})"] = record
    return found


def _name(record: Record) -> str:
    if "id" in record:
        return str(record["id"])
    return ", ".join(f"{key} {_shown(record[key])}" for key in NAMING if key in record) or "entry"


def _compared(before: dict[str, Record], after: dict[str, Record]) -> Iterator[RecordChange]:
    gone = {name: record for name, record in before.items() if name not in after}
    for name, record in after.items():
        old, sort = before.get(name), "changed"
        if old is None:
            twin = next((other for other, was in gone.items() if _is_alike(was, record)), None)
            old, sort = (gone.pop(twin), "changed") if twin else ({}, "new")
        fields = tuple(_fields(old, record))
        if fields:
            yield _change(sort, name, fields, record)
    for name, record in gone.items():
        yield _change("gone", name, tuple(_fields(record, {})), record)


def _change(sort: str, name: str, fields: Iterable[FieldChange], record: Record) -> RecordChange:
    kind: Sort = "new" if sort == "new" else "gone" if sort == "gone" else "changed"
    return RecordChange(kind, name, tuple(fields), str(record.get("by") or ""))


def _is_alike(one: Record, other: Record) -> bool:
    """Whether a record that bears another name is the other one, put right: it is about the same line."""
    return "line" in one and one["line"] == other.get("line") and one.get("as") == other.get("as")


def _fields(before: Record, after: Record) -> Iterator[FieldChange]:
    for name in dict.fromkeys((*before, *after)):
        was, now = before.get(name), after.get(name)
        if isinstance(was, dict) and isinstance(now, dict):
            yield from (FieldChange(f"{name}.{f.name}", f.before, f.after) for f in _fields(was, now))
        elif was != now:
            yield FieldChange(name, _shown(was), _shown(now))


def _shown(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() | tuple():
            return "; ".join(_shown(entry) for entry in value)
        case dict():
            return ", ".join(f"{key}: {_shown(entry)}" for key, entry in value.items())
    return str(value)
