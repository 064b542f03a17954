"""A truth told by the lines of a source: what begins on which line, made by someone who read the file through.

The form is one JSON object; every key may be absent, and then nothing is measured that would need it. Lines count
from 1. docs/reference/truth.md describes the keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError, field_validator

from build_edition.errors import InputError

RUNNING = "body"
UNMEASURED = ("source", "range", "ambiguous_starts", "alternatives_acceptable")
Number = Annotated[int, Field(ge=1)]


class _Form(BaseModel):
    # What a truth says beyond this is for people: notes, comments, registers.
    model_config = ConfigDict(extra="ignore", frozen=True, strict=True, populate_by_name=True)


class Heading(_Form):
    """A heading; `line` is null where the editor supplied what the source lacks.

    `depth` is its level where that is told apart more finely than `level` does.
    """

    line: Number | None
    end_line: Number | None = None
    level: int | None = None
    depth: int | None = None
    label: str | None = None


class Furniture(_Form):
    """Lines of forme work or site furniture; `partial` where the line holds text besides."""

    start: Number = Field(validation_alias=AliasChoices("line", "start"))
    end: Number | None = None
    partial: bool = False


class PageBreak(_Form):
    """The line that a printed page begins on, and its number."""

    line: Number | None
    page: int | str | None = None


class Extent(_Form):
    """The first and last line of a quotation; `display` is false for one that runs in the text."""

    start: Number
    end: Number
    display: bool = True


class ListOf(_Form):
    """A list by the first line of each item."""

    items: tuple[Number, ...]


class NoteCall(_Form):
    line: Number | None
    number: int


class Paragraph(_Form):
    """A paragraph by its first and last line; `role` where it is not of the running text."""

    lines: tuple[Number, Number]
    role: str = RUNNING


class Hyphen(_Form):
    """A hyphen at the end of a line, and how the word reads when it is joined as it should be."""

    line: Number
    joined: str


class Error(_Form):
    """What stands on the line, what should stand there, and whether that is certain."""

    line: Number | None
    read: str | None = None
    should_be: str | None = None
    kind: str = ""
    certain: bool = False


class Usage(_Form):
    """Words that look like an error and are the author's."""

    line: Number
    text: str


class Beside(_Form):
    """Lines that stand beside the text: what they tell of (the source, the author, the rights)."""

    start: Number = Field(validation_alias=AliasChoices("line", "start"))


class Emphasised(_Form):
    """Words in italics on a line."""

    line: Number
    text: str


class EitherWay(_Form):
    """A reading, and another that will do as well."""

    text: str
    other: str = Field(validation_alias=AliasChoices("or", "other"))


class LineTruth(_Form):
    """The truth of a source, or of the lines `range` of it. None: it says nothing on this."""

    source: str = ""
    range: tuple[Number, Number] | None = None
    headings: tuple[Heading, ...] | None = None
    furniture: tuple[Furniture, ...] | None = None
    page_breaks: tuple[PageBreak, ...] | None = None
    blockquotes: tuple[Extent, ...] | None = Field(None, validation_alias=AliasChoices("blockquotes", "quotes"))
    lists: tuple[ListOf, ...] | None = None
    note_calls: tuple[NoteCall, ...] | None = None
    paragraph_starts: tuple[Number, ...] | None = None
    ambiguous_starts: tuple[Number, ...] = ()
    hyphens: tuple[Hyphen, ...] | None = None
    errors: tuple[Error, ...] | None = None
    author_usage_not_to_fix: tuple[Usage, ...] | None = Field(
        None, validation_alias=AliasChoices("author_usage_not_to_fix", "must_not_change")
    )
    breaks: tuple[Number, ...] | None = None
    sidebars: tuple[Extent, ...] | None = None
    tables: tuple[Extent, ...] | None = None
    emphasis_true: tuple[Emphasised, ...] | None = None
    source_notes: tuple[Beside, ...] | None = None
    author_notes: tuple[Beside, ...] | None = None
    alternatives_acceptable: tuple[EitherWay | str, ...] = ()

    @field_validator("paragraph_starts", "ambiguous_starts", "breaks", mode="before")
    @classmethod
    def _bare_lines(cls, value: Any) -> Any:
        """A start may be a bare number or a record with its `line`."""
        if isinstance(value, list | tuple):
            return tuple(item.get("line") if isinstance(item, dict) else item for item in value)
        return value

    @property
    def alternatives(self) -> tuple[tuple[str, str], ...]:
        """Pairs of readings either of which will do: those told, and what an error reads that may stand."""
        told = [(this.text, this.other) for this in self.alternatives_acceptable if isinstance(this, EitherWay)]
        errors = [(e.should_be, e.read) for e in self.errors or () if e.should_be and e.read and self.may_stand(e)]
        return (*told, *errors)

    def may_stand(self, error: Error) -> bool:
        """Whether what an error reads may be left as it is: none is certain of it, or an alternative names it."""
        said = [this for this in self.alternatives_acceptable if isinstance(this, str)]
        return not error.certain or bool(error.read and any(error.read in alternative for alternative in said))

    @property
    def starts(self) -> frozenset[int]:
        return frozenset(self.paragraph_starts or ())


def read_line_truth(record: Mapping[str, Any], name: str) -> LineTruth:
    """The truth that a JSON object holds; raises `InputError` with the place of what is wrong in it."""
    known = [field for field in LineTruth.model_fields if field not in UNMEASURED]
    if "paragraphs" in record and "paragraph_starts" not in record:
        record = {**record, **_starts(record["paragraphs"], name)}
    try:
        truth = LineTruth.model_validate(_tuples(record))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(f"`{place}`: {first['msg'][:1].lower()}{first['msg'][1:]}", where=name) from None
    if all(getattr(truth, field) is None for field in known):
        raise InputError(
            "this says nothing that can be measured", where=name, remedy=f"Known keys: {', '.join(known)}."
        )
    return truth


def _starts(paragraphs: Any, name: str) -> dict[str, list[int]]:
    """The starts of whole paragraphs; those that are no running text may begin one or not."""
    try:
        read = [Paragraph.model_validate(_tuples(item)) for item in paragraphs]
    except (ValidationError, TypeError):
        raise InputError("`paragraphs`: each is to have `lines`, its first and last", where=name) from None
    return {
        "paragraph_starts": [this.lines[0] for this in read if this.role == RUNNING],
        "ambiguous_starts": [this.lines[0] for this in read if this.role != RUNNING],
    }


def _tuples(value: Any) -> Any:
    """JSON's arrays as tuples, which is what a frozen form holds."""
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    if isinstance(value, Mapping):
        return {key: _tuples(item) for key, item in value.items()}
    return value
