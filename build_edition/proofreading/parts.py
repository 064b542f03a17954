"""A work as its sections and printed pages cut it: the least stretches that can be in a state of their own.

A stretch goes from one beginning of a section or page to the next.  What a part reads is the reading text with
white space drawn together, so that a joint of lines is no change and a letter is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from build_edition.apparatus.divisions import divisions
from build_edition.apparatus.fingerprint import digest
from build_edition.edition.loading.advice import nearest
from build_edition.errors import UsageError
from build_edition.proofreading.units import Unit
from build_edition.work import Heading, Section, Work

Extent = tuple[int, int]  # of the source
OPENING = "opening"  # what stands before the first heading of an essay, which has no key


@dataclass(frozen=True, slots=True)
class Stretch:
    """The least part: `section`, `division` and `page` are what it stands in; empty where there is none."""

    start: int
    end: int
    words: int
    section: str
    division: str
    page: str


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A printed page that bears a number, from its beginning to the next."""

    n: str
    start: int
    end: int


class UnknownUnitError(UsageError):
    """A work has no such section or page."""


class Parts:
    """The parts of one work."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.reading = work.transcript.reading
        self.length = len(work.transcript.source.text)

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """Every section that has a key, by it, in order."""
        return {section.key: section for section in self.work.walk() if section.key}

    @cached_property
    def opening(self) -> Extent | None:
        """What stands before the first section with a key, where there are such and it is not empty."""
        first = min((section.start for section in self.sections.values()), default=0)
        has_words = bool(self.text((0, first)))
        return (0, first) if has_words and OPENING not in self.sections else None

    @cached_property
    def headings(self) -> Mapping[str, Heading | None]:
        return {key: section.heading for key, section in self.sections.items()}

    @cached_property
    def pages(self) -> tuple[PrintedPage, ...]:
        """The printed pages that have a number, in the order of the text."""
        ends = [page.at for page in self.work.pages[1:]] + [self.length]
        pages = zip(self.work.pages, ends, strict=False)
        return tuple(PrintedPage(page.n, page.at, end) for page, end in pages if page.n is not None)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """All stretches in order; together they are the text."""
        sections = list(self.work.walk())
        starts = sorted({section.start for section in sections} | {page.at for page in self.work.pages})
        by_start = {section.start: section.key for section in sections if section.key}
        of_division = {s.start: division.key for division in divisions(self.work) for s in division.walk()}
        page_starts = [page.at for page in self.work.pages]
        found: list[Stretch] = []
        section, division = OPENING if self.opening else "", ""
        for start, end in zip(starts, [*starts[1:], self.length], strict=True):
            section, division = by_start.get(start, section), of_division.get(start, division)
            k = bisect_right(page_starts, start) - 1
            page = (self.work.pages[k].n or "") if k >= 0 else ""
            words = len(self.text((start, end)).split())
            found.append(Stretch(start, end, words, section, division, page))
        return tuple(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [stretch.start for stretch in self.stretches]

    def text(self, extent: Extent) -> str:
        """What the reading text has of an extent of the source, with single spaces."""
        start, end = map(self.reading.before_insertion, extent)
        return " ".join(self.reading.text[start:end].split())

    def extents(self, unit: Unit) -> tuple[Extent, ...]:
        """Where a unit stands; raises `UnknownUnitError` with the nearest name there is."""
        if unit.kind == "whole":
            return ((0, self.length),)
        if unit.kind == "section":
            if unit.name == OPENING and self.opening:
                return (self.opening,)
            if unit.name not in self.sections:
                raise self._unknown(unit, [*([OPENING] if self.opening else []), *self.sections])
            section = self.sections[unit.name]
            return ((section.start, max(below.end for below in section.walk())),)
        numbers = {page.n: page for page in reversed(self.pages)}
        first, last = unit.bounds
        for n in (first, last):
            if n not in numbers:
                raise self._unknown(Unit("page", n), numbers)
        if unit.kind == "page":
            return tuple((page.start, page.end) for page in self.pages if page.n == unit.name)
        end = max(page.end for page in self.pages if page.n == last)
        if end <= numbers[first].start:
            raise UnknownUnitError(f"page {last} does not come after page {first}", remedy="Turn them round.")
        return ((numbers[first].start, end),)

    def covered(self, unit: Unit) -> frozenset[int]:
        """Which stretches a unit covers, by their number."""
        found: set[int] = set()
        for start, end in self.extents(unit):
            found.update(range(bisect_left(self._starts, start), bisect_left(self._starts, end)))
        return frozenset(found)

    def digest(self, unit: Unit) -> str:
        """By what the text of a unit is known again, to the letter."""
        return digest("\n".join(map(self.text, self.extents(unit))))

    def _unknown(self, unit: Unit, known: Iterable[str]) -> UnknownUnitError:
        names = list(known)
        if not names:
            kind = "printed pages" if unit.kind == "page" else "sections with keys"
            return UnknownUnitError(
                f"there is no {unit}: the work has no {kind}", remedy="Name the `whole` of it."
            )
        if unit.kind == "section" and any(page.n == unit.name for page in self.pages):
            return UnknownUnitError(f"there is no {unit}", remedy=f"For page {unit.name} write p.{unit.name}.")
        meant = _nearest_number(unit.name, names) or nearest(unit.name, names)
        remedy = f"Did you mean {meant}?" if meant else f"There are: {', '.join(names[:12])} …"
        return UnknownUnitError(f"there is no {unit}", remedy=remedy)


def _nearest_number(name: str, known: Iterable[str]) -> str:
    """The number nearest to a number, where there are such."""
    numbers = [int(one) for one in known if one.isdecimal()]
    if not name.isdecimal() or not numbers:
        return ""
    return str(min(numbers, key=lambda number: abs(number - int(name))))
