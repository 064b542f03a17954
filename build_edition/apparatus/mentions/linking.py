"""Links from the first mention of each entry in each section to the entry.

Headings are left alone, and so is what stands in a link already; the next mention in the section is then linked.
"""

from __future__ import annotations

from collections.abc import Iterable

from build_edition.apparatus.linking import Linker, WorkToRead
from build_edition.apparatus.linking.places import PassagePlaces
from build_edition.apparatus.mentions.occurrences import Occurrence
from build_edition.work import Link, Work


def link_mentions(text: WorkToRead, found: Iterable[Occurrence]) -> Work:
    """The work with links at the first of `found`, in reading order, of each entry in each section."""
    linker = Linker(text)
    linked: set[tuple[str, str, str]] = set()
    ways: dict[int, PassagePlaces] = {}
    for occurrence in found:
        place = occurrence.place
        once = (place.division, place.section, occurrence.entry)
        if once in linked or place.in_heading or occurrence.within:
            continue
        if place.index not in ways:
            ways[place.index] = PassagePlaces(text.passages[place.index])
        at = ways[place.index].in_run(place.start, place.end)
        if at and linker.put(Link(occurrence.kind, occurrence.entry, (), 0, 0), place.index, *at):
            linked.add(once)
    return linker.linked()
