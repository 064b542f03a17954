"""The form of the data beside a text page, as docs/reference/data.md tells it; no other field is let in."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["word", "hyphen", "dress"]
Low = Literal["low"]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Edition(_Form):
    title: str
    version: str
    address: str


class SourceName(_Form):
    name: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class Place(_Form):
    start: int
    end: int
    lines: list[int] = Field(min_length=2, max_length=2)
    pieces: list[list[int]] | None = None


class Call(_Form):
    n: str
    at: int
    note: str | None = None
    cert: Low | None = None


class Break(_Form):
    at: int
    n: str | None = None
    cert: Low | None = None


class Link(_Form):
    kind: str
    target: str
    start: int
    end: int
    note: str | None = None
    cert: Low | None = None


class Mark(_Form):
    kind: str
    start: int
    end: int
    note: str | None = None
    rend: str | None = None


class Change(_Form):
    start: int
    end: int
    source: str
    reading: str
    kind: Kind
    by: str = Field(min_length=1)
    rule: str = Field(min_length=1)
    cert: Literal["high", "low"]
    line: int
    cause: str | None = None
    note: str | None = None
    row: str | None = None
    also: list[str] | None = None


class Passage(_Form):
    id: str
    kind: str
    section: str
    pages: list[str]
    text: str
    source: Place
    calls: list[Call] = []
    breaks: list[Break] = []
    links: list[Link] = []
    changes: list[Change] = []
    marks: list[Mark] = []
    unaligned: Literal[True] | None = None


class Note(_Form):
    key: str
    n: str
    text: str
    called: list[str]
    division: str | None = None


class Head(_Form):
    version: Literal[1]
    edition: Edition
    work: str
    division: str
    title: str
    url: str
    source: SourceName


class PageIndex(Head):
    format: Literal["build-edition/page"]
    rules: dict[str, str]
    passages: list[Passage]
    notes: list[Note]


class Line(_Form):
    n: int
    start: int
    text: str
    seen: str = Field(pattern=r"^[0-9a-f]{4}$")
    before: str | None = None
    after: str | None = None


class Piece(_Form):
    start: int
    end: int
    passage: int | None = None
    division: str | None = None


class SourceChange(_Form):
    start: int
    end: int
    reading: str
    kind: Literal["word", "hyphen", "dress", "forme work"]
    by: str = Field(min_length=1)
    rule: str = Field(min_length=1)
    cert: Literal["high", "low"]
    cause: str | None = None


class Span(_Form):
    start: int
    end: int


class Held(Span):
    at: int
    line: int
    read: str
    nth: int | None = None
    corrected: str | None = Field(default=None, alias="as")
    perhaps: str | None = None
    stet: Literal[True] | None = None
    cause: str | None = None
    cert: Literal["high", "low"]
    by: str


class PageSource(Head):
    format: Literal["build-edition/page-source"]
    start: int
    end: int
    lines: list[Line]
    newline: Literal["\n", "\r\n", "\r", ""]
    pieces: list[Piece]
    changes: list[SourceChange]
    calls: list[Span]
    held: list[Held]
