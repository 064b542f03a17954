"""The records an editor writes, as models: `edition/edition.yml` and `edition/works/ID.yml`.

A model says what a field means, what is allowed in it and, where that is not plain, what to write instead.
`loading` reads the files and turns what the models refuse into errors with a line and a remedy.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictInt, StringConstraints, model_validator

from build_edition.edition.forge import (
    ForgeKind,
    branch_name,
    folder_path,
    guessed_forge,
    mail_address,
    repository_address,
)
from build_edition.edition.loading.record import BibKey, Day, Language, Line, Prose, Record, WorkId
from build_edition.edition.structure.record import StructureRecord

Layout = Literal["auto", "book", "essay", "web"]

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


def web_address(address: str) -> str:
    """The address, if it is one of the web; raises `ValueError`."""
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", address):
        raise ValueError("must be a web address that begins with https:// or http://")
    return address


class EditionRecord(Record):
    """The edition as a whole."""

    title: Line
    """What the edition is called."""
    subtitle: Line | None = None
    """A second line of the title."""
    editors: tuple[Line, ...] = Field(min_length=1)
    """Who edits it, one name an entry."""
    licence: Line
    """The licence of the editorial matter as an SPDX identifier, such as `CC-BY-4.0`."""
    language: Language
    """The language that the editors write in."""
    version: Line
    """The version of the edition, which a citation names; not the version of the program."""
    date: Day | None = None
    """The day of this version, which files that are taken away bear; without it they bear none of their own."""
    sources: tuple[Line, ...] = Field(default=("sources", "../shared/sources"), min_length=1)
    """Folders, searched in order, from the edition's root."""
    outputs: tuple[Literal["site"], ...] = Field(default=("site",), min_length=1)
    """What `build` makes."""
    citations: Line = "chicago-notes"
    """How works are cited: `chicago-notes`, `chicago-author-date`, or the path of a CSL style of its own."""
    repository: Annotated[str, AfterValidator(repository_address)] | None = None
    """The web address of the edition's repository; pages lead there with a correction that a reader suggests."""
    forge: ForgeKind | None = None
    """The software of the repository's site (`forgejo` is Gitea too); not needed where its host is well known."""
    branch: Annotated[Line, AfterValidator(branch_name)] = "main"
    """The branch that a suggested correction is to change."""
    folder: Annotated[str, AfterValidator(folder_path)] = ""
    """Where in the repository the edition stands, if not at its root."""
    contact: Annotated[Line, AfterValidator(mail_address)] | None = None
    """An e-mail address to which readers may send a correction; it stands on every page of a text."""
    address: Annotated[str, AfterValidator(web_address)] | None = None
    """The web address of the published site: permanent links and the metadata of pages begin with it."""

    @model_validator(mode="after")
    def _knows_its_forge(self) -> EditionRecord:
        if self.repository and self.forge_kind is None:
            raise ValueError(
                f"names the repository {self.repository}, and not what software is there; add `forge: github`, "
                "`gitlab` or `forgejo`, or `forge: other` for pages to offer no link to it"
            )
        return self

    @property
    def forge_kind(self) -> ForgeKind | None:
        """The kind of forge that keeps the repository, as said or by its host; None where it cannot be known."""
        return self.forge or (guessed_forge(self.repository) if self.repository else None)

    def at(self, path: str) -> str:
        """Where a path of the published site is; empty where the edition has no address."""
        return f"{self.address.rstrip('/')}/{path}" if self.address else ""


class SourceRecord(Record):
    """The witness that a work is edited from."""

    file: Annotated[Line, AfterValidator(_file_name)]
    """Its name, without folders: it is looked for on the search path. It may be a folder of pages."""
    sha256: Sha256
    """Its hash, by which it is known for certain."""
    origin: Prose
    """Where the text comes from and how it was made: a sentence or two for the reader."""


class RightsRecord(Record):
    """Whose the text is, and what a reader may do with it."""

    uri: Annotated[str, AfterValidator(_rights_uri)]
    """The rights as an address of rightsstatements.org or creativecommons.org."""
    statement: Prose
    """What a reader may do with the text, in a sentence."""
    holder: Line | None = None
    """Who holds the copyright, where that is known."""


class WorkRecord(Record):
    """One work of the edition: everything about it that is no bibliographic fact and no correction."""

    id: WorkId
    """The name of the file; it stands in addresses and citations, so it never changes."""
    bib: BibKey
    """Its entry in the bibliography."""
    title: Line
    """The short title, for navigation."""
    order: StrictInt = Field(ge=1)
    """Where the work stands in the edition; no two works share a place."""
    layout: Layout = "auto"
    """Lines as printed (`book`), a line a paragraph (`essay`), or a saved page (`web`)."""
    source: SourceRecord
    """The witness that the work is edited from."""
    rights: RightsRecord
    """Whose the text is."""
    supply: Prose
    """How someone who has the edition without this text can get and supply it."""
    structure: tuple[StructureRecord, ...] = ()
    """What the rules cannot know of its structure, decided by an editor; later entries build on earlier ones."""
