"""The printed pages of a wrapped text, as the search for notes at their feet sees them.

Serves `foot_starts` and `foot_calls`.  A page has its lines of text and notes (no forme work, headings, tables),
how wide each was in type against the text's measure, what on it may begin a note, and which numbers and signs
stand in it as calls do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median

from build_edition.geometry import Geometry
from build_edition.rules.draft import Draft
from build_edition.rules.evidence.layout.measure import Measure, measure_of, without_note
from build_edition.rules.evidence.lines.shape import LOWERED, ends_sentence, inked_lines, opens_lower
from build_edition.rules.evidence.notes.openings import Opening, fused_openings, inner_openings, opening
from build_edition.source import Line

LOWEST = 90  # lines at the foot of a page in which notes are sought
LONGEST = 300  # lines of a page
SPECK = 3  # characters that are no line of text
_CALL = re.compile(
    r"(?<=[^\s\d(\[{“‘/\\£$€#&=+<>~_|*–-])(?<!\d—)(?P<glued>[1-9]\d{0,2})(?![\w°%′″])(?![.,:/-]\d)"
    r"|(?<=[.,;:!?”’\"')\w])\s(?P<apart>[1-9]\d?)(?=\]?(?:\s|\Z))"
    r"|(?P<raised>[⁰¹²³⁴-⁹]{1,3})"
    r"|(?<=[\w.,;:!?”’\"')])\s?(?P<sign>[*†‡§¶‖]{1,3})(?![*†‡§\w])"
)
BROAD, BROADEST, BROAD_SHARE = 1.08, 1.6, 0.3  # of a display's measure, and share of the lines that are so wide
SMALLER = 0.955  # of the text's size: what is smaller type
CITES = re.compile(
    r"\b(?:ibid|op|loc|cf|vols?|pp?|chs?|chap|caps?|libs?|edn?|sect?|fol|nos)\.|\b[ivxlc]{2,}\.|\b1[4-9]\d\d\b",
    re.I,
)
_ABBREVIATED = re.compile(r"\b(?:[Cc]f|Mrs?|Dr|St)\.\Z")  # what follows stands on the next line
_MAY_CALL = re.compile(r"[1-9⁰¹²³⁴-⁹*†‡§¶‖]")


@dataclass(frozen=True)
class Page:
    """The lines of one page, in order; the text and lines of the source; the line that the next begins with.

    `specks` are what stands below all lines and is none: signs that OCR made of a page number.
    """

    text: str
    source: tuple[Line, ...]
    lines: tuple[Line, ...]
    measure: Measure
    after: Line | None
    geometry: Geometry | None = None
    specks: tuple[Line, ...] = ()

    def size(self, place: int) -> float | None:
        """The size of the line's type, where the source tells it: 1 that of the text."""
        return self.geometry.size(self.lines[place].number) if self.geometry else None

    def is_small(self, place: int) -> bool | None:
        """Whether the line is in smaller type than the text's; None where the source does not tell."""
        size = self.size(place)
        return None if size is None else size < SMALLER

    def goes_on_small(self) -> bool:
        """Whether the next page begins in smaller type, as with a display that runs over."""
        size = self.geometry.size(self.after.number) if self.geometry and self.after else None
        return size is not None and size < SMALLER

    def width(self, place: int) -> float:
        """How wide the line was in type: 1 the measure of the text."""
        return self.measure.width(self.lines[place]) / self.measure.full if self.measure.full else 0.0

    def gap(self, place: int) -> int:
        """How many blank lines stand between the line and the one above it; none where forme work does."""
        apart = range(self.lines[place - 1].number, self.lines[place].number - 1) if place else range(0)
        return len(apart) if all(self.source[k].is_blank for k in apart) else 0

    def is_free(self, place: int) -> bool:
        """Whether a blank line stands above, or the page begins here."""
        return place == 0 or self.lines[place].number > self.lines[place - 1].number + 1

    def is_done(self, place: int) -> bool:
        """Whether the line ends a sentence."""
        ink = without_note(self.lines[place].ink)
        if ink[-1] == "." and _ABBREVIATED.search(ink):
            return False
        return ends_sentence(ink) or (ink.endswith(tuple("0123456789")) and self.width(place) < 0.9)

    def runs_on(self, place: int) -> bool:
        """Whether the sentence of the line goes on at the top of the next page."""
        return not self.is_done(place) and (self.after is None or opens_lower(self.after.ink))

    def cites(self, place: int, end: int | None = None) -> bool:
        """Whether most lines from one down, or as far as another, cite something."""
        lines = self.lines[place:end]
        return 2 * sum(1 for line in lines if CITES.search(line.ink)) >= len(lines)

    @cached_property
    def openings(self) -> tuple[Opening, ...]:
        """All that may begin a note below the first line, in order."""
        found: list[Opening] = []
        for place in range(max(1, len(self.lines) - LOWEST), len(self.lines)):
            first = opening(place, self.lines[place])
            found += [first] if first else []
            for this in fused_openings(place, self.lines[place]):
                found += [this] if any(n == this.sign for above, n in self.calls if above < place) else []
            found += inner_openings(place, self.lines[place])
        return tuple(found)

    @cached_property
    def calls(self) -> tuple[tuple[int, str], ...]:
        """The place of the line and the number or sign of all that look like calls, in order."""
        return tuple(
            (place, match[match.lastgroup or 0].translate(LOWERED))
            for place in range(max(0, len(self.lines) - LONGEST), len(self.lines))
            if _MAY_CALL.search(self.lines[place].text)
            for match in _CALL.finditer(self.lines[place].text)
        )


def tops_of(draft: Draft) -> list[int]:
    """Where each page begins in the source: after a form feed, or where one was found and marked."""
    feeds = [match.end() for match in re.finditer("\f", draft.text)]
    return sorted({0, *feeds, *(mark.start for mark in draft.marks("pb"))})


def pages_of(draft: Draft) -> Iterator[Page]:
    """The pages of a text, as `tops_of` parts them."""
    taken = inked_lines(draft, "fw", "head", "table", "figure", "note", "milestone")
    pages: list[list[Line]] = [[]]
    number, tops = 0, [*tops_of(draft), len(draft.text)]
    for line in draft.ink_lines:
        if line.number in taken or not draft.has_ink(line):
            continue
        if tops[number] <= line.ink_start:
            number = bisect_right(tops, line.ink_start)
            if pages[-1]:
                pages.append([])
        pages[-1].append(line)
    measure = _of_text(measure_of(draft.source), pages)
    for number, page in enumerate(pages):
        following = next((later for later in pages[number + 1 : number + 3] if later), None)
        if page:
            text = _above_specks(page)
            yield Page(
                draft.text,
                draft.lines,
                tuple(page[:text]),
                measure,
                following[0] if following else None,
                draft.source.geometry,
                tuple(page[text:]),
            )


def _above_specks(page: Sequence[Line]) -> int:
    """How many lines of a page stand above a few signs below its last blank line: a page number misread."""
    last = len(page) - 1
    while last > 0 and _is_speck(page[last].ink) and page[last].number == page[last - 1].number + 1:
        last -= 1
    return last if last > 0 and _is_speck(page[last].ink) else len(page)


def _is_speck(ink: str) -> bool:
    """Whether a line is a few signs that are no figures, and end no sentence."""
    return len(ink) <= SPECK and not (ink.isdecimal() or ends_sentence(ink))


def _of_text(measure: Measure, pages: Sequence[Sequence[Line]]) -> Measure:
    """The measure of the text itself: where displays fill most of a book, that of all its lines is theirs.

    In the upper halves of pages, where no notes stand, many lines are wider than a display's.
    """
    if not measure.full or measure.closed_up:
        return measure
    widths = [measure.width(line) / measure.full for page in pages for line in page[: len(page) // 2]]
    wide = [width for width in widths if BROAD < width < BROADEST]
    if len(wide) < BROAD_SHARE * len(widths) or not wide:
        return measure
    return replace(measure, full=measure.full * median(wide))
