"""Note calls that the source has lost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from build_edition.apparatus.lost_calls import LostCall, skipped_numbers, uncalled_notes
from build_edition.review.desk import Desk
from build_edition.review.item import Found

UNCALLED, SKIPPED = 0.85, 0.6  # a note that nothing calls; a number passed over, where the notes are not there
MATTER = 0.8


def calls(desk: Desk) -> Iterator[Found]:
    """Each lost call, at the call before it, or else at that after it."""
    for lost in chain(uncalled_notes(desk.work), skipped_numbers(desk.work)):
        beside = lost.before or lost.after
        if beside is None:
            continue
        first = "is called nowhere" if lost.note else "is passed over"
        yield Found(
            "lost-call",
            lost.n,
            beside.start,
            max(beside.end, beside.start),
            (f"Note {lost.n} {first}.", _where(desk, lost)),
            (),
            UNCALLED if lost.note else SKIPPED,
            MATTER,
        )


def _where(desk: Desk, lost: LostCall) -> str:
    return f"Its call stood {lost.where(desk.source)}."
