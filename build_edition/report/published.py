"""What becomes of passages that have been published, for their ids may have been cited."""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.apparatus.passage_index import Passage, passages
from build_edition.edition.ledger import Ledger
from build_edition.report.report import PassageChange
from build_edition.work import Work


def changed_passages(before: Work, after: Work, ledger: Ledger | None) -> tuple[tuple[PassageChange, ...], int]:
    """The passages of the base's ledger that read or lie otherwise; and how many others read otherwise."""
    was, now = _citable(before), _citable(after)
    published = ledger.ids if ledger else frozenset()
    touched = sum(name not in published and now[name].text != was[name].text for name in now.keys() & was.keys())
    found = tuple(_changes(was, now, after, ledger)) if ledger else ()
    return found, touched


def ledger_changes(before: Ledger | None, after: Ledger | None) -> tuple[tuple[PassageChange, ...], int]:
    """The ids that a ledger has no more, or of something else; and how many it newly has."""
    was = {entry.id: entry for entry in before.entries} if before else {}
    now = {entry.id: entry for entry in after.entries} if after else {}
    lost = tuple(
        PassageChange(entry.id, entry.since, "unpublished", "", "")
        for entry in was.values()
        if now.get(entry.id) != entry
    )
    return lost, len(now.keys() - was.keys())


def _citable(work: Work) -> dict[str, Passage]:
    return {passage.id: passage for passage in passages(work) if passage.is_citable}


def _changes(
    was: dict[str, Passage], now: dict[str, Passage], after: Work, ledger: Ledger
) -> Iterator[PassageChange]:
    holders = {old: name for name, olds in after.aliases.items() for old in olds}
    for entry in ledger.entries:
        old, new = was.get(entry.id), now.get(entry.id)
        if old is None:
            continue  # merged or lost before this change
        if new is None and entry.id in holders:
            into = holders[entry.id]
            yield PassageChange(entry.id, entry.since, "merged", old.text, now[into].text, into)
        elif new is None:
            yield PassageChange(entry.id, entry.since, "vanished", old.text, "")
        elif old.text != new.text:
            yield PassageChange(entry.id, entry.since, "otherwise", old.text, new.text)
        elif (old.start, old.end) != (new.start, new.end):
            yield PassageChange(entry.id, entry.since, "moved", old.text, new.text)
