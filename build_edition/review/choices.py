"""What an editor chooses for an item, and what that comes to: records to be filed, or to be taken out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from build_edition.corrections.drafts import Draft
from build_edition.edition.review import Look
from build_edition.edition.structure.record import StructureRecord
from build_edition.edition.words.emendations import Cause, Filed
from build_edition.review.item import Item

Verb = Literal["accept", "edit", "reject", "doubt", "slip"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice: to read `reading` instead, or perhaps (`doubt`); that the words stand (`reject`); that the author
    slipped. `accept` takes what the item proposes: a candidate, or that a mark is right.
    """

    verb: Verb
    reading: str = ""
    cause: Cause | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a choice comes to. `told` says it; `is_cause_certain` tells whether a person should be asked for it."""

    item: Item
    choice: Choice
    told: str
    drafts: tuple[Draft, ...] = ()
    taken_out: Filed | None = None
    look: Look | None = None
    structure: StructureRecord | None = None
    is_cause_certain: bool = True
