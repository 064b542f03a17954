"""Side-heads run into the first line of their paragraph: how they are known, and how they are marked.

Serves `headings_unwrapped`.  A form is believed where it stands at the opening of two or more paragraphs
with different words (one word again and again is a speaker's name); numbered positions must count 1, 2, 3.
The head ends with its own stop; the paragraph begins after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import is_title_case, words_of
from build_edition.rules.evidence.lines.title_words import is_caption
from build_edition.source import Line

LONGEST = 8  # words in a side-head
_COLON = re.compile(r"(?P<head>[A-Z“‘\"][^.:;!?\t]{2,70}:)\s+(?=[“‘\"(]?[A-Z])")
_NUMBERED = re.compile(r"(?P<head>\((?P<n>\d{1,2}|[a-z])\)\s[A-Z][^.:;!?\t]{2,70}[.:])\s+(?=[“‘\"(]?[A-Z])")
_BOLD = re.compile(r"(?P<head>(?P<d>\*\*|__)(?P<inner>[^*_\t]{3,90})(?P=d)[.:—]?)\s+(?=\S)")
_ITALIC = re.compile(r"(?P<head>(?P<d>\*|_)(?P<inner>[^*_\t]{2,90}[.:—])(?P=d))\s+(?=[“‘\"(]?[A-Z])")
_FIRST = {"1", "a"}


def mark(draft: Draft, lines: list[Line], level: int) -> None:
    """Mark the side-heads at the openings of these lines, all at one level."""
    marked: set[int] = set()
    starts, reaches = _emphasised(draft)
    for form in (_NUMBERED, _BOLD, _ITALIC, _COLON):
        found = [(line, match) for line in lines if line.number not in marked and (match := form.match(line.ink))]
        found = [(line, match) for line, match in found if _is_head(form, match)]
        if form is _NUMBERED:
            found = _in_sequence(found)
        if len({match["head"] for _, match in found}) < max(2, len(found) * 3 // 4):
            continue
        for line, match in found:
            end = line.ink_start + match.end("head")
            before = bisect_left(starts, end)
            if before and reaches[before - 1] > end:  # it would end within emphasised words
                continue
            draft.mark("head", line.ink_start, end, level=level, run_in=True)
            marked.add(line.number)


def _emphasised(draft: Draft) -> tuple[list[int], list[int]]:
    """Where emphasised words start, in order, and how far those up to each of them reach."""
    marks = draft.marks("hi")
    return [mark.start for mark in marks], list(accumulate((mark.end for mark in marks), max))


def _is_head(form: re.Pattern[str], match: re.Match[str]) -> bool:
    words = words_of(match["head"])
    if is_caption(match["head"]):
        return False
    if not 0 < len(words) <= LONGEST:
        return False
    if form is _BOLD:
        return len(words) > 1 or match["head"].rstrip("*_").endswith((".", ":"))
    if form is _COLON:
        return len(words) > 1 and is_title_case(match["head"])
    return form is not _NUMBERED or is_title_case(match["head"])


def _in_sequence(found: list[tuple[Line, re.Match[str]]]) -> list[tuple[Line, re.Match[str]]]:
    """Those that count up from (1) or (a)."""
    chain: list[tuple[Line, re.Match[str]]] = []
    for line, match in found:
        n = match["n"]
        before = chain[-1][1]["n"] if chain else None
        after = str(int(before) + 1) if before and before.isdigit() else chr(ord(before) + 1) if before else None
        if n == after or (before is None and n in _FIRST):
            chain.append((line, match))
    return chain
