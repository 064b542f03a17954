"""The registers, `edition/registers/*.yml`: people, places, organisations, events, and works discussed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date as Day  # noqa: N812 - `date` is the field's name
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, StringConstraints

from build_edition.edition.entries.entry import Entry, EntryId, Kind, PassageRef
from build_edition.edition.loading.record import BibKey, Line

EventType = Literal["congress", "plan", "war"]
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _edtf(text: str) -> str:
    """A date, or two with a slash between, of EDTF level 0."""
    parts = [_DATE.fullmatch(part) for part in text.split("/")]
    if len(parts) > 2 or None in parts:
        raise ValueError("is no machine date; write 1921, 1921-03, 1921-03-08, or two of these with / between")
    days = []
    for match in parts:
        assert match is not None
        year, month, day = (int(part) if part else 1 for part in match.groups())
        try:
            days.append(Day(year, month, day))
        except ValueError as error:
            raise ValueError(f"is no day of the calendar: {error}") from None
    if days != sorted(days):
        raise ValueError("ends before it begins; put the earlier date first")
    return text


class RegisterEntry(Entry):
    """An entry of any register."""

    name: Line
    """The form that the register sorts by and shows, such as `Stalin, Joseph`."""
    display: Line | None = None
    """The form for running text, where it is another."""
    identification: Line
    """One line that says who or what it is, in the editors' own words."""
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]*$")] | None = None
    """The item of Wikidata, such as `Q855`, where it is certain."""
    viaf: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*$")] | None = None
    """The number of the VIAF cluster, in quotes, where it is certain."""

    @property
    def label(self) -> str:
        return self.name

    @property
    def shown(self) -> str:
        return self.display or self.name

    @property
    def authorities(self) -> tuple[tuple[str, str], ...]:
        """The authority files that identify it: what each calls it, and its address there."""
        found = []
        if self.wikidata:
            found.append((f"Wikidata {self.wikidata}", f"https://www.wikidata.org/wiki/{self.wikidata}"))
        if self.viaf:
            found.append((f"VIAF {self.viaf}", f"https://viaf.org/viaf/{self.viaf}"))
        return tuple(found)


class Person(RegisterEntry):
    """Someone; `dates` are those of a life."""

    kind: ClassVar[Kind] = "person"


class Place(RegisterEntry):
    """Somewhere."""

    kind: ClassVar[Kind] = "place"


class Organisation(RegisterEntry):
    """A party, office, institution or other body."""

    kind: ClassVar[Kind] = "org"


class Event(RegisterEntry):
    """Something that happened: a congress, a plan, a war, a treaty."""

    kind: ClassVar[Kind] = "event"

    type: EventType | None = None
    """Which lane of the timeline it stands in: a congress, conference or plenum; a plan, reform or campaign; a
    war, revolution or rising. Left out for all else."""
    date: Annotated[str, AfterValidator(_edtf)] | None = None
    """When, as a machine date (EDTF level 0): `1921-03-08`, or `1921-03-08/1921-03-16`."""
    chronology: tuple[PassageRef, ...] = ()
    """The entries of the works' own chronologies that are of this event, by passage."""


class Title(RegisterEntry):
    """A work that is discussed; `dates` say when it was first published."""

    kind: ClassVar[Kind] = "title"

    bib: BibKey | None = None
    """Its entry in the bibliography."""
    author: EntryId | None = None
    """The id of its author in the register of people."""


# By the name of the file, in the order in which registers are shown.
REGISTERS: Mapping[str, type[RegisterEntry]] = MappingProxyType(
    {"people": Person, "places": Place, "organisations": Organisation, "events": Event, "works": Title}
)
