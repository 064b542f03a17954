"""A report that quotes nothing of a source but the words that change, for where many may read it.

What records quote stays: they stand in the repository. Of findings only code and place are told, for a sentence
about a record that does not match says what stands there instead.
"""

from __future__ import annotations

from dataclasses import replace

from build_edition.apparatus.word_changes import word_changes
from build_edition.checks.finding import CODES
from build_edition.report.report import (
    MarkChange,
    Note,
    PassageChange,
    Reading,
    Report,
    RuleEffect,
    Told,
    WorkChange,
)

MOST = 8  # words in a row


def discreet(report: Report) -> Report:
    """The same, without the words about those that change."""
    return replace(
        report,
        works=tuple(_work(work) for work in report.works),
        rules=tuple(_rule(rule) for rule in report.rules),
        new_findings=tuple(_finding(told) for told in report.new_findings),
        gone_findings=tuple(_finding(told) for told in report.gone_findings),
        notes=tuple(Note(note.text) for note in report.notes),
        unknown=tuple(Note(note.text) for note in report.unknown),
        quotes=False,
    )


def _work(work: WorkChange) -> WorkChange:
    return replace(
        work,
        readings=tuple(_reading(reading) for reading in work.readings),
        marks=tuple(_mark(mark) for mark in work.marks),
        passages=tuple(_passage(passage) for passage in work.passages),
    )


def _reading(reading: Reading) -> Reading:
    before, after = _changed(reading.before, reading.after)
    return replace(reading, before=before, after=after, lead="", trail="", source="")


def _mark(mark: MarkChange) -> MarkChange:
    return replace(mark, words="", what=" ".join(mark.what.split()[:MOST]))


def _passage(passage: PassageChange) -> PassageChange:
    before, after = _changed(passage.before, passage.after)
    return replace(passage, before=before, after=after)


def _rule(rule: RuleEffect) -> RuleEffect:
    places = tuple(replace(place, reading=_reading(place.reading)) for place in rule.places)
    return replace(rule, places=places)


def _changed(before: str, after: str) -> tuple[str, str]:
    """Only the words that the two do not share, and not too many of these in a row."""
    runs = word_changes(before, after)
    gone = [_cut(run.words) for run in runs if run.kind == "out"]
    new = [_cut(run.words) for run in runs if run.kind == "in"]
    return " … ".join(gone), " … ".join(new)


def _cut(words: tuple[str, ...]) -> str:
    return " ".join(words if len(words) <= MOST else (*words[: MOST // 2], f"[{len(words) - MOST // 2} words]"))


def _finding(told: Told) -> Told:
    place = told.text.partition(": ")[0] if ": " in told.text else ""
    meaning = CODES.get(told.code, "")
    return replace(told, text=f"{place}: {meaning}" if place else meaning, remedy="")
