"""Page numbers as heads and feet show them: how a sign reads as a number, misread figures allowed.

A number is an int; a roman one is negative, for front matter counts by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MISREAD = str.maketrans("OoQDlI|!iZzSsBgq", "0000111112255899"[:16])
_DIGITLIKE = re.compile(r"[\dOoQDlI|!iZzSsBgq]{1,4}")
_ROMAN = re.compile(r"c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_MISREAD = str.maketrans("1l|!jyu", "iiiiivv")
_ROMAN_VALUES = {"c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
_ROMAN_PARTS = (
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ABOUT = " =_—–-.,:;[](){}|*·•'’‘“”«»\"~^°"
# What each figure is read as beside itself.
_LOOKS = {
    "0": "OoQDUC°96", "1": "lI|!iJtL[]/TJ7", "2": "zZ?", "3": "sB58", "4": "AaLd", "5": "sS36", "6": "bGoOC85s",
    "7": "TtJI?1/", "8": "B&3sSg6", "9": "gqoOy04",
}  # fmt: skip
_DASHES = "-–—|"
EXACT, MISREAD = 1.0, 0.5  # how far a reading is to be trusted


def stripped(word: str) -> str:
    """A word without the points and brackets about it."""
    return word.strip(_ABOUT)


def roman(token: str) -> int | None:
    """The value of a roman numeral."""
    if not token or not _ROMAN.fullmatch(token):
        return None
    values = [_ROMAN_VALUES[c] for c in token]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def written(number: int) -> str:
    """A number as it is printed: in figures, or a negative one in small roman ones."""
    if number >= 0:
        return str(number)
    rest, out = -number, ""
    for value, signs in _ROMAN_PARTS:
        out += signs * (rest // value)
        rest %= value
    return out


def number_of(printed: str) -> int | None:
    """The number that is printed so, the inverse of `written`."""
    if printed.isdecimal():
        return int(printed)
    value = roman(printed)
    return None if value is None else -value


def readings(token: str) -> Iterator[tuple[int, float]]:
    """The numbers that a token may be, each with how far that is to be trusted."""
    if not token or len(token) > 12:
        return
    if token.isdecimal():
        if len(token) <= 4:
            yield int(token), EXACT
    elif _DIGITLIKE.fullmatch(token) and (len(token) > 1 or token in "lI|!"):
        figures = token.translate(_MISREAD)
        if figures.isdecimal():
            yield int(figures), MISREAD
    small = token.lower()
    if (value := roman(small)) is not None:
        yield -value, EXACT if len(small) > 1 else MISREAD
    elif (value := roman(small.translate(_ROMAN_MISREAD))) is not None and any(c in "ivx" for c in small):
        yield -value, MISREAD


def is_number(token: str) -> bool:
    """Whether a token may well be a number."""
    return any(c.isdigit() for c in token) or any(True for _ in readings(token))


def resembles(token: str, number: int) -> bool:
    """Whether a token may be this number misread: figures for others like them, one lost, one or two added."""
    if (number, EXACT) in readings(token) or (number, MISREAD) in readings(token):
        return True
    printed = written(number)
    if number < 0 or not 0 < len(token) <= len(printed) + 2:
        return False
    return _distance(token, printed) <= 0.45 * len(printed) + 0.1


def is_between_dashes(ink: str) -> bool:
    return ink[0] in _DASHES and ink[-1] in _DASHES


def resembles_alone(ink: str, number: int) -> bool:
    """Whether a short line may be this number alone, misread."""
    token = ink.strip(_DASHES + " ")
    figures = any(map(str.isdigit, ink)) and len(ink) >= len(str(number)) and " " not in ink
    return (figures or is_between_dashes(ink)) and resembles(token, number)


def looks_like(ink: str, number: int) -> bool:
    """Whether a line has, sign for sign, the figures of a number or what they are misread as, and is no word."""
    printed = written(number)
    if not 1 < len(ink) == len(printed) or number < 0 or (ink.isalpha() and ink.islower()):
        return False
    return all(sign == figure or sign in _LOOKS[figure] for sign, figure in zip(ink, printed, strict=True))


def _distance(token: str, printed: str) -> float:
    """How much must be changed in `printed` to read `token`; a likely misreading counts little."""
    row = [0.6 * k for k in range(len(token) + 1)]
    for figure in printed:
        before, row = row, [row[0] + 0.6]
        for k, sign in enumerate(token):
            change = 0.0 if sign == figure else 0.3 if sign in _LOOKS[figure] else 1.0
            row.append(min(before[k] + change, before[k + 1] + 0.6, row[k] + 0.6))
    return row[-1]
