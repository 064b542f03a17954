"""What a library adds to a text that it gives away: stamps on pages, and the matter before and after a whole text.

Serves `site_furniture`.  A stamp is a line that says who made the copy, by whom and when it was fetched, or under
what terms; it stands on any page of any layout.  A library of plain texts parts its own matter from the text by
two lines between asterisks, one that says START and one that says END.

    Digitized by Google                                              ->  a stamp
    *** START OF THE PROJECT GUTENBERG EBOOK OF MILLS ***            ->  all down to here is the library's
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_edition.source import Line

STAMP_LENGTH = 160
_HINT = re.compile(r"igiti[sz]ed|ownloaded|subject to|ibrary\.org|archive\.org|jstor", re.IGNORECASE)
_STAMP = re.compile(
    r"""digiti[sz]ed\ (?:by|in|for)\b.{0,20}\b(?:google|microsoft|internet\ archive|\w{0,4}oo[qg]\ ?[\w,]{1,3})\b.*
    |(?:this\ (?:content|article|document)\ )?(?:was\ )?downloaded\ (?:from|by)\ (?:https?:|www\.|\d+\.\d).*
    |all\ use\ subject\ to\b.*\b(?:terms\b|https?:).*|(?:https?://)?(?:www\.)?(?:archive|jstor|hdl\.handle|hathitrust)\.\w+/\S*
    |jstor\ is\ a\ not-for-profit\b.*""",
    re.IGNORECASE | re.VERBOSE,
)
_LIMIT = re.compile(
    r"\*{2,3}\s?(?P<which>START|END) OF (?:THE|THIS) [A-Z ]*(?:E-?BOOK|E-?TEXT|FILE)\b.{0,200}", re.IGNORECASE
)


def stamps(text: str, lines: Sequence[Line]) -> list[int]:
    """The places, among these inked lines, of the library's stamps and of its matter about the text."""
    found = set()
    if _HINT.search(text):
        found = {p for p, line in enumerate(lines) if len(line.ink) < STAMP_LENGTH and _STAMP.fullmatch(line.ink)}
    if "***" in text:
        found |= _about(lines)
    return sorted(found)


def _about(lines: Sequence[Line]) -> set[int]:
    """The places of the matter outside the two limits, where there are such, in their order."""
    limits = [(p, match["which"].upper()) for p, line in enumerate(lines) if (match := _LIMIT.match(line.ink))]
    start = next((p for p, which in limits if which == "START"), None)
    end = next((p for p, which in limits if which == "END"), None)
    if start is None or end is None or end <= start + 1:
        return set()
    return {*range(start + 1), *range(end, len(lines))}
