"""What editors have looked at already: which items of the queue a record of `edition/review` answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_edition.corrections.digests import line_digest
from build_edition.edition.review import REVIEW, Look
from build_edition.edition.spans.matching import locate
from build_edition.errors import RecordError
from build_edition.review.item import Item
from build_edition.source import Source


@dataclass(frozen=True, slots=True)
class Looked:
    """The items of one work that were found right, by the places of their words and what was asked; and the
    records that say nothing, for their words do not stand there.
    """

    places: frozenset[tuple[int, str]]
    problems: tuple[RecordError, ...]

    def answers(self, start: int, topic: str) -> bool:
        return (start, topic) in self.places


def looked(looks: Iterable[Look], source: Source, work_id: str) -> Looked:
    """The records of a work, found in its source."""
    places: set[tuple[int, str]] = set()
    problems: list[RecordError] = []
    for number, look in enumerate(looks, 1):
        place = f"{(REVIEW / f'{work_id}.yml').as_posix()}, record {number} (source line {look.line})"
        try:
            places.add((locate(look.line, look.read, look.nth, source, place), look.kind))
        except RecordError as error:
            problems.append(error)
    return Looked(frozenset(places), tuple(problems))


def look_at(item: Item, source: Source, by: str, **said: object) -> Look:
    """The record that the words of an item stand."""
    read = source.text[item.found.start : item.found.end]
    nth = _nth(source, item.line, item.found.start, read)
    fields = {"line": item.line, "read": read, "nth": nth, "kind": item.found.topic, "by": by}
    fields |= {"seen": line_digest(source, item.line), **said}
    return Look.model_validate({name: value for name, value in fields.items() if value is not None})


def _nth(source: Source, line: int, start: int, read: str) -> int | None:
    """Which of the same words on the line these are; None where they stand there once."""
    found = list(_starts(source, line, read))
    return found.index(start) + 1 if len(found) > 1 else None


def _starts(source: Source, number: int, read: str) -> Iterator[int]:
    line = source.lines[number - 1]
    at = source.text.find(read, line.start)
    while line.start <= at <= line.end:
        yield at
        at = source.text.find(read, at + 1, line.end + len(read))
