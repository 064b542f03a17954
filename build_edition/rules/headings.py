"""Headings of a hard-wrapped book: parts, chapters, sections and what stands below them.

Looks for: a line that numbers a part or chapter, with the title that follows it, even over a blank line;
the customary title of front or back matter at the top of a page; else a short block between blank lines
that begins with a capital, ends without a full stop or colon, follows a finished sentence, is followed by
prose, and whose lines all end before the measure is filled. Level 1 is a part, 2 a chapter, 3 a section; 4
stands under a 3. `label` holds the words that number a division.
Leaves alone: lines that a colon or an unfinished sentence introduces, runs of four and more such lines
(they are a table or a list), what ends in a note number after a full stop.

    CHAPTER SIX
    The miller and his kin: a tale of the         → head level=2 label="CHAPTER SIX", with the line below
                                                    the blank line
    river
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.blocks import Block, blocks
from build_edition.rules.evidence.heading_levels import Found, levels
from build_edition.rules.evidence.measure import Measure, measure_of, without_note
from build_edition.rules.evidence.page_heads import is_capitals
from build_edition.rules.evidence.titles import division_level, is_customary, is_listing
from build_edition.source import Line

_OPENERS = "“‘\"'¿¡"
_LONGEST = 3  # lines of a heading without label
_STACK = 3  # headings that may follow each other at once
_BULLET = re.compile(r"[•●▪◦■□·*‣-]\s|\(?(?:\d{1,2}|[a-z])[).]\s")
_NOTE_BODY = re.compile(r"(?:\d{1,2}|[*†‡§])\s?\S")
_PROSE_ENDS = (".", ":", ",", "?", "!", "”", ")")
_FINISHED = re.compile(r"(?:[.?!…]|[.?!…,;][’”\"')\]]+|[’”\"')\]])$")
_UNFINISHED = re.compile(
    r"(?:[,:;–—-]|\b(?:a|an|the|of|and|or|to|in|on|for|with|from|by|at|as|into|between|under|that|which|v\.|versus))$",
    re.IGNORECASE,
)


def apply(draft: Draft) -> None:
    """Mark every heading."""
    if draft.layout != "book":
        return
    measure = measure_of(draft.source)
    found = _Search(blocks(draft, "fw", "figure", "table", "floatingText", "note"), measure).run()
    for heading, (level, cert) in zip(found, levels(draft, found), strict=True):
        doubt = "low" if cert == "low" else None
        draft.mark_lines("head", heading.lines[0], heading.lines[-1], level=level, label=heading.label, cert=doubt)


@dataclass
class _Search:
    """One pass over the blocks of a book."""

    pieces: Sequence[Block]
    measure: Measure
    title_width: int = 0  # the widest line of a chapter title that broke for want of room
    after_heading: bool = True  # whether a heading, or nothing, stands just before

    def run(self) -> list[Found]:
        """All headings, in order."""
        self.title_width = self._widest_title_line()
        found: list[Found] = []
        in_entries = False
        index = 0
        while index < len(self.pieces):
            heading, after = self._division(index)
            if heading is None:
                heading, after = self._customary(index)
            if heading is None and not in_entries:
                stack = self._sections(index)
                found.extend(stack)
                index += len(stack) or 1
                self.after_heading = bool(stack)
                continue
            if heading is not None:
                found.append(heading)
                in_entries = is_listing(heading.title)
            self.after_heading = heading is not None
            index = after
        return found

    # numbered divisions

    def _division(self, index: int) -> tuple[Found | None, int]:
        """The part or chapter whose label is the first line of this block, and the block after it."""
        block = self.pieces[index]
        level = division_level(block.first.ink)
        if level is None or (index and not (block.gap or block.opens_page)):
            return None, index + 1
        label, rest = block.first, list(block.lines[1:])
        after = index + 1
        if len(rest) > _LONGEST:
            return Found([label], level, label.ink, ""), after  # prose follows at once
        if not rest:
            rest, after = self._title_block(after)
        while rest and after < len(self.pieces) and self._title_runs_on(rest[-1], self.pieces[after]):
            rest.extend(self.pieces[after].lines)
            after += 1
        return Found([label, *rest], level, label.ink, " ".join(line.ink for line in rest)), after

    def _title_block(self, index: int) -> tuple[list[Line], int]:
        """The title in the block after a label that stands alone."""
        if index < len(self.pieces):
            block = self.pieces[index]
            label = division_level(block.first.ink)
            if self._is_short(block, open_end=True) and label is None and not block.opens_page:
                return list(block.lines), index + 1
        return [], index

    def _title_runs_on(self, line: Line, block: Block) -> bool:
        """Whether a title goes on in this block, after a blank line that the text extraction put in."""
        if block.opens_page or not self._is_short(block) or len(block.lines) > 2 or block.gap > 1:
            return False
        if division_level(block.first.ink) is not None:
            return False
        first = block.first.ink
        if first[0].islower() or _UNFINISHED.search(line.ink):
            return True
        # A title set large breaks where the next word does not fit; the widest such line is known.
        word = first.partition(" ")[0]
        together = self.measure.width(line) + len(word) * 500
        return bool(self.title_width) and together > self.title_width and not is_customary(first)

    def _widest_title_line(self) -> int:
        """The widest line of a chapter title that certainly broke for want of room; 0 if none did."""
        widths = [0]
        for block, after in zip(self.pieces, self.pieces[1:], strict=False):
            if len(block.lines) < 2 or division_level(block.first.ink) is None or not self._is_short(after):
                continue
            if after.first.ink[0].islower() or _UNFINISHED.search(block.last.ink):
                widths.append(self.measure.width(block.last))
        return max(widths)

    # front and back matter

    def _customary(self, index: int) -> tuple[Found | None, int]:
        """The front or back matter title at the top of a page."""
        block = self.pieces[index]
        if not block.opens_page or not is_customary(block.first.ink) or not self._is_short(block):
            return None, index + 1
        return Found(list(block.lines), 0, None, block.ink, opens_page=True), index + 1

    # sections

    def _sections(self, index: int) -> list[Found]:
        """The headings that begin at this block: one, or a few upon each other, with prose after them."""
        end = index
        while end < len(self.pieces) and self._looks_like_heading(end, stacked=end > index):
            end += 1
        if not 0 < end - index <= _STACK or not self._is_prose(end):
            return []
        return [Found(list(b.lines), 0, None, b.ink) for b in self.pieces[index:end]]

    def _looks_like_heading(self, index: int, *, stacked: bool) -> bool:
        block = self.pieces[index]
        ink = block.ink
        if len(block.lines) > _LONGEST or not self._is_short(block) or not any(c.isalpha() for c in ink):
            return False
        if not (block.gap or block.opens_page) or _BULLET.match(ink):
            return False
        if not (ink[0].isupper() or ink[0].isdigit() or ink[0] in _OPENERS):
            return False
        if re.search(r"[.!?;] [A-Z]", ink) or " = " in ink or "\t" in ink:
            return False
        after = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        if after is None or not after.gap:  # a page never ends in a heading
            return False
        return stacked or self.after_heading or self._is_finished(self.pieces[index - 1])

    def _is_short(self, block: Block, *, open_end: bool = False) -> bool:
        """Whether every line ends before the measure is filled, and the last not as a sentence does.

        With `open_end` it may end in any way, as a title under its label does.
        """
        bare = without_note(block.last.ink)
        if not open_end and (bare.endswith((".", ";")) or _UNFINISHED.search(bare)):
            return False
        if len(block.lines) <= _LONGEST and all(is_capitals(line.ink) for line in block.lines):
            return True
        if any(self.measure.inset(line) < 0.06 for line in block.lines) or len(block.lines) > _LONGEST:
            return False
        if len(block.lines) > 1 and block.shift >= 2 and block.shift == block.first_shift:
            return False  # a display, set to one left edge
        pairs = zip(block.lines, block.lines[1:], strict=False)
        return all(self.measure.had_room(line, after) for line, after in pairs)

    def _is_finished(self, block: Block) -> bool:
        """Whether what stands before can be the end of a paragraph, quotation or list."""
        bare = without_note(block.last.ink)
        has_note = bare != block.last.ink
        return bool(_FINISHED.search(bare)) or (has_note and not bare.endswith((",", ":")))

    def _ends_page(self, index: int) -> bool:
        """Whether this block is the last of its page."""
        return index + 1 == len(self.pieces) or self.pieces[index + 1].opens_page

    def _is_prose(self, index: int) -> bool:
        """Whether this block is prose, which a heading needs below it."""
        if index >= len(self.pieces):
            return False
        block = self.pieces[index]
        if block.first.ink[0].islower() or (_NOTE_BODY.match(block.ink) and self._ends_page(index)):
            return False
        if len(block.lines) > 1:
            return True
        return self.measure.is_filled(block.first) or block.first.ink.endswith(_PROSE_ENDS)
