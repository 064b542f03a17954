"""A record of structure put into `edition/works/ID.yml`, behind those that are there; all else stays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from build_edition.edition.loading.loader import load
from build_edition.edition.records import WorkRecord
from build_edition.edition.structure.record import StructureRecord
from build_edition.errors import CorrectionError
from build_edition.review.as_yaml import structure_entry

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class _Block:
    """Where the records of structure stand: the line after the last of them, and what is before their signs."""

    end: int
    indent: str


def with_structure(text: str, record: StructureRecord, name: str) -> str:
    """The text of a work's record with one more record of structure, the last.

    Raises `CorrectionError` where it could not be put there without touching anything else.
    """
    lines = _LINE.findall(text)
    newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += newline
    block = _block(text, lines, name)
    if block is None:
        entry = f"structure:\n{structure_entry(record, '  ')}"
        at = len(lines)
    else:
        entry, at = structure_entry(record, block.indent), block.end
    made = "".join([*lines[:at], entry.replace("\n", newline), *lines[at:]])
    _refuse_unlike(text, made, record, name)
    return made


def _block(text: str, lines: list[str], name: str) -> _Block | None:
    """Where the records stand; None where the work has none."""
    import yaml

    node = yaml.compose(text, Loader=yaml.SafeLoader)
    found = [value for key, value in node.value if key.value == "structure"]
    if not found:
        return None
    (records,) = found
    if not isinstance(records, yaml.SequenceNode) or records.flow_style or not records.value:
        raise CorrectionError(
            "has its `structure` in a form to which nothing can be added",
            where=name,
            remedy="Write each of its records on lines of its own, beginning with “- ”; or leave it out.",
        )
    end = _last(records) + 1
    return _Block(end, lines[records.start_mark.line][: records.start_mark.column])


def _last(node: Any) -> int:
    """The last line of a node that has signs of its own, from 0."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return int(node.end_mark.line - (node.end_mark.column == 0 and node.end_mark.line > node.start_mark.line))
    if node.flow_style:
        return int(node.end_mark.line)
    inner = node.value[-1]
    return _last(inner[1] if isinstance(inner, tuple) else inner)


def _refuse_unlike(before: str, after: str, record: StructureRecord, name: str) -> None:
    """Raise `CorrectionError` unless the new text says what the old one said, and the record."""
    with TemporaryDirectory() as folder:
        files = (Path(folder, "before.yml"), Path(folder, "after.yml"))
        for file, text in zip(files, (before, after), strict=True):
            file.write_text(text, encoding="utf-8", newline="")
        old, new = (load(file, WorkRecord, name)[0] for file in files)
    if new != old.model_copy(update={"structure": (*old.structure, record)}):
        raise CorrectionError(
            "would not say the same with the record added", where=name, remedy="Write the record by hand."
        )
