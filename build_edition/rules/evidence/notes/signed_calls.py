"""The calls of notes that signs or letters mark, page by page.

Serves `note_calls`.  The notes of a page, in order, take the marks of the same kind that its text bears.  One
whose call is not on its page may have it on the page before, where that has no notes: it is taken from there, with
low certainty.  So is one of two that may be the call as well.

    The mill burnt.* Nobody knew why,†
    * Roe, p. 4.
    † Doe, p. 9.                         ->  calls * and †
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.assignment import assigned
from build_edition.rules.evidence.notes.foot_pages import tops_of
from build_edition.rules.evidence.notes.signs import SIGNS, Borne, Series, Words, borne
from build_edition.transcript import Mark

LONGEST = 40_000  # characters of two pages


def series_of(draft: Draft, note: Mark) -> Series | None:
    """The series of the mark that a note begins with; none for a number, unless round brackets enclose it."""
    n = str(note.get("n") or "")
    if n and draft.text[note.start] in ("(" if n.isdecimal() else "(["):
        return "enclosed"
    return "sign" if n[:1] in tuple(SIGNS) else "letter" if n.isalpha() and len(n) == 1 else None


def signed_calls(draft: Draft, notes: Sequence[Mark]) -> Iterator[tuple[Borne, bool]]:
    """The call of each of these notes that has one, and whether it is doubtful."""
    tops = tops_of(draft)
    pages: dict[int, list[Mark]] = {}
    for note in notes:
        pages.setdefault(bisect_right(tops, note.start) - 1, []).append(note)
    words = Words(draft.text)
    for page, own in pages.items():
        start, end = tops[page], own[0].start
        if page - 1 not in pages and page > 0:
            above = _called(draft, words, own, tops[page - 1], end)
            yield from ((call, doubtful or call.start < start) for call, doubtful in above)
        else:
            yield from _called(draft, words, own, start, end)


def _called(draft: Draft, words: Words, notes: list[Mark], start: int, end: int) -> Iterator[tuple[Borne, bool]]:
    start = max(start, end - LONGEST)
    calls: list[Borne] = []
    for series in {series_of(draft, note) for note in notes} - {None}:
        marks = frozenset(str(note.get("n")) for note in notes if series_of(draft, note) == series)
        calls += borne(words, series, marks, start, end) if series else []
    calls.sort()
    taken = [call for call in assigned(calls, [str(note.get("n")) for note in notes]) if call]
    edges = [start - 1, *(call.start for call in taken), end]
    for call, before, after in zip(taken, edges, edges[2:], strict=False):
        rivals = [c for c in calls if c.n == call.n and before < c.start < after and c.weight >= call.weight]
        yield call, len(rivals) > 1
