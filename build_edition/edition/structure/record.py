"""A decision about structure, an entry of `structure:` in `edition/works/ID.yml`, as a model.

It says what words are (`set`) or are not (`unset`), or where a note call stood that the source has lost (`call`).
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Literal

from pydantic import Field, StrictBool, StrictInt, model_validator

from build_edition.edition.loading.record import Line, Prose, Record

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
