"""The editors' own decisions about words, as records, and where each is filed.

A record names a line of the source and what stands there, and says one of four things: what should be read
instead, what perhaps should, that it is the author's own slip, or that it stands as it is. `emending.py`
applies them to a transcript.  Those of a work stand in `edition/emendations/ID.yml` and in the files of the folder
`edition/emendations/ID/`, into which each suggestion can be put as a file of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field, StrictInt, model_validator

from build_edition.edition.loading.loader import load
from build_edition.edition.loading.record import Day, Line, Prose, Record
from build_edition.edition.words.unsafe import refuse_unsafe

RULE = "emendation"  # the rule that an intervention by a record names, with the record's number

LONGEST_WORDS, LONGEST_NOTE, LONGEST_NAME = 1_000, 2_000, 200  # characters

Cause = Literal["character", "case", "spacing", "punctuation", "word", "markup", "lost-text", "slip"]
Nature = Literal["emendation", "conjecture", "doubt", "slip", "stet"]


class Quoted(Record):
    """Words by which another record of the same work is known."""

    line: StrictInt = Field(ge=1)
    """The `line` of that record."""
    read: str = Field(min_length=1, max_length=LONGEST_WORDS)
    """Its `read`, letter for letter."""
    nth: StrictInt | None = Field(default=None, ge=1)
    """Its `nth`, where it has one."""

    @property
    def key(self) -> tuple[int, str, int | None]:
        return self.line, self.read, self.nth


class Emendation(Record):
    """One decision: a correction (`as`), a doubt (`perhaps`), a slip of the author's, or `stet: true`."""

    line: StrictInt = Field(ge=1)
    """The line of the source on which the words begin, counted from 1."""
    read: str = Field(min_length=1, max_length=LONGEST_WORDS)
    """What stands in the source, letter for letter; enough of it to stand only once on the line."""
    nth: StrictInt | None = Field(default=None, ge=1)
    """Which of several on the line; needed where there are several."""
    reading: str | None = Field(default=None, alias="as", pattern=r"^[^\n\r]*$", max_length=LONGEST_WORDS)
    """What should stand there."""
    perhaps: str | None = Field(default=None, min_length=1, pattern=r"^[^\n\r]*$", max_length=LONGEST_WORDS)
    """What may have stood there: the text stays, and the reader is told of the doubt."""
    stet: Literal[True] | None = None
    """`true` where an editor has looked, and what the source has stands against a rule."""
    cause: Cause | None = None
    """What is wrong; every record but a `stet` gives it."""
    cert: Literal["high", "low"] = "high"
    """Low for a conjecture, which a reader sees as one."""
    by: Line = Field(max_length=LONGEST_NAME)
    """Who decided it."""
    on: Day | None = None
    """When."""
    note: Prose | None = Field(default=None, max_length=LONGEST_NOTE)
    """Why, where that is not plain; readers see it."""
    seen: str | None = Field(default=None, pattern=r"^[0-9a-f]{4}$")
    """The digest of the source line as who proposed it saw it, in quotes; `edition/lines/ID.txt` has those of all
    lines."""
    instead: Quoted | None = None
    """The record in whose place this one stands, by its `line`, `read` and `nth`; that one then counts no more."""

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

    @model_validator(mode="after")
    def _is_plain(self) -> Emendation:
        for name, text in (("as", self.reading), ("perhaps", self.perhaps)):
            refuse_unsafe(name, text or "", quoted=self.read, allowed="\t")
        refuse_unsafe("by", self.by)
        refuse_unsafe("note", self.note or "", allowed="\n")
        return self

    def _said(self) -> dict[str, bool]:
        return {
            "as": self.reading is not None,
            "perhaps": self.perhaps is not None,
            "stet": self.stet is True,
            "slip": self.cause == "slip",
        }

    @property
    def key(self) -> tuple[int, str, int | None]:
        """What a record is known by among those of its work."""
        return self.line, self.read, self.nth

    @property
    def nature(self) -> Nature:
        """What the record says."""
        if self.reading is not None:
            return "emendation" if self.cert == "high" else "conjecture"
        if self.perhaps is not None:
            return "doubt"
        return "stet" if self.stet else "slip"


@dataclass(frozen=True, slots=True)
class Filed:
    """A record and where it is filed: `path` is that of its file in the edition's folder, and `index` counts the
    records of this file from 0.
    """

    record: Emendation
    path: Path
    index: int

    @property
    def place(self) -> str:
        """File, record and line, as errors name them."""
        return f"{self.path.as_posix()}, record {self.index + 1} (source line {self.record.line})"


def filed_in(records: Iterable[Emendation], path: Path) -> tuple[Filed, ...]:
    """The records of one file, in its order."""
    return tuple(Filed(record, path, index) for index, record in enumerate(records))


def read(path: Path, name: str) -> tuple[Emendation, ...]:
    """The emendations in a file; raises `RecordError` with all that is wrong in it."""
    return load(path, tuple[Emendation, ...], name)[0]
