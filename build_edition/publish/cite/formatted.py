"""What pandoc gives back (its inlines, as JSON) as HTML and as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from typing import Any

from build_edition.writers.escaping import html

Inlines = list[dict[str, Any]]

_ELEMENTS = {
    "Emph": "em", "Strong": "strong", "Superscript": "sup", "Subscript": "sub", "Strikeout": "s", "Underline": "u",
}  # fmt: skip
_TAG = re.compile(r"(<[^>]*>)")
_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}
_QUOTES = {"SingleQuote": "‘’", "DoubleQuote": "“”"}


@dataclass(frozen=True, slots=True)
class Formatted:
    """Words in two forms: `html` for a page, `text` for a tooltip."""

    html: str
    text: str

    @property
    def runs(self) -> list[tuple[str, str]]:
        """The same as data: each run of words with the element that sets it ("em", or nothing)."""
        found: list[tuple[str, str]] = []
        within: list[str] = []
        for piece in _TAG.split(self.html):
            if piece.startswith("</"):
                within.pop()
            elif piece.startswith("<"):
                within.append(piece[1:-1].split()[0])
            elif piece:
                found.append((next((name for name in reversed(within) if name != "span"), ""), unescape(piece)))
        return found

    @classmethod
    def plain(cls, text: str) -> Formatted:
        return cls(html(text), text)

    @classmethod
    def of(cls, inlines: Inlines) -> Formatted:
        """Pandoc's inlines; what is no word and no emphasis (a link, a span) counts as its words."""
        return _join(map(_formatted, inlines))


def _join(parts: Iterable[Formatted]) -> Formatted:
    every = list(parts)
    return Formatted("".join(part.html for part in every), "".join(part.text for part in every))


def _formatted(inline: dict[str, Any]) -> Formatted:
    kind: str = inline["t"]
    content: Any = inline.get("c")
    if kind == "Str":
        return Formatted.plain(content)
    if kind in _SPACES:
        return Formatted(_SPACES[kind], _SPACES[kind])
    if kind in _ELEMENTS:
        return _within(f"<{_ELEMENTS[kind]}>", content, f"</{_ELEMENTS[kind]}>")
    if kind == "SmallCaps":
        return _within('<span class="sc">', content, "</span>")
    if kind == "Quoted":
        inner, quote = Formatted.of(content[1]), _QUOTES[content[0]["t"]]
        return Formatted(f"{quote[0]}{inner.html}{quote[1]}", f"{quote[0]}{inner.text}{quote[1]}")
    if kind in {"Span", "Link", "Cite"}:
        return Formatted.of(content[1])
    return Formatted.plain(content[1]) if kind in {"Code", "Math"} else Formatted("", "")


def _within(opening: str, content: Inlines, closing: str) -> Formatted:
    inner = Formatted.of(content)
    return Formatted(f"{opening}{inner.html}{closing}", inner.text)


def stopped(words: str) -> str:
    """Words, as HTML or as text, with their full stop, which stands inside quotation marks."""
    letters = re.sub(r"<[^>]*>", "", words).rstrip("”’")
    if letters[-1:] in ".?!":
        return words
    return re.sub(r"([”’]*)((?:</\w+>)*)$", r".\1\2", words, count=1)
