"""Headings of a hard-wrapped book: parts, chapters, sections and what stands below them.

Looks for: a line that numbers a part or chapter, with the title that follows it, even over a blank line;
numerals that stand alone and run on from one; the customary title of front or back matter; else a short piece
with space above that begins with a capital, ends as no sentence does, follows a finished one and is followed
by prose.  Level 1 is a part, 2 a chapter, 3 a section; 4 stands under a 3.  `label` holds the words that number
a division.  Leaves alone: lines that a colon or an unfinished sentence introduces, speech, runs of four and more
such lines (they are a table or a list), entries of a list of contents, what ends in a note number after a full
stop, and questions and exclamations in a book that has few other headings.

    CHAPTER SIX
    The miller and his kin: a tale of the         → head level=2 label="CHAPTER SIX", with the line below
                                                    the blank line
    river
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.headings.divisions import Divisions, letters_of
from build_edition.rules.evidence.headings.form import Found, form_of
from build_edition.rules.evidence.headings.levels import levels
from build_edition.rules.evidence.headings.pieces import Piece, pieces_of
from build_edition.rules.evidence.headings.shape import LONGEST, is_finished, is_question, is_short, is_titled
from build_edition.rules.evidence.layout.blocks import blocks
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure, measure_of
from build_edition.rules.evidence.lines.title_words import is_customary, is_listing, is_notes
from build_edition.rules.evidence.pages.heads_and_feet import is_capitals

_STACK = 3  # headings that may follow each other at once
_COMPANY = 3  # headings of another kind that let a question be one
_NOTE_BODY = re.compile(r"(?:\d{1,2}|[*†‡§])\s?\S")
_PROSE_ENDS = (".", ":", ",", "?", "!", "”", ")")


def apply(draft: Draft) -> None:
    """Mark every heading."""
    if draft.layout != "book":
        return
    measure = measure_of(draft.source)
    pieces = pieces_of(blocks(draft, "fw", "figure", "table", "floatingText", "note"), measure)
    found = _Search(pieces, measure, _running_heads(draft)).run()
    told = any(piece.shift or piece.first_shift for piece in pieces)
    for heading, (level, cert) in zip(found, levels(draft, found, told=told), strict=True):
        doubt = "low" if cert == "low" else None
        draft.mark_lines("head", heading.lines[0], heading.lines[-1], level=level, label=heading.label, cert=doubt)


def _running_heads(draft: Draft) -> dict[str, int]:
    """The letters of what stands at the edges of pages, each with its first place."""
    first: dict[str, int] = {}
    for mark in draft.marks("fw"):
        first.setdefault(letters_of(draft.text[mark.start : mark.end]), mark.start)
    return first


@dataclass
class _Search:
    """One pass over the pieces of a book."""

    pieces: Sequence[Piece]
    measure: Measure
    heads: Mapping[str, int] = field(default_factory=dict)  # running heads, each with its first place
    after_heading: bool = True  # whether a heading, or nothing, stands just before
    questions: bool = False  # whether one may be a heading
    refused: bool = False  # whether one was seen that might be
    named: set[str] = field(default_factory=set)  # the titles of the divisions so far, in letters
    shaped: dict[int, bool] = field(default_factory=dict)  # whether a piece has the shape of a heading
    divisions: Divisions = field(init=False)

    def __post_init__(self) -> None:
        self.divisions = Divisions(self.pieces, self.measure)

    def run(self) -> list[Found]:
        """All headings, in order."""
        found = self._pass()
        company = [h for h in found if not (h.level or h.form.numbering or is_customary(h.title))]
        if self.refused and len(company) >= _COMPANY:
            self.questions, self.after_heading, self.named = True, True, set()
            found = self._pass()
        return found

    def _pass(self) -> list[Found]:
        found: list[Found] = []
        in_entries = False
        index = 0
        while index < len(self.pieces):
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
                in_entries = is_listing(heading.title)
            self.after_heading = heading is not None
            index = after
        return found

    def _sections(self, index: int) -> list[Found]:
        """The headings that begin at this piece: one, or a few upon each other, with prose after them."""
        end = index
        most = min(len(self.pieces), index + _STACK + 1)
        while end < most and not self.divisions.begins(end) and self._looks_like_heading(end, stacked=end > index):
            end += 1
            if self.pieces[end - 1].tight:
                break
        if not 0 < end - index <= _STACK or not (
            self._is_prose(self.divisions.after_letter_head(end)) or self._is_over_notes(end - 1)
        ):
            return []
        return [self._found(i, stacked=i > index or self.after_heading) for i in range(index, end)]

    def _found(self, index: int, *, stacked: bool) -> Found:
        piece, below = self.pieces[index], self.pieces[index + 1]
        # Notes and lists are set tight below any heading.
        tight = piece.tight and not below.first.ink[0].isdigit()
        form = replace(form_of(piece, self.divisions.enumerated(index)), tight=tight)
        return Found(list(piece.lines), 0, None, piece.ink, piece.opens_page, form, stacked=stacked)

    def _looks_like_heading(self, index: int, *, stacked: bool) -> bool:
        piece = self.pieces[index]
        shaped = self.shaped.get(index)
        if shaped is None:
            shaped = self.shaped[index] = self._has_shape(index)
        if not shaped:
            return False
        if piece.opens_page and self._is_running_head(index):
            return False
        after = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        if after is None or not (after.gap or piece.tight):  # a page never ends in a heading
            return False
        if not (stacked or self.after_heading or self._follows_an_end(index) or self._is_over_notes(index)):
            return False
        refused = is_question(piece) and not (self.questions or piece.centred)
        self.refused = self.refused or refused
        return not refused

    def _has_shape(self, index: int) -> bool:
        """Whether a piece is set as a heading may be, whatever stands around it."""
        piece = self.pieces[index]
        begins = bool(piece.gap) or piece.opens_page or not index
        if len(piece.lines) > LONGEST or not begins or not is_titled(piece):
            return False
        if not is_short(piece, self.measure) or self.divisions.is_stray(index):
            return False
        indented = max(piece.shift, piece.first_shift) >= INDENT  # a paragraph of one line, or one of a display
        return not indented or bool(piece.centred) or is_capitals(piece.ink)

    def _is_running_head(self, index: int) -> bool:
        """Whether a page begins with the title of an earlier division, or with what has been a running head.

        The running head of this very page may name the section that begins on it.
        """
        letters = letters_of(self.pieces[index].ink)
        text_above = self.pieces[index - 1].first.start if index else 0
        return letters in self.named or self.heads.get(letters, text_above) < text_above

    def _follows_an_end(self, index: int) -> bool:
        """Whether the text above, a bare page number apart, has come to an end."""
        above = index - 1
        if above and not any(c.isalpha() for c in self.pieces[above].ink):
            above -= 1
        return is_finished(self.pieces[above])

    def _ends_page(self, index: int) -> bool:
        """Whether this piece is the last of its page."""
        return index + 1 == len(self.pieces) or self.pieces[index + 1].opens_page

    def _is_over_notes(self, index: int) -> bool:
        """Whether this piece names the notes, and they begin at once below."""
        piece = self.pieces[index]
        return piece.tight and is_notes(piece.ink) and _NOTE_BODY.match(self.pieces[index + 1].ink) is not None

    def _is_prose(self, index: int) -> bool:
        """Whether this piece is prose, which a heading needs below it."""
        if index >= len(self.pieces):
            return False
        piece = self.pieces[index]
        if (
            piece.first.ink[0].islower()
            or piece.first.ink[0] in ",;)(…"
            or (_NOTE_BODY.match(piece.ink) and self._ends_page(index))
        ):
            return False
        if len(piece.lines) > 1:
            return True
        return self.measure.is_filled(piece.first) or piece.first.ink.endswith(_PROSE_ENDS)
