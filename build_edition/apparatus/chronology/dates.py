"""Dates as print writes them, read to machine dates of EDTF level 0: "July–Aug 1903" is 1903-07/1903-08.

What is only about right ("c. 1903", "the 1920s", "Spring 1903") is read as the nearest date that can be said so,
with low certainty; what cannot be read is None, and no date is ever made up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date as Day  # noqa: N812 - `date` names what print has

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"
_YEAR = r"(?:(?:ca?\.|circa)\s?)?[12]\d{3}(?:s\b|\b)"
_POINT = (
    rf"(?:{_DAY}\s{_MONTH}(?:,?\s{_YEAR})?|{_MONTH}\s\d{{1,2}}(?:,\s{_YEAR}|\b(?!\w))|(?:{_MONTH}|{_SEASON})(?:,?\s{_YEAR})?"
    rf"|{_YEAR}(?:,?\s{_DAY}\s{_MONTH}|,?\s{_MONTH}\s\d{{1,2}}\b|,?\s{_MONTH}|\s\({_MONTH}\))?)"
)
_DASH = r"(?:\s?[–—-]\s?|\sto\s|/)"
PHRASE = rf"(?:{_DAY}{_DASH}{_POINT}|{_POINT}(?:{_DASH}(?:{_POINT}|\d{{1,2}}\b(?:,\s{_YEAR})?))?)"

_TOKEN = re.compile(
    rf"(?P<about>ca?\.|circa)|(?P<month>{_MONTH})|(?P<season>{_SEASON})|(?P<year>[12]\d{{3}})(?P<decade>s?)"
    r"|(?P<number>\d{1,2})(?:st|nd|rd|th)?"
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as EDTF has it, and how sure its reading is."""

    edtf: str
    cert: str = "high"

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return int(self.edtf[:4])


@dataclass(frozen=True, slots=True)
class _Point:
    """One end of a date; 0 where it does not say. `number` is a figure that may be a day or a short year."""

    year: int = 0
    month: int = 0
    day: int = 0
    number: int = 0
    decade: bool = False
    sure: bool = True

    @property
    def edtf(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @property
    def first_day(self) -> Day:
        return Day(self.year, self.month or 1, self.day or 1)


def parse(phrase: str, year: int = 0) -> PrintedDate | None:
    """The date that a phrase states; `year` is the one it stands under, for a phrase that states none."""
    ends = [_point(part) for part in re.split(_DASH, phrase.strip(" ()"), maxsplit=1)]
    first, last = ends[0], ends[-1]
    if len(ends) == 2:
        first, last = _filled(first, last)
    first = first if first.year else replace(first, year=year)
    last = last if last.year else replace(last, year=first.year)
    if first.year == 0:
        return None
    if first.decade:
        return PrintedDate(f"{first.year}/{max(last.year, first.year) // 10 * 10 + 9}", "low")
    try:
        if len(ends) == 2 and last.first_day < first.first_day:  # "December–January 1918"
            first = replace(first, year=first.year - 1, sure=False)
        if len(ends) == 2 and not first.first_day < last.first_day:
            return None
        sure = first.sure and last.sure and bool(first.first_day)
    except ValueError:  # no day of the calendar
        return None
    edtf = first.edtf if len(ends) == 1 else f"{first.edtf}/{last.edtf}"
    return PrintedDate(edtf, "high" if sure else "low")


def _point(text: str) -> _Point:
    point = _Point()
    for token in _TOKEN.finditer(text):
        if token["month"]:
            point = replace(point, month=MONTHS.index(token["month"][:3].casefold()) + 1)
        elif token["year"]:
            point = replace(point, year=int(token["year"]), decade=bool(token["decade"]))
        elif token["number"]:
            point = replace(point, number=int(token["number"]))
        else:  # about, or a season
            point = replace(point, sure=False)
    return replace(point, day=point.number, number=0) if point.month else point


def _filled(first: _Point, last: _Point) -> tuple[_Point, _Point]:
    """Both ends of a range with what one leaves to the other: "3–5 March 1921", "1958–60", "July–Aug 1903"."""
    if last.number and not last.month:
        if first.day:  # "March 3–5, 1921"
            last = replace(last, month=first.month, day=last.number)
        elif first.year and not first.month:  # "1958–60", "1958–9"
            base = 100 if last.number > 9 else 10
            last = replace(last, year=first.year // base * base + last.number)
    if first.number and not first.month:
        first = replace(first, month=last.month, day=first.number)
    first = first if first.year else replace(first, year=last.year)
    return first, last if last.year else replace(last, year=first.year)
