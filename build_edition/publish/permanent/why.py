"""Why the words of a passage changed since a version: the editors' records, or a rule, as far as they tell."""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.apparatus.recensions import recorded
from build_edition.apparatus.since import Comparison
from build_edition.edition.recension import Edit, Recorded
from build_edition.edition.words.emendations import RULE
from build_edition.publish.permanent.frame import to
from build_edition.publish.permanent.reader import Kept
from build_edition.writers.escaping import html


def reasons(work: Kept, comparison: Comparison, version: str, path: str) -> Iterator[str]:
    """Each reason as HTML, for the page at `path`."""
    history, item = work.history, work.item
    if history is None or item is None or item.source is None or item.transcript is None:
        return
    source = item.source.text
    now = {edit for one in comparison.now for edit in recorded(one, source).edits}
    then = {
        edit
        for name in comparison.then
        if isinstance(state := history.state(name, version), Recorded)
        for edit in state.edits
    }
    made, undone = sorted(now - then, key=_place), sorted(then - now, key=_place)
    told = list(_by_editors(work, [*made, *undone], path))
    yield from told
    rules = {
        this.rule
        for this in item.transcript.interventions
        if any(_touch(this.start, this.end, edit) for edit in made)
    }
    by_rule = sorted(rule for rule in rules if rule.partition(":")[0] != RULE)
    if by_rule:
        names = ", ".join(f"“{html(rule.replace('-', ' '))}”" for rule in by_rule)
        yield f"By rule: {names}."
    if undone and not made and not told:
        yield "A reading of that version was taken back: the text has again what the source has."


def _by_editors(work: Kept, edits: list[Edit], path: str) -> Iterator[str]:
    """The decisions about the letters of these edits."""
    if work.decisions is None:
        return
    for name, entry in zip(work.decisions.ids, work.decisions.entries, strict=True):
        if entry.kind in {"slip", "doubt"} or not any(_touch(entry.start, entry.end, edit) for edit in edits):
            continue
        reading = f"“{html(entry.reading)}”" if entry.reading else "nothing"
        said = "stands as the source has it" if entry.kind == "stet" else f"is read as {reading}"
        cause = f" ({html(entry.cause)})" if entry.cause else ""
        note = f" {html(entry.note)}" if entry.note else ""
        row = to(path, f"works/{work.id}/apparatus/#{name}")
        yield (
            f"“{html(entry.stands)}” {said}{cause}, decided by {html(entry.by)}.{note} "
            f'<a href="{row}">In the apparatus</a>'
        )


def _touch(start: int, end: int, edit: Edit) -> bool:
    """Whether a span of the source holds letters of an edit; what is inserted stands where it touches."""
    if start == end or edit.start == edit.end:
        return start <= edit.end and edit.start <= end
    return start < edit.end and edit.start < end


def _place(edit: Edit) -> tuple[int, int, str]:
    return edit.start, edit.end, edit.reading
