"""The concordance: every occurrence of an entry as a keyword in its context (KWIC).

In: occurrences and the passages that they stand in.  Out: lines, one for each, in reading order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_edition.apparatus.mentions import Occurrence
from build_edition.apparatus.passage_index import Passage

WIDTH = 60  # characters on either side, cut at words


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """A keyword, with what stands to its left and right in the same passage; whether more stands there is told."""

    left: str
    keyword: str
    right: str
    occurrence: Occurrence
    is_cut_left: bool = False
    is_cut_right: bool = False


def concordance(
    occurrences: Iterable[Occurrence], passages: Mapping[str, Sequence[Passage]], width: int = WIDTH
) -> tuple[ConcordanceLine, ...]:
    """The lines of one entry; `passages` are those of each work."""
    return tuple(_line(one, passages[one.place.work][one.place.index].text, width) for one in occurrences)


def _line(one: Occurrence, text: str, width: int) -> ConcordanceLine:
    place = one.place
    left, right = text[: place.start], text[place.end :]
    before, after = last_words(left, width), first_words(right, width)
    return ConcordanceLine(
        before, text[place.start : place.end], after, one, len(before) < len(left), len(after) < len(right)
    )


def last_words(text: str, width: int) -> str:
    """The end of a text: as many whole words as `width` characters hold."""
    if len(text) <= width:
        return text
    cut = text[len(text) - width :]
    if text[len(text) - width - 1] != " ":
        cut = cut.partition(" ")[2]
    return cut.lstrip()


def first_words(text: str, width: int) -> str:
    """The beginning of a text: as many whole words as `width` characters hold."""
    if len(text) <= width:
        return text
    cut = text[:width]
    if text[width] != " ":
        cut = cut.rpartition(" ")[0]
    return cut.rstrip()
