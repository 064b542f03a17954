"""Records from many files: which are read, in which order, and what in their folders is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_edition.edition import project as projects
from build_edition.edition.project import Project
from build_edition.errors import RecordError
from build_edition.pipeline import prepare
from tests.edition_folder import EditionFolder

MAIN = "edition/emendations/miller-1901.yml"
FOLDER = "edition/emendations/miller-1901"
FELL = "- {line: 3, read: fel, as: fell, cause: character, by: A. Reader}\n"
LAMP = "- {line: 6, read: twice, as: thrice, cause: word, by: B. Reader}\n"


@pytest.fixture
def folder(edition: EditionFolder) -> EditionFolder:
    (edition.root / FOLDER).mkdir()
    return edition


def problems(folder: EditionFolder) -> list[RecordError]:
    return projects.read(folder.root)[1]


def test_files_of_the_folder_follow_the_main_file_in_the_order_of_their_names(folder: EditionFolder) -> None:
    folder.write(MAIN, FELL)
    folder.write(f"{FOLDER}/l6-thrice.yml", LAMP)
    folder.write(f"{FOLDER}/l1-lantern.yml", "- {line: 1, read: Lamp, as: Lantern, cause: word, by: C.}\n")
    project = Project.load(folder.root)
    filed = project.filed["miller-1901"]
    assert [(one.record.read, one.path.name, one.index) for one in filed] == [
        ("fel", "miller-1901.yml", 0),
        ("Lamp", "l1-lantern.yml", 0),
        ("twice", "l6-thrice.yml", 0),
    ]
    assert project.emendations["miller-1901"] == tuple(one.record for one in filed)
    item = prepare(project, project.work("miller-1901"))
    assert item.transcript is not None
    assert {"Lantern", "fell", "thrice."} <= set(item.transcript.reading.text.split())
    assert [i.rule for i in item.transcript.interventions if i.rule.startswith("emendation")] == [
        "emendation:2", "emendation:1", "emendation:3",
    ]  # fmt: skip


def test_errors_and_clashes_name_the_right_file(folder: EditionFolder) -> None:
    folder.write(MAIN, FELL)
    folder.write(f"{FOLDER}/l3-fallen.yml", FELL.replace("fell", "fallen"))
    project = Project.load(folder.root)
    with pytest.raises(RecordError) as caught:
        prepare(project, project.work("miller-1901"))
    assert caught.value.where == f"{FOLDER}/l3-fallen.yml, record 1 (source line 3)"
    assert f"that {MAIN}, record 1 (source line 3) decides on too" in caught.value.what
    folder.write(f"{FOLDER}/l3-fallen.yml", FELL.replace("fel,", "fle,"))
    project = Project.load(folder.root)
    with pytest.raises(RecordError) as caught:
        prepare(project, project.work("miller-1901"))
    assert caught.value.where == f"{FOLDER}/l3-fallen.yml, record 1 (source line 3)"
    assert "expected 'fle'" in caught.value.what


@pytest.mark.parametrize(
    "name",
    ["L3-Fell.yml", "l3 fell.yml", "fell.yaml", "l3.txt", "..fell.yml", "x" * 61 + ".yml", "l3-fél.yml", "-.yml"],
)
def test_a_file_that_is_called_otherwise_is_refused(folder: EditionFolder, name: str) -> None:
    folder.write(f"{FOLDER}/{name}", FELL)
    found = problems(folder)
    if name.startswith("."):
        assert found == []  # nothing reads what is hidden
        return
    (problem,) = found
    assert problem.what == "has a name that nothing here may have"
    assert "l9-ian-spencer.yml" in problem.remedy
    assert problem.where.startswith(FOLDER)


def test_signs_that_nobody_sees_in_a_name_are_told(folder: EditionFolder) -> None:
    folder.write(f"{FOLDER}/l3-\u202elly.yml", FELL)
    (problem,) = problems(folder)
    assert "l3-\\u202elly.yml" in problem.where


def test_symbolic_links_are_refused(folder: EditionFolder, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text("password: eels\n", encoding="utf-8")
    (folder.root / FOLDER / "l3-fell.yml").symlink_to(secret)
    (problem,) = problems(folder)
    assert problem.what == "is a symbolic link, and may lead to a file that is no record"
    assert "eels" not in str(problem)
    os.unlink(folder.root / FOLDER / "l3-fell.yml")
    (folder.root / FOLDER).rmdir()
    (folder.root / FOLDER).symlink_to(tmp_path)
    (problem,) = problems(folder)
    assert problem.where == FOLDER
    assert "eels" not in str(problem)


def test_a_folder_in_the_folder_and_one_for_no_work_are_refused(folder: EditionFolder) -> None:
    (folder.root / FOLDER / "more").mkdir()
    (folder.root / "edition/emendations/miler-1901").mkdir()
    said = {problem.where: problem for problem in problems(folder)}
    assert said[f"{FOLDER}/more"].what == "is a folder that nothing here may have"
    assert said["edition/emendations/miler-1901"].remedy == "Did you mean miller-1901?"


def test_one_bad_file_is_told_with_its_line_and_the_others_are_read(folder: EditionFolder) -> None:
    folder.write(MAIN, FELL)
    folder.write(f"{FOLDER}/l6-thrice.yml", LAMP.replace("cause: word, ", ""))
    project, (problem,) = projects.read(folder.root)
    assert problem.where == f"{FOLDER}/l6-thrice.yml, line 1"
    assert "gives no `cause`" in problem.what
    assert project is not None
    assert [one.record.read for one in project.filed["miller-1901"]] == ["fel"]


INSTEAD = "- {{line: 3, read: {read}, as: {new}, cause: character, by: B., instead: {{line: 3, read: {old}}}}}\n"


def test_a_record_may_stand_instead_of_another(folder: EditionFolder) -> None:
    folder.write(MAIN, FELL + LAMP)
    folder.write(f"{FOLDER}/l3-fallen.yml", INSTEAD.format(read="fel", new="fallen", old="fel"))
    assert [one.record.reading for one in Project.load(folder.root).filed["miller-1901"]] == ["thrice", "fallen"]


def test_two_instead_of_one_record_clash_and_none_is_lost(folder: EditionFolder) -> None:
    folder.write(MAIN, FELL)
    for new in ("fallen", "felled"):
        folder.write(f"{FOLDER}/l3-{new}.yml", INSTEAD.format(read="fel", new=new, old="fel"))
    project = Project.load(folder.root)
    assert [one.record.reading for one in project.filed["miller-1901"]] == ["fallen", "felled"]
    with pytest.raises(RecordError, match="decides on characters that"):
        prepare(project, project.work("miller-1901"))


def test_an_instead_that_finds_nothing_or_comes_round_is_refused(folder: EditionFolder) -> None:
    folder.write(f"{FOLDER}/l3-fallen.yml", INSTEAD.format(read="fel", new="fallen", old="fle"))
    (problem,) = problems(folder)
    assert "stands `instead` of a record that there is not: line 3, 'fle'" in problem.what
    folder.write(f"{FOLDER}/l3-fallen.yml", INSTEAD.format(read="fel", new="fallen", old="poor"))
    folder.write(f"{FOLDER}/l3-rich.yml", INSTEAD.format(read="poor", new="rich", old="fel"))
    found = problems(folder)
    assert len(found) == 2
    assert all("stands instead of it" in problem.what for problem in found)
