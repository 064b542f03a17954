"""Titles of several lines at the top of a page, set large: each line ends by will, and space follows.

In: the pieces of a book.  Out: the same, with the lines of such a title as one piece.  Lines of text end by will
only at the end of a paragraph, and those of verse begin with capitals; a title goes on in a small letter or has
capitals throughout.

    Why the Upper Village, Taken by the
       Lower, Did Not Rise in Winter            -> one piece, `atop`

    The miller kept a slate on which he wrote
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_edition.rules.evidence.headings.broken import is_broken, is_worded
from build_edition.rules.evidence.headings.centring import OFF, left_of
from build_edition.rules.evidence.headings.pieces import Piece
from build_edition.rules.evidence.headings.wording import ends_finished
from build_edition.rules.evidence.layout.blocks import Block
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.rules.evidence.lines.shape import OPENERS

_MOST = 5  # lines of a title in large type


def with_tops(pieces: Sequence[Piece], measure: Measure) -> list[Piece]:
    """The pieces, with those joined that are such titles."""
    found: list[Piece] = []
    place = 0
    while place < len(pieces):
        end = _end_of(pieces, place) if pieces[place].opens_page or not place else place
        if end > place and _is_title(pieces, place, end, measure):
            lines = tuple(line for piece in pieces[place:end] for line in piece.lines)
            centred = pieces[place].centred or _are_centred(pieces[place:end])
            found.append(replace(pieces[place], lines=lines, atop=True, centred=centred))
            place = end
        else:
            found.append(pieces[place])
            place += 1
    return found


def _end_of(pieces: Sequence[Piece], place: int) -> int:
    """The piece before which the first space of the page stands, if a few lines above it; else this one."""
    end = place + 1
    lines = len(pieces[place].lines)
    while end < len(pieces) and not (pieces[end].gap or pieces[end].opens_page) and lines <= _MOST:
        lines += len(pieces[end].lines)
        end += 1
    return end if 1 < lines <= _MOST and end < len(pieces) and not pieces[end].opens_page else place


def _is_title(pieces: Sequence[Piece], place: int, end: int, measure: Measure) -> bool:
    lines = [line for piece in pieces[place:end] for line in piece.lines]
    if any(piece.told or piece.tight for piece in pieces[place:end]) or not is_broken(lines, measure):
        return False
    edges = {edge for piece in pieces[place:end] for edge in (piece.first_shift, piece.shift)}
    if len(edges) == 1 and min(edges) >= INDENT:
        return False  # the end of a display, set to one left edge
    if place and not ends_finished(pieces[place - 1].last.ink):
        return False
    return _is_text(pieces[end], measure) and is_worded(lines)


def _are_centred(pieces: Sequence[Piece]) -> bool | None:
    """Whether lines are centred on each other, if need be left of the page's middle; None if all are as long."""
    lefts = [left_of(piece, line) for piece in pieces for line in piece.lines]
    lengths = [len(line.ink) for piece in pieces for line in piece.lines]
    middles = [left + length / 2 for left, length in zip(lefts, lengths, strict=True)]
    if max(lengths) - min(lengths) <= OFF:
        return None
    return max(lefts) - min(lefts) >= INDENT and max(middles) - min(middles) <= 2 * OFF


def _is_text(below: Block, measure: Measure) -> bool:
    """Whether a piece is prose that begins."""
    begins = below.first.ink.lstrip(OPENERS)[:1].isupper()
    return begins and measure.is_filled(below.first) and len(below.lines) > 1
