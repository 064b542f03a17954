"""Section titles that a number begins, where the numbers of several run on: A.2.1, A.2.2 … or 1, 2 ….

In: the blocks of a book.  Out: the lines of each such title in its block.  A number that runs on tells more than
how a line is set: the title may be a question, fill the measure, stand tight upon its text, or be the last of its
page.  What it needs is to begin a paragraph and to end as a title does, with text between it and the next; behind
a plain number (1, 2) also that it is a question, in capitals, or parted from the text above.  In capitals between
blank lines a number of three parts needs no other.  A list of contents has no text between; the items of a list,
and notes, end with a stop.

    A.2.1 Who owns the weir?
    The miller said that he did …             -> the first line is a title, if A.2.2 comes later
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_edition.rules.evidence.headings.titles_by_words import has_verb
from build_edition.rules.evidence.headings.wording import (
    LONGEST,
    ends_finished,
    ends_in_figures,
    in_capitals,
    is_titled_line,
    is_unfinished,
)
from build_edition.rules.evidence.layout.blocks import Block
from build_edition.rules.evidence.layout.measure import Measure, without_note
from build_edition.source import Line

# A.2.1, also as OCR reads it (A.2:1), or 1, with what parts it from the title.
_DECIMAL = re.compile(
    r"(?P<stem>[A-Z](?:[.:]{1,2}\d{1,2})*(?=[.:])|\d{1,2}(?:\.\d{1,2})*(?=\.))[.:]{1,2}(?P<n>\d{1,2}|[]}|])"
    r"[.:]?[—–-]?\s*"
)
_PLAIN = re.compile(r"(?P<n>\d{1,2}|\|)(?:[.:]\s?|\s?[—–]\s?|\s+[—–-]\s+|\s+)")
_DASHED = re.compile(r"\d{1,2}\s?[—–]")
_QUESTION = re.compile(r"[^.,;:]\?[”’\"')\]]*$")
_STOP = (".", ",", ";", ":", "!", "…", "—", "–", "--")
_OPENINGS = "“‘\"'(["
_APART, _FAR = 6, 50  # lines between two titles, and so many as items hardly have
_RUN, _PLAIN_RUN = 2, 3  # numbers that run on; and so many of one part, near each other and not before capitals
_ROOM = 0.95  # of the measure: a line with room for another word there ended by will
_YEAR = re.compile(r"\b1\d{3}$")

Span = tuple[int, int]  # the first line of a title in its block, and the line after its last


@dataclass(frozen=True)
class _Title:
    """What may be a title: its block, its lines there, its number, and where these lines stand in the source."""

    place: int
    span: Span
    stem: str
    number: int
    lines: Span
    is_capitals: bool
    is_apart: bool  # whether blank lines part it from all else
    over: int  # lines of the next block, at the top of the next page


class Counted:
    """The titles of one book whose numbers run on."""

    def __init__(self, blocks: Sequence[Block], measure: Measure) -> None:
        self._blocks = blocks
        self._measure = measure
        self._spans: dict[int, list[Span]] = {}
        self._over: set[int] = set()
        stems: dict[str, list[_Title]] = {}
        for title in self._titles():
            stems.setdefault(title.stem, []).append(title)
        found = [title for own in stems.values() for title in _running(own)]
        for title in sorted(found, key=lambda title: title.lines):
            self._spans.setdefault(title.place, []).append(title.span)
            if title.over:
                self._spans.setdefault(title.place + 1, []).append((0, title.over))
                self._over.add(title.place + 1)

    def of(self, place: int) -> Sequence[Span]:
        """The titles in this block, in order."""
        return self._spans.get(place, ())

    def goes_on(self, place: int) -> bool:
        """Whether the first lines of this block, on a new page, are the rest of the title above them."""
        return place in self._over

    def _titles(self) -> Iterator[_Title]:
        for place, block in enumerate(self._blocks):
            for start, line in enumerate(block.lines):
                if not (line.ink[0].isdigit() or line.ink[0] == "|" or line.ink[1:2] in (".", ":")):
                    continue
                found = _number_of(line.ink)
                if found is None or not self._begins(place, start):
                    continue
                lines = self._lines_of(place, start)
                count = self._count(lines)
                if count and (found[0] or self._stands_out(place, start, lines[:count])):
                    after = self._after(place)
                    whole = start == 0 and count == len(block.lines)
                    apart = whole and block.gap > 0 and after is not None and after.gap > 0
                    yield _title(place, block, start, lines[:count], found, is_apart=apart)

    def _after(self, place: int) -> Block | None:
        """The block after this one."""
        return self._blocks[place + 1] if place + 1 < len(self._blocks) else None

    def _begins(self, place: int, start: int) -> bool:
        """Whether what stands above a line has come to an end."""
        block = self._blocks[place]
        if start:
            return ends_finished(block.lines[start - 1].ink)
        above = self._blocks[place - 1] if place else None
        return bool(block.gap) or block.opens_page or above is None or ends_finished(above.last.ink)

    def _lines_of(self, place: int, start: int) -> list[Line]:
        """The lines of a block from this one, and those below it that nothing parts from them but a new page."""
        after = self._after(place)
        below = after.lines[:LONGEST] if after is not None and (after.opens_page or not after.gap) else ()
        return [*self._blocks[place].lines[start:], *below]

    def _count(self, lines: Sequence[Line]) -> int:
        """How many of these lines are a title; 0 if they begin with none."""
        for count in range(1, min(len(lines), LONGEST + 1) + 1):
            last, below = lines[count - 1], lines[count] if count < len(lines) else None
            title = " ".join(line.ink for line in lines[:count])
            if _QUESTION.search(without_note(last.ink)):
                goes_on = below is not None and below.ink[0].islower()
                return count if not goes_on and is_titled_line(title, wrapped=count > 1) else 0
            if last.ink.endswith(_STOP) and not (last.ink[-1] == "." and _bears_stop(title)):
                return 0
            if below is None or self._parts(title, last, below):
                figures = ends_in_figures(_YEAR.sub("", title)) and not in_capitals(title)
                return count if not figures and is_titled_line(title, wrapped=count > 1) else 0
        return 0

    def _parts(self, title: str, last: Line, below: Line) -> bool:
        """Whether text begins with the line below a title that is no question."""
        if in_capitals(title):
            return not in_capitals(below.ink)
        begins = below.ink.lstrip(_OPENINGS)[:1].isupper()
        return begins and not is_unfinished(last.ink) and self._measure.had_room(last, below, of=_ROOM)

    def _stands_out(self, place: int, start: int, lines: Sequence[Line]) -> bool:
        """Whether lines are set or worded as a title is, whatever their number: an item or a note may have it."""
        block = self._blocks[place]
        title = " ".join(line.ink for line in lines)
        if _QUESTION.search(title) or in_capitals(title):
            return True
        if start or not block.gap or has_verb(title):
            return False
        if len(block.lines) > len(lines):
            return len(block.lines) > len(lines) + 1 or self._measure.is_filled(block.lines[len(lines)])
        after = self._after(place)
        return after is not None and after.gap > 0 and not after.opens_page and len(after.lines) > 1


def _title(
    place: int, block: Block, start: int, lines: Sequence[Line], number: tuple[str, int], *, is_apart: bool
) -> _Title:
    over = max(0, start + len(lines) - len(block.lines))
    numbers = (lines[0].number, lines[-1].number)
    capitals = in_capitals(" ".join(line.ink for line in lines))
    return _Title(place, (start, start + len(lines) - over), *number, numbers, capitals, is_apart, over)


def _running(titles: Sequence[_Title]) -> Iterator[_Title]:
    """Those of one stem whose numbers run on, from 1 or from where the text begins; one between may be misread."""
    nodes: list[tuple[_Title, int, int]] = []  # each with the place of the one before it, and how many these are
    ends: dict[int, int] = {}  # the places of the last of the longest runs, by their numbers
    for title in _with_text_between(titles):
        if title.number == 1:
            ends.clear()
        before = ends.get(title.number - 1, -1)
        if before < 0:
            before = ends.get(title.number - 2, -1)
        length = nodes[before][2] + 1 if before >= 0 else 1
        if title.number not in ends or nodes[ends[title.number]][2] <= length:
            ends[title.number] = len(nodes)
        nodes.append((title, before, length))
    kept: set[int] = set()
    for place in range(len(nodes) - 1, -1, -1):
        title, before, length = nodes[place]
        far = before >= 0 and title.lines[0] - nodes[before][0].lines[1] > _FAR
        alone = title.is_apart and title.is_capitals and "." in title.stem
        if place in kept or alone or length >= (_RUN if title.stem or title.is_capitals or far else _PLAIN_RUN):
            kept.add(before)
            yield title


def _with_text_between(titles: Sequence[_Title]) -> Iterator[_Title]:
    """These without those of a list, which stand close to each other."""
    for at, title in enumerate(titles):
        above = title.lines[0] - titles[at - 1].lines[1] if at else _APART
        below = titles[at + 1].lines[0] - title.lines[1] if at + 1 < len(titles) else _APART
        if min(above, below) >= _APART:
            yield title


def _bears_stop(title: str) -> bool:
    """Whether a stop may end a title: in capitals, or without a verb behind a number with a dash."""
    return in_capitals(title) or (_DASHED.match(title) is not None and not has_verb(title))


def _number_of(ink: str) -> tuple[str, int] | None:
    """The number at the head of a line over a capital: what comes before its last part, and that part."""
    decimal = _DECIMAL.match(ink)
    match = decimal or _PLAIN.match(ink)
    if match is None or not ink[match.end() :].lstrip(_OPENINGS)[:1].isupper():
        return None
    stem = re.sub("[.:]+", ".", decimal["stem"]) if decimal else ""
    return stem, int(match["n"]) if match["n"].isdigit() else 1
