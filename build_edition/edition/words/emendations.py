"""The editors' own decisions about words, `edition/emendations/ID.yml`, as records.

A record names a line of the source and what stands there, and says one of four things: what should be read
instead, what perhaps should, that it is the author's own slip, or that it stands as it is. `emending.py`
applies them to a transcript.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, StrictInt, model_validator

from build_edition.edition.loading.loader import load
from build_edition.edition.loading.record import Line, Prose, Record

RULE = "emendation"  # the rule that an intervention by a record names, with the record's number

Cause = Literal["character", "case", "spacing", "punctuation", "word", "markup", "lost-text", "slip"]
Nature = Literal["emendation", "conjecture", "doubt", "slip", "stet"]


class Emendation(Record):
    """One decision: a correction (`as`), a doubt (`perhaps`), a slip of the author's, or `stet: true`."""

    line: StrictInt = Field(ge=1)
    """The line of the source on which the words begin, counted from 1."""
    read: str = Field(min_length=1)
    """What stands in the source, letter for letter; enough of it to stand only once on the line."""
    nth: StrictInt | None = Field(default=None, ge=1)
    """Which of several on the line; needed where there are several."""
    reading: str | None = Field(default=None, alias="as", pattern=r"^[^\n\r]*$")
    """What should stand there."""
    perhaps: str | None = Field(default=None, min_length=1, pattern=r"^[^\n\r]*$")
    """What may have stood there: the text stays, and the reader is told of the doubt."""
    stet: Literal[True] | None = None
    """`true` where an editor has looked, and what the source has stands against a rule."""
    cause: Cause | None = None
    """What is wrong; every record but a `stet` gives it."""
    cert: Literal["high", "low"] = "high"
    """Low for a conjecture, which a reader sees as one."""
    by: Line
    """Who decided it."""
    note: Prose | None = None
    """Why, where that is not plain; readers see it."""

    @model_validator(mode="after")
    def _says_one_thing(self) -> Emendation:
        said = [name for name, given in self._said().items() if given]
        if self.cause == "slip" and len(said) > 1:
            raise ValueError(f"is a slip, which is shown and never corrected; leave out `{said[0]}`")
        if not said:
            raise ValueError(
                "says nothing to read instead; add `as` (certain), `perhaps` (doubtful) or `stet: true` "
                "(it stands), or call it a `slip`"
            )
        if len(said) > 1:
            raise ValueError(f"says {' and '.join(f'`{name}`' for name in said)}; keep one of them")
        if self.cause is None and not self.stet:
            raise ValueError("gives no `cause`; say what is wrong: character, case, spacing, punctuation …")
        if self.read in (self.reading, self.perhaps):
            raise ValueError(f"changes nothing: `{said[0]}` is what `read` has; correct one of them")
        if not self.read.strip() and not self.reading:
            raise ValueError("reads nothing but white space; quote the words beside it")
        return self

    def _said(self) -> dict[str, bool]:
        return {
            "as": self.reading is not None,
            "perhaps": self.perhaps is not None,
            "stet": self.stet is True,
            "slip": self.cause == "slip",
        }

    @property
    def nature(self) -> Nature:
        """What the record says."""
        if self.reading is not None:
            return "emendation" if self.cert == "high" else "conjecture"
        if self.perhaps is not None:
            return "doubt"
        return "stet" if self.stet else "slip"


def read(path: Path, name: str) -> tuple[Emendation, ...]:
    """The emendations in a file; raises `RecordError` with all that is wrong in it."""
    return load(path, tuple[Emendation, ...], name)[0]
