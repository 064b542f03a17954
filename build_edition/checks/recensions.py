"""That what was published can be made of the source again, letter for letter, in every version."""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.apparatus.fingerprint import digest
from build_edition.apparatus.passage_index import passages
from build_edition.apparatus.recensions import History
from build_edition.checks.finding import Finding
from build_edition.checks.ledger import PUBLISH
from build_edition.edition.ledger import Ledger, version_name
from build_edition.edition.recension import Recension, Recorded
from build_edition.work import Work

RESTORE = "Nothing in these files is ever changed: restore them from the repository's history."


def recension_findings(
    work_id: str, work: Work, ledger: Ledger | None, recension: Recension | None, version: str = ""
) -> Iterator[Finding]:
    """The findings about the recensions of a work in `version` of its edition."""
    if ledger is None:
        return
    history = History(ledger, recension, work.transcript.source)
    kept = {one.name for one in recension.versions} if recension else set()
    lacking = [one for one in history.versions if one not in kept]
    if lacking:
        what = f"what its passages read in version {', '.join(lacking)} is not kept"
        yield Finding.made("recension-missing", work_id, what, PUBLISH)
    if recension and not history.is_readable:
        what = "its recensions, its passages and its source are not of one text"
        yield Finding.made("recension-source", work_id, what, "What it read in older versions cannot be shown.")
    if recension and history.is_readable:
        yield from _unlike(work_id, history, recension)
        yield from _rewritten(work_id, history, work, version_name(version))


def _unlike(work_id: str, history: History, recension: Recension) -> Iterator[Finding]:
    """What the source and the record do not make up to the text that was published."""
    for version in recension.versions:
        new = [entry.id for entry in history.ledger.entries if entry.since == version.name]
        for name in dict.fromkeys([*new, *version.listed]):
            entry = history.published.get(name)
            if entry is None:
                what = f"is listed in version {version.name} of the recensions, and the ledger does not know it"
                yield Finding.made("recension-wrong", f"{work_id}/{name}", what, RESTORE)
                continue
            state = history.state(name, version.name)
            if not isinstance(state, Recorded):
                continue
            is_as_published = entry.since != version.name or state.digest == entry.digest
            if history.text(state) is None or not is_as_published:
                what = f"what it read in version {version.name} does not come of the source and the recensions"
                yield Finding.made("recension-wrong", f"{work_id}/{name}", what, RESTORE)


def _rewritten(work_id: str, history: History, work: Work, version: str) -> Iterator[Finding]:
    """That passages read otherwise than in the version that the edition says it is."""
    if version not in history.versions:
        return
    found = {passage.id: passage for passage in passages(work) if passage.is_citable}
    changed = 0
    for name in history.published.keys() & found.keys():
        state = history.state(name, version)
        changed += isinstance(state, Recorded) and state.digest != digest(found[name].text)
    if changed:
        yield Finding.made(
            "version-unchanged",
            work_id,
            f"{changed} passage{'s read' if changed > 1 else ' reads'} otherwise than in version {version}, which "
            "the edition still says it is",
            "Before it is shown to readers: give it a new `version` in edition/edition.yml, then build-edition "
            "passages publish",
        )
