"""Days that running text names in full, as links to their place in time: "2 November 1918", "November 2, 1918".

A day is not an event: two things may happen on it, and a text may mean neither.  So the link leads to the day in
the chronology, and never to an event.  Days of a range ("8–16 March") and dates without a year are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - `date` is the kind of link

from build_edition.apparatus.linking import Linker, WorkToRead
from build_edition.apparatus.linking.places import PassagePlaces
from build_edition.edition.bibliography import MONTHS
from build_edition.work import Link, Work

KIND = "date"
_MONTH = "|".join(MONTHS)
_NAMED = re.compile(
    rf"(?<![\w/–—-])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH}),? (?P<year>[12]\d{{3}})"
    rf"|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?, (?P<year2>[12]\d{{3}}))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """The words `text[start:end]`, and the day that they name as an ISO date."""

    start: int
    end: int
    day: str


def named_days(text: str) -> Iterator[NamedDay]:
    """The days that a text with single spaces names; what is no day of the calendar is none."""
    for match in _NAMED.finditer(text):
        day, month, year = (match[name] or match[f"{name}2"] for name in ("day", "month", "year"))
        try:
            named = Day(int(year), MONTHS.index(month) + 1, int(day))
        except ValueError:
            continue
        yield NamedDay(match.start(), match.end(), named.isoformat())


def link_days(text: WorkToRead) -> Work:
    """The work with a link at each day that it names, headings and what is linked already apart."""
    linker = Linker(text)
    for index, passage in enumerate(text.passages):
        found = list(named_days(passage.text)) if passage.kind != "head" else []
        places = PassagePlaces(passage) if found else None
        for one in found:
            at = places.in_run(one.start, one.end) if places else None
            if at:
                linker.put(Link(KIND, one.day, (), 0, 0), index, *at)
    return linker.linked()
