"""Reading a file of truth, in whichever of the known forms it is."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from build_edition.errors import InputError
from build_edition.evaluate.line_truth import LineTruth, read_line_truth
from build_edition.evaluate.plain_blocks import read_plain_blocks
from build_edition.evaluate.true_text import read_true_text
from build_edition.evaluate.truth import Truth, read_truth
from build_edition.readers.text import read

TEXTS = (".md", ".markdown", ".txt")
FORMS = "The forms of truth are described in docs/reference/truth.md."


@dataclass(frozen=True)
class TrueText:
    """A true text, and what is told beside it by the lines of its source."""

    text: Truth
    lines: LineTruth


AnyTruth = Truth | LineTruth | TrueText


def read_any_truth(path: Path) -> AnyTruth:
    """The truth in a file; raises `InputError` where it cannot be read or is of no form known here.

    Beside a true text `mill.md` may lie `mill.json`, which tells of its source by lines.
    """
    truth = any_truth(_text(path), path.name)
    beside = path.with_suffix(".json")
    if path.suffix.lower() not in TEXTS or not isinstance(truth, Truth) or not beside.is_file():
        return truth
    lines = any_truth(_text(beside), beside.name)
    if not isinstance(lines, LineTruth):
        return truth
    return TrueText(replace(truth, alternatives=lines.alternatives), lines)


def _text(path: Path) -> str:
    return read(path).text.removeprefix("\ufeff")


def any_truth(text: str, name: str) -> Truth | LineTruth:
    """The truth that a file's text holds: in JSON, or the true text where it opens otherwise or is named so."""
    opening = text.lstrip()[:1]
    if opening and (opening not in "{[" or name.lower().endswith(TEXTS)):
        return read_true_text(text, name)
    whole = _whole(text)
    if isinstance(whole, dict) and "format" not in whole and "type" not in whole:
        return read_line_truth(whole, name)
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise InputError("the file is empty", where=name, remedy=FORMS)
    first = _record(*lines[0], name)
    if "format" in first or "kind" in first:
        return read_truth(text, name)
    if "type" in first:
        return read_plain_blocks([(number, _record(number, line, name)) for number, line in lines], name)
    raise InputError("this is no form of truth known here", where=f"{name}:{lines[0][0]}", remedy=FORMS)


def _whole(text: str) -> Any:
    """What the text holds as one piece of JSON; None where it is not one."""
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return None


def _record(number: int, line: str, name: str) -> dict[str, Any]:
    where = f"{name}:{number}"
    try:
        value = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        what = f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else "too deep"
        raise InputError(f"not JSON: {what}", where=where, remedy=FORMS) from None
    if not isinstance(value, dict):
        raise InputError("not a JSON object", where=where, remedy=FORMS)
    return value
