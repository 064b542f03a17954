"""`build-edition check`: the findings about an edition, and its accounting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from build_edition.accounting import COLUMNS
from build_edition.checks import Finding, WorkCheck, check_site, check_whole, check_work
from build_edition.checks.bibliography import bibliography_findings
from build_edition.commands.screen import busy, screen, shown
from build_edition.commands.selection import ids_in, site_of
from build_edition.edition import project as projects
from build_edition.errors import FINDINGS, GOOD, UsageError
from build_edition.pipeline import choose
from build_edition.whole import link

SEVERITIES = ("note", "warning", "error")  # what matters most stands last, where a person looks


def run(start: Path, works: list[str], site: Path | None, allow_other: bool) -> int:
    """Check the edition around `start`; returns the exit code: 1 where anything is an error."""
    project, problems = projects.read(start)
    findings = [Finding.of("record", problem) for problem in problems]
    console = screen()
    if project:
        checks = []
        for record in choose(project, ids_in(works)):
            with busy(f"Checking {record.id} …"):
                checks.append(check_work(project, record, allow_other))
        _print_accounts(console, checks)
        findings += [finding for one in checks for finding in one.findings]
        with busy("Checking what ties the works together …"):
            findings += check_whole(link(project, [one.prepared for one in checks if one.prepared]))
        findings += bibliography_findings(project)
        folder = site_of(project.root, site)
        if (folder / "index.html").is_file():
            with busy("Following the links of the site …"):
                findings += check_site(folder)
            console.print(f"Links followed in {shown(folder, start)}.", soft_wrap=True)
        elif site:
            raise UsageError(f"there is no site in {site}", remedy="Build it first: build-edition build")
        else:
            console.print("No site is built, so no links were followed.")
    _print_findings(console, findings)
    return FINDINGS if any(finding.severity == "error" for finding in findings) else GOOD


def _print_accounts(console: Console, checks: Iterable[WorkCheck]) -> None:
    """What became of every character of each source."""
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


def _print_findings(console: Console, findings: list[Finding]) -> None:
    for finding in sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity)):
        place = f"{finding.place}: " if finding.place else ""
        console.print(f"{finding.severity} [{finding.code}] {place}{finding.what}", soft_wrap=True)
        if finding.remedy:
            console.print(f"  {finding.remedy}", soft_wrap=True)
    counts = Counter(finding.severity for finding in findings)
    counted = [f"{counts[severity]} {severity}{'s' * (counts[severity] != 1)}" for severity in counts]
    console.print(", ".join(counted) + "." if counted else "Nothing is wrong.")
