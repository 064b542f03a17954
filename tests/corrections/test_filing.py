"""Records filed in an edition and taken out again: every other byte stays, and nothing is half done."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_edition.corrections.drafting import Draft, draft
from build_edition.corrections.filing import file_away, filed, main_file, take_out, verbatim
from build_edition.corrections.wanted import Wanted
from build_edition.edition.project import Project
from build_edition.errors import CorrectionError, UsageError
from build_edition.pipeline import prepare
from tests.edition_folder import EditionFolder

MAIN = "edition/emendations/miller-1901.yml"
FELL = """# What Ann found.

- line: 3      # the third
  read: fel
  as: 'fell'
  cause: character
  by: A. Reader

# Of the miller:
- {line: 6, read: twice, perhaps: thrice, cause: word, by: B. Reader}
"""


def wants(folder: EditionFolder, old: str, new: str) -> tuple[Draft, ...]:
    project = Project.load(folder.root)
    item = prepare(project, project.work("miller-1901"))
    assert item.transcript is not None
    at = item.transcript.reading.text.index(old)
    return draft(item, filed(project, "miller-1901"), Wanted(at, at + len(old), new), by="C. Reader")


def reads(folder: EditionFolder) -> str:
    project = Project.load(folder.root)
    transcript = prepare(project, project.work("miller-1901")).transcript
    assert transcript is not None
    return transcript.reading.text


def test_a_work_without_records_gets_a_file_which_goes_again(edition: EditionFolder) -> None:
    path = file_away(edition.root, "miller-1901", wants(edition, "fel", "fell"))
    assert path == Path(MAIN)
    assert (edition.root / MAIN).read_text(encoding="utf-8") == (
        '- line: 3\n  read: "fel"\n  as: "fell"\n  cause: character\n  by: C. Reader\n  seen: "a72a"\n'
    )
    assert "It fell on the poor" in reads(edition)
    (one,) = filed(Project.load(edition.root), "miller-1901")
    take_out(edition.root, one)
    assert not (edition.root / MAIN).exists()


def test_it_stands_in_the_order_of_lines_and_all_else_stays(edition: EditionFolder) -> None:
    edition.write(MAIN, FELL)
    file_away(edition.root, "miller-1901", wants(edition, "rich", "well-to-do"))
    text = (edition.root / MAIN).read_text(encoding="utf-8")
    first, _, last = text.partition("\n- line: 4\n")
    assert FELL.startswith(first)
    assert FELL.endswith(last.split('"\n', 3)[3])
    (one,) = [one for one in filed(Project.load(edition.root), "miller-1901") if one.record.by == "C. Reader"]
    assert one.index == 1
    take_out(edition.root, one)
    assert (edition.root / MAIN).read_text(encoding="utf-8") == FELL


def test_a_record_that_gives_its_place_can_be_put_back(edition: EditionFolder) -> None:
    edition.write(MAIN, FELL)
    (made,) = wants(edition, "fell", "fell hard")
    assert made.replaces is not None
    before = verbatim(edition.root, made.replaces)
    assert before.startswith("- line: 3      # the third\n")
    file_away(edition.root, "miller-1901", [made])
    assert "It fell hard on the poor" in reads(edition)
    assert (edition.root / MAIN).read_text(encoding="utf-8").count("line: 3") == 1
    (one,) = [one for one in filed(Project.load(edition.root), "miller-1901") if one.record.by == "C. Reader"]
    take_out(edition.root, one, put_back=before)
    assert (edition.root / MAIN).read_text(encoding="utf-8") == FELL


def test_a_record_of_a_suggestion_is_replaced_where_it_stands(edition: EditionFolder) -> None:
    (edition.root / "edition/emendations/miller-1901").mkdir()
    name = "edition/emendations/miller-1901/l3-fell.yml"
    edition.write(name, "- {line: 3, read: fel, as: fell, cause: character, by: A.}\n")
    assert file_away(edition.root, "miller-1901", wants(edition, "fell", "falls")) == Path(name)
    assert not (edition.root / MAIN).exists()
    assert "It falls on the poor" in reads(edition)


def test_a_stale_draft_is_refused_and_nothing_is_written(edition: EditionFolder) -> None:
    edition.write(MAIN, FELL)
    drafts = [*wants(edition, "rich", "wealthy"), *wants(edition, "fell", "falls")]
    changed = FELL.replace("as: 'fell'", "as: falls")
    edition.write(MAIN, changed)
    with pytest.raises(CorrectionError, match="no longer what it was") as caught:
        file_away(edition.root, "miller-1901", drafts)
    assert caught.value.where == f"{MAIN}, record 1 (source line 3)"
    assert (edition.root / MAIN).read_text(encoding="utf-8") == changed
    assert sorted(path.name for path in (edition.root / "edition/emendations").iterdir()) == ["miller-1901.yml"]


def test_a_record_that_is_gone_cannot_be_taken_out(edition: EditionFolder) -> None:
    edition.write(MAIN, FELL)
    one = filed(Project.load(edition.root), "miller-1901")[0]
    take_out(edition.root, one)
    with pytest.raises(CorrectionError, match="no longer what it was"):
        take_out(edition.root, one)


def test_a_file_with_its_records_in_brackets_is_left(edition: EditionFolder) -> None:
    text = "[{line: 6, read: twice, as: thrice, cause: word, by: B.}]\n"
    edition.write(MAIN, text)
    with pytest.raises(Exception, match="has its records in brackets"):
        file_away(edition.root, "miller-1901", wants(edition, "fel", "fell"))
    assert (edition.root / MAIN).read_text(encoding="utf-8") == text


def test_an_empty_list_takes_its_first_record_below_the_remarks(edition: EditionFolder) -> None:
    edition.write(MAIN, "# Nothing yet.\n[]\n")
    file_away(edition.root, "miller-1901", wants(edition, "fel", "fell"))
    assert (edition.root / MAIN).read_text(encoding="utf-8").startswith("# Nothing yet.\n- line: 3\n")
    (one,) = filed(Project.load(edition.root), "miller-1901")
    take_out(edition.root, one)
    assert (edition.root / MAIN).read_text(encoding="utf-8") == "# Nothing yet.\n[]\n"


@pytest.mark.parametrize(
    "work_id", ["../works/miller-1901", "/etc/passwd", "", "Miller", "a/b", "x" * 61, "miller-1901\n"]
)
def test_what_is_no_id_names_no_file(edition: EditionFolder, work_id: str) -> None:
    with pytest.raises(UsageError, match="is no id of a work"):
        main_file(work_id)
    with pytest.raises(UsageError, match="is no id of a work"):
        file_away(edition.root, work_id, wants(edition, "fel", "fell"))


def test_no_link_is_followed(edition: EditionFolder, tmp_path: Path) -> None:
    drafts = wants(edition, "fel", "fell")
    outside = tmp_path / "outside.yml"
    outside.write_text("[]\n", encoding="utf-8")
    (edition.root / MAIN).symlink_to(outside)
    with pytest.raises(CorrectionError, match="is no file of the folder of emendations itself"):
        file_away(edition.root, "miller-1901", drafts)
    assert outside.read_text(encoding="utf-8") == "[]\n"


def test_a_folder_that_cannot_be_written_is_told(edition: EditionFolder) -> None:
    drafts = wants(edition, "fel", "fell")
    (edition.root / "edition/emendations").rmdir()
    edition.write("edition/emendations", "a file")
    with pytest.raises(CorrectionError, match="cannot be written"):
        file_away(edition.root, "miller-1901", drafts)
