"""Links from the first mention of each entry in each section to the entry.

Headings are left alone, and so is what stands in a link already; the next mention in the section is then linked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from build_edition.apparatus.mentions.occurrences import Occurrence
from build_edition.apparatus.mentions.places import PassagePlaces
from build_edition.apparatus.mentions.wrapping import MakeLink, Run, wrap
from build_edition.apparatus.passage_index import Passage
from build_edition.tree import map_blocks, map_runs
from build_edition.work import Link, Work


def link_mentions(work: Work, passages: Sequence[Passage], found: Iterable[Occurrence]) -> Work:
    """The work with links at the first of `found`, in reading order, of each entry in each section."""
    changed: dict[int, Run] = {}  # by the identity of the run in the tree
    linked: set[tuple[str, str, str]] = set()
    reading = work.transcript.reading
    ways: dict[int, PassagePlaces] = {}
    for occurrence in found:
        place = occurrence.place
        once = (place.division, place.section, occurrence.entry)
        if once in linked or place.in_heading or occurrence.within:
            continue
        passage = passages[place.index]
        if place.index not in ways:
            ways[place.index] = PassagePlaces(passage)
        at = ways[place.index].in_run(place.start, place.end)
        if at is None:
            continue
        run = passage.runs[at[0]]
        wrapped = wrap(changed.get(id(run), run), at[1], at[2], _link_to(occurrence), reading)
        if wrapped is not None:
            changed[id(run)] = wrapped
            linked.add(once)

    def put(run: Run) -> Run:
        return changed.get(id(run), run)

    sections = tuple(map_blocks(section, lambda block: map_runs(block, put)) for section in work.sections)
    return replace(work, sections=sections)


def _link_to(occurrence: Occurrence) -> MakeLink:
    def link(inlines: Run, start: int, end: int) -> Link:
        return Link(occurrence.kind, occurrence.entry, inlines, start, end)

    return link
