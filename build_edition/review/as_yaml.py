"""Looks and records of structure as the text of a file, the fields in the order of the manual."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_edition.corrections.as_yaml import quoted
from build_edition.edition.loading.record import Record
from build_edition.edition.review import Look
from build_edition.edition.structure.record import StructureRecord, Words

_QUOTED = frozenset({"read", "after", "call", "n", "seen", "note", "by", "label", "rend", "role", "type"})


def look_entry(look: Look) -> str:
    """A look as an entry of a list."""
    return _entry(look, "")


def structure_entry(record: StructureRecord, indent: str) -> str:
    """A record of structure as an entry of a list whose signs stand behind `indent`."""
    return _entry(record, indent)


def _entry(record: Record, indent: str) -> str:
    lines = [f"{name}: {value}\n" for name, value in _fields(record)]
    return f"{indent}- " + f"{indent}  ".join(lines)


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if value is not None and (name in record.model_fields_set or info.alias in record.model_fields_set):
            yield info.alias or name, _value(name, value)


def _value(name: str, value: Any) -> str:
    if isinstance(value, Words):
        return "{" + ", ".join(f"{key}: {said}" for key, said in _fields(value)) + "}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if name == "on":
        return str(value.isoformat())
    return quoted(str(value)) if name in _QUOTED else str(value)
