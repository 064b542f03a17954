"""Reporting a comparison: one figure a measure for a baseline, and a table for a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from build_edition.evaluate.measures import ErrorRate, Found, Measure, Share

DIGITS = 4


def figures(measures: Mapping[str, Measure]) -> dict[str, float]:
    """One figure for each measure, from 0 (worst) to 1: F1, accuracy, or 1 less the error rate.

    A measure that had nothing to count is left out: it would look perfect.
    """
    return {name: round(_figure(measure), DIGITS) for name, measure in measures.items() if measure.counted}


def _figure(measure: Measure) -> float:
    if isinstance(measure, Found):
        return measure.f1
    if isinstance(measure, Share):
        return measure.accuracy
    return max(0.0, 1 - measure.rate)  # turned about, so that more is better in every figure


def details(measures: Mapping[str, Measure]) -> dict[str, dict[str, object]]:
    """Everything that was counted, as plain values."""
    return {name: _detail(measure) for name, measure in measures.items()}


def _detail(measure: Measure) -> dict[str, object]:
    differences = [asdict(difference) for difference in measure.differences]
    if isinstance(measure, Found):
        rates = {"precision": measure.precision, "recall": measure.recall, "f1": measure.f1}
        return {
            **{name: round(value, DIGITS) for name, value in rates.items()},
            "right": measure.right,
            "wrong": measure.wrong,
            "overlooked": measure.overlooked,
            "differences": differences,
        }
    if isinstance(measure, Share):
        accuracy = round(measure.accuracy, DIGITS)
        return {"accuracy": accuracy, "right": measure.right, "of": measure.of, "differences": differences}
    rate = round(measure.rate, DIGITS)
    return {"error_rate": rate, "errors": measure.errors, "of": measure.of, "differences": differences}


def rates(measure: Measure) -> tuple[str, str, tuple[str, str, str]]:
    """The figure, what it is made of, and how many are right, missed, and false or wrong, as a table has them."""
    if isinstance(measure, Found):
        parts = f"precision {measure.precision:.4f}, recall {measure.recall:.4f}"
        return f"F1 {measure.f1:.4f}", parts, (str(measure.right), str(measure.overlooked), str(measure.wrong))
    if isinstance(measure, Share):
        of = f"{measure.right} of {measure.of}"
        return f"{measure.accuracy:.4f}", of, (str(measure.right), "", str(measure.of - measure.right))
    return f"errors {100 * measure.rate:.2f} %", f"{measure.errors} in {measure.of}", ("", "", str(measure.errors))


def table(measures: Mapping[str, Measure]) -> str:
    """The measures as lines of text, with counts."""
    return "\n".join(f"{name.replace('_', ' '):16} {_line(measure)}" for name, measure in measures.items())


def _line(measure: Measure) -> str:
    if not measure.counted:
        return "nothing to measure"
    if isinstance(measure, Found):
        return (
            f"F1 {measure.f1:.4f}  precision {measure.precision:.4f}  recall {measure.recall:.4f}  "
            f"({measure.right} right, {measure.wrong} wrong, {measure.overlooked} overlooked)"
        )
    if isinstance(measure, Share):
        return f"accuracy {measure.accuracy:.4f}  ({measure.right} of {measure.of})"
    assert isinstance(measure, ErrorRate)
    return f"error rate {measure.rate:.4f}  ({measure.errors} of {measure.of})"
