"""Cross-references that the editors record, `edition/crossrefs.yml`: from words of a work to what they point at.

A rule finds what print itself says ("see Figure 2, p. 40"); what only a reader can tell stands here.  A record
also takes the place of what a rule finds in the same words, and with `to: none` forbids it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictInt, model_validator

from build_edition.edition.entries.entry import ENTRY_KINDS, NOBODY, Entry
from build_edition.edition.loading.advice import nearest
from build_edition.edition.loading.loader import load
from build_edition.edition.loading.record import Line, Prose, Record, WorkId
from build_edition.errors import RecordError

CROSSREFS = Path("edition", "crossrefs.yml")
PASSAGE, BIB = "passage", "bib"
Relation = Literal["answers", "cites", "quotes", "attacks", "agrees"]
_FORMS = (
    "write a passage as smith-1960/4.12, a page as smith-1960/page-40, a section by its key, a whole work as "
    f"smith-1960, a bibliographic entry as bib:KEY, another entry as {', '.join(f'{k}:ID' for k in ENTRY_KINDS)}, "
    f"or {NOBODY}"
)


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to, as `work.Link` has it; `kind` is empty where it leads nowhere."""

    kind: str
    name: str

    @classmethod
    def of(cls, text: str) -> Target:
        """The target that `text` writes; raises `ValueError` where it writes none."""
        if text == NOBODY:
            return cls("", "")
        kind, colon, name = text.partition(":")
        if colon and name and kind in (BIB, *ENTRY_KINDS):
            return cls(kind, name)
        if colon or any(sign.isspace() for sign in text):
            raise ValueError(f"leads nowhere that is known; {_FORMS}")
        return cls(PASSAGE, text.rstrip("/"))


def _target(text: str) -> str:
    Target.of(text)
    return text


class CrossReference(Record):
    """One reference: words on a line of a source, and what they point at."""

    work: WorkId
    """The work that the words stand in."""
    line: StrictInt = Field(ge=1)
    """The line of the source on which the words begin, counted from 1."""
    read: str = Field(min_length=1, pattern=r"\S")
    """The words as the source has them, letter for letter; they become the link."""
    nth: StrictInt | None = Field(default=None, ge=1)
    """Which of several on the line."""
    to: Annotated[Line, AfterValidator(_target)] | None = None
    """What they point at: `smith-1960/4.12`, `bib:KEY`, `event:ID`, or `none` for words that are no reference."""
    to_work: WorkId | None = None
    """With `to_line`: the work that the words point at, where it is another than their own."""
    to_line: StrictInt | None = Field(default=None, ge=1)
    """A line of the source of what they point at: the passage that stands there."""
    locator: Line | None = None
    """The place in a bibliographic entry, such as `p. 5`."""
    note: Prose | None = None
    """What the editor tells a reader about the reference."""
    relation: Relation | None = None
    """What the words do with what they point at, where that is certain; the map of the argument shows it."""
    cert: Literal["high", "low"] = "high"
    """Low where it is inferred."""
    by: Line | None = None
    """Who decided it."""

    @model_validator(mode="after")
    def _leads_one_way(self) -> CrossReference:
        if (self.to is None) == (self.to_line is None):
            raise ValueError("must have either `to` or `to_line`; add one, or leave one out")
        if self.to_work and self.to_line is None:
            raise ValueError("names a work without a line of it; write `to: …`, or add `to_line`")
        if self.locator and self.target.kind != BIB:
            raise ValueError("has a locator, which only a bibliographic entry (bib:KEY) can have; leave it out")
        return self

    @property
    def target(self) -> Target:
        """What it leads to, where it says so itself; that of a `to_line` is found in the text."""
        return Target.of(self.to) if self.to else Target(PASSAGE, "")


def read(
    root: Path,
    works: Sequence[str],
    bibliography: Collection[str],
    entries: Mapping[str, Entry],
    problems: list[RecordError],
) -> tuple[CrossReference, ...]:
    """The records below `root`, none where there is no file; what is wrong with them is added to `problems`.

    Whether a passage exists is known only when its work has been read.
    """
    if not (root / CROSSREFS).is_file():
        return ()
    try:
        records, document = load(root / CROSSREFS, tuple[CrossReference, ...], CROSSREFS.as_posix())
    except RecordError as error:
        problems.append(error)
        return ()
    if problems:  # a file that could not be read would make all that refers to it wrong
        return records
    ids: dict[str, Collection[str]] = {
        kind: {entry.id for entry in entries.values() if entry.kind == kind} for kind in ENTRY_KINDS
    }
    for number, record in enumerate(records):
        for field, what, name, known in _unknown(record, works, bibliography, ids):
            meant = nearest(name, sorted(known))
            problems.append(
                RecordError(
                    f"record {number + 1}, `{field}` names “{name}”: {what}",
                    where=document.where((number, field)),
                    remedy=f"Did you mean “{meant}”?" if meant else "Add it there, or take it out here.",
                )
            )
    return records


def _unknown(
    record: CrossReference,
    works: Sequence[str],
    bibliography: Collection[str],
    entries: Mapping[str, Collection[str]],
) -> Iterator[tuple[str, str, str, Collection[str]]]:
    """The field, what is wrong, the name and the known ones, for each thing named that is not there.

    `entries` are the ids by kind.
    """
    target = record.target
    named: list[tuple[str, str, str, Collection[str]]] = [("work", "no work has this id", record.work, works)]
    if record.to_work:
        named.append(("to_work", "no work has this id", record.to_work, works))
    if target.kind == BIB:
        named.append(("to", "the bibliography has no such entry", target.name, bibliography))
    elif target.kind == PASSAGE:
        if target.name:
            named.append(("to", "no work has this id", target.name.partition("/")[0], works))
    elif target.kind:
        named.append(("to", f"no {target.kind} has this id", target.name, entries[target.kind]))
    yield from (one for one in named if one[2] not in one[3])
