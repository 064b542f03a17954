"""The records that may make one wanted change, in the order in which an editor would prefer them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from build_edition.corrections.proving import Bench
from build_edition.corrections.quoting import Quoted, Quoting
from build_edition.corrections.readings import Readings
from build_edition.corrections.wanted import Wanted
from build_edition.edition.words.emendations import LONGEST_WORDS, Emendation
from build_edition.edition.words.emending import Placed
from build_edition.errors import CorrectionError
from build_edition.source import Source

Says = Literal["as", "perhaps", "stet", "slip"]
FEW = 3  # times that words may stand on a line and yet be told by counting


@dataclass(frozen=True, slots=True)
class Attempt:
    """Words that a record could quote, what it could say of them, and the record whose place it would take."""

    quoted: Quoted
    says: Says
    reading: str
    nth: int | None
    replaces: Placed | None

    @property
    def is_odd(self) -> bool:
        """Whether a person would wonder at it: at white space at an end, or at counting far along a line."""
        return self.reading != self.reading.strip() or (self.nth or 0) > FEW


class Attempts:
    """A work, for whose changes records are sought."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.source = bench, bench.before.source
        self.quoting, self.readings = Quoting(bench.before), Readings(bench.before)

    def of(self, wanted: Wanted, says: Says) -> list[Attempt]:
        """All attempts, the likeliest first; raises `CorrectionError` where several records decide on words."""
        return sorted(self._all(wanted, says), key=lambda attempt: attempt.is_odd)

    def _all(self, wanted: Wanted, says: Says) -> Iterator[Attempt]:
        undone = self.quoting.undoing(wanted.start, wanted.end) if says == "as" else None
        if undone and undone.end - undone.start <= LONGEST_WORDS and not self._deciding(undone, "stet"):
            read = self.source.text[undone.start : undone.end]
            yield Attempt(undone, "stet", read, nth_of(self.source, undone.start, read), None)
        changed: Quoted | None = None
        for span in self.quoting.spans(wanted.start, wanted.end):
            changed = changed or span
            old = self._deciding(changed, says)
            quoted = span
            if old and (old.record.reading is not None or old.record.stet):
                quoted = self.quoting.holding(min(span.start, old.start), max(span.end, old.end))
            read = self.source.text[quoted.start : quoted.end]
            nth = nth_of(self.source, quoted.start, read)
            if says in ("stet", "slip"):
                yield Attempt(quoted, says, read, nth, old)
                continue
            for reading in self.readings.of(quoted, wanted):
                if says == "as" and reading in (read, " ".join(read.split())):
                    yield Attempt(quoted, "stet", read, nth, old)
                elif reading != read:
                    yield Attempt(quoted, says, reading, nth, old)

    def _deciding(self, quoted: Quoted, says: Says) -> Placed | None:
        """The record that decides on words already; raises `CorrectionError` where there are several."""
        found = [
            one
            for one in self.bench.placed
            if not _are_of_two_matters(one.record, says) and any(_meet(quoted, *claim) for claim in one.claims)
        ]
        if len(found) > 1:
            raise CorrectionError(
                f"reaches over words on which {len(found)} records decide: "
                + " and ".join(one.place for one in found[:2]),
                where=f"{self.bench.item.record.id}, source line {self.source.line_number(quoted.start)}",
                remedy="Want a change of the words of one of them.",
            )
        return found[0] if found else None


def _are_of_two_matters(record: Emendation, says: Says) -> bool:
    """Whether a record and one that is drafted may decide on the same words: a slip may have misread letters."""
    if record.nature == "slip":
        return says in ("as", "stet")
    return says == "slip" and record.nature != "doubt"


def _meet(quoted: Quoted, low: int, high: int) -> bool:
    """Whether a record that decides on a span decides on some of these words, or at an end of them."""
    return (low < quoted.end and quoted.start < high) or (low == high and quoted.start <= low <= quoted.end)


def nth_of(source: Source, start: int, read: str) -> int | None:
    """Which of the same words on their line these are; None where they stand there once."""
    line = source.line_at(start)
    found, at = [], source.text.find(read, line.start)
    while line.start <= at <= line.end:
        found.append(at)
        at = source.text.find(read, at + 1, line.end + len(read))
    return found.index(start) + 1 if len(found) > 1 else None
