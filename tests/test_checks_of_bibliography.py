"""The checks of the bibliography: what is cited and absent, what is there for nothing, what says too little."""

from __future__ import annotations

from build_edition.checks.bibliography import bibliography_findings
from build_edition.checks.finding import CODES
from build_edition.edition.project import Project
from tests.edition_folder import EditionFolder


def found(edition: EditionFolder) -> list[tuple[str, str, str]]:
    findings = list(bibliography_findings(Project.load(edition.root)))
    assert {finding.code for finding in findings} <= set(CODES)
    return [(finding.code, finding.severity, finding.place) for finding in findings]


def add(edition: EditionFolder, bibtex: str) -> None:
    with (edition.root / "bib/edition.bib").open("a", encoding="utf-8") as stream:
        stream.write(bibtex)


def test_a_work_of_the_edition_is_used(edition: EditionFolder) -> None:
    assert found(edition) == []


def test_an_entry_that_nothing_cites_is_noted_until_something_does(edition: EditionFolder) -> None:
    add(edition, "@book{roe-1990, author = {Roe, Ann}, title = {Wells}, date = {1990}}\n")
    assert found(edition) == [("bib-unused", "note", "bib/edition.bib, roe-1990")]
    edition.write("docs/index.md", "# Start\n\n[@roe-1990, p. 5]\n")
    assert found(edition) == []
    edition.write("docs/index.md", "# Start\n")
    edition.write(
        "edition/crossrefs.yml", '- {work: miller-1901, line: 3, read: our valley, to: "bib:roe-1990"}\n'
    )
    assert found(edition) == []


def test_an_entry_without_date_or_title(edition: EditionFolder) -> None:
    add(
        edition, "@book{roe-1990, author = {Roe, Ann}}\n@article{orr-1890, journaltitle = {Rain}, date = {1890}}\n"
    )
    edition.write("docs/index.md", "# Start\n\n[@roe-1990; @orr-1890]\n")
    (finding,) = bibliography_findings(Project.load(edition.root))
    assert (finding.code, finding.severity, finding.what) == (
        "bib-incomplete",
        "warning",
        "has no date and no title",
    )


def test_a_key_that_nothing_could_cite(edition: EditionFolder) -> None:
    add(edition, "@book{roe:1990, title = {Wells}, date = {1990}}\n")
    assert found(edition)[0] == ("bib-key", "error", "bib/edition.bib, roe:1990")


def test_a_key_that_is_not_there(edition: EditionFolder) -> None:
    edition.write("docs/index.md", "# Start\n\n[@none]\n\n[@miller-1901 p. 5]\n")
    assert found(edition) == [
        ("citation", "error", "docs/index.md, line 3"),
        ("citation", "error", "docs/index.md, line 5"),
    ]
