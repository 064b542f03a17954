"""What the titles whose numbers run on tell of others in the same book: how they are worded, set and numbered.

Serves `headings`.  Where section titles are questions, a question may head a chapter too; and words in capitals
after a number that fits nowhere are a title whose number was misread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from build_edition.rules.evidence.headings.form import form_of
from build_edition.rules.evidence.headings.pieces import Piece
from build_edition.rules.evidence.headings.shape import is_question
from build_edition.rules.evidence.headings.wording import LONGEST, in_capitals

_COMPANY = 3  # questions in capitals that are headings, if none is numbered


class Sisters:
    """The like of a book's headings; `enumerated` has the system in which a piece is numbered."""

    def __init__(self, pieces: Sequence[Piece], enumerated: Callable[[int], str]) -> None:
        capitals = [p for p in pieces if p.begins and len(p.lines) <= LONGEST and in_capitals(p.ink)]
        numbered = (i for i, p in enumerate(pieces) if p.counted and in_capitals(p.ink))
        counts = Counter(form_of(pieces[i], enumerated(i)).numbering for i in numbered)
        self._system = counts.most_common(1)[0][0] if counts else ""
        self._asked = bool(counts) or sum(map(is_question, capitals)) >= _COMPANY

    def has_question(self, piece: Piece) -> bool:
        """Whether a question in capitals is set as headings of this book are."""
        return self._asked and in_capitals(piece.ink)

    def system_of(self, ink: str) -> str:
        """The system of the others, where a number that may be misread stands before capitals; else ""."""
        has_figure = any(c.isdigit() for c in ink.partition(" ")[0])
        return self._system if has_figure and in_capitals(ink) else ""
