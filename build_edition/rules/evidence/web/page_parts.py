"""Two parts of a web page that hang on its title and on its end: the name of its section, and what readers wrote.

Serves `site_furniture`.  Above the title often stands one word for the part of the site that the page is in;
another short line follows before the text.  Under a line that counts or asks for comments stand those of
readers, each with a name, a date or a link to answer; where two such lines follow, all the rest of the page is
theirs.

    ESSAY  |  The Keeper of the Weir           ->  the first is furniture
    3 comments  |  John Doe says:  |  …        ->  so is all this
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from build_edition.rules.evidence.web.words import is_menu_item
from build_edition.source import Line

_SECTION = re.compile(
    r"essay|feature|review|interview|history|analysis|profile|column|archive|fiction|poetry|memoir|symposium|letters?"
    r"|long ?read|opinion|from the archives?|book review|review essay|the long read|dispatch|debate|perspectives?",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:\d+|one|two|three) (?:comments?|repl(?:y|ies)|responses?|thoughts?)\b.{0,120}|comments?(?: \(\d+\))?:?"
    r"|(?:leave|post|add) (?:a |your )?(?:comment|reply)s?\.?|reader comments|discussion",
    re.IGNORECASE,
)
_OF_READER = re.compile(
    r".{2,60}\bsays:?|repl(?:y|ies)(?: to .{1,60})?|report|(?:posted|commented)\b.{3,80}|.{1,40}\bago"
    r"|(?:leave|post|add) (?:a |your )?(?:comment|reply)s?\.?|(?:log|sign) in to reply"
    r"|.{0,40}\b(?:1[5-9]|20)\d\d(?:,? at .{3,12})?(?: .{0,20})?",
    re.IGNORECASE,
)
FEWEST = 2  # lines of readers that show comments
READERS = 80  # characters in a line of theirs that is no comment
LATE = 0.4  # of the page's lines stand before its comments


def section_name(lines: Sequence[Line], shown: Sequence[int]) -> int | None:
    """The place of the section's name, where it heads what is `shown` above the text and a title follows."""
    for place, below in pairwise(shown[:3]):
        ink, title = lines[place].ink.strip("*_# "), lines[below].ink
        if (_SECTION.fullmatch(ink) or is_menu_item(ink)) and 1 < len(title.split()) <= 20:
            return place
    return None


def comments(lines: Sequence[Line]) -> range:
    """The places of the readers' comments, from the line over them to the end."""
    for place in range(int(len(lines) * LATE), len(lines)):
        ink = lines[place].ink.strip("*_# ")
        if len(ink) < READERS and _COMMENTS.fullmatch(ink):
            below = (line.ink.strip("*_# ") for line in lines[place + 1 :])
            if sum(len(ink) < READERS and _OF_READER.fullmatch(ink) is not None for ink in below) >= FEWEST:
                return range(place, len(lines))
            return range(0)
    return range(0)
