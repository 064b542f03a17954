"""A drafted record: what would be filed, in whose place, and for which change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_edition.corrections.wanted import Wanted
from build_edition.edition.project import EMENDATIONS
from build_edition.edition.words.emendations import Emendation, Filed


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that makes the change `wanted` of the reading text; it `replaces` one that decides on these words.

    It quotes the source from `start` to `end`. Where its cause is not certain, a person should be asked.
    """

    record: Emendation
    replaces: Filed | None
    is_cause_certain: bool
    wanted: Wanted
    start: int
    end: int


def filed_with(filed: Sequence[Filed], drafts: Iterable[Draft], work_id: str) -> tuple[Filed, ...]:
    """The records of a work as they were with the drafts filed, those that these replace left out."""
    instead = {draft.replaces: draft for draft in drafts if draft.replaces}
    kept = [Filed(instead[one].record, one.path, one.index) if one in instead else one for one in filed]
    main = EMENDATIONS / f"{work_id}.yml"
    count = sum(one.path == main for one in filed)
    new = [draft.record for draft in drafts if not draft.replaces]
    return (*kept, *(Filed(record, main, index) for index, record in enumerate(new, count)))
