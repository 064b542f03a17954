"""The checks of the glossary and the registers against the works."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_edition.checks import check_whole
from build_edition.checks.finding import CODES, Finding
from build_edition.edition.project import Project
from build_edition.tree import map_blocks, map_runs
from build_edition.whole import Whole, prepare_edition, with_trees
from build_edition.work import Link
from tests.command_line import run
from tests.edition_folder import EditionFolder

TERM = "- {{id: {id}, headword: {id}, forms: [{forms}], definition: A thing., own_entries: [{own}]}}\n"
MILLERS = """- {id: ann, name: "Miller, Ann", forms: [miller], identification: She paid.}
- {id: bob, name: "Miller, Bob", forms: [miller], identification: He did not.}
"""


@pytest.fixture
def valley(edition: EditionFolder) -> EditionFolder:
    (edition.root / "edition/registers").mkdir()
    return edition


def terms(valley: EditionFolder, forms: str, own: str = "", name: str = "lamp") -> None:
    valley.write("edition/glossary.yml", TERM.format(id=name, forms=forms, own=own))


def whole(valley: EditionFolder) -> Whole:
    project = Project.load(valley.root)
    return prepare_edition(project, project.works)


def findings(valley: EditionFolder, *codes: str) -> list[Finding]:
    """What is found, of these codes."""
    found = list(check_whole(whole(valley)))
    assert {finding.code for finding in found} <= set(CODES)
    return [finding for finding in found if finding.code in codes]


ENTRIES = (
    "ambiguous",
    "undefined",
    "entry-unused",
    "form-unused",
    "own-entry-missing",
    "decision-idle",
    "decision-nowhere",
)


def test_a_good_glossary_has_no_findings(valley: EditionFolder) -> None:
    terms(valley, "lamp, lamps", "miller-1901/1")
    assert findings(valley, *ENTRIES) == []


def test_an_entry_that_no_work_names(valley: EditionFolder) -> None:
    terms(valley, "kettle, kettles")
    (finding,) = findings(valley, *ENTRIES)
    assert (finding.code, finding.severity) == ("entry-unused", "warning")
    assert finding.place == "edition/glossary.yml, lamp"
    assert "kettle, kettles" in finding.what


def test_forms_that_no_work_has_are_told_once_for_a_file(valley: EditionFolder) -> None:
    terms(valley, "lamps, lamplight, lampless")
    (finding,) = findings(valley, *ENTRIES)
    assert (finding.code, finding.severity) == ("form-unused", "note")
    assert finding.what.endswith("lamplight, lampless")


def test_nothing_is_unused_while_a_source_is_missing(valley: EditionFolder) -> None:
    terms(valley, "kettle")
    valley.add_work("abbot-1902", order=2)
    (valley.root / "sources/abbot-1902.txt").unlink()
    assert findings(valley, *ENTRIES) == []


def test_a_form_of_two_entries_names_each_place_and_the_record_to_write(valley: EditionFolder) -> None:
    valley.write("edition/registers/people.yml", MILLERS)
    (finding,) = findings(valley, "ambiguous")
    assert finding.severity == "error"
    assert finding.place == "edition/registers/decisions.yml"
    assert finding.what == "“miller” could be ann or bob at miller-1901/3 (line 6)"
    assert "`- {form: miller, is: ann}`" in finding.remedy
    assert "`- {form: miller, is: ann, work: miller-1901, line: 6}`" in finding.remedy
    valley.write("edition/registers/decisions.yml", "- {form: miller, is: ann, work: miller-1901, line: 6}\n")
    assert findings(valley, "ambiguous", "decision-idle", "decision-nowhere") == []


def test_a_decision_that_decides_nothing(valley: EditionFolder) -> None:
    valley.write("edition/registers/people.yml", MILLERS)
    valley.write(
        "edition/registers/decisions.yml",
        "- {form: miller, is: ann}\n- {form: miller, is: bob, work: miller-1901, line: 2}\n",
    )
    (finding,) = findings(valley, "decision-nowhere")
    assert finding.severity == "error"
    assert "“miller” in miller-1901, line 2 of the source, decides nothing" in finding.what


def test_a_passage_that_a_work_does_not_have(valley: EditionFolder) -> None:
    terms(valley, "lamp", "miller-1901/99")
    (finding,) = findings(valley, "own-entry-missing")
    assert finding.severity == "error"
    assert "miller-1901/99" in finding.what


def test_a_link_to_an_entry_that_there_is_not(valley: EditionFolder) -> None:
    found = whole(valley)
    (item,) = found.works
    assert item.work is not None

    def astray(run: tuple) -> tuple:
        return (Link("term", "wick", run, run[0].start, run[-1].end),)

    sections = tuple(map_blocks(s, lambda block: map_runs(block, astray)) for s in item.work.sections)
    from build_edition.whole import index

    works = with_trees(found.works, {"miller-1901": replace(item.work, sections=sections)})
    (finding,) = check_whole(replace(found, works=works, passages=index(works)))
    assert (finding.code, finding.severity) == ("undefined", "error")
    assert finding.what == "a link leads to the term “wick”, and there is no such entry"
    assert finding.place == "miller-1901/1"


def test_the_command_tells_of_them(valley: EditionFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    valley.write("edition/registers/people.yml", MILLERS)
    monkeypatch.chdir(valley.root)
    code, out, _ = run("check")
    assert code == 1
    assert "error [ambiguous] edition/registers/decisions.yml: “miller” could be ann or bob" in out
