"""Which words of the source a record quotes so that other words can be read there.

Between the source and the reading text stand interventions, so a span grows on both sides in turn, until it begins
and ends with whole words in each, and inside nothing that is replaced.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.edition.spans.nesting import Replaced
from build_edition.transcript import Transcript

_JOINTS = frozenset("'’-‑")  # inside a word


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of the source from `start` to `end`, and where they stand in the reading text."""

    start: int
    end: int
    reads: int
    read_end: int


class Quoting:
    """A transcript, in which spans of the reading text grow to words that a record can quote."""

    def __init__(self, transcript: Transcript) -> None:
        self.source, self.reading = transcript.source.text, transcript.reading.text
        self.map = transcript.reading
        self.replaced = Replaced(transcript.interventions)
        calls = [mark for mark in transcript.of_kind("ref") if not mark.is_point]
        self.walls = {offset for mark in calls for offset in (mark.start, mark.end)}
        self.inside_calls = [(self.map.before_insertion(m.start), self.map.from_source(m.end)) for m in calls]

    def spans(self, start: int, end: int) -> Iterator[Quoted]:
        """The spans that hold a span of the reading text, the smallest that is worth quoting first."""
        is_of_call = any(low <= start and end <= high and start < end for low, high in self.inside_calls)
        seen: set[Quoted] = set()
        for grown in self._grown(start, end, is_of_call):
            if grown is not None and self._is_quotable(grown) and grown not in seen:
                seen.add(grown)
                yield grown

    def exactly(self, start: int, end: int) -> Quoted | None:
        """What of the source is behind a span of the reading text, grown by what is replaced at its ends."""
        if start >= end:
            return None
        first, last = self._segment(start), self._segment(end - 1)
        low = self.map.source_starts[first] + (start - self.map.starts[first] if self.map.kept[first] else 0)
        high = self._source_end(last)
        if self.map.kept[last]:
            high = self.map.source_starts[last] + end - self.map.starts[last]
        return Quoted(low, high, start, end)

    def undoing(self, start: int, end: int) -> Quoted | None:
        """The words of the source of which rules keep letters from a span of the reading text; or None."""
        exact = self.exactly(start, end)
        low, high = (exact.start, exact.end) if exact else (self.map.to_source(start),) * 2
        while low > 0 and self.source[low - 1].isspace():
            low -= 1
        while high < len(self.source) and self.source[high].isspace():
            high += 1
        met = [
            this for this in self.replaced.touching(low, high) if _has_letters(self.source[this.start : this.end])
        ]
        if not met:
            return None
        low, high = min(low, met[0].start), max(high, met[-1].end)
        while _goes_on(self.source, low - 1, False) and low not in self.walls:
            low -= 1
        while _goes_on(self.source, high, False) and high not in self.walls:
            high += 1
        grown = self.holding(low, high)
        return grown if self._is_quotable(grown) else None

    def _grown(self, start: int, end: int, is_of_call: bool) -> Iterator[Quoted | None]:
        words = self._whole(start, end, False, is_of_call)
        if words is not None and any(sign.isalnum() for sign in self.source[words.start : words.end]):
            yield words
        tokens = self._whole(start, end, True, True)
        yield tokens
        before, after = self._token_before(start), self._token_after(end)
        for first, last in ((before, end), (start, after), (before, after)):
            yield self._whole(first, last, False, is_of_call)
            yield self._whole(first, last, True, True)

    def _token_before(self, at: int) -> int:
        while at > 0 and self.reading[at - 1].isspace():
            at -= 1
        while at > 0 and not self.reading[at - 1].isspace():
            at -= 1
        return at

    def _token_after(self, at: int) -> int:
        while at < len(self.reading) and self.reading[at].isspace():
            at += 1
        while at < len(self.reading) and not self.reading[at].isspace():
            at += 1
        return at

    def _whole(self, start: int, end: int, to_spaces: bool, over_calls: bool) -> Quoted | None:
        """The span of the reading text, grown to whole words, or to what stands between spaces."""
        span: Quoted | None = None
        while True:
            while _goes_on(self.reading, start - 1, to_spaces) and not self._wall(start, over_calls):
                start -= 1
            while _goes_on(self.reading, end, to_spaces) and not self._wall(end, over_calls):
                end += 1
            grown = self._of_source(start, end, to_spaces, over_calls)
            if grown is None or grown == span:
                return grown
            span, start, end = grown, grown.reads, grown.read_end

    def _of_source(self, start: int, end: int, to_spaces: bool, over_calls: bool) -> Quoted | None:
        """The words of the source that stand behind a span of the reading text, and all that these read."""
        exact = self.exactly(start, end)
        if exact is None:
            return None
        low, high, text = exact.start, exact.end, self.source
        while _goes_on(text, low - 1, to_spaces) and (over_calls or low not in self.walls):
            low -= 1
        while _goes_on(text, high, to_spaces) and (over_calls or high not in self.walls):
            high += 1
        return self.holding(low, high)

    def holding(self, low: int, high: int) -> Quoted:
        """A span of the source, grown to hold what is replaced across its ends, and what it reads."""
        for k in range(*self._segments(low, high)):
            if not self.map.kept[k]:
                if self.map.source_starts[k] < low < self._source_end(k):
                    low = self.map.source_starts[k]
                if self.map.source_starts[k] < high < self._source_end(k):
                    high = self._source_end(k)
        return Quoted(low, high, self.map.before_insertion(low), self.map.from_source(high))

    def _segments(self, low: int, high: int) -> tuple[int, int]:
        starts = self.map.source_starts
        return max(0, bisect_right(starts, low) - 1), bisect_right(starts, high)

    def _segment(self, at: int) -> int:
        """The segment of the character at `at` of the reading text."""
        return bisect_right(self.map.starts, at) - 1

    def _source_end(self, k: int) -> int:
        starts = self.map.source_starts
        return starts[k + 1] if k + 1 < len(starts) else self.map.source_length

    def _wall(self, at: int, over_calls: bool) -> bool:
        if over_calls or not self.walls:
            return False
        return any(at in pair for pair in self._calls_near(at))

    def _calls_near(self, at: int) -> Iterator[tuple[int, int]]:
        k = bisect_right(self.inside_calls, (at, len(self.reading)))
        yield from self.inside_calls[max(0, k - 2) : k + 1]

    def _is_quotable(self, span: Quoted) -> bool:
        words = self.source[span.start : span.end]
        return bool(words.strip()) and not words[0].isspace() and not words[-1].isspace()


def _has_letters(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _goes_on(text: str, at: int, to_spaces: bool) -> bool:
    """Whether at a place beside a span there is more of a word: a letter, a figure, a sign between two."""
    if not 0 <= at < len(text):
        return False
    if to_spaces or text[at].isalnum():
        return not text[at].isspace()
    return text[at] in _JOINTS and 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
