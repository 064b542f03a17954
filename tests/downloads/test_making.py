"""The making of files: which are made, how many at once, and what becomes of those that cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_edition.downloads import formats, making
from build_edition.downloads.form import Choices, Form
from build_edition.downloads.freshness import Made
from build_edition.downloads.making import Outcome, make, stale
from build_edition.downloads.planning import Wanted, wanted
from build_edition.errors import EditionError
from build_edition.whole import Whole
from tests.edition_folder import EditionFolder
from tests.site_folder import prepared

EDITION = "the digest of an edition"


@pytest.fixture
def whole(edition: EditionFolder) -> Whole:
    for order, work in enumerate(("abbot-1902", "torn-1903", "wright-1904"), 2):
        edition.add_work(work, order=order)
    return prepared(edition.root)


@pytest.fixture
def files(slips: None, whole: Whole) -> tuple[Wanted, ...]:
    works = [item.record.id for item in whole.works]
    return wanted(whole.project.edition, formats.every(), works, Choices())


def by_name(outcomes: object) -> dict[str, Outcome]:
    return {one.wanted.name: one for one in outcomes}  # type: ignore[attr-defined]


@pytest.mark.parametrize("at_once", [1, 2])
def test_all_are_made_but_those_that_cannot_be(
    whole: Whole, files: tuple[Wanted, ...], tmp_path: Path, at_once: int
) -> None:
    made = Made(tmp_path / "made" / "here")
    found = by_name(make(whole, files, made, EDITION, at_once))
    assert set(found) == {one.name for one in files}
    failed = {name for name, one in found.items() if one.error}
    assert failed == {"torn-1903.slip"}
    assert str(found["torn-1903.slip"].error) == "torn-1903: the slip tore\n  Glue it."
    assert sorted(path.name for path in made.folder.iterdir()) == sorted({*found, ".made.json"} - failed)
    assert made.path("miller-1901.slip").read_text(encoding="utf-8") == "The Lamp Tax on a5\n"
    assert all((one.seconds is None) == bool(one.error) for one in found.values())
    again = Made(made.folder)
    assert [one.name for one in stale(files, again, EDITION)] == ["torn-1903.slip"]
    assert len(stale(files, again, "another digest")) == len(files)


def test_side_by_side_gives_the_same_bytes_from_several_processes(
    whole: Whole, files: tuple[Wanted, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pids").mkdir()
    monkeypatch.setenv("SLIP_TEST_PROCESSES", str(tmp_path / "pids"))
    for at_once in (1, 2):
        by_name(make(whole, files, Made(tmp_path / str(at_once)), EDITION, at_once))
        processes = {path.read_text(encoding="utf-8") for path in (tmp_path / "pids").iterdir()}
        assert (str(os.getpid()) in processes) == (at_once == 1)
    for one in files:
        if not one.work.startswith("torn"):
            assert (tmp_path / "1" / one.name).read_bytes() == (tmp_path / "2" / one.name).read_bytes()


def test_a_file_stands_as_it_was_until_the_new_one_is_whole(whole: Whole, tmp_path: Path) -> None:
    def half(_whole: Whole, path: Path, _choices: Choices) -> None:
        assert path.suffix == ".half"
        path.write_text("half", encoding="utf-8")
        raise EditionError("the pen broke")

    (tmp_path / "all.half").write_text("whole", encoding="utf-8")
    one = Wanted("all.half", Form("half", ".half", "Half", "A half.", None, half), Choices())
    [outcome] = make(whole, [one], Made(tmp_path), EDITION)
    assert str(outcome.error) == "the pen broke"
    assert [path.read_text(encoding="utf-8") for path in tmp_path.glob("*half*")] == ["whole"]
    assert list(tmp_path.glob(".new-*")) == []


def test_a_disk_that_is_full_is_told_of_and_another_file_missing_is_a_defect(whole: Whole, tmp_path: Path) -> None:
    def full(_whole: Whole, path: Path, _choices: Choices) -> None:
        raise OSError(28, "No space left on device", str(path))

    def lost(_whole: Whole, _path: Path, _choices: Choices) -> None:
        raise FileNotFoundError(2, "No such file", "template.typ")

    def only(write: object) -> Wanted:
        return Wanted("all.x", Form("x", ".x", "X", "X.", None, write), Choices())  # type: ignore[arg-type]

    [outcome] = make(whole, [only(full)], Made(tmp_path), EDITION)
    assert "all.x: cannot be written: No space left on device" in str(outcome.error)
    assert "--output" in str(outcome.error)
    with pytest.raises(FileNotFoundError):
        list(make(whole, [only(lost)], Made(tmp_path), EDITION))


def test_a_folder_that_cannot_be_is_told_of(whole: Whole, files: tuple[Wanted, ...], tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file", encoding="utf-8")
    with pytest.raises(EditionError, match="cannot be written"):
        list(make(whole, files, Made(tmp_path / "build"), EDITION))


def test_a_process_that_the_system_ends_is_told_of(whole: Whole, tmp_path: Path) -> None:
    def ended(_whole: Whole, _path: Path, _choices: Choices) -> None:
        os._exit(9)

    form = Form("x", ".x", "X", "X.", None, ended)
    files = [Wanted(name, form, Choices()) for name in ("a.x", "b.x")]
    outcomes = list(make(whole, files, Made(tmp_path), EDITION, 2))
    assert len(outcomes) == 2
    assert all("memory" in str(one.error) for one in outcomes)


def test_elsewhere_than_on_linux_they_are_made_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    assert making.cores() >= 1
    monkeypatch.setattr("sys.platform", "darwin")
    assert making.cores() == 1
