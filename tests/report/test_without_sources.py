"""A report where the sources are not at hand: what the records say, and what cannot be known."""

import pytest

from tests.command_line import run
from tests.report.versioned import EMENDATIONS, RECORD, Versioned


@pytest.fixture
def sourceless(edition: Versioned) -> Versioned:
    """The edition as a forge has it: with the digests of the source’s lines, and without the source."""
    assert run("lines", "keep")[0] == 0
    edition.commit("digests")
    edition.git("branch", "--force", "main")
    (edition.root / "sources/miller-1901.txt").unlink()
    return edition


def seen(edition: Versioned, line: int) -> str:
    text = (edition.root / "edition/lines/miller-1901.txt").read_text(encoding="utf-8")
    digests = [one for row in text.splitlines() if row[:1].isdecimal() for one in row.split()[1:]]
    return digests[line - 1]


def test_the_record_is_told_as_it_says_itself(sourceless: Versioned) -> None:
    sourceless.write(EMENDATIONS, RECORD)
    report = sourceless.report()
    assert report["works"] == []
    (file,) = report["files"]
    fields = {field["name"]: field["after"] for field in file["records"][0]["fields"]}
    assert (fields["read"], fields["as"], fields["line"]) == ("It fel", "It fell", "3")
    (unknown,) = report["unknown"]
    assert "miller-1901: the source is not at hand" in unknown["text"]
    assert "It <del>fel</del> <ins>fell</ins>" in sourceless.markdown()


def test_a_record_of_another_line_is_refused_by_the_digests(sourceless: Versioned) -> None:
    right, wrong = seen(sourceless, 3), seen(sourceless, 6)
    assert right != wrong
    sourceless.write(EMENDATIONS, RECORD.replace("by: A", f'seen: "{right}", by: A'))
    assert run("report", "--base", "main", "--fail-on", "errors")[0] == 0
    sourceless.write(EMENDATIONS, RECORD.replace("by: A", f'seen: "{wrong}", by: A'))
    code, out, _ = run("report", "--base", "main", "--fail-on", "errors")
    assert code == 1
    assert "error: " in out


def test_a_line_that_the_source_does_not_have_is_refused(sourceless: Versioned) -> None:
    sourceless.write(EMENDATIONS, RECORD.replace("line: 3", "line: 3000"))
    assert run("report", "--base", "main", "--fail-on", "errors")[0] == 1


def test_a_source_that_only_the_head_lacks_a_record_of(edition: Versioned) -> None:
    edition.folder.change("edition/works/miller-1901.yml", "sha256: ", "sha256: ")
    text = (edition.root / "sources/miller-1901.txt").read_text(encoding="utf-8").replace("lamps", "candles")
    edition.folder.write("sources/miller-1901.txt", text)
    report = edition.report()
    assert any("its text cannot be made now" in note["text"] for note in report["unknown"])
