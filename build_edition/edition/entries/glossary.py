"""The glossary, `edition/glossary.yml`: terms, what they mean, and every form in which a text has them."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from build_edition.edition.entries.entry import Entry, Forms, Kind, PassageRef
from build_edition.edition.loading.record import Line, Prose, Record


class Transliterations(Record):
    """A Russian word in Latin letters, by the systems in use; any of them may be left out."""

    ala_lc: Line | None = Field(default=None, alias="ala-lc")
    """By the tables of the Library of Congress."""
    bgn_pcgn: Line | None = Field(default=None, alias="bgn-pcgn")
    """By the rules for names on maps."""
    scholarly: Line | None = None
    """As linguists write it, such as `kolchoz`."""
    popular: Line | None = None
    """As it is best known in English."""


class Term(Entry):
    """A headword of the glossary."""

    kind: ClassVar[Kind] = "term"

    headword: Line
    """The form that the glossary sorts by and shows."""
    expansion: Line | None = None
    """What an abbreviation stands for."""
    transliterations: Transliterations | None = None
    """The word in Latin letters, by system."""
    forms: Forms = Field(min_length=1)
    """Every form that stands for it in a text, each listed, inflected ones too."""
    definition: Prose
    """One to four sentences, in the editors' own words."""
    own_entries: tuple[PassageRef, ...] = ()
    """The passages in which the works explain it themselves, as in a glossary of their own."""

    @property
    def label(self) -> str:
        return self.headword
