"""The proof: the text after line joins, as a proofreader has it before him, and what he may write on it.

Serves the rules of OCR damage, which share one proof a draft: its words are counted once.  A correction is
made, and a `suspect` marked, only where no other record stands in the way; whoever comes first is heard.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from functools import cached_property, lru_cache
from itertools import zip_longest

from build_edition.reading import alike_at_ends
from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.lexicon import Lexicon

CLIPPED = 3  # letters of what has lost its head
_BLOCKS = ("p", "quote", "item", "note", "head", "cell", "epigraph")


class Proof:
    """A draft with its lexicon."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.transcript = draft.freeze()
        self.lexicon = Lexicon(self.transcript.reading)
        self.text = self.transcript.reading.text
        self._ends = sorted({end for mark in self.transcript.marks for end in (mark.start, mark.end)})
        self._suspects: list[tuple[int, int]] = []
        self.settled: set[int] = set()  # the numbers of words whose letters are right, for their spaces were wrong

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where `start … end` of the reading text stands in the source; None where a rule has changed it."""
        reading = self.transcript.reading
        here = reading.to_source(start)
        there = here + end - start
        if reading.text[start:end] != self.draft.text[here:there] or not self.draft.is_free(here, there):
            return None
        return (here, there) if reading.from_source(here) == start else None

    def word_span(self, number: int) -> tuple[int, int] | None:
        """Where word `number` stands in the source; None where a rule has changed it."""
        return self.source_span(self.lexicon.starts[number], self.lexicon.end(number))

    def emend(self, start: int, end: int, reading: str, rule: str, *, cert: str = "high") -> bool:
        """Correct `start … end` of the reading text; returns whether that was possible.

        The intervention covers the smallest span that differs, as an editor's own would.
        """
        before, after = alike_at_ends(self.text[start:end], reading)
        start, end, reading = start + before, end - after, reading[before : len(reading) - after]
        span = self.source_span(start, end)
        if span is None or self._is_parted(*span) or self._overlaps(*span):
            return False
        return self.draft.intervene(*span, reading, rule, cert=cert)

    def suspect(self, start: int, end: int, reason: str, candidates: tuple[str, ...], evidence: str) -> bool:
        """Mark `start … end` of the reading text as perhaps wrong; returns whether that was possible.

        `candidates` are ranked, the likeliest first; `evidence` is a short sentence for the reviewer.
        """
        span = self.source_span(start, end)
        if span is None or self._is_parted(*span) or self._overlaps(*span):
            return False
        self.draft.mark(
            "suspect", *span, reason=reason, candidates="|".join(candidates) or None, evidence=evidence
        )
        insort(self._suspects, span)
        return True

    def is_whole(self, number: int) -> bool:
        """Whether word `number` has the spaces that it should have, and is neither clipped nor pieced out."""
        if number in self.settled or self.lexicon.after(number, 1) == "[":
            return False
        before = self.lexicon.before(number, 2)
        if before[-1:].isdigit():  # what a figure inside a word leaves of it
            return False
        if before[-1:] == "[" and before[0].isalpha():  # the[ir]
            return False
        return before[-1:] not in ("]", "’") and not (
            before[-1:] == "‘" and len(self.lexicon.words[number]) <= CLIPPED
        )

    def blocks(self) -> list[tuple[int, int, str]]:
        """Where each block of running text begins and ends in the reading text, and its kind.

        Of blocks that hold others only the innermost count; one inside a quotation is a `quote`, and its lines of
        verse are one block.
        """
        return self._blocks

    def begins_line(self, offset: int) -> bool:
        """Whether the character at `offset` of the reading text is the first that its source line shows."""
        here = self.transcript.reading.to_source(offset)
        return self.draft.source.line_at(here).ink_start == here

    @cached_property
    def _blocks(self) -> list[tuple[int, int, str]]:
        marks = list(self.transcript.of_kind(*_BLOCKS))
        reading = self.transcript.reading
        found: list[tuple[int, int, str]] = []
        quoted, first = 0, 0  # where the last quotation ends, and the number of its first block
        for mark, following in zip_longest(marks, marks[1:]):
            if mark.kind == "quote":
                quoted, first = mark.end, len(found)
            if following is None or following.start >= mark.end:
                kind = "quote" if mark.end <= quoted else mark.kind
                start = reading.from_source(mark.start)
                if kind == "quote" and mark.get("continues") and len(found) > first:
                    start = found.pop()[0]  # a line of verse
                found.append((start, reading.from_source(mark.end), kind))
        return found

    def _is_parted(self, start: int, end: int) -> bool:
        """Whether a mark begins or ends strictly inside."""
        place = bisect_right(self._ends, start)
        return place < len(self._ends) and self._ends[place] < end

    def _overlaps(self, start: int, end: int) -> bool:
        """Whether a suspect that this proof has marked stands there."""
        place = bisect_right(self._suspects, (end, 0)) - 1
        return place >= 0 and self._suspects[place][1] > start


@lru_cache(maxsize=1)
def proof_of(draft: Draft) -> Proof:
    """The proof of a draft as it stood when it was first asked for."""
    return Proof(draft)
