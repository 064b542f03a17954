"""Records tried where the source is and where it is not; and the digests that are kept for that."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_edition.checks import check_work
from build_edition.checks.finding import Finding
from build_edition.corrections.digests import lines_path
from build_edition.corrections.drafting import draft
from build_edition.corrections.filing import file_away
from build_edition.corrections.wanted import Wanted
from build_edition.edition.project import Project
from build_edition.pipeline import prepare
from tests.command_line import run
from tests.edition_folder import EditionFolder

MAIN = "edition/emendations/miller-1901.yml"
LINES = lines_path("miller-1901").as_posix()
CODES = {"lines-missing", "lines-other", "record-stale", "record-beyond", "record-twice", "record-unseen"}
FELL = "- {line: 3, read: fel, as: fell, cause: character, by: A. Reader}\n"


def findings(folder: EditionFolder) -> list[Finding]:
    project = Project.load(folder.root)
    found = check_work(project, project.work("miller-1901")).findings
    return [finding for finding in found if finding.code in CODES]


def codes(folder: EditionFolder) -> list[str]:
    return [finding.code for finding in findings(folder)]


@pytest.fixture
def kept(inside: EditionFolder) -> EditionFolder:
    """The small edition with digests of its lines and a record that was drafted."""
    assert run("lines", "keep")[0] == 0
    project = Project.load(inside.root)
    item = prepare(project, project.work("miller-1901"))
    assert item.transcript is not None
    at = item.transcript.reading.text.index("fel")
    file_away(inside.root, "miller-1901", draft(item, (), Wanted(at, at + 3, "fell"), by="A. Reader"))
    return inside


def without_source(folder: EditionFolder) -> EditionFolder:
    (folder.root / "sources/miller-1901.txt").unlink()
    return folder


def test_a_record_that_was_made_for_its_line_is_right_with_the_source_and_without(kept: EditionFolder) -> None:
    assert codes(kept) == []
    assert codes(without_source(kept)) == []


def test_missing_digests_are_noted_where_there_are_records(edition: EditionFolder) -> None:
    assert codes(edition) == []
    edition.write(MAIN, FELL)
    (finding,) = findings(edition)
    assert (finding.code, finding.severity, finding.place) == ("lines-missing", "note", "miller-1901")
    assert codes(without_source(edition)) == ["lines-missing"]


def test_digests_of_another_source_are_an_error(kept: EditionFolder) -> None:
    text = (kept.root / LINES).read_text(encoding="utf-8")
    digest = text.split("\nsource ")[1][:64]
    kept.write(LINES, text.replace(digest, "0" * 64))
    (finding,) = findings(kept)
    assert (finding.code, finding.severity, finding.place) == ("lines-other", "error", LINES)
    assert "is of the source 00000000…" in finding.what


def test_damaged_digests_and_those_changed_by_hand_are_an_error(kept: EditionFolder) -> None:
    text = (kept.root / LINES).read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if line.startswith("1: "))
    kept.write(LINES, text.replace(row, row.replace(row[3:7], "ffff", 1)))
    assert codes(kept) == ["lines-other"]
    kept.write(LINES, text.replace(row, row + " x"))
    (finding,) = findings(kept)
    assert (finding.code, finding.place.rsplit(", ", 1)[0]) == ("lines-other", LINES)


@pytest.mark.parametrize("has_source", [True, False])
def test_a_record_made_for_another_line_is_an_error(kept: EditionFolder, has_source: bool) -> None:
    seen = (kept.root / MAIN).read_text(encoding="utf-8").split('seen: "')[1][:4]
    kept.change(MAIN, f'seen: "{seen}"', 'seen: "0bad"')
    if not has_source:
        without_source(kept)
    (finding,) = findings(kept)
    assert (finding.code, finding.severity) == ("record-stale", "error")
    assert finding.place == f"{MAIN}, record 1 (source line 3)"
    assert finding.what == f"was made for a line with the digest 0bad; the source has {seen} there"


def test_without_the_source_a_moved_record_is_told_its_line(kept: EditionFolder) -> None:
    kept.change(MAIN, "line: 3", "line: 4")
    (finding,) = findings(without_source(kept))
    assert (finding.code, finding.remedy) == ("record-stale", "Line 3 has that digest.")


def test_without_the_source_lines_beyond_it_are_an_error(kept: EditionFolder) -> None:
    kept.change(MAIN, "line: 3", "line: 99")
    with (kept.root / "edition/works/miller-1901.yml").open("a", encoding="utf-8") as file:
        file.write("structure:\n  - {unset: p, line: 300}\n")
    found = findings(without_source(kept))
    assert [(one.code, one.what) for one in found] == [("record-beyond", "the source has only 7 lines")] * 2
    assert found[1].place == "edition/works/miller-1901.yml, `structure`, entry 1"


def test_without_the_source_two_records_of_the_same_words_are_an_error(kept: EditionFolder) -> None:
    (kept.root / "edition/emendations/miller-1901").mkdir()
    kept.write("edition/emendations/miller-1901/l3-fallen.yml", FELL.replace("fell", "fallen"))
    found = findings(without_source(kept))
    assert [one.code for one in found] == ["record-twice", "record-unseen"]
    assert found[0].place == "edition/emendations/miller-1901/l3-fallen.yml, record 1 (source line 3)"
    assert found[0].what == f"quotes the words of {MAIN}, record 1 (source line 3)"


def test_without_the_source_records_that_cannot_be_tried_are_counted(kept: EditionFolder) -> None:
    kept.write(MAIN, FELL + FELL.replace("line: 3", "line: 6"))
    (finding,) = findings(without_source(kept))
    assert (finding.code, finding.severity, finding.what) == ("record-unseen", "note", "2 records have no `seen`")


def test_check_says_no_word_of_the_text_where_the_source_is_absent(kept: EditionFolder) -> None:
    kept.change(MAIN, "line: 3", "line: 4")
    without_source(kept)
    code, out, _ = run("check")
    assert code == 1
    assert "record-stale" in out
    assert "poor" not in out


def test_lines_are_kept_once_and_written_anew_for_another_source(inside: EditionFolder) -> None:
    inside.add_work("abbot-1902", order=2)
    (inside.root / "sources/abbot-1902.txt").unlink()
    code, out, _ = run("lines", "keep")
    assert code == 0
    assert f"written to {LINES}" in out
    assert "its source is absent; left as it is" in out
    before = (inside.root / LINES).read_bytes()
    assert "as they stand" in run("lines", "keep", "miller-1901")[1]
    inside.write(LINES, "damaged\n")
    assert run("lines", "keep", "miller-1901")[0] == 0
    assert (inside.root / LINES).read_bytes() == before
    inside.write("sources/miller-1901.txt", "Another text.\n")
    code, _, err = run("lines", "keep", "miller-1901")
    assert code == 1
    assert "is not the source of miller-1901" in err
    assert (inside.root / LINES).read_bytes() == before


def test_digests_kept_for_no_work_are_told(edition: EditionFolder) -> None:
    (edition.root / "edition/lines").mkdir()
    edition.write("edition/lines/miler-1901.txt", "x\n")
    with pytest.raises(Exception, match=r"Did you mean miller-1901\.txt"):
        Project.load(edition.root)


def test_the_digests_in_the_repository_are_those_of_the_sources(shared: Path, root: Path) -> None:
    project = Project.load(root)
    for record in project.works:
        found = check_work(project, record).findings
        assert [finding for finding in found if finding.code in CODES] == [], record.id
        assert all(one.record.seen for one in project.filed.get(record.id, ()))
