"""The marks that records set on words: `suspect` for a doubt of the editor's, `sic` for a slip of the author's."""

from __future__ import annotations

from types import MappingProxyType

from build_edition.edition.spans.nesting import Edges, Replaced, described
from build_edition.edition.words.differences import applied, changes
from build_edition.edition.words.emendations import Emendation
from build_edition.errors import RecordError
from build_edition.source import Source
from build_edition.transcript import Mark, Value

_JOINTS = frozenset("'’-")  # inside a word


def doubted(record: Emendation, start: int, source: Source, edges: Edges, replaced: Replaced, place: str) -> Mark:
    """The mark on the whole words in which the source differs from what perhaps stood there.

    `start` is where the record's words begin. Of words that stand on both sides of the end of a mark it covers
    those on one side. Raises `RecordError` where it can cover none.
    """
    text, perhaps = source.text, record.perhaps or ""
    made = changes(start, record.read, perhaps)
    first, last = _words(text, made[0].start, made[-1].end)
    if first == last:  # what is added touches no word: what it was added to is doubted, or else all that is quoted
        first, last = made[0].first, made[-1].last
    if first == last:
        first, last = start, start + len(record.read)
    reading = applied(text, first, last, made)
    first, last = _markable(first, last, source, replaced, place)
    parts = [at for at, _ in edges.crossing(first, last)]
    if parts:
        sides = [source.drawn_in(*side) for side in zip([first, *parts], [*parts, last], strict=True)]
        whole = [side for side in sides if side[0] < side[1] and not edges.crossing(*side)]
        if not whole:
            raise _crossed(first, last, edges, source, place)
        (first, last), reading = whole[0], perhaps
    attrs: dict[str, Value] = {"cert": "low", "candidates": " ".join(reading.split())}
    return _mark("suspect", first, last, attrs, "evidence", record)


def slipped(record: Emendation, start: int, source: Source, edges: Edges, replaced: Replaced, place: str) -> Mark:
    """The mark on the words of a slip; raises `RecordError` where they reach across the end of another mark."""
    first, last = source.drawn_in(start, start + len(record.read))
    first, last = _markable(first, last, source, replaced, place)
    if edges.crossing(first, last):
        raise _crossed(first, last, edges, source, place)
    return _mark("sic", first, last, {}, "note", record)


def _markable(start: int, end: int, source: Source, replaced: Replaced, place: str) -> tuple[int, int]:
    """The span, grown by what is replaced across its ends; where that ends on white space, without it."""
    grown = source.drawn_in(*replaced.around(start, end))
    span = replaced.inked(source, *grown)
    if span is None:
        raise RecordError(
            "speaks of nothing that the reading text has",
            where=place,
            remedy="Quote the word beside it too.",
        )
    return span


def _mark(kind: str, start: int, end: int, attrs: dict[str, Value], name: str, record: Emendation) -> Mark:
    if record.note:
        attrs[name] = " ".join(record.note.split())
    return Mark(kind, start, end, MappingProxyType(attrs))


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span, grown to whole words; where it has white space at an end, to the word beyond it."""
    if start < end and text[start].isspace():
        while start > 0 and text[start - 1].isspace():
            start -= 1
        start -= 1 if start > 0 else 0
    if start < end and text[end - 1].isspace():
        while end < len(text) and text[end].isspace():
            end += 1
        end += 1 if end < len(text) else 0
    while start > 0 and _is_of_word(text, start - 1):
        start -= 1
    while end < len(text) and _is_of_word(text, end):
        end += 1
    return start, end


def _is_of_word(text: str, at: int) -> bool:
    """Whether the character at `at` is a letter or figure, or a hyphen or apostrophe between two."""
    if text[at].isalnum():
        return True
    return text[at] in _JOINTS and 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def _crossed(first: int, last: int, edges: Edges, source: Source, place: str) -> RecordError:
    _, mark = edges.crossing(first, last)[0]
    return RecordError(
        f"would reach across the beginning or end of a {described(mark, source)}",
        where=place,
        remedy="Quote only the words on one side of it.",
    )
