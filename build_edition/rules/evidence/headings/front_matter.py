"""The front matter of an unwrapped text: title, byline, standfirst and epigraph, above the first paragraph.

Serves `headings_unwrapped`.  The title is the first short line and those tight below it, and another short line
over a byline that says “By …”; a byline is a line that says so, or has the form of a name that the text never
uses; a line of more than a few words over an opening in capitals is the standfirst (`p` with `role="standfirst"`);
an epigraph is a passage with, tight below it or after a dash, a short line without a stop that says whose words
they are.

    Of Mills
    By Jane Roe
    Grind slowly, and grind well.       ->  head level=1, byline, epigraph over two lines
    A miller of the plain
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import (
    BODY_LENGTH,
    BULLETS,
    SMALL_WORDS,
    ends_called,
    ends_sentence,
    has_lead_in,
    is_body,
    is_capitals,
    is_title_case,
    words_of,
)
from build_edition.source import Line

LONGEST = 18  # words in a title
MOST = 9  # lines of front matter
_NAME = re.compile(r"(?:by )?[A-Z][\w’'-]*\.?(?: [A-Z][\w’'-]*\.?| (?:de|von|van|der|di|la)){1,4}", re.IGNORECASE)
_BY = re.compile(r"by\s+[^\W\d_]", re.IGNORECASE)
_CREDITED = re.compile(r".{10,500}[.!?…”\"’']\s*(?:—|–|--)\s*[A-Z][^.!?]{2,80}[.]?")


def mark(draft: Draft, free: Sequence[tuple[Line, str]], opens_section: Sequence[bool], level: int) -> int:
    """Mark the front matter; returns how many of the free lines (each with what it shows) it takes.

    `opens_section` tells of each free line whether it is the numeral of a section, which ends the front matter;
    `level` is the title's.
    """
    end = 0
    while end < len(free) and not (opens_section[end] or _is_opening(free[end][1])):
        end += 1
    if end > MOST or end == len(free):
        return 0
    place = 0
    if end and _is_title(free[0][1]):
        while place + 1 < end and _runs_on(free[place], free[place + 1]):
            place += 1
        doubt = None
        if place + 2 < end and _is_title(free[place + 1][1]) and is_by(free[place + 2][1]):
            place, doubt = place + 1, "low"  # a kicker over the title, or a subtitle below it
        draft.mark_lines("head", free[0][0], free[place][0], level=level, cert=doubt)
        place += 1
    if 0 < place < end - 1 and ends_sentence(free[place][1]) and is_by(free[place + 1][1]):
        draft.mark_lines("p", free[place][0], free[place][0], role="standfirst")
        place += 1
    if place < end and _is_name(free[place][1], free[end:]):
        draft.mark_lines("byline", free[place][0], free[place][0])
        place += 1
    if place < end and len(words_of(free[place][1])) > 7 and has_lead_in(free[end][1]):
        draft.mark_lines("p", free[place][0], free[place][0], role="standfirst")
        place += 1
    return place + _epigraph(draft, free, place) if place else 0


def _is_opening(ink: str) -> bool:
    return has_lead_in(ink) or (is_body(ink) and (ends_called(ink) or len(ink) > 2 * BODY_LENGTH))


def _is_title(ink: str) -> bool:
    words = words_of(ink)
    return (
        0 < len(words) <= LONGEST
        and not ink.endswith((".", ",", ";"))
        and (is_title_case(ink) or is_capitals(ink) or len(words) <= 8)
    )


def _runs_on(this: tuple[Line, str], after: tuple[Line, str]) -> bool:
    """Whether the next line belongs to the same title: it stands tight below, and is no byline or paragraph."""
    line, ink = after
    tight = line.number == this[0].number + 1
    marked = line.ink.startswith("#") or line.ink[:2].lower() == "<h"
    return tight and len(ink) < 100 and not (marked or ends_sentence(ink) or _BY.match(ink))


def is_by(ink: str) -> bool:
    """Whether a line is a byline that says so."""
    return bool(_BY.match(ink)) and len(words_of(ink)) <= 10 and not ends_sentence(ink)


def _is_name(ink: str, body: Sequence[tuple[Line, str]]) -> bool:
    """Whether a line is an author's name: of a name's form, and with a word that the text never uses."""
    if is_by(ink):
        return True
    if len(ink) > 60 or not _NAME.fullmatch(ink) or any(word.lower() in SMALL_WORDS for word in words_of(ink)):
        return False
    last = words_of(ink)[-1].lower()
    return re.search(r"\b[A-Z]\.", ink) is not None or not any(last in text.lower().split() for _, text in body)


def _epigraph(draft: Draft, free: Sequence[tuple[Line, str]], place: int) -> int:
    """Mark the epigraph that begins at `place`; returns how many lines it takes, none where there is none."""
    here = free[place : place + 3]
    if len(here) < 2:
        return 0
    (first, words), (below, credit) = here[0], here[1]
    if _CREDITED.fullmatch(words) and below.number > first.number + 1:
        draft.mark_lines("epigraph", first, first)
        return 1
    parted = len(here) > 2 and here[2][0].number > below.number + 1
    tight = below.number == first.number + 1 and parted
    whole = len(words) <= 600 and (ends_sentence(words) or words[-1] in "”\"’'") and words[0] not in BULLETS
    if not (tight and whole and _is_credit(credit)):
        return 0
    draft.mark_lines("epigraph", first, below)
    for line in (first, below):
        draft.mark_lines("p", line, line)
    return 2


def _is_credit(ink: str) -> bool:
    """Whether a line says whose words stand above it."""
    named = ink.lstrip("—–-( ")
    return 0 < len(words_of(ink)) <= 12 and named[:1].isupper() and not ink.endswith((":", ";", ",", "?", "!"))
