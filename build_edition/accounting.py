"""The accounting: what became of every character of a source.

In: a `Transcript`.  Out: an `Account`, whose columns add up to the length of the source. That nothing is lost
holds by construction; this is where it is counted again, from the reading text.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from build_edition.edition.words.emendations import RULE as EMENDATION
from build_edition.transcript import Transcript

COLUMNS = ("kept", "joined", "forme work", "normalised", "emended")


@dataclass(frozen=True, slots=True)
class Account:
    """Counts of characters of the source: kept as they stand, or replaced for one of four reasons.

    `supplied` counts the characters of readings, which are none of the source's. `unlisted` names the rules
    that are under no head; their characters are in no column, so that an account with such is not exact.
    """

    length: int
    kept: int
    joined: int
    forme_work: int
    normalised: int
    emended: int
    supplied: int
    reading_length: int
    unlisted: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[int, ...]:
        """The counts in the order of `COLUMNS`."""
        return self.kept, self.joined, self.forme_work, self.normalised, self.emended

    @property
    def is_exact(self) -> bool:
        """Whether every character of source and reading text is accounted for, once."""
        return sum(self.columns) == self.length and self.kept + self.supplied == self.reading_length


def account(transcript: Transcript) -> Account:
    """The account of a transcript."""
    counts: Counter[str] = Counter()
    unlisted: set[str] = set()
    heads = heads_of_rules()
    for this in transcript.interventions:
        head = heads.get(this.rule.partition(":")[0])
        if head is None:
            unlisted.add(this.rule)
        else:
            counts[head] += this.end - this.start
    reading = transcript.reading
    ends = (*reading.starts[1:], len(reading.text))
    kept = sum(end - start for start, end, own in zip(reading.starts, ends, reading.kept, strict=True) if own)
    return Account(
        length=len(transcript.source),
        kept=kept,
        joined=counts["joined"],
        forme_work=counts["forme work"],
        normalised=counts["normalised"],
        emended=counts["emended"],
        supplied=sum(len(this.reading) for this in transcript.interventions),
        reading_length=len(reading.text),
        unlisted=tuple(sorted(unlisted)),
    )


def heads_of_rules() -> dict[str, str]:
    """Under which head each rule's interventions are accounted for."""
    from build_edition.rules import RULES

    heads: dict[str, str] = {EMENDATION: "emended"}
    for rule in RULES:
        heads.update(rule.accounts)
    return heads
