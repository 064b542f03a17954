"""Digits that may be note calls, each weighed by what stands before it.

Serves `note_calls` and `foot_calls`.  Digits set tight after a word, a stop or a closing quote look most like a
call; those that lengthen a year, or that a space sets off, are calls only where a sequence wants them; digits that
a space parts from a word without a stop (`loose`) only where a note of the same page bears their number.  Where
the source tells which figures stand raised, these are calls before any others.
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.sequence import Candidate

# All begin with the digit and look back from there: so a search leaps from digit to digit.
# Tight after a letter or stop, not before a letter, a digit, or the rest of a number.
_GLUED = re.compile(
    r"(?P<n>[1-9](?<=[^\s\d(\[{“‘«/\\£$€#&=+<>~_|•*–-].)(?<!\d—.)\d{0,2})(?![\w°%′″])(?![.,:/–-]\d)"
)
# The tail of a year that is too long for one, and of the second year of a pair.
_IN_YEAR = re.compile(
    r"[12]\d(?<=1\d|20)(?<![\w.,£$€#/–-]..)\d\d(?:[–/-]\d\d)?(?P<n>[1-9]\d{0,2})(?![\w°%′″])(?![.,:/–-]\d)"
)
# After the end of a sentence or clause, before a new one or the end of a line.
_STOP = r"[.,;:!?”’\"')]"
_SET_OFF = re.compile(
    rf"(?P<n>[1-9](?:(?<=[^\W\d_]{_STOP}[ \u00a0].)|(?<={_STOP}{_STOP}[ \u00a0].)|(?<=\. \. \.[ \u00a0].))"
    r"\d{0,2})(?=\s*\n|\s+(?:[“‘\"']?[A-Z]|\()|\s*\Z)"
)
_LOOSE = re.compile(
    r"(?<=[\w.,;:!?”’\"')\]—])[ \u00a0]?(?P<n>[1-9]\d?)(?=[\s,;:!?)\]”’\"_—]|\.(?!\d))(?!\s*(?:%|per\b|[a-z]+s\b))"
)
# Behind an opening quotation mark that opens nothing: what OCR made of a closing one.
_ASTRAY = re.compile(r"(?<=[\w.,;:!?)] [“\"])(?P<n>[1-9]\d{0,2})(?=\)?(?:\s*\n|\s+[A-Z(]))")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:pp?|vols?|nos?|nr|chs?|arts?|figs?|sect?|c|ca|cf|vv?|nn?|cols?|t)\.\Z", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(r"(?:1[0-9]|20)\d\d(?:[–/-]\d{1,4})?[^\w\s]{1,3}\Z")
_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
_FIGURE_BEFORE = re.compile(
    r"\d[.,:;·]\Z|(?:\A|[\s(])[A-Z][.:]\Z|\s[\"']\Z"
)  # of a decimal, of “B.2”; a quotation
_INITIAL = re.compile(r"(?:\A|[\s(“‘])[A-Z]\.\Z")
_REFERRING = re.compile(
    r"\b(?:sections?|chapters?|parts?|pages?|volumes?|books?|articles?|figures?|tables?|lines?|[A-Z]\.(?:\d+\.)*"
    r"|\d{1,2}[.:])\Z",
    re.IGNORECASE,
)
WORD, CLOSED, YEAR, FIGURE = 8.0, 10.0, 5.0, 1.0  # weights: how much like a call
LIFTED = 16.0
IN_YEAR, SET_OFF, LOOSE = 3.0, 4.0, 2.0
PLACED = 1.5  # added where the line ends with it or a space follows


def candidates(draft: Draft) -> list[Candidate]:
    """Every number that may be a call, in order."""
    text, found = draft.text, []
    for match in _GLUED.finditer(text):
        start, end = match.span("n")
        if draft.is_free(start, end):
            found.append(Candidate(start, end, int(match["n"]), _weight(text, start, end)))
    for pattern, weight in ((_IN_YEAR, IN_YEAR), (_SET_OFF, SET_OFF)):
        for match in pattern.finditer(text):
            start, end = match.span("n")
            if draft.is_free(start, end) and not is_abbreviated(text, start - 1):
                found.append(Candidate(start, end, int(match["n"]), weight))
    if lifted := _lifted(draft):
        starts = {candidate.start for candidate in lifted}
        found = [candidate for candidate in found if candidate.start not in starts] + lifted
    return sorted(found, key=lambda candidate: candidate.start)


def _lifted(draft: Draft) -> list[Candidate]:
    """The figures that the source says are raised: whatever stands before them, they are likely calls."""
    raised = draft.source.geometry.raised if draft.source.geometry else ()
    return [
        Candidate(start, end, int(draft.text[start:end]), LIFTED)
        for start, end in raised
        if _NUMBER.fullmatch(draft.text, start, end) and draft.is_free(start, end)
    ]


def loose_candidates(draft: Draft, start: int, end: int) -> list[Candidate]:
    """The further numbers of a stretch that may be calls if its notes say so."""
    return [
        Candidate(*match.span("n"), int(match["n"]), LOOSE)
        for pattern in (_LOOSE, _ASTRAY)
        for match in pattern.finditer(draft.text, start, end)
        if draft.is_free(*match.span("n"))
        and not is_abbreviated(draft.text, match.start("n") - 1)
        and not _REFERRING.search(draft.text, max(0, match.start() - 14), match.start())
    ]


def is_behind_initial(text: str, at: int) -> bool:
    """Whether a capital with its stop ends at an offset: a name cut short, or the first part of “B.2”."""
    return _INITIAL.search(text, max(0, at - 3), at) is not None


def is_abbreviated(text: str, before: int) -> bool:
    """Whether an abbreviation that asks for a number (`p.`) ends at an offset."""
    return _ABBREVIATION.search(text[max(before - 14, 0) : before]) is not None


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
