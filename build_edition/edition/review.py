"""What editors have looked at and found right, `edition/review/ID.yml`, as records: so that nobody is asked again.

It is kept of words that only the queue of `build-edition review` asks about. Where a rule suspects or changes
words, an emendation with `stet` says so; where an editor is sure of a mark, a record of structure does.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, StrictInt

from build_edition.edition.loading.loader import load
from build_edition.edition.loading.record import Day, Line, Prose, Record

REVIEW = Path("edition", "review")


class Look(Record):
    """Words that somebody was asked about, and that stand."""

    line: StrictInt = Field(ge=1)
    """The line of the source on which the words begin, counted from 1."""
    read: str = Field(min_length=1, max_length=1000, pattern=r"\S")
    """What stands in the source, letter for letter."""
    nth: StrictInt | None = Field(default=None, ge=1)
    """Which of several on the line; needed where there are several."""
    kind: str = Field(pattern=r"^[A-Za-z]+(-[A-Za-z]+)*$", max_length=40)
    """What was asked about, as the key of the item ends: such as `odd-word`, `repeat` or `head`."""
    by: Line
    """Who has looked."""
    on: Day | None = None
    """The day."""
    note: Prose | None = None
    """Why they stand, where that is not plain."""
    seen: str | None = Field(default=None, pattern=r"^[0-9a-f]{4}$")
    """The digest of the source line, as in an emendation, in quotes."""


def read(path: Path, name: str) -> tuple[Look, ...]:
    """The records in a file; raises `RecordError` with all that is wrong in it."""
    return load(path, tuple[Look, ...], name)[0]
