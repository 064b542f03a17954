"""Which parts of a text are in another state of proofreading: for a step was recorded, or the text has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_edition.edition.status import STATES, Step
from build_edition.proofreading.parts import Parts
from build_edition.proofreading.sections import rows_of, states_of_pages
from build_edition.proofreading.standing import Standing, in_words, standings
from build_edition.report.report import StatusChange
from build_edition.work import Work


def changed_states(
    work_id: str, before: Work | None, was: Sequence[Step], after: Work, now: Sequence[Step]
) -> Iterator[StatusChange]:
    """The sections whose state is another one, and in the others the pages; `was` and `now` are the steps."""
    if not (was or now):
        return
    parts = Parts(after)
    here = standings(parts, now)
    old_parts = Parts(before) if before else parts
    there = standings(old_parts, was)
    old_rows = {row.key: in_words(row.standing) for row in rows_of(old_parts, there)}
    told: set[str] = set()
    for row in rows_of(parts, here):
        then, present = old_rows.get(row.key, STATES[0]), in_words(row.standing)
        if then != present:
            told.update(one.stretch.section for one in row.standing)
            part = f"{row.key} {row.title}".strip()
            yield StatusChange(work_id, part, then, present, _why(row.standing))
    old_pages = {page.n: page.said for page in states_of_pages(there)}
    for page in states_of_pages(here):
        then = old_pages.get(page.n, STATES[0])
        if then != page.said and page.section not in told:
            of_page = [one for one in here if one.stretch.page == page.n]
            yield StatusChange(work_id, f"page {page.n}", then, page.said, _why(of_page))


def _why(standing: Sequence[Standing]) -> str:
    """What brought a part into its state: steps of people, and texts that changed since."""
    said = list({one.said.number: one.said for one in standing if one.said and one.stretch.words}.values())
    outlived = [one for one in said if one.state != one.step.state]
    if outlived:
        step = outlived[-1].step
        return f"It was {step.state} by {step.by} on {step.on}, and reads otherwise now."
    return f"By {said[-1].step.by} on {said[-1].step.on}." if said else ""
