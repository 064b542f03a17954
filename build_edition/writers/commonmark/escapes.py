"""Escapes: any text of a source arrives as the letters it is, through any reader of CommonMark.

What other dialects take for their own is escaped too: footnotes, mathematics, attributes, citations.
"""

from __future__ import annotations

import re

from build_edition.writers.escaping import visible

_SIGNS = str.maketrans({sign: "\\" + sign for sign in "\\`*_[]<>#~|^${}@"})
_ENTITY = re.compile(r"&(?=#?\w+;)")
_MARKED = re.compile(r"==")
# A number in figures, and for pandoc one in letters or in brackets.
_NUMBER_AT_START = re.compile(r"\d{1,9}[.)]|\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)[.)](?=\s|$)")
_ODD_AT_START = re.compile(r"[-+=:%!?]")
_HARD_END = re.compile(r"[ \t]+$")


def inline(text: str) -> str:
    """Text for the middle of a line."""
    escaped = _ENTITY.sub(r"\\&", visible(text).translate(_SIGNS))
    return _MARKED.sub(r"\\=\\=", escaped)


def line(text: str) -> str:
    """A line of escaped text, made safe where its first signs would open a block, or its last break a line."""
    text = _HARD_END.sub("", text.lstrip(" \t"))
    if match := _NUMBER_AT_START.match(text):
        return f"{text[: match.end() - 1]}\\{text[match.end() - 1 :]}"
    return f"\\{text}" if _ODD_AT_START.match(text) else text


def address(url: str) -> str:
    """An address for the parentheses of a link."""
    return re.sub(r"[\s()<>\\]", lambda match: f"%{ord(match[0]):02X}", url)


def quoted(text: str) -> str:
    """Text as a double-quoted scalar of YAML, which reads it as it is."""
    escaped = visible(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
