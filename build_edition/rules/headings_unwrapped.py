"""Headings of essays and web texts, where each paragraph is one line.

Looks at the top for title, byline and standfirst, and below for section numerals in sequence (I, II, III),
short title lines that stand alone before text, Markdown headings, whole lines in bold, and side-heads run
into their paragraphs.  A side-head is believed only where several of one form stand in the text: a Title-Case
phrase with a colon, numbered positions “(1) … .”, or a bold or italic opening.  Levels: title 1; sections 2;
below numbered sections, title lines 3; side-heads 3, or 2 where they are the only tier.  Leaves alone lead-in
capitals, dates, captions, and whatever stands in tables and notes.  `p` with `role="standfirst"` is the
summary set over the text.

    The Old Mills: Nobody had asked …     ->  head over “The Old Mills:”, run_in
    (2) Late Weavers. These came …        ->  head over “(2) Late Weavers.”, run_in
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_edition.rules import sidebars
from build_edition.rules.draft import Draft
from build_edition.rules.evidence import front_matter, run_in_heads
from build_edition.rules.evidence.prose import (
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
from build_edition.source import Line

RULE = "heading-markup"
LONGEST = 14  # words in a title line
_NUMERAL = re.compile(r"(?:(?P<roman>[IVXL]{1,6})|(?P<arabic>\d{1,2}))[.)]?")
_MARKDOWN = re.compile(r"(?P<hashes>#{1,6})[ \t]+(?=\S)")
_TAGGED = re.compile(r"<h(?P<level>[1-6])\b", re.IGNORECASE)
_CLOSING_HASHES = re.compile(r"\s+#+\Z")
_NOTES = re.compile(r"(?:end|foot)?notes|references|bibliography|works cited|notes and references", re.IGNORECASE)
_LISTED = re.compile(rf"[{BULLETS}*–—-]\s|\(?\d{{1,3}}[.)]\s|\([a-z]\)\s")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


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
    numbered = any(label and not title for _, _, label, title in heads)
    capitals = {is_capitals(last.ink) for first, last, label, title in heads if title and not label}
    for first, last, label, title in heads:
        lower = title and not label and (numbered or (len(capitals) == 2 and not is_capitals(last.ink)))
        level = 3 if first.line.number in boxed or (lower and not _NOTES.fullmatch(first.ink)) else 2
        draft.mark_lines("head", first.line, last.line, level=_markdown(first.line) or level, label=label)
    spent = {free_line.line.number for first, last, _, _ in heads for free_line in (first, last)}
    openings = [f.line for f in free[start:] if f.line.number not in spent]
    run_in_heads.mark(draft, openings, 3 if _has_sections(heads, boxed) else 2)


_Head = tuple[_Free, _Free, str | None, bool]  # first and last line, label, whether it has a title


def _has_sections(heads: list[_Head], boxed: set[int]) -> bool:
    """Whether any heading, but one in a sidebar or over the notes, is above the side-heads."""
    return any(first.line.number not in boxed and not _NOTES.fullmatch(first.ink) for first, _, _, _ in heads)


def _front_matter(draft: Draft, free: list[_Free]) -> int:
    """Mark what stands above the first paragraph; returns how many of the free lines it takes."""
    numerals = [_section_number(this.ink) is not None for this in free]
    level = (_markdown(free[0].line) or 1) if free else 1
    taken = front_matter.mark(draft, [(this.line, this.ink) for this in free], numerals, level)
    if taken:
        _strike_hashes(draft, free[0].line)
    return taken


def _section_heads(draft: Draft, free: list[_Free], start: int, boxed: set[int]) -> list[_Head]:
    """Numerals and title lines below the front matter, a numeral and its title as one."""
    numerals = _numeral_chain(free, start)
    heads: list[_Head] = []
    place = start
    while place < len(free):
        this = free[place]
        below = free[place + 1] if place + 1 < len(free) else None
        if place in numerals:
            has_title = below is not None and place + 2 < len(free) and _is_section_title(free, place + 1)
            heads.append((this, below if has_title and below else this, this.ink.rstrip(".)"), has_title))
            place += has_title
        elif below is not None and (
            _markdown(this.line) or this.line.number in boxed or _is_section_title(free, place)
        ):
            heads.append((this, this, None, True))
        place += 1
    for first, _, _, _ in heads:
        _strike_hashes(draft, first.line)
    return heads


def _is_section_title(free: list[_Free], place: int) -> bool:
    """Whether the line stands alone over text as a title does."""
    this, below = free[place], free[place + 1]
    ink, words = this.ink, words_of(this.ink)
    if _NOTES.fullmatch(ink.rstrip(":.")):
        return True
    if not words or len(words) > LONGEST or len(ink) > 100 or ink.endswith((".", ",", ";", ":", "-", "—")):
        return False
    if ink.lstrip(OPENERS)[:1].islower() or _LISTED.match(ink) or not _stands_free(free, place):
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


def _section_number(ink: str) -> tuple[str, int] | None:
    match = _NUMERAL.fullmatch(ink)
    if match is None:
        return None
    if match["arabic"]:
        return "arabic", int(match["arabic"])
    values = [_ROMAN[c] for c in match["roman"]]
    return "roman", sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _numeral_chain(free: list[_Free], start: int) -> set[int]:
    """The places of the numerals that run from one upward, in the system that has the longer run."""
    best: set[int] = set()
    for system in ("roman", "arabic"):
        chain: set[int] = set()
        expected = 1
        for place in range(start, len(free)):
            number = _section_number(free[place].ink) if len(free[place].ink) < 9 else None
            # One lost numeral is let pass, so that one misreading does not end the sequence.
            if number and number[0] == system and expected <= number[1] <= expected + 1:
                chain.add(place)
                expected = number[1] + 1
        if len(chain) > max(1, len(best)):
            best = chain
    return best


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
