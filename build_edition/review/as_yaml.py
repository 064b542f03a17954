"""A look as the text of a file, its fields in the order of the manual."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_edition.corrections.as_yaml import quoted
from build_edition.edition.review import Look

_QUOTED = frozenset({"read", "seen", "note", "by"})


def look_entry(look: Look) -> str:
    """A look as an entry of a list."""
    return "- " + "  ".join(f"{name}: {value}\n" for name, value in _fields(look))


def _fields(look: Look) -> Iterator[tuple[str, str]]:
    for name, info in Look.model_fields.items():
        value = getattr(look, name)
        if value is not None and (name in look.model_fields_set or info.alias in look.model_fields_set):
            yield info.alias or name, _value(name, value)


def _value(name: str, value: Any) -> str:
    if name == "on":
        return str(value.isoformat())
    return quoted(str(value)) if name in _QUOTED else str(value)
