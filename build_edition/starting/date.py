"""When a text was first published: by its dateline, a note of its source, or the imprint of a title page."""

from __future__ import annotations

import re

from build_edition.edition.bibliography import MONTHS, SEASONS
from build_edition.starting.guess import Guess
from build_edition.starting.opening import Opening, Piece

_YEAR = r"(?P<year>1[4-9]\d\d|20\d\d)"
_MONTH = "|".join(f"{name}|{name[:3]}\\.?" for name in MONTHS)
_DAY = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH}),? {_YEAR}\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH}) (?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?, ?)?{_YEAR}\b", re.IGNORECASE
)
_SEASON = re.compile(rf"\b(?P<season>{'|'.join(SEASONS.values())}|Autumn) {_YEAR}\b", re.IGNORECASE)
_ALONE = re.compile(rf"\b{_YEAR}\b(?![–-]\d)")
_ROMAN = re.compile(r"\bM[DCLXVI]{3,}\b")
_ROMANS = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
_IMPRINT = re.compile(
    r"^sources?:|©|copyright|published|printed|edition|press\b|publish|verlag|\bLondon\b|\bNew York\b",
    re.IGNORECASE,
)
_SAYING = ("dateline", "byline", "note")


def date_of(opening: Opening) -> Guess:
    """The date as precise as it is told: 1909, 1960-04, 1956-02-28, 1958-21 for spring; or nothing."""
    pieces = [*opening.pieces(), *opening.provenance()]
    found = [(_dated(piece), piece) for piece in pieces if piece.kind in _SAYING]
    found = [(date, piece) for date, piece in found if date]
    if found:
        date, piece = max(found, key=lambda one: len(one[0]))
        return Guess(date, f"the {piece.kind} on line {piece.line}")
    for k, piece in enumerate(pieces):
        near = " ".join(one.words for one in pieces[max(k - 2, 0) : k + 1] if one.kind == "p")
        if (
            piece.kind == "p"
            and ((_IMPRINT.search(near) or _IMPRINT.search(piece.words)) or _is_bare(piece))
            and (date := _dated(piece))
        ):
            return Guess(date, f"the imprint on line {piece.line}")
    return Guess()


def _is_bare(piece: Piece) -> bool:
    """Whether a line is a year and nothing else."""
    words = piece.words.strip(" .[]()")
    return bool(_ALONE.fullmatch(words) or _ROMAN.fullmatch(words))


def _dated(piece: Piece) -> str:
    """The most precise date that words tell; the earliest of those that are alike, which reprints come after."""
    words = piece.words.replace("\n", " ")
    for pattern in (_DAY, _MONTH_FIRST, _SEASON, _ALONE):
        if found := sorted(_iso(match) for match in pattern.finditer(words)):
            return found[0]
    romans = [year for match in _ROMAN.finditer(words) if 1400 <= (year := _value(match.group())) < 2100]
    return str(min(romans)) if romans else ""


def _iso(match: re.Match[str]) -> str:
    parts = match.groupdict()
    if season := parts.get("season"):
        code = next(code for code, name in SEASONS.items() if name == season.capitalize())
        return f"{parts['year']}-{code}"
    if not (month := parts.get("month")):
        return parts["year"]
    number = next(k for k, name in enumerate(MONTHS, 1) if name.casefold().startswith(month[:3].casefold()))
    day = int(parts["day"] or 0)
    return f"{parts['year']}-{number:02}" + (f"-{day:02}" if 1 <= day <= 31 else "")


def _value(roman: str) -> int:
    values = [_ROMANS[sign] for sign in roman]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
