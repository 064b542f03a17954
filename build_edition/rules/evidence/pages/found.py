"""Pages that nothing parts but the page numbers and running heads left between them.

A numbered head opens its page, with the lines of it above its number. A number alone closes its page, as at
the foot, unless the text shows it to stand at the top. Where numbers are missing between two known ones, a
page begins where a known head stands, a misread number or the first line of a division, if lines enough lie
before it; and failing these, where a gap cuts a sentence. What is still missing stands as an empty page after
the one that holds its text, so that places and numbers keep step.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heapreplace
from itertools import pairwise, zip_longest
from math import ceil
from statistics import median_low

from rapidfuzz.fuzz import ratio

from build_edition.rules.evidence.lines.title_words import division_level, is_customary
from build_edition.rules.evidence.pages.cut_sentences import is_cut
from build_edition.rules.evidence.pages.edges import Edge, edges_of, is_capitals, is_titled
from build_edition.rules.evidence.pages.fed import Page
from build_edition.rules.evidence.pages.folio_chain import Folio, folio_chain
from build_edition.rules.evidence.pages.folios import is_between_dashes, resembles, resembles_alone, roman
from build_edition.source import Line

_ALIKE = 84  # per cent
_FOLIO = 5  # signs of a number alone, with what dirt adds
_AROUND = 4  # numbered heads: a page's own comes again among so many on either side
_HEADS = 60  # no more heads than this are told apart
_OVER = 0.15  # of a page: so much longer than usual one may be
_FULL = 0.75  # of the usual line
_LONG = 12  # letters of a head over a number alone: what is shorter may be a note's
_OFTEN = 3  # pages that show the same line: a head


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a page begins, by the place of its first line, and its number if known; a roman one is negative."""

    place: int
    number: int | None


def pages_by_folios(lines: Sequence[Line]) -> tuple[list[Page], bool]:
    """The pages that page numbers part, empty ones for those that cannot be parted; one of all where none do.

    And whether nothing shows if the numbers close their pages or open them, so that each may be the next one's.
    """
    chain, length = folio_chain(lines)
    if not chain:
        return [tuple(lines)], False
    text = _Text(lines, chain, length)
    starts = text.starts()
    pages: list[Page] = []
    for start, after in pairwise([*starts, _Start(len(lines), None)]):
        known = [start.place, *text.missed(start, after), after.place]
        parts = list(pairwise(known))
        lost = text.count(start, after, known) - len(parts)
        for (begin, end), gone in zip(parts, _shared([end - begin for begin, end in parts], lost), strict=True):
            pages.append(tuple(lines[begin:end]))
            pages.extend([()] * gone)
    while pages and not pages[-1]:
        pages.pop()
    return pages, text.is_assumed


def _between(start: _Start, after: _Start) -> int:
    """How many pages lie between two whose numbers are known."""
    if start.number is None or after.number is None or start.number * after.number < 0:
        return 0
    return abs(after.number) - abs(start.number) - 1


def _shared(lengths: Sequence[int], lost: int) -> list[int]:
    """How many of so many lost pages lie in each part of the text, by the lines that it has."""
    gone = [0] * len(lengths)
    longest: list[tuple[float, int]] = [(-length, k) for k, length in enumerate(lengths)]
    heapify(longest)
    for _ in range(lost):
        k = longest[0][1]
        gone[k] += 1
        heapreplace(longest, (-lengths[k] / (gone[k] + 1), k))
    return gone


class _Text:
    """A text with the lines that number its pages."""

    def __init__(self, lines: Sequence[Line], chain: Sequence[Folio], length: float) -> None:
        self._lines = lines
        self._chain = chain
        self._length = length
        self._width = median_low(len(line.ink) for line in lines)
        self._above = Counter(self._key(folio.place - up) for folio in chain for up in (1, 2))
        self._below = Counter(self._key(folio.place + 1) for folio in chain if folio.is_alone)
        closes = self._closes()
        self._alone_at_foot = closes is not False
        self._all_at_foot = self._end_as_foot()
        self.is_assumed = closes is None and not self._all_at_foot
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
        for folio, after in zip_longest(self._chain, self._chain[1:]):
            first = folio.place
            while first and folio.place - first < 2 and self._is_head_of(folio, first - 1):
                first -= 1
            alone = first == folio.place and folio.is_alone
            closes = self._all_at_foot or (alone and self._alone_at_foot and not self._is_head(folio, after))
            first = folio.place if closes else first
            start = _Start(first + closes, folio.number + (closes if folio.number > 0 else -closes))
            if start.place == starts[-1].place:
                if not closes:
                    starts[-1] = start
            else:
                starts.append(start)
        return starts

    def count(self, start: _Start, after: _Start, known: Sequence[int]) -> int:
        """How many pages the text has from one whose number is known to the next, parted so far at `known` places.

        Those before the first number are all there if these lines fill about so many pages as it tells.
        """
        parts = [end - begin for begin, end in pairwise(known)]
        if start.number is None and after.number is not None:
            filled = sum(max(1, ceil(part / self._length - _OVER)) for part in parts)
            over = filled - (after.number - 1)  # front matter may stand before page 1
            return after.number - 1 if -0.1 * filled <= over <= max(1, 0.1 * filled) else len(parts)
        return max(len(parts), _between(start, after) + 1)

    def _is_head_of(self, folio: Folio, place: int) -> bool:
        """Whether a line above a number is of the same head: set like it, and found above others."""
        edge = self._edge(place)
        if edge is None or not self._is_often(self._above, edge.key) or any(map(str.isdigit, edge.ink)):
            return False
        if is_capitals(edge.words):
            return True
        titled = is_titled(edge.words.rstrip(",;"))
        return titled and len(edge.key) > _LONG if folio.is_alone else titled and not is_capitals(folio.edge.words)

    def _is_often(self, counts: Counter[str], key: str) -> bool:
        return len(key) > 3 and counts[key] >= _OFTEN

    def _closes(self) -> bool | None:
        """Whether numbers alone stand at the foot of their pages; None where only the habit of books says so.

        Heads that follow them show it. A number over the first page shows the other; so do divisions that begin
        where a number is missing, for a page that opens one may bear none at its top; and, in a text that keeps
        the gaps within its pages, numbers that a gap parts from what follows and not from what stands before.
        """
        alone = [folio for folio in self._chain if folio.is_alone]
        if 2 * len(alone) < len(self._chain):
            return True
        if alone[0].place == 0:
            return False
        if sum(self._is_often(self._below, self._key(folio.place + 1)) for folio in alone) > 0.2 * len(alone):
            return True
        if self._openings_lack_numbers():
            return False
        tight = Counter(step for folio in alone for step in (-1, 1) if self._is_tight(folio.place, step))
        if tight[1] == tight[-1]:
            return True if alone[-1].place == len(self._lines) - 1 else None
        gaps = sum(after.number - line.number > 1 for line, after in pairwise(self._lines))
        return gaps < 1.5 * len(alone) or tight[1] > tight[-1]  # few gaps stand between pages only

    def _end_as_foot(self) -> bool:
        """Whether words and number end the text, as a foot does, and none begin it."""
        first, last = self._chain[0], self._chain[-1]
        ends = not last.is_alone and last.place == len(self._lines) - 1
        return ends and first.place > 0.5 * self._length

    def _is_head(self, folio: Folio, after: Folio | None) -> bool:
        """Whether a page lies between a number alone and the head that shows the next: then it is a head too."""
        if after is None or after.is_alone or after.number != folio.number + 1:
            return False
        return after.place - folio.place > 0.5 * self._length

    def _openings_lack_numbers(self) -> bool:
        """Whether divisions begin with no number before them, where one is missing."""
        before = {folio.place + 1 for folio in self._chain}
        lacking = below = 0
        for this, after in pairwise(self._chain):
            first = next(filter(self._divides, range(this.place + 1, after.place)), None)
            if first is not None:
                below += first in before
                lacking += first not in before and after.number - this.number > 1
        return lacking >= _OFTEN and lacking > 3 * below

    def _is_tight(self, place: int, step: int) -> bool:
        """Whether no blank line parts a line from the next or, where `step` is -1, the one before."""
        inside = 0 <= place + step < len(self._lines)
        return inside and abs(self._lines[place + step].number - self._lines[place].number) == 1

    def _divides(self, place: int) -> bool:
        """Whether a line is the first of a division: its number, or a customary title."""
        if not 0 <= place < len(self._lines):
            return False
        ink = self._lines[place].ink
        if self._is_labelled(place) or (is_customary(ink) and len(ink) < 40):
            return True
        numeral = ink.isupper() and roman(ink.rstrip(".").lower()) is not None
        return numeral and any(_is_title(line.ink) for line in self._lines[place + 1 : place + 2])

    def _is_labelled(self, place: int) -> bool:
        return division_level(self._lines[place].ink) is not None

    def missed(self, start: _Start, after: _Start) -> list[int]:
        """Where pages begin between two known ones, if their numbers, or else the lines, leave room for any."""
        wanted = _between(start, after)
        if None in (start.number, after.number):
            wanted = round((after.place - start.place) / self._length) - 1
            if start.number is None and after.number is not None:
                wanted = min(wanted, abs(after.number) - 1)
        found: list[int] = []
        places = range(start.place + 1, after.place) if wanted > 0 else range(0)
        divides = self._is_labelled if any(map(self._is_labelled, places)) else self._divides
        for place in places:
            if len(found) >= wanted:
                break
            far = place - (found[-1] if found else start.place) >= 0.25 * self._length
            if divides(place):
                found.append(place)
            elif far and (at := self._begins(place, start.number, found)) is not None and at < after.place:
                found.append(at)
        known = [start.place, *found, after.place]
        lost = self.count(start, after, known) - len(found) - 1
        cuts = self._cuts(known) if lost else []
        return sorted(found + cuts) if len(cuts) <= lost else found

    def _cuts(self, known: Sequence[int]) -> list[int]:
        """Where gaps cut sentences in full lines, far from where pages are known to begin."""
        return [
            place
            for begin, end in pairwise(known)
            for place in range(begin + ceil(self._length / 2), end - int(self._length / 4))
            if is_cut(self._lines[place - 1], self._lines[place])
            and len(self._lines[place - 1].ink) > _FULL * self._width
        ]

    def _begins(self, place: int, number: int | None, found: Sequence[int]) -> int | None:
        """Where a page begins at this line or the next, if it shows, some pages after the one with this number."""
        ink = self._lines[place].ink
        last = 0 if number is None else abs(number) + len(found)
        if len(ink) <= _FOLIO + 2 * is_between_dashes(ink):
            skipped = round((place - found[-1]) / self._length) - 1 if found else 0
            closes = last and any(resembles_alone(ink, last + more) for more in {0, max(0, skipped)})
            return place + 1 if closes and self._alone_at_foot else None
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
