"""That what editors have looked at still stands where their records say."""

from __future__ import annotations

from collections.abc import Iterator

from build_edition.checks.finding import Finding
from build_edition.edition.project import Project
from build_edition.review.looks import looked
from build_edition.source import Source


def look_findings(project: Project, work_id: str, source: Source) -> Iterator[Finding]:
    """A finding for each record of `edition/review` whose words do not stand on its line."""
    for problem in looked(project.looks.get(work_id, ()), source, work_id).problems:
        yield Finding.of("look-idle", problem)
