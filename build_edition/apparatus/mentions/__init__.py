"""Mentions: where the works name what the glossary and the registers hold.

In: the works with their passages, the entries with all their forms, and the editors' decisions.  Out: every
occurrence, and the works with a link at the first one in each section.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_edition.apparatus.mentions.linking import link_mentions
from build_edition.apparatus.mentions.occurrences import Finder, Mentions, Occurrence, Place, Undecided
from build_edition.apparatus.passage_index import Passage
from build_edition.edition.decisions import Decision
from build_edition.edition.entries import Entry
from build_edition.work import Work


@dataclass(frozen=True, slots=True)
class WorkToRead:
    """A work, its passages, and whether its source is the one that decisions give lines of."""

    work: Work
    passages: Sequence[Passage]
    pinned: bool = True


def find_mentions(
    works: Mapping[str, WorkToRead], entries: Mapping[str, Entry], decisions: Sequence[Decision]
) -> tuple[Mentions, dict[str, Work]]:
    """All mentions in the works, and the works, by id, with their links."""
    finder = Finder.of(entries, decisions)
    occurrences: dict[str, list[Occurrence]] = defaultdict(list)
    undecided: list[Undecided] = []
    linked: dict[str, Work] = {}
    for work_id, item in works.items():
        found = list(finder.in_work(work_id, item.work, item.passages, item.pinned))
        undecided += (one for one in found if isinstance(one, Undecided))
        named = [one for one in found if isinstance(one, Occurrence)]
        for one in named:
            occurrences[one.entry].append(one)
        linked[work_id] = link_mentions(item.work, item.passages, named)
    by_entry = {entry: tuple(occurrences.get(entry, ())) for entry in entries}
    return Mentions(by_entry, tuple(undecided), frozenset(finder.decider.applied)), linked


__all__ = ["Mentions", "Occurrence", "Place", "Undecided", "WorkToRead", "find_mentions", "link_mentions"]
