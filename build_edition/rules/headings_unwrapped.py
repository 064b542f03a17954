"""Headings of essays and web texts, where each paragraph is one line.

Looks at the top for title, byline and standfirst, and below for labels (CHAPTER I) with their titles, section
numerals in sequence (I, II, III), short title lines that stand alone before text, Markdown headings, whole lines
in bold, and side-heads run into their paragraphs.  A side-head is believed only where several of one form stand in
the text: a Title-Case phrase with a colon, numbered positions “(1) … .”, or a bold or italic opening.  Levels:
title 1; parts 1, chapters 2; sections 2, below chapters 3; below numbered sections, title lines 3; side-heads 3,
or 2 where they are the only tier.  Leaves alone lead-in capitals, dates, bylines, captions, and whatever stands in
tables and notes.  `p` with `role="standfirst"` is the summary set over the text.

    The Old Mills: Nobody had asked …     ->  head over “The Old Mills:”, run_in
    (2) Late Weavers. These came …        ->  head over “(2) Late Weavers.”, run_in
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_edition.rules import sidebars
from build_edition.rules.draft import Draft
from build_edition.rules.evidence.headings import front_matter, run_in_heads
from build_edition.rules.evidence.headings.form import decimal_depth
from build_edition.rules.evidence.headings.numerals import SYSTEMS, chain, readings
from build_edition.rules.evidence.lines.shape import (
    BULLETS,
    OPENERS,
    ends_sentence,
    has_lead_in,
    inked_lines,
    is_body,
    is_capitals,
    is_title_case,
    visible_ink,
    words_of,
)
from build_edition.rules.evidence.lines.title_words import division_level, is_caption, label_and_title
from build_edition.source import Line

RULE = "heading-markup"
LONGEST = 14  # words in a title line
_MARKDOWN = re.compile(r"(?P<hashes>#{1,6})[ \t]+(?=\S)")
_TAGGED = re.compile(r"<h(?P<level>[1-6])\b", re.IGNORECASE)
_CLOSING_HASHES = re.compile(r"\s+#+\Z")
_NOTES = re.compile(r"(?:end|foot)?notes?|references|bibliography|works cited|notes and references", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}\.\s+(?=[“‘\"(]?[A-Z])")
_LISTED = re.compile(rf"[{BULLETS}*–—-]\s|\(?\d{{1,3}}[.)]\s|\([a-z]\)\s")


@dataclass(slots=True)
class _Free:
    """A line that no earlier rule has explained, with what it shows."""

    line: Line
    ink: str


def apply(draft: Draft) -> None:
    """Mark the headings, byline and standfirst of an unwrapped text."""
    if draft.layout == "book":
        return
    taken = inked_lines(draft, "fw", "note", "table", "figure", "milestone", "byline", "dateline", "head")
    free = [
        _Free(line, visible_ink(draft, line))
        for line in draft.ink_lines
        if line.number not in taken and draft.has_ink(line)
    ]
    boxed = {title.number for title, _ in sidebars.find(draft)}
    start = _front_matter(draft, free)
    heads = _section_heads(draft, free, start, boxed)
    for head, level in zip(heads, _levels(heads, boxed), strict=True):
        draft.mark_lines("head", head.first.line, head.last.line, level=level, label=head.label)
    spent = {this.line.number for head in heads for this in (head.first, head.last)}
    openings = [f.line for f in free[start:] if f.line.number not in spent]
    run_in_heads.mark(draft, openings, 3 if _has_sections(heads, boxed) else 2)


@dataclass(slots=True)
class _Head:
    """A heading: its first and last line, its label, whether it has a title, and a division's level."""

    first: _Free
    last: _Free
    label: str | None
    titled: bool
    level: int = 0


def _levels(heads: list[_Head], boxed: set[int]) -> list[int]:
    """The level of each heading."""
    numbered = any(head.label and not head.titled and not head.level for head in heads)
    capitals = {is_capitals(head.last.ink) for head in heads if head.titled and not head.label}
    under = 1 if any(head.level > 1 for head in heads) else 0  # sections of chapters stand one deeper
    levels = []
    for head in heads:
        ink = head.first.ink
        lower = (
            head.titled
            and not head.label
            and (numbered or (len(capitals) == 2 and not is_capitals(head.last.ink)))
        )
        level = 3 if head.first.line.number in boxed or (lower and not _NOTES.fullmatch(ink)) else 2
        depth = decimal_depth(ink)
        levels.append(_markdown(head.first.line) or head.level or (1 + depth if depth else level) + under)
    return levels


def _has_sections(heads: list[_Head], boxed: set[int]) -> bool:
    """Whether any heading, but one in a sidebar or over the notes, is above the side-heads."""
    return any(head.first.line.number not in boxed and not _NOTES.fullmatch(head.first.ink) for head in heads)


def _front_matter(draft: Draft, free: list[_Free]) -> int:
    """Mark what stands above the first paragraph; returns how many of the free lines it takes."""
    numerals = [readings(this.ink) is not None or _division(this.ink) is not None for this in free]
    level = (_markdown(free[0].line) or 1) if free else 1
    taken = front_matter.mark(draft, [(this.line, this.ink) for this in free], numerals, level)
    if taken:
        _strike_hashes(draft, free[0].line)
    return taken


def _section_heads(draft: Draft, free: list[_Free], start: int, boxed: set[int]) -> list[_Head]:
    """Labels, numerals and title lines below the front matter, a label or numeral and its title as one."""
    numerals, enumerated = _numeral_chain(free, start), _enumerated(free, start)
    heads: list[_Head] = []
    place = start
    while place + 1 < len(free):
        this, below = free[place], free[place + 1]
        division = _division(this.ink)
        if division is not None and not has_lead_in(this.ink):
            level, label, whole = division
            titled = not whole and _is_label_title(free, place + 1)
            heads.append(_Head(this, below if titled else this, label, titled or whole, level))
            place += titled
        elif place in numerals:
            titled = place + 2 < len(free) and _is_section_title(free, place + 1)
            heads.append(_Head(this, below if titled else this, this.ink.rstrip(".)"), titled))
            place += titled
        elif (
            _markdown(this.line)
            or this.line.number in boxed
            or _is_section_title(free, place, enumerated=place in enumerated)
        ):
            heads.append(_Head(this, this, None, True))
        place += 1
    for head in heads:
        _strike_hashes(draft, head.first.line)
    return heads


def _division(ink: str) -> tuple[int, str, bool] | None:
    """The level and label of a line that numbers a part or chapter, and whether it has the title too."""
    level = division_level(ink)
    if level is not None:
        return level, ink, False
    known = label_and_title(ink) if len(words_of(ink)) <= LONGEST else None
    return (known[0], known[1], True) if known else None


def _is_label_title(free: list[_Free], place: int) -> bool:
    """Whether this line is the title of the label above it: short, and over text."""
    if place + 1 >= len(free):
        return False
    ink, below = free[place].ink, free[place + 1].ink
    short = 0 < len(words_of(ink)) <= LONGEST and not is_body(ink) and _division(ink) is None
    return short and (is_title_case(ink) or is_capitals(ink) or not ends_sentence(ink)) and _is_text(below)


def _enumerated(free: list[_Free], start: int) -> set[int]:
    """The places of short lines without a stop whose first figures count on from one, each over text."""
    places = [
        place
        for place in range(start, len(free) - 1)
        if _NUMBERED.match(free[place].ink)
        and len(words_of(free[place].ink)) <= LONGEST
        and not ends_sentence(free[place].ink)
        and _is_text(free[place + 1].ink)
    ]
    inks = [free[place].ink.partition(".")[0] for place in places]
    return {places[at] for at in chain(inks, "arabic")}


def _is_section_title(free: list[_Free], place: int, *, enumerated: bool = False) -> bool:
    """Whether the line stands alone over text as a title does."""
    this, below = free[place], free[place + 1]
    ink, words = this.ink, words_of(this.ink)
    if _NOTES.fullmatch(ink.rstrip(":.")):
        return True
    if not words or len(words) > LONGEST or len(ink) > 100 or ink.endswith((".", ",", ";", ":", "-", "—")):
        return False
    if ink.lstrip(OPENERS)[:1].islower() or not _stands_free(free, place):
        return False
    if is_caption(ink) or front_matter.is_by(ink):
        return False
    if _LISTED.match(ink) and not enumerated:
        return False
    if ink.endswith(("?", "!")) and not (len(words) > 1 and is_title_case(ink)):
        return False
    if ink[0] in '“"‘' and ink[-1] in '”"’':  # a line of speech
        return False
    return _is_text(below.ink) and (is_title_case(ink) or is_capitals(ink) or len(words) <= 8)


def _is_text(ink: str) -> bool:
    """Whether the line is running text, long or not."""
    return is_body(ink) or has_lead_in(ink) or (len(words_of(ink)) > LONGEST and ends_sentence(ink))


def _stands_free(free: list[_Free], place: int) -> bool:
    """Whether a blank line stands above, and the text above had come to an end."""
    if place == 0:
        return True
    above, this = free[place - 1], free[place]
    return this.line.number > above.line.number + 1 and (not is_body(above.ink) or ends_sentence(above.ink))


def _numeral_chain(free: list[_Free], start: int) -> set[int]:
    """The places of the numerals that run from one upward, in the system that has the longer run."""
    inks = [this.ink for this in free[start:]]
    longest = max((chain(inks, system) for system in SYSTEMS), key=len)
    return {start + place for place in longest}


def _markdown(line: Line) -> int:
    """The level that Markdown's hashes, or an HTML tag, give the line; 0 where there are none."""
    match = _MARKDOWN.match(line.ink)
    if match:
        return min(len(match["hashes"]), 5)
    tag = _TAGGED.match(line.ink)
    return min(int(tag["level"]), 5) if tag else 0


def _strike_hashes(draft: Draft, line: Line) -> None:
    match = _MARKDOWN.match(line.ink)
    if match:
        draft.intervene(line.ink_start, line.ink_start + match.end(), "", RULE)
        closing = _CLOSING_HASHES.search(line.ink)
        if closing:
            draft.intervene(line.ink_start + closing.start(), line.ink_end, "", RULE)
