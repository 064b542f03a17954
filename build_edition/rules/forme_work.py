"""Forme work: running heads, page numbers and signatures, which belong to the page and not to the text.

Looks for: in a text whose pages are parted by form feeds, a first or last line that holds the number which
that page should have, or words that stand at the top of other pages too; in a text without form feeds, a
line in capitals that begins or ends in a number, where such numbers rise through the text no faster than
its pages can turn. Such lines are deleted, and marked `fw` with `type` ("header", "pageNum" or "sig") and
the number `n` where they show one.
Leaves alone: chapter headings and captions in capitals, numbers that fit no sequence, anything in mid-page.

    and so they went down to the mill by the old
    44 THE MILLER OF DEE                          → fw header, n=44
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.page_heads import Head, Page, heads_of_pages, is_capitals
from build_edition.rules.evidence.titles import division_level
from build_edition.source import Line

RULE = "forme-work"
_NUMBERED = re.compile(r"(?P<before>\d{1,4})\s+(?P<first>\D.*)|(?P<last>.*\D)\s+(?P<after>\d{1,4})")
_NOT_HEADS = re.compile(
    r"(?:TABLE|FIGURE|FIG|MAP|PLATE|NO|VOL|ACT|SCENE|ITEM|ARTICLE|SECTION|NOTE)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line that may be a running head: `number` and how many inked lines stand before it."""

    line: Line
    number: int
    inked_before: int
    alone: bool


def apply(draft: Draft) -> None:
    """Delete and mark forme work."""
    pages = pages_by_form_feed(draft)
    heads = heads_of_pages(pages) if len(pages) > 2 else _lone_heads(draft)
    for head in heads:
        line = head.line
        if not draft.is_free(line.ink_start, line.ink_end):
            continue
        draft.remove(line.ink_start, line.ink_end, RULE)
        number = None if head.number is None else str(head.number)
        draft.mark("fw", line.ink_start, line.ink_end, type=head.type, **({"n": number} if number else {}))


def pages_by_form_feed(draft: Draft) -> list[Page]:
    """The inked lines of each page, where form feeds part the pages; else one page of all."""
    pages: list[list[Line]] = [[]]
    for line in draft.lines:
        feeds = line.text.count("\f")
        before = line.text[: line.text.rfind("\f")] if feeds else ""
        if feeds and not before.strip():
            pages.extend([] for _ in range(feeds))
        if not line.is_blank and draft.has_ink(line):
            pages[-1].append(line)
        if feeds and before.strip():
            pages.append([])
    return [tuple(page) for page in pages if page]


def _lone_heads(draft: Draft) -> list[Head]:
    """Running heads that survive in a text without page breaks: those that rise in one sequence."""
    candidates = list(_numbered_lines(draft))
    chain = _longest_rising(candidates)
    if len(chain) < 2:
        return []
    linked = {
        line
        for this, after in pairwise(chain)
        if 0 < after.number - this.number <= 4
        for line in (this.line, after.line)
    }
    return [Head(c.line, "header", c.number) for c in chain if c.alone or c.line in linked]


def _numbered_lines(draft: Draft) -> Sequence[_Numbered]:
    """The lines in capitals that begin or end in a number, as a running head does."""
    found = []
    inked = 0
    blank_before = True
    lines = draft.lines
    for index, line in enumerate(lines):
        if line.is_blank:
            blank_before = True
            continue
        inked += 1
        ink = line.ink
        match = _NUMBERED.fullmatch(ink) if len(ink) <= 90 and (ink[0].isdigit() or ink[-1].isdigit()) else None
        if match:
            words = match["first"] or match["last"]
            if is_capitals(words) and not _NOT_HEADS.match(words) and division_level(ink) is None:
                after = lines[index + 1] if index + 1 < len(lines) else None
                alone = blank_before and (after is None or after.is_blank)
                found.append(_Numbered(line, int(match["before"] or match["after"]), inked, alone))
        blank_before = False
    return found


def _longest_rising(candidates: Sequence[_Numbered]) -> list[_Numbered]:
    """The longest run of candidates whose numbers rise no faster than pages of the text could.

    Between two of them must lie ink enough for the pages that they are apart, were each to hold a third
    of what such pages hold on average; pages can be lost, so the numbers may rise faster than the lines by
    some. Quadratic in the candidates, so only the first thousand are weighed.
    """
    kept = list(candidates[:1000])
    best: list[tuple[int, int]] = []
    for i, this in enumerate(kept):
        length, back = 1, -1
        for j in range(i):
            before = kept[j]
            apart, lines = this.number - before.number, this.inked_before - before.inked_before
            if apart > 0 and lines >= apart * 3 and lines <= max(120, apart * 120) and best[j][0] + 1 > length:
                length, back = best[j][0] + 1, j
        best.append((length, back))
    if not best:
        return []
    at = max(range(len(best)), key=lambda i: best[i][0])
    chain = []
    while at >= 0:
        chain.append(kept[at])
        at = best[at][1]
    return chain[::-1]
