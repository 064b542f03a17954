"""Printing a Typst document to a PDF, and reading the text of its pages back."""

from __future__ import annotations

from pathlib import Path

from build_edition.specimen.maker.tools import run

# The typesetter writes its own hyphens as soft ones; a reader of the page sees a hyphen.
SOFT_HYPHEN = "\u00ad"


def printed(code: str) -> bytes:
    """The PDF of a Typst document, in the fonts that Typst brings."""
    import typst

    pdf = typst.compile(code.encode(), ignore_system_fonts=True)
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave no single PDF")
    return pdf


def words_of(pdf: Path) -> bytes:
    """The words of a PDF with their places, as Poppler writes them."""
    return run("pdftotext", "-bbox-layout", "-enc", "UTF-8", pdf, "-").encode()


def text_of(pdf: Path) -> str:
    """The text of a PDF with the lines as they are printed; a form feed ends each page."""
    return run("pdftotext", "-layout", "-enc", "UTF-8", pdf, "-").replace(SOFT_HYPHEN, "-")
