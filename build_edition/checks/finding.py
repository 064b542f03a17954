"""A finding of `check`."""

from __future__ import annotations

from dataclasses import dataclass

from build_edition.checks.kind import Severity
from build_edition.checks.kinds import KINDS
from build_edition.errors import EditionError

# Every code that a finding can bear, and what it means; `kinds` says more of each, and is where one is added.
CODES = {code: kind.means for code, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong (`error`), may be (`warning`), or should be known (`note`).

    `code` is one of `CODES`; `place` is a file with its line, a work or a page.
    """

    code: str
    severity: Severity
    place: str
    what: str
    remedy: str = ""

    def __post_init__(self) -> None:
        if KINDS[self.code].severity != self.severity:
            raise ValueError(f"a finding {self.code} is no {self.severity}: see build_edition/checks/kinds")

    @classmethod
    def made(cls, code: str, place: str, what: str, remedy: str = "") -> Finding:
        """The finding of a kind, as grave as its kind is."""
        return cls(code, KINDS[code].severity, place, what, remedy)

    @classmethod
    def of(cls, code: str, error: EditionError) -> Finding:
        """The finding that an error is, when it is met in a check."""
        return cls.made(code, error.where, error.what, error.remedy)
