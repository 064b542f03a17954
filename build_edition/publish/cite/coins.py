"""A bibliographic entry as COinS: what reference managers read from a page (OpenURL in a span without words)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from build_edition.edition.bibliography import BibEntry
from build_edition.writers.escaping import attribute

_BOOKS = {"book": "book", "incollection": "bookitem", "inbook": "bookitem", "inproceedings": "proceeding"}


def coins(entry: BibEntry) -> str:
    """The span for one entry."""
    return f'<span class="Z3988" title="{attribute(urlencode(list(_fields(entry))))}"></span>'


def _fields(entry: BibEntry) -> Iterator[tuple[str, str]]:
    journal = entry.type == "article"
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{'journal' if journal else 'book'}"
    yield "rft.genre", "article" if journal else _BOOKS.get(entry.type, "document")
    in_book = bool(entry.container) and not journal
    named = [
        ("rft.atitle", entry.title if journal or in_book else ""),
        ("rft.jtitle", entry.container if journal else ""),
        ("rft.btitle", "" if journal else entry.container or entry.title),
        *(("rft.au", name) for name in entry.authors or entry.editors),
        ("rft.date", entry.date.partition("/")[0] if "-2" not in entry.date[4:6] else entry.year),
        ("rft.pub", entry.publisher),
        ("rft.place", entry.place),
        ("rft.volume", entry.volume),
        ("rft.issue", entry.issue if journal else ""),
        ("rft.pages", entry.pages),
    ]
    yield from ((name, value) for name, value in named if value)
