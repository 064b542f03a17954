"""Pages that nothing parts but the page numbers and running heads left between them.

A numbered head opens its page, with the lines of it above its number. A number alone closes its page, as at
the foot, unless the text shows it to stand at the top. Where numbers are missing between two known ones, a
page begins where a known head stands, a misread number or the first line of a division, if lines enough lie
before it. What is still missing stands as an empty page, so that places and numbers keep step.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from build_edition.rules.evidence.fed_pages import Page
from build_edition.rules.evidence.folio_chain import Folio, folio_chain
from build_edition.rules.evidence.folios import resembles, roman
from build_edition.rules.evidence.page_edges import Edge, edges_of, is_capitals
from build_edition.rules.evidence.titles import division_level, is_customary
from build_edition.source import Line

_ALIKE = 84  # per cent
_FOLIO = 5  # signs of a number alone, with what dirt adds
_AROUND = 4  # numbered heads: a page's own comes again among so many on either side
_HEADS = 60  # no more heads than this are told apart
_OFTEN = 3  # pages that show the same line: a head


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a page begins, by the place of its first line, and its number if known; a roman one is negative."""

    place: int
    number: int | None


def pages_by_folios(lines: Sequence[Line]) -> list[Page]:
    """The pages that page numbers part, empty ones for those that cannot be parted; one of all where none do."""
    chain, length = folio_chain(lines)
    if not chain:
        return [tuple(lines)]
    text = _Text(lines, chain, length)
    starts = text.starts()
    pages: list[Page] = []
    for start, after in pairwise([*starts, _Start(len(lines), None)]):
        inner = text.missed(start, after)
        for begin, end in pairwise([start.place, *inner, after.place]):
            pages.append(tuple(lines[begin:end]))
        pages.extend([()] * (_between(start, after) - len(inner)))
    while pages and not pages[-1]:
        pages.pop()
    return pages


def _between(start: _Start, after: _Start) -> int:
    """How many pages lie between two whose numbers are known."""
    if start.number is None or after.number is None or start.number * after.number < 0:
        return 0
    return abs(after.number) - abs(start.number) - 1


class _Text:
    """A text with the lines that number its pages."""

    def __init__(self, lines: Sequence[Line], chain: Sequence[Folio], length: float) -> None:
        self._lines = lines
        self._chain = chain
        self._length = length
        self._above = Counter(self._key(folio.place - 1) for folio in chain)
        self._below = Counter(self._key(folio.place + 1) for folio in chain if folio.is_alone)
        self._alone_at_foot = self._closes()
        self._places = [folio.place for folio in chain]
        self._heads = _often([folio.edge.key for folio in chain])

    def _edge(self, place: int) -> Edge | None:
        return edges_of((self._lines[place],))[0] if 0 <= place < len(self._lines) else None

    def _key(self, place: int) -> str:
        edge = self._edge(place)
        return edge.key if edge else ""

    def starts(self) -> list[_Start]:
        """Where pages begin that the numbers part."""
        starts = [_Start(0, None)]
        for folio in self._chain:
            first = folio.place
            while first and folio.place - first < 2 and self._is_head_of(folio, first - 1):
                first -= 1
            closes = first == folio.place and folio.is_alone and self._alone_at_foot
            start = _Start(first + closes, folio.number + (closes if folio.number > 0 else -closes))
            if start.place == starts[-1].place:
                if not closes:
                    starts[-1] = start
            else:
                starts.append(start)
        return starts

    def _is_head_of(self, folio: Folio, place: int) -> bool:
        """Whether a line above a number is of the same head: set like it, and found above others."""
        edge = self._edge(place)
        if edge is None or not _is_title(edge.ink) or not self._is_often(self._above, edge.key):
            return False
        return is_capitals(edge.words) or not (folio.is_alone or is_capitals(folio.edge.words))

    def _is_often(self, counts: Counter[str], key: str) -> bool:
        return len(key) > 3 and counts[key] >= _OFTEN

    def _closes(self) -> bool:
        """Whether numbers alone stand at the foot of their pages, as they do in most books.

        Heads that follow them show it. A number over the first page shows the other, or, in a text that keeps
        the gaps within its pages, numbers that a gap parts from what follows and not from what stands before.
        """
        alone = [folio for folio in self._chain if folio.is_alone]
        if 2 * len(alone) < len(self._chain):
            return True
        if sum(self._is_often(self._below, self._key(folio.place + 1)) for folio in alone) > 0.2 * len(alone):
            return True
        if alone[0].place == 0:
            return False
        gaps = sum(after.number - line.number > 1 for line, after in pairwise(self._lines))
        if gaps < 1.5 * len(alone):  # gaps stand between pages only
            return True
        tight = Counter(step for folio in alone for step in (-1, 1) if self._is_tight(folio.place, step))
        return tight[1] >= tight[-1]

    def _is_tight(self, place: int, step: int) -> bool:
        """Whether no blank line parts a line from the next or, where `step` is -1, the one before."""
        inside = 0 <= place + step < len(self._lines)
        return inside and abs(self._lines[place + step].number - self._lines[place].number) == 1

    def _divides(self, place: int) -> bool:
        """Whether a line is the first of a division: its number, or a customary title."""
        if not 0 <= place < len(self._lines):
            return False
        ink = self._lines[place].ink
        if division_level(ink) is not None or (is_customary(ink) and len(ink) < 40):
            return True
        numeral = ink.isupper() and roman(ink.rstrip(".").lower()) is not None
        return numeral and any(_is_title(line.ink) for line in self._lines[place + 1 : place + 2])

    def missed(self, start: _Start, after: _Start) -> list[int]:
        """Where pages begin between two known ones, if their numbers, or else the lines, leave room for any."""
        wanted = _between(start, after)
        if None in (start.number, after.number):
            wanted = round((after.place - start.place) / self._length) - 1
            if start.number is None and after.number is not None:
                wanted = min(wanted, abs(after.number) - 1)
        found: list[int] = []
        for place in range(start.place + 1, after.place):
            if len(found) >= wanted:
                break
            far = place - (found[-1] if found else start.place) >= 0.25 * self._length
            if self._divides(place):
                found.append(place)
            elif far and (at := self._begins(place, start.number, len(found))) is not None and at < after.place:
                found.append(at)
        return found

    def _begins(self, place: int, number: int | None, passed: int) -> int | None:
        """Where a page begins at this line or the next, so many after the page with this number, if it shows."""
        ink = self._lines[place].ink
        last = 0 if number is None else abs(number) + passed
        if len(ink) <= _FOLIO:
            whole = any(map(str.isdigit, ink)) and len(ink) >= len(str(last)) and " " not in ink
            closes = whole and self._alone_at_foot and last and resembles(ink.strip("-—|"), last)
            return place + 1 if closes else None
        edge = self._edge(place)
        if edge is None or not edge.key or edge.words.endswith((".", ",", ";")):
            return None
        if self._is_often(self._below, edge.key):
            return place
        known = self._heads if number is None else (*self._heads, *self._around(place))
        if len(edge.key) < 4 or not any(ratio(edge.key, head, score_cutoff=_ALIKE) for head in known):
            return None
        if any(resembles(token, last + 1) for token in (edge.first, edge.last) if any(map(str.isdigit, token))):
            return place
        dirt = len(self._lines[place - 1].ink) <= _FOLIO
        free = not self._is_tight(place, 1) or not self._is_tight(place, -1)
        return place - dirt if is_capitals(edge.words) and (dirt or free) else None

    def _around(self, place: int) -> Iterator[str]:
        """The words of the numbered heads next to this place."""
        at = bisect_left(self._places, place)
        return (folio.edge.key for folio in self._chain[max(0, at - _AROUND) : at + _AROUND])


def _is_title(ink: str) -> bool:
    return len(ink) < 50 and ink[:1].isupper() and not ink.endswith((".", ",", ";"))


def _often(keys: Iterable[str]) -> list[str]:
    """The words, one reading of each, that come again, misread or not."""
    found: dict[str, int] = {}
    for key, count in Counter(keys).most_common():
        same = next((head for head in found if ratio(key, head, score_cutoff=_ALIKE)), None)
        if same is not None:
            found[same] += count
        elif len(key) > 3 and len(found) < _HEADS:
            found[key] = count
    return [key for key, count in found.items() if count >= _OFTEN]
