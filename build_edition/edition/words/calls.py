"""Note calls in words that an editor corrects: a call stays one, and bears the number that is read now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from build_edition.edition.spans.nesting import Replaced
from build_edition.errors import RecordError
from build_edition.transcript import Intervention, Mark, Transcript

Span = tuple[int, int, str]  # from where to where of the source, and how it is read


class Calls:
    """The note calls of one transcript that have figures in its source."""

    def __init__(self, transcript: Transcript) -> None:
        self._text = transcript.source.text
        self._calls = [mark for mark in transcript.of_kind("ref") if not mark.is_point]
        self._starting = {mark.start: mark for mark in self._calls}
        self._ending = {mark.end: mark for mark in self._calls}

    def whole(self, spans: Iterable[Span]) -> Iterator[Span]:
        """The spans; one that adds figures to a call, before or behind, replaces the call."""
        for start, end, reading in spans:
            call = self._added_to(start) if start == end and reading.isdecimal() else None
            if call is None:
                yield start, end, reading
            else:
                figures = self._text[call.start : call.end]
                yield call.start, call.end, reading + figures if start == call.start else figures + reading

    def _added_to(self, at: int) -> Mark | None:
        """The call of which a figure at `at` is a part; that before a call may be one of a year."""
        if at in self._ending:
            return self._ending[at]
        return self._starting.get(at) if not self._text[at - 1 : at].isdecimal() else None

    def refuse_swallowed(self, made: Iterable[tuple[str, Intervention]]) -> None:
        """Raise `RecordError` where a record, by its place, reads a call and words beside it as figures anew."""
        for place, this in made:
            if this.end - this.start < 2 or not any(sign.isdecimal() for sign in this.reading):
                continue
            for at in range(this.start, this.end):
                call = self._starting.get(at)
                if call and call.end <= this.end and (call.start, call.end) != (this.start, this.end):
                    raise RecordError(
                        f"would replace the note call {self._text[call.start : call.end]!r} and what is beside it",
                        where=place,
                        remedy="Make two records of it, one of the words and one of the figures; or, where it is "
                        "no call, `unset` the ref under `structure` in the record of the work.",
                    )


def renumbered(transcript: Transcript, made: Sequence[Intervention]) -> Transcript:
    """The transcript, with the number that is now read in each call whose figures one of `made` corrects.

    `made` are in order.
    """
    corrected = Replaced(made)
    marks = [
        _with_number(mark, transcript)
        if mark.kind == "ref" and any(_is_within(this, mark) for this in corrected.touching(mark.start, mark.end))
        else mark
        for mark in transcript.marks
    ]
    return replace(transcript, marks=tuple(marks)) if tuple(marks) != transcript.marks else transcript


def _is_within(this: Intervention, mark: Mark) -> bool:
    return mark.start <= this.start < this.end <= mark.end


def _with_number(mark: Mark, transcript: Transcript) -> Mark:
    number = transcript.reading.slice(mark.start, mark.end).strip()
    return replace(mark, attrs=MappingProxyType({**mark.attrs, "n": number})) if number else mark
