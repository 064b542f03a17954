"""The command that makes what a reader takes away."""

import zipfile
from pathlib import Path

import pytest

from tests.command_line import run
from tests.edition_folder import EditionFolder

NAME = "papers-from-the-valley-0.1-offline"


@pytest.fixture
def built(inside: EditionFolder) -> EditionFolder:
    """The small edition with its site."""
    assert run("build")[0] == 0
    return inside


def test_a_format_that_there_is_not_is_refused(inside: EditionFolder) -> None:
    code, _, err = run("export", "papyrus")
    assert code == 2
    assert "papyrus" in err
    assert "offline" in err


def test_a_site_that_is_named_and_not_there_is_refused(inside: EditionFolder) -> None:
    code, _, err = run("export", "offline", "--site", "nowhere")
    assert code == 2
    assert "there is no site in nowhere" in err
    assert "build-edition build" in err
    assert not (inside.root / "build").exists()


def test_the_name_is_that_of_the_edition_and_its_version(built: EditionFolder) -> None:
    code, out, err = run("export", "offline")
    assert (code, err) == (0, "")
    archive = built.root / "build" / f"{NAME}.zip"
    assert f"build/{NAME}.zip" in out
    assert f"open {NAME}/index.html" in out
    with zipfile.ZipFile(archive) as opened:
        assert {name.split("/")[0] for name in opened.namelist()} == {NAME}
        assert opened.testzip() is None
        page = opened.read(f"{NAME}/works/miller-1901/index.html").decode()
    assert "The miller paid twice." in page
    assert [path.name for path in archive.parent.glob("*.new")] == []


def test_twice_gives_the_same_bytes(built: EditionFolder) -> None:
    for name in ("one.zip", "two.zip"):
        assert run("export", "offline", "--output", name)[0] == 0
    assert (built.root / "one.zip").read_bytes() == (built.root / "two.zip").read_bytes()
    assert not (built.root / "build" / f"{NAME}.zip").exists()


def test_a_site_that_is_not_there_is_built_first(inside: EditionFolder) -> None:
    code, out, _ = run("export", "offline")
    assert code == 0
    assert "site/index.html" in out
    assert (inside.root / "site/index.html").is_file()
    assert (inside.root / "build" / f"{NAME}.zip").is_file()


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("sources", "is a folder"),
        ("nowhere/copy.zip", "there is no folder"),
        ("site/copy.zip", "in the site itself"),
    ],
)
def test_an_output_that_cannot_be_written_is_refused(built: EditionFolder, output: str, said: str) -> None:
    code, _, err = run("export", "offline", "--output", output)
    assert code == 2
    assert said in err


def test_an_output_in_a_folder_that_takes_no_files_is_refused(
    built: EditionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("build_edition.publish.offline.copy.zipfile.ZipFile", refuse)
    code, _, err = run("export", "offline", "--output", "copy.zip")
    assert code == 2
    assert "--output copy.zip cannot be written: Permission denied" in err
    assert not Path("copy.zip").exists()


def test_an_output_is_refused_before_anything_is_built(inside: EditionFolder) -> None:
    assert run("export", "offline", "--output", "nowhere/copy.zip")[0] == 2
    assert not (inside.root / "site").exists()
