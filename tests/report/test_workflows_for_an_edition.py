"""`build-edition workflows` gives an edition what it needs, and takes nothing from it."""

from pathlib import Path

import pytest

from build_edition.report.workflows import FORGES, workflow_files
from tests.command_line import run
from tests.edition_folder import EditionFolder
from tests.report.versioned import Versioned


@pytest.mark.parametrize("forge", FORGES)
def test_they_are_written_once(edition: Versioned, forge: str) -> None:
    code, out, err = run("workflows", forge)
    assert (code, err) == (0, "")
    for path, text in workflow_files(forge).items():  # type: ignore[arg-type]
        assert (edition.root / path).read_text(encoding="utf-8") == text
        assert f"Written: {path}" in out
        assert "@SETUP@" not in text
    assert "build-edition[citations]==" in (edition.root / "requirements.txt").read_text(encoding="utf-8")
    code, out, _ = run("workflows", forge)
    assert code == 0
    assert "Written" not in out


def test_what_is_there_stays(edition: Versioned) -> None:
    edition.write(".github/workflows/site.yml", "name: mine\n")
    code, _, err = run("workflows", "github")
    assert code == 2
    assert ".github/workflows/site.yml is there already" in err
    assert [path.name for path in (edition.root / ".github/workflows").iterdir()] == ["site.yml"]
    assert (edition.root / ".github/workflows/site.yml").read_text(encoding="utf-8") == "name: mine\n"


def test_an_edition_below_the_top_or_in_no_repository(
    edition: Versioned, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    EditionFolder(edition.root / "inner").add_work("baker-1902")
    monkeypatch.chdir(edition.root / "inner")
    code, _, err = run("workflows", "github")
    assert code == 2
    assert "is a folder of its repository" in err
    EditionFolder(tmp_path / "alone")
    monkeypatch.chdir(tmp_path / "alone")
    code, _, err = run("workflows", "github")
    assert code == 2
    assert "is in no Git repository" in err
