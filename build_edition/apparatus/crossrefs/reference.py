"""What a cross-reference is, and what was found of them in all works together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from build_edition.errors import RecordError


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that lead elsewhere: `plain(run)[start:end]` of one run of the passage at `index` in its work.

    `kind` and `target` are those of `work.Link`; `note` is what a reader is told. `recorded` tells that an
    editor's record says so, and not a rule.
    """

    work: str
    passage: str
    index: int
    run: int
    start: int
    end: int
    words: str
    kind: str
    target: str
    note: str = ""
    cert: str = "high"
    recorded: bool = False
    locator: str = ""  # the place in a bibliographic entry
    relation: str = ""  # what a record says the words do with their target

    @property
    def place(self) -> str:
        """Where the words stand, as it is cited: "smith-1960/4.12"."""
        return f"{self.work}/{self.passage}" if self.passage else self.work

    @property
    def span(self) -> tuple[int, int, int, int]:
        return self.index, self.run, self.start, self.end

    def overlaps(self, other: Reference) -> bool:
        """Whether the two share words."""
        same = (self.work, self.index, self.run) == (other.work, other.index, other.run)
        return same and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Words that refer to something in their own work that it does not have; `what` says so in a sentence.

    The reference leads nowhere: its kind is empty. `line` is that of the source.
    """

    reference: Reference
    line: int
    what: str


@dataclass(frozen=True)
class CrossReferences:
    """All that was found: `references` in reading order, work after work, and what leads nowhere.

    `problems` are the records that do not match their source, or lead to what is not there.
    """

    references: tuple[Reference, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    problems: tuple[RecordError, ...] = ()

    @cached_property
    def by_target(self) -> Mapping[tuple[str, str], tuple[Reference, ...]]:
        """By kind and target, the references that lead there: what refers to a passage."""
        found: dict[tuple[str, str], list[Reference]] = defaultdict(list)
        for reference in self.references:
            found[reference.kind, reference.target].append(reference)
        return MappingProxyType({target: tuple(those) for target, those in found.items()})

    def to(self, kind: str, target: str) -> tuple[Reference, ...]:
        """The references that lead to a target, in reading order."""
        return self.by_target.get((kind, target), ())
