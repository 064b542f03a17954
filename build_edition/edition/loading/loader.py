"""From a YAML file to a validated record, or to errors that name file, line, field and remedy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from build_edition.edition.loading.advice import Problem, explain
from build_edition.edition.loading.plain_yaml import Document, plain_document
from build_edition.errors import RecordError

LARGEST = 8_000_000  # bytes; ten thousand emendations with notes take two
# They show letters in another order than they stand in, so that a reader of the file sees another record.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
T = TypeVar("T")


def load(path: Path, model: type[T], name: str) -> tuple[T, Document]:
    """The record in `path` as `model`, which may be a type such as `tuple[Emendation, ...]`.

    `name` names the file in errors. Raises `RecordError` with everything that is wrong in the file.
    """
    document = read_yaml(path, name)
    try:
        return TypeAdapter(model).validate_python(document.data), document
    except ValidationError as error:
        problems = [problem for detail in error.errors() if (problem := explain(detail, model))]
        problems.sort(key=lambda problem: document.line(problem.place))
        raise together([_as_error(problem, document) for problem in problems]) from None


class JoinedRecordError(RecordError):
    """Several errors told as one."""

    def __init__(self, errors: Sequence[RecordError]) -> None:
        super().__init__(f"{len(errors)} things are wrong:\n" + "\n".join(str(error) for error in errors))
        self.errors = tuple(errors)


def together(errors: Sequence[RecordError]) -> RecordError:
    """One error that says all of `errors`."""
    each = apart(errors)
    return each[0] if len(each) == 1 else JoinedRecordError(each)


def apart(errors: Sequence[RecordError]) -> list[RecordError]:
    """The errors one by one, those that were told together too."""
    return [
        one for error in errors for one in (error.errors if isinstance(error, JoinedRecordError) else (error,))
    ]


def _as_error(problem: Problem, document: Document) -> RecordError:
    return RecordError(problem.what, where=document.where(problem.place), remedy=problem.remedy)


def read_yaml(path: Path, name: str) -> Document:
    """What the YAML file at `path` says; raises `RecordError` where it cannot be read."""
    import yaml
    from yaml.error import MarkedYAMLError, YAMLError

    text = read_text(path, name)
    if turning := TURNING.search(text):
        raise RecordError(
            f"has the sign U+{ord(turning[0]):04X}, which turns the direction of writing",
            where=f"{name}, line {text.count(chr(10), 0, turning.start()) + 1}",
            remedy=f'Leave it out; where a source has it, write "\\u{ord(turning[0]):04x}", in double quotes.',
        )
    try:
        # libyaml, where PyYAML was built with it, reads a glossary of 280 entries in a tenth of the time
        document = plain_document(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)), name)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise RecordError(
            f"is not valid YAML: {error.problem or error.context}",
            where=f"{name}, line {mark.line + 1}" if mark else name,
            remedy="Look for a missing quote, colon or space, or for wrong indentation, at that line or above.",
        ) from None
    except YAMLError as error:
        raise RecordError(f"is not valid YAML: {str(error).splitlines()[0]}", where=name) from None
    if document.data is None:
        raise RecordError("is empty", where=name, remedy="Write the record, or delete the file.")
    return document


def read_text(path: Path, name: str) -> str:
    """The text of a file, which is UTF-8; raises `RecordError` where it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise RecordError(f"is larger than {LARGEST // 1_000_000} MB: no record is", where=name)
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise RecordError("is not UTF-8", where=name, remedy="Save the file as UTF-8.") from None
    except OSError as error:
        raise RecordError(f"cannot be read: {error.strerror}", where=name) from None
