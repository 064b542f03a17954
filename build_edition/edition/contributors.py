"""Who made the edition, `edition/contributors.yml`, as records: the names behind the `by` of all other records.

The file is optional.  A `by` that it does not know is taken for a name as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator

from build_edition.edition.loading.loader import load
from build_edition.edition.loading.record import Line, Record
from build_edition.edition.records import web_address
from build_edition.errors import RecordError

CONTRIBUTORS = Path("edition", "contributors.yml")
ORCID_LENGTH = 16


def _orcid(given: str) -> str:
    """The ORCID in its four groups; raises `ValueError` where its last sign does not prove the others."""
    signs = given.removeprefix("https://orcid.org/").replace("-", "").upper()
    if len(signs) != ORCID_LENGTH or not signs[:-1].isascii() or not signs[:-1].isdigit():
        raise ValueError("is no ORCID; write it as 0000-0002-1825-0097")
    total = 0
    for digit in signs[:-1]:
        total = (total + int(digit)) * 2
    proof = (12 - total % 11) % 11
    if signs[-1] != ("X" if proof == 10 else str(proof)):
        raise ValueError("is an ORCID with a mistake: its last sign does not fit; look at its digits")
    return "-".join(signs[k : k + 4] for k in range(0, ORCID_LENGTH, 4))


class Contributor(Record):
    """Somebody who worked on the edition, or a process whose results it took over."""

    name: Line
    """The name by which credit is given."""
    sort: Line | None = None
    """The name as it is put in order, where that is not its last word first: `Editor, Ann`."""
    also: tuple[Line, ...] = ()
    """Other names and handles that stand in `by`."""
    kind: Literal["person", "group", "process"] = "person"
    """A process is a way of working, such as two readings compared, and no person: it can validate nothing."""
    role: Line | None = None
    """What they do for the edition, in a few words."""
    orcid: Annotated[Line, AfterValidator(_orcid)] | None = None
    """Their ORCID."""
    link: Annotated[Line, AfterValidator(web_address)] | None = None
    """A web address of theirs."""

    @property
    def sort_key(self) -> str:
        """The name as it is put in order: of a person the last word first, unless `sort` says otherwise."""
        if self.sort or self.kind != "person" or "," in self.name:
            return re.sub(r"^the ", "", (self.sort or self.name).casefold())
        *given, last = self.name.split()
        return " ".join((last, *given)).casefold()


def same(name: str) -> str:
    """A name as names are compared: small letters, single spaces, no @ before a handle."""
    return " ".join(name.casefold().split()).removeprefix("@")


class Contributors:
    """The contributors by every name that they have."""

    def __init__(self, listed: Iterable[Contributor] = ()) -> None:
        self.listed = tuple(listed)
        self._known: Mapping[str, Contributor] = {
            same(name): one for one in self.listed for name in (one.name, *one.also)
        }

    def of(self, by: str) -> Contributor:
        """Who is meant by a `by`; one that is not listed bears that name."""
        return self._known.get(same(by)) or Contributor(name=" ".join(by.split()))

    def knows(self, by: str) -> bool:
        """Whether a `by` is listed, so that it is known what bears the name."""
        return same(by) in self._known

    def are_one(self, one: str, other: str) -> bool:
        """Whether two names are of one contributor."""
        return same(self.of(one).name) == same(self.of(other).name)


def read(path: Path, name: str) -> tuple[Contributor, ...]:
    """The contributors in a file; raises `RecordError` with all that is wrong in it."""
    listed, document = load(path, tuple[Contributor, ...], name)
    owners: dict[str, int] = {}
    for number, one in enumerate(listed):
        for own in {same(each): each for each in (one.name, *one.also)}:
            if own in owners:
                raise RecordError(
                    f"record {number + 1} has the name “{own}”, which record {owners[own] + 1} has too",
                    where=document.where((number,)),
                    remedy="Join the two records, or leave the name with one of them.",
                )
            owners[own] = number
    return listed
