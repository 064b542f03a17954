"""Note calls: the digits in the text that point to notes.

Looks for digits set tight after a word, a stop or a closing quote, for superscripts and for bracketed numbers,
and reads them as a sequence that counts up and starts anew with each chapter: sequence evidence settles what
a single number cannot (`1820.54` ends in call 54 if 53 stands before and 55 after).  `ref` covers the digits
only and has `n`.  Where notes stand at the feet of pages, those say which numbers to seek (`notes.foot_calls`).
Digits that follow a year with nothing between (`18201`), and a number that a space parts from its word, are
calls only where the sequence wants that very number there and no better digits bear it.
A misread call (`B.W.I4`) is restored, with low certainty, only where the sequence lacks exactly that number and
one place alone can be it.  Leaves alone years, decimals, thousands, ordinals, abbreviations with numbers
(p.12); a call that is not in the text is not invented.

    the mill burnt down.7 In 1820.8 a new one   ->  ref n=7 over “7”, ref n=8 over the last “8”
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from build_edition.rules.draft import Draft
from build_edition.rules.emphasis import RULE as MARKUP_RULE
from build_edition.rules.emphasis import may_be_call, superscript_calls
from build_edition.rules.evidence.lines.shape import LOWERED, SUPERSCRIPTS
from build_edition.rules.evidence.notes.call_candidates import SET_OFF, WORD, YEAR, candidates
from build_edition.rules.evidence.notes.foot_calls import Call, calls_of
from build_edition.rules.evidence.notes.foot_pages import tops_of
from build_edition.rules.evidence.notes.sequence import AS_DIGITS, RESTART_HIGHEST, Candidate, best_chain
from build_edition.rules.markdown_signs import raised
from build_edition.transcript import Mark

RULE = "note-call"
_MISREAD = re.compile(r"(?<=[.,;:!?”’\"')\w])(?<!\d)(?P<n>[\dIlOoSZB|]{1,3})(?!\w)")
_BRACKETED = re.compile(r"(?P<open>\[\^?)(?P<n>\d{1,3}|[a-z]{1,2})(?P<close>\])(?!:)")
_MOJIBAKE = re.compile("[ÂÃÄÅâ]")
_SUP_TAG = re.compile(r"<sup>\s*(?P<n>\d{1,3})\s*</sup>", re.IGNORECASE)
CALLED = 30.0  # added where a note of the same page bears the number
IN_ORDER = 0.8  # share of raised calls that count upward, from which one that does not is doubtful
STRICTLY = 0.9  # share of pages that count from 1, from which a note's place on its page gives its number
_HELD = ("note", "fw", "ref", "byline", "dateline")


def apply(draft: Draft) -> None:
    """Mark every note call that the text bears."""
    held = _Spans(draft.marks(*_HELD))
    tables = _Spans(draft.marks("table"))
    numbers = {str(note.get("n")) for note in draft.marks("note") if note.get("n")}
    raised = _raised(draft, held, numbers)
    _table_calls(draft)
    if raised or (draft.layout != "book" and not numbers):
        return
    feet = [note for note in draft.marks("note") if note.get("place") == "foot"]
    found = [
        c for c in candidates(draft) if not held.holds(c.start) and (c.weight >= WORD or not tables.holds(c.start))
    ]
    share = _share_anew(draft, feet)
    called = list(calls_of(draft, found, feet, anew=share is not None and share > STRICTLY))
    _mark_called(draft, called)
    if share is not None and share > 0.5:  # no sequence runs through a chapter
        return
    taken = {call.start: call.n for call in called}
    chain = best_chain([replace(c, weight=c.weight + CALLED) if c.start in taken else c for c in found])
    # Numbers that a space sets off are as often those of verses: they need surer company, or notes and each other.
    sure = sum(call.weight > SET_OFF for call in chain)
    if sure < 3 and not (numbers and (sure or len(chain) > 1)):
        return
    for call in chain:
        if call.start in taken:
            continue
        low = call.weight < YEAR or None
        draft.mark("ref", call.start, call.end, n=str(call.value), cert="low" if low else None)
    _restore_misread(draft, chain, held)


class _Spans:
    """Stretches of the source in which no call is sought."""

    def __init__(self, marks: list[Mark]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for mark in marks:
            if not self.ends or mark.end > self.ends[-1]:
                self.starts.append(mark.start)
                self.ends.append(mark.end)

    def holds(self, offset: int) -> bool:
        place = bisect_left(self.starts, offset + 1) - 1
        return place >= 0 and offset < self.ends[place]


def _raised(draft: Draft, held: _Spans, numbers: set[str]) -> bool:
    """Mark calls that print or mark-up raises or brackets; returns whether there are any."""
    text, found = draft.text, []
    if any(c in text for c in SUPERSCRIPTS):
        for line in draft.ink_lines:
            if any(c in line.text for c in SUPERSCRIPTS):
                for match in superscript_calls(line.text):
                    start = line.start + match.start()
                    # The end of a letter that `encoding` has restored is no call.
                    restored = _MOJIBAKE.search(text, max(start - 2, 0), start) and not draft.is_free(
                        start - 1, start
                    )
                    if not restored:
                        found.append((start, line.start + match.end(), match[0]))
    found += [(m.start("n"), m.end("n"), m["n"]) for m in _SUP_TAG.finditer(text) if may_be_call(text, m.start())]
    if draft.layout != "book" and "^" in text:
        found += [(m.start("n"), m.end("n"), m["n"]) for m in raised(text)]
    for match in _BRACKETED.finditer(text):
        if _is_alone(draft, match):  # a page number
            continue
        if (match["n"] in numbers or match["open"] == "[^") and not held.holds(match.start()):
            draft.intervene(match.start(), match.start("n"), "", MARKUP_RULE)
            draft.intervene(match.end("n"), match.end(), "", MARKUP_RULE)
            found.append((match.start("n"), match.end("n"), match["n"]))
    kept = [
        (start, end, n.translate(LOWERED))
        for start, end, n in sorted(set(found))
        if not held.holds(start) and not draft.is_deleted(start, end)
    ]
    in_order = _in_order([(start, end, int(n)) for start, end, n in kept if n.isdecimal()])
    for start, end, n in kept:
        doubtful = (numbers and n not in numbers) or (n.isdecimal() and start not in in_order)
        draft.mark("ref", start, end, n=n, cert="low" if doubtful else None)
    return bool(kept)


def _is_alone(draft: Draft, match: re.Match[str]) -> bool:
    """Whether a bracketed number has a line of a printed page to itself."""
    start = match.start()
    return draft.layout == "book" and draft.source.line_at(start).ink == match[0]


def _in_order(calls: Sequence[tuple[int, int, int]]) -> set[int]:
    """Where the calls start that count upward; one that repeats a number, or leaps, is misread.

    Where too many do, the calls are not counted in order, and none is doubted.
    """
    first = calls[0][2] if calls else 1
    shift = first - 1 if first > RESTART_HIGHEST else 0
    chain = best_chain([Candidate(start, end, n - shift, CALLED) for start, end, n in calls if n > shift])
    if len(chain) >= IN_ORDER * len(calls):
        return {call.start for call in chain}
    return {start for start, _, _ in calls}


def _table_calls(draft: Draft) -> None:
    """Mark the signs in cells that a note of the table answers."""
    signs = {str(note.get("n")) for note in draft.marks("note")} & {"*", "**", "†", "‡", "§"}
    if not signs:
        return
    for cell in draft.marks("cell"):
        text = draft.text[cell.start : cell.end]
        sign = re.search(r"(?<=[^*†‡§\s])[*†‡§]{1,2}\Z", text)
        if sign and sign[0] in signs:
            draft.mark("ref", cell.start + sign.start(), cell.end, n=sign[0])


def _share_anew(draft: Draft, feet: list[Mark]) -> float | None:
    """The share of pages that number their notes from 1, by those whose first number is read; None without any."""
    first_by_page: dict[int, Mark] = {}
    tops = tops_of(draft)
    for note in feet:
        if note.get("n"):
            first_by_page.setdefault(bisect_right(tops, note.start), note)
    read = [note.get("n") == "1" for note in first_by_page.values() if note.cert != "low"]
    return sum(read) / len(read) if len(read) > 2 else None


def _mark_called(draft: Draft, calls: Sequence[Call]) -> None:
    """Mark the calls that notes of their own pages answer."""
    for call in calls:
        if not call.misread or draft.intervene(call.start, call.end, call.n, RULE, cert="low"):
            draft.mark("ref", call.start, call.end, n=call.n, cert="low" if call.low else None)


def _restore_misread(draft: Draft, chain: list[Candidate], held: _Spans) -> None:
    """Mark and restore the one misread token between two calls that lack one number between them."""
    for before, after in pairwise(chain):
        if after.value != before.value + 2:
            continue
        wanted = str(before.value + 1)
        found = [
            match
            for match in _MISREAD.finditer(draft.text, before.end, after.start)
            if match["n"].translate(AS_DIGITS) == wanted
            and match["n"] != wanted
            and any(c.isdigit() for c in match["n"])
            and not held.holds(match.start())
        ]
        if len(found) == 1 and draft.intervene(*found[0].span("n"), wanted, RULE, cert="low"):
            draft.mark("ref", *found[0].span("n"), n=wanted, cert="low")
