"""Forme work: running heads, page numbers and signatures, which belong to the page and not to the text.

Looks for: on pages that form feeds part, or that their own numbers do (`pages`), first and last lines that show
the number which that page should have, or words that stand at the same edge of other pages
(`pages.heads_and_feet`); in a text where few heads survive, a line in capitals that begins or ends in a number,
where such numbers rise through the text no faster than its pages can turn. Such lines are deleted, and marked `fw`
with `type` ("header", "footer", "pageNum", "sig" or "catch") and the number `n` where they show one; with low
certainty where a number alone cannot be read.
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
from build_edition.rules.evidence.lines.title_words import division_level
from build_edition.rules.evidence.pages.chains import unwound
from build_edition.rules.evidence.pages.folios import written
from build_edition.rules.evidence.pages.heads_and_feet import Head, heads_of_pages, is_capitals
from build_edition.rules.evidence.pages.limits import are_fed, pages_of
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
    pages = [tuple(line for line in page if draft.has_ink(line)) for page in pages_of(draft)]
    heads = heads_of_pages(pages, fed=are_fed(draft)) if pages else _lone_heads(draft)
    for head in heads:
        line = head.line
        if not draft.is_free(line.ink_start, line.ink_end):
            continue
        draft.intervene(line.ink_start, line.ink_end, "", RULE, cert=head.cert)
        shown = {} if head.number is None else {"n": written(head.number)}
        cert = None if head.cert == "high" else head.cert
        draft.mark("fw", line.ink_start, line.ink_end, type=head.type, cert=cert, **shown)


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
    return unwound(kept, best)
