"""An evaluation: one transcript, one truth, every measure; and the same as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass

from build_edition.errors import UsageError
from build_edition.evaluate.compare import compare
from build_edition.evaluate.line_compare import compare_lines
from build_edition.evaluate.line_truth import LineTruth
from build_edition.evaluate.measures import Measure, Scope
from build_edition.evaluate.report import details
from build_edition.evaluate.truth_forms import AnyTruth, TrueText
from build_edition.source import Source
from build_edition.transcript import Transcript

FORMAT, VERSION = "build-edition/evaluation", 1


@dataclass(frozen=True)
class Evaluation:
    """The measures of a transcript, by name, and what they were measured on."""

    source: Source
    truth_name: str
    scope: Scope
    measures: dict[str, Measure]

    def dump(self) -> str:
        """The evaluation as JSON."""
        record = {
            "format": FORMAT,
            "version": VERSION,
            "source": {"name": self.source.name, "sha256": self.source.sha256},
            "truth": self.truth_name,
            "lines": [self.scope.first, min(self.scope.last, len(self.source.lines))],
            "measures": details({name: this for name, this in self.measures.items() if this.counted}),
        }
        return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def evaluate(
    transcript: Transcript, truth: AnyTruth, truth_name: str, first: int | None, last: int | None
) -> Evaluation:
    """Compare; `first` and `last` are lines of the source, by default those that the truth speaks of.

    Raises `UsageError` where there are no such lines.
    """
    count = len(transcript.source.lines)
    told = truth.range if isinstance(truth, LineTruth) else None
    # A truth of the whole source is not cut to what the source has: what is lost at its ends counts as lost.
    whole = first is None and last is None and told is None
    start, end = told or (1, count)
    scope = Scope() if whole else Scope(first or start, min(last or end, count))
    if scope.first > count or scope.first > scope.last:
        raise UsageError(
            f"there are no lines {scope.first} to {scope.last}: the source has {count}",
            remedy="Give --first and --last as lines of the source, the first no later than the last.",
        )
    return Evaluation(transcript.source, truth_name, scope, _measures(transcript, truth, scope))


def _measures(transcript: Transcript, truth: AnyTruth, scope: Scope) -> dict[str, Measure]:
    """Every measure; where a true text and the lines told beside it speak on the same, the lines do."""
    if isinstance(truth, LineTruth):
        return compare_lines(transcript, truth, scope)
    if isinstance(truth, TrueText):
        return compare(transcript, truth.text, scope) | compare_lines(transcript, truth.lines, scope)
    return compare(transcript, truth, scope)
