"""Decisions, `edition/registers/decisions.yml`: whose a form is that could be more than one entry's."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt, StringConstraints, model_validator

from build_edition.edition.entries.entry import NOBODY, Form
from build_edition.edition.entries.forms import plain_form
from build_edition.edition.loading.record import Line, Prose, Record, WorkId


class Decision(Record):
    """Whose a form is: everywhere, in a work, on a line of its source, or at one place on that line."""

    form: Form
    """The words as the text has them, or as an entry lists them."""
    whose: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = Field(alias="is")
    """The id of the entry, or `none` where the words stand for no entry."""
    work: WorkId | None = None
    """Where it holds; in all works if left out."""
    line: StrictInt | None = Field(default=None, ge=1)
    """The line of the source on which the words begin, counted from 1."""
    nth: StrictInt | None = Field(default=None, ge=1)
    """Which of several on the line."""
    note: Prose | None = None
    """Why."""
    by: Line | None = None
    """Who decided it."""

    @model_validator(mode="after")
    def _narrowed_in_order(self) -> Decision:
        if self.line and not self.work:
            raise ValueError("gives a line and no work; add `work: …`")
        if self.nth and not self.line:
            raise ValueError("says which on a line, and no line; add `line: …`")
        return self

    @property
    def owner(self) -> str:
        """The id of the entry; empty where it is none's."""
        return "" if self.whose == NOBODY else self.whose

    @property
    def scope(self) -> tuple[str, str, int, int]:
        """What it decides; no two decisions share it."""
        return plain_form(self.form), self.work or "", self.line or 0, self.nth or 0
