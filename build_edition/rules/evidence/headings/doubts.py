"""What makes a heading of a book doubtful, though it is set as one: its place, or that it has no sisters.

Serves `headings`.  A line at the end of its page, or set as the display above or below it is, belongs to these
more often than it is a title; and the only heading in a long book is likely a line of a document that it quotes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from statistics import median

from build_edition.rules.evidence.headings.form import Found
from build_edition.rules.evidence.headings.pieces import Piece
from build_edition.rules.evidence.headings.titles_by_words import has_verb, reads_as_title
from build_edition.rules.evidence.layout.left_edges import INDENT
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.rules.evidence.lines.shape import OPENERS
from build_edition.rules.evidence.lines.title_words import is_customary, is_notes

_SMALL = 0.07  # of the measure: by so much lines of small type go beyond it
_SPREADS = 4  # of full lines; and by so many
_LONG_BOOK = 800  # lines, in which a heading has others like it
_COUNTED = re.compile(r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[:.—]\s*[A-Z]", re.I)
_LETTERS = 4  # of a word that a number may have been read as
_VERSES = 3  # lines one by one that show verse
_EMPTY = 0.1  # of the measure left empty by verses
_FEWEST = 2  # headings that are no chance


def is_of_text(pieces: Sequence[Piece], index: int, measure: Measure) -> bool:
    """Whether a piece is a line of talk or of a poem."""
    return _is_in_talk(pieces, index) or _is_amid_verse(pieces, index, measure)


def _is_in_talk(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece is all in quotation marks, beside another that begins with one: its stop was lost."""
    ink = pieces[index].ink
    beside = [pieces[i] for i in (index - 1, index + 1) if 0 <= i < len(pieces)]
    return ink[0] in '“"' and ink[-1] in '”"' and any(piece.ink[0] in '“"' for piece in beside)


def is_misplaced(pieces: Sequence[Piece], index: int, measure: Measure) -> bool:
    """Whether a piece stands beside small type or, if its lines left doubt, where no heading is likely.

    That is at the end of its page, in line with a display, or as a short word alone at the top of a page.
    The title of notes stands beside small type, and may be the last line of a page.
    """
    piece, below = pieces[index], pieces[index + 1]
    if is_notes(piece.ink):
        return False
    above = pieces[index - 1] if index and not piece.opens_page else None
    if not piece.told:
        if below.opens_page or _is_lone_word(piece):
            return True
        beside = (below,) if above is None else (above, below)
        stands_in = piece.centred is not True and piece.shift >= INDENT
        if stands_in and any(abs(piece.shift - other.shift) <= 1 for other in beside):
            return True
    return any(_is_small(other, measure) for other in (above, below) if other is not None)


def _is_small(piece: Piece, measure: Measure) -> bool:
    """Whether full lines go so far beyond the measure as only those of a display in smaller type do."""
    least = -max(_SMALL, _SPREADS * measure.spread / measure.full) if measure.full else -1.0
    return len(piece.lines) > 2 and median(map(measure.inset, piece.lines[:-1])) < least


def _is_lone_word(piece: Piece) -> bool:
    """Whether one short word opens a page, as the number in its running head does that was read as letters."""
    alone = piece.opens_page and len(piece.ink) <= _LETTERS and piece.ink.isalpha() and not piece.ink.isupper()
    return alone and not piece.centred


def _is_amid_verse(pieces: Sequence[Piece], index: int, measure: Measure) -> bool:
    """Whether a piece with the words of a sentence stands between verses, as a verse between spaces does."""
    piece = pieces[index]
    if piece.told or piece.centred or piece.opens_page or not 0 < index < len(pieces) - 1:
        return False
    if not all(_is_verse(pieces[i], measure) for i in (index - 1, index + 1)):
        return False
    return has_verb(piece.ink) or not reads_as_title([line.ink for line in piece.lines])


def is_verse_of_several(pieces: Sequence[Piece], index: int, measure: Measure) -> bool:
    """Whether a line breaks off far short of the edge, and so do the next ones, though spaces part them."""
    lines = pieces[index : index + _VERSES]
    if len(lines) < _VERSES or pieces[index].ink[-1] not in ",:":
        return False
    return all(len(piece.lines) == 1 and _is_verse(piece, measure) for piece in lines)


def _is_verse(piece: Piece, measure: Measure) -> bool:
    """Whether all lines of a piece begin with capitals, and leave room at their ends."""
    lines = piece.lines
    return all(line.ink.lstrip(OPENERS)[:1].isupper() and measure.inset(line) > _EMPTY for line in lines)


def is_known(title: str) -> bool:
    """Whether a title is that of a part that many books have, so that it tells nothing of others."""
    return is_customary(title) or is_notes(title)


def without_lone(found: Sequence[Found], large: Collection[int], lines: int) -> list[Found]:
    """The headings, without one in a long book that is not numbered, customary or large, and has no sister."""
    plain = [
        after
        for before, after in zip([None, *found], found, strict=False)
        if not (after.level or after.form.numbering or after.opens_page or is_known(after.title))
        and not _COUNTED.match(after.title)
        and not (after.stacked and before is not None and before.level)
        and not any(line.number in large for line in after.lines)
    ]
    if lines < _LONG_BOOK or len(plain) >= _FEWEST:
        return list(found)
    return [heading for heading in found if not any(heading is lone for lone in plain)]
