"""Which format a file is in, told by how it begins: its name may say anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from build_edition.errors import InputError
from build_edition.readers import alto, hocr, page_xml, pdf_boxes
from build_edition.readers.scan import Page
from build_edition.source import BYTE_ORDER_MARKS

Format = Literal["hOCR", "ALTO", "PAGE XML", "words of a PDF"]
READERS: dict[Format, Callable[[bytes, str], list[Page]]] = {
    "hOCR": hocr.read,
    "ALTO": alto.read,
    "PAGE XML": page_xml.read,
    "words of a PDF": pdf_boxes.read,
}
HEAD = 65_536  # bytes that tell
_BEFORE = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_HOCR = re.compile(
    r"class\s*=\s*[\"']?[^\"'>]*\bocr_page\b|name\s*=\s*[\"']?ocr-(?:system|capabilities)", re.IGNORECASE
)
_PDF_BOXES = re.compile(r"<doc>\s*<page\s+width=")
# What comes beside such files, or instead of them, and what to do.
_OTHERS = {
    "mets": ("METS, a list of files", "Give the folder of its ALTO or PAGE files."),
    "DjVuXML": ("DjVu XML", "Of an item of the Internet Archive, give the file that ends in _hocr.html."),
    "fulltext": ("the text for search of an hOCR file", "Give the hOCR file."),
}


def format_of(head: bytes) -> Format | None:
    """The format of a file that begins so; None where it is none of those known."""
    text = _decoded(head)
    root = _root(text)
    if root.lower() == "alto":
        return "ALTO"
    if root == "PcGts":
        return "PAGE XML"
    if root.lower() not in ("html", "body", "div"):
        return None
    return "hOCR" if _HOCR.search(text) else "words of a PDF" if _PDF_BOXES.search(text) else None


def refuse_kin(head: bytes, name: str) -> None:
    """Raise `InputError` for what is often found beside the formats known, and is none."""
    text = _decoded(head)
    root = _root(text)
    nature, remedy = _OTHERS.get(root, ("", ""))
    if root == "document" and "abbyy.com" in text:
        nature, remedy = "FineReader XML", "Export ALTO instead; the Internet Archive has hOCR beside it."
    if nature:
        raise InputError(f"this is {nature}, not a page", where=name, remedy=remedy)


def _decoded(head: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head.decode(encoding, "replace").lstrip("\ufeff")
    return head.decode("utf-8", "replace")


def _root(text: str) -> str:
    """The name of the first element, without its prefix."""
    if "<" not in text[:200]:
        return ""
    before = _BEFORE.match(text)
    root = _ROOT.match(text, before.end() if before else 0)
    return root[1] if root else ""
