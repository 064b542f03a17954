"""`build-edition check`: the findings about an edition, and its accounting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from build_edition.accounting import COLUMNS
from build_edition.checks import Finding, WorkCheck, check_project, check_site, check_whole, check_work
from build_edition.checks.ignoring import Sifted, sift
from build_edition.checks.kind import SEVERITIES
from build_edition.checks.kinds import SUBJECTS
from build_edition.checks.telling import as_annotations, as_json, more_about
from build_edition.commands.screen import busy, screen, shown
from build_edition.commands.selection import ids_in, site_of
from build_edition.edition import project as projects
from build_edition.edition.ignores import Ignore
from build_edition.edition.project import Project
from build_edition.errors import FINDINGS, GOOD, UsageError
from build_edition.pipeline import choose
from build_edition.whole import link

_OF_SITE = {kind.code for kind in SUBJECTS["The built site"]}


def run(
    start: Path,
    works: list[str],
    site: Path | None,
    allow_other: bool,
    form: str = "text",
    show_ignored: bool = False,
) -> int:
    """Check the edition around `start`; returns the exit code: 1 where anything is an error."""
    project, problems = projects.read(start)
    findings = [Finding.of("record", problem) for problem in problems]
    console = screen()
    checks: list[WorkCheck] = []
    told: list[str] = []
    is_site_checked = False
    if project:
        for record in choose(project, ids_in(works)):
            with busy(f"Checking {record.id} …"):
                checks.append(check_work(project, record, allow_other))
        findings += [finding for one in checks for finding in one.findings]
        with busy("Checking what ties the works together …"):
            findings += check_whole(link(project, [one.prepared for one in checks if one.prepared]))
        findings += check_project(project, checks)
        folder = site_of(project.root, site)
        if is_site_checked := (folder / "index.html").is_file():
            with busy("Following the links of the site …"):
                findings += check_site(folder)
            told.append(f"Links followed in {shown(folder, start)}.")
        elif site:
            raise UsageError(f"there is no site in {site}", remedy="Build it first: build-edition build")
        else:
            told.append("No site is built, so no links were followed.")
    root, ids = projects.find_root(start), [record.id for record in project.works] if project else []
    sifted = Sifted(tuple(findings))
    if project:
        looked_at = _Coverage(project, checks, is_site_checked)
        sifted = sift(findings, project.ignores, ids, date.today(), looked_at.has)
    if form == "json":
        typer.echo(as_json(sifted, [(one.record.id, one.account) for one in checks], ids, root))
    elif form == "github":
        for line in as_annotations(sifted.shown, ids, root, project):
            typer.echo(line)
        console.print(_counted(sifted), soft_wrap=True)
    else:
        _print_accounts(console, checks)
        for line in told:
            console.print(line, soft_wrap=True)
        _print_findings(console, sifted, show_ignored, project)
    return FINDINGS if any(finding.severity == "error" for finding in sifted.shown) else GOOD


class _Coverage:
    """What of an edition was looked at: of the rest nobody can say that an ignore is idle."""

    def __init__(self, project: Project, checks: Iterable[WorkCheck], is_site_checked: bool) -> None:
        self.works = {one.record.id for one in checks if one.status == "found" and one.prepared}
        self.is_whole = self.works == {record.id for record in project.works} and not project.invalid
        self.is_site_checked = is_site_checked

    def has(self, ignore: Ignore) -> bool:
        if ignore.code in _OF_SITE:
            return self.is_site_checked and self.is_whole
        return ignore.work in self.works if ignore.work else self.is_whole


def _print_accounts(console: Console, checks: Collection[WorkCheck]) -> None:
    """What became of every character of each source."""
    if not checks:
        return
    console.print("Characters of the source", style="bold")
    table = Table("work", box=None, pad_edge=False)
    for column in (*COLUMNS, "in all", "exact"):
        table.add_column(column, justify="right")
    for one in checks:
        if one.account is None:
            table.add_row(one.record.id, *["–"] * (len(COLUMNS) + 1), f"source {one.status}")
            continue
        numbers = (f"{number:,}" for number in (*one.account.columns, one.account.length))
        table.add_row(one.record.id, *numbers, "yes" if one.account.is_exact else "NO")
    console.print(table)


def _print_findings(console: Console, sifted: Sifted, show_ignored: bool, project: Project | None) -> None:
    """The findings with the gravest last, where a person looks; how to read more stands at the first of a code."""
    numbers = {id(finding): number for finding, number in sifted.ignored}
    findings = [*(finding for finding, _ in sifted.ignored if show_ignored), *sifted.shown]
    explained: set[str] = set()
    for finding in sorted(findings, key=lambda one: SEVERITIES.index(one.severity), reverse=True):
        place = f"{finding.place}: " if finding.place else ""
        number = numbers.get(id(finding))
        head = f"ignored by record {number}, {finding.severity}" if number else finding.severity
        console.print(f"{head} [{finding.code}] {place}{finding.what}", soft_wrap=True)
        if finding.remedy:
            console.print(f"  {finding.remedy}", soft_wrap=True)
        if finding.code not in explained:
            explained.add(finding.code)
            console.print(f"  More: {more_about(finding.code, project)}", soft_wrap=True, style="dim")
    console.print(_counted(sifted), soft_wrap=True)


def _counted(sifted: Sifted) -> str:
    """How many findings there are of each severity."""
    counts = Counter(finding.severity for finding in sifted.shown)
    counted = [f"{counts[name]} {name}{'s' * (counts[name] != 1)}" for name in SEVERITIES if counts[name]]
    told = ", ".join(counted) + "." if counted else "Nothing is wrong."
    many = len(sifted.ignored)
    return f"{told} {many} ignored (edition/ignores.yml; --show-ignored lists them)." if many else told
