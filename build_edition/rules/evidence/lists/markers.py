"""What begins an item of a list: a bullet, a number or letter, or the sign that OCR made of a bullet.

Serves `lists`.  A bullet is read as a plus sign, a guillemet, an `e` …, in one list now as this, now as that. Such
a sign counts where it stands alone before the words of a line, and nowhere in the text between two words, as a
word of one letter would.  A bullet may stand alone on its line, where the text was taken out of a PDF.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from build_edition.source import Line

BULLET, ODD, DASH = "bullet", "odd", "dash"
_BULLET = re.compile(r"(?P<bullet>[•●▪◦■□‣⁃])(?:\s+\S|$)|(?P<dash>[–—-])\s+\S")
_SIGN = "[*·+¢°«»®©¤¥™~=<>#^¬eocsv]"
_SIGNS = re.compile(rf"(?P<sign>{_SIGN}(?:\s?{_SIGN})?)\s+(?=[^\W\d_]|[“‘\"'(])")
_NUMBER = re.compile(r"(?P<open>\(?)(?P<value>\d{1,2}|[a-z]|[A-Z]|[ivx]{1,5})(?P<close>[).:,])\s+\S")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(frozen=True, slots=True)
class Marker:
    """What begins an item: its style, and the values that it may stand for (a bullet: none)."""

    style: str
    values: frozenset[int]


class Markers:
    """Reads the markers of one text."""

    def __init__(self, text: str, lines: Iterable[Line]) -> None:
        begun = {match["sign"] for line in lines if (match := _SIGNS.match(line.ink))}
        self._signs = frozenset(sign for sign in begun if not _between_words(sign, text))

    def of(self, line: Line) -> Marker | None:
        """What begins an item on this line."""
        ink = line.ink
        if ink[:3].lower() == "<li":
            return Marker(BULLET, frozenset())
        bullet = _BULLET.match(ink)
        if bullet:
            return Marker(BULLET if bullet["bullet"] else DASH, frozenset())
        sign = _SIGNS.match(ink)
        if sign:
            return Marker(ODD, frozenset()) if sign["sign"] in self._signs else None
        return _numbered(ink)


def _between_words(sign: str, text: str) -> bool:
    """Whether a sign stands alone in the midst of a line; a row of them is an ornament."""
    held = re.escape(sign)
    return re.search(rf"(?<=\S)(?<!{held}) {held} (?=\S)(?!{held})", text) is not None


def is_bullet(ink: str) -> bool:
    """Whether a line is a bullet and nothing else: its item begins with the next one."""
    return len(ink) == 1 and begins_with_bullet(ink)


def begins_with_bullet(ink: str) -> bool:
    """Whether a line begins with a bullet that nothing else may be."""
    bullet = _BULLET.match(ink)
    return bullet is not None and bullet["bullet"] is not None


def _numbered(ink: str) -> Marker | None:
    number = _NUMBER.match(ink)
    if not number or (number["open"] and number["close"] != ")"):
        return None
    value, style = number["value"], number["open"] + number["close"]
    if number["close"] == ",":  # a full stop misread, where a list has begun
        return Marker("1.", frozenset({int(value)})) if value.isdecimal() and value not in "01" else None
    if value.isdecimal():
        return Marker("1" + style, frozenset({int(value)}))
    if value.isupper():
        return Marker("A" + style, frozenset({ord(value) - 64}))
    values = {ord(value) - 96} if len(value) == 1 else set()
    if value in _ROMAN:
        values.add(_ROMAN.index(value))
    return Marker("a" + style, frozenset(values)) if values else None
