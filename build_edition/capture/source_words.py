"""The words of the source by which a record says where something begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from build_edition.reading import Reading
from build_edition.source import Source

SHORT = 60  # characters: a span of no more is quoted whole
_WORD = re.compile(r"\S+")


def extent(start: int, end: int, source: Source) -> dict[str, Any]:
    """The fields `from` and `to` of a record about a span."""
    if end - start <= SHORT and source.line_number(start) == source.line_number(end - 1):
        return {"from": _quoted(start, end, source)}
    return {"from": first_words(start, end, source), "to": last_words(start, end, source)}


def first_words(start: int, end: int, source: Source) -> dict[str, Any]:
    """The first words of a span, as few as stand only once on their line."""
    last = min(end, source.lines[source.line_number(start) - 1].end)
    ends = [start + match.end() for match in _WORD.finditer(source.text[start:last])]
    return _first_alone(((start, stop) for stop in [*ends[1:], last]), source)


def last_words(start: int, end: int, source: Source) -> dict[str, Any]:
    """The last words of a span, as few as stand only once on their line."""
    first = max(start, source.lines[source.line_number(end - 1) - 1].start)
    begins = [first + match.start() for match in _WORD.finditer(source.text[first:end])]
    return _first_alone(((begin, end) for begin in [*reversed(begins[:-1]), *begins[:1]]), source)


def _first_alone(spans: Iterator[tuple[int, int]], source: Source) -> dict[str, Any]:
    """The words of the first span that stand only once on their line; of the last, if none do."""
    quoted: dict[str, Any] = {}
    for start, end in spans:
        quoted = _quoted(start, end, source)
        if "nth" not in quoted:
            break
    return quoted


def _quoted(start: int, end: int, source: Source) -> dict[str, Any]:
    line = source.lines[source.line_number(start) - 1]
    words = source.text[start:end]
    found, at = [], source.text.find(words, line.start)
    while line.start <= at <= line.end:
        found.append(at)
        at = source.text.find(words, at + 1, line.end + len(words))
    quoted: dict[str, Any] = {"line": line.number, "read": words}
    return quoted if len(found) == 1 else {**quoted, "nth": found.index(start) + 1}


def source_span(first: int, last: int, reading: Reading) -> tuple[int, int]:
    """The span of the source from which the letters between two places of the reading text come."""
    start, end = reading.to_source(first), reading.to_source(last - 1)
    k = bisect_right(reading.starts, last - 1) - 1
    if reading.kept[k]:
        return start, end + 1
    ends = reading.source_starts[k + 1] if k + 1 < len(reading.source_starts) else reading.source_length
    return start, max(ends, end)
