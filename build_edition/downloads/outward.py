"""Where on the published site a link of a file leads that is read away from it."""

from __future__ import annotations

from collections.abc import Callable

from build_edition.publish.addresses import LISTS, Addresses
from build_edition.whole import Whole

# The full address of what a link names by kind and target, if there is one.
Lead = Callable[[str, str], str | None]


def leading(whole: Whole) -> Lead:
    """The lead of an edition; without an address of its own it leads nowhere.

    A passage has its permanent address; a printed page, an entry or a year that of its place on the site.
    """
    edition = whole.project.edition
    addresses = Addresses(whole, frozenset(LISTS))
    permanent = {f"{work}/{one.id}" for work, found in whole.passages.items() for one in found if one.is_citable}

    def lead(kind: str, target: str) -> str | None:
        found = addresses.of(kind, target)
        if found is None:
            return None
        return edition.at(f"c/{target}/" if kind == "passage" and target in permanent else found) or None

    return lead
