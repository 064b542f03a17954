"""That records of words are for lines of the very source, as far as it or the digests of its lines can tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_edition.checks.finding import Finding
from build_edition.corrections import digests
from build_edition.corrections.digests import KeptLines, lines_path
from build_edition.edition.project import WORKS, Project
from build_edition.edition.records import WorkRecord
from build_edition.edition.words.emendations import Filed
from build_edition.errors import RecordError
from build_edition.source import Source

KEEP = "Where the source is: build-edition lines keep"


def line_findings(project: Project, record: WorkRecord, source: Source | None) -> Iterator[Finding]:
    """The findings about the digests kept of a work, and about its records by means of them.

    `source` is the work's own, where it is at hand; then records are matched with it elsewhere.
    """
    place = lines_path(record.id).as_posix()
    try:
        kept = digests.read(project.root, record.id)
    except RecordError as error:
        yield Finding.of("lines-other", error)
        return
    filed = project.filed.get(record.id, ())
    if kept is None and filed:
        yield Finding.made("lines-missing", record.id, "no digests of its lines are kept", KEEP)
    elif kept and kept.sha256 != record.source.sha256:
        what = f"is of the source {kept.sha256[:8]}…, the record of the work says {record.source.sha256[:8]}…"
        yield Finding.made("lines-other", place, what, KEEP)
        kept = None
    elif source and kept and kept != KeptLines.of(source):
        yield Finding.made("lines-other", place, "has other digests than the lines of the source", KEEP)
    known = KeptLines.of(source) if source else kept
    if known is None:
        return
    yield from _stale(filed, known)
    if source is None:
        yield from _beyond(filed, record, known)
        yield from _repeated(filed)
        yield from _unseen(filed, record)


def _stale(filed: Sequence[Filed], known: KeptLines) -> Iterator[Finding]:
    for one in filed:
        line, seen = one.record.line, one.record.seen
        if seen and line <= len(known.digests) and seen != known.digests[line - 1]:
            there = known.digests[line - 1]
            what = f"was made for a line with the digest {seen}; the source has {there} there"
            same = [number for number, digest in enumerate(known.digests, 1) if digest == seen]
            near = min(same, key=lambda number: abs(number - line), default=0)
            remedy = f"Line {near} has that digest." if near else "No line has that digest: it is another source."
            yield Finding.made("record-stale", one.place, what, remedy)


def _beyond(filed: Sequence[Filed], record: WorkRecord, known: KeptLines) -> Iterator[Finding]:
    what = f"the source has only {len(known.digests)} lines"
    for one in filed:
        if one.record.line > len(known.digests):
            yield Finding.made("record-beyond", one.place, what)
    for number, structure in enumerate(record.structure, 1):
        lines = (structure.line, *(words.line for words in (structure.begins, structure.ends) if words))
        if any(line and line > len(known.digests) for line in lines):
            place = f"{(WORKS / record.id).as_posix()}.yml, `structure`, entry {number}"
            yield Finding.made("record-beyond", place, what)


def _repeated(filed: Sequence[Filed]) -> Iterator[Finding]:
    """Two records of the same words; an author's slip may yet have misread letters, which is another matter."""
    seen: dict[tuple[int, str, int | None, bool], Filed] = {}
    for one in filed:
        record = one.record
        key = (record.line, record.read, record.nth, record.nature == "slip")
        if key in seen:
            what = f"quotes the words of {seen[key].place}"
            yield Finding.made("record-twice", one.place, what, "Keep one of them.")
        seen.setdefault(key, one)


def _unseen(filed: Sequence[Filed], record: WorkRecord) -> Iterator[Finding]:
    count = sum(one.record.seen is None for one in filed)
    if count:
        what = "1 record has no `seen`" if count == 1 else f"{count} records have no `seen`"
        yield Finding.made(
            "record-unseen", record.id, what, "Only their form was tried; the rest waits for the source."
        )
