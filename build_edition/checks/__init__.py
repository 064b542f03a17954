"""Checks: what is wrong with an edition, as findings.

In: an edition folder, and its built site where there is one.  Out: findings, each with a code, a severity, a
place and a remedy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_edition.accounting import Account, account
from build_edition.checks.bibliography import bibliography_findings
from build_edition.checks.crossrefs import chronology_findings, crossref_findings
from build_edition.checks.entries import entry_findings
from build_edition.checks.finding import Finding
from build_edition.checks.ledger import published_passages
from build_edition.checks.looks import look_findings
from build_edition.checks.lost_calls import lost_calls
from build_edition.checks.overrulings import overruled
from build_edition.checks.passages import repeated_passages
from build_edition.checks.proofreading import proofreading_findings
from build_edition.checks.recensions import recension_findings
from build_edition.checks.record_lines import line_findings
from build_edition.checks.site_links import broken_links
from build_edition.edition import sources
from build_edition.edition.project import Project
from build_edition.edition.records import WorkRecord
from build_edition.edition.sources import Status
from build_edition.errors import EditionError
from build_edition.pipeline import EditionWork, other_source, prepare
from build_edition.whole import Whole


@dataclass(frozen=True)
class WorkCheck:
    """What was found about one work, with its account and the work itself where its source is there."""

    record: WorkRecord
    status: Status
    findings: tuple[Finding, ...]
    account: Account | None = None
    prepared: EditionWork | None = None


def check_work(project: Project, record: WorkRecord, allow_other: bool = False) -> WorkCheck:
    """The findings about one work."""
    found = sources.find(record.source, project.source_folders)
    if found.path is None:
        missing = Finding.made(
            "source-missing",
            record.id,
            f"{record.source.file} is in none of the source folders",
            "Its page tells how to supply it; put it in the folder `sources`.",
        )
        return WorkCheck(record, "missing", (missing, *line_findings(project, record, None)))
    if found.status == "other" and not allow_other:
        refusal = Finding.of("source-other", other_source(record, found.path, found.sha256))
        return WorkCheck(record, "other", (refusal,))
    try:
        prepared = prepare(project, record, allow_other)
    except EditionError as error:
        return WorkCheck(record, found.status, (Finding.of("emendation", error),))
    if prepared.transcript is None or prepared.work is None:
        return WorkCheck(record, prepared.status, ())
    findings = [Finding.made("source-warning", record.id, text) for text in prepared.warnings]
    findings += overruled(prepared.overrulings)
    if prepared.status == "found":
        findings += line_findings(project, record, prepared.source)
        findings += look_findings(project, record.id, prepared.transcript.source)
    counted = account(prepared.transcript)
    findings += _of_account(record.id, counted)
    findings += repeated_passages(record.id, prepared.work)
    findings += lost_calls(record.id, prepared.work)
    findings += published_passages(
        record.id, prepared.work, project.ledgers.get(record.id), project.edition.version
    )
    findings += recension_findings(
        record.id,
        prepared.work,
        project.ledgers.get(record.id),
        project.recensions.get(record.id),
        project.edition.version,
    )
    return WorkCheck(record, prepared.status, tuple(findings), counted, prepared)


def check_whole(whole: Whole) -> Iterator[Finding]:
    """The findings about what ties the works together."""
    yield from entry_findings(whole)
    yield from crossref_findings(whole)
    yield from chronology_findings(whole)


def check_project(project: Project, works: Iterable[WorkCheck] = ()) -> Iterator[Finding]:
    """The findings about what belongs to no single work, and about the histories of proofreading of `works`."""
    for one in works:
        is_here = one.status == "found" and one.prepared is not None
        work = one.prepared.work if one.prepared and is_here else None
        yield from proofreading_findings(project, one.record.id, work)
    yield from bibliography_findings(project)


def check_site(folder: Path) -> Iterator[Finding]:
    """The findings about a built site."""
    return broken_links(folder)


def _of_account(work_id: str, counted: Account) -> Iterator[Finding]:
    if counted.unlisted:
        yield Finding.made(
            "rule-unlisted",
            work_id,
            f"no head of the accounting is given for: {', '.join(counted.unlisted)}",
            "Name it under `accounts` in build_edition/rules/__init__.py.",
        )
    elif not counted.is_exact:
        yield Finding.made(
            "accounting",
            work_id,
            f"{sum(counted.columns)} of {counted.length} characters are accounted for",
            "This is a defect of build-edition; please report it.",
        )


__all__ = ["Finding", "WorkCheck", "check_project", "check_site", "check_whole", "check_work"]
