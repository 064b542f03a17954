"""That the history of proofreading of each work may be as it is, and which states the text has outlived."""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.checks.finding import Finding
from build_edition.edition.project import Project
from build_edition.edition.status import STATUS
from build_edition.proofreading.history import faults
from build_edition.proofreading.parts import Parts
from build_edition.proofreading.standing import standings
from build_edition.proofreading.units import Unit
from build_edition.work import Work


def proofreading_findings(project: Project, work_id: str, work: Work | None) -> Iterator[Finding]:
    """The findings about the history of a work; without its text, only about form and order."""
    steps = project.statuses.get(work_id, ())
    if not steps:
        return
    name = (STATUS / f"{work_id}.yml").as_posix()
    parts = Parts(work) if work else None
    for fault in faults(steps, project.contributors, parts):
        yield Finding.made(fault.code, f"{name}, record {fault.number}", fault.what, fault.remedy)
    if parts is None:
        return
    outlived = {
        one.said.number: one.said
        for one in standings(parts, steps)
        if one.said and one.said.state != one.said.step.state and one.stretch.words
    }
    for number, said in sorted(outlived.items()):
        step = said.step
        what = f"{Unit.of(step)} was {step.state} by {step.by} on {step.on}, and has changed since: "
        remedy = f"Read it again, then: build-edition status set {work_id} {Unit.of(step).typed} {step.state}"
        yield Finding.made("status-fallen", f"{name}, record {number}", f"{what}it counts as {said.state}", remedy)
