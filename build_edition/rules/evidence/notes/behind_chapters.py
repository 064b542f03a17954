"""What the setting of a book says of the count of its calls: where its chapters begin, and which numbers the notes
behind a chapter answer.

Serves `note_calls`.  A count that begins anew after the heading of a chapter is nothing strange, even where it has
no more than one call; and a number that the notes behind its own chapter bear is more likely a call than another.
Where the notes of all chapters stand together behind the book, they say so of all of the text before them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.sequence import Candidate

ANSWERED, UNANSWERED = (
    5.0,
    3.0,
)  # added where a note behind the chapter bears the number, taken away where none does
CHAPTER = 2  # the level of a chapter's heading


def in_chapters(draft: Draft, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each with the chapter that it stands in, and heavier where a note behind that answers it."""
    heads = [
        head.start
        for head in draft.marks("head")
        if not head.get("run_in") and _level(head.get("level")) <= CHAPTER
    ]
    groups = _groups(draft, candidates)
    starts = [start for start, _ in groups]
    found = []
    for this in candidates:
        behind = bisect_right(starts, this.start)
        weight = this.weight
        if behind < len(groups):
            weight += ANSWERED if str(this.value) in groups[behind][1] else -UNANSWERED
        found.append(replace(this, weight=weight, chapter=bisect_right(heads, this.start)))
    return found


def _level(level: object) -> int:
    return level if isinstance(level, int) else CHAPTER + 1


def _groups(draft: Draft, candidates: Sequence[Candidate]) -> list[tuple[int, set[str]]]:
    """Where each run of notes in sections begins that no text parts, and the numbers in it."""
    starts = [candidate.start for candidate in candidates]
    groups: list[tuple[int, set[str]]] = []
    end = -1  # of the last note
    for note in draft.marks("note"):
        if note.get("n") and note.get("place") != "foot":
            if not groups or bisect_right(starts, note.start) > bisect_right(starts, end):
                groups.append((note.start, set()))
            groups[-1][1].add(str(note.get("n")))
            end = note.end
    return groups
