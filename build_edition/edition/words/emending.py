"""The editors' records applied to a transcript, after the rules.

An emendation becomes interventions on the smallest spans that differ, so that “lan Spencer” read as “Ian
Spencer” replaces one letter; a doubt marks the words as `suspect`, a slip of the author's as `sic`; a `stet` takes
back what a rule said of its words. Where a record goes against a rule, that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from build_edition.assemble import BLOCKS
from build_edition.edition.spans.matching import locate
from build_edition.edition.spans.nesting import Edges, Replaced
from build_edition.edition.words.calls import Calls, Span, renumbered
from build_edition.edition.words.emendations import RULE, Emendation, Filed
from build_edition.edition.words.overruling import Rules
from build_edition.edition.words.wordmarks import doubted, slipped
from build_edition.errors import RecordError
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript

_INLINE = frozenset({"ref", "hi", "foreign", "suspect"})


@dataclass(frozen=True, slots=True)
class Overruling:
    """A record against a rule: the rule reads the source's letters `source` as `rule_reading`, the record in
    its own words as `reading`. `number` counts the records of the work from 1; `place` is where it is filed.
    """

    place: str
    number: int
    line: int
    rule: str
    source: str
    rule_reading: str
    reading: str


@dataclass(slots=True)
class Placed:
    """A record where its words stand in the source; `claims` are the spans on which it decides."""

    filed: Filed
    number: int
    start: int
    end: int
    claims: list[tuple[int, int]] = field(default_factory=list)

    @property
    def record(self) -> Emendation:
        return self.filed.record

    @property
    def place(self) -> str:
        return self.filed.place

    def name_beside(self, other: Placed) -> str:
        """How a message about `other` calls this one: with its file, where that is another."""
        (file, name), (others, _) = self.place.rsplit(", ", 1), other.place.rsplit(", ", 1)
        return name if file == others else self.place


@dataclass(frozen=True, slots=True)
class Emended:
    """A transcript with records applied, where they went against rules, and where each record stands."""

    transcript: Transcript
    overrulings: tuple[Overruling, ...] = ()
    placed: tuple[Placed, ...] = ()


def apply(transcript: Transcript, filed: Sequence[Filed]) -> Emended:
    """The transcript with the records of a work applied, each of which must match its source.

    Raises `RecordError` for a record that matches nothing, or clashes with another, with a rule or with a mark.
    """
    if not filed:
        return Emended(transcript)
    return _Application(transcript, filed).emended()


class _Application:
    """The records of one work on their way into one transcript."""

    def __init__(self, transcript: Transcript, filed: Sequence[Filed]) -> None:
        self.transcript, self.source = transcript, transcript.source
        self.placed = list(_placed(filed, self.source))
        self.rules = Rules(self.source, transcript.interventions)
        self.calls = Calls(transcript)
        self.suspects = [(mark.start, mark.end) for mark in transcript.of_kind("suspect")]
        self.made: list[tuple[Placed, Intervention]] = []
        self.gone: set[Intervention] = set()
        self.rests: list[Intervention] = []
        self.decided: set[tuple[int, int]] = set()  # the suspects that an editor has decided on
        self.overrulings: list[Overruling] = []

    def emended(self) -> Emended:
        for one in self.placed:
            if one.record.reading is not None:
                self.emend(one, one.record.reading)
            elif one.record.stet:
                self.let_stand(one)
        self.made.sort(key=lambda made: (made[1].start, made[1].end))
        interventions = [i for i in self.transcript.interventions if i not in self.gone]
        interventions += [*self.rests, *(this for _, this in self.made)]
        interventions.sort(key=lambda i: (i.start, i.end))
        marks = self.with_words_marked(interventions)
        _refuse_clashes(self.placed)
        _refuse_split_marks(self.made, marks)
        _refuse_idle(self.made, marks)
        self.calls.refuse_swallowed((one.place, this) for one, this in self.made)
        after = replace(self.transcript, interventions=tuple(interventions), marks=tuple(marks))
        read = renumbered(after, [this for _, this in self.made])
        return Emended(read, tuple(self.overrulings), tuple(self.placed))

    def emend(self, one: Placed, reading: str) -> None:
        """Read the words of a record otherwise; rules that did so there give way."""
        settled = self.rules.settle(one.start, one.record.read, reading, one.place)
        spans = list(self.calls.whole(settled.spans))
        for start, end, new in spans:
            rule = f"{RULE}:{one.number}"
            this = Intervention(start, end, new, rule, one.record.cert, str(one.record.cause or ""))
            self.made.append((one, this))
            one.claims.append((start, end))
        one.claims += settled.words
        self.give_way(one, settled.gone, reading, spans)
        self.rests += settled.rests
        for start, end in one.claims:
            self.decide(start, end)

    def let_stand(self, one: Placed) -> None:
        """Take back what rules did to the letters of a record, and suspected of them."""
        taken_back = self.rules.let_stand(one.start, one.end, one.place)
        suspected = self.decide(one.start, one.end)
        if not taken_back and not suspected:
            raise RecordError(
                f"finds nothing to let stand: no rule suspects or changes letters of {one.record.read!r}",
                where=one.place,
                remedy="Delete the record, or quote the words that a rule changed or marked.",
            )
        one.claims += [*suspected, *((rule.start, rule.end) for rule in taken_back)]
        self.give_way(one, taken_back, one.record.read)

    def give_way(
        self, one: Placed, rules: Iterable[Intervention], reading: str, spans: Sequence[Span] = ()
    ) -> None:
        """Drop what rules did, and tell of it unless the record reads `spans` the same."""
        for rule in rules:
            self.gone.add(rule)
            if (rule.start, rule.end, rule.reading) not in spans:
                stands = self.source.text[rule.start : rule.end]
                told = Overruling(one.place, one.number, one.record.line, rule.rule, stands, rule.reading, reading)
                self.overrulings.append(told)

    def decide(self, start: int, end: int) -> list[tuple[int, int]]:
        """The rules' suspects that a span touches, which an editor thereby decides on."""
        touched = [suspect for suspect in self.suspects if suspect[0] < end and start < suspect[1]]
        self.decided.update(touched)
        return touched

    def with_words_marked(self, interventions: Sequence[Intervention]) -> list[Mark]:
        """The marks but those that records decide on or delete, with the doubts and slips of records."""
        emptied = Replaced([this for _, this in self.made])
        marks = [mark for mark in self.transcript.marks if not self.is_gone(mark, emptied)]
        replaced, edges = Replaced(interventions), Edges(marks)
        added: list[Mark] = []
        for one in self.placed:
            if one.record.perhaps is not None:
                mark = doubted(one.record, one.start, self.source, edges, replaced, one.place)
            elif one.record.nature == "slip":
                mark = slipped(one.record, one.start, self.source, edges, replaced, one.place)
            else:
                continue
            self.decide(mark.start, mark.end)
            one.claims.append((mark.start, mark.end))
            added.append(mark)
        return [mark for mark in marks if not self.is_gone(mark, emptied)] + added

    def is_gone(self, mark: Mark, made: Replaced) -> bool:
        """Whether a suspect is decided on, or all that an inline mark covers is deleted."""
        if mark.kind == "suspect" and (mark.start, mark.end) in self.decided:
            return True
        if mark.kind not in _INLINE or mark.is_point:
            return False
        return any(
            i.start <= mark.start
            and mark.end <= i.end
            and (not i.reading or i.end - i.start > mark.end - mark.start)
            for i in made.touching(mark.start, mark.end)
        )


def _placed(filed: Sequence[Filed], source: Source) -> Iterable[Placed]:
    for number, one in enumerate(filed, 1):
        record = one.record
        start = locate(record.line, record.read, record.nth, source, one.place)
        yield Placed(one, number, start, start + len(record.read))


def _refuse_clashes(placed: Sequence[Placed]) -> None:
    """Raise `RecordError` where two records decide on the same characters.

    An author's slip may yet have misread letters, which is another matter.
    """
    _refuse_overlaps([one for one in placed if one.record.nature != "slip"])
    _refuse_overlaps([one for one in placed if one.record.reading is None])


def _refuse_overlaps(placed: Sequence[Placed]) -> None:
    claims = [(start, end, one) for one in placed for start, end in one.claims]
    claims.sort(key=lambda claim: claim[:2])
    furthest = claims[:1]  # of those before, what reaches the furthest: the claims of one record may overlap
    for first, last, other in claims[1:]:
        ((start, end, one),) = furthest
        if one is not other and (first < end or (start, end) == (first, last)):
            raise RecordError(
                f"decides on characters that {one.name_beside(other)} decides on too",
                where=other.place,
                remedy="Make one record of the two.",
            )
        if last >= end:
            furthest = [(first, last, other)]


def _refuse_idle(made: Sequence[tuple[Placed, Intervention]], marks: Iterable[Mark]) -> None:
    """Raise `RecordError` for a record that reads nothing otherwise but the white space between two blocks."""
    blocks = [mark for mark in marks if mark.kind in BLOCKS]
    ends, starts = {mark.end for mark in blocks}, {mark.start for mark in blocks}
    seen = {
        one.number
        for one, this in made
        if this.reading.strip() or this.start not in ends or this.end not in starts
    }
    for one, _ in made:
        if one.number not in seen:
            raise RecordError(
                "changes nothing but the white space between two blocks, which no reader sees",
                where=one.place,
                remedy="To make one of them, say what they are under `structure` in the record of the work.",
            )


def _refuse_split_marks(made: Sequence[tuple[Placed, Intervention]], marks: Iterable[Mark]) -> None:
    """Raise `RecordError` where something begins or ends inside what an emendation, in order, replaces."""
    ends = sorted((offset, mark.kind) for mark in marks for offset in (mark.start, mark.end))
    k = 0
    for one, this in made:
        while k < len(ends) and ends[k][0] <= this.start:
            k += 1
        if k < len(ends) and ends[k][0] < this.end:
            raise RecordError(
                f"would replace words across the beginning or end of a {ends[k][1]}",
                where=one.place,
                remedy="Make two records of it, one on each side.",
            )
