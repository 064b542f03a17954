"""Notes at the foot of the pages of a wrapped book whose pages are parted by form feeds.

Serves `notes`.  The notes of a page stand below its text: a number alone on a line, or a number and a text after
a blank line, begins them.  A number with a full stop may open a list, so it counts only if the page's text bears
the same number as a call.  Which of these begin notes is settled for all pages together: where most pages number
their notes from 1, each page by itself; else by the best sequence through each chapter, so that one note lost or
one list mistaken does not lose those that follow.  Inside the notes a further number in sequence, at the start
of a line, after a full stop or a wide gap, opens the next note; a sign that OCR made of a superscript opens it
too, with low certainty, and so does a first number misread where the pages number from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.note_sequence import Candidate, best_chain
from build_edition.rules.evidence.prose import inked_lines
from build_edition.source import Line

_TEXT = r"(?=[^\W\d_]|[“‘\"'(\[]|[1-4] [A-Z])"
_OPENING = re.compile(rf"(?P<n>\d{{1,3}})(?P<stop>[.)]?)(?:\s+{_TEXT}|\Z)")
_SIGN = re.compile(r"[*†‡§®°©?!¹²³>»]\s+(?=[A-Z“‘\"(\[])")
_INLINE = re.compile(
    r"(?:(?<=[.,)”’\]])\s+|\s{2,})(?:(?P<n>\d)|(?P<sign>[*†‡§®°©?¹²³>»]))\s+(?=[A-Z“‘\"(\[]|[1-4] [A-Z])"
)
GAP = 3  # notes that may be lost on one page
SHARE = 0.7  # of a page's lines, at the most
ALONE, PLAIN, CALLED, BARE = 10.0, 9.0, 4.0, 3.0  # weights: how much like the beginning of a note
FOOT = 3.0  # how much more such a number weighs than one in the text
SHORT = 8  # lines of notes that a misread first number may stand over


@dataclass(frozen=True, slots=True)
class _Start:
    """A line that may begin a note: its page and place there, its number, and how much like one it looks."""

    page: int
    place: int
    n: int
    weight: float
    stopped: bool


def mark(draft: Draft) -> None:
    """Mark the notes at the foot of every page, if the text has form feeds."""
    if "\f" not in draft.text:
        return
    taken = inked_lines(draft, "fw", "head", "table", "figure", "note", "milestone")
    pages = list(_pages(draft, taken))
    starts = [start for number, page in enumerate(pages) for start in _starts(number, page)]
    # One book prints its numbers one way: with a stop, or without.
    stopped = sum(start.weight for start in starts if start.stopped)
    plain = sum(start.weight for start in starts if not start.stopped)
    starts = [start for start in starts if start.stopped == (stopped > plain)]
    feet = _feet_by_page(pages, starts) if _starts_anew(starts) else _feet_by_sequence(starts)
    for page, (place, first, cert) in sorted(feet.items()):
        _mark_foot(draft, pages[page][place:], first, cert)


def _pages(draft: Draft, taken: set[int]) -> Iterator[list[Line]]:
    """The lines of each page that show ink and are not spoken for."""
    page: list[Line] = []
    for line in draft.lines:
        if "\f" in line.text and line.text.lstrip(" ").startswith("\f"):
            if page:
                yield page
            page = []
        if line.number not in taken and not line.is_blank and draft.has_ink(line):
            page.append(line)
    if page:
        yield page


def _starts(number: int, page: Sequence[Line]) -> Iterator[_Start]:
    """The lines of a page that may begin notes, from the top of its lower part."""
    for place in range(max(int(len(page) * (1 - SHARE)), 1), len(page)):
        match = _OPENING.match(page[place].ink)
        if not match:
            continue
        n, stopped = int(match["n"]), bool(match["stop"])
        alone = match.end() == len(page[place].ink)
        after_blank = page[place].number > page[place - 1].number + 1
        if alone and not stopped and place + 1 < len(page):
            yield _Start(number, place, n, ALONE, stopped)
        elif after_blank and not alone and not stopped:
            yield _Start(number, place, n, PLAIN, stopped)
        elif after_blank and not alone and _is_called(page[:place], match["n"]):
            yield _Start(number, place, n, CALLED, stopped)
        elif n == 1 and not alone and not stopped and place >= len(page) - SHORT:
            yield _Start(number, place, n, BARE, stopped)


def _is_called(text: Sequence[Line], n: str) -> bool:
    """Whether the number stands in the text as a call does, tight after a word or stop."""
    call = re.compile(rf"[^\W\d_][.,;:!?”’\"')]*{n}(?![\d\w])")
    return any(call.search(line.ink) for line in text)


def _starts_anew(starts: Sequence[_Start]) -> bool:
    """Whether most pages with notes begin with note 1."""
    first: dict[int, int] = {}
    for start in starts:
        first.setdefault(start.page, start.n)
    return sum(n == 1 for n in first.values()) * 2 > len(first)


_Foot = tuple[int, int, str]  # the place of the first line, the first number, certainty


def _feet_by_page(pages: Sequence[Sequence[Line]], starts: Sequence[_Start]) -> dict[int, _Foot]:
    """Where the notes of each page begin, if each page counts from 1."""
    feet: dict[int, _Foot] = {}
    misread: dict[int, _Foot] = {}
    for start in starts:
        if start.n == 1:
            feet.setdefault(start.page, (start.place, 1, "high" if start.weight > BARE else "low"))
        elif start.n <= GAP + 1 and start.place >= len(pages[start.page]) - SHORT and start.weight > CALLED:
            misread.setdefault(start.page, (start.place, 1, "low"))
    return misread | feet


def _feet_by_sequence(starts: Sequence[_Start]) -> dict[int, _Foot]:
    """Where the notes of each page begin, if numbers run on through each chapter."""
    sure = [start for start in starts if start.weight > BARE]
    # A number below the text of a page is surer than one within it, so it outweighs several that are lost.
    chain = best_chain([Candidate(k, k, start.n, FOOT * start.weight) for k, start in enumerate(sure)])
    feet: dict[int, _Foot] = {}
    for link in chain if len(chain) > 1 else ():
        start = sure[link.start]
        feet.setdefault(start.page, (start.place, start.n, "high"))
    return feet


def _mark_foot(draft: Draft, lines: Sequence[Line], first: int, cert: str) -> None:
    """Mark the notes that these lines hold, the first of which is number `first`."""
    starts: list[tuple[int, int, str]] = [(lines[0].ink_start, first, cert)]
    n = first
    for place, line in enumerate(lines):
        match = _OPENING.match(line.ink)
        if place and match and n < int(match["n"]) <= n + GAP:
            n = int(match["n"])
            starts.append((line.ink_start, n, "high"))
        elif place and _SIGN.match(line.ink):
            n += 1
            starts.append((line.ink_start, n, "low"))
        for inner in _INLINE.finditer(line.ink):
            sign = inner["sign"] is not None
            if sign or int(inner["n"]) == n + 1:
                n += 1
                starts.append(
                    (line.ink_start + inner.start("sign" if sign else "n"), n, "low" if sign else "high")
                )
    ends = [*(start for start, _, _ in starts[1:]), lines[-1].ink_end]
    for (start, number, sure), stop in zip(starts, ends, strict=True):
        draft.mark("note", start, stop, n=str(number), place="foot", cert="low" if sure == "low" else None)
