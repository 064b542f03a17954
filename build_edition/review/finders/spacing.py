"""Spaces and stops where none, or others, belong: numbers with a gap, two stops, a space before a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.review.desk import Desk
from build_edition.review.item import Candidate, Found


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What is odd, as few signs as tell it, and what may be read in their place."""

    reason: str
    what: re.Pattern[str]
    reading: str
    said: str
    wrong: float
    matter: float


PATTERNS = (
    _Pattern(
        "number",
        re.compile(r"(?<=\d),\s(?=\d00(?!\d|,\d\d(?!\d)))"),
        ",",
        "A space parts the thousands of a number.",
        0.6,
        0.7,
    ),
    _Pattern(
        "space-before",
        re.compile(r" (?<=\w |[”’)] )(?=[,;.!?]\s)(?!\.\s\.)"),
        "",
        "A space stands before a stop.",
        0.6,
        0.3,
    ),
    _Pattern(
        "two-stops",
        re.compile(r"[,;:](?<=\w.)[,;:.](?=\s)"),
        "",
        "Two stops stand together.",
        0.6,
        0.3,
    ),
    _Pattern(
        "no-space",
        re.compile(r"[.,;:!?](?<=[a-z]{3}.)(?=[A-Z][a-z]|[a-z]{3})"),
        "",
        "No space stands after a stop.",
        0.5,
        0.4,
    ),
    _Pattern(
        "inside-bracket",
        re.compile(r"(?<=\() (?=\w)|(?<=\w) (?=\))"),
        "",
        "A space stands inside a bracket.",
        0.5,
        0.2,
    ),
)


def spacing(desk: Desk) -> Iterator[Found]:
    """Every such place in running text."""
    text = desk.reading.text
    for start, end, kind in desk.blocks:
        if kind == "cell":
            continue
        for pattern in PATTERNS:
            for match in pattern.what.finditer(text, start, end):
                yield _found(desk, pattern, match, (start, end))


def _found(desk: Desk, pattern: _Pattern, match: re.Match[str], block: tuple[int, int]) -> Found:
    """The place, with the words that it stands between."""
    text, (start, end) = desk.reading.text, match.span()
    while start > block[0] and not text[start - 1].isspace():
        start -= 1
    while end < block[1] and not text[end].isspace():
        end += 1
    instead = {"two-stops": match[0][:1], "no-space": f"{match[0]} "}.get(pattern.reason, pattern.reading)
    reading = text[start : match.start()] + instead + text[match.end() : end]
    return Found(
        "spacing", pattern.reason, *desk.in_source(start, end), (pattern.said,), (Candidate(reading),),
        pattern.wrong, pattern.matter,
    )  # fmt: skip
