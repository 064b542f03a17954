"""Note calls: the digits in the text that point to notes.

Looks for digits set tight after a word, a stop or a closing quote, for superscripts and for bracketed numbers,
and reads them as a sequence that counts up and starts anew with each chapter: sequence evidence settles what
a single number cannot (`1820.54` ends in call 54 if 53 stands before and 55 after).  `ref` covers the digits
only and has `n`.  Where each page numbers its own notes from 1, those at its foot say which numbers to seek.
Digits that follow a year with nothing between (`18201`), and a number that a space parts from its word, are
calls only where the sequence wants that very number there and no better digits bear it.
A misread call (`B.W.I4`) is restored, with low certainty, only where the sequence lacks exactly that number and
one place alone can be it.  Leaves alone years, decimals, thousands, ordinals, abbreviations with numbers
(p.12); a call that is not in the text is not invented.

    the mill burnt down.7 In 1820.8 a new one   ->  ref n=7 over “7”, ref n=8 over the last “8”
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from build_edition.rules.draft import Draft
from build_edition.rules.emphasis import RULE as MARKUP_RULE
from build_edition.rules.emphasis import superscript_calls
from build_edition.rules.evidence.note_sequence import Candidate, best_chain
from build_edition.rules.evidence.prose import SUPERSCRIPTS
from build_edition.transcript import Mark

RULE = "note-call"
# Tight after a letter or stop, not before a letter, a digit, or the rest of a number.
_GLUED = re.compile(r"(?<=[^\s\d(\[{“‘«/\\£$€#&=+<>~_|•*–—-])(?P<n>[1-9]\d{0,2})(?![\w°%′″])(?![.,:/–-]\d)")
# The tail of a year that is too long for one, and of the second year of a pair.
_IN_YEAR = re.compile(
    r"(?<![\w.,£$€#/–-])(?:1[0-9]|20)\d\d(?:[–/-]\d\d)?(?P<n>[1-9]\d{0,2})(?![\w°%′″])(?![.,:/–-]\d)"
)
# After the end of a sentence or clause, before a new one or the end of a line.
_SET_OFF = re.compile(r"(?<=[^\W\d_][.,;:!?”’\"')])[ \u00a0](?P<n>[1-9]\d{0,2})(?=\s*\n|\s+[“‘\"'(]?[A-Z]|\s*\Z)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:pp?|vols?|nos?|nr|chs?|arts?|figs?|sect?|c|ca|cf|vv?|nn?|cols?|t)\.\Z", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(r"(?:1[0-9]|20)\d\d(?:[–/-]\d{1,4})?[^\w\s]{1,3}\Z")
_FIGURE_BEFORE = re.compile(r"\d[.,:;·]\Z")
_MISREAD = re.compile(r"(?<=[.,;:!?”’\"')\w])(?<!\d)(?P<n>[\dIlOoSZB|]{1,3})(?!\w)")
_AS_DIGITS = str.maketrans("IlOoSZB|", "11005281")
_BRACKETED = re.compile(r"(?P<open>\[\^?)(?P<n>\d{1,3}|[a-z]{1,2})(?P<close>\])(?!:)")
_MOJIBAKE = re.compile("[ÂÃÄÅâ]")
_SUP_TAG = re.compile(r"<sup>\s*(?P<n>\d{1,3})\s*</sup>", re.IGNORECASE)
_HELD = ("note", "fw", "ref", "byline", "dateline")
WORD, CLOSED, YEAR, FIGURE = 8.0, 10.0, 5.0, 1.0  # weights: how much like a call
IN_YEAR, SET_OFF = 3.0, 4.0
PLACED = 1.5  # added where the line ends with it or a space follows


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
    candidates = [
        c
        for c in _candidates(draft)
        if not held.holds(c.start) and (c.weight >= WORD or not tables.holds(c.start))
    ]
    if feet and _starts_anew(draft, feet):
        _mark_by_page(draft, candidates, feet)
        return
    chain = best_chain(candidates)
    # Numbers that a space sets off are as often those of verses: they need surer company, or notes and each other.
    sure = sum(call.weight > SET_OFF for call in chain)
    if sure < 3 and not (numbers and (sure or len(chain) > 1)):
        return
    for call in chain:
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
    found += [(m.start("n"), m.end("n"), m["n"]) for m in _SUP_TAG.finditer(text)]
    for match in _BRACKETED.finditer(text):
        if (match["n"] in numbers or match["open"] == "[^") and not held.holds(match.start()):
            draft.intervene(match.start(), match.start("n"), "", MARKUP_RULE)
            draft.intervene(match.end("n"), match.end(), "", MARKUP_RULE)
            found.append((match.start("n"), match.end("n"), match["n"]))
    plain = str.maketrans(SUPERSCRIPTS, "0123456789")
    kept = [
        (start, end, n.translate(plain))
        for start, end, n in sorted(set(found))
        if not held.holds(start) and not draft.is_deleted(start, end)
    ]
    for start, end, n in kept:
        draft.mark("ref", start, end, n=n, cert="low" if numbers and n not in numbers else None)
    return bool(kept)


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


def _candidates(draft: Draft) -> list[Candidate]:
    """Every number that may be a call, weighed by what stands before it."""
    text, found = draft.text, []
    for match in _GLUED.finditer(text):
        start, end = match.span("n")
        if not draft.is_free(start, end):
            continue
        found.append(Candidate(start, end, int(match["n"]), _weight(text, start, end)))
    for pattern, weight in ((_IN_YEAR, IN_YEAR), (_SET_OFF, SET_OFF)):
        for match in pattern.finditer(text):
            start, end = match.span("n")
            if draft.is_free(start, end) and not _ABBREVIATION.search(text[max(start - 15, 0) : start - 1]):
                found.append(Candidate(start, end, int(match["n"]), weight))
    return sorted(found, key=lambda candidate: candidate.start)


def _weight(text: str, start: int, end: int) -> float:
    """How much like a call the digits look."""
    before = text[max(start - 14, 0) : start]
    last = before[-1]
    placed = PLACED if text[end : end + 1].isspace() or end == len(text) else 0.0
    if _ABBREVIATION.search(before):  # “art.” and “no.” are words too
        return FIGURE
    if _YEAR_BEFORE.search(before):
        return YEAR + placed
    if _FIGURE_BEFORE.search(before):
        return FIGURE
    if last.isalpha():
        return WORD + placed if len(before) > 1 and before[-2].isalpha() else FIGURE
    return CLOSED + placed


def _starts_anew(draft: Draft, feet: list[Mark]) -> bool:
    """Whether most pages number their notes from 1, so that no sequence runs through a chapter."""
    first_by_page: dict[int, str] = {}
    for note in feet:
        first_by_page.setdefault(draft.text.rfind("\f", 0, note.start), str(note.get("n")))
    return sum(n == "1" for n in first_by_page.values()) * 2 > len(first_by_page)


def _mark_by_page(draft: Draft, candidates: list[Candidate], feet: list[Mark]) -> None:
    """Mark on each page the numbers that its own notes bear, in their order."""
    at = 0
    for place, note in enumerate(feet):
        page = draft.text.rfind("\f", 0, note.start) + 1
        first_of_page = place == 0 or feet[place - 1].start < page
        at = max(page, at) if not first_of_page else page
        for call in candidates[bisect_left([c.start for c in candidates], at) :]:
            if call.start >= note.start:
                break
            if str(call.value) == note.get("n") and call.weight > YEAR:
                draft.mark("ref", call.start, call.end, n=str(call.value))
                at = call.end
                break


def _restore_misread(draft: Draft, chain: list[Candidate], held: _Spans) -> None:
    """Mark and restore the one misread token between two calls that lack one number between them."""
    for before, after in pairwise(chain):
        if after.value != before.value + 2:
            continue
        wanted = str(before.value + 1)
        found = [
            match
            for match in _MISREAD.finditer(draft.text, before.end, after.start)
            if match["n"].translate(_AS_DIGITS) == wanted
            and match["n"] != wanted
            and any(c.isdigit() for c in match["n"])
            and not held.holds(match.start())
        ]
        if len(found) == 1 and draft.intervene(*found[0].span("n"), wanted, RULE, cert="low"):
            draft.mark("ref", *found[0].span("n"), n=wanted, cert="low")
