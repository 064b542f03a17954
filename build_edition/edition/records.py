"""The records an editor writes, as models: `edition/edition.yml` and `edition/works/ID.yml`.

A model says what a field means, what is allowed in it and, where that is not plain, what to write instead.
`loader.py` reads the files and turns what the models refuse into errors with a line and a remedy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import PurePath
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
    model_validator,
)

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
    sources: tuple[Line, ...] = Field(default=("sources", "../shared/sources"), min_length=1)
    """Folders, searched in order, from the edition's root."""
    outputs: tuple[Literal["site"], ...] = Field(default=("site",), min_length=1)
    """What `build` makes."""
    citations: Line = "chicago-notes"
    """How works are cited: `chicago-notes`, `chicago-author-date`, or the path of a CSL style of its own."""
    repository: Annotated[str, AfterValidator(_web_address)] | None = None
    """The web address of the edition's repository."""


class SourceRecord(Record):
    """The witness that a work is edited from."""

    file: Annotated[Line, AfterValidator(_file_name)]
    """Its name, without folders: it is looked for on the search path."""
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


SetKind = Literal[
    "p", "head", "quote", "epigraph", "list", "item", "table", "row", "cell", "figure", "note", "floatingText",
    "argument", "byline", "dateline", "milestone", "pb", "hi", "foreign",
]  # fmt: skip
UnsetKind = Literal[SetKind, "ref", "fw"]

# What a mark of each kind may say of itself, besides how certain it is.
ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "p": ("continues", "role"), "head": ("level", "label", "run_in"), "quote": ("rend",), "epigraph": ("rend",),
    "list": ("ordered", "type"), "row": ("role",), "cell": ("col",), "figure": ("label",),
    "note": ("n", "type", "continues"), "floatingText": ("type",), "milestone": ("rend",), "pb": ("n",),
    "hi": ("rend",),
}  # fmt: skip
_OF_MARKS = ("level", "label", "run_in", "n", "ordered", "type", "continues", "col", "role", "rend")
_NEEDED = {"set": "from", "unset": "line", "call": "line"}
_OF_NATURE: Mapping[str, frozenset[str]] = {
    "set": frozenset({"from", "to", *_OF_MARKS, "cert"}),
    "unset": frozenset({"line", "read", "nth"}),
    "call": frozenset({"line", "after", "nth", "cert"}),
}


class Words(Record):
    """Words of the source, quoted from where they begin."""

    line: StrictInt = Field(ge=1)
    """The line of the source on which the words begin, counted from 1."""
    read: str = Field(min_length=1, pattern=r"\S")
    """What stands there, letter for letter; enough of it to stand only once on the line."""
    nth: StrictInt | None = Field(default=None, ge=1)
    """Which of several on the line."""


class StructureRecord(Record):
    """One decision about structure: what words are (`set`), or are not (`unset`), or where a note call stood."""

    sets: SetKind | None = Field(default=None, alias="set")
    """What the words from `from` to `to` are."""
    unsets: UnsetKind | None = Field(default=None, alias="unset")
    """What the words that begin on `line` are not."""
    call: Line | None = None
    """The number of a note call that the source has lost, in quotes; it stood after the words `after`."""
    begins: Words | None = Field(default=None, alias="from")
    """The first words: `{line: 12, read: "The miller"}`."""
    ends: Words | None = Field(default=None, alias="to")
    """The last words; left out where `from` quotes them all."""
    line: StrictInt | None = Field(default=None, ge=1)
    """The line of the source, counted from 1."""
    read: str | None = Field(default=None, min_length=1, pattern=r"\S")
    """The first words of what is unset, where more than one such thing begins on the line."""
    after: str | None = Field(default=None, min_length=1, pattern=r"\S")
    """The words of the source after which the call stood."""
    nth: StrictInt | None = Field(default=None, ge=1)
    """Which of several on the line."""
    level: StrictInt | None = Field(default=None, ge=1, le=5)
    """Of a heading: 1 part, 2 chapter, 3 section, 4 and 5 below."""
    label: Line | None = None
    """Of a heading or figure: what stands before its title, such as CHAPTER TWO."""
    run_in: StrictBool | None = None
    """Of a heading: whether the paragraph runs on behind it."""
    n: Line | None = None
    """Of a note or page: its printed number, in quotes."""
    ordered: StrictBool | None = None
    """Of a list: whether its items are numbered."""
    type: Line | None = None
    """Of a list `gloss` or `chronology`; of a note `source`, `author` or `rights`."""
    continues: StrictBool | None = None
    """Of a paragraph: whether it resumes the one before a display."""
    col: StrictInt | None = Field(default=None, ge=1)
    """Of a cell: its column, counted from 1."""
    role: Line | None = None
    """Of a row: `label` where it heads the columns."""
    rend: Line | None = None
    """How it is set: of emphasis italic, bold, smallcaps …; of a quotation `lines` where its lines are kept."""
    cert: Literal["high", "low"] = "high"
    """Low where it is inferred."""
    by: Line | None = None
    """Who decided it."""
    note: Prose | None = None
    """Why."""

    @model_validator(mode="after")
    def _says_one_thing(self) -> StructureRecord:
        given = {str(info.alias or name) for name, info in type(self).model_fields.items()
                 if name in self.model_fields_set}  # fmt: skip
        natures = [name for name in _NEEDED if name in given]
        if len(natures) != 1:
            raise ValueError("must say one of `set`, `unset` and `call`; give each decision its own record")
        nature = natures[0]
        needed = [name for name in (_NEEDED[nature], "after" if nature == "call" else "") if name]
        missing = [name for name in needed if name not in given]
        if missing:
            raise ValueError(f"has a `{nature}` without `{missing[0]}`; add it")
        odd = sorted(given - _OF_NATURE[nature] - {nature, "by", "note"})
        if odd:
            raise ValueError(f"has a `{nature}` with `{odd[0]}`, which belongs to no such record; leave it out")
        self._describes_its_kind(given)
        return self

    def _describes_its_kind(self, given: AbstractSet[str]) -> None:
        """Raise `ValueError` for what a mark of this kind cannot be, or must."""
        may = ATTRIBUTES.get(self.sets or "", ())
        wrong = [name for name in _OF_MARKS if name in given and name not in may]
        if wrong:
            know = f"it may have {', '.join(f'`{name}`' for name in may)}" if may else f"leave out `{wrong[0]}`"
            raise ValueError(f"gives a {self.sets} a `{wrong[0]}`; {know}")
        if self.sets == "head" and self.level is None:
            raise ValueError("sets a head without `level`; give it one from 1 (part) to 5")
        if self.sets == "pb" and self.ends is not None:
            raise ValueError("sets a pb with `to`; a page beginning is the point before the words of `from`")

    @property
    def attributes(self) -> dict[str, str | int | bool | None]:
        """What the mark that is set says of itself."""
        said = {name: getattr(self, name) for name in _OF_MARKS}
        kept = {name: value for name, value in said.items() if value is not None}
        if self.sets == "pb":
            return {"n": self.n, "cert": self.cert}
        return {**kept, "cert": "low"} if self.cert == "low" else kept


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
