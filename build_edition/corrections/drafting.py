"""From a change that is wanted in the reading text to the smallest record on the source that makes it.

Several spans of the source could be quoted, and a reading can be told with more or less of what rules did to the
words beside. Each is tried among all records, and the first is taken that makes the wanted change and nothing
else; where none does, that is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from pydantic import ValidationError

from build_edition.corrections.attempts import Attempt, Attempts, Says
from build_edition.corrections.causes import guess_cause
from build_edition.corrections.digests import line_digest
from build_edition.corrections.drafts import Draft
from build_edition.corrections.hunks import hunks, joined
from build_edition.corrections.obstacles import Obstacles
from build_edition.corrections.proving import Bench
from build_edition.corrections.quoting import Quoted
from build_edition.corrections.wanted import Wanted, changed
from build_edition.edition.loading.advice import explain
from build_edition.edition.words.emendations import Cause, Emendation, Filed
from build_edition.errors import CorrectionError, RecordError
from build_edition.pipeline import EditionWork


class TakeOutError(CorrectionError):
    """What is wanted is what would stand without a record: `filed` should be taken out instead."""

    def __init__(self, filed: Filed) -> None:
        super().__init__(
            "the words would read so if a record were not there",
            where=filed.place,
            remedy="Take this record out.",
        )
        self.filed = filed


class FieldError(CorrectionError):
    """What a person gives cannot stand in a record, whichever words it quotes."""


def draft(
    item: EditionWork,
    filed: Sequence[Filed],
    wanted: Wanted,
    *,
    by: str,
    on: date | None = None,
    cause: Cause | None = None,
    note: str | None = None,
    cert: Literal["high", "low"] = "high",
    nature: Says = "as",
) -> tuple[Draft, ...]:
    """The records that make a change of the reading text of `item`, whose records are `filed`; usually one.

    By `nature` it is read so (`as`), perhaps so (`perhaps`: the text stays), or stands though a rule changed or
    suspects it (`stet`), or is the author's slip (`slip`: `words` is what the text has). Raises `CorrectionError`,
    saying why, where records cannot express it; `TakeOutError` where one should go.
    """
    drafting = Drafting(item, filed, {"by": by, "on": on, "cause": cause, "note": note, "cert": cert})
    return drafting.drafts(wanted, nature)


class Drafting:
    """A work at which records are drafted; `said` are the fields that a person gives."""

    def __init__(self, item: EditionWork, filed: Sequence[Filed], said: dict[str, Any]) -> None:
        self.item, self.bench = item, Bench(item, filed)
        self.said = {name: value for name, value in said.items() if value is not None}
        self.source = self.bench.before.source
        self.attempts, self.obstacles = Attempts(self.bench), Obstacles(self.bench.before)

    def drafts(self, wanted: Wanted, nature: Says) -> tuple[Draft, ...]:
        """The drafts of one wanted change; raises `CorrectionError`."""
        text = self.bench.text
        if not 0 <= wanted.start <= wanted.end <= len(text):
            raise CorrectionError("lies outside the reading text", where=self.item.record.id)
        if nature != "as":
            return (self.one(wanted, nature),)
        groups = hunks(text, wanted)
        if not groups:
            raise CorrectionError(
                "changes nothing: the text reads so", where=self.place(wanted), remedy="Correct one of the words."
            )
        drafts = [made for group in groups for made in self.of_group(group)]
        if len(drafts) > 1:
            self.bench.proved(drafts)
        return tuple(drafts)

    def of_group(self, group: Sequence[Wanted]) -> list[Draft]:
        """The draft of changes that stand near each other; or one of each, where one record cannot make them."""
        try:
            whole = joined(self.bench.text, group)
            obstacle = self.obstacles.block(self.reached(whole), whole.words)
            for change in group:
                obstacle = obstacle or self.obstacles.call(self.reached(change))
            if obstacle:
                raise self.refused(whole, *obstacle)
            return [self.one(whole, "as")]
        except (TakeOutError, FieldError):
            raise
        except CorrectionError:
            if len(group) == 1:
                raise
            return [made for change in group for made in self.of_group([change])]

    def one(self, wanted: Wanted, nature: Says) -> Draft:
        """The draft of one record; raises `CorrectionError` with what stands in the way."""
        refusals: list[RecordError] = []
        for attempt in self.attempts.of(wanted, nature):
            try:
                return self.proved(attempt, wanted, nature)
            except (TakeOutError, FieldError):
                raise
            except RecordError as error:
                refusals.append(error)
        raise self.refusal(wanted, refusals)

    def refusal(self, wanted: Wanted, refusals: Sequence[RecordError]) -> CorrectionError:
        """Why no record makes a change: what it would reach across, or what the likeliest one met with."""
        if "\n" in wanted.words:
            remedy = "Want words on one line. What a paragraph is, `structure` says in the record of the work."
            return self.refused(wanted, "brings in the end of a line", remedy)
        if not refusals:
            return self.refused(wanted, "touches no word that a record could quote", "Want a change of a word.")
        first = next((error for error in refusals if not isinstance(error, CorrectionError)), refusals[0])
        return self.refused(wanted, first.what, first.remedy)

    def refused(self, wanted: Wanted, what: str, remedy: str) -> CorrectionError:
        return CorrectionError(f"no record can say this: it {what}", where=self.place(wanted), remedy=remedy)

    def reached(self, wanted: Wanted) -> Quoted | None:
        """What of the source a change reaches over."""
        return self.attempts.quoting.exactly(wanted.start, wanted.end)

    def proved(self, attempt: Attempt, wanted: Wanted, nature: Says) -> Draft:
        """The draft of an attempt, if it does what is wanted and nothing else; raises `RecordError`."""
        old = attempt.replaces
        if nature == "as" and attempt.says == "stet" and old and not old.record.instead:
            without = self.bench.without(old.filed).transcript.reading.text
            if without == changed(self.bench.text, [wanted]):
                raise TakeOutError(old.filed)
        record, is_cause_certain = self.record(attempt, wanted)
        change = wanted if attempt.says in ("as", "stet") else Wanted(wanted.start, wanted.start, "")
        made = Draft(
            record,
            old.filed if old else None,
            is_cause_certain,
            change,
            attempt.quoted.start,
            attempt.quoted.end,
        )
        text = self.bench.text
        if nature == "stet" and text[wanted.start : wanted.end] == wanted.words:  # what the source has is not said
            after = self.bench.tried([made]).transcript.reading.text
            made = replace(made, wanted=Wanted(0, len(text), after).trimmed(text))
        self.bench.proved([made])
        return made

    def record(self, attempt: Attempt, wanted: Wanted) -> tuple[Emendation, bool]:
        """The record of an attempt, and whether its cause is certain; raises `CorrectionError` for a bad field."""
        line = self.source.line_number(attempt.quoted.start)
        read = self.source.text[attempt.quoted.start : attempt.quoted.end]
        cause, is_certain = self.said.get("cause"), True
        fields: dict[str, Any] = {**self.said, "line": line, "read": read, "seen": line_digest(self.source, line)}
        if attempt.nth:
            fields["nth"] = attempt.nth
        if attempt.replaces and attempt.replaces.record.instead:
            fields["instead"] = attempt.replaces.record.instead  # or that one would count again
        if attempt.says == "stet":
            fields["stet"] = True
        elif attempt.says == "slip":
            cause = "slip"
        else:
            fields[attempt.says] = attempt.reading
            if cause is None:
                cause, is_certain = guess_cause(read, attempt.reading, self.bench.text)
        if attempt.says != "as":
            fields.pop("cert", None)
        if cause is not None:
            fields["cause"] = cause
        try:
            return Emendation.model_validate(fields), is_certain
        except ValidationError as error:
            problem = next(filter(None, (explain(detail, Emendation) for detail in error.errors())))
            what = problem.what.removeprefix("the file ")
            raise FieldError(what, where=self.place(wanted), remedy=problem.remedy) from None

    def place(self, wanted: Wanted) -> str:
        """Where a change is wanted, as messages say it."""
        at = self.bench.before.reading.to_source(wanted.start)
        return f"{self.item.record.id}, source line {self.source.line_number(at)}"


__all__ = ["Draft", "Drafting", "FieldError", "Says", "TakeOutError", "draft"]
