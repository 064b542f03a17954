"""Mentions: where the works name what the glossary and the registers hold.

In: the works with their passages, the entries with all their forms, and the editors' decisions.  Out: every
occurrence, and the works with a link at the first one in each section.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from build_edition.apparatus.linking import WorkToRead
from build_edition.apparatus.mentions.linking import link_mentions
from build_edition.apparatus.mentions.occurrences import Finder, Mentions, Occurrence, Place, Undecided
from build_edition.edition.entries.decisions import Decision
from build_edition.edition.entries.entry import Entry
from build_edition.work import Work


def find_mentions(
    works: Mapping[str, WorkToRead], entries: Mapping[str, Entry], decisions: Sequence[Decision]
) -> tuple[Mentions, dict[str, Work]]:
    """All mentions in the works, and the works, by id, with their links."""
    finder = Finder.of(entries, decisions)
    occurrences: dict[str, list[Occurrence]] = defaultdict(list)
    undecided: list[Undecided] = []
    linked: dict[str, Work] = {}
    for work_id, text in works.items():
        found = list(finder.in_work(work_id, text))
        undecided += (one for one in found if isinstance(one, Undecided))
        named = [one for one in found if isinstance(one, Occurrence)]
        for one in named:
            occurrences[one.entry].append(one)
        linked[work_id] = link_mentions(text, named)
    by_entry = {entry: tuple(occurrences.get(entry, ())) for entry in entries}
    return Mentions(by_entry, tuple(undecided), frozenset(finder.decider.applied)), linked


__all__ = ["Mentions", "Occurrence", "Place", "Undecided", "find_mentions"]
