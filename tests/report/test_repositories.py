"""Which commit is meant, and what is said where that cannot be known."""

import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.command_line import run
from tests.edition_folder import EditionFolder
from tests.report.versioned import EMENDATIONS, RECORD, Versioned


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    EditionFolder(tmp_path / "alone").add_work("miller-1901")
    monkeypatch.chdir(tmp_path / "alone")
    code, out, err = run("report", "--base", "main")
    assert (code, out) == (2, "")
    assert "is in no Git repository" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "ref", ["no-such-branch", "deadbeef", "main~40", "HEAD:edition", "", "a b", "main^{tree}"]
)
def test_an_unknown_name(edition: Versioned, ref: str) -> None:
    code, out, err = run("report", "--base", ref)
    assert (code, out) == (2, "")
    assert "--base" in err


@pytest.mark.parametrize("ref", ["--output=/tmp/x", "-h", "--help", "x\ny", "\x00"])
def test_a_name_is_never_an_option(edition: Versioned, ref: str) -> None:
    code, _, err = run("report", f"--base={ref}")
    assert code == 2
    assert "is no name of a commit" in err


def test_a_clone_that_was_cut_short(edition: Versioned, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edition.write(EMENDATIONS, RECORD)
    first = edition.git("rev-parse", "main").strip()
    edition.commit("a record")
    shallow = tmp_path / "shallow"
    clone = [
        "git",
        "clone",
        "--quiet",
        "--depth",
        "1",
        "--branch",
        "change",
        f"file://{edition.root}",
        str(shallow),
    ]
    subprocess.run(clone, check=True, capture_output=True)
    monkeypatch.chdir(shallow)
    code, _, err = run("report", "--base", first)
    assert code == 3
    assert "not in this clone, which has part of the history" in err
    assert "git fetch --unshallow" in err
    fetch = ["git", "fetch", "--quiet", "--depth", "1", "origin", "main:refs/remotes/origin/main"]
    subprocess.run(fetch, check=True, capture_output=True)
    code, out, _ = run("report", "--base", "origin/main")
    assert code == 0
    assert "the history of this clone is cut short" in out


def test_an_edition_in_a_folder_of_its_repository(edition: Versioned, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("edition", "bib", "docs", "sources"):
        (edition.root / "texts").mkdir(exist_ok=True)
        (edition.root / name).rename(edition.root / "texts" / name)
    edition.commit("moved")
    monkeypatch.chdir(edition.root / "texts" / "edition")
    (edition.root / "texts" / EMENDATIONS).write_text(RECORD, encoding="utf-8")
    (work,) = edition.report(base="HEAD")["works"]
    assert work["readings"][0]["after"] == "fell"
    (unknown,) = edition.report(base="main")["unknown"]
    assert "The base has no edition here" in unknown["text"]


def test_a_working_tree_of_git_is_fine_too(
    edition: Versioned, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition.git("worktree", "add", "--quiet", "-b", "other", str(tmp_path / "other"))
    (tmp_path / "other/sources").symlink_to(edition.root / "sources")
    (tmp_path / "other" / EMENDATIONS).parent.mkdir(exist_ok=True)
    (tmp_path / "other" / EMENDATIONS).write_text(RECORD, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "other")
    assert edition.report()["works"][0]["readings"][0]["after"] == "fell"


def test_an_edition_that_cannot_be_read_is_an_error_with_its_reason(edition: Versioned) -> None:
    edition.write("edition/edition.yml", "title: [no\n")
    code, out, err = run("report", "--base", "main")
    assert (code, out) == (1, "")
    assert "is not valid YAML" in err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "give either --base or --from"),
        (["--base", "main", "--from", "x.json"], "give either --base or --from"),
        (["--base", "main", "--fail-on", "rain"], "--fail-on cannot be rain"),
        (["--base", "main", "--output", "report.txt/x"], "there is no folder"),
        (["--base", "main", "--output", "a.html", "--format", "json"], "is no file of json"),
    ],
)
def test_what_it_cannot_mean(edition: Versioned, options: list[str], said: str) -> None:
    code, _, err = run("report", *options)
    assert code == 2
    assert said in err


def test_all_three_forms_into_a_folder(edition: Versioned) -> None:
    edition.write(EMENDATIONS, RECORD)
    code, out, _ = run("report", "--base", "main", "--output", "told")
    assert code == 0
    assert {path.name for path in (edition.root / "told").iterdir()} == {"report.md", "report.html", "report.json"}
    assert out.count("Written: told/report.") == 3
    assert run("report", "--base", "main", "--output", "one.html")[0] == 0
    assert (edition.root / "one.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("spoil", ["", "title: [no\n"])
def test_nothing_is_left_in_the_temporary_folder(
    edition: Versioned, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: str
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    if spoil:
        edition.write("edition/edition.yml", spoil)
    assert run("report", "--base", "main")[0] == (1 if spoil else 0)
    assert list((tmp_path / "temporary").iterdir()) == []
