"""Pages of an OCR program put into an edition: a folder, a zip, a packed file."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from build_edition.edition import sources
from build_edition.edition.project import Project
from build_edition.errors import InputError
from build_edition.pipeline import prepare
from build_edition.starting import adding
from build_edition.starting.proposal import Facts
from tests.edition_folder import EditionFolder
from tests.readers.pages import Set, as_alto, as_hocr, placed

PAGE = placed([Set("The miller had never seen the sea, and he did not believe in it.") for _ in range(4)])
FACTS = Facts("miller-1901", "The Miller", "Reader, Ann", "1901", "book", "Scanned for this edition.")


def pages(path: Path) -> Path:
    path.mkdir()
    for n in (1, 2):
        (path / f"{n}.xml").write_bytes(as_alto([PAGE]))
    (path / "1.png").write_bytes(b"\x89PNG\r\n")
    return path


def zipped(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("1.xml", as_alto([PAGE, PAGE]))
    return path


def hocr(path: Path) -> Path:
    path.write_bytes(as_hocr([PAGE, PAGE]))
    return path


@pytest.mark.parametrize(("name", "make"), [("scan", pages), ("scan.zip", zipped), ("scan_hocr.html", hocr)])
def test_pages_are_copied_pinned_and_read(tmp_path: Path, name, make):
    folder = EditionFolder(tmp_path / "valley")
    given = make(tmp_path / name)
    project = adding.edition_around(folder.root)
    added = adding.add(project, given, adding.read(given), FACTS)
    record = added.project.work("miller-1901")
    found = sources.find(record.source, added.project.source_folders)
    assert (found.status, found.path) == ("found", folder.root / "sources" / name)
    item = prepare(Project.load(folder.root), record)
    assert item.source is not None
    assert item.source.text.count("\f") == 1
    assert item.source.geometry is not None
    assert not (folder.root / "sources" / name / "1.png").exists()


def test_a_folder_without_pages_is_refused(tmp_path: Path):
    with pytest.raises(InputError, match="no page of an OCR program is in"):
        adding.read(tmp_path)


def test_a_page_that_has_changed_is_another_source(tmp_path: Path):
    folder = EditionFolder(tmp_path / "valley")
    given = pages(tmp_path / "scan")
    project = adding.edition_around(folder.root)
    added = adding.add(project, given, adding.read(given), FACTS)
    (folder.root / "sources/scan/2.xml").write_bytes(as_alto([PAGE, PAGE]))
    record = added.project.work("miller-1901")
    assert sources.find(record.source, added.project.source_folders).status == "other"
