"""Paragraphs whose double quotation marks do not balance, where no rule has found at which mark.

A quotation that goes on in the next paragraph is opened anew there, or set as a display.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_edition.review.desk import Desk
from build_edition.review.item import Found

_MARKS = re.compile(r"[“”\"]")
UNCLOSED, UNOPENED, STRAIGHT = 0.4, 0.5, 0.4
MATTER = 0.6


def balance(desk: Desk) -> Iterator[Found]:
    """The first mark of each paragraph that has no partner."""
    text = desk.reading.text
    blocks = [block for block in desk.blocks if block[2] in {"p", "quote", "item", "note"}]
    carried = False  # a quotation is open at the end of the block before
    for place, (start, end, _) in enumerate(blocks):
        following = text[blocks[place + 1][0]] if place + 1 < len(blocks) else ""
        opened: list[int] = []
        straight: list[int] = []
        resumed = carried and text[start] == "“"
        for match in _MARKS.finditer(text, start, end):
            at, sign = match.start(), match[0]
            if sign == "“":
                opened.append(at)
            elif sign == '"':
                straight.append(at)
            elif opened:
                opened.pop()
            elif carried:
                carried = False
            else:
                yield _found(desk, at, "This closes what nothing opens in the paragraph.", UNOPENED)
                break
        if len(straight) % 2:
            yield _found(
                desk, straight[-1], "The straight quotation marks of the paragraph are odd in number.", STRAIGHT
            )
        carried = bool(opened) and (following == "“" or resumed)
        if opened and not carried:
            yield _found(desk, opened[0], "This opens what nothing closes in the paragraph.", UNCLOSED)


def _found(desk: Desk, at: int, said: str, wrong: float) -> Found:
    """The mark, with the word that it stands at."""
    text = desk.reading.text
    start, end = at, at + 1
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    first, last = desk.in_source(start, end)
    return Found("quotation-marks", "unbalanced", first, last, (said,), (), wrong, MATTER)
