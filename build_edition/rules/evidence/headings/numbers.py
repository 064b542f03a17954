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
from build_edition.rules.evidence.lines.title_words import PART
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals

NEAR = 2  # blank lines between a numeral and its title
_SHORT = 0.4  # of the measure left empty by a title that stands by itself below a numeral
_AHEAD = 3  # pieces below it, of which the first may be a date or a short sentence
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
            return bool(piece.centred) or piece.tight or all(is_capitals(line.ink) for line in piece.lines[1:])
        below = self.pieces[index + 1]
        set_as_title = (
            is_set_apart(below) or below.tight or self.titles.is_asked(below) or self._is_between(index + 1)
        )
        return set_as_title and self.titles.is_title(below)

    def _is_between(self, index: int) -> bool:
        """Whether a few short lines stand between blank lines, with prose soon below on their page."""
        if index + 1 >= len(self.pieces):
            return False
        piece = self.pieces[index]
        if len(piece.lines) > LONGEST or not piece.gap or self.measure.inset(piece.last) <= _SHORT:
            return False
        if any(self.measure.inset(line) <= _SHORT / 2 for line in piece.lines):
            return False
        if not self.pieces[index + 1].gap:
            return False
        for text in self.pieces[index + 1 : index + 1 + _AHEAD]:
            if text.opens_page:
                return False
            if len(text.lines) > LONGEST and any(self.measure.inset(line) < _SHORT for line in text.lines[:2]):
                return True
            if len(text.lines) > 1 and all(map(self.measure.is_filled, text.lines[:2])):
                return True
            if text.counted:
                continue
            if len(text.lines) > LONGEST or not (is_finished(text) or text.ink.endswith(":")):
                return False
        return False

    def _may_be_numeral(self, index: int) -> bool:
        piece = self.pieces[index]
        if not (piece.gap or piece.opens_page or not index) or len(piece.lines) > LONGEST + 1:
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
        if after.opens_page or not after.first.ink.lstrip("“‘\"'(")[:1].isupper():
            return False
        if not is_exact(piece.first.ink) and not after.gap:
            return False
        if index == 0 or piece.opens_page:
            return True
        above = self.pieces[index - 1]
        titled = index - 2 in self.labels and self.titles.is_title(above)
        return is_finished(above) or is_set_apart(above) or titled or index - 1 in self.labels

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
