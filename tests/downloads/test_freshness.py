"""What stands as it would be made, and what makes it stale."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from build_edition.downloads import freshness, inputs
from build_edition.downloads.freshness import RECORD, Made
from build_edition.edition.project import Project
from tests.edition_folder import EditionFolder


@pytest.fixture
def full(edition: EditionFolder) -> EditionFolder:
    """The small edition with a file of every kind that is read."""
    edition.add_work("abbot-1902", order=2)
    (edition.root / "edition/headnotes").mkdir()
    (edition.root / "edition/registers").mkdir()
    edition.write("edition/headnotes/miller-1901.md", "A headnote.\n")
    edition.write("edition/glossary.yml", "[]\n")
    edition.write("edition/registers/people.yml", "[]\n")
    edition.write("docs/about.md", "# About\n")
    return edition


def now(folder: EditionFolder) -> str:
    return inputs.inputs(Project.load(folder.root))


CHANGES: dict[str, Callable[[EditionFolder], object]] = {
    "the record of the edition": lambda f: f.change("edition/edition.yml", "0.1", "0.2"),
    "the record of a work": lambda f: f.change("edition/works/abbot-1902.yml", "Lamp", "Oil"),
    "a comment in a record": lambda f: f.change("edition/works/abbot-1902.yml", "id:", "# a word\nid:"),
    "an emendation": lambda f: f.write("edition/emendations/miller-1901.yml", "[]\n"),
    "a headnote": lambda f: f.change("edition/headnotes/miller-1901.md", "headnote", "Headnote"),
    "the glossary": lambda f: f.change("edition/glossary.yml", "[]", "[ ]"),
    "a register": lambda f: f.change("edition/registers/people.yml", "[]", "[ ]"),
    "the bibliography": lambda f: f.change("bib/edition.bib", "The Valley", "The Hill"),
    "a page by hand": lambda f: f.change("docs/about.md", "About", "Of us"),
    "a new page": lambda f: f.write("docs/new.md", "# New\n"),
    "a page that is gone": lambda f: (f.root / "docs/about.md").unlink(),
    "a page of another name": lambda f: (f.root / "docs/about.md").rename(f.root / "docs/us.md"),
    "the configuration": lambda f: f.change("mkdocs.yml", "Start", "Begin"),
    "a source that is gone": lambda f: (f.root / "sources/abbot-1902.txt").unlink(),
    "a source of another hash": lambda f: f.change("sources/abbot-1902.txt", "miller", "Miller"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_any_change_makes_it_stale(full: EditionFolder, change: Callable[[EditionFolder], object]) -> None:
    before = now(full)
    change(full)
    assert now(full) != before


def test_what_is_none_of_its_files_makes_nothing_stale(full: EditionFolder) -> None:
    before = now(full)
    for path in full.root.rglob("*"):
        os.utime(path, (1, 1))
    full.write("docs/.about.md.swp", "x")
    full.write("notes.txt", "x")
    full.write("sources/another.txt", "x")
    (full.root / "build").mkdir()
    full.write("build/mkdocs.yml", "x")
    assert now(full) == before


def test_a_source_is_known_by_its_hash_wherever_it_lies(full: EditionFolder) -> None:
    before = now(full)
    (full.root / "sources/abbot-1902.txt").rename(full.root / "sources/a.txt")
    assert now(full) == before


def test_an_option_that_changes_the_record_makes_it_stale(full: EditionFolder) -> None:
    from build_edition.commands.build import at_address

    project = Project.load(full.root)
    assert inputs.inputs(at_address(project, "https://valley.example/")) != inputs.inputs(project)


def test_the_program_and_what_it_calls_on_count(
    full: EditionFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "program"
    (program / "__pycache__").mkdir(parents=True)
    (program / "writer.py").write_text("one", encoding="utf-8")
    monkeypatch.setattr(inputs, "PROGRAM", program)
    found = inputs.program.__wrapped__()
    (program / "__pycache__/writer.pyc").write_text("compiled", encoding="utf-8")
    assert inputs.program.__wrapped__() == found
    (program / "writer.py").write_text("two", encoding="utf-8")
    changed = inputs.program.__wrapped__()
    assert changed != found
    monkeypatch.setattr("importlib.metadata.version", lambda name: "99")
    assert inputs.program.__wrapped__() != changed


def test_digests_tell_texts_apart_by_where_one_ends() -> None:
    assert inputs.digest(["ab", "c"]) != inputs.digest(["a", "bc"])


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """One file that was made of “x”, and written down."""
    (tmp_path / "a.txt").write_text("hello", encoding="utf-8")
    found = Made(tmp_path)
    found.note("a.txt", "x")
    found.write()
    return found


def test_a_file_stands_as_long_as_it_is_what_was_made_of_the_same(made: Made) -> None:
    again = Made(made.folder)
    assert again.stands("a.txt", "x")
    assert not again.stands("a.txt", "y")
    assert not again.stands("b.txt", "x")


def test_a_file_that_was_only_touched_stands_and_is_read_once(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    os.utime(made.path("a.txt"), (1, 1))
    read: list[Path] = []
    hashed = freshness.file_sha256

    def counted(path: Path) -> str:
        read.append(path)
        return hashed(path)

    monkeypatch.setattr(freshness, "file_sha256", counted)
    again = Made(made.folder)
    assert again.stands("a.txt", "x")
    again.write()
    assert Made(made.folder).stands("a.txt", "x")
    assert read == [made.path("a.txt")]


@pytest.mark.parametrize("text", ["hallo", "hello again"])
def test_a_file_that_was_altered_does_not_stand(made: Made, text: str) -> None:
    made.path("a.txt").write_text(text, encoding="utf-8")
    assert not Made(made.folder).stands("a.txt", "x")


def test_a_file_that_is_gone_does_not_stand_and_is_forgotten(made: Made) -> None:
    made.path("a.txt").unlink()
    again = Made(made.folder)
    assert not again.stands("a.txt", "x")
    again.write()
    assert json.loads((made.folder / RECORD).read_text(encoding="utf-8"))["files"] == {}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": {"a.txt": {}}, "site": {}}', "\x00"])
def test_a_record_that_cannot_be_read_means_that_nothing_stands(made: Made, text: str) -> None:
    (made.folder / RECORD).write_text(text, encoding="utf-8")
    assert not Made(made.folder).stands("a.txt", "x")
