"""What a model of a record says of its fields, as tables: each by the name that YAML has for it."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from textwrap import dedent
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le
from pydantic.fields import FieldInfo

from build_edition.edition.loading.record import Record

HEAD = "| field | what it is | what may stand there |\n|---|---|---|\n"
NEEDED = ", needed"
_NATURES = {str: "text", int: "a whole number", bool: "`true` or `false`"}


def table_of(model: type[Record], beyond: type[Record] | None = None) -> str:
    """The fields of a record as a table, those that are needed first; only those that `beyond` lacks."""
    known = set(_rows(beyond)) if beyond else set()
    rows = sorted((row for row in _rows(model) if row not in known), key=lambda row: not row[0].endswith(NEEDED))
    return HEAD + "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |\n" for row in rows)


def heading_of(model: type[Record]) -> str:
    """What a table is headed by: the words of the model's name ("Rights record")."""
    words = " ".join(re.findall("[A-Z][a-z]*", model.__name__))
    return words[0] + words[1:].lower()


def _rows(model: type[Record]) -> Iterator[tuple[str, str, str]]:
    meanings, types = _meanings(model), get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        allowed = _bounded(_allowed(types[name]), field) + _unless_given(field)
        needed = NEEDED if field.is_required() else ""
        yield f"`{field.alias or name}`{needed}", meanings.get(name, ""), allowed


def _unless_given(field: FieldInfo) -> str:
    """What counts where a field is left out."""
    if field.is_required() or not field.default:
        return ""
    default = field.default if isinstance(field.default, tuple) else (field.default,)
    return f"; {', '.join(f'`{value}`' for value in default)} if left out"


def _meanings(model: type[Record]) -> dict[str, str]:
    """What the docstring under each field says.

    Read from the code: Pydantic keeps that of a field only where its type has no description of its own.
    """
    found: dict[str, str] = {}
    for kind in reversed(model.__mro__):
        if not issubclass(kind, Record) or kind is Record:
            continue
        (body,) = ast.parse(dedent(inspect.getsource(kind))).body
        assert isinstance(body, ast.ClassDef)
        for field, after in zip(body.body, body.body[1:], strict=False):
            if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
                continue
            if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
                found[field.target.id] = " ".join(str(after.value.value).split())
    return found


def _allowed(kind: Any) -> str:
    """What a type takes, in words."""
    inner = get_args(kind)
    if get_origin(kind) is Annotated:
        said = [part.description for part in inner[1:] if isinstance(part, FieldInfo) and part.description]
        return said[-1] if said else _allowed(inner[0])
    if get_origin(kind) is Literal:
        return ", ".join(f"`{'true' if choice is True else choice}`" for choice in _choices(kind))
    if get_origin(kind) is tuple:
        return f"a list, each: {_allowed(inner[0])}"
    if inner:
        return " or ".join(_allowed(one) for one in inner if one is not type(None))
    if isinstance(kind, type) and issubclass(kind, Record):
        heading = heading_of(kind).lower()
        return f"[{heading}](#{heading.replace(' ', '-')})"
    return _NATURES[kind]


def _choices(kind: Any) -> Iterator[object]:
    for choice in get_args(kind):
        yield from _choices(choice) if get_args(choice) else (choice,)


def _bounded(said: str, field: FieldInfo) -> str:
    least = next((part.ge for part in field.metadata if isinstance(part, Ge)), None)
    most = next((part.le for part in field.metadata if isinstance(part, Le)), None)
    if least is None:
        return said
    return f"{said} from {least} to {most}" if most is not None else f"{said}, {least} or more"
