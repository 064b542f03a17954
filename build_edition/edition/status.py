"""The state of proofreading, `edition/status/ID.yml`, as records: a file is a history, each record a step in it.

A step says in what state somebody left a section, a page, some pages, or the whole of a work, and when.  None is
taken out later: the last one that covers a word holds.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from build_edition.edition.loading.loader import load
from build_edition.edition.loading.record import Day, Line, Prose, Record

STATUS = Path("edition", "status")
State = Literal["not proofread", "problematic", "proofread", "validated"]
STATES: tuple[State, ...] = ("not proofread", "problematic", "proofread", "validated")
PAGES = re.compile(r"([^\s–-]+)\s*[–-]\s*([^\s–-]+)")
_UNITS = ("section", "page", "pages", "whole")

TextDigest = Annotated[
    str, StringConstraints(pattern=r"^[0-9a-f]{12}$"), Field(description="12 digits and letters a to f, in quotes")
]


class Step(Record):
    """One step: the state in which somebody left a part of the text."""

    section: Line | None = None
    """A section by its key, as it stands in addresses and in `build-edition status`, in quotes: `"4"`."""
    page: Line | None = None
    """A printed page by its number, in quotes: `"184"`."""
    pages: Annotated[Line, StringConstraints(pattern=PAGES.pattern)] | None = Field(
        default=None, description="the first and the last page with a hyphen, such as 184-190"
    )
    """Printed pages by the first and the last number: `184-190`."""
    whole: Literal[True] | None = None
    """`true` for the whole work."""
    state: State
    """The state in which it was left."""
    by: Line
    """Who left it so."""
    on: Day
    """The day."""
    text: TextDigest | None = None
    """A digest of what the text read then, which tells of a later change; `build-edition status set` writes it."""
    note: Prose | None = None
    """What others should know: how it was compared, or what the problem is."""

    @model_validator(mode="after")
    def _is_about_one_thing(self) -> Step:
        given = [name for name in _UNITS if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError("must name one of `section`, `page`, `pages` and `whole`; give each its own record")
        if self.state in ("proofread", "validated") and self.text is None:
            raise ValueError(
                "has no `text`, the digest by which a later change is known; have the record written by "
                "`build-edition status set`"
            )
        return self


def read(path: Path, name: str) -> tuple[Step, ...]:
    """The steps in a file; raises `RecordError` with all that is wrong in it."""
    return load(path, tuple[Step, ...], name)[0]
