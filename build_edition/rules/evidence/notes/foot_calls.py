"""Note calls of the pages that have notes at their feet: each note answers to one call above it, in order.

Serves `note_calls`.  Where the digits of a call survive, the best assignment of a page's notes to the numbers in
its text is taken.  A note between two that are so answered may have a call whose digits were misread:
`misread_calls` restores it, with low certainty.  A lost call is not invented.

    The mill burnt.1 It was rebuilt,? and sold.3
    1 The bill. 2 Ibid. 3 The deed.               ->  calls 1, 2 (for “?”, low) and 3
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.assignment import assigned
from build_edition.rules.evidence.notes.call_candidates import (
    FIGURE,
    LOOSE,
    SET_OFF,
    WORD,
    is_behind_initial,
    loose_candidates,
)
from build_edition.rules.evidence.notes.foot_pages import tops_of
from build_edition.rules.evidence.notes.misread_calls import Gap, restored
from build_edition.rules.evidence.notes.sequence import Candidate
from build_edition.transcript import Mark

_SIGNS = re.compile(r"(?<=[^\s*†‡§¶‖])\s?(?P<n>[*†‡§¶‖]{1,3})(?![*†‡§¶‖\w])")

_NAMED_PART = re.compile(
    r"\b(?:sections?|chapters?|parts?|pages?|volumes?|books?|articles?|figures?|tables?)\s\Z", re.I
)
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

    Unless each page counts `anew`, a note whose own number is doubtful proves a call only with all of its page.
    """
    starts = [candidate.start for candidate in candidates]
    pages: dict[int, list[Mark]] = {}
    tops = tops_of(draft)
    for note in feet:
        if note.get("n"):
            pages.setdefault(tops[bisect_right(tops, note.start) - 1], []).append(note)
    gaps: list[Gap] = []
    for top, notes in pages.items():
        end = notes[0].start
        top = max(top, end - LONGEST)
        every = candidates[bisect_left(starts, top) : bisect_left(starts, end)]
        own = [c for c in every if c.weight > FIGURE]
        doubtful = {str(note.get("n")) for note in notes if note.cert == "low"}
        own += _behind_initials(draft, every, {str(note.get("n")) for note in notes} - doubtful)
        for found in _page(draft, top, end, own, [str(note.get("n")) for note in notes], doubtful):
            if isinstance(found, Call):
                yield found
            elif anew or len(doubtful) == len(notes) or not doubtful & set(found.numbers):
                gaps.append(found)
    for start, after, n in restored(draft, gaps):
        yield Call(start, after, n, low=True, misread=True)


def _behind_initials(draft: Draft, every: Sequence[Candidate], wanted: Set[str]) -> list[Candidate]:
    """The figures behind an initial, as in “W.1”, that alone on their page have the number of a note there."""
    numbers = Counter(str(c.value) for c in every)
    return [
        c
        for c in every
        if c.weight <= FIGURE
        and str(c.value) in wanted
        and numbers[str(c.value)] == 1
        and is_behind_initial(draft.text, c.start)
        and not _NAMED_PART.search(draft.text, max(0, c.start - 14), c.start - 2)
    ]


class _Option(NamedTuple):
    """What may be a call, its number or sign, and how like one it looks."""

    start: int
    end: int
    n: str
    weight: float


def _option(candidate: Candidate) -> _Option:
    return _Option(candidate.start, candidate.end, str(candidate.value), candidate.weight)


def _page(
    draft: Draft, top: int, end: int, own: list[Candidate], numbers: Sequence[str], doubtful: Set[str]
) -> Iterator[Call | Gap]:
    """The calls of one page, whose text runs from `top` to `end`, and where some are lacking.

    `doubtful` numbers are only counted.
    """
    signs = [
        _Option(*m.span("n"), m["n"], WORD) for m in _SIGNS.finditer(draft.text, top, end) if m["n"] in numbers
    ]
    options = sorted([*map(_option, own), *signs])
    found = assigned(options, numbers)
    if None in found:
        known = {option.start for option in options}
        loose = [
            option
            for option in map(_option, loose_candidates(draft, top, end))
            if option.start not in known and not (option.n in doubtful and _is_pronoun(draft.text, option))
        ]
        more = sorted([*options, *loose])
        whole = assigned(more, numbers)
        # A number without a stop before it is a call only where that leaves no note without one.
        if None in whole:
            more = [
                option for option in more if option.weight > LOOSE or not _follows_word(draft.text, option.start)
            ]
            whole = assigned(more, numbers)
        options, found = more, whole
    here = top
    lacking: list[str] = []
    taken = {option.start for option in found if option}
    for n, option in zip([*numbers, ""], [*found, _Option(end, end, "", 0.0)], strict=True):
        if option is None:
            lacking.append(n)
            continue
        if lacking:
            others = [
                c for c in own if here <= c.start < option.start and c.weight >= WORD and c.start not in taken
            ]
            if all(number.isdecimal() for number in lacking):
                yield Gap(here, option.start, tuple(lacking), tuple((c.start, c.end) for c in others))
        if n:
            low = (
                n in doubtful
                or option.weight <= LOOSE
                or (option.weight <= SET_OFF and sum(o.n == n for o in options) > 1)
            )
            yield Call(option.start, option.end, n, low=low)
        here, lacking = option.end, []


def _is_pronoun(text: str, option: _Option) -> bool:
    """Whether a 1 stands as the pronoun does that OCR takes for one: by itself, before a small letter."""
    return option.n == "1" and re.match(r"\s[a-z]", text[option.end : option.end + 2]) is not None


def _follows_word(text: str, at: int) -> bool:
    """Whether only a space stands between a word and an offset."""
    return text[at - 2 : at].strip().isalnum()
