"""A finding of `check`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from build_edition.errors import EditionError

Severity = Literal["error", "warning", "note"]

# Every code that a finding can bear, and what it means.
CODES = {
    "record": "A record of the edition is invalid.",
    "source-missing": "The source of a work is not there; its pages are left out.",
    "source-other": "A file has the name of a source and another hash.",
    "source-warning": "A source was read, but not without doubt.",
    "emendation": "An emendation does not match its source, or clashes with another record.",
    "rule-unlisted": "A rule intervened that the accounting has no head for.",
    "accounting": "Characters of a source are not accounted for, or more than once.",
    "call-lost": "A note is called nowhere; the source has lost its call.",
    "passage-twice": "Two passages of a work bear one id.",
    "link-broken": "A page of the site links to a file that is not there.",
    "anchor-missing": "A page of the site links to a place that is not on the page.",
    "id-twice": "Two elements of one page bear one id.",
}


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

    @classmethod
    def of(cls, code: str, error: EditionError) -> Finding:
        """The finding that an error is, when it is met in a check."""
        return cls(code, "error", error.where, error.what, error.remedy)
