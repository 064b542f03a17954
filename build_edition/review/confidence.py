"""How sure the OCR program was of a word, where its file tells: that makes a suspect likelier wrong, or less so.

Programs mean different things by their figures, so a figure is only compared with those of the other words of the
same text. That alone never makes a suspect of a word, and corrects none: a program can be sure and wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_edition.geometry import Geometry
from build_edition.review.item import Found
from build_edition.source import Source

# Of all words, the share of which the program was less sure; and times the odds that such a one is wrong.
_ODDS = ((0.02, 4.0), (0.05, 3.0), (0.1, 2.0), (0.2, 1.3), (1.0, 0.7))
_TOLD = 0.1  # of which it was less sure than of nearly all, that is told
_FEWEST = 200  # words that make a comparison
_MOST = 0.98
_REASONS = frozenset({"word", "misread", "case", "lost-character", "rare"})


@dataclass(frozen=True)
class Confidence:
    """The figures of one text, in order; none where there are too few of them."""

    geometry: Geometry | None
    figures: Sequence[float] = ()

    @classmethod
    def of(cls, source: Source) -> Confidence:
        words = source.geometry.words if source.geometry else ()
        figures = sorted(word.confidence for word in words if word.confidence is not None)
        return cls(source.geometry, figures if len(figures) >= _FEWEST and figures[0] < figures[-1] else ())

    def weighed(self, found: Found) -> Found:
        """What was found, as likely wrong as it is with this."""
        if not self.figures or not self.geometry or found.reason not in _REASONS:
            return found
        own = [w.confidence for w in self.geometry.within(found.start, found.end) if w.confidence is not None]
        if not own:
            return found
        share = bisect_left(self.figures, min(own)) / len(self.figures)
        times = next(odds for most, odds in _ODDS if share < most)
        odds = found.wrong / max(1e-6, 1 - found.wrong) * times
        likely = min(odds / (1 + odds), max(_MOST, found.wrong))
        if share >= _TOLD:
            return replace(found, wrong=likely)
        said = f"The OCR program was less sure of it than of {int(100 * (1 - share))} of 100 words."
        return replace(found, wrong=likely, evidence=(*found.evidence, said))
