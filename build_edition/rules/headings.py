"""Headings of a hard-wrapped book: parts, chapters, sections and what stands below them.

Looks for: a line that numbers a part or chapter, with the title that follows it, even over a blank line;
numerals that stand alone and run on from one; section titles whose numbers run on (1, 2 or A.2.1, A.2.2), also
questions and at the foot of a page; the customary title of front or back matter; else a short piece
with space above that begins with a capital, ends as no sentence does, follows a finished one and is followed
by prose; last, side-heads that recur in one form at the openings of paragraphs.  Larger type, and a running head
that later repeats what opened a page, stand for the prose.  Level 1 is a part, 2 a chapter, 3 a section; 4 stands
under a 3.  `label` holds the words that number a division.  Leaves alone: lines that a colon or an unfinished
sentence introduces, speech, addresses, runs of four and more such lines (they are a table or a list), entries of a
list of contents, what ends in a note number after a full stop, and, in a book that has few other headings,
questions, exclamations, and what stands over one short sentence, beside a display in small type, at the end of its
page or below the text with no space; and the only heading of a long book, if nothing else tells it.

    CHAPTER SIX
    The miller and his kin: a tale of the         → head level=2 label="CHAPTER SIX", with the line below
                                                    the blank line
    river
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.headings import doubts, run_in_wrapped
from build_edition.rules.evidence.headings.at_tops import with_tops
from build_edition.rules.evidence.headings.divisions import Divisions
from build_edition.rules.evidence.headings.form import Found, decimal_depth, form_of
from build_edition.rules.evidence.headings.large_type import large_lines
from build_edition.rules.evidence.headings.levels import levels
from build_edition.rules.evidence.headings.marked import marked_in_wrapped
from build_edition.rules.evidence.headings.odds import DEEPEST
from build_edition.rules.evidence.headings.pieces import Piece, pieces_of
from build_edition.rules.evidence.headings.shape import (
    is_address,
    is_finished,
    is_question,
    is_short,
    is_titled,
    leads_in,
    most_lines,
)
from build_edition.rules.evidence.headings.sisters import Sisters
from build_edition.rules.evidence.headings.titles_by_words import has_verb, reads_as_title
from build_edition.rules.evidence.headings.wording import LONGEST, ends_finished
from build_edition.rules.evidence.layout.blocks import blocks
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure, measure_of
from build_edition.rules.evidence.lines.shape import letters_of
from build_edition.rules.evidence.lines.title_words import CHAPTER, is_listing, is_notes
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals

_STACK = 3  # headings that may follow each other at once
_COMPANY = 3  # headings of another kind that let a doubtful one be believed, or one be centred where it may not be
_NAMED = 8  # letters of a title that running heads repeat
_FEW_PAGES = 25_000  # characters, over which several pages with one running head reach
_BOLD = -0.1  # of the measure: what a full line of a title may leave, set bold
_NOTE_BODY = re.compile(r"(?:\d{1,2}|[*†‡§])\s?\S")
_PROSE_ENDS = (".", ":", ",", "?", "!", "”", ")")


def apply(draft: Draft) -> None:
    """Mark every heading."""
    if draft.layout != "book" or marked_in_wrapped(draft):
        return
    measure = measure_of(draft.source)
    whole = blocks(draft, "fw", "figure", "table", "floatingText", "note")
    pieces = with_tops(pieces_of(draft, whole, measure), measure)
    found = _Search(pieces, measure, _running_heads(draft), large_lines(draft)).run()
    told = any(piece.shift or piece.first_shift for piece in pieces)
    solved = levels(draft, found, told=told)
    for heading, (level, cert) in zip(found, solved, strict=True):
        doubt = "low" if cert == "low" else None
        draft.mark_lines("head", heading.lines[0], heading.lines[-1], level=level, label=heading.label, cert=doubt)
    spent = {line.number for heading in found for line in heading.lines}
    lowest = max((level for level, _ in solved), default=CHAPTER)
    openings = [piece for piece in pieces if piece.first.number not in spent]
    run_in_wrapped.mark(draft, openings, measure, min(lowest + 1, DEEPEST))


def _running_heads(draft: Draft) -> dict[str, list[int]]:
    """The letters of what stands at the edges of pages, each with its places."""
    places: dict[str, list[int]] = {}
    for mark in draft.marks("fw"):
        places.setdefault(letters_of(draft.text[mark.start : mark.end]), []).append(mark.start)
    return places


@dataclass
class _Search:
    """One pass over the pieces of a book."""

    pieces: Sequence[Piece]
    measure: Measure
    heads: Mapping[str, Sequence[int]] = field(default_factory=dict)  # running heads, each with its places
    large: frozenset[int] = frozenset()  # the numbers of lines in larger type than the text's
    after_heading: bool = True  # whether a heading, or nothing, stands just before
    doubtful: bool = False  # whether a question may be a heading, or what stands over a short sentence
    refused: bool = False  # whether one was seen that might be
    named: set[str] = field(default_factory=set)  # the titles of the divisions so far, in letters
    shaped: dict[int, bool] = field(default_factory=dict)  # whether a piece has the shape of a heading
    divisions: Divisions = field(init=False)
    sisters: Sisters = field(init=False)

    def __post_init__(self) -> None:
        self.divisions = Divisions(self.pieces, self.measure)
        self.sisters = Sisters(self.pieces, self.divisions.enumerated)

    def run(self) -> list[Found]:
        """All headings, in order."""
        found = self._pass()
        company = [h for h in found if not (h.level or h.form.numbering or doubts.is_known(h.title))]
        if self.refused and len(company) >= _COMPANY:
            self.doubtful, self.after_heading, self.named = True, True, set()
            self.divisions.restart()
            found = self._pass()
        return doubts.without_lone(found, self.large, len(self.measure.widths))

    def _pass(self) -> list[Found]:
        found: list[Found] = []
        entries_end = 0
        index = 0
        while index < len(self.pieces):
            in_entries = index < entries_end
            heading, after = self.divisions.at(index, in_entries=in_entries)
            if heading is None and not in_entries:
                stack = self._sections(index)
                found.extend(stack)
                index += len(stack) or 1
                self.after_heading = bool(stack)
                continue
            if heading is not None:
                found.append(heading)
                self.named.add(letters_of(heading.title))
                entries_end = self.divisions.entries_end(after, heading.title) if is_listing(heading.title) else 0
            self.after_heading = heading is not None
            index = after
        return found

    def _sections(self, index: int) -> list[Found]:
        """The headings that begin at this piece: one, or a few upon each other, with prose after them."""
        end = index
        most = min(len(self.pieces), index + _STACK + 1)
        while end < most and not self.divisions.begins(end) and self._looks_like_heading(end, stacked=end > index):
            end += 1
            if self.pieces[end - 1].tight and not (end < most and self.pieces[end].tight):
                break
        if not 0 < end - index <= _STACK or not (
            self._is_prose(self.divisions.after_letter_head(end))
            or self._is_over_notes(end - 1)
            or ((self._is_told(end - 1) or self._is_numbered(end - 1)) and end < len(self.pieces))
        ):
            return []
        found = [self._found(i, stacked=i > index or self.after_heading) for i in range(index, end)]
        self.divisions.over_notes = self.divisions.over_notes or is_notes(found[-1].title)
        return found

    def _found(self, index: int, *, stacked: bool) -> Found:
        piece, below = self.pieces[index], self.pieces[index + 1]
        # Notes and lists are set tight below any heading.
        tight = piece.tight and not below.first.ink[0].isdigit()
        system = self.sisters.system_of(piece.ink) or self.divisions.enumerated(index)
        form = replace(form_of(piece, system), tight=tight)
        return Found(list(piece.lines), 0, None, piece.ink, piece.opens_page, form, stacked=stacked)

    def _looks_like_heading(self, index: int, *, stacked: bool) -> bool:
        piece = self.pieces[index]
        if piece.counted:
            return True
        shaped = self.shaped.get(index)
        if shaped is None:
            shaped = self.shaped[index] = self._has_shape(index)
        if not (shaped or piece.atop or self._stands_apart(index)):
            return False
        if piece.opens_page and self._is_running_head(index):
            return False
        if doubts.is_of_text(self.pieces, index, self.measure) or self._is_strayed_head(index):
            return False
        after = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        over_display = after is not None and after.shift >= INDENT > piece.shift and self._stands_apart(index)
        if after is None or not (after.gap or piece.tight or over_display):  # a page never ends in a heading
            return False
        if not (stacked or self.after_heading or self._follows_an_end(index) or self._is_over_notes(index)):
            return self._is_told(index) or bool(decimal_depth(piece.ink))
        no_space = not (piece.gap or piece.opens_page or piece.tight) and index > 0
        doubt = no_space or (is_question(piece) and not piece.centred and not self.sisters.has_question(piece))
        misplaced = doubts.is_misplaced(self.pieces, index, self.measure) and not self._is_numbered(index)
        return self._is_believed((doubt and not piece.told) or misplaced)

    def _has_shape(self, index: int) -> bool:
        """Whether a piece is set as a heading may be, whatever stands around it."""
        piece = self.pieces[index]
        if len(piece.lines) > most_lines(piece) or not piece.begins or not is_titled(piece):
            return False
        if not is_short(piece, self.measure) or self.divisions.is_stray(index):
            return False
        if is_address(piece, self.measure) or (not piece.tight and leads_in(piece, self.measure)):
            return False
        indented = max(piece.shift, piece.first_shift) >= INDENT  # a paragraph of one line, or one of a display
        if not indented or piece.centred or is_capitals(piece.ink):
            return True
        begins_paragraph = len(piece.lines) > 1 and piece.shift < INDENT
        return piece.centred is None and self._centres and not begins_paragraph

    def _stands_apart(self, index: int) -> bool:
        """Whether lines as wide as the text's, between spaces or over a display, can only be a title set bold."""
        piece = self.pieces[index]
        below = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        if below is None or below.opens_page or not (piece.gap or piece.opens_page) or not below.ink[0].isupper():
            return False
        if not (below.gap or below.shift >= INDENT > piece.shift) or len(piece.lines) > LONGEST:
            return False
        if not reads_as_title([line.ink for line in piece.lines]) or has_verb(piece.ink):
            return False
        if piece.first_shift >= INDENT or self.divisions.is_stray(index):
            return False
        return min(map(self.measure.inset, piece.lines)) >= _BOLD and self._is_believed(doubt=True)

    @cached_property
    def _centres(self) -> bool:
        """Whether several headings of this book are centred beyond doubt."""
        shown = (p for p in self.pieces if p.centred and p.begins and len(p.lines) <= LONGEST)
        return sum(is_titled(piece) and not is_finished(piece) for piece in shown) >= _COMPANY

    def _is_believed(self, doubt: bool) -> bool:
        """Whether a heading may be one though there is doubt: where the book has others beyond doubt."""
        refused = doubt and not self.doubtful
        self.refused = self.refused or refused
        return not refused

    def _is_running_head(self, index: int) -> bool:
        """Whether a page begins with the title of an earlier division, or with what has been a running head.

        The running head of this very page may name the section that begins on it.
        """
        letters = letters_of(self.pieces[index].ink)
        text_above = self.pieces[index - 1].first.start if index else 0
        return letters in self.named or self.heads.get(letters, (text_above,))[0] < text_above

    def _is_strayed_head(self, index: int) -> bool:
        """Whether the heads of pages nearby, before and after, have these words, and this is one misplaced."""
        piece = self.pieces[index]
        places = self.heads.get(letters_of(piece.ink), ()) if len(piece.ink) >= _NAMED else ()
        at = bisect_left(places, piece.first.start)
        if not 1 < at < len(places):
            return False
        return places[at] - places[at - 2] < _FEW_PAGES

    def _is_told(self, index: int) -> bool:
        """Whether a piece is in larger type than the text, or opens a page and becomes its running head."""
        piece = self.pieces[index]
        if piece.large:
            return True
        letters = letters_of(piece.ink) if piece.opens_page else ""
        return len(letters) >= _NAMED and self.heads.get(letters, (-1,))[0] > piece.first.start

    def _is_numbered(self, index: int) -> bool:
        """Whether a piece begins with a section's number that runs on, or is in capitals after such a numeral."""
        piece = self.pieces[index]
        return piece.counted or (self.divisions.enumerated(index) == "roman" and is_capitals(piece.ink))

    def _follows_an_end(self, index: int) -> bool:
        """Whether the text above, bare numbers apart, has come to an end."""
        above = index - 1
        above -= int(above > 0 and not any(c.isalpha() for c in self.pieces[above].ink))
        lines = self.pieces[above].lines
        last = next((line for line in reversed(lines) if not line.ink.isdecimal()), lines[-1])
        return ends_finished(last.ink)

    def _ends_page(self, index: int) -> bool:
        """Whether this piece is the last of its page."""
        return index + 1 == len(self.pieces) or self.pieces[index + 1].opens_page

    def _is_over_notes(self, index: int) -> bool:
        """Whether this piece names the notes, and they begin below."""
        piece, below = self.pieces[index], self.pieces[index + 1]
        return is_notes(piece.ink) and not below.opens_page and _NOTE_BODY.match(below.ink) is not None

    def _is_prose(self, index: int) -> bool:
        """Whether this piece is prose, which a heading needs below it."""
        if index >= len(self.pieces):
            return False
        piece = self.pieces[index]
        if (
            piece.first.ink[0].islower()
            or piece.first.ink[0] in ",;)(…"
            or (_NOTE_BODY.match(piece.ink) and self._ends_page(index))
            or doubts.is_verse_of_several(self.pieces, index, self.measure)
        ):
            return False
        if len(piece.lines) > 1 or self.measure.is_filled(piece.first):
            return True
        if " " in piece.ink and not any(map(str.isalpha, piece.ink)):
            return False  # specks
        return piece.first.ink.endswith(_PROSE_ENDS) and self._is_believed(piece.first.ink.endswith("."))
