"""Side-heads run into the first line of their paragraph, in a hard-wrapped book that keeps none of their type.

Serves `headings`.  Where bold and italic are lost, only a stop with a dash or capitals tell a side-head from a
short sentence: so several paragraphs must begin in one of these forms, with different words, few of them, over
prose.  Numbers before them must count on.  One word again and again is a speaker's; heads in the order of the
alphabet are those of a glossary.  The head ends with its own stop or dash, and the paragraph begins after it.

    The weir in winter.—When the frost came …     ->  head over “The weir in winter.—”, run_in
    ICE AND NETS. Downstream the river …          ->  head over “ICE AND NETS.”, run_in
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.headings.pieces import Piece
from build_edition.rules.evidence.layout.measure import Measure
from build_edition.rules.evidence.lines.title_words import is_caption

_FEWEST = 3  # side-heads of one form
_DISTINCT = 0.75  # of them say what no other does
_WORDS = 9  # of a side-head
_PROSE = 3  # lines of a paragraph that has one
_NUMBER = r"(?:(?:§\s*)?(?P<n>\d{1,2})[.)]?\s+)?"
_STOP_AND_DASH = re.compile(rf"(?P<head>{_NUMBER}(?P<words>[A-Z“‘][^.:;!?—\d]{{2,60}})\.\s?—)\s?(?=[A-Z“‘\"(])")
_CAPITALS = re.compile(
    rf"(?P<head>{_NUMBER}(?P<words>[A-Z][A-Z’'&,\s-]{{4,60}})(?:[.:]|\.?\s?—))\s?(?=[A-Z“‘\"(][a-z’'\s])"
)
Found = tuple[int, "re.Match[str]"]  # a place among the pieces


def mark(draft: Draft, pieces: Sequence[Piece], measure: Measure, level: int) -> None:
    """Mark the side-heads at the openings of these pieces, all at one level."""
    for form in (_STOP_AND_DASH, _CAPITALS):
        found = [(i, match) for i, piece in enumerate(pieces) if (match := form.match(piece.first.ink))]
        if len(found) < _FEWEST or not _is_form(found, pieces, measure):
            continue
        for i, match in found:
            start = pieces[i].first.ink_start
            draft.mark("head", start, start + match.end("head"), level=level, run_in=True)


def _is_form(found: Sequence[Found], pieces: Sequence[Piece], measure: Measure) -> bool:
    """Whether these openings together can only be side-heads."""
    words = [" ".join(match["words"].casefold().split()) for _, match in found]
    if len(set(words)) < _DISTINCT * len(words) or words == sorted(words):
        return False
    if any(len(each.split()) > _WORDS or is_caption(each) for each in words):
        return False
    prose = (pieces[i] for i, _ in found)
    if sum(len(piece.lines) >= _PROSE and measure.is_filled(piece.lines[1]) for piece in prose) < _DISTINCT * len(
        words
    ):
        return False
    numbers = [int(match["n"]) for _, match in found if match["n"]]
    if not numbers:
        return True
    steps = sum(after in (before + 1, 1) for before, after in pairwise(numbers))
    return len(numbers) == len(found) and steps >= _DISTINCT * (len(numbers) - 1)
