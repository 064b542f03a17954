"""Sheets as whole documents, and the one that leads through the others: contents, landmarks, printed pages."""

from __future__ import annotations

from collections.abc import Iterable

from build_edition.writers.epub.book import NAV, STYLE, Book, Entry, Sheet
from build_edition.writers.escaping import attribute, html


def document(sheet: Sheet, language: str) -> str:
    """A sheet as a document."""
    up = "../" * sheet.path.count("/")
    tongue = attribute(language)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'xml:lang="{tongue}" lang="{tongue}">\n<head>\n<meta charset="utf-8"/>\n'
        f"<title>{html(sheet.title)}</title>\n"
        f'<link rel="stylesheet" type="text/css" href="{up}{STYLE}"/>\n</head>\n'
        f'<body class="{attribute(sheet.kind)}">\n{sheet.body}\n</body>\n</html>\n'
    )


def nav(
    contents: Iterable[Entry],
    landmarks: Iterable[tuple[str, str, str]],
    pages: Iterable[tuple[str, str]],
) -> Sheet:
    """The sheet of the contents, at which a reader looks too; the other lists are for reading systems."""
    marks = "\n".join(
        f'<li><a epub:type="{kind}" href="{attribute(href)}">{html(title)}</a></li>'
        for kind, title, href in landmarks
    )
    parts = [
        f'<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">\n<h1 id="contents">Contents</h1>\n'
        f"{_listed(contents)}\n</nav>",
        '<nav epub:type="landmarks" aria-labelledby="landmarks" hidden="hidden">\n'
        f'<h2 id="landmarks">Landmarks</h2>\n<ol>\n{marks}\n</ol>\n</nav>',
    ]
    listed = "\n".join(f'<li><a href="{attribute(href)}">{html(label)}</a></li>' for label, href in pages)
    if listed:
        parts.append(
            '<nav epub:type="page-list" role="doc-pagelist" aria-labelledby="pages" hidden="hidden">\n'
            f'<h2 id="pages">Pages of the printed source</h2>\n<ol>\n{listed}\n</ol>\n</nav>'
        )
    return Sheet(NAV, "Contents", "\n".join(parts), "contents")


def _listed(entries: Iterable[Entry]) -> str:
    rows = []
    for entry in entries:
        below = f"\n{_listed(entry.below)}" if entry.below else ""
        rows.append(f'<li><a href="{attribute(entry.href)}">{html(entry.title)}</a>{below}</li>')
    return "<ol>\n" + "\n".join(rows) + "\n</ol>"


def documents(book: Book) -> Iterable[tuple[str, str]]:
    """Every sheet of a book as a document, at its path."""
    return ((sheet.path, document(sheet, book.about.language)) for sheet in book.sheets)
