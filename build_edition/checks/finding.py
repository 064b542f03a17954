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
    "emendation-over-rule": "An emendation takes the place of what a rule did, and reads otherwise.",
    "rule-unlisted": "A rule intervened that the accounting has no head for.",
    "accounting": "Characters of a source are not accounted for, or more than once.",
    "call-lost": "A note is called nowhere; the source has lost its call.",
    "ledger-missing": "No passage of a work is published, in a version that may be cited.",
    "ledger-source": "The passages of a work were published from another source.",
    "passage-moved": "A published id leads to another text than it was given to.",
    "passage-unpublished": "A work has passages that are not published yet.",
    "passage-vanished": "A published id leads nowhere.",
    "passage-twice": "Two passages of a work bear one id.",
    "ambiguous": "A form belongs to several entries, and no decision says whose it is.",
    "undefined": "A link leads to an entry of the glossary or a register that there is not.",
    "entry-unused": "No work names an entry of the glossary or a register.",
    "form-unused": "Forms that an entry lists stand in no work by themselves.",
    "own-entry-missing": "A passage said to be a work's own entry for a term does not exist.",
    "decision-idle": "A decision about a form decides nothing.",
    "crossref": "A record of a cross-reference does not match its source, or leads to what is not there.",
    "crossref-nowhere": "A text refers to a page, figure or table of its own that this text does not have.",
    "chronology-nowhere": "An event names an entry of a work's chronology that is not there.",
    "chronology-undated": "An entry of a work's chronology has no date that can be read.",
    "citation": "What is written by hand cites what the bibliography does not have, or in no form that is known.",
    "bib-key": "The key of an entry of the bibliography has a sign that citations cannot have.",
    "bib-incomplete": "An entry of the bibliography has no date or no title.",
    "bib-unused": "Nothing cites an entry of the bibliography.",
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
