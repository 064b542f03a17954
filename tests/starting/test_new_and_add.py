"""An edition begun from nothing, and texts put into it, as a new user would."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from build_edition.edition.project import Project
from tests.command_line import run
from tests.edition_folder import ESSAY, EditionFolder

BOOK = "The Lamp Tax\n\nBy Ann Miller\n\nSource: The Valley, 3 May 1901.\n\n" + ESSAY.partition("\n\n")[2] * 4
Tell = Callable[..., tuple[int, str, str]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a text in it and no edition, where a user stands."""
    (tmp_path / "scan.txt").write_text(BOOK, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def everything(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_two_commands_from_a_text_to_a_site(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, err = run("new", "valley", "scan.txt", "--editor", "A. Reader", "--yes")
    assert (code, err) == (0, "")
    assert "miller-1901" in out
    assert "Ann Miller" in out
    project = Project.load(here / "valley")
    assert [work.id for work in project.works] == ["miller-1901"]
    assert project.works[0].source.file == "scan.txt"
    assert (here / "valley/sources/scan.txt").read_bytes() == (here / "scan.txt").read_bytes()
    entry = project.entry(project.works[0])
    assert (entry.title, entry.authors, entry.date) == ("The Lamp Tax", ("Ann Miller",), "1901-05-03")
    monkeypatch.chdir(here / "valley")
    code, out, _ = run("check")
    assert code == 0, out
    code, out, err = run("build", "--strict")
    assert (code, err) == (0, ""), out
    page = (here / "valley/site/works/miller-1901/index.html").read_text(encoding="utf-8")
    assert "The miller paid twice" in page


def test_an_edition_without_a_text_says_what_to_do(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = run("new", "valley", "--title", 'The "Valley": papers', "--editor", "A. Reader")
    assert code == 0
    assert "build-edition add FILE" in out
    monkeypatch.chdir(here / "valley")
    code, _, err = run("build")
    assert code == 1
    assert "build-edition add FILE" in err
    code, _, err = run("add", "../scan.txt", "--yes")
    assert (code, err) == (0, "")
    assert Project.load(here / "valley").edition.title == 'The "Valley": papers'


def test_what_is_found_is_confirmed_or_corrected(here: Path) -> None:
    """Each question shows what was found; Enter takes it."""
    run("new", "valley", "--title", "Papers", "--editor", "A. Reader")
    command = [sys.executable, "-m", "build_edition", "add", "../scan.txt"]
    ours, theirs = pty.openpty()
    answers = "The Tax on Lamps\n\n\n\nTyped by hand.\n"
    with subprocess.Popen(
        command, cwd=here / "valley", stdin=theirs, stdout=subprocess.PIPE, text=True
    ) as running:
        os.write(ours, answers.encode())
        out, _ = running.communicate(timeout=120)
    assert running.returncode == 0, out
    project = Project.load(here / "valley")
    entry = project.entry(project.works[0])
    assert (entry.title, entry.authors, entry.date) == ("The Tax on Lamps", ("Ann Miller",), "1901-05-03")
    assert project.works[0].id == "miller-1901"
    assert project.works[0].source.origin == "Typed by hand."


def test_nobody_to_ask_is_an_error_that_says_what_to_say(here: Path) -> None:
    run("new", "valley", "--editor", "A. Reader")
    before = everything(here / "valley")
    os.chdir(here / "valley")
    code, _, err = run("add", "../scan.txt")
    assert code == 2
    assert "--yes" in err
    assert everything(here / "valley") == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\n", "pdftotext"),
        (b"PK\x03\x04rest", "Save its text"),
        (b"\x89PNG\r\n", "tesseract"),
        (b"\n<!DOCTYPE html><title>x</title>", "marked up"),
        (b" \n \n", "empty"),
        (None, "no file"),
    ],
)
def test_what_is_no_text_is_refused_and_nothing_is_written(here: Path, content: bytes | None, said: str) -> None:
    if content is not None:
        (here / "other.bin").write_bytes(content)
    code, _, err = run("new", "valley", "other.bin", "--editor", "A. Reader", "--yes")
    assert code == 3
    assert said in err
    assert not (here / "valley").exists()


def test_a_folder_in_use_is_left_alone(here: Path) -> None:
    before = everything(here)
    code, _, err = run("new", ".", "--editor", "A. Reader", "--yes")
    assert code == 2
    assert "scan.txt" in err
    assert everything(here) == before
    (here / "fresh").mkdir()
    (here / "fresh/README.md").write_text("Mine.\n")
    (here / "fresh/.gitignore").write_text("*.bak\n")
    assert run("new", "fresh", "--editor", "A. Reader", "--yes")[0] == 0
    assert (here / "fresh/README.md").read_text() == "Mine.\n"
    assert (here / "fresh/.gitignore").read_text().startswith("*.bak\n# what the build makes\n")
    code, _, err = run("new", "fresh", "--editor", "A. Reader", "--yes")
    assert code == 2
    assert "is an edition already" in err


def test_a_text_is_put_in_once_and_no_other_is_written_over(inside: EditionFolder) -> None:
    inside.write("other.txt", BOOK)
    assert run("add", "other.txt", "--yes", "--id", "miller-1901-b")[0] == 0
    before = everything(inside.root)
    code, _, err = run("add", "other.txt", "--yes")
    assert code == 2
    assert "is in the edition already, as miller-1901-b" in err
    inside.write("miller-1901.txt", "Quite another text.\n")
    code, _, err = run("add", "miller-1901.txt", "--yes", "--title", "Another", "--id", "another")
    assert code == 2
    assert "another text stands in" in err
    (inside.root / "miller-1901.txt").unlink()
    assert everything(inside.root) == before


@pytest.mark.parametrize("options", [["--id", "Not An Id"], ["--id", "../../etc"], ["--id", "miller-1901"]])
def test_what_would_make_no_valid_record_changes_nothing(inside: EditionFolder, options: list[str]) -> None:
    inside.write("other.txt", BOOK)
    before = everything(inside.root)
    code, _, err = run("add", "other.txt", "--yes", *options)
    assert code in (1, 2)
    assert "Traceback" not in err
    assert everything(inside.root) == before


def test_the_texts_of_the_corpora(here: Path, shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A book read from scans, and one extracted from a PDF: what they tell of themselves, and that they build."""
    corpora = shared / "corpora"
    code, out, err = run(
        "new", "shelf", str(corpora / "papal_infallibility/ocr.txt"), "--editor", "A. Reader", "--yes"
    )
    assert (code, err) == (0, ""), out
    monkeypatch.chdir(here / "shelf")
    said = ("--author", "John Reed", "--date", "1919")
    assert run("add", str(corpora / "ten_days/pdf-text.txt"), *said, "--yes")[0] == 0
    project = Project.load(here / "shelf")
    assert [(work.id, work.layout) for work in project.works] == [("simpson-1909", "book"), ("reed-1919", "book")]
    found = [project.entry(work) for work in project.works]
    assert found[0].title.startswith("Roman Catholic Opposition to ")
    assert found[0].authors == ("W. J. Sparrow Simpson",)
    assert found[1].title.casefold() == "ten days that shook the world"
    code, out, err = run("build", "--strict")
    assert (code, err) == (0, ""), out
    assert len(list((here / "shelf/site/works/reed-1919").glob("*/index.html"))) > 5
