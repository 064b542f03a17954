"""Comparing notes: where each begins, and what number it bears.

Of a truth that says where its notes are printed, the line is asked for.  One that has only their text is laid upon
the source: the body is sought below its call, and found however misread it is, for what OCR made of its letters is
no question of structure.  A note found there must have the extent of the true one too.  A body that the source
lacks is not asked for, and what is found where it would stand is no false find.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from build_edition.evaluate.marked import Marked
from build_edition.evaluate.measures import Difference, Found, Measure, Scope, Share, found, in_order, share
from build_edition.evaluate.naming import note_name
from build_edition.evaluate.printed import Printed

ALIKE = 60  # per cent of likeness from which a stretch of the source, or a note, is the one that is asked for
OPENING = 60  # characters of a body that are sought
REACH = 8000  # characters below its call in which a note may stand, where no form feed parts the pages
EXTENT = 0.25  # share of its length by which a note may be longer or shorter than the true one
SIGN = 4  # characters that may stand before a note's text, for its number

Place = tuple[int, str]  # a line, and which of the notes that begin on it


@dataclass(frozen=True, slots=True)
class Body:
    """A note of the truth: the line it begins on in the source (None: not there), its number and its text."""

    line: int | None
    after: int  # the line of its call
    n: str
    text: str


def notes(want: Printed, have: Marked, scope: Scope) -> dict[str, Measure]:
    """The measures `notes`, by where each begins, and `note_numbers`, of those found."""
    if not want.truth.has_bodies:
        true = {place: n for place, n in _by_place(want.notes()).items() if place[0] in scope}
        made = {place: n for place, n in _by_place(have.notes()).items() if place[0] in scope}
        numbered = {place: n for place, n in true.items() if n}
        return {
            "notes": found(
                made, numbered, true, lambda place: note_name((place[0], true.get(place, made.get(place))))
            ),
            "note_numbers": share(made, numbered),
        }
    return _by_body(want, have, scope)


def _by_place(begun: list[tuple[int, str]]) -> dict[Place, str]:
    """The numbers by line and by rank among the notes that begin on it."""
    seen: Counter[int] = Counter()
    places: dict[Place, str] = {}
    for line, n in begun:
        seen[line] += 1
        places[line, f"note {seen[line]}"] = n
    return places


def _by_body(want: Printed, have: Marked, scope: Scope) -> dict[str, Measure]:
    """Notes by where their text stands in the source."""
    made = have.note_texts()
    bodies = [body for body in _laid(want) if body.after in scope]
    claimed: dict[int, Body] = {}
    missed = []
    for body in bodies:
        near = (k for k, (line, _, text) in enumerate(made) if line == body.line and k not in claimed)
        hit = next((k for k in near if _same(body.text, made[k][2])), None)
        if hit is not None:
            claimed[hit] = body
        elif body.line is not None:
            line = body.line
            missed.append(Difference("missed", line, line, expected=f"note {body.n}: “{_short(body.text)}”"))
    lost = _lost(bodies)
    extra = []
    for k, (line, n, text) in enumerate(made):
        if k in claimed or line not in scope:
            continue
        gap = next((gap for gap in lost if gap[0] <= line <= gap[1] and lost[gap]), None)
        if gap is not None:
            lost[gap] -= 1
        else:
            extra.append(
                Difference("false", line, line, found=f"note {n or 'without a number'}: “{_short(text)}”")
            )
    wrong = [
        Difference("wrong", made[k][0], made[k][0], expected=body.n, found=made[k][1] or "none")
        for k, body in claimed.items()
        if made[k][1] != body.n
    ]
    return {
        "notes": Found(len(claimed), len(extra), len(missed), in_order([*missed, *extra])),
        "note_numbers": Share(len(claimed) - len(wrong), len(claimed), in_order(wrong)),
    }


def _same(body: str, text: str) -> bool:
    """Whether a note found is the whole of the true one and no more, however misread."""
    return abs(len(text) - len(body)) <= max(EXTENT * len(body), SIGN) and fuzz.ratio(body, text) >= ALIKE


@dataclass(frozen=True, slots=True)
class _Chain:
    """Bodies laid so far, in order: how well they fit, and where the last of them begins."""

    score: float
    at: int
    body: int
    before: _Chain | None


def _laid(want: Printed) -> list[Body]:
    """The bodies of the truth, each where it stands in the source: the best fit of all, in their order."""
    source = want.source
    text = source.text.replace("\n", " ")
    bodies = sorted(want.bodies().items(), key=lambda item: item[0][0])
    best = [_Chain(0.0, -1, -1, None)]  # each begins below the one before, and fits better
    for k, ((line, _), body) in enumerate(bodies):
        longer = []
        for at, fit in _fits(want, text, line, body):
            before = best[bisect_left(best, at, key=lambda chain: chain.at) - 1]
            longer.append(_Chain(before.score + fit, at, k, before))
        for chain in longer:
            _put(best, chain)
    lines: dict[int, int] = {}
    last: _Chain | None = best[-1]
    while last is not None and last.before is not None:
        lines[last.body] = source.line_number(last.at)
        last = last.before
    return [Body(lines.get(k), line, n, body) for k, ((line, n), body) in enumerate(bodies)]


def _put(best: list[_Chain], chain: _Chain) -> None:
    """Take in a chain that fits better than all that begin no lower, and drop those that it outdoes."""
    place = bisect_left(best, chain.at, key=lambda other: other.at)
    if best[place - 1].score >= chain.score or (
        place < len(best) and best[place].at == chain.at and best[place].score >= chain.score
    ):
        return
    end = place
    while end < len(best) and best[end].score <= chain.score:
        end += 1
    best[place:end] = [chain]


def _fits(want: Printed, text: str, line: int, body: str) -> Iterator[tuple[int, float]]:
    """Where a body may begin, on the page of its call or the next, and how well it fits there."""
    opening = " ".join(body.split())[:OPENING]
    start = want.source.lines[line - 1].start
    end = start
    for _ in range(2):
        feed = text.find("\f", end + 1)
        end = min(end + REACH, len(text)) if feed < 0 or feed - end > REACH else feed
    for here in want.source.lines[line - 1 :]:
        if here.start >= end or not opening:
            return
        if here.is_blank:
            continue
        stretch = text[here.ink_start : here.ink_end + len(opening)]
        place = fuzz.partial_ratio_alignment(opening, stretch, score_cutoff=ALIKE)
        if place is not None and here.ink_start + place.dest_start < here.ink_end and len(stretch) >= len(opening):
            yield here.ink_start + place.dest_start, place.score - ALIKE / 2


def _lost(bodies: list[Body]) -> dict[tuple[int, int], int]:
    """How many bodies the source lacks between each two that it has, by the lines of these."""
    gaps: Counter[tuple[int, int]] = Counter()
    for k, body in enumerate(bodies):
        if body.line is None:
            before = next((b.line for b in reversed(bodies[:k]) if b.line), 0)
            after = next((b.line for b in bodies[k:] if b.line), 10**9)
            gaps[before, after] += 1
    return dict(gaps)


def _short(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"
