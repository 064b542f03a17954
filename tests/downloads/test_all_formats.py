"""All formats of the specimen, made by the command: every file is there, is what its name says, and stands."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from build_edition import specimen
from build_edition.downloads import formats
from build_edition.downloads.form import Choices
from build_edition.downloads.planning import edition_name, offline_name, wanted
from build_edition.edition.project import Project
from build_edition.whole import Whole
from tests.command_line import run
from tests.site_folder import copy_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The specimen with all that can be taken away, as the working directory."""
    root = copy_of(specimen.ROOT, tmp_path_factory.mktemp("all") / "velm", specimen.ROOT / "sources")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        code, _, err = run("export", "all")
        assert (code, err) == (0, "")
        yield root / "build/downloads"


def test_every_file_is_there_and_no_other(folder: Path, whole: Whole) -> None:
    works = [item.record.id for item in whole.works]
    names = {one.name for one in wanted(whole.project.edition, formats.every(), works, Choices())}
    assert len(formats.MODULES) == 8
    found = {path.name for path in folder.iterdir()}
    assert found == names | {f"{offline_name(whole.project.edition)}.zip", ".made.json"}


def test_each_is_what_its_name_says(folder: Path) -> None:
    for path in folder.glob("[!.]*"):
        data = path.read_bytes()
        match path.suffix:
            case ".pdf":
                assert data.startswith(b"%PDF-")
                assert b"%%EOF" in data[-32:]
            case ".epub" | ".zip":
                with zipfile.ZipFile(path) as archive:
                    assert archive.testzip() is None
            case ".xml":
                assert ElementTree.fromstring(data).tag.startswith("{http://www.tei-c.org/ns/1.0}")
            case ".sqlite":
                with sqlite3.connect(path) as database:
                    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            case _:
                assert data.decode("utf-8").strip()


def test_a_second_run_makes_nothing(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    code, out, _ = run("export", "all")
    assert code == 0
    assert out.count("as before") == len(before) - 1
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_made_again_they_have_the_same_bytes(folder: Path, whole: Whole) -> None:
    kept = {path.name: path.read_bytes() for path in folder.glob("[!.]*")}
    for name in kept:
        (folder / name).unlink()
    assert run("export", "all")[0] == 0
    assert [name for name, data in kept.items() if (folder / name).read_bytes() != data] == []


def test_the_edition_is_called_by_its_title(whole: Whole) -> None:
    assert edition_name(Project.load(specimen.ROOT).edition) == "three-texts-on-the-waters-of-velm-1.0"
