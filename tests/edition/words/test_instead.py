"""A record that stands in the place of another, which then counts no more."""

from __future__ import annotations

import pytest

from build_edition.corrections.as_yaml import as_yaml
from build_edition.edition import project as projects
from build_edition.edition.project import Project
from build_edition.pipeline import prepare
from tests.edition_folder import EditionFolder

MAIN = "edition/emendations/miller-1901.yml"
FOLDER = "edition/emendations/miller-1901"
FELL = "- {line: 3, read: fel, as: fell, cause: character, by: A. Reader}\n"
FALLS = "- {line: 3, read: fel, as: falls, cause: word, by: B. Reader, instead: {line: 3, read: fel}}\n"
DROPS = "- {line: 3, read: It fel, as: It drops, cause: word, by: C. Reader, instead: {line: 3, read: fel}}\n"


@pytest.fixture
def folder(edition: EditionFolder) -> EditionFolder:
    (edition.root / FOLDER).mkdir()
    edition.write(MAIN, FELL)
    return edition


def reading(folder: EditionFolder) -> str:
    project = Project.load(folder.root)
    transcript = prepare(project, project.work("miller-1901")).transcript
    assert transcript is not None
    return transcript.reading.text


def said(folder: EditionFolder) -> list[str]:
    return [str(error) for error in projects.read(folder.root)[1]]


def test_the_record_that_it_replaces_counts_no_more(folder: EditionFolder) -> None:
    assert "It fell on the poor" in reading(folder)
    folder.write(f"{FOLDER}/l3-falls.yml", FALLS)
    assert "It falls on the poor" in reading(folder)
    (record,) = Project.load(folder.root).emendations["miller-1901"]
    assert record.instead is not None
    assert record.instead.read == "fel"


def test_it_may_quote_other_words(folder: EditionFolder) -> None:
    folder.write(f"{FOLDER}/l3-it-drops.yml", DROPS)
    assert "It drops on the poor" in reading(folder)


def test_one_may_replace_another_that_replaces_one(folder: EditionFolder) -> None:
    folder.write(f"{FOLDER}/l3-falls.yml", DROPS)
    folder.write(
        f"{FOLDER}/l3-rests.yml",
        FALLS.replace("falls", "rests").replace("{line: 3, read: fel}}", "{line: 3, read: It fel}}"),
    )
    assert "It rests on the poor" in reading(folder)


def test_one_that_replaces_none_is_told(folder: EditionFolder) -> None:
    folder.write(f"{FOLDER}/l3-falls.yml", FALLS.replace("read: fel}}", "read: fle}}"))
    (message,) = said(folder)
    assert message.startswith(f"{FOLDER}/l3-falls.yml, record 1 (source line 3): stands `instead` of a record")
    assert "line 3, 'fle'" in message


def test_two_that_replace_each_other_are_told(folder: EditionFolder) -> None:
    folder.write(MAIN, FELL.replace("by: A. Reader", "by: A. Reader, instead: {line: 3, read: It fel}"))
    folder.write(f"{FOLDER}/l3-drops.yml", DROPS)
    assert any("stands `instead` of a record that stands instead of it" in message for message in said(folder))


def test_it_is_written_and_read_again(folder: EditionFolder) -> None:
    folder.write(f"{FOLDER}/l3-falls.yml", FALLS)
    (record,) = Project.load(folder.root).emendations["miller-1901"]
    folder.write(f"{FOLDER}/l3-falls.yml", as_yaml([record]))
    assert Project.load(folder.root).emendations["miller-1901"] == (record,)
