"""Findings for programs: JSON, and annotations that a forge shows beside the lines of a pull request."""

from __future__ import annotations

import json
import re

import pytest

from build_edition.checks.finding import Finding
from build_edition.checks.places import Place, place_of
from build_edition.checks.telling import as_annotations
from build_edition.edition.project import Project
from tests.command_line import run
from tests.edition_folder import EditionFolder

RECORDS = "edition/emendations/miller-1901.yml"


def annotations(folder: EditionFolder, *findings: Finding) -> list[str]:
    return list(as_annotations(findings, ["miller-1901"], folder.root, Project.load(folder.root)))


def test_json_is_all_that_is_printed(inside: EditionFolder) -> None:
    inside.write(RECORDS, "- {line: 1, read: wick, as: lamp, cause: word, by: Ann}\n")
    code, out, err = run("check", "--json")
    assert (code, err) == (1, "")
    told = json.loads(out)
    assert (told["format"], told["version"]) == ("build-edition/findings", 1)
    assert told["counts"]["error"] == 1
    (finding,) = [one for one in told["findings"] if one["severity"] == "error"]
    assert (finding["code"], finding["work"], finding["file"], finding["line"]) == (
        "emendation", "miller-1901", RECORDS, 1,
    )  # fmt: skip
    assert told["accounts"] == [{"work": "miller-1901", "account": None}]
    assert run("check", "--format", "json")[1] == out


def test_json_has_the_account_of_a_good_work(inside: EditionFolder) -> None:
    (account,) = json.loads(run("check", "--json")[1])["accounts"]
    assert account["account"]["kept"] > 100


def test_an_annotation_stands_at_the_line_of_its_record(inside: EditionFolder) -> None:
    inside.write(
        RECORDS,
        "# ours\n- {line: 3, read: fel, as: fell, cause: character, by: Ann}\n\n"
        "- {line: 1, read: wick, as: lamp, cause: word, by: Ann}\n",
    )
    code, out, _ = run("check", "--format", "github")
    assert code == 1
    (line,) = [line for line in out.splitlines() if line.startswith("::error")]
    assert line.startswith(f"::error file={RECORDS},title=emendation%3A ")
    assert ",line=4::" in line
    assert line.endswith("%0AMore: build-edition explain emendation")


def test_signs_of_workflow_commands_are_escaped(edition: EditionFolder) -> None:
    what = "50 % of it,\r\n::error::forged: yes"
    (line,) = annotations(edition, Finding.made("record", "docs/a,b.md, line 3", what))
    assert "\n" not in line
    assert "\r" not in line
    properties, _, message = line.removeprefix("::error ").partition("::")
    assert "50 %25 of it,%0D%0A::error::forged: yes" in message
    assert re.fullmatch(r"(file=[^:,]+,)?title=[^:,]+(,line=[0-9]+)?", properties)


def test_the_gravest_come_first_and_files_are_those_of_the_repository(edition: EditionFolder) -> None:
    edition.change("edition/edition.yml", "licence:", "folder: editions/valley\nlicence:")
    found = annotations(
        edition,
        Finding.made("bib-unused", "bib/edition.bib, spare", "is cited nowhere"),
        Finding.made("call-lost", "miller-1901, line 12 of the source", "note 3 is called nowhere"),
        Finding.made("link-broken", "works/miller-1901/index.html, line 3", "links to nothing"),
    )
    assert [line.split()[0] for line in found] == ["::error", "::warning", "::notice"]
    assert "file=" not in found[0]  # a page of the site is no file of the repository
    assert "file=" not in found[1]  # nor is a source
    assert found[2].startswith("::notice file=editions/valley/bib/edition.bib,title=")


def test_a_good_edition_has_no_annotations(inside: EditionFolder) -> None:
    code, out, _ = run("check", "--format", "github")
    assert code == 0
    assert "::error" not in out
    assert "::warning" not in out


def test_the_manual_on_the_site_is_named_where_it_is_there(inside: EditionFolder) -> None:
    inside.write(RECORDS, "- {line: 1, read: wick, as: lamp, cause: word, by: Ann}\n")
    inside.change("edition/edition.yml", "licence:", "address: https://example.org/valley/\nlicence:")
    assert "example.org" not in run("check")[1]
    (inside.root / "docs/reference").mkdir()
    inside.write("docs/reference/findings.md", "# Findings\n")
    address = "https://example.org/valley/reference/findings/#emendation"
    assert f"More: build-edition explain emendation, or {address}" in run("check")[1]
    assert address in run("check", "--format", "github")[1]


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("edition/works/miller-1901.yml, line 4", Place("edition/works/miller-1901.yml", 4, "miller-1901")),
        (
            "edition/emendations/miller-1901/l9-fell.yml, record 2 (source line 9)",
            Place("edition/emendations/miller-1901/l9-fell.yml", 9, "miller-1901", 2, 9),
        ),
        ("miller-1901, line 12 of the source", Place("", 12, "miller-1901", None, 12)),
        ("miller-1901/4.12", Place("", None, "miller-1901")),
        ("miller-1901", Place("", None, "miller-1901")),
        ("edition/glossary.yml, lamp", Place("edition/glossary.yml")),
        ("works/miller-1901/index.html, line 3", Place("works/miller-1901/index.html", 3, "miller-1901")),
        ("", Place()),
    ],
)
def test_a_place_in_words_is_a_file_and_a_line(where: str, place: Place) -> None:
    assert place_of(Finding.made("record", where, "is wrong"), ["miller-1901"]) == place
