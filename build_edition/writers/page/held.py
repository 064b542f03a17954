"""Words of the source on which an editor's record decides already, so that a second one does not clash with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_edition.edition.spans.matching import locate
from build_edition.edition.words.differences import changes
from build_edition.edition.words.emendations import Emendation
from build_edition.source import Source
from build_edition.writers.page.spots import Record

FIELDS = ("line", "read", "nth", "as", "perhaps", "stet", "cause", "cert", "by")


def held_words(records: Sequence[Emendation], source: Source) -> tuple[Record, ...]:
    """For each record the spans of the words that it decides on, where its quotation is `at`, and what it says."""
    found = [
        _held(record, start, end, locate(record.line, record.read, record.nth, source, ""))
        for record in records
        for start, end in _spans(record, source)
    ]
    return tuple(sorted(found, key=lambda one: (one["start"], one["end"])))


def _spans(record: Emendation, source: Source) -> Iterator[tuple[int, int]]:
    """The whole words that a record reads otherwise; all that it quotes, where it corrects nothing."""
    start = locate(record.line, record.read, record.nth, source, "")
    wanted = record.reading if record.reading is not None else record.perhaps
    if wanted is None:
        yield start, start + len(record.read)
        return
    yield from ((change.first, change.last) for change in changes(start, record.read, wanted))


def _held(record: Emendation, start: int, end: int, at: int) -> Record:
    said = record.model_dump(by_alias=True, exclude_none=True)
    return {"start": start, "end": end, "at": at, **{name: said[name] for name in FIELDS if name in said}}
