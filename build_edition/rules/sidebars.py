"""Sidebars: a box of other matter that interrupts an unwrapped text, between two of its paragraphs.

Looks for a short title line, then one to three paragraphs, then, with no blank line between, a short line that
names where they come from (a periodical, a date, a page), with the argument's own paragraphs before and
after; or for such a title and source with anything between (a list, short paragraphs), if no blank line parts
any of it.  The source line set tight is what tells a box from a section.  The whole is a `floatingText`, the
source line a `note` with `type="source"`.  Leaves alone quotations without a title, and sections.

    Wool in “Short Supply”
    The mills of the valley stood idle …
    The Weaver, March 3.          ->  floatingText over the three lines
"""

from __future__ import annotations

import re

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.shape import (
    BULLETS,
    ends_sentence,
    inked_lines,
    is_body,
    is_title_case,
    opens_lower,
    visible_ink,
    words_of,
)
from build_edition.source import Line

LONGEST = 3  # paragraphs in a box that blank lines part
MOST = 24  # lines in a box that none parts
_CITATION = re.compile(
    r"\d|\b(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)\b|\b(?:p|pp|vol|no|ch)\.", re.IGNORECASE
)


def apply(draft: Draft) -> None:
    """Mark each sidebar and its source line."""
    for title, source in find(draft):
        draft.mark_lines("floatingText", title, source, type="sidebar")
        draft.mark_lines("note", source, source, type="source")


def find(draft: Draft) -> list[tuple[Line, Line]]:
    """The title line and the source line of each sidebar of an unwrapped text."""
    if draft.layout == "book":
        return []
    # A source line is the rarest part, so begin there.
    taken = inked_lines(draft, "fw", "note", "table", "milestone", "byline", "dateline")
    lines = draft.ink_lines
    found = []
    for place in range(3, len(lines) - 1):
        line, before = lines[place], lines[place - 1]
        if before.number != line.number - 1 or line.number in taken or not is_citation(visible_ink(draft, line)):
            continue
        title = max(_title_above(draft, lines, place, taken), _top_of_block(draft, lines, place, taken))
        if title > 0 and _interrupts(draft, lines, title, place):
            found.append((lines[title], line))
    return found


def is_citation(ink: str) -> bool:
    """Whether a short line names a source: capitals and a date, number or page."""
    words = words_of(ink)
    return 0 < len(words) <= 12 and len(ink) < 100 and ink[0].isupper() and _CITATION.search(ink) is not None


def _title_above(draft: Draft, lines: tuple[Line, ...], source: int, taken: set[int]) -> int:
    """The place of the title over the paragraphs above the source line; -1 where there is none."""
    for place in range(source - 1, max(source - LONGEST - 2, 0), -1):
        line = lines[place]
        if line.number in taken:
            return -1
        ink = visible_ink(draft, line)
        if not is_body(ink):
            good = place < source - 1 and is_title_case(ink) and len(words_of(ink)) <= 10
            return place if good and not ink.endswith((".", ",", ";", ":")) else -1
    return -1


def _top_of_block(draft: Draft, lines: tuple[Line, ...], source: int, taken: set[int]) -> int:
    """The place of the title that begins the block which ends with the source line; -1 where none does.

    A block is a run of lines without a blank one, such as a box is in a text that parts its paragraphs.
    """
    if lines[source + 1].number == lines[source].number + 1:
        return -1
    place = source
    while source - place < MOST and place > 0 and lines[place - 1].number == lines[place].number - 1:
        place -= 1
        if lines[place].number in taken:
            return -1
    ink = visible_ink(draft, lines[place])
    short = len(words_of(ink)) <= 10 and len(ink) < 80 and ink[:1] not in BULLETS + "“‘\"'("
    ended = ends_sentence(ink) or ink.endswith((",", ";", "-"))
    return place if source - place > 1 and short and not ended and not opens_lower(ink) else -1


def _interrupts(draft: Draft, lines: tuple[Line, ...], title: int, source: int) -> bool:
    """Whether whole paragraphs stand before and after."""
    before, after = visible_ink(draft, lines[title - 1]), visible_ink(draft, lines[source + 1])
    return is_body(before) and ends_sentence(before) and is_body(after)
