"""Where the links of a book lead: to a place in it, else to the published site, else nowhere.

The site names every place already, so a place in the book is known by its address there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from build_edition.downloads.outward import Lead, leading
from build_edition.publish.addresses import LISTS, Addresses, Key
from build_edition.whole import Whole


@dataclass(frozen=True)
class BookLinks:
    """The links of one book.

    `sheets` are the paths of its sheets by the address that what stands on each has on the site
    ("works/smith-1960/4/"), and `held` the entries that its lists hold, by kind and id.
    """

    whole: Whole
    sheets: Mapping[str, str]
    held: Collection[Key] = field(default=frozenset())

    @cached_property
    def addresses(self) -> Addresses:
        return Addresses(self.whole, frozenset(LISTS))

    @cached_property
    def lead(self) -> Lead:
        return leading(self.whole)

    def of(self, kind: str, target: str, sheet: str) -> str | None:
        """The way from a sheet to what a link names."""
        address = self.addresses.of(kind, target)
        if address is None:
            return None
        found = None if kind in LISTS and (kind, target) not in self.held else self.place(address, sheet)
        return found or self.lead(kind, target)

    def at(self, address: str, sheet: str) -> str | None:
        """The way from a sheet to an address of the site, such as editors link to."""
        folder, _, anchor = address.partition("#")
        kinds = {f"{name}/": kind for kind, name in LISTS.items()}
        if folder in kinds:
            return self.of(kinds[folder], anchor, sheet)
        return self.place(address, sheet) or self.whole.project.edition.at(address) or None

    def place(self, address: str, sheet: str) -> str | None:
        """The way from a sheet to a place in the book."""
        folder, mark, anchor = address.partition("#")
        path = self.sheets.get(folder)
        if path is None:
            return None
        if path == sheet and anchor:
            return mark + anchor
        return posixpath.relpath(path, posixpath.dirname(sheet)) + mark + anchor

    def on(self, sheet: str) -> FromSheet:
        """The links as a sheet has them."""
        return FromSheet(self, sheet)


@dataclass(frozen=True)
class FromSheet(Mapping[Key, str]):
    """The addresses of all that links can lead to, from one sheet."""

    links: BookLinks
    sheet: str

    def __getitem__(self, key: Key) -> str:
        found = self.links.of(*key, self.sheet)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[Key]:
        return iter(self.links.addresses.known)

    def __len__(self) -> int:
        return len(self.links.addresses.known)

    def to(self, kind: str, target: str) -> str | None:
        """The address of a target, where it has one."""
        return self.get((kind, target))
