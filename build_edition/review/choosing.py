"""From a choice to a plan: which records say it, proved before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from build_edition.corrections.drafting import Says, TakeOutError, draft
from build_edition.corrections.drafts import Draft
from build_edition.corrections.proving import Bench
from build_edition.corrections.wanted import Wanted
from build_edition.edition.review import Look
from build_edition.edition.words.emendations import Cause, Filed
from build_edition.errors import CorrectionError, RecordError
from build_edition.pipeline import EditionWork
from build_edition.review import shaping
from build_edition.review.choices import Choice, Plan
from build_edition.review.finders.marks import NAMES
from build_edition.review.item import Item
from build_edition.review.looks import look_at
from build_edition.rules.lost_characters import LOST
from build_edition.transcript import Intervention, Mark

# What is wrong where a candidate is accepted, by what was asked; a reading that is typed may be anything.
_CAUSES: Mapping[str, Cause] = {
    "word": "character",
    "misread": "character",
    "odd-word": "character",
    "sequence": "word",
    "repeat": "word",
}


class Chooser:
    """Makes plans for the items of one work, as it stands with the records `filed`."""

    def __init__(self, item: EditionWork, filed: Sequence[Filed], by: str, on: date) -> None:
        assert item.transcript is not None
        self.work, self.filed, self.by, self.on = item, filed, by, on
        self.transcript, self.source = item.transcript, item.transcript.source

    def plan(self, item: Item, choice: Choice) -> Plan:
        """What a choice comes to; raises `RecordError` where it cannot be expressed."""
        about = item.found.about
        if item.found.kind == "lost-call":
            return self._of_call(item, choice)
        if item.found.kind == "mark" and isinstance(about, Mark):
            return self._of_mark(item, choice, about)
        if item.found.kind in {"conjecture", "doubt"} and isinstance(about, Filed):
            return self._of_record(item, choice, self._now(about))
        return self._of_words(item, choice)

    def _of_words(self, item: Item, choice: Choice) -> Plan:
        """A plan about words: what rules suspect or changed, and what the queue found for itself."""
        is_rule = isinstance(item.found.about, Intervention)
        if choice.verb == "reject":
            if is_rule or self._is_suspected(item):
                return self._drafted(item, choice, self._present(item), "stet")
            return self._looked(item, choice)
        if choice.verb == "slip":
            return self._drafted(item, choice, self._present(item), "slip")
        if choice.verb == "accept" and is_rule:
            return self._looked(item, choice)
        if choice.verb == "doubt":
            return self._drafted(item, choice, choice.reading, "perhaps")
        if choice.reading == self._present(item):
            if choice.verb == "edit" and not self._is_suspected(item):
                return self._looked(item, choice)
            return self._drafted(item, choice, choice.reading, "stet")
        return self._drafted(item, choice, choice.reading, "as")

    def _of_record(self, item: Item, choice: Choice, filed: Filed) -> Plan:
        """A plan about what an editor holds for likely: it is certain, it is wrong, or something else is."""
        record = filed.record
        proposed = record.reading if record.reading is not None else record.perhaps
        if choice.verb == "reject":
            return self._taken_back(item, choice, filed)
        if choice.verb in {"accept", "edit"} and record.reading is not None and choice.reading == proposed:
            certain = record.model_copy(update={"cert": "high", "by": self.by, "on": self.on})
            start = item.found.start
            made = Draft(certain, filed, True, Wanted(0, 0, ""), start, start + len(record.read))
            Bench(self.work, self.filed).proved([made])
            return Plan(item, choice, f"“{proposed}” is read for certain.", (made,))
        return self._of_words(item, choice)

    def _taken_back(self, item: Item, choice: Choice, filed: Filed) -> Plan:
        """A plan by which a conjecture or a doubt goes, and the source stands."""
        if filed.record.perhaps is not None:
            try:
                return self._drafted(item, choice, self._present(item), "stet")
            except RecordError:  # no rule has a say there, so the record just goes
                look = self._look(item, choice)
                return Plan(item, choice, "The doubt is dismissed; the words stand.", taken_out=filed, look=look)
        try:
            return self._drafted(item, choice, item.words, "as")
        except TakeOutError as error:
            told = f"The conjecture is dismissed; “{' '.join(item.words.split())}” stands."
            return Plan(item, choice, told, taken_out=error.filed, look=self._look(item, choice))

    def _of_mark(self, item: Item, choice: Choice, mark: Mark) -> Plan:
        """A plan about a mark of low certainty."""
        name = NAMES.get(mark.kind, mark.kind)
        structured = self.work.structured
        assert structured is not None
        if choice.verb == "accept":
            record = shaping.confirmed(structured, mark, self.by, choice.note)
            if record is None:
                return Plan(item, choice, f"It is a {name}.", look=self._look(item, choice))
            return Plan(item, choice, f"It is a {name}, for certain.", structure=record)
        if choice.verb == "reject":
            record = shaping.unset(structured, mark, self.by, choice.note)
            return Plan(item, choice, f"It is no {name}.", structure=record)
        field = {"head": "level", "pb": "n", "note": "n"}.get(mark.kind)
        if choice.verb != "edit" or field is None:
            raise CorrectionError(
                f"a {name} can be accepted or rejected here",
                where=item.key,
                remedy="What else it is can be said below `structure` in the record of the work.",
            )
        record = shaping.changed(structured, mark, field, choice.reading.strip(), self.by, choice.note)
        return Plan(item, choice, f"It is a {name}, {field} {choice.reading.strip()}.", structure=record)

    def _of_call(self, item: Item, choice: Choice) -> Plan:
        """A plan about a lost call: it stood after certain words, or there is nothing lost."""
        if choice.verb == "reject":
            return self._looked(item, choice)
        if choice.verb != "edit" or not choice.reading.strip():
            raise CorrectionError(
                "where the call stood must be said",
                where=item.key,
                remedy="Edit, and type the line and the words after which it stood: `84 by the pole.`",
            )
        first, _, rest = choice.reading.strip().partition(" ")
        line, words = (int(first), rest) if first.isdecimal() and rest else (item.line, choice.reading.strip())
        structured = self.work.structured
        assert structured is not None
        record = shaping.called(structured, item.found.reason, line, words, self.by, choice.note)
        return Plan(item, choice, f"Call {item.found.reason} stood after “{words}”.", structure=record)

    def _drafted(self, item: Item, choice: Choice, words: str, nature: Says) -> Plan:
        reading = self.transcript.reading
        start, end = reading.before_insertion(item.found.start), reading.from_source(item.found.end)
        wanted = Wanted(start, end, words)
        lost: Cause | None = "character" if LOST in item.words else None
        made = self._made(wanted, choice, choice.cause or lost, nature)
        is_candidate = choice.cause is None and words in {one.reading for one in item.found.candidates}
        likely = _CAUSES.get(item.found.topic) if is_candidate else None
        if likely and not all(one.is_cause_certain for one in made):
            made = tuple(replace(one, is_cause_certain=True) for one in self._made(wanted, choice, likely, nature))
        said = {
            "as": f"“{_short(words)}” is read." if words else "The words are left out.",
            "perhaps": f"Perhaps “{_short(words)}” is meant; the text stays.",
            "stet": "The source is right.",
            "slip": "It is the author’s own slip; it stands.",
        }
        return Plan(item, choice, said[nature], made, is_cause_certain=all(one.is_cause_certain for one in made))

    def _made(self, wanted: Wanted, choice: Choice, cause: Cause | None, nature: Says) -> tuple[Draft, ...]:
        return draft(
            self.work, self.filed, wanted, by=self.by, on=self.on, cause=cause, note=choice.note, nature=nature
        )

    def _is_suspected(self, item: Item) -> bool:
        """Whether a rule suspects some of the words."""
        start, end = item.found.start, item.found.end
        return any(mark.start < end and start < mark.end for mark in self.transcript.of_kind("suspect"))

    def _looked(self, item: Item, choice: Choice) -> Plan:
        return Plan(item, choice, "It stands, and is not asked about again.", look=self._look(item, choice))

    def _look(self, item: Item, choice: Choice) -> Look:
        return look_at(item, self.source, self.by, on=self.on, note=choice.note)

    def _present(self, item: Item) -> str:
        """What the edition reads at an item now."""
        reading = self.transcript.reading
        return reading.text[reading.before_insertion(item.found.start) : reading.from_source(item.found.end)]

    def _now(self, filed: Filed) -> Filed:
        """The record as it is filed now: others may have come before it."""
        found = next((one for one in self.filed if one.record == filed.record and one.path == filed.path), None)
        if found is None:
            raise CorrectionError("the record has gone since", where=filed.place, remedy="Start the review again.")
        return found


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= 60 else f"{said[:59]}…"
