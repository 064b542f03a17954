"""What each page shows of its number, once forme work is marked: at its head or at its foot.

A number at the foot is that of the last page whose text stands above it, which is another than the first where
the limits between them are lost. A page that begins in mid-sentence with no forme work there is as doubtful as
one whose limits are lost.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.lines.title_words import division_level, is_customary
from build_edition.rules.evidence.pages.fed import Page, last_places
from build_edition.rules.evidence.pages.folios import number_of
from build_edition.source import Line


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its first line of text, and what is known of it.

    `shown` is its number, `closed` says that it stands at the foot; `divides` that a division begins with the
    page, `lost` that it is not certain to begin where it seems to.
    """

    first: Line | None
    shown: int | None
    closed: bool
    divides: bool
    lost: bool


def leaves_of(draft: Draft, pages: Sequence[Page], *, fed: bool) -> list[Leaf]:
    """All pages; `fed` tells that form feeds part them."""
    numbers = _numbers_by_line(draft)
    forme = draft.lines_of("fw")
    last = last_places(pages, fed=fed)
    firsts = [next((line for line in page if draft.has_ink(line)), None) for page in pages]
    tops: list[int | None] = [None] * len(pages)
    feet: list[int | None] = [None] * len(pages)
    for place, (page, first) in enumerate(zip(pages, firsts, strict=True)):
        shown = next((line for line in page if line.number in numbers), None)
        if shown is None:
            continue
        if first is None or shown.number < first.number:
            tops[place] = numbers[shown.number]
        else:
            feet[last[place]] = numbers[shown.number]
    leaves = []
    above: Line | None = None  # the last line of the page before
    for place, (page, first) in enumerate(zip(pages, firsts, strict=True)):
        divides = first is not None and may_follow_lost(first)
        cut = first is not None and first.ink[0].islower() and not _is_parted(above, page[0], forme)
        shown_here = feet[place] if tops[place] is None else tops[place]
        leaves.append(Leaf(first, shown_here, tops[place] is None, divides, not fed and (first is None or cut)))
        above = page[-1] if page else above
    return leaves


def may_follow_lost(line: Line) -> bool:
    """Whether pages may be lost before this one: endnotes and blank pages stand before a new division."""
    return division_level(line.ink) is not None or is_customary(line.ink)


def _is_parted(above: Line | None, below: Line, forme: Container[int]) -> bool:
    """Whether forme work stands between a page that begins with this line and what stands above."""
    return above is None or above.number in forme or below.number in forme


def _numbers_by_line(draft: Draft) -> Mapping[int, int]:
    """The page number that each line of forme work shows; a roman one is negative."""
    return {
        draft.source.line_number(mark.start): number
        for mark in draft.marks("fw")
        if (number := number_of(str(mark.get("n")))) is not None
    }
