"""The records an editor writes, as models: `edition/edition.yml` and `edition/works/ID.yml`.

A model says what a field means, what is allowed in it and, where that is not plain, what to write instead.
`loader.py` reads the files and turns what the models refuse into errors with a line and a remedy.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt, StringConstraints

Layout = Literal["auto", "book", "essay", "web"]

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n\r]*$"),
    Field(description="words on one line"),
]
Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), Field(description="a sentence or more")
]
Language = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"),
    Field(description="a BCP 47 language tag, such as en-GB"),
]
# It stands in addresses and in citations, so it never changes.
WorkId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60),
    Field(description="small letters, digits and single hyphens, such as smith-1960"),
]
# A colon or a dot in a key would be lost on the way to a citation.
BibKey = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9_-]+$"),
    Field(description="the key of an entry of the bibliography: letters, digits, hyphens, underscores"),
]
Sha256 = Annotated[
    str,
    StringConstraints(to_lower=True, pattern=r"^[0-9A-Fa-f]{64}$"),
    Field(description="the SHA-256 of the file, 64 digits and letters, as `sha256sum FILE` prints it"),
]

RIGHTS_URI = re.compile(
    r"https?://(rightsstatements\.org/(vocab|page)/[A-Za-z-]+/1\.0/"
    r"|creativecommons\.org/(licenses|publicdomain)/[a-z-]+/[0-9.]+/([a-z-]+/)?)"
)


def _rights_uri(uri: str) -> str:
    if not RIGHTS_URI.fullmatch(uri):
        raise ValueError(
            "is no address of rightsstatements.org or creativecommons.org; write one, such as "
            "http://rightsstatements.org/vocab/InC/1.0/ (in copyright), with its last slash"
        )
    return uri


def _file_name(name: str) -> str:
    if name != PurePath(name).name or name in {".", ".."} or "\\" in name:
        raise ValueError("must be a file name without folders; list the folder under `sources` in edition.yml")
    return name


def _web_address(address: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", address):
        raise ValueError("must be a web address that begins with https:// or http://")
    return address


class Record(BaseModel):
    """What all records share: no unknown keys, and never altered once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class EditionRecord(Record):
    """The edition as a whole."""

    title: Line
    subtitle: Line | None = None
    editors: tuple[Line, ...] = Field(min_length=1)
    licence: Line
    """The licence of the editorial matter as an SPDX identifier, such as `CC-BY-4.0`."""
    language: Language
    version: Line
    """The version of the edition, which a citation names; not the version of the program."""
    sources: tuple[Line, ...] = Field(default=("sources", "../shared/sources"), min_length=1)
    """Folders, searched in order, from the edition's root."""
    outputs: tuple[Literal["site"], ...] = Field(default=("site",), min_length=1)
    repository: Annotated[str, AfterValidator(_web_address)] | None = None


class SourceRecord(Record):
    """The witness that a work is edited from."""

    file: Annotated[Line, AfterValidator(_file_name)]
    sha256: Sha256
    origin: Prose
    """Where the text comes from and how it was made: a sentence or two for the reader."""


class RightsRecord(Record):
    """Whose the text is, and what a reader may do with it."""

    uri: Annotated[str, AfterValidator(_rights_uri)]
    statement: Prose
    holder: Line | None = None
    """Who holds the copyright, where that is known."""


class WorkRecord(Record):
    """One work of the edition: everything about it that is no bibliographic fact and no correction."""

    id: WorkId
    bib: BibKey
    title: Line
    """The short title, for navigation."""
    order: StrictInt = Field(ge=1)
    """Where the work stands in the edition; no two works share a place."""
    layout: Layout = "auto"
    source: SourceRecord
    rights: RightsRecord
    supply: Prose
    """How someone who has the edition without this text can get and supply it."""
