"""`--discreet`: what many may read quotes nothing of a source but the words that change."""

import json

import pytest

from build_edition.report.discreet import MOST
from tests.command_line import run
from tests.edition_folder import ESSAY
from tests.report.versioned import EMENDATIONS, RECORD, Versioned


def runs(text: str, size: int = 4) -> list[str]:
    """Every run of some words of the essay."""
    words = ESSAY.split()
    return [" ".join(words[k : k + size]) for k in range(len(words) - size + 1)]


@pytest.fixture
def changed(edition: Versioned) -> Versioned:
    assert run("passages", "publish")[0] == 0
    edition.commit("published")
    edition.git("branch", "--force", "main")
    edition.write(EMENDATIONS, RECORD)
    record = (edition.root / "edition/works/miller-1901.yml").read_text(encoding="utf-8")
    head = "- {set: head, level: 2, from: {line: 1, read: The Lamp}, to: {line: 1, read: Tax}, by: me}\n"
    edition.write("edition/works/miller-1901.yml", f"{record}\nstructure:\n{head}")
    return edition


@pytest.mark.parametrize("form", ["markdown", "html", "json"])
def test_no_run_of_words_is_quoted(changed: Versioned, form: str) -> None:
    open_, closed = (run("report", "--base", "main", "--format", form, *more)[1] for more in ((), ("--discreet",)))
    assert [one for one in runs(ESSAY) if one in open_]
    assert not [one for one in runs(ESSAY) if one in closed]
    assert "fell" in closed
    assert "A. Reader" in closed


def test_all_is_still_counted(changed: Versioned) -> None:
    closed, open_ = changed.report("--discreet"), changed.report()
    for name in ("readings", "marks", "passages"):
        assert len(closed["works"][0][name]) == len(open_["works"][0][name]) > 0
    assert closed["quotes"] is False


def test_a_refusal_does_not_say_what_stands_there(edition: Versioned) -> None:
    edition.write(EMENDATIONS, RECORD.replace("It fel,", "It flew,"))
    open_, closed = edition.report(), edition.report("--discreet")
    assert "It fel on the poor" in json.dumps(open_)
    assert "It fel on" not in json.dumps(closed)
    assert [told["code"] for told in closed["new_findings"]] == [told["code"] for told in open_["new_findings"]]
    assert EMENDATIONS in closed["new_findings"][0]["text"]


def test_many_words_in_a_row_are_counted_only(edition: Versioned) -> None:
    sentence = "Nobody in our valley liked the tax on lamps. It fel on the poor,"
    record = {"line": 3, "read": sentence, "as": "x", "cause": "word", "by": "A. Reader"}
    edition.write(EMENDATIONS, json.dumps([record]))
    (reading,) = edition.report("--discreet")["works"][0]["readings"]
    assert reading["before"].endswith("words]")
    assert len(reading["before"].split()) < MOST
