"""What an EPUB is made of: its sheets, what leads through them, what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

FOLDER = "EPUB"  # of everything but what the container itself asks for
NAV = "nav.xhtml"
STYLE = "style.css"
COVER = "cover.png"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document of the book: its path in it, its title, its body as XHTML, and its kind, for style."""

    path: str
    title: str
    body: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: where it leads, and the lines below it."""

    title: str
    href: str
    below: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the metadata; `filed` is the name as lists have it, `role` a MARC relator."""

    name: str
    role: str
    filed: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a book says of itself. `identifier` never changes; `others` are further names of the same.

    `source` is the printed book whose pages the page list gives; empty where no pages are known.
    """

    identifier: str
    title: str
    language: str
    modified: str
    version: str
    creators: tuple[Person, ...]
    contributors: tuple[Person, ...]
    publisher: str
    rights: str
    sources: tuple[str, ...]
    description: str
    date: str = ""
    others: tuple[str, ...] = ()
    source_of_pages: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """A whole book. `landmarks` are the kind, title and address of each, `pages` the label and address of each.

    `files` are what sheets call for beside the style sheet: by path the bytes and the media type.
    """

    about: About
    sheets: tuple[Sheet, ...]
    contents: tuple[Entry, ...]
    landmarks: tuple[tuple[str, str, str], ...]
    pages: tuple[tuple[str, str], ...]
    style: str
    files: Mapping[str, tuple[bytes, str]] = field(default_factory=lambda: MappingProxyType({}))
