"""The proof that drafted records make the change that is wanted, and no other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from build_edition.corrections.drafts import Draft, filed_with
from build_edition.corrections.wanted import changed
from build_edition.edition.project import Project
from build_edition.edition.words import emending
from build_edition.edition.words.emendations import RULE, Filed
from build_edition.edition.words.emending import Emended, Placed
from build_edition.errors import CorrectionError
from build_edition.pipeline import EditionWork, no_source
from build_edition.transcript import Intervention, Mark, Transcript

MARKS_OF_WORDS = frozenset({"suspect", "sic", "ref", "hi", "foreign"})


def prove(project: Project, item: EditionWork, drafts: Sequence[Draft]) -> Transcript:
    """The transcript of a work with the drafts among its records.

    Raises `CorrectionError` unless the reading text is what it was with exactly the wanted changes, and nothing
    else is otherwise; `RecordError` where a draft clashes with a record.
    """
    return Bench(item, project.filed.get(item.record.id, ())).proved(drafts).transcript


class Bench:
    """A work and its records, among which drafts are tried."""

    def __init__(self, item: EditionWork, filed: Sequence[Filed]) -> None:
        if item.transcript is None or item.structured is None:
            raise no_source(item.record)
        self.item, self.filed = item, tuple(filed)
        self.structured, self.before = item.structured, item.transcript
        self.text = self.before.reading.text
        self._applied: Emended | None = None

    @property
    def placed(self) -> tuple[Placed, ...]:
        """The records where they stand, each with the spans on which it decides."""
        if self._applied is None:
            self._applied = emending.apply(self.structured, self.filed)
        return self._applied.placed

    def proved(self, drafts: Sequence[Draft]) -> Emended:
        """What comes of the drafts, which do what is wanted and nothing else; raises `RecordError`."""
        after = self.tried(drafts)
        self.refuse_other(drafts, after.transcript)
        return after

    def tried(self, drafts: Sequence[Draft]) -> Emended:
        """What comes of the drafts, whatever it is; raises `RecordError` where one does not match, or clashes."""
        return emending.apply(self.structured, filed_with(self.filed, drafts, self.item.record.id))

    def without(self, filed: Filed) -> Emended:
        """What comes of the records without one of them."""
        return emending.apply(self.structured, [one for one in self.filed if one != filed])

    def refuse_other(self, drafts: Sequence[Draft], after: Transcript) -> None:
        """Raise `CorrectionError` where anything but what the drafts are for is otherwise than it was."""
        where = ", ".join(f"source line {draft.record.line}" for draft in drafts)
        place = f"{self.item.record.id}, {where}"
        if after.reading.text != changed(self.text, (draft.wanted for draft in drafts)):
            raise CorrectionError(
                "would not make exactly this change of the reading text",
                where=place,
                remedy="Look at what rules or other records did to these words, or want a change of fewer words.",
            )
        spans = self._spans(drafts)
        for mark in _moved_marks(self.before.marks, after.marks):
            if not _may_change(mark, spans):
                line = self.before.source.line_number(mark.start)
                raise CorrectionError(f"would also change the {mark.kind} of source line {line}", where=place)
        for this in _moved_interventions(self.before, after):
            if not _is_within(this.start, this.end, spans):
                line = self.before.source.line_number(this.start)
                raise CorrectionError(
                    f"would also change what “{this.rule}” did on source line {line}", where=place
                )

    def _spans(self, drafts: Iterable[Draft]) -> list[tuple[int, int]]:
        """The words of the source of which drafts speak, or the records that they replace."""
        replaced = {draft.replaces for draft in drafts if draft.replaces}
        spans = [(draft.start, draft.end) for draft in drafts]
        old = [one for one in self.placed if one.filed in replaced] if replaced else []
        return spans + [span for one in old for span in [(one.start, one.end), *one.claims]]


def _is_within(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(low <= start and end <= high for low, high in spans)


def _may_change(mark: Mark, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a mark may come, go or change by a record: what is said of words, and no block."""
    return mark.kind in MARKS_OF_WORDS and _is_within(mark.start, mark.end, spans)


def _moved_marks(before: Iterable[Mark], after: Iterable[Mark]) -> list[Mark]:
    """The marks that only one of two transcripts has; most are the same objects in both."""
    olds, news = {id(mark): mark for mark in before}, {id(mark): mark for mark in after}
    gone = {_said(mark): mark for key, mark in olds.items() if key not in news}
    come = {_said(mark): mark for key, mark in news.items() if key not in olds}
    return [mark for said, mark in (*gone.items(), *come.items()) if not (said in gone and said in come)]


def _said(mark: Mark) -> tuple[str, int, int, str]:
    return mark.kind, mark.start, mark.end, repr(sorted(mark.attrs.items()))


def _moved_interventions(before: Transcript, after: Transcript) -> list[Intervention]:
    """The interventions that only one of two transcripts has, whatever the numbers of the records are."""
    olds, news = set(before.interventions), set(after.interventions)
    gone = {_unnumbered(this): this for this in olds - news}
    come = {_unnumbered(this): this for this in news - olds}
    return [this for said, this in (*gone.items(), *come.items()) if not (said in gone and said in come)]


def _unnumbered(this: Intervention) -> Intervention:
    return replace(this, rule=RULE) if this.rule.startswith(f"{RULE}:") else this
