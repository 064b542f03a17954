"""Page numbers and running heads that stand between the paragraphs of a text which is not wrapped.

Serves `loose_pages`.  A number alone, or with a few words, is a folio where such numbers rise by one and something
shows pages, and not sections or years: the word “page”, words that come again and again beside the numbers, or
paragraphs that run on over them.

    … was sold for  |  102  |  THE ORM REGISTER  |  nine pounds …    → a folio and its head
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_edition.rules.evidence.lines.shape import ends_sentence, is_body, opens_lower
from build_edition.rules.evidence.pages.chains import unwound
from build_edition.source import Line

LEAST = 3  # numbers that make a sequence
STEP = 4  # pages that two folios may be apart, where some are lost
HEAD_LENGTH = 80
CUT = 1 / 3  # of the pages, at the least, end within a paragraph
_FOLIO = re.compile(
    r"[\[({<*_—–-]{0,3}\s*(?P<word>(?:page|pg\.?|pp?\.)\s*)?(?P<n>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\s*[\])}>*_—–-]{0,3}",
    re.IGNORECASE,
)
_WITH_HEAD = re.compile(r"(?P<n>\d{1,4})[\s|•·]+(?P<head>\D{4,70})|(?P<words>\D{4,70}?)[\s|•·]+(?P<last>\d{1,4})")


@dataclass(frozen=True, slots=True)
class Folio:
    """A line that may show a page number; `head` is what words stand with it on the line, evened."""

    place: int
    number: int
    said: bool
    head: str


def evened(ink: str) -> str:
    """The words of a line without case, points and mark-up."""
    return " ".join(re.findall(r"\w+", ink.casefold()))


def folios(lines: Sequence[Line], blocked: set[int]) -> list[Folio]:
    """The folios among these inked lines; `blocked` are the places of lines that are none."""
    found = [
        folio for place, line in enumerate(lines) if place not in blocked and (folio := _folio(place, line.ink))
    ]
    heads = Counter(folio.head for folio in found if folio.head)
    chain = _rising([folio for folio in found if not folio.head or heads[folio.head] > 1])
    return chain if len(chain) >= LEAST and _shows_pages(lines, chain) else []


def heads_beside(lines: Sequence[Line], chain: Sequence[Folio], first: int) -> set[int]:
    """The places from `first` on of the running heads beside the folios, and of the same words standing alone."""
    beside = {place for folio in chain for place in (folio.place - 1, folio.place + 1) if 0 <= place < len(lines)}
    beside -= {folio.place for folio in chain}
    may = {place: evened(lines[place].ink) for place in range(len(lines)) if _may_be_head(lines[place].ink)}
    counts = Counter(may.values())
    proven = {may[place] for place in beside if place in may and counts[may[place]] > 1}
    proven |= {folio.head for folio in chain if folio.head}
    return {place for place, words in may.items() if place >= first and words in proven}


def _folio(place: int, ink: str) -> Folio | None:
    if len(ink) > HEAD_LENGTH or "\t" in ink:
        return None
    if match := _FOLIO.fullmatch(ink):
        return Folio(place, int(match["n"]), bool(match["word"]), "")
    match = _WITH_HEAD.fullmatch(ink)
    if match is None or ends_sentence(ink):
        return None
    return Folio(place, int(match["n"] or match["last"]), False, evened(match["head"] or match["words"]))


def _may_be_head(ink: str) -> bool:
    return len(ink) <= HEAD_LENGTH and any(c.isalpha() for c in ink) and not ink.startswith("#")


def _rising(found: Sequence[Folio]) -> list[Folio]:
    """The longest chain whose numbers rise by a page, or by few where folios are lost; the nearest are tried."""
    best: list[tuple[int, int]] = []
    for i, this in enumerate(found):
        length, back = 1, -1
        for j in range(max(i - 40, 0), i):
            apart = this.number - found[j].number
            if 0 < apart <= STEP and this.place > found[j].place + 1 and best[j][0] + (apart == 1) + 1 > length:
                length, back = best[j][0] + (apart == 1) + 1, j
        best.append((length, back))
    return unwound(found, best)


def _shows_pages(lines: Sequence[Line], chain: Sequence[Folio]) -> bool:
    """Whether the numbers are those of pages."""
    if sum(after.number - this.number == 1 for this, after in pairwise(chain)) * 2 < len(chain) - 1:
        return False
    if any(folio.said or folio.head for folio in chain) or heads_beside(lines, chain, chain[0].place):
        return True
    return sum(_cuts(lines, folio.place) for folio in chain) >= CUT * len(chain)


def _cuts(lines: Sequence[Line], place: int) -> bool:
    """Whether a paragraph runs on over the line."""
    if not 0 < place < len(lines) - 1:
        return False
    before, after = lines[place - 1].ink, lines[place + 1].ink
    return is_body(before) and not ends_sentence(before) and (opens_lower(after) or before.endswith("-"))
