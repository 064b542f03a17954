"""Records of structure put into the record of a work, `edition/works/ID.yml`: nothing else in the file changes.

The file is changed as text and read again; where anything else would be otherwise, it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError

from build_edition.corrections.as_yaml import quoted
from build_edition.corrections.record_file import beginning, lines_of
from build_edition.edition.loading.plain_yaml import plain_document
from build_edition.edition.records import WorkRecord
from build_edition.edition.structure.record import StructureRecord
from build_edition.errors import CorrectionError

_PLAIN = re.compile(r"[A-Za-z][A-Za-z .’-]*(?<! )")
_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_QUOTED = frozenset({"read", "after", "label"})
_FIELDS = ("set", "unset", "call", "line", "read", "after", "nth", "from", "to")


def structure_yaml(record: StructureRecord, indent: str = "") -> str:
    """A record as an entry of the list `structure`."""
    said = record.model_dump(by_alias=True, exclude_unset=True)
    order = [*(name for name in _FIELDS if name in said), *(name for name in said if name not in _FIELDS)]
    lines = [f"{name}: {_value(name, said[name])}" for name in order if said[name] is not None]
    return f"{indent}- " + f"\n{indent}  ".join(lines) + "\n"


def _value(name: str, value: object) -> str:
    """A value as YAML has it; words of the source stand in quotes."""
    if isinstance(value, dict):
        inner = ", ".join(f"{inner}: {_value(inner, one)}" for inner, one in value.items() if one is not None)
        return f"{{{inner}}}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    is_plain = name not in _QUOTED and _PLAIN.fullmatch(text) and text.lower() not in _OF_YAML
    return text if is_plain else quoted(text)


def with_structure(text: str, records: Sequence[StructureRecord], name: str, undone: Sequence[int] = ()) -> str:
    """The text of a work's record with more records of structure, behind those it has, and without those `undone`,
    told by their numbers from 1.

    Raises `CorrectionError` where that cannot be so that all the rest stays as it is.
    """
    after = _without(text, undone, name) if undone else text
    return _with(after, records, name) if records else after


def _with(text: str, records: Sequence[StructureRecord], name: str) -> str:
    lines = lines_of(text)
    newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    at, drop, head, indent = _place(text, lines, name)
    entries = "".join(structure_yaml(record, indent) for record in records)
    new = [line + newline for line in (*head, *entries.splitlines())]
    if at and not lines[at - 1].endswith("\n"):
        lines[at - 1] += newline
    after = "".join([*lines[:at], *new, *lines[at + drop :]])
    kept = _data(text, name).get("structure") or []
    _refuse_unlike(text, after, kept, records, name)
    return after


def _without(text: str, undone: Sequence[int], name: str) -> str:
    """The text without some of the records; without the list too, where it holds no more."""
    lines = lines_of(text)
    value = _node(text)
    if value is None or not isinstance(value.value, list) or value.flow_style:
        raise _odd(name)
    starts = [beginning(node.start_mark.line, lines) for node in value.value]
    ends = [_end(node, start, lines) for node, start in zip(value.value, starts, strict=True)]
    gone = {line for number in undone for line in range(starts[number - 1], ends[number - 1])}
    if len(undone) == len(starts):
        head = starts[0] - 1
        if lines[head].split("#")[0].strip() != "structure:":
            raise _odd(name)
        gone.add(head)
    after = "".join(line for k, line in enumerate(lines) if k not in gone)
    kept = [one for number, one in enumerate(_data(text, name)["structure"], 1) if number not in undone]
    _refuse_unlike(text, after, kept, (), name)
    return after


def _end(node: Any, first: int, lines: Sequence[str]) -> int:
    """The line after the last of an entry, without the blank lines and comments below it."""
    last = max(_ends(node))
    while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
        last -= 1
    return last


def _place(text: str, lines: list[str], name: str) -> tuple[int, int, list[str], str]:
    """Before which line the records go, how many lines they replace, what stands above them, and their indent."""
    value = _node(text)
    if value is None:
        return len(lines), 0, ["structure:"], "  "
    if not isinstance(value.value, list) or not value.value:
        line = value.start_mark.line
        if lines[line].split("#")[0].strip() not in {
            "structure:",
            "structure: []",
            "structure: ~",
            "structure: null",
        }:
            raise _odd(name)
        return line, 1, ["structure:"], "  "
    if value.flow_style:
        raise _odd(name)
    last = value.value[-1]
    end = _end(last, beginning(last.start_mark.line, lines), lines)
    return end, 0, [], " " * int(value.start_mark.column)


def _node(text: str) -> Any:
    """What stands behind `structure:`; None where there is no such field."""
    import yaml

    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return next((value for key, value in getattr(root, "value", ()) if key.value == "structure"), None)


def _data(text: str, name: str) -> Any:
    import yaml

    return plain_document(yaml.parse(text, Loader=yaml.SafeLoader), name).data


def _ends(node: Any) -> Iterable[int]:
    """The lines after the last of each scalar in a node."""
    children = node.value if isinstance(node.value, list) else []
    flat = [one for child in children for one in (child if isinstance(child, tuple) else (child,))]
    if not flat:
        return [node.end_mark.line + (node.end_mark.column > 0)]
    return [line for child in flat for line in _ends(child)]


def _refuse_unlike(
    before: str, after: str, kept: list[Any], records: Sequence[StructureRecord], name: str
) -> None:
    """Raise `CorrectionError` unless a changed file has these records, and all else as it was."""
    old, new = _data(before, name), _data(after, name)
    listed = new.get("structure") or []
    try:
        found = TypeAdapter(WorkRecord).validate_python(new)
    except ValidationError:
        raise _odd(name) from None
    rest = {key: value for key, value in new.items() if key != "structure"}
    if (
        rest != {key: value for key, value in old.items() if key != "structure"}
        or listed[: len(kept)] != kept
        or list(found.structure[len(kept) :]) != list(records)
    ):
        raise _odd(name)


def _odd(name: str) -> CorrectionError:
    return CorrectionError(
        "cannot take another record of structure so that the rest stays as it is",
        where=name,
        remedy="Write `structure:` as a list, each record on lines of its own, beginning with “- ”.",
    )
