"""The numbers of headings: numerals that stand alone, and those before a title, where they run on from one.

Serves `divisions`.  Numbers begin anew below each label, though those of chapters may run on over parts.  A plain
numeral that opens a page over a title needs no others: in a part of a book the rest may not be there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from build_edition.rules.evidence.headings.form import decimal_depth
from build_edition.rules.evidence.headings.numerals import SYSTEMS, chain, is_exact, readings, runs_up
from build_edition.rules.evidence.headings.pieces import Piece
from build_edition.rules.evidence.headings.shape import is_finished, is_short
from build_edition.rules.evidence.headings.titles import Titles, is_set_apart
from build_edition.rules.evidence.headings.wording import LONGEST
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.rules.evidence.lines.title_words import PART, is_entry
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals
from build_edition.source import Line

NEAR = 2  # blank lines between a numeral and its title
_SHORT = 0.4  # of the measure left empty by a title that stands by itself below a numeral
_AHEAD = 3  # pieces below it, of which the first may be a date or a short sentence
_LINES = 5  # of a title in large type
_ENUMERATOR = re.compile(r"(?:§\s*)?(?P<n>[IVXLil][IVXLivxl]{0,5}|\d{1,2}|[A-Z])[.:—–)]{1,2}\s*(?=[“‘\"(]?[A-Z])")
# Where 1.1 stands below it, a 1 needs no stop.
_BESIDE_DECIMALS = re.compile(r"(?P<n>\d{1,2})[.:]?\s+(?=[“‘\"(]?[A-Z])")


class Numbers:
    """The numbers of one book's headings; `labels` has the pieces that begin with a label, each with its level."""

    def __init__(
        self, pieces: Sequence[Piece], measure: Measure, titles: Titles, labels: Mapping[int, int]
    ) -> None:
        self.pieces = pieces
        self.measure = measure
        self.titles = titles
        self.labels = labels
        # The titles below numerals that open pages, each with the piece after it.
        self.over: dict[int, tuple[list[Line], int]] = {}
        self.alone = self._alone()
        self.near = self._near()
        self.before_titles = self._before_titles()

    def _alone(self) -> dict[int, tuple[str, int]]:
        """The pieces that a numeral alone, or over its title, opens, with its system and number."""
        found: dict[int, tuple[str, int]] = {}
        places = [i for i in range(len(self.pieces)) if self._may_be_numeral(i)]
        for i in places:
            known = readings(self.pieces[i].first.ink)
            if known is not None and self._opens_page(i):
                found[i] = (known[0], known[1][0])
        for segment in self._segments(places):
            inks = [self.pieces[i].first.ink for i in segment]
            tops = [i if self._stands_above(i) else -1 for i in segment]
            for at in runs_up([inks[k] if i >= 0 else "" for k, i in enumerate(tops)]):
                known = readings(inks[at])
                if known is not None:
                    found.setdefault(segment[at], (known[0], known[1][0]))
            for system in SYSTEMS:
                run = chain(inks, system)
                if system == "arabic" and self._are_entries([segment[at] for at in sorted(run)]):
                    continue
                for at, number in run.items():
                    found.setdefault(segment[at], (system, number))
        return found

    def _are_entries(self, places: Sequence[int]) -> bool:
        """Whether between most of these numerals stands no more than one short piece, as in a list of notes."""
        crowded = sum(b - a <= 2 and len(self.pieces[b - 1].lines) <= LONGEST for a, b in pairwise(places))
        return 2 * crowded > len(places) - 1

    def _near(self) -> bool:
        """Whether half the numerals that stand alone have a short line near below them, and so a title."""
        below = [self.pieces[i + 1] for i in self.alone if len(self.pieces[i].lines) == 1]
        titled = sum(self.titles.is_title(piece) and piece.gap <= NEAR for piece in below)
        return titled > 0 and 2 * titled >= len(below)

    def _stands_above(self, index: int) -> bool:
        """Whether a piece is where a chapter begins: at the top of a page, or far below the text before it."""
        piece = self.pieces[index]
        return not index or piece.opens_page or piece.gap > NEAR

    def _opens_page(self, index: int) -> bool:
        """Whether a plain roman numeral opens a page, over a title; the first of the text may be misread."""
        piece = self.pieces[index]
        if not (piece.opens_page or not index) or piece.first.ink[0].isdigit():
            return False
        if index and not is_exact(piece.first.ink):
            return False
        if len(piece.lines) > 1:
            return (
                bool(piece.centred)
                or piece.tight
                or piece.atop
                or all(is_capitals(line.ink) for line in piece.lines[1:])
            )
        if title := self._title_between(index + 1):
            self.over[index] = title
            return True
        below = self.pieces[index + 1]
        set_as_title = is_set_apart(below) or below.tight or self.titles.is_asked(below)
        return set_as_title and self.titles.is_title(below)

    def _title_between(self, index: int) -> tuple[list[Line], int] | None:
        """The few short lines from this piece to the next blank line, over text; and the piece after them."""
        end = index + 1
        while end < len(self.pieces) and end - index < _LINES and not self._is_parted(end):
            end += 1
        lines = [line for piece in self.pieces[index:end] for line in piece.lines]
        if self.pieces[index].told:  # its own lines have told where it ends
            lines, end = list(self.pieces[index].lines), index + 1
        elif not self.pieces[index].gap or not self._is_broken(lines) or not self._is_over_text(end):
            return None
        return (lines, end) if self.titles.is_worded(self.pieces[index], lines) else None

    def _is_parted(self, index: int) -> bool:
        """Whether a blank line or a new page stands above this piece."""
        return self.pieces[index].gap > 0 or self.pieces[index].opens_page

    def _is_broken(self, lines: Sequence[Line]) -> bool:
        """Whether a few lines all end far short, as those of a title in large type do, and are no verses."""
        if len(lines) > _LINES or self.measure.inset(lines[-1]) <= _SHORT:
            return False
        if any(self.measure.inset(line) <= _SHORT / 2 for line in lines):
            return False
        return len(lines) <= LONGEST or not all(line.ink[0].isupper() for line in lines)

    def _is_over_text(self, index: int) -> bool:
        """Whether text, or a display of some lines, stands soon below a blank line on this page."""
        if index >= len(self.pieces) or not self.pieces[index].gap:
            return False
        for text in self.pieces[index : index + _AHEAD]:
            if text.opens_page:
                return False
            if len(text.lines) > LONGEST or (
                len(text.lines) > 1 and all(map(self.measure.is_filled, text.lines[:2]))
            ):
                return not is_entry(text.last.ink)
        return False

    def is_wide_title(self, index: int) -> bool:
        """Whether a piece near below a numeral is a title whose lines fill the measure, being set large."""
        if not self.near or index + 1 >= len(self.pieces):
            return False
        piece = self.pieces[index]
        alone = piece.gap <= NEAR and not piece.opens_page and self.pieces[index + 1].gap > 0
        open_end = not is_finished(piece) and not piece.ink.endswith((",", ";", ":"))
        return alone and open_end and 1 < len(piece.lines) <= LONGEST and index not in self.labels

    def _may_be_numeral(self, index: int) -> bool:
        piece = self.pieces[index]
        if (
            not (piece.gap or piece.opens_page or not index)
            or len(piece.lines) > (_LINES if piece.atop else LONGEST) + 1
        ):
            return False
        if readings(piece.first.ink) is None or index + 1 == len(self.pieces):
            return False
        if len(piece.lines) > 1 and not all(self.measure.inset(line) > 0.06 for line in piece.lines[1:]):
            return False
        after = self.pieces[index + 1]
        if (
            piece.ink.isdigit()
            and not (after.gap or after.centred)
            and after.first_shift >= piece.first_shift + INDENT
        ):
            return False  # the raised number of the note below it
        if self._is_of_last_note(index):
            return False
        if after.opens_page or not after.first.ink.lstrip("“‘\"'(")[:1].isupper():
            return False
        if not is_exact(piece.first.ink) and not after.gap:
            return False
        if index == 0 or piece.opens_page:
            return True
        above = self.pieces[index - 1]
        titled = index - 2 in self.labels and self.titles.is_title(above)
        return is_finished(above) or is_set_apart(above) or titled or index - 1 in self.labels

    def _is_of_last_note(self, index: int) -> bool:
        """Whether a number stands above the last block of its page, and a word of the page bears it as a call."""
        piece = self.pieces[index]
        last = index + (len(piece.lines) == 1)
        if piece.opens_page or not piece.first.ink.isdigit():
            return False
        if last + 1 < len(self.pieces) and not self.pieces[last + 1].opens_page:
            return False
        call = re.compile(rf"[^\W\d_][.,;:!?…”’\"')]*{piece.first.ink}(?!\w)")
        for above in reversed(self.pieces[:index]):
            if any(call.search(line.ink) for line in above.lines):
                return True
            if above.opens_page:
                return False
        return False

    def _before_titles(self) -> dict[int, str]:
        """The pieces of a heading's shape whose first word counts on from one, with its system."""
        places: dict[int, str] = {}
        form = _BESIDE_DECIMALS if any(decimal_depth(piece.ink) for piece in self.pieces) else _ENUMERATOR
        for i, piece in enumerate(self.pieces):
            match = form.match(piece.ink) if piece.begins or not i else None
            if match and len(piece.lines) <= LONGEST and is_short(piece, self.measure):
                places[i] = match["n"]
        found: dict[int, str] = {}
        for segment in self._segments(sorted(places)):
            inks = [places[i] for i in segment]
            letters = [_place_in_alphabet(ink) for ink in inks]
            for system, tokens in (("roman", inks), ("arabic", inks), ("letter", letters)):
                for at in chain(tokens, "arabic" if system == "letter" else system):
                    found.setdefault(segment[at], system)
        return found

    def _segments(self, places: Sequence[int]) -> list[list[int]]:
        """The places parted by the labels, below which numbers begin anew; and those parted by chapters alone."""
        parted = self._parted(places, self.labels)
        chapters = [place for place, level in self.labels.items() if level > PART]
        return parted if len(chapters) == len(self.labels) else [*parted, *self._parted(places, chapters)]

    def _parted(self, places: Sequence[int], by: Collection[int]) -> list[list[int]]:
        segments: list[list[int]] = [[]]
        for place in sorted({*places, *by}):
            if place in by:
                segments.append([])
            else:
                segments[-1].append(place)
        return segments


def _place_in_alphabet(letter: str) -> str:
    """Of a letter, as a number; a sign that no chain has, where it is none."""
    return str(ord(letter) - ord("A") + 1) if len(letter) == 1 and letter.isalpha() else "-"
