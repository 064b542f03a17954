"""The headings that number a division or bear a customary title: what they are known by, and their titles.

Serves `headings`.  A label (CHAPTER II) takes the title below it or beside it; a numeral that stands alone and
runs on from one takes the title below it; the title of front or back matter stands at the top of a page, or once
in the book above its first label or below its last.  In a list of contents the labels are entries, and among
the notes they only say whose notes follow.

    IV
    THE FORD         -> one heading, numbered
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from build_edition.rules.evidence.headings.correspondence import letter_parts
from build_edition.rules.evidence.headings.form import Found, decimal_depth, form_of
from build_edition.rules.evidence.headings.numbers import NEAR, Numbers
from build_edition.rules.evidence.headings.numerals import readings
from build_edition.rules.evidence.headings.parted_labels import label_lines, parted_labels
from build_edition.rules.evidence.headings.pieces import Piece
from build_edition.rules.evidence.headings.shape import is_short
from build_edition.rules.evidence.headings.titles import Titles, is_set_apart, leading_capitals
from build_edition.rules.evidence.headings.wording import LONGEST
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.rules.evidence.lines.shape import letters_of
from build_edition.rules.evidence.lines.title_words import (
    CHAPTER,
    division_level,
    is_back_matter,
    is_customary,
    is_entry,
    is_front_title,
    is_notes,
    label_and_title,
)

_AHEAD = 4  # pieces below a label among which its prose begins
_PROSE = 3  # lines that an entry of a list of contents hardly has
_CONTENTS = re.compile(r"(?:table of )?contents\b", re.IGNORECASE)
_ENTRY = re.compile(r"[\[(]?\d{1,3}[\])]?\.?")  # the number of a note, on a line of its own
_REPEATS = 3  # pages that begin with the same words


class Divisions:
    """The divisions of a book, found piece by piece."""

    def __init__(self, pieces: Sequence[Piece], measure: Measure) -> None:
        self.pieces = pieces
        self.measure = measure
        self.in_notes = False
        self.over_notes = False  # whether the notes of a chapter have begun, whose numbers head nothing
        self._taken: dict[str, int] = {}  # the labels of divisions so far, each with its place
        self._parted = parted_labels(pieces, measure)
        self._labels = {i: found for i, piece in enumerate(pieces) if (found := self._label(i, piece)) is not None}
        self._last_of = {_plain(label): i for i, (_, label, _) in self._labels.items()}
        self._first_of = {_plain(label): i for i, (_, label, _) in reversed(self._labels.items())}
        new = [i for i in self._labels if not self._is_again(i)]
        self._first, self._last = (min(new), max(new)) if new else (-1, -1)
        self._divisions_open_pages = any(piece.opens_page for piece in pieces) and all(
            pieces[i].opens_page for i in new if i and i - 1 not in self._labels
        )
        self._customary_at = {i for i, piece in enumerate(pieces) if is_customary(piece.first.ink)}
        customary = [(i, _plain(pieces[i].ink)) for i in sorted(self._customary_at) if is_customary(pieces[i].ink)]
        self._before = Counter(words for i, words in customary if i < self._first)
        self._after = Counter(words for i, words in customary if i > self._last)
        self._tops = Counter(letters_of(piece.first.ink) for piece in pieces if piece.opens_page)
        self._in_letters = letter_parts(pieces)
        self._titles = Titles(pieces, measure, self._in_letters)
        self._numbers = Numbers(pieces, measure, self._titles, {i: each[0] for i, each in self._labels.items()})

    def restart(self) -> None:
        """Forget what was found, to go through the book anew."""
        self.in_notes = self.over_notes = False
        self._taken.clear()

    def at(self, index: int, *, in_entries: bool) -> tuple[Found | None, int]:
        """The heading of a division that begins at this piece, and the piece after it."""
        heading, after = self._labelled(index, in_entries)
        if heading is None and not in_entries:
            heading, after = self._numbered(index)
        if heading is None and (index == 0 or self._is_above_first_label(index) or self._is_half_title(index)):
            heading, after = self._title_of_book(index)
        if heading is None:
            heading, after = self._customary(index)
            if heading is not None:
                self.in_notes = is_notes(heading.title)
        elif heading.level:
            self.in_notes = False
        self.over_notes = self.in_notes or (self.over_notes and heading is None)
        return heading, after

    def entries_end(self, index: int, title: str) -> int:
        """Where the entries end of a list that begins at this piece: a list of contents, where prose begins.

        Other lists end with the next division.
        """
        if not _CONTENTS.match(title):
            return len(self.pieces)
        after = index
        for place, piece in enumerate(self.pieces[index:], index):
            if any(is_entry(line.ink) for line in piece.lines):
                after = place + 1
            elif len(piece.lines) >= _PROSE and self.measure.is_filled(piece.first):
                break
        return after if after > index else len(self.pieces)

    def begins(self, index: int) -> bool:
        """Whether a division begins at this piece, with a label or a customary title."""
        return index in self._labels or self._customary(index)[0] is not None

    def after_letter_head(self, index: int) -> int:
        """The first piece from this one that is no dateline, salutation or other part of a letter."""
        while index in self._in_letters:
            index += 1
        return index

    def enumerated(self, index: int) -> str:
        """The system in which this piece's first word counts on from one; "" where it does not."""
        piece = self.pieces[index]
        plain = "arabic" if piece.counted and not decimal_depth(piece.ink) else ""
        return self._numbers.before_titles.get(index, plain)

    def is_stray(self, index: int) -> bool:
        """Whether a piece that looks like a heading is none: a number out of turn, a letter's, a running head."""
        piece = self.pieces[index]
        if readings(piece.ink) is not None or index in self._in_letters:
            return True
        if piece.opens_page and self._tops[letters_of(piece.first.ink)] >= _REPEATS:
            return True
        return piece.ink[0].isdigit() and not (self.enumerated(index) or decimal_depth(piece.ink))

    def _is_above_first_label(self, index: int) -> bool:
        """Whether a piece opens the page on which the first label stands, and nothing is between."""
        after = index + 1
        if not self.pieces[index].opens_page or after not in self._labels or self.pieces[after].opens_page:
            return False
        return self._first_of[_plain(self._labels[after][1])] == after

    def _is_half_title(self, index: int) -> bool:
        """Whether a page after the contents has only words set apart, and the first label opens the next."""
        if not self.pieces[index].opens_page or self._taken:
            return False
        listing = max((i for i in self._customary_at if i < index), default=-1)
        if listing < 0 or not _CONTENTS.match(self.pieces[listing].ink):
            return False
        after = index + 1
        while after < len(self.pieces) and not self.pieces[after].opens_page:
            after += 1
        if after not in self._labels or not all(map(is_set_apart, self.pieces[index:after])):
            return False
        first = self._labels[min(self._labels)][1]
        return _plain(first) == _plain(self._labels[after][1]) and not self._is_entry(after)

    def _title_of_book(self, index: int) -> tuple[Found | None, int]:
        """The book's title at the top of a page: set apart, over the page's end or the first label or numeral.

        In a book without labels, over its text too.
        """
        end = index
        while end < len(self.pieces) and is_set_apart(self.pieces[end]) and not self._ends_title(end, index):
            end += 1
        pieces = self.pieces[index:end]
        lines = [line for piece in pieces for line in piece.lines]
        title = " ".join(line.ink for line in lines)
        apart = 0 < len(lines) <= LONGEST and all(piece.gap <= 1 for piece in pieces[1:])
        if not apart or end == len(self.pieces) or is_customary(title):
            return None, index + 1
        below = self.pieces[end]
        is_prose = not self._labels and len(below.lines) > 1 and self.measure.is_filled(below.first)
        if not self._ends_title(end, index) and not is_prose:
            return None, index + 1
        return Found(lines, CHAPTER, None, title, True, form_of(pieces[0])), end

    def _ends_title(self, place: int, index: int) -> bool:
        """Whether a new page, a division or a numeral begins at this piece."""
        if place in self._labels or place in self._numbers.alone:
            return True
        return place > index and (self.pieces[place].opens_page or self.begins(place))

    # labels

    def _label(self, index: int, piece: Piece) -> tuple[int, str, str] | None:
        """The level, label and title of a piece whose first line numbers a division; the title may be empty."""
        if index and not (piece.gap or piece.opens_page or piece.told):
            return None
        ink = piece.first.ink
        if index in self._parted:
            return CHAPTER, self._parted[index].label, ""
        level = division_level(ink)
        if level is not None:
            return level, ink, ""
        if len(piece.lines) > LONGEST or not is_short(piece, self.measure, open_end=True):
            return None
        return label_and_title(ink)

    def _labelled(self, index: int, in_entries: bool) -> tuple[Found | None, int]:
        """The part or chapter whose label is the first line of this piece, and the piece after it."""
        if index not in self._labels or (in_entries and self._is_entry(index)):
            return None, index + 1
        level, label, title = self._labels[index]
        piece = self.pieces[index]
        lines, rest, after = label_lines(self.pieces, index, self._parted)
        if len(rest) > LONGEST:  # prose follows at once, or a title and prose
            rest = leading_capitals(rest)
        elif not title and level <= CHAPTER:
            if not rest:
                rest, after = self._titles.below(after)
            rest, after = self._titles.go_on(rest, after)
        if self.in_notes:
            rest = rest[: next((k for k, line in enumerate(rest) if _ENTRY.fullmatch(line.ink)), len(rest))]
        words = " ".join([title, *(line.ink for line in rest)]).strip()
        form = form_of(piece)
        if (self.in_notes and not self._ends_notes(index)) or self._is_again(index):
            form = replace(form, tight=False)  # as over any notes
            whole = " ".join(line.ink for line in (*lines, *rest))
            return Found([*lines, *rest], 0, None, whole, piece.opens_page, form), after
        self._taken.setdefault(_plain(label), index)
        return Found([*lines, *rest], level, label, words, piece.opens_page, form), after

    def _ends_notes(self, index: int) -> bool:
        """Whether a label among the notes begins the next chapter: on a new page, and none had it so far."""
        opens = bool(self._taken) and self.pieces[index].opens_page
        return opens and self._taken.get(_plain(self._labels[index][1]), index) == index

    def _is_again(self, index: int) -> bool:
        """Whether a label with its title beside it has stood before: the notes are arranged by chapter."""
        level, label, title = self._labels[index]
        return level <= CHAPTER and bool(title) and self._first_of[_plain(label)] < index

    def _is_entry(self, index: int) -> bool:
        """Whether a label in a list of contents is an entry: it comes again, and no prose follows."""
        if is_entry(self.pieces[index].last.ink):
            return True
        comes_again = self._last_of[_plain(self._labels[index][1])] > index
        for place, piece in enumerate(self.pieces[index + 1 : index + 1 + _AHEAD], index + 1):
            if place in self._labels or is_customary(piece.first.ink):
                break
            if len(piece.lines) >= _PROSE and self.measure.is_filled(piece.first) and not is_entry(piece.last.ink):
                return False
        return comes_again

    # numerals

    def _numbered(self, index: int) -> tuple[Found | None, int]:
        """The heading that is, or begins with, a numeral that runs on from one."""
        if index not in self._numbers.alone or index in self._labels:
            return None, index + 1
        piece = self.pieces[index]
        system, number = self._numbers.alone[index]
        if self.over_notes and system == "arabic" and not self._is_over_prose(index):
            return None, index + 1
        rest, after = list(piece.lines[1:]), index + 1
        below = self.pieces[after]
        if index in self._numbers.over:
            rest, after = self._numbers.over[index]
        has_title = self._numbers.near or is_set_apart(below) or (piece.opens_page and below.tight)
        if not rest and below.gap <= NEAR and has_title:
            rest, after = self._titles.below(after)
        if not rest and self._numbers.is_wide_title(after):
            rest, after = list(below.lines), after + 1
        title = " ".join(line.ink for line in rest)
        form = form_of(piece, system, alone=True)
        label = piece.first.ink.rstrip(".")
        return Found([piece.first, *rest], 0, label, title, piece.opens_page, form, number), after

    def _is_over_prose(self, index: int) -> bool:
        """Whether a numeral opens a page, over text, as that of a note does not."""
        below = self.pieces[index + 1]
        return self.pieces[index].opens_page and len(below.lines) > _PROSE and self.measure.is_filled(below.first)

    # front and back matter

    def _customary(self, index: int) -> tuple[Found | None, int]:
        """The title of front matter at the top of a page, or of back matter after the last label."""
        piece = self.pieces[index]
        if index not in self._customary_at or not is_short(piece, self.measure):
            return None, index + 1
        words = _plain(piece.ink)
        at_end = index > self._last >= 0 and is_back_matter(piece.ink) and self._after[words] == 1
        at_start = index < self._first and is_front_title(piece.ink) and self._before[words] == 1
        if not piece.opens_page and not ((at_end or at_start) and piece.gap) and index:
            return None, index + 1
        # The notes of a chapter stand on its last page; what is a division begins a page, if divisions do.
        opens = piece.opens_page or not (is_notes(piece.ink) and self._divisions_open_pages)
        return Found(list(piece.lines), 0, None, piece.ink, opens, form_of(piece)), index + 1


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
