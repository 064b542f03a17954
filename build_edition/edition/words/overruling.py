"""Where an editor's reading meets what a rule did: which of the rule's interventions give way, and how far.

An emendation wins on the characters where its reading differs from the source. What a rule did elsewhere in the
quoted words stays (a line join, a curled quotation mark), but not what it did to letters of a changed word: of
that word the record says how it reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_edition.edition.spans.nesting import Replaced
from build_edition.edition.words.differences import Change, applied, changes
from build_edition.errors import RecordError
from build_edition.source import Source
from build_edition.transcript import Intervention

_ALIKE = str.maketrans("‘’“”–—", "''\"\"--")


@dataclass(frozen=True, slots=True)
class Settled:
    """What an emendation comes to: the spans it reads, the words it changes, and the rules' interventions that
    give way; `rests` are what is left of those of which it replaces a part.
    """

    spans: tuple[tuple[int, int, str], ...]
    words: tuple[tuple[int, int], ...]
    gone: tuple[Intervention, ...]
    rests: tuple[Intervention, ...]


class Rules:
    """The rules' interventions in one source, and the head under which each rule is accounted for."""

    def __init__(self, source: Source, interventions: Sequence[Intervention]) -> None:
        from build_edition.rules import RULES

        self.source, self.text = source, source.text
        self.replaced = Replaced(interventions)
        self.heads = {name: head for rule in RULES for name, head in rule.accounts.items()}

    def settle(self, start: int, read: str, reading: str, place: str) -> Settled:
        """What comes of reading `read`, which stands at `start`, as `reading`.

        Raises `RecordError` where a rule replaced words of which `read` quotes only a part.
        """
        made = changes(start, read, reading)
        near = self.replaced.touching(start, start + len(read))
        spans: list[tuple[int, int, str]] = []
        gone: dict[tuple[int, int], Intervention] = {}
        for low, high in self._grown(made, near, start, start + len(read), place):
            new = applied(self.text, low, high, made)
            met = [rule for rule in near if _meet(rule, low, high)]
            if any(
                (rule.start, rule.end, rule.reading) == (low, high, new) and self._is_join(rule) for rule in met
            ):
                continue
            gone.update(((rule.start, rule.end), rule) for rule in met)
            spans.append((low, high, new))
        rests = [rest for rule in gone.values() for rest in _rests(rule, spans)]
        for change in made:
            within = self.replaced.touching(change.first, change.last)
            gone.update(((rule.start, rule.end), rule) for rule in within if self._speaks_of(rule, change))
        words = tuple(
            (change.first, change.last) for change in made if not self.text[change.first : change.last].isspace()
        )
        return Settled(tuple(spans), words, tuple(gone.values()), tuple(rests))

    def _grown(
        self, made: Sequence[Change], near: Sequence[Intervention], first: int, last: int, place: str
    ) -> list[tuple[int, int]]:
        """The spans of changes, grown to hold what rules replaced across their ends."""
        spans = [(change.start, change.end) for change in made]
        for rule in near:
            across = [span for span in spans if span[0] < rule.end and rule.start < span[1]]
            if not across:
                continue
            low, high = min(s for s, _ in across), max(e for _, e in across)
            if rule.start < min(low, first) or rule.end > max(high, last):
                if rule.reading == "" and self._is_join(rule):
                    continue  # the rest of it stays
                raise _clash(place, rule, self.source)
            if rule.start < low or high < rule.end:
                spans = [span for span in spans if span not in across]
                spans.append((min(low, rule.start), max(high, rule.end)))
        held = {inner for inner in spans for outer in spans if inner != outer and _holds(outer, inner)}
        return sorted(set(spans) - held)

    def _is_join(self, rule: Intervention) -> bool:
        return self.heads.get(rule.rule) == "joined"

    def _speaks_of(self, rule: Intervention, change: Change) -> bool:
        """Whether a rule emended what the record reads otherwise: letters of the word, or its own signs."""
        within = change.first <= rule.start and rule.end <= change.last
        if not within or self.heads.get(rule.rule) != "emended":
            return False
        said = self.text[rule.start : rule.end] + rule.reading
        own = (self.text[change.start : change.end] + change.reading).translate(_ALIKE)
        return any(sign.isalnum() or sign in own for sign in said.translate(_ALIKE) if not sign.isspace())

    def let_stand(self, start: int, end: int, place: str) -> list[Intervention]:
        """What rules did to letters inside a span; raises `RecordError` where one reaches beyond it."""
        found = [rule for rule in self.replaced.touching(start, end) if self._concerns_letters(rule)]
        for rule in found:
            if rule.start < start < rule.end or rule.start < end < rule.end:
                raise _clash(place, rule, self.source, "Quote all of those characters, which then stand.")
        return [rule for rule in found if start <= rule.start and rule.end <= end]

    def _concerns_letters(self, rule: Intervention) -> bool:
        """Whether a rule emended, or normalised letters: what joins lines or removes forme work does not."""
        head = self.heads.get(rule.rule)
        if head == "normalised":
            return _letters(self.text[rule.start : rule.end]) != _letters(rule.reading)
        return head == "emended"


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _meet(rule: Intervention, low: int, high: int) -> bool:
    """Whether a rule's intervention and a span share characters, or are at one point."""
    return (rule.start < high and low < rule.end) or (rule.start, rule.end) == (low, high)


def _rests(rule: Intervention, spans: Sequence[tuple[int, int, str]]) -> list[Intervention]:
    """What is left of a deletion around those spans, in order, that an emendation reads."""
    rests, here = [], rule.start
    for low, high, _ in spans:
        if _meet(rule, low, high):
            rests += [replace(rule, start=here, end=low)] if here < low else []
            here = max(here, high)
    return [*rests, replace(rule, start=here)] if here < rule.end else rests


def _clash(place: str, rule: Intervention, source: Source, remedy: str = "") -> RecordError:
    line, column = source.position(rule.start)
    stands = source.text[rule.start : rule.end]
    if len(stands) > 60:
        stands = stands[:60] + "…"
    return RecordError(
        f"overlaps what the rule “{rule.rule}” does at line {line}, column {column}: "
        f"it reads {stands!r} as {rule.reading[:60]!r}",
        where=place,
        remedy=remedy or "Quote all of those characters in `read`, or none of them.",
    )
