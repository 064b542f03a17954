"""Findings as a program reads them: as JSON, and as the annotations that a forge shows beside the changed lines.

Annotations are the workflow commands of GitHub Actions.  It shows ten of each severity for a step, so the gravest
come first.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from build_edition.accounting import COLUMNS, Account
from build_edition.checks.finding import Finding
from build_edition.checks.ignoring import Sifted
from build_edition.checks.kind import SEVERITIES
from build_edition.checks.kinds import KINDS, SUBJECTS
from build_edition.checks.places import line_in_file, place_of
from build_edition.edition.project import Project

FORMAT = "build-edition/findings"
MANUAL = "reference/findings.md"  # below `docs`
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
_OF_SITE = {kind.code for kind in SUBJECTS["The built site"]}  # their files are in no repository


def more_about(code: str, project: Project | None) -> str:
    """Where more is said of a code: the command, and its place on the site where that has the manual."""
    address = ""
    if project and (project.root / "docs" / MANUAL).is_file():
        address = project.edition.at(f"{MANUAL.removesuffix('.md')}/#{code}")
    return f"build-edition explain {code}" + (f", or {address}" if address else "")


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by severity, otherwise as they come."""
    return sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))


def as_json(
    sifted: Sifted, accounts: Iterable[tuple[str, Account | None]], works: Collection[str], root: Path
) -> str:
    """All findings, those that are ignored too, and what became of the characters of each source."""
    numbers = {id(finding): number for finding, number in sifted.ignored}
    everything = gravest_first((*sifted.shown, *(finding for finding, _ in sifted.ignored)))
    counts = Counter(finding.severity for finding in sifted.shown)
    counted: dict[str, int] = {name: counts[name] for name in SEVERITIES}
    counted["ignored"] = len(sifted.ignored)
    told = {
        "format": FORMAT,
        "version": 1,
        "counts": counted,
        "findings": [_as_data(finding, numbers.get(id(finding)), works, root) for finding in everything],
        "accounts": [
            {"work": name, "account": None if one is None else dict(zip(COLUMNS, one.columns, strict=True))}
            for name, one in accounts
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _as_data(finding: Finding, ignored_by: int | None, works: Collection[str], root: Path) -> dict[str, object]:
    place = place_of(finding, works)
    return {
        "code": finding.code,
        "severity": finding.severity,
        "means": KINDS[finding.code].means,
        "place": finding.place,
        "work": place.work or None,
        "file": place.file or None,
        "line": line_in_file(place, root),
        "source_line": place.source_line,
        "what": finding.what,
        "remedy": finding.remedy or None,
        "ignored_by": ignored_by,
    }


def as_annotations(
    findings: Iterable[Finding], works: Collection[str], root: Path, project: Project | None = None
) -> Iterator[str]:
    """An annotation for each finding; files are named as the repository of the edition names them."""
    folder = project.edition.folder.strip("/") if project else ""
    for finding in gravest_first(findings):
        place = place_of(finding, works)
        about = {"title": f"{finding.code}: {KINDS[finding.code].means}"}
        if place.file and finding.code not in _OF_SITE:
            about = {"file": f"{folder}/{place.file}".lstrip("/"), **about}
            if line := line_in_file(place, root):
                about = {**about, "line": str(line)}
        given = ",".join(f"{name}={_escaped(value, inside=True)}" for name, value in about.items())
        said = f"{finding.place}: {finding.what}" if finding.place else finding.what
        parts = (said, finding.remedy, f"More: {more_about(finding.code, project)}")
        message = "\n".join(part for part in parts if part)
        yield f"::{_LEVELS[finding.severity]} {given}::{_escaped(message)}"


def _escaped(text: str, inside: bool = False) -> str:
    """Text as a workflow command takes it; the values before its message have signs of their own."""
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(sign, code)
    return text.replace(":", "%3A").replace(",", "%2C") if inside else text
