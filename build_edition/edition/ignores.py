"""What `check` shall not report, `edition/ignores.yml`, as records: findings that somebody has judged.

An ignore names the code of a finding and where it is made, and always says why.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, StrictInt, model_validator

from build_edition.edition.loading.loader import load
from build_edition.edition.loading.record import Day, Line, Prose, Record, WorkId

IGNORES = Path("edition", "ignores.yml")


class Ignore(Record):
    """One finding, or several alike, that are known and shall stay."""

    code: Line
    """The code of the finding, such as `call-lost`."""
    work: WorkId | None = None
    """Only in this work."""
    file: Line | None = None
    """Only in this file, by its path from the edition's folder; `*` stands for anything."""
    line: StrictInt | None = Field(default=None, ge=1)
    """Only at this line, of the file or of the source, whichever the finding names."""
    what: Line | None = None
    """Only where the finding says this; `*` stands for anything, as in `*note 12 *`."""
    reason: Prose
    """Why it is no fault, or why it must stay: a sentence for those who come after."""
    by: Line
    """Who judged it."""
    until: Day | None = None
    """After this day the finding is shown again."""

    @model_validator(mode="after")
    def _has_a_place(self) -> Ignore:
        if not (self.work or self.file or self.what):
            raise ValueError('names no place; add `work`, `file` or `what` (`what: "*"` for all of that code)')
        return self


def read(path: Path, name: str) -> tuple[Ignore, ...]:
    """The ignores in a file; raises `RecordError` with all that is wrong in it."""
    return load(path, tuple[Ignore, ...], name)[0]
