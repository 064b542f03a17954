"""The interchange form: a transcript as JSON, for other tools and for keeping.

`dump` writes it, `load` reads it back onto its source, and `schema` describes it as JSON Schema. Offsets count
Unicode code points of the decoded source.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from build_edition.errors import InputError, TranscriptError
from build_edition.source import Source
from build_edition.transcript import KINDS, Intervention, Mark, Transcript, Value

FORMAT = "build-edition/transcript"
VERSION = 1
OWN = ("kind", "start", "end")  # the keys of a mark that are no attributes

Offset = Annotated[int, Field(ge=0)]
Cert = Literal["high", "low"]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True)


class SourceForm(_Form):
    """What identifies the source that the offsets point into."""

    name: str
    """The name of the file; it may change without harm."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """The SHA-256 of the file's bytes."""
    length: Offset
    """The number of code points of the decoded text."""


class InterventionForm(_Form):
    """Replaces the source's text from `start` to `end` by `reading`."""

    start: Offset
    end: Offset
    reading: str
    """Empty where the span is deleted; the span is empty where the reading is inserted."""
    rule: str = Field(min_length=1)
    """The rule or the editor's record that did it."""
    cert: Cert = "high"
    cause: str = ""
    """What was wrong, where an editor's record says so: `character`, `lost-text` …"""


class MarkForm(_Form):
    """Says that the source's text from `start` to `end` is a `kind`; further keys are attributes of the mark."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, str | int | bool | None] = Field(init=False)

    kind: str = Field(json_schema_extra={"enum": list(KINDS)})  # a `Transcript` refuses others
    """The name of a TEI element, or `suspect`."""
    start: Offset
    end: Offset


class TranscriptForm(_Form):
    """A source with its interventions, sorted and disjoint, and its marks, which nest or are disjoint."""

    model_config = ConfigDict(title="Transcript, version 1")

    format: Literal["build-edition/transcript"]
    version: Literal[1]
    source: SourceForm
    interventions: tuple[InterventionForm, ...]
    marks: tuple[MarkForm, ...]


def dump(transcript: Transcript) -> str:
    """The transcript as JSON, a record a line, so that two can be compared by line."""
    source = transcript.source
    head = {"name": source.name, "sha256": source.sha256, "length": len(source)}
    interventions = [_json(_intervention(this)) for this in transcript.interventions]
    marks = [_json(_mark(mark)) for mark in transcript.marks]
    return (
        f'{{"format": {_json(FORMAT)}, "version": {VERSION},\n"source": {_json(head)},\n'
        f'"interventions": {_array(interventions)},\n"marks": {_array(marks)}}}\n'
    )


def _array(records: list[str]) -> str:
    return "[\n" + ",\n".join(records) + "\n]" if records else "[]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _intervention(this: Intervention) -> dict[str, Value]:
    record: dict[str, Value] = {
        "start": this.start, "end": this.end, "reading": this.reading, "rule": this.rule,
    }  # fmt: skip
    if this.cert != "high":
        record["cert"] = this.cert
    return {**record, "cause": this.cause} if this.cause else record


def _mark(mark: Mark) -> dict[str, Value]:
    clash = [name for name in OWN if name in mark.attrs]
    if clash:
        raise TranscriptError(f"a mark {mark.kind} has an attribute called {clash[0]}, which is not free")
    return {"kind": mark.kind, "start": mark.start, "end": mark.end, **mark.attrs}


def load(text: str | bytes, source: Source, name: str = "transcript") -> Transcript:
    """The transcript that `text` describes, on its source.

    `name` names the file in errors. Raises `InputError` where `text` is not JSON, and `TranscriptError` where
    it is of another form or version, belongs to another source, or breaks the invariants of a transcript.
    """
    try:
        form = TranscriptForm.model_validate_json(text)
    except ValidationError as error:
        raise _refusal(error, name) from None
    _check_source(form.source, source, name)
    interventions = tuple(
        Intervention(i.start, i.end, i.reading, i.rule, i.cert, i.cause) for i in form.interventions
    )
    marks = tuple(
        Mark(m.kind, m.start, m.end, MappingProxyType(dict(m.__pydantic_extra__ or {}))) for m in form.marks
    )
    try:
        return Transcript(source, interventions, marks)
    except TranscriptError as error:
        where = f"{name}, {error.where}" if error.where else name
        raise TranscriptError(error.what, where=where, remedy=error.remedy) from None


def _refusal(error: ValidationError, name: str) -> InputError | TranscriptError:
    """What is wrong with a file, from the first thing that Pydantic refuses in it."""
    first = error.errors()[0]
    kind, given = first["type"], first["input"]
    if kind == "json_invalid":
        return InputError(
            f"is not JSON: {first['ctx']['error']}", where=name, remedy="Is it the right file, and is it whole?"
        )
    place = ".".join(str(part) for part in first["loc"])
    if place == "version" and isinstance(given, int):
        return TranscriptError(
            f"is of version {given}; this program reads version {VERSION}",
            where=name,
            remedy="Make the file again with `build-edition transcribe`, or use the release that wrote it.",
        )
    if place in {"", "format"}:
        return TranscriptError(
            "is not a transcript", where=name, remedy=f'A transcript is an object with "format": "{FORMAT}".'
        )
    shown = "" if kind == "missing" else f" (it is {_shortened(given)})"
    return TranscriptError(f"{first['msg'][:1].lower()}{first['msg'][1:]}{shown}", where=f"{name}, {place}")


def _shortened(value: object, most: int = 60) -> str:
    shown = repr(value)
    return shown if len(shown) <= most else shown[:most] + "…"


def _check_source(form: SourceForm, source: Source, name: str) -> None:
    if form.sha256 != source.sha256:
        raise TranscriptError(
            f"was made from {form.name} with the SHA-256 {form.sha256[:16]}…, "
            f"but {source.name} has {source.sha256[:16]}…",
            where=name,
            remedy="Give the text that the transcript was made from; offsets into another would be wrong.",
        )
    if form.length != len(source):
        raise TranscriptError(
            f"counts {form.length} characters in its source, which has {len(source)}",
            where=name,
            remedy="The source was decoded in another way; make the transcript again.",
        )


def schema() -> Mapping[str, Any]:
    """The JSON Schema of the interchange form."""
    described = TranscriptForm.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}


def schema_text() -> str:
    """The JSON Schema as it stands in the documentation."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
