"""The ways in which a run can fail, each with its exit code and a sentence a person can act on.

Every error that a user can cause is one of these; anything else that escapes is a defect of ours and
leaves with `INTERNAL`.
"""

from __future__ import annotations

GOOD, FINDINGS, USAGE, UNREADABLE, INTERNAL = range(5)


class EditionError(Exception):
    """Something a person can put right.

    `what` says what is wrong, `where` names the file (and line) it is wrong in, `remedy` what to do.
    """

    exit_code = FINDINGS

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.remedy = what, where, remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"\n  {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{advice}"


class UsageError(EditionError):
    """The command was asked for something that it cannot mean."""

    exit_code = USAGE


class InputError(EditionError):
    """A file that cannot be read, or is not what it should be."""

    exit_code = UNREADABLE


class RecordError(EditionError):
    """An editorial record that is invalid, or no longer matches its source."""


class CorrectionError(RecordError):
    """A wanted change of the reading text that no record of words can express, or that would change more."""


class TranscriptError(EditionError):
    """Interventions or marks that break the invariants of a transcript."""

    exit_code = UNREADABLE
