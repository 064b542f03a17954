"""That cross-references lead somewhere, and that the entries of chronologies could be dated."""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.checks.finding import Finding
from build_edition.edition.entries.registers import Event
from build_edition.edition.loading.advice import nearest
from build_edition.whole import Whole


def crossref_findings(whole: Whole) -> Iterator[Finding]:
    """The findings about references: by record, which must match, and by rule, which may lead nowhere."""
    for problem in whole.references.problems:
        yield Finding.of("crossref", problem)
    for one in whole.references.unresolved:
        yield Finding.made(
            "crossref-nowhere",
            f"{one.reference.work}, line {one.line} of the source",
            f"refers to “{one.reference.words}”: {one.what}",
            "Record what it means in edition/crossrefs.yml, or `to: none`.",
        )


def chronology_findings(whole: Whole) -> Iterator[Finding]:
    """The findings about chronologies: entries without a date, and events that name an entry that is not there."""
    for entry in whole.dated_entries:
        if not entry.date:
            yield Finding.made(
                "chronology-undated", entry.passage, f"has no date that can be read: {entry.text!r}"
            )
    known = sorted({entry.passage for entry in whole.dated_entries})
    for event in whole.entries.values():
        if not isinstance(event, Event):
            continue
        for ref in event.chronology:
            if ref not in known and ref.partition("/")[0] in whole.passages:
                meant = nearest(ref, known)
                yield Finding.made(
                    "chronology-nowhere",
                    f"edition/registers/events.yml, `{event.id}`",
                    f"`chronology` names {ref}, which is no entry of a chronology",
                    f"Did you mean {meant}?" if meant else "",
                )
