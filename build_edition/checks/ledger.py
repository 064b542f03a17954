"""That every published passage is still there, under its id, and says what it said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_edition.apparatus.fingerprint import are_of_one_text, digest, signature
from build_edition.apparatus.passage_index import Passage, passages
from build_edition.checks.finding import Finding
from build_edition.edition.ledger import Ledger, Published
from build_edition.work import Work

PUBLISH = "If the passages are as they should be: build-edition passages publish"


def published_passages(work_id: str, work: Work, ledger: Ledger | None, version: str = "") -> Iterator[Finding]:
    """The findings about the ledger of a work in `version` of its edition; a version 0.x need not have one."""
    found = {passage.id: passage for passage in passages(work) if passage.is_citable}
    if ledger is None:
        if not version.startswith("0"):
            what = f"none of its passages is published, and the edition is at version {version}"
            yield Finding.made("ledger-missing", work_id, what, PUBLISH)
        return
    if ledger.sha256 != work.transcript.source.sha256:
        yield Finding.made(
            "ledger-source",
            work_id,
            "its passages were published from another source",
            "They are known by their text alone, so those that differ in a letter have lost their ids.",
        )
    by_alias = {old: name for name, olds in work.aliases.items() for old in olds}
    for entry in ledger.entries:
        yield from _entry(work_id, entry, found, by_alias)
    new = len(found.keys() - ledger.ids)
    if new:
        yield Finding.made(
            "passage-unpublished",
            work_id,
            f"{new} passage{'s are' if new > 1 else ' is'} not published yet",
            PUBLISH,
        )


def _entry(
    work_id: str, entry: Published, found: Mapping[str, Passage], by_alias: Mapping[str, str]
) -> Iterator[Finding]:
    place = f"{work_id}/{entry.id}"
    if entry.id in by_alias:
        return
    passage = found.get(entry.id)
    if passage is None:
        yield Finding.made(
            "passage-vanished",
            place,
            f"was published in version {entry.since}, and there is no such passage now",
            f"It stood at characters {entry.start}–{entry.end} of the source. Bring it back: see what a record or "
            "a rule has made of them.",
        )
    elif not says_the_same(entry, passage):
        yield Finding.made(
            "passage-moved",
            place,
            f"was published in version {entry.since} for another text than it now leads to",
            f"It stood at characters {entry.start}–{entry.end} of the source, and is now at {passage.start}–"
            f"{passage.end}. Nothing in a ledger is ever changed: restore it from the repository's history.",
        )


def says_the_same(entry: Published, passage: Passage) -> bool:
    """Whether a passage is what was published, corrected perhaps, or a part of it, or it with more."""
    if entry.digest == digest(passage.text) or are_of_one_text(entry.signature, signature(passage.text)):
        return True
    is_part = entry.start <= passage.start and passage.end <= entry.end
    holds_it = passage.start <= entry.start and entry.end <= passage.end
    return (is_part or holds_it) and (entry.start, entry.end) != (passage.start, passage.end)
