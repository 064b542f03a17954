"""The levels of the headings of unwrapped text, from their mark-up, their labels, and what they say.

Serves `headings_unwrapped`.  Mark-up that tells levels is believed, and counts on from the labels that it marks,
for some programs mark chapters as they would the title.  Without it, parts are 1 and chapters 2; what stands
before the first chapter or behind the last under a customary title is as deep as they are, and so are the notes of
all chapters, whose groups stand one deeper; the sections of chapters are 3, and those of an essay 2; of decimal
numbers the shortest are as deep as these.

    Notes  |  Chapter One: The Ford  |  1. Roe, p. 4.     ->  2 and 3
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from build_edition.rules.evidence.headings.form import decimal_depth
from build_edition.rules.evidence.headings.marked import FEWEST
from build_edition.rules.evidence.lines.shape import is_capitals
from build_edition.rules.evidence.lines.title_words import CHAPTER, is_back_matter, is_front_title
from build_edition.source import Line

NOTES = re.compile(r"(?:end|foot)?notes?|references|bibliography|works cited|notes and references", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}[.):]?\s")
NEAR = 3  # lines from one heading to one that stands right under it


@dataclass(slots=True)
class Free:
    """A line that no earlier rule has explained, with what it shows, and the level that mark-up gives it, or 0."""

    line: Line
    ink: str
    marked: int = 0
    set_off: bool = False  # as a quotation


@dataclass(slots=True)
class Head:
    """A heading: its first and last line, its label, whether it has a title, and a division's level."""

    first: Free
    last: Free
    label: str | None
    titled: bool
    level: int = 0


def levels_of(heads: Sequence[Head], boxed: set[int]) -> list[int]:
    """The level of each heading; what mark-up says of it counts on from what labels say of others."""
    under = 1 if any(head.level > 1 for head in heads) else 0  # sections of chapters stand one deeper
    # All marked as chapters are: that tells headings, and no levels.
    alike = under > 0 and len({head.first.marked for head in heads if head.first.marked > 0}) == 1
    shift = 0 if alike else _shift(heads)
    highest = min((head.first.marked for head in heads if head.level and head.first.marked > 0), default=0)
    numbered = any(head.label and not head.titled and not head.level for head in heads)
    capitals = {is_capitals(head.last.ink) for head in heads if head.titled and not head.label}
    labelled, titles = any(head.label for head in heads), Counter(head.first.ink for head in heads)
    divided = _divided(heads)
    levels = []
    shallowest = _shallowest(heads)
    for place, head in enumerate(heads):
        ink = head.first.ink
        lower = (
            head.titled
            and not head.label
            and (numbered or (len(capitals) == 2 and not is_capitals(head.last.ink)))
        )
        if NOTES.fullmatch(ink):
            lower = labelled and not under and titles[ink] > 1  # of each section
        level = 3 if head.first.line.number in boxed or lower else 2
        depth = decimal_depth(ink)
        told = max(head.first.marked + shift, 1) if head.first.marked > 0 and not alike else 0
        known = head.level if shift and head.first.marked == highest else 0
        of_book = divided.get(place, head.level)
        levels.append(known or told or of_book or (2 + depth - shallowest if depth else level) + under)
    return levels


def _shallowest(heads: Sequence[Head]) -> int:
    """How many numbers those titles have that have the fewest, of those which are numbered at all."""
    if any(_NUMBERED.match(head.first.ink) for head in heads):
        return 1
    return min((depth for depth in (decimal_depth(head.first.ink) for head in heads) if depth), default=1)


def _divided(heads: Sequence[Head]) -> dict[int, int]:
    """The levels of what divides a book of chapters beside these, by place: front matter, notes, back matter."""
    found: dict[int, int] = {}
    in_notes = False
    for place, head in enumerate(heads):
        ink = head.first.ink
        below = heads[place + 1].first.line.number if place + 1 < len(heads) else 0
        if NOTES.fullmatch(ink) and 0 < below - head.last.line.number <= NEAR:
            found[place], in_notes = CHAPTER, True
        elif in_notes and not is_back_matter(ink):
            found[place] = CHAPTER + 1
        else:
            in_notes = False
    chapters = [place for place, head in enumerate(heads) if head.level == CHAPTER and place not in found]
    if not chapters:
        return {}
    titles = Counter(head.first.ink for head in heads)
    for place, head in enumerate(heads):
        ink, once = head.first.ink, titles[head.first.ink] == 1 and len(chapters) > 1
        if (place < chapters[0] and is_front_title(ink)) or (
            place > chapters[-1] and once and is_back_matter(ink)
        ):
            found[place] = CHAPTER
    return found


def _shift(heads: Sequence[Head]) -> int:
    """How much deeper than their mark-up says headings stand: some mark chapters as they would a book's title."""
    apart = [head.level - head.first.marked for head in heads if head.level and head.first.marked > 0]
    if apart:
        return max(apart)
    return int(sum(head.first.marked == 1 for head in heads) >= FEWEST)


def has_sections(heads: Sequence[Head], boxed: set[int]) -> bool:
    """Whether any heading, but one in a sidebar or over the notes, is above the side-heads."""
    return any(head.first.line.number not in boxed and not NOTES.fullmatch(head.first.ink) for head in heads)
