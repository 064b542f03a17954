"""The queue: all items of some works, those first that are most worth a look.

In: works that are prepared.  Out: items without those that editors have decided on, and what is wrong with the
records of their looks.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_edition.apparatus.emendation_list import Finder
from build_edition.edition.entries.entry import Entry
from build_edition.edition.project import Project
from build_edition.edition.spans.matching import locate
from build_edition.errors import RecordError
from build_edition.pipeline import EditionWork
from build_edition.review.confidence import Confidence
from build_edition.review.desk import Desk, Vocabulary, vocabulary_of
from build_edition.review.finders.all import SAID, SEEN
from build_edition.review.item import Found, Item
from build_edition.review.looks import looked
from build_edition.review.ranking import history


@dataclass(frozen=True)
class Queue:
    """Items, those first that are most worth a look."""

    items: tuple[Item, ...]
    problems: tuple[RecordError, ...] = ()

    def only(self, kinds: Collection[str] = ()) -> Queue:
        """The items of these kinds or topics; of all where none is named."""
        kept = (item for item in self.items if not kinds or {item.found.kind, item.found.topic} & set(kinds))
        return Queue(tuple(kept), self.problems)


def queue_of(project: Project, works: Sequence[EditionWork]) -> Queue:
    """The queue of works of an edition; those whose source is not there have no items."""
    here = [item for item in works if item.work is not None and item.status == "found"]
    vocabulary = vocabulary_of(
        {item.record.id: item.work.transcript.reading for item in here if item.work},
        _names(project.entries.values()),
    )
    items: list[Item] = []
    problems: list[RecordError] = []
    for item in here:
        found, wrong = _of_work(project, item, vocabulary)
        items += found
        problems += wrong
    items.sort(key=lambda item: (-item.worth, item.work, item.found.start, item.found.topic))
    return Queue(tuple(items), tuple(problems))


def _of_work(
    project: Project, item: EditionWork, vocabulary: Vocabulary
) -> tuple[list[Item], Sequence[RecordError]]:
    """The items of one work, in no order, and what is wrong with its looks."""
    assert item.work is not None
    assert item.structured is not None
    work_id, source = item.record.id, item.work.transcript.source
    filed, looks = project.filed.get(work_id, ()), project.looks.get(work_id, ())
    desk = Desk(work_id, item.work, vocabulary, filed)
    seen = looked(looks, source, work_id)
    places = Places(item)
    past = history(item.structured, filed)
    found = [one for one in _found(desk) if not seen.answers(one.start, one.topic)]
    sure = Confidence.of(source)
    return [places.item(past.reckoned(sure.weighed(one))) for one in found], seen.problems


def _found(desk: Desk) -> Iterator[Found]:
    """All that is found in a work; of what the finders see for themselves nothing that was said already."""
    spans: list[tuple[int, int]] = []
    for one in desk.records:
        record = one.record
        start = locate(record.line, record.read, record.nth, desk.source, one.place)
        insort(spans, (start, start + len(record.read)))
    for finder in SAID:
        for found in finder(desk):
            if found.kind not in {"mark", "lost-call"}:
                insort(spans, (found.start, found.end))
            yield found
    for finder in SEEN:
        for found in finder(desk):
            if not _meets(spans, found.start, found.end):
                insort(spans, (found.start, found.end))
                yield found


def _meets(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, in order, shares characters with another one."""
    at = bisect_left(spans, (end, 0))
    return any(last > start for _, last in spans[max(at - 8, 0) : at])


class Places:
    """A work, in which what is found gets its place."""

    def __init__(self, item: EditionWork) -> None:
        assert item.work is not None
        self.id, self.work = item.record.id, item.work
        self.finder = Finder(item.work)

    def item(self, found: Found) -> Item:
        transcript = self.work.transcript
        source, reading = transcript.source, transcript.reading
        line, column = source.position(found.start)
        return Item(
            self.id,
            found,
            line,
            column,
            source.text[found.start : found.end],
            reading.text[reading.before_insertion(found.start) : reading.from_source(found.end)],
            self.finder.passage(found.start, found.end),
            self.finder.page(found.start),
        )


def _names(entries: Iterable[Entry]) -> Iterator[str]:
    """The words of which the forms of entries are made, in small letters."""
    for entry in entries:
        for form in entry.forms:
            yield from form.replace("-", " ").lower().replace("’s", "").split()
