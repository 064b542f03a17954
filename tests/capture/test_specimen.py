"""Capture at the specimen: a book of chapters, with notes, tables and pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_edition import specimen
from build_edition.capture.keeping import Kept, write_pages
from build_edition.edition.project import PAGES, Project
from build_edition.pipeline import prepare
from tests.command_line import run
from tests.site_folder import copy_of

BOOK = "level-water-1987"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    root = copy_of(specimen.ROOT, tmp_path / "velm", specimen.ROOT / "sources")
    project = Project.load(root)
    write_pages(project, [prepare(project, record) for record in project.works])
    return root


def names(root: Path) -> list[str]:
    return sorted(path.name for path in (root / PAGES / BOOK).glob("*.md"))


def test_each_division_is_a_page(copy: Path) -> None:
    assert {"1.md", "2.md", "3.md"} <= set(names(copy))
    assert [path.name for path in (copy / PAGES / "who-owns-the-sluice-1961").glob("*")] == ["index.md"]
    for path in (copy / PAGES).glob("*/*.md"):
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"<!--\nThe text of {path.parent.name}, for editing.")
        assert "](" not in text


def test_pages_of_a_work_are_captured_together(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy)
    edited = {}
    for name in ("1.md", "2.md"):
        path = copy / PAGES / BOOK / name
        lines = path.read_text(encoding="utf-8").split("\n")
        long = [k for k, line in enumerate(lines) if line[:1].isalpha() and len(line) > 200]
        first = long[0]
        lines[first] = lines[first].replace(" the ", " thee ", 1)
        edited[path] = "\n".join(lines)
        path.write_text(edited[path], encoding="utf-8")
    code, out, _ = run("capture", "--by", "Ann Editor", "--yes", "--cause", "character")
    assert code == 0, out
    for path, text in edited.items():
        assert path.read_text(encoding="utf-8") == text
    kept = Kept.read(copy)
    assert not any(kept.is_edited(f"{BOOK}/{name}") for name in names(copy))
    project = Project.load(copy)
    assert write_pages(project, [prepare(project, project.work(BOOK))]) == ()


def test_signs_of_doubt_that_are_deleted_let_the_words_stand(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy)
    path = copy / PAGES / BOOK / "2.md"
    text = path.read_text(encoding="utf-8")
    assert "\\[?\\]" in text
    edited = text.replace("\\[?\\]", "", 1)
    path.write_text(edited, encoding="utf-8")
    code, out, _ = run("capture", "--by", "Ann Editor", "--yes")
    assert code == 0, out
    assert "stet: true" in out
    assert path.read_text(encoding="utf-8") == edited


def test_a_heading_that_would_begin_another_page_is_left(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy)
    path = copy / PAGES / BOOK / "1.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    k = next(k for k, line in enumerate(lines) if line[:1].isalpha() and len(line) > 200)
    lines[k] = f"## {lines[k]}"
    path.write_text("\n".join(lines), encoding="utf-8")
    code, out, _ = run("capture", "--by", "Ann Editor", "--yes")
    assert code == 1
    assert "it would change which pages the work has" in out
    assert path.read_text(encoding="utf-8") == "\n".join(lines)
