"""An essay of two sections on three printed pages, invented for these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_edition.edition.project import Project
from build_edition.pipeline import prepare
from build_edition.proofreading.parts import Parts
from tests.edition_folder import EditionFolder

TEXT = """The Lamp Tax

Nobody in our valley liked the tax on lamps. It fel on the poor.

The Miller

The miller paid twice. He said he had two eyes.

His neighbour, who was blind, paid once and was glad.

The Bell

When the bell rang the lamps went out, and the clerk went home.
"""
STRUCTURE = """structure:
  - {set: head, level: 3, from: {line: 5, read: The Miller}}
  - {set: head, level: 3, from: {line: 11, read: The Bell}}
  - {set: pb, n: "7", from: {line: 3, read: Nobody}}
  - {set: pb, n: "8", from: {line: 7, read: The miller}}
  - {set: pb, n: "9", from: {line: 9, read: His neighbour}}
"""
WORK = "bell-1902"
STATUS = f"edition/status/{WORK}.yml"


@pytest.fixture
def bell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EditionFolder:
    """An edition of that essay, with the working directory in it."""
    folder = EditionFolder(tmp_path / "valley")
    folder.add_work(WORK, TEXT)
    record = folder.root / f"edition/works/{WORK}.yml"
    record.write_text(record.read_text(encoding="utf-8") + STRUCTURE, encoding="utf-8")
    (folder.root / "edition/status").mkdir()
    monkeypatch.chdir(folder.root)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    return folder


@pytest.fixture
def parts(bell: EditionFolder) -> Parts:
    return parts_of(bell)


def parts_of(folder: EditionFolder) -> Parts:
    project = Project.load(folder.root)
    work = prepare(project, project.works[0]).work
    assert work is not None
    return Parts(work)
