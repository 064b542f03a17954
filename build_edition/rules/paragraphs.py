"""Paragraphs of a hard-wrapped book: all live text that is nothing else.

A paragraph runs over the page, and over a blank line that follows a note number, where its sentence is
unfinished or the next begins with a small letter. After a quotation or list the text is set flush, so it
goes on in the paragraph before it: such a `p` has `continues`. Where a sentence is finished and its line
full, nothing tells whether a new paragraph begins over the page, or after a note number: the width of its
first line is asked, and a paragraph that begins there has `cert="low"`. In a block, a sentence that ends far
short of the measure, with a full line after it, ends its paragraph too.
Leaves alone: what other marks cover.

    and the miller, who had never seen the sea,3
                                                      → one p, over the blank line
    asked what it was that moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.blocks import Block, blocks, blocks_parted
from build_edition.rules.evidence.measure import Measure, measure_of, note_at_end, without_note

_DISPLAYS = ("quote", "list", "table", "figure")
_BREAKS = ("head", "floatingText")
_STOPS = (".", "?", "!", "…", ":")
_CLOSERS = "’”\"')]» "
_FIRST_LINE = 2  # characters by which a first line is indented, in a text that keeps its indents
_WIDER = -0.005  # of the measure: a line so much wider than it cannot hold an indent
_SHORT = 0.25  # of the measure: a finished line that leaves so much empty ends its paragraph
_INDENT = 0.025  # of the measure: from here a first line is narrower than a full one


def apply(draft: Draft) -> None:
    """Mark every paragraph."""
    if draft.layout != "book":
        return
    measure = measure_of(draft.source)
    whole = blocks(draft, "fw", "note", "epigraph", *_DISPLAYS, *_BREAKS)
    pieces = [piece for block in whole for piece in _parted(block, measure)]
    displayed = blocks_parted(draft, pieces, _DISPLAYS)
    broken = blocks_parted(draft, pieces, (*_BREAKS, "epigraph"))
    start = 0
    continues = False
    doubtful = False
    for i in range(1, len(pieces) + 1):
        joined, doubt = False, False
        if i < len(pieces) and not displayed[i] and not broken[i]:
            joined, doubt = _goes_on(pieces[i - 1], pieces[i], measure)
        if joined:
            continue  # a doubtful join is the join's to tell, not the paragraph's
        if pieces:
            last = pieces[i - 1].last
            attrs = {"continues": True} if continues else {}
            draft.mark_lines("p", pieces[start].first, last, **attrs, cert="low" if doubtful else None)
        start, doubtful = i, doubt
        continues = i < len(pieces) and not broken[i] and displayed[i] and pieces[i].first_shift < _FIRST_LINE


def _parted(block: Block, measure: Measure) -> Iterator[Block]:
    """The block, parted where a sentence ends far short of the measure and a full line follows."""
    lines = block.lines
    start = 0
    for i in range(1, len(lines) - 1):
        before, line = lines[i - 1], lines[i]
        if measure.inset(before) < _SHORT or not measure.is_filled(line) or not line.ink[0].isupper():
            continue
        prose = i - 1 > start and measure.is_filled(lines[i - 2])
        if prose and without_note(before.ink).rstrip(_CLOSERS).endswith((".", "?", "!")):
            yield replace(block, lines=lines[start:i])
            block, start = replace(block, gap=0, opens_page=False), i
    yield replace(block, lines=lines[start:]) if start else block


def _goes_on(before: Block, block: Block, measure: Measure) -> tuple[bool, bool]:
    """Whether the paragraph of `before` goes on in `block`, and whether that is in doubt."""
    ink = before.last.ink
    has_note = note_at_end(ink) is not None
    bare = without_note(ink).rstrip(_CLOSERS)
    finished = bare.endswith(_STOPS)
    by_will = ink.endswith(":") and measure.had_room(before.last, block.first)
    if block.first.ink[0].islower() and not by_will:
        return True, False
    if block.opens_page:
        return _over_page(before, block, finished, measure)
    if block.gap == 0:
        return False, False  # the left edge parted them
    if finished:
        doubtful = has_note and not measure.had_room(before.last, block.first)
        return doubtful and measure.inset(block.first) < _WIDER, doubtful
    return not bare.endswith(",") or has_note, False


def _over_page(before: Block, block: Block, finished: bool, measure: Measure) -> tuple[bool, bool]:
    """The same, where a page begins with `block`."""
    if block.first_shift >= _FIRST_LINE > block.shift:
        return False, False
    if not finished:
        return True, False
    if measure.had_room(before.last, block.first):
        return False, False
    narrower = len(block.lines) > 1 and measure.inset(block.first) > _INDENT
    return not narrower, True
