"""The command that makes what a reader takes away."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from tests.command_line import run
from tests.downloads.conftest import slips
from tests.edition_folder import EditionFolder

__all__ = ["slips"]
pytestmark = pytest.mark.usefixtures("slips")
NAME = "papers-from-the-valley-0.1"
OFFLINE = f"{NAME}-offline"
DOWNLOADS = Path("build/downloads")


@pytest.fixture
def two(inside: EditionFolder) -> EditionFolder:
    """The small edition with a second work."""
    inside.add_work("abbot-1902", order=2)
    return inside


def rows(out: str) -> dict[str, str]:
    """By the path of each file of the table what it says last: the seconds, or “as before”."""
    lines = out[out.index("file ") :].splitlines()[1:]
    return {line.split()[0]: "as before" if line.endswith("as before") else line.split()[-1] for line in lines}


def test_a_file_of_each_work_and_one_of_the_edition(two: EditionFolder) -> None:
    code, out, err = run("export", "slip,crate")
    assert (code, err) == (0, "")
    names = [f"{NAME}.slip", "miller-1901.slip", "abbot-1902.slip", f"{NAME}.crate.gz"]
    assert list(rows(out)) == [f"build/downloads/{name}" for name in names]
    assert all(float(seconds) >= 0 for seconds in rows(out).values())
    assert (DOWNLOADS / f"{NAME}.slip").read_text(encoding="utf-8") == "miller-1901 abbot-1902"


def test_what_stands_is_not_made_again(two: EditionFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    run("export", "slip")
    before = {path.name: path.stat().st_mtime_ns for path in DOWNLOADS.iterdir()}
    os.utime("bib/edition.bib", (1, 1))
    monkeypatch.setattr("build_edition.whole.prepare_edition", None)  # nothing is prepared
    code, out, _ = run("export", "slip")
    assert code == 0
    assert set(rows(out).values()) == {"as before"}
    assert {path.name: path.stat().st_mtime_ns for path in DOWNLOADS.iterdir()} == before


def test_what_was_altered_or_is_missing_is_made_again_alone(two: EditionFolder) -> None:
    run("export", "slip")
    (DOWNLOADS / "miller-1901.slip").write_text("scribble", encoding="utf-8")
    (DOWNLOADS / f"{NAME}.slip").unlink()
    _, out, _ = run("export", "slip")
    assert [path for path, said in rows(out).items() if said != "as before"] == [
        f"build/downloads/{NAME}.slip", "build/downloads/miller-1901.slip"
    ]  # fmt: skip
    assert (DOWNLOADS / "miller-1901.slip").read_text(encoding="utf-8") == "The Lamp Tax on a5\n"


def test_a_record_that_changes_makes_all_of_them_again(two: EditionFolder) -> None:
    run("export", "slip")
    two.change("edition/works/miller-1901.yml", "The Lamp Tax", "The Tax on Lamps")
    _, out, _ = run("export", "slip")
    assert "as before" not in rows(out).values()
    assert "Tax on Lamps" in (DOWNLOADS / "miller-1901.slip").read_text(encoding="utf-8")


@pytest.mark.parametrize("how", [["abbot-1902"], ["--works", "abbot-1902"], ["-w", "abbot-1902"]])
def test_of_a_work_that_is_named_only_its_own_files(two: EditionFolder, how: list[str]) -> None:
    code, out, _ = run("export", "all", *how)
    assert code == 0
    assert list(rows(out)) == ["build/downloads/abbot-1902.slip"]
    assert not Path("site").exists()


def test_pages_of_another_size_stand_beside_the_usual_ones(two: EditionFolder) -> None:
    run("export", "slip", "abbot-1902")
    _, out, _ = run("export", "slip", "abbot-1902", "--paper", "a4")
    assert list(rows(out)) == ["build/downloads/abbot-1902-a4.slip"]
    assert (DOWNLOADS / "abbot-1902-a4.slip").read_text(encoding="utf-8") == "The Lamp Tax on a4\n"
    assert (DOWNLOADS / "abbot-1902.slip").read_text(encoding="utf-8") == "The Lamp Tax on a5\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["papyrus"], 2, "there is no format “papyrus”\n  The formats are: slip, crate, offline, all."),
        (["slip", "abbot-1903"], 2, "no work has the id “abbot-1903”\n  Did you mean abbot-1902?"),
        (["crate", "abbot-1902"], 2, "crate is made of the whole edition alone"),
        (["offline", "abbot-1902"], 2, "offline is the whole site"),
        (["slip", "--paper", "a3"], 2, "a3"),
        (["slip", "--output", "nowhere/slips"], 2, "there is no folder nowhere"),
        (["slip", "--output", "site/slips"], 2, "there is no folder site"),
        (["slip,crate", "--output", "one.slip"], 2, "one.slip is one file, and several are asked for"),
        (["slip", "-w", "abbot-1902,miller-1901", "-o", "one.slip"], 2, "one.slip is one file"),
        (["offline", "--site", "nowhere"], 2, "there is no site in nowhere"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_made(
    two: EditionFolder, arguments: list[str], code: int, said: str
) -> None:
    found, _, err = run("export", *arguments)
    assert found == code
    assert said in err
    assert not (two.root / "build").exists()
    assert not (two.root / "site").exists()


def test_a_work_whose_source_is_missing_is_told_of_and_others_are_made(two: EditionFolder) -> None:
    (two.root / "sources/abbot-1902.txt").unlink()
    code, out, err = run("export", "slip")
    assert code == 0
    assert "the source of abbot-1902, abbot-1902.txt, is in none of the source folders" in err
    assert list(rows(out)) == [f"build/downloads/{NAME}.slip", "build/downloads/miller-1901.slip"]
    code, out, _ = run("export", "slip", "abbot-1902", "miller-1901")
    assert code == 1
    assert list(rows(out)) == ["build/downloads/miller-1901.slip"]


def test_where_no_source_is_there_nothing_can_be_taken_away(inside: EditionFolder) -> None:
    (inside.root / "sources/miller-1901.txt").unlink()
    code, _, err = run("export", "slip")
    assert code == 3
    assert "no source was found" in err
    assert "--specimen" in err


def test_a_source_of_another_hash_is_refused(two: EditionFolder) -> None:
    two.change("sources/abbot-1902.txt", "miller", "Miller")
    code, _, err = run("export", "slip", "miller-1901")
    assert code == 1
    assert "sources/abbot-1902.txt is not the source of abbot-1902" in err
    assert "Supply the file that the record describes" in err
    assert "--allow-other-source" not in err
    assert not DOWNLOADS.exists()


def test_what_could_not_be_made_is_told_of_and_the_others_stand(two: EditionFolder) -> None:
    two.add_work("torn-1903", order=3)
    code, out, err = run("export", "slip")
    assert code == 1
    assert "torn-1903.slip was not made: torn-1903: the slip tore\n  Glue it." in err
    assert "build/downloads/torn-1903.slip" not in rows(out)
    assert len(rows(out)) == 3


def test_a_folder_for_output_takes_all_files_and_may_be_new(two: EditionFolder) -> None:
    code, out, _ = run("export", "slip", "--output", "taken")
    assert code == 0
    names = {f"{NAME}.slip", "miller-1901.slip", "abbot-1902.slip"}
    assert {path.name for path in Path("taken").iterdir()} == names
    assert set(rows(out)) == {f"taken/{name}" for name in names}
    assert set(rows(run("export", "slip", "--output", "taken")[1]).values()) == {"as before"}


def test_a_file_for_output_takes_a_work_or_else_the_whole(two: EditionFolder) -> None:
    assert run("export", "slip", "abbot-1902", "--output", "one.slip")[0] == 0
    assert Path("one.slip").read_text(encoding="utf-8") == "The Lamp Tax on a5\n"
    assert run("export", "slip", "--output", "all.slip")[0] == 0
    assert Path("all.slip").read_text(encoding="utf-8") == "miller-1901 abbot-1902"


def test_a_folder_that_is_a_file_is_refused(two: EditionFolder) -> None:
    two.write("build", "a file")
    code, _, err = run("export", "slip")
    assert code == 1
    assert "cannot be written" in err
    two.write("taken", "a file")
    code, _, err = run("export", "slip", "--output", "taken")
    assert code == 2
    assert "--output taken is a file" in err


def test_an_output_that_cannot_be_written_is_told_of(two: EditionFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("build_edition.commands.export.shutil.copyfile", refuse)
    code, _, err = run("export", "slip", "--output", "all.slip")
    assert code == 2
    assert "--output all.slip cannot be written: Permission denied" in err


def test_the_specimen_is_taken_away_from_a_copy(inside: EditionFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    other = EditionFolder(inside.root.parent / "specimen")
    other.add_work("wick-1900")
    monkeypatch.setattr("build_edition.specimen.ROOT", other.root)
    code, out, _ = run("export", "slip", "--specimen")
    assert code == 0
    assert f"build/specimen/build/downloads/{NAME}.slip" in rows(out)
    assert "as before" in rows(run("export", "slip", "--specimen")[1]).values()
    assert not (other.root / "build").exists()


def test_offline_is_the_site_as_a_zip_that_stands_until_the_site_changes(inside: EditionFolder) -> None:
    code, out, err = run("export", "offline")
    assert (code, err) == (0, "")
    archive = DOWNLOADS / f"{OFFLINE}.zip"
    assert "site/index.html" in out  # it was not there, so it was built
    assert f"open {OFFLINE}/index.html" in out
    with zipfile.ZipFile(archive) as opened:
        assert {name.split("/")[0] for name in opened.namelist()} == {OFFLINE}
        assert opened.testzip() is None
        assert "The miller paid twice." in opened.read(f"{OFFLINE}/works/miller-1901/index.html").decode()
    before = archive.read_bytes()
    _, out, _ = run("export", "offline")
    assert rows(out) == {archive.as_posix(): "as before"}
    for path in Path("site").rglob("*"):
        os.utime(path, (1, 1))
    assert rows(run("export", "offline")[1]) == {archive.as_posix(): "as before"}
    archive.unlink()
    run("export", "offline")
    assert archive.read_bytes() == before


def test_a_site_that_is_not_as_it_would_be_built_is_built_again_in_the_same_way(two: EditionFolder) -> None:
    run("build", "--works", "abbot-1902", "--address", "https://valley.example/")
    page = Path("site/works/miller-1901/index.html")
    run("export", "offline")
    assert "paid twice" not in page.read_text(encoding="utf-8")
    two.write("docs/index.md", "# Papers about oil\n")
    assert "stage" in run("export", "offline")[1]
    start = Path("site/index.html").read_text(encoding="utf-8")
    assert "Papers about oil" in start
    assert "https://valley.example/" in start
    assert "paid twice" not in page.read_text(encoding="utf-8")


def test_another_site_can_be_named(inside: EditionFolder) -> None:
    run("build", "--output", "public")
    code, out, _ = run("export", "offline", "--site", "public", "--output", "copy.zip")
    assert code == 0
    assert list(rows(out)) == ["copy.zip"]
    assert zipfile.is_zipfile("copy.zip")
    assert not Path("site").exists()
