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
BROKEN = 3  # lines over which a limit may be broken
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


def stamps(text: str, lines: Sequence[Line], limits: tuple[int, int] | None) -> list[int]:
    """The places, among these inked lines, of the library's stamps and of its matter outside its `limits`."""
    found = set()
    if _HINT.search(text):
        found = {p for p, line in enumerate(lines) if len(line.ink) < STAMP_LENGTH and _STAMP.fullmatch(line.ink)}
    if limits:
        found |= {*range(limits[0] + 1), *range(limits[1], len(lines))}
    return sorted(found)


def limits_of(text: str, lines: Sequence[Line]) -> tuple[int, int] | None:
    """The places of the last line before the text and of the first behind it, by the library's two limits."""
    if "***" not in text:
        return None
    limits = [(p, match["which"].upper()) for p, line in enumerate(lines) if (match := _LIMIT.match(line.ink))]
    start = next((_shut(lines, p) for p, which in limits if which == "START"), None)
    end = next((p for p, which in limits if which == "END"), None)
    if start is None or end is None or end <= start + 1:
        return None
    return start, end


def _shut(lines: Sequence[Line], place: int) -> int:
    """The place of the line with which a limit ends: a long title may have broken it."""
    for last in range(place, min(place + BROKEN, len(lines) - 1)):
        if lines[last].ink.rstrip().endswith("**") and (last > place or len(lines[last].ink.split()) > 1):
            return last
        if lines[last + 1].number > lines[last].number + 1:
            break
    return place
