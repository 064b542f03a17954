"""Sections of notes under a heading that does not say so (“Authorities”, or the name of a chapter).

Serves `sections`.  Entries numbered from 1 that stand right under a heading are notes where the text before them,
since the last such entries, has as many calls as there are entries: a list has nothing to do with the calls of its
chapter.  Where the calls are answered at the feet of their pages, by lines that begin with their numbers, they are
no notes.  A title that is “Notes” but for a letter or two, as OCR may read it, needs no calls.

    The mill burnt.1 Nobody knew why.2     ->  notes 1 and 2, under “Authorities”
    Authorities
    1. Roe, p. 4.
    2. Doe, p. 9.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import LOWERED, ends_sentence, opens_lower
from build_edition.rules.evidence.notes.call_candidates import CLOSED, WORD, candidates
from build_edition.rules.evidence.notes.sequence import Candidate, best_chain
from build_edition.source import Line

TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>|\\\w{4,13}\*?\{|(?<=\w)\}\Z")  # of HTML, or a command about a heading
ENTRY = re.compile(
    r"(?:<(?:p|div|li|span|small|a)\b[^<>]{0,200}>\s*)*(?:[*-]\s+(?=\\?[\[(\d]))?"
    r"(?P<open>(?:<sup>)?\\?[\[(]?)(?P<n>\d{1,3}|[⁰¹²³⁴-⁹]{1,3})(?P<close>\\?[\])]?\\?[.),]?(?:</sup>)?)"
    r"(?:\s+|(?<=[.\])>⁰¹²³⁴-⁹]))(?=\S)"
)
_LIFTED = re.compile(r"(?<=[^\s\d(\[])(?:\[(?P<n>[1-9]\d{0,2})\]|(?P<raised>[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2}))(?!\w)")
_BEGUN = re.compile(r"[\[(]?(\d{1,3})(?=\D|\Z)")
_FIRST = frozenset("1[(<¹")
LEVEL = 3  # of a heading over notes, where nothing tells it
LONGEST = 60  # characters of a title
LINES, FAR = 12, 40  # lines of a note, of most and at the very most
FEWEST, SURELY = 2, 5  # entries that are told from a list by their calls; by a title that says nearly “Notes”
LIKE = 0.7  # of the letters
MANY = 20  # candidates for a call, and more, in which a note's call is sought
OFF = 0.1  # share of the entries by which the calls may be more or fewer


@dataclass(frozen=True, slots=True)
class _Entries:
    """The line over an entry numbered 1, how many entries stand under it, and where the last of them begins."""

    title: Line
    count: int
    last: int
    follows: bool  # whether only entries stand between the title before and this one


def unannounced(draft: Draft, announcing: set[int]) -> set[int]:
    """The lines that notes stand under though their words do not say so; they are marked as headings."""
    headed = draft.lines_of("head")
    found = _under_titles(draft, headed)
    if sum(this.count for this in found if this.title.number not in announcing) < FEWEST:
        return set()
    calls = _calls(draft)
    starts = [call.start for call in calls]
    lines: set[int] = set()
    since = place = 0
    while place < len(found):
        run = [found[place]]
        named = run[0].title.number in announcing
        while not named and place + len(run) < len(found) and found[place + len(run)].follows:
            run.append(found[place + len(run)])
        first, total = run[0].title.start, sum(this.count for this in run)
        before = bisect_left(starts, first)
        own = best_chain(calls[max(bisect_left(starts, since), before - MANY * (total + MANY)) : before])
        alike = abs(len(own) - total) <= max(1.0 if total > FEWEST else 0.0, OFF * total)
        alike = alike and not _answered_at_feet(draft, own, since, first)
        if not named and total >= FEWEST and (alike or (total >= SURELY and _is_misread(run[0].title.ink))):
            for this in run:
                if this.title.number not in headed | announcing:
                    draft.mark_lines("head", this.title, this.title, level=LEVEL)
                lines.add(this.title.number)
        if named or run[0].title.number in lines:
            since = run[-1].last
        place += len(run)
    return lines - announcing


def _under_titles(draft: Draft, headed: set[int]) -> list[_Entries]:
    """The entries that stand right under headings and lines that look like one."""
    inked = [line for line in draft.ink_lines if draft.has_ink(line)]
    found: list[_Entries] = []
    for place in range(1, len(inked)):
        ink, above = inked[place].ink, inked[place - 1]
        if ink[0] not in _FIRST or _number(ink) != 1:
            continue
        if above.number in headed or (_is_title(above.ink) and (not found or place - 1 > found[-1].last)):
            last, count = _counted(inked, place, headed)
            # Behind notes the prose of the next chapter may begin with numbers too.
            follows = bool(found) and place - 1 - found[-1].last <= LINES and _ends_soon(inked, last, headed)
            found.append(_Entries(above, count, last, follows))
    return [replace(this, last=inked[this.last].start) for this in found]


def _is_misread(ink: str) -> bool:
    """Whether a title is the word “Notes”, misread."""
    return ink[:1] in "Nn" and SequenceMatcher(None, ink.casefold(), "notes", autojunk=False).ratio() >= LIKE


def _ends_soon(lines: Sequence[Line], last: int, headed: set[int]) -> bool:
    """Whether behind the last entry a heading, another first entry or the end of the text is near."""
    below = lines[last + 1 : last + 1 + LINES]
    return len(below) < LINES or any(line.number in headed or _number(line.ink) == 1 for line in below)


def _is_title(ink: str) -> bool:
    return len(ink) <= LONGEST and not (
        opens_lower(ink) or ends_sentence(ink) or ink.endswith((",", ";", "-", "–", "—"))
    )


def _number(ink: str) -> int:
    match = ENTRY.match(ink)
    return int(match["n"].translate(LOWERED)) if match else 0


def _counted(lines: Sequence[Line], place: int, headed: set[int]) -> tuple[int, int]:
    """Where the last of the entries that count up from a line on stands, and how many they are."""
    last, count, due = place, 0, 1
    for here in range(place, len(lines)):
        n = _number(lines[here].ink)
        another = n == 1 and here > place and _is_title(lines[here - 1].ink)
        if lines[here].number in headed or here - last > FAR or another:
            break
        if n == due or (n == 1 and here - last <= LINES):
            last, count, due = here, count + 1, n + 1
    return last, count


def _calls(draft: Draft) -> list[Candidate]:
    """All that looks most like a call: tight figures, brackets, raised figures."""
    found = [this for this in candidates(draft) if this.weight >= WORD]
    for match in _LIFTED.finditer(draft.text):
        n = match[match.lastgroup or 0].translate(LOWERED)
        found.append(Candidate(match.start(), match.end(), int(n), CLOSED))
    return sorted(found, key=lambda this: this.start)


def _answered_at_feet(draft: Draft, calls: Sequence[Candidate], start: int, end: int) -> bool:
    """Whether the numbers of most calls begin lines of the same stretch."""
    begun = set()
    for line in draft.lines[draft.source.line_number(start) - 1 : draft.source.line_number(end)]:
        match = _BEGUN.match(line.ink)
        if match:
            begun.add(int(match[1]))
    return 2 * sum(call.value in begun for call in calls) > len(calls)
