"""Note calls in brackets, `[12]`: told by how they stand, and by their numbers, which count upward.

Serves `note_calls`. A number in brackets that stands tight after a word or a stop is hardly anything but a call;
one that a note bears, or that is written `[^12]`, is one wherever it stands. One that begins a line of a book,
where its sentence is broken, is a call where a tight one before or after it is the next in order, or where it is
the first of a chapter. Where tight numbers do not count upward they are none: they refer to a list of books, or
to the pages of another edition. Letters and signs in brackets are calls where notes bear them; those of notes at
the feet of pages are `signed_calls`'. Numbers in round brackets are calls only of notes numbered so.

    The mill burnt.[1] It was rebuilt      ->  calls 1 and 2
    [2] by the carters [ibid. 12].
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.behind_chapters import in_chapters
from build_edition.rules.evidence.notes.sequence import RESTART_HIGHEST, Candidate, best_chain

_BRACKETED = re.compile(
    r"(?P<open>\[\^?)(?P<n>\d{1,3}|[a-z]{1,2}|[A-Z]|\\?\*{1,3}|[†‡§]{1,3})(?P<close>\\?\])(?![:\w]|\((?!#))"
)
_ROUND = re.compile(r"(?<=[^\s\d([])(?P<open>\()(?P<n>[1-9]\d{0,2})(?P<close>\))(?!\w)")
IN_ORDER = 0.8  # share of calls that count upward, from which one that does not is doubtful
FEWEST = 3  # calls in order that show an extract, whose first number is a high one
KNOWN, TIGHT, LEADING = 40.0, 30.0, 8.0  # weights: answered by a note; after a word; at the beginning of a line


class Bracketed(NamedTuple):
    """What may be a call: where it opens and closes, its number from `start` to `end`, and its weight."""

    opens: int
    start: int
    end: int
    closes: int
    n: str
    weight: float


def bracketed_calls(draft: Draft, numbers: set[str], is_held: Callable[[int], bool]) -> list[Bracketed]:
    """The calls in brackets, in order; `numbers` are those of the notes that are known."""
    if "[" not in draft.text:
        return _round_calls(draft, numbers, is_held)
    footed = draft.layout == "book" and any(note.get("place") == "foot" for note in draft.marks("note"))
    found = []
    for match in _BRACKETED.finditer(draft.text):
        weight = 0.0 if is_held(match.start()) else _weight(draft, match, numbers, footed)
        if weight:
            start, end = match.span("n")
            start += match["n"][0] == "\\"
            found.append(Bracketed(match.start(), start, end, match.end(), draft.text[start:end], weight))
    if not found:
        return _round_calls(draft, numbers, is_held)
    counted = [this for this in found if this.n.isdecimal()]
    found_in = in_chapters(draft, [Candidate(c.start, c.end, int(c.n), c.weight) for c in counted])
    chain = in_order(found_in, FEWEST)
    tight = {this.start for this in counted if this.weight >= TIGHT}
    agree = bool(chain) and sum(call.start in tight for call in chain) >= IN_ORDER * len(tight)
    leading = _beside_tight(chain, tight) if agree else set()
    return [this for this in found if this.weight >= (TIGHT if agree else KNOWN) or this.start in leading]


def _round_calls(draft: Draft, numbers: set[str], is_held: Callable[[int], bool]) -> list[Bracketed]:
    """The calls in round brackets, tight after words: only those of notes whose own numbers stand so."""
    marks = [note for note in draft.marks("note") if draft.text[note.start] == "("]
    if draft.layout == "book" or len(marks) < FEWEST - 1 or "(" not in draft.text:
        return []
    found = [
        Bracketed(match.start(), *match.span("n"), match.end(), match["n"], KNOWN)
        for match in _ROUND.finditer(draft.text)
        if match["n"] in numbers and not is_held(match.start())
    ]
    chain = in_order([Candidate(this.start, this.end, int(this.n), this.weight) for this in found])
    return found if len(chain) >= IN_ORDER * len(found) else []


def in_order(calls: Sequence[Candidate], fewest: int = 1) -> list[Candidate]:
    """The calls that count upward, at least `fewest` where the first is a high one, as in an extract.

    Those before the next chapter's then count from that one.
    """
    first = calls[0].value if calls else 1
    if first <= RESTART_HIGHEST:
        return best_chain(calls)
    anew = next((k for k, call in enumerate(calls) if call.value <= RESTART_HIGHEST), len(calls))
    lowered = {
        call.start: replace(call, value=call.value - first + 1) for call in calls[:anew] if call.value >= first
    }
    opening = {call.start for call in best_chain(list(lowered.values()))}
    chain = [*(call for call in calls[:anew] if call.start in opening), *best_chain(calls[anew:])]
    return chain if len(chain) >= fewest else []


def _beside_tight(chain: Sequence[Candidate], tight: set[int]) -> set[int]:
    """Where those begin that stand in order beside a tight one, or are the first of a chapter."""
    beside = {chain[0].start} if chain[0].value == 1 else set()
    for before, after in pairwise(chain):
        if after.value == before.value + 1 and (before.start in tight or after.start in tight):
            beside |= {before.start, after.start}
        elif after.value == 1 and after.chapter > before.chapter:
            beside.add(after.start)
    return beside


def _weight(draft: Draft, match: re.Match[str], numbers: set[str], footed: bool) -> float:
    """How much like a call the number looks, where notes are `footed` or not; nothing where it is none."""
    text, start = draft.text, match.start()
    if draft.is_deleted(start, match.end()):
        return 0.0
    line = draft.source.line_at(start)
    leads = draft.layout == "book" and start == line.ink_start
    if leads and line.ink == match[0]:  # under a blank line it is a page number
        return LEADING if line.number > 1 and not draft.lines[line.number - 2].is_blank else 0.0
    n = match["n"].lstrip("\\")
    counted = n.isdecimal()
    if match["open"] == "[^" or (n in numbers and (counted or not footed)):
        return KNOWN
    if not counted or match["n"][0] == "0":
        return 0.0
    if leads:
        return LEADING
    while start > 0 and draft.is_deleted(start - 1, start) and not text[start - 1].isspace():
        start -= 1  # mark-up
    return TIGHT if start > 0 and not text[start - 1].isspace() and text[start - 1] not in "([{/=" else 0.0
