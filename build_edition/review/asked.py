"""Items that somebody asks for: words at a place, and the same words wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_edition.errors import UsageError
from build_edition.pipeline import EditionWork
from build_edition.review.item import Found, Item
from build_edition.review.queue import Places
from build_edition.source import Source

_PLACE = re.compile(r"(?P<work>[^:]+):(?P<line>\d+)(?:\.(?P<column>\d+))?(?::(?P<words>.+))?", re.DOTALL)
FORM = "WORK:LINE:WORDS, such as smith-1960:84:Ihave; of words that stand twice, WORK:LINE.COLUMN:WORDS"
_WORD = re.compile(r"\w+(?:[-‐’'.]\w+)*")


def place_of(said: str) -> tuple[str, int, int | None, str]:
    """The work, the line, the column and the words of a place; raises `UsageError`."""
    match = _PLACE.fullmatch(said)
    if match is None:
        raise UsageError(f"{said[:80]!r} is no place", remedy=f"Write it as {FORM}.")
    column = int(match["column"]) if match["column"] else None
    return match["work"], int(match["line"]), column, match["words"] or ""


def item_at(item: EditionWork, line: int, column: int | None, words: str) -> Item:
    """The item of words of the source, or of the reading text, that begin on a line; raises `UsageError`."""
    source = _source(item)
    if not 1 <= line <= len(source.lines):
        raise UsageError(f"{item.record.id} has lines 1 to {len(source.lines)}, no line {line}")
    where = f"line {line} of {item.record.id}"
    if not words and column is None:
        raise UsageError(f"which words of {where} are meant?", remedy=f"Write {FORM}.")
    if not words:
        words = _word_at(source, line, int(column or 1), where)
    spans = dict.fromkeys([*_in_source(source, line, words), *_in_reading(item, line, words)])
    begins = source.lines[line - 1].start
    if column is not None:
        spans = dict.fromkeys(span for span in spans if span[0] == begins + column - 1)
    if len(spans) != 1:
        columns = ", ".join(f"{line}.{start - begins + 1}" for start, _ in spans)
        raise UsageError(
            f"{words[:80]!r} stands {'several times' if spans else 'nowhere'} on {where}",
            remedy=f"Say which: {columns}." if spans else f"The line reads: {source.lines[line - 1].text[:160]}",
        )
    ((start, end),) = spans
    return Places(item).item(Found("word", "asked", start, end, wrong=1.0, matter=1.0))


def words_of_line(item: EditionWork, line: int) -> list[tuple[int, str]]:
    """The words of a line of the source, each with its column."""
    text = _source(item).lines[line - 1].text
    return [(match.start() + 1, match[0]) for match in _WORD.finditer(text)]


def same_words(works: Iterable[EditionWork], words: str) -> Iterator[Item]:
    """Every place where works read the same words, to the letter."""
    alike = r"\s+".join(map(re.escape, words.split()))
    form = re.compile(rf"(?<!\w){alike}(?!\w)")
    for item in works:
        if item.transcript is None or item.work is None:
            continue
        places = Places(item)
        reading = item.transcript.reading
        for match in form.finditer(reading.text):
            start, end = reading.in_source(match.start(), match.end())
            yield places.item(Found("word", "same", start, end))


def _source(item: EditionWork) -> Source:
    assert item.source is not None
    return item.source


def _word_at(source: Source, line: int, column: int, where: str) -> str:
    """The word of a line that begins at a column."""
    match = _WORD.match(source.lines[line - 1].text, column - 1)
    if match is None:
        raise UsageError(f"no word begins at column {column} of {where}", remedy=f"Write {FORM}.")
    return match[0]


def _in_source(source: Source, line: int, words: str) -> Iterator[tuple[int, int]]:
    this = source.lines[line - 1]
    at = source.text.find(words, this.start)
    while this.start <= at <= this.end:
        yield at, at + len(words)
        at = source.text.find(words, at + 1)


def _in_reading(item: EditionWork, line: int, words: str) -> Iterator[tuple[int, int]]:
    """Where the reading text has words that come from a line; white space may be a line end."""
    assert item.transcript is not None
    this, reading = _source(item).lines[line - 1], item.transcript.reading
    first, last = reading.before_insertion(this.start), reading.from_source(this.end)
    form = re.compile(r"\s+".join(map(re.escape, words.split())))
    for match in form.finditer(reading.text, first):
        if match.start() > last:
            return
        yield reading.in_source(match.start(), match.end())
