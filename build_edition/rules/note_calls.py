"""Note calls: the digits, signs and letters in the text that point to notes.

Looks for digits set tight after a word, a stop or a closing quote, for superscripts and for bracketed numbers,
and reads them as a sequence that counts up and starts anew with each chapter: sequence evidence settles what a
single number cannot (`1820.54` ends in call 54 if 53 stands before and 55 after). `ref` covers the digits only
and has `n`. Where notes stand at the feet of pages, those say which numbers to seek (`notes.foot_calls`), and
which signs or letters (`notes.signed_calls`); numbers in brackets are calls with or without notes
(`notes.bracketed`). Digits that follow a year with nothing between (`18201`), and a number that a space parts
from its word, are calls only where the sequence wants that very number there and no better digits bear it. A
misread call (`B.W.I4`) is restored, with low certainty, only where the sequence lacks exactly that number and
one place alone can be it. A text with no more than two calls, and no notes, has doubtful ones. Leaves alone
years, decimals, thousands, ordinals, abbreviations with numbers (p.12); a call that is not in the text is not
invented.

    the mill burnt down.7 In 1820.8 a new one   ->  ref n=7 over “7”, ref n=8 over the last “8”
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from build_edition.rules.draft import Draft
from build_edition.rules.emphasis import RULE as MARKUP_RULE
from build_edition.rules.emphasis import may_be_call, superscript_calls
from build_edition.rules.evidence.lines.shape import LOWERED, SUPERSCRIPTS
from build_edition.rules.evidence.notes.behind_chapters import in_chapters
from build_edition.rules.evidence.notes.bracketed import IN_ORDER, bracketed_calls, in_order
from build_edition.rules.evidence.notes.call_candidates import (
    FIGURE,
    SET_OFF,
    WORD,
    YEAR,
    candidates,
    loose_candidates,
)
from build_edition.rules.evidence.notes.foot_calls import Call, calls_of
from build_edition.rules.evidence.notes.foot_pages import tops_of
from build_edition.rules.evidence.notes.lone_signs import lone_sign_calls
from build_edition.rules.evidence.notes.sequence import AS_DIGITS, Candidate, best_chain
from build_edition.rules.evidence.notes.signed_calls import series_of, signed_calls
from build_edition.rules.markdown_signs import raised
from build_edition.transcript import Mark

RULE = "note-call"
_MISREAD = re.compile(r"(?<=[.,;:!?”’\"')\w])(?<!\d)(?P<n>[\dIlOoSZB|]{1,3})(?!\w)")
_MOJIBAKE = re.compile("[ÂÃÄÅâ]")
_SUP_TAG = re.compile(
    r"<sup\b[^<>]{0,200}>\s*(?:<a\b[^<>]{0,300}>\s*)?(?P<n>\d{1,3})\s*(?:</a>\s*)?</sup>", re.IGNORECASE
)
CALLED = 30.0  # added where a note of the same page bears the number
FEWEST = 3  # calls that show a text to have some, if no notes do
NEARBY = 5_000  # characters between two calls of which the one between them, set apart, is sought
MANY, MOST = 10, 0.9  # notes, and share of their numbers, where none is missing
STRICTLY = 0.9  # share of pages that count from 1, from which a note's place on its page gives its number
DOUBTED = 0.5  # share of the notes
_HELD = ("note", "fw", "ref", "byline", "dateline")


def apply(draft: Draft) -> None:
    """Mark every note call that the text bears."""
    held = _Spans(draft.marks(*_HELD))
    tables = _Spans(draft.marks("table"))
    numbers = {str(note.get("n")) for note in draft.marks("note") if note.get("n")}
    lifted = _raised(draft, held, numbers)
    _table_calls(draft)
    signed = [note for note in draft.marks("note") if note.get("place") == "foot" and series_of(draft, note)]
    _mark_signed(draft, signed, held)
    feet = [note for note in draft.marks("note") if note.get("place") == "foot" and _is_numbered(note)]
    if signed:
        feet = _unanswered(draft, feet)
        behind = [note for note in draft.marks("note") if note.get("place") != "foot" and _is_numbered(note)]
        numbers = {str(note.get("n")) for note in (*feet, *behind)}
    # A few raised figures in a text whose notes want other calls are an accident.
    raised = bool(lifted) and (not numbers or 2 * len(lifted & numbers) >= len(numbers))
    if raised:
        feet = _unanswered(draft, feet)
    if (signed and not numbers) or (not feet and (raised or (draft.layout != "book" and not numbers))):
        return
    found = [
        c for c in candidates(draft) if not held.holds(c.start) and (c.weight >= WORD or not tables.holds(c.start))
    ]
    if raised:  # some calls are, and some are not: only what leaves no doubt
        _mark_called(draft, [c for c in calls_of(draft, found, feet, anew=False) if not (c.low or c.misread)])
        return
    share = _share_anew(draft, feet)
    called = list(calls_of(draft, found, feet, anew=share is not None and share > STRICTLY))
    _mark_called(draft, called)
    if share is not None and share > 0.5:  # no sequence runs through a chapter
        return
    taken = {call.start: call.n for call in called}
    weighed = in_chapters(draft, found)
    first = next((n for note in draft.marks("note") if (n := str(note.get("n"))).isdecimal()), "1")
    weighed = [replace(c, weight=c.weight + CALLED) if c.start in taken else c for c in weighed]
    chain = best_chain(weighed, first=int(first))
    alike = {c.start: c.weight for c in found}  # how much like a call each looks by itself
    # Numbers that a space sets off are as often those of verses: they need surer company, or notes and each other.
    sure = sum(alike[call.start] > SET_OFF for call in chain)
    likely = [call for call in chain if alike[call.start] > FIGURE]
    # Where the numbers of most notes are only counted, a few figures that no page answers are misread letters.
    if sure < FEWEST and sum(note.cert == "low" for note in feet) > DOUBTED * max(len(feet), 1):
        return
    few = sure < FEWEST and not (numbers and (sure or len(likely) > 1))
    if few and not (sure > 1 and chain[0].value == 1 and all(alike[call.start] >= WORD for call in chain)):
        return
    tops = tops_of(draft)
    there = _pages_of(tops, feet)
    answered = {call.n for call in called}
    for call in chain:
        page = bisect_right(tops, call.start)
        elsewhere = there.get(str(call.value), page) != page
        beside = elsewhere and alike[call.start] >= WORD and _is_overleaf(draft, call, feet, answered)
        if call.start in taken or (elsewhere and not beside):
            continue
        # Where notes stand at feet, what looks little like a call, in no company, is one only on its note's page.
        if not feet or alike[call.start] >= YEAR or (sure >= FEWEST and alike[call.start] > FIGURE):
            low = few or alike[call.start] < YEAR
            draft.mark("ref", call.start, call.end, n=str(call.value), cert="low" if low else None)
    _restore_misread(draft, chain, held, numbers, taken)


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


def _raised(draft: Draft, held: _Spans, numbers: set[str]) -> set[str]:
    """Mark calls that print or mark-up raises or brackets; returns their numbers."""
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
    if draft.layout != "book" and ("^" in text or "\\textsup" in text):
        found += [(m.start("n"), m.end("n"), m["n"]) for m in raised(text)]
    found += lone_sign_calls(draft)
    for call in bracketed_calls(draft, numbers, held.holds):
        draft.remove(call.opens, call.start, MARKUP_RULE)
        draft.remove(call.end, call.closes, MARKUP_RULE)
        found.append((call.start, call.end, call.n))
    kept = [
        (start, end, n.translate(LOWERED))
        for start, end, n in sorted(set(found))
        if not held.holds(start) and not draft.is_deleted(start, end)
    ]
    counted = _in_order([(start, end, int(n)) for start, end, n in kept if n.isdecimal()])
    for start, end, n in kept:
        doubtful = (numbers and n not in numbers) or (n.isdecimal() and start not in counted)
        draft.mark("ref", start, end, n=n, cert="low" if doubtful else None)
    return {n for _, _, n in kept}


def _in_order(calls: Sequence[tuple[int, int, int]]) -> set[int]:
    """Where the calls start that count upward; one that repeats a number, or leaps, is misread.

    Where too many do, the calls are not counted in order, and none is doubted.
    """
    chain = in_order([Candidate(start, end, n, CALLED) for start, end, n in calls])
    if len(chain) >= IN_ORDER * len(calls):
        return {call.start for call in chain}
    return {start for start, _, _ in calls}


def _is_numbered(note: Mark) -> bool:
    return str(note.get("n")).isdecimal()


def _unanswered(draft: Draft, feet: list[Mark]) -> list[Mark]:
    """The notes at the foot of pages on which no call bears their number."""
    tops = tops_of(draft)
    called = {(bisect_right(tops, ref.start), ref.get("n")) for ref in draft.marks("ref")}
    return [note for note in feet if (bisect_right(tops, note.start), note.get("n")) not in called]


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


def _pages_of(tops: Sequence[int], feet: Sequence[Mark]) -> dict[str, int]:
    """On which page the note of each number stands, where these are all and none has the number of another."""
    pages = {str(note.get("n")): bisect_right(tops, note.start) for note in feet}
    numbers = [int(n) for n in pages]
    whole = len(pages) == len(feet) >= MANY and max(numbers) - min(numbers) < len(numbers) / MOST
    return pages if whole else {}


def _is_overleaf(draft: Draft, call: Candidate, feet: Sequence[Mark], answered: Container[str]) -> bool:
    """Whether the note of a number that nothing else calls stands on the next page, or on the one before.

    A printer without room sets the note of a last line overleaf, or the last line itself.
    """
    note = next((note for note in feet if note.get("n") == str(call.value)), None)
    if note is None or str(call.value) in answered:
        return False
    first, last = sorted((note.start, call.start))
    if "\f" in draft.text:
        return draft.text.count("\f", first, last) == 1
    tops = tops_of(draft)
    return bisect_right(tops, last) - bisect_right(tops, first) == 1


def _mark_called(draft: Draft, calls: Sequence[Call]) -> None:
    """Mark the calls that notes of their own pages answer."""
    for call in calls:
        if not call.misread or draft.intervene(call.start, call.end, call.n, RULE, cert="low"):
            draft.mark("ref", call.start, call.end, n=call.n, cert="low" if call.low else None)


def _mark_signed(draft: Draft, notes: Sequence[Mark], held: _Spans) -> None:
    """Mark the calls of notes that signs or letters mark, without the brackets about them."""
    for call, doubtful in signed_calls(draft, notes):
        if not held.holds(call.start):
            if call.enclosed:
                draft.intervene(call.start - 1, call.start, "", MARKUP_RULE)
                draft.intervene(call.end, call.end + 1, "", MARKUP_RULE)
            draft.mark("ref", call.start, call.end, n=call.n, cert="low" if doubtful else None)


def _restore_misread(
    draft: Draft, chain: list[Candidate], held: _Spans, numbers: set[str], taken: Container[int]
) -> None:
    """Mark and restore the one misread token between two calls that lack one number between them.

    Where a note bears that number and nothing is misread, the only such number set apart in the text is its call.
    No call is sought where one is `taken`.
    """
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
        if found or wanted not in numbers or after.start - before.end > NEARBY:
            continue
        apart = [c for c in loose_candidates(draft, before.end, after.start) if str(c.value) == wanted]
        if len(apart) == 1 and not held.holds(apart[0].start) and apart[0].start not in taken:
            draft.mark("ref", apart[0].start, apart[0].end, n=wanted, cert="low")
