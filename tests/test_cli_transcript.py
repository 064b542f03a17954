"""`build-edition transcript`: a work with its records applied, in the forms of `transcribe`."""

import json
from pathlib import Path

import pytest

from build_edition.interchange import load
from build_edition.source import Source
from tests.command_line import run
from tests.edition_folder import ESSAY, EditionFolder

RECORDS = """
- {line: 3, read: It fel, as: It fell, cause: character, by: me}
- {line: 6, read: had two, as: had got two, cause: lost-text, by: me}
- {line: 6, read: paid twice, cause: slip, by: me, note: once}
- {line: 4, read: slept, perhaps: wept, cause: word, by: me}
"""
STRUCTURE = """
structure:
- {set: p, from: {line: 6, read: He}, to: {line: 6, read: eyes.}, by: me}
- {call: "1", line: 4, after: slept., by: me}
"""


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EditionFolder:
    folder = EditionFolder(tmp_path)
    folder.add_work("miller-1901", ESSAY)
    folder.write("edition/emendations/miller-1901.yml", RECORDS)
    record = tmp_path / "edition/works/miller-1901.yml"
    record.write_text(record.read_text(encoding="utf-8") + STRUCTURE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_each_form_has_the_records(edition: EditionFolder) -> None:
    code, text, err = run("transcript", "miller-1901", "-f", "text")
    assert (code, err) == (0, "")
    assert "It fell on the poor" in text
    assert "who slept[?].[1]\n\nThe miller paid twice [sic].\n\nHe said he had [got] two eyes.\n" in text
    _, markdown, _ = run("transcript", "miller-1901")
    assert 'title="This may be wrong: perhaps wept">slept</span>' in markdown
    code, form, _ = run("transcript", "miller-1901", "--format", "standoff")
    assert code == 0
    transcript = load(form, Source.decode(ESSAY.encode(), "miller-1901.txt"))
    assert {i.cause for i in transcript.interventions if i.rule.startswith("emendation")} == {
        "character",
        "lost-text",
    }
    assert {m.kind for m in transcript.marks} >= {"sic", "suspect", "ref"}
    assert {m["note"] for m in json.loads(form)["marks"] if m["kind"] == "sic"} == {"once"}


def test_it_writes_a_file_but_never_over_the_source(edition: EditionFolder) -> None:
    assert run("transcript", "miller-1901", "-f", "text", "--output", "lamp.txt") == (0, "", "")
    assert "It fell" in (edition.root / "lamp.txt").read_text(encoding="utf-8")
    code, _, err = run("transcript", "miller-1901", "--output", "sources/miller-1901.txt")
    assert code == 2
    assert "is the source itself" in err


def test_an_unknown_work_and_a_missing_source(edition: EditionFolder) -> None:
    code, _, err = run("transcript", "miler-1901")
    assert code == 2
    assert "Did you mean miller-1901?" in err
    (edition.root / "sources/miller-1901.txt").unlink()
    code, out, err = run("transcript", "miller-1901")
    assert (code, out) == (3, "")
    assert "miller-1901.txt, is in none of the source folders" in err
    assert "It is made by the test." in err


def test_a_record_that_does_not_match(edition: EditionFolder) -> None:
    edition.change("edition/works/miller-1901.yml", "after: slept.", "after: sleept.")
    code, _, err = run("transcript", "miller-1901")
    assert code == 1
    assert "edition/works/miller-1901.yml, structure record 2 (source line 4): expected 'sleept.'" in err


def test_another_source_is_taken_without_records_where_it_is_allowed(edition: EditionFolder) -> None:
    edition.write("sources/miller-1901.txt", ESSAY + "More.\n")
    assert run("transcript", "miller-1901")[0] == 1
    code, out, err = run("transcript", "miller-1901", "-f", "text", "--allow-other-source")
    assert code == 0
    assert "It fel on" in out
    assert "the 6 emendations and structure records of miller-1901 were left out" in err


def test_what_is_wrong_in_a_structure_record_names_its_line(edition: EditionFolder) -> None:
    edition.change("edition/works/miller-1901.yml", 'call: "1"', "call: 1")
    code, _, err = run("transcript", "miller-1901")
    assert code == 1
    assert 'must be text, not a number (1)\n  Write "1", in quotes.' in err
