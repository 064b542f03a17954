"""The way of one work, from its record to its tree."""

from pathlib import Path

import pytest

from build_edition.edition.project import Project
from build_edition.errors import RecordError, UsageError
from build_edition.pipeline import choose, prepare
from build_edition.writers.text import write_text
from tests.edition_folder import ESSAY, EditionFolder

EMENDATION = "- {line: 3, read: It fel on, as: It fell on, cause: word, by: me}\n"


def test_a_work_is_found_read_emended_and_assembled(edition: EditionFolder) -> None:
    edition.write("edition/emendations/miller-1901.yml", EMENDATION)
    project = Project.load(edition.root)
    item = prepare(project, project.works[0])
    assert (item.status, item.warnings) == ("found", ())
    assert item.path == edition.root.resolve() / "sources" / "miller-1901.txt"
    assert item.source is not None
    assert item.source.text == ESSAY
    assert item.work is not None
    assert "It fell on the poor" in write_text(item.work)


def test_a_work_without_source_has_its_record(edition: EditionFolder) -> None:
    (edition.root / "sources/miller-1901.txt").unlink()
    project = Project.load(edition.root)
    item = prepare(project, project.works[0])
    assert (item.status, item.path, item.transcript, item.work) == ("missing", None, None, None)
    assert item.entry.authors == ("Ann Miller",)


def test_another_source_is_refused_by_name(edition: EditionFolder) -> None:
    edition.write("sources/miller-1901.txt", "Another text.\n")
    project = Project.load(edition.root)
    with pytest.raises(RecordError) as caught:
        prepare(project, project.works[0])
    assert "miller-1901.txt is not the source of miller-1901: its SHA-256 is " in str(caught.value)
    assert "--allow-other-source" in str(caught.value)


def test_another_source_may_be_allowed_and_is_not_emended(edition: EditionFolder) -> None:
    edition.write("sources/miller-1901.txt", "Another text.\n")
    edition.write("edition/emendations/miller-1901.yml", EMENDATION)
    project = Project.load(edition.root)
    item = prepare(project, project.works[0], allow_other=True)
    assert item.status == "other"
    assert item.work is not None
    assert "Another text." in write_text(item.work)
    assert len(item.warnings) == 2
    assert "the 1 emendations and structure records of miller-1901 were left out" in item.warnings


def test_an_emendation_that_does_not_match_names_its_file(edition: EditionFolder) -> None:
    edition.write("edition/emendations/miller-1901.yml", EMENDATION.replace("fel", "fle"))
    project = Project.load(edition.root)
    with pytest.raises(RecordError, match="expected 'It fle on'") as caught:
        prepare(project, project.works[0])
    assert caught.value.where == "edition/emendations/miller-1901.yml, record 1 (source line 3)"


def test_choosing_works(edition: EditionFolder) -> None:
    edition.add_work("abbot-1902", order=2)
    project = Project.load(edition.root)
    assert [r.id for r in choose(project)] == ["miller-1901", "abbot-1902"]
    assert [r.id for r in choose(project, ["abbot-1902"])] == ["abbot-1902"]
    with pytest.raises(UsageError):
        choose(project, ["abott"])


def test_every_work_of_this_edition_whose_source_is_here(root: Path, shared: Path) -> None:
    assert shared.is_dir()
    project = Project.load(root)
    for record in project.works:
        item = prepare(project, record)
        assert item.status == "found", record.id
        assert item.transcript is not None
        assert item.work is not None
        words = write_text(item.work).split()
        assert len(words) > 0.9 * len(item.transcript.source.text.split()), record.id


def test_the_numeral_of_a_heading_can_be_emended(edition: EditionFolder) -> None:
    text = (
        "The Lamp Tax\n\nI\n\nNobody in our valley liked the tax on lamps. It fell on the poor.\n\n"
        "Il\n\nThe miller paid twice. He said he had two eyes, and paid.\n\n"
        "III\n\nThe reeve slept, and nobody woke him until the lamps were out.\n"
    )
    edition.add_work("abbot-1902", text, order=2)
    edition.write(
        "edition/emendations/abbot-1902.yml",
        '- {line: 7, read: "Il", as: "II", cause: character, by: A. Reader}\n',
    )
    project = Project.load(edition.root)
    made = prepare(project, project.work("abbot-1902")).work
    assert made is not None
    heads = [section.heading for section in made.walk() if section.heading]
    assert [(head.label, head.title) for head in heads] == [
        ("", "The Lamp Tax"), ("", "I"), ("", "II"), ("", "III"),
    ]  # fmt: skip
