"""The bibliography: what is cited and is not there, what is there and used by nothing, what says too little."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_edition.checks.finding import Finding
from build_edition.edition.entries.registers import Title
from build_edition.edition.loading.loader import apart
from build_edition.edition.project import BIBLIOGRAPHY, Project
from build_edition.errors import RecordError
from build_edition.publish.cite.by_hand import citing_pages
from build_edition.publish.cite.in_text import BIB

_KEY = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")


def bibliography_findings(project: Project) -> Iterator[Finding]:
    """The findings about the bibliography of an edition and what is cited by hand.

    What records cite is known to be there: the records could not be read otherwise.
    """
    cited: set[str] = set()
    try:
        cited = {cite.key for page in citing_pages(project) for cite in page.cites}
    except RecordError as error:
        yield from (Finding.of("citation", one) for one in apart([error]))
    used = cited | _used(project)
    name = BIBLIOGRAPHY.as_posix()
    for key, entry in project.bibliography.items():
        if not _KEY.fullmatch(key):
            what = "the key has a sign that no citation can have"
            yield Finding.made("bib-key", f"{name}, {key}", what, "Use letters, digits, hyphens, underscores.")
        lacks = [
            what for what, there in (("date", entry.date), ("title", entry.title or entry.container)) if not there
        ]
        if lacks:
            yield Finding.made("bib-incomplete", f"{name}, {key}", f"has no {' and no '.join(lacks)}", "Add it.")
        if key not in used and not project.invalid:  # a record that could not be read may cite it
            yield Finding.made(
                "bib-unused",
                f"{name}, {key}",
                "no work, record, entry or page of the edition cites it",
                "Take it out, or cite it.",
            )


def _used(project: Project) -> set[str]:
    """The keys that records name."""
    entries = project.entries.values()
    return {
        *(record.bib for record in project.works),
        *(record.target.name for record in project.crossrefs if record.target.kind == BIB),
        *(entry.bib for entry in entries if isinstance(entry, Title) and entry.bib),
        *(source.bib for entry in entries for source in entry.sources),
    }
