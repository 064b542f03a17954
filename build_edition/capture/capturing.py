"""The changes in the pages of one work, as records that are proved to make them.

Each change is drafted by itself. Then all are tried together: the pages that come of them must differ from the
edited ones in nothing but what could not be captured, and no other page may change. Where that fails, they are
tried one after another, and what does not come out is left in the file, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic import ValidationError

from build_edition.capture.changes import Change, changes_of
from build_edition.capture.differences import Differences, differences
from build_edition.capture.page_reader import read_page
from build_edition.capture.plain import Plain
from build_edition.capture.standing import Standing
from build_edition.capture.structure import Structure
from build_edition.capture.trial import Made, Records, Trial
from build_edition.capture.words import is_sign, let_stand, of_call, wanted
from build_edition.corrections.drafting import Drafting, Says, TakeOutError
from build_edition.corrections.drafts import Draft
from build_edition.corrections.wanted import Wanted
from build_edition.edition.structure.record import StructureRecord
from build_edition.edition.structure.structuring import UndoingError
from build_edition.edition.words.emendations import Cause
from build_edition.errors import CorrectionError, EditionError, RecordError, TranscriptError

UNLIKE = 0.5  # as share of a page: where more of its letters are gone, it is another text
NOTHING = "no record can say this"
Ask = Callable[[Change, Draft], Cause | None]


@dataclass
class Captured:
    """What came of the edited pages of a work: changes with their records, and those that are left in the files.

    `pages` are all pages of the work as the records make them; `refused` says of a page why nothing of it could be
    captured.
    """

    changes: list[Change] = field(default_factory=list)
    left: list[Change] = field(default_factory=list)
    pages: Mapping[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)

    @property
    def records(self) -> Records:
        total = Records()
        for change in self.changes:
            total += change.records
        return total


def capture(
    trial: Trial, edited: Mapping[str, str], by: str, on: date | None, cause: Cause | None, ask: Ask
) -> Captured:
    """The records of what was changed in pages of a work, given by their names.

    `ask` is asked for the cause of a correction where it is not plain, and answers None where nobody can tell.
    """
    return _Capture(trial, edited, by, on, cause, ask).captured()


class _Capture:
    """First what words are is captured, on the pages as they are; then the words, on those that come of it."""

    def __init__(
        self, trial: Trial, edited: Mapping[str, str], by: str, on: date | None, cause: Cause | None, ask: Ask
    ) -> None:
        self.trial, self.item, self.made, self.by, self.ask = trial, trial.item, trial.now, by, ask
        self.said = {"by": by, "on": on, "cause": cause, "note": None, "cert": "high"}
        self.edited = {name: read_page(text) for name, text in edited.items()}
        self.result = Captured()
        self._drafting: Drafting | None = None

    def captured(self) -> Captured:
        for name, new in list(self.edited.items()):
            if why := _unlike(differences(self.made.plain(name), new)):
                self.result.refused[name] = why
                del self.edited[name]
        changes = self.changes()
        words = [change for change in changes if not change.is_of_structure]
        self.take([change for change in changes if change.is_of_structure], words, is_last=False)
        if self.result.changes:
            self.item = self.trial.item_with(self.result.records)
        self.take([change for change in self.changes() if not change.is_of_structure], (), is_last=True)
        self.result.pages = self.made.pages
        for changes in (self.result.changes, self.result.left):
            changes.sort(key=lambda change: (change.page, change.line))
        return self.result

    def changes(self) -> list[Change]:
        """The changes that are still to be made of the pages."""
        return [
            change
            for name, new in self.edited.items()
            for change in changes_of(name, differences(self.made.plain(name), new))
        ]

    def take(self, changes: Sequence[Change], later: Sequence[Change], is_last: bool) -> None:
        """Draft records of changes, and take those that come out as they were made."""
        drafted: list[Change] = []
        for name in list(self.edited):
            own = [change for change in changes if change.page == name]
            if not own:
                continue
            try:
                standing = self.made.standing(name)
            except TranscriptError as error:
                self.result.refused[name] = f"cannot be captured: {error.what}"
                del self.edited[name]
                continue
            drafted += [self.drafted(change, standing) for change in own]
        self.result.left += [change for change in drafted if change.refusal]
        self.prove([change for change in drafted if not change.refusal], later, is_last)

    # drafting

    def drafted(self, change: Change, standing: Standing) -> Change:
        """A change with its records, or the reason why there are none."""
        if change.refusal:
            return change
        old, transcript = change.found.old, self.made.transcript
        structure = Structure(old.text, standing, transcript, self.by, self.made.numbers)
        try:
            records = Records()
            if change.call:
                records = Records((structure.call(change.call, change.start, is_raised=True),))
            elif change.hunk and (stands := let_stand(change.hunk, change.found, standing, transcript)):
                records = self.words(change, stands, "stet")
            elif change.hunk:
                records = self.words(change, wanted(change.hunk, change.found, standing, transcript.reading))
            elif change.group and change.is_of_structure:
                records = Records(tuple(structure.records(change.group)))
            elif change.group:
                for piece in change.group.removed:
                    call = next(one for one in standing.calls if one.label == piece.detail)
                    records += self.words(change, of_call(call))
        except (RecordError, ValidationError) as error:
            return change.refused(_reason(error))
        return replace(change, records=records) if records else change.refused(NOTHING)

    def words(self, change: Change, what: Wanted, nature: Says = "as") -> Records:
        """The records of a change of words; raises `RecordError` where there are none, or nobody knows why."""
        if self._drafting is None:
            self._drafting = Drafting(self.item, self.trial.filed, self.said)
        try:
            drafts = self._drafting.drafts(what, nature)
        except TakeOutError as error:
            return Records(out=(error.filed,))
        except CorrectionError:
            doubts = [one for one in self.trial.filed if one.record.perhaps and one.record.read == what.words]
            if nature == "stet" and len(doubts) == 1:
                return Records(out=(doubts[0],))
            raise
        return Records(drafts=tuple(self.with_cause(change, draft) for draft in drafts))

    def with_cause(self, change: Change, draft: Draft) -> Draft:
        if draft.is_cause_certain or self.said["cause"]:
            return draft
        cause = self.ask(change, draft)
        if cause is None:
            raise CorrectionError(
                "what was wrong with the words is not plain",
                remedy=f"Say it with --cause; it may be `{draft.record.cause}`.",
            )
        return replace(draft, record=draft.record.model_copy(update={"cause": cause}))

    # proving

    def prove(self, changes: Sequence[Change], later: Sequence[Change], is_last: bool) -> None:
        """Take the changes that come out as they were made; leave the others with the reason."""
        before = list(self.result.changes)
        try:
            self.made = self.tried([*before, *changes], later, is_last)
            self.result.changes += changes
            return
        except EditionError as error:
            if len(changes) == 1 and not isinstance(error, UndoingError):
                self.result.left.append(changes[0].refused(_reason(error)))
                return
        accepted = before
        for k, change in enumerate(changes):
            try:
                taken, self.made = self.alone(change, accepted, [*changes[k + 1 :], *later], is_last)
                accepted.append(taken)
            except EditionError as refused:
                self.result.left.append(change.refused(_reason(refused)))
        self.result.changes = accepted

    def alone(
        self, change: Change, accepted: Sequence[Change], later: Sequence[Change], is_last: bool
    ) -> tuple[Change, Made]:
        """A change beside those accepted, and what comes of it; where it undoes what records of the work set,
        these are taken out instead. Raises `EditionError`.
        """
        try:
            return change, self.tried([*accepted, change], later, is_last)
        except UndoingError as error:
            first = error
        undone = _with_parts(first.number, self.trial.item.record.structure)
        for structure in ((), change.records.structure):
            other = replace(change, records=replace(change.records, structure=structure, undone=undone))
            try:
                return other, self.tried([*accepted, other], later, is_last)
            except EditionError:
                continue
        raise first

    def tried(self, changes: Sequence[Change], later: Sequence[Change], is_last: bool) -> Made:
        """The work with the records of changes; raises `EditionError` unless its pages differ from the edited ones
        in nothing but what is left out, or comes `later`: so may words where structure is changed, until the last.
        """
        total = Records()
        for change in changes:
            total += change.records
        made = self.trial.made(total) if total else self.trial.now
        now = self.trial.now
        if list(made.pages) != list(now.pages):
            raise CorrectionError("it would change which pages the work has; write the record by hand")
        for name, page in made.pages.items():
            if name not in self.edited and page != now.pages[name]:
                raise CorrectionError(f"it would change another page too, {name}")
        for name, new in self.edited.items():
            left = [one for one in (*self.result.left, *later) if one.page == name]
            done = [one for one in changes if one.page == name]
            self.refuse_other(differences(new, made.plain(name)), left, done, is_last)
        return made

    def refuse_other(
        self, rest: Differences, left: Sequence[Change], done: Sequence[Change], is_last: bool
    ) -> None:
        """Raise `CorrectionError` where a page differs from the edited one in what was to be captured."""
        for hunk in rest.alignment.details:
            stands = rest.old.text[hunk.start : hunk.end]
            comes = rest.new.text[hunk.new_start : hunk.new_end]
            block = _block(rest.old.text, hunk.start, hunk.end)
            is_open = _touches(hunk.start, hunk.end, left) or (
                _touches(*block, done, 0) and (not is_last or (is_sign(stands) and is_sign(comes)))
            )
            if not is_open:
                raise CorrectionError(f"the page would have “{comes}” where you wrote “{stands}”")
        for piece in (*rest.removed, *rest.added):
            is_open = piece.kind == "call" and not is_last and _touches(piece.start, piece.end, done)
            if not is_open and not _touches(piece.start, piece.end, left):
                raise CorrectionError(
                    f"the page would not come out so: {_said(piece.kind, rest.old, piece.start)}"
                )


def _with_parts(number: int, records: Sequence[StructureRecord]) -> tuple[int, ...]:
    """The numbers of a record of structure and of what it is nothing without: a list and its items."""
    numbers = [number]
    if number <= len(records) and records[number - 1].sets == "list":
        for k in range(number, len(records)):
            if records[k].sets != "item":
                break
            numbers.append(k + 1)
    return tuple(numbers)


def _block(text: str, start: int, end: int) -> tuple[int, int]:
    """The blocks in which words stand."""
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, after if after >= 0 else len(text)


def _touches(start: int, end: int, changes: Sequence[Change], margin: int = 1) -> bool:
    return any(low - margin <= end and start <= high + margin for change in changes for low, high in change.spans)


def _said(kind: str, page: Plain, at: int) -> str:
    return f"a {kind} at “{page.text[at : at + 30]}”"


def _unlike(found: Differences) -> str:
    """Why a page is taken for another text, if it is."""
    old, new = found.old.text, found.new.text
    if old.strip() and not new.strip():
        return "there are no words left in it"
    gone = sum(hunk.end - hunk.start for hunk in found.hunks)
    if gone > max(100, UNLIKE * len(old)):
        return "more than half of it is another text than the build makes"
    return ""


def _reason(error: Exception) -> str:
    if isinstance(error, EditionError):
        return f"{error.what}. {error.remedy}".strip() if error.remedy else error.what
    return NOTHING
