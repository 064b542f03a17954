"""Ranges of years, of pages and of months, set with the dash that they are printed with.

Looks for a hyphen between two years, the second perhaps shortened, or between two page numbers after `p.` or
`pp.`, where the second is the greater, in a text that has dashes between figures elsewhere, or that has none at
all and types two hyphens for one; and for one between two months, where the text has a dash between months far
oftener. Leaves alone what does not rise, dates and codes in figures, and texts that have dashes and set their
ranges with hyphens throughout.

    the fairs of 1911-14--see pp. 20-1--and a vision of 20-20   ->  1911–14 … pp. 20–1 … 20-20
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.proof import Proof, proof_of

RULE = "range"
FAR = 3  # times as many ranges of months with a dash as with a hyphen
BACK = 60  # characters in which the `pp.` of a page stands
_DASHED = re.compile(r"\d–\d")
_HYPHENED = re.compile(r"\d-(?=\d)")
_FROM = re.compile(r"(?<![\w.,/–—-])(?:1[0-9]\d\d|20\d\d)\Z")
_FROM_PAGE = re.compile(r"\bpp?\.[ \u00a0]?(?:\d[\d–-]*, )*(\d{1,4})\Z")
_TO = re.compile(r"(\d{1,4})(?!\w|–|-(?!-))")
_TO_YEAR = re.compile(r"(?:\d{4}|\d{1,2})(?![.,]?\d)")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTHS = re.compile(rf"([-–]){_MONTH}\b")
_FROM_MONTH = re.compile(rf"\b{_MONTH}\Z")


def apply(draft: Draft) -> None:
    """Set dashes in the ranges of the text."""
    text = draft.text
    if "-" not in text:
        return
    if "–" in text:
        _months(proof_of(draft))
    if ("--" in text and "–" not in text and "—" not in text) or _DASHED.search(text):
        _figures(proof_of(draft))


def _figures(proof: Proof) -> None:
    """Set dashes between years and between pages."""
    text = proof.text
    for match in _HYPHENED.finditer(text):
        at = match.end() - 1
        before, last = text[max(at - BACK, 0) : at], _TO.match(text, at + 1)
        if last is None:
            continue
        year = _FROM.search(before) if _TO_YEAR.match(text, at + 1) else None
        page = _FROM_PAGE.search(before)
        first = year[0] if year else page[1] if page else None
        if first is not None and _rises(first, last[1]):
            proof.emend(at, at + 1, "–", RULE)


def _months(proof: Proof) -> None:
    """Set dashes between months."""
    found = [match for match in _MONTHS.finditer(proof.text) if _follows_month(proof.text, match.start())]
    hyphened = [match.start() for match in found if match[1] == "-"]
    if len(found) >= (FAR + 1) * len(hyphened):
        for at in hyphened:
            if not proof.begins_line(at + 1):  # at a line's end a hyphen may be the printer's way of breaking
                proof.emend(at, at + 1, "–", RULE)


def _follows_month(text: str, at: int) -> bool:
    return _FROM_MONTH.search(text, max(at - 10, 0), at) is not None


def _rises(first: str, last: str) -> bool:
    """Whether the second number is the greater, as far as it is shortened."""
    whole = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    return int(whole) > int(first)
