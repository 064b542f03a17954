"""Note calls of the pages that have notes at their feet: each note answers to one call above it, in order.

Serves `note_calls`.  Where the digits of a call survive, the best assignment of a page's notes to the numbers in
its text is taken.  A note between two that are so answered may have a call whose digits were misread: where as
many marks stand there that no punctuation explains (`*` after a word, `?` after a comma or a full stop, another
digit) as notes lack a call, they are those calls, restored with low certainty.  A lost call is not invented.

    The mill burnt.1 It was rebuilt,? and sold.3
    1 The bill. 2 Ibid. 3 The deed.               ->  calls 1, 2 (for “?”, low) and 3
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.call_candidates import FIGURE, LOOSE, SET_OFF, WORD, loose_candidates
from build_edition.rules.evidence.notes.foot_pages import tops_of
from build_edition.rules.evidence.notes.sequence import Candidate
from build_edition.transcript import Mark

# Marks that are no punctuation where they stand.
_STRAY = re.compile(
    r"(?<=[^\W\d_])[*°®§¹²³†‡](?=[\s.,;:)—])|(?<=[,;:])[?!*°®§†‡t](?=\s)|(?<=[.])[?!*°®§†‡](?=\s)"
    r"|(?<=[.!?,][”’\"])[?!*°®§†‡](?=\s)"
)
_SIGNS = re.compile(r"(?<=[^\s*†‡§¶‖])\s?(?P<n>[*†‡§¶‖]{1,3})(?![*†‡§¶‖\w])")

LONGEST = 20_000  # characters of a page


@dataclass(frozen=True, slots=True)
class Call:
    """A call on a page: `misread` where what stands there is not its number."""

    start: int
    end: int
    n: str
    low: bool = False
    misread: bool = False


def calls_of(draft: Draft, candidates: Sequence[Candidate], feet: Sequence[Mark], *, anew: bool) -> Iterator[Call]:
    """The calls that the notes at the feet of pages answer, page by page.

    Unless each page counts `anew`, a note whose own number is doubtful proves no call.
    """
    starts = [candidate.start for candidate in candidates]
    pages: dict[int, list[Mark]] = {}
    tops = tops_of(draft)
    for note in feet:
        if note.get("n"):
            pages.setdefault(tops[bisect_right(tops, note.start) - 1], []).append(note)
    for top, notes in pages.items():
        end = notes[0].start
        top = max(top, end - LONGEST)
        own = [c for c in candidates[bisect_left(starts, top) : bisect_left(starts, end)] if c.weight > FIGURE]
        proven = {str(note.get("n")) for note in notes if anew or note.cert != "low"}
        for call in _page(draft, top, end, own, [str(note.get("n")) for note in notes]):
            if call.n in proven or not call.misread:
                yield call


def _page(draft: Draft, top: int, end: int, own: list[Candidate], numbers: Sequence[str]) -> Iterator[Call]:
    """The calls of one page, whose text runs from `top` to `end`."""
    signs = [(*m.span("n"), m["n"], WORD) for m in _SIGNS.finditer(draft.text, top, end) if m["n"] in numbers]
    options = sorted([*((c.start, c.end, str(c.value), c.weight) for c in own), *signs])
    found = _assigned(options, numbers)
    if None in found:
        known = {option[0] for option in options}
        loose = [(c.start, c.end, str(c.value), c.weight) for c in loose_candidates(draft, top, end)]
        more = sorted([*options, *(option for option in loose if option[0] not in known)])
        whole = _assigned(more, numbers)
        # A number without a stop before it is a call only where that leaves no note without one.
        if None in whole:
            more = [option for option in more if not draft.text[option[0] - 2 : option[0]].strip().isalnum()]
            whole = _assigned(more, numbers)
        options, found = more, whole
    here = top
    lacking: list[str] = []
    taken = {option[0] for option in found if option}
    for n, option in zip([*numbers, ""], [*found, (end, end, "", 0.0)], strict=True):
        if option is None:
            lacking.append(n)
            continue
        if lacking:
            others = [c for c in own if here <= c.start < option[0] and c.weight >= WORD and c.start not in taken]
            yield from _misread(draft, here, option[0], others, lacking)
        if n:
            low = option[3] <= LOOSE or (option[3] <= SET_OFF and sum(o[2] == n for o in options) > 1)
            yield Call(option[0], option[1], n, low=low)
        here, lacking = option[1], []


_Option = tuple[int, int, str, float]  # start, end, number or sign, weight


def _assigned(options: Sequence[_Option], numbers: Sequence[str]) -> list[_Option | None]:
    """For each note, the option that calls it: of all assignments in order, the one of the highest weight."""
    best: list[list[float]] = [[0.0] * (len(numbers) + 1) for _ in range(len(options) + 1)]
    for i, option in enumerate(options, 1):
        for k, n in enumerate(numbers, 1):
            here = max(best[i - 1][k], best[i][k - 1])
            if option[2] == n:
                here = max(here, best[i - 1][k - 1] + option[3])
            best[i][k] = here
    found: list[_Option | None] = [None] * len(numbers)
    i, k = len(options), len(numbers)
    while i and k:
        if best[i][k] == best[i - 1][k]:
            i -= 1
        elif best[i][k] == best[i][k - 1]:
            k -= 1
        else:
            i, k = i - 1, k - 1
            found[k] = options[i]
    return found


def _misread(
    draft: Draft, start: int, end: int, digits: list[Candidate], numbers: Sequence[str]
) -> Iterator[Call]:
    """The calls of notes that lack one, between two places: as many marks that nothing else explains."""
    if not all(n.isdecimal() for n in numbers):
        return
    spans = [m.span() for m in _STRAY.finditer(draft.text, start, end)]
    spans += [(c.start, c.end) for c in digits]
    spans = sorted(span for span in set(spans) if draft.is_free(*span))
    if len(spans) == len(numbers):
        for (first, after), n in zip(spans, numbers, strict=True):
            yield Call(first, after, n, low=True, misread=True)
