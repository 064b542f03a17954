"""Escaping: any text of a source arrives as the letters it is, in Markdown and in HTML.

Markdown is escaped for Python-Markdown with the extensions of the site, and beyond them for what other
engines and plugins might take for their own: front matter, macros, citations, footnotes, snippets.
"""

from __future__ import annotations

import re

# White space that a browser collapses; no-break and typographic spaces are not among it.
_SPACES = re.compile("[ \\t\\n\\r\\f\\v\\x1c-\\x1f\\x85\\u2028\\u2029]+")

_BACKSLASHED = {mark: "\\" + mark for mark in "`*_]#"}
_ENTITIES = {mark: f"&#{ord(mark)};" for mark in "\\{}|~^"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_MARKDOWN = str.maketrans(_BACKSLASHED | _ENTITIES)
# HTML inside a Markdown block is read into a tree, in which braces would still be attributes.
_HTML = str.maketrans({"<": "&lt;", ">": "&gt;", "&": "&amp;"} | {mark: f"&#{ord(mark)};" for mark in "{}[]"})
# In an attribute of inline HTML, Markdown would still see links, code and escapes.
_ATTRIBUTE = str.maketrans({mark: f"&#{ord(mark)};" for mark in '\\`*_[](){}!"<>&|~^='})

_OPENING_BRACKET = re.compile(r"\[(?=([@^])?)")
_NUMBER_AT_START = re.compile(r"(\d+)([.)])")
_MARK_AT_START = re.compile(r"[-+!]")
_ODD_AT_START = re.compile(r"[:?/%;.=]")


def visible(text: str) -> str:
    """The text as a page can show it: white space collapsed, control characters as their pictures.

    Characters that no page may hold (lone surrogates, non-characters) become U+FFFD.
    """
    return _SPACES.sub(" ", text).translate(_UNSHOWABLE)


class _Unshowable(dict[int, str]):
    """A translation table of what cannot stand in HTML; it remembers what it was asked."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = self.shown(code)
        return shown

    @staticmethod
    def shown(code: int) -> str:
        """What stands for a character."""
        if code < 0x20:
            return chr(0x2400 + code)
        if code == 0x7F:
            return "\u2421"
        if 0x80 <= code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code < 0xFDF0:
            return "\ufffd"
        return chr(code)


_UNSHOWABLE = _Unshowable()


def html(text: str) -> str:
    """Text for the content of an HTML element."""
    return visible(text).translate(_HTML)


def attribute(text: str) -> str:
    """Text for a double-quoted attribute of an HTML tag, in Markdown or out of it."""
    return visible(text).translate(_ATTRIBUTE)


def markdown(text: str) -> str:
    """Text for the middle of a line of Markdown."""
    escaped = visible(text).translate(_MARKDOWN)
    escaped = escaped.replace("==", "&#61;&#61;")
    return _OPENING_BRACKET.sub(lambda match: "&#91;" if match[1] else "\\[", escaped)


def line_start(line: str) -> str:
    """A line of escaped Markdown, made safe where its first characters would open a block."""
    line = line.strip(" ")
    if match := _NUMBER_AT_START.match(line):
        return f"{match[1]}\\{line[match.end() - 1 :]}"
    if _MARK_AT_START.match(line):
        return "\\" + line
    if _ODD_AT_START.match(line):
        return f"&#{ord(line[0])};{line[1:]}"
    return line
