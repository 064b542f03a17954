"""What the pages below the permanent addresses of one work are made from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from build_edition.apparatus.passage_index import Passage
from build_edition.apparatus.recensions import History
from build_edition.apparatus.since import Since
from build_edition.edition.bibliography import BibEntry
from build_edition.edition.ledger import version_name
from build_edition.edition.records import WorkRecord
from build_edition.pipeline import EditionWork
from build_edition.publish.addresses import Addresses
from build_edition.publish.pages.decisions import Decisions, decisions_about
from build_edition.whole import Whole

_IN_AN_ADDRESS = re.compile(r"[\w-][\w.-]*")  # no folder within a folder, and none that is hidden
_PAGE = "page-"


@dataclass(frozen=True)
class Kept:
    """One work with what is published of it; `item` is None where this build leaves it out.

    `named` are the addresses, from the root of the site, of all that an address can name in it: of its passages,
    divisions and sections by their names, of a printed page by `p/184`.
    """

    whole: Whole
    addresses: Addresses
    record: WorkRecord
    item: EditionWork | None
    named: Mapping[str, str]

    @property
    def id(self) -> str:
        return self.record.id

    @cached_property
    def entry(self) -> BibEntry:
        return self.whole.project.entry(self.record)

    @property
    def is_here(self) -> bool:
        return self.item is not None and self.item.work is not None

    @cached_property
    def history(self) -> History | None:
        """Its published versions; None where nothing of it is published."""
        project = self.whole.project
        ledger = project.ledgers.get(self.id)
        source = self.item.source if self.item else None
        return History(ledger, project.recensions.get(self.id), source) if ledger and ledger.entries else None

    @cached_property
    def passages(self) -> Mapping[str, Passage]:
        """What can be cited of it, by its id."""
        return {one.id: one for one in self.whole.passages.get(self.id, ()) if one.is_citable}

    @cached_property
    def since(self) -> Since | None:
        return Since(self.history, self.passages.values()) if self.history else None

    @cached_property
    def decisions(self) -> Decisions | None:
        return decisions_about(self.whole.project, self.item, self.addresses) if self.item else None

    @property
    def version(self) -> str:
        """The present version of the edition, as addresses name it."""
        return version_name(self.whole.project.edition.version)

    @cached_property
    def versions(self) -> tuple[str, ...]:
        """The published versions, and the present one, which may not be published yet."""
        published = self.history.versions if self.history else ()
        return published if self.version in published else (*published, self.version)

    def published_only(self) -> Iterator[str]:
        """The published ids that no passage answers to: all of them, where the text is not here."""
        for name in self.history.published if self.history else ():
            if name not in self.named and _IN_AN_ADDRESS.fullmatch(name):
                yield name


def works_of(whole: Whole, addresses: Addresses) -> Iterator[Kept]:
    """Every work of the edition, in its order."""
    here = {item.record.id: item for item in whole.works}
    named: dict[str, dict[str, str]] = {record.id: {} for record in whole.project.works}
    for (kind, target), address in addresses.known.items():
        work, slash, name = target.partition("/")
        if kind == "passage" and slash and _IN_AN_ADDRESS.fullmatch(name):
            is_page = name.startswith(_PAGE) and address.endswith(f"#{name}")
            named[work][f"p/{name.removeprefix(_PAGE)}" if is_page else name] = address
    for record in whole.project.works:
        yield Kept(whole, addresses, record, here.get(record.id), named[record.id])
