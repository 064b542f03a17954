"""What holds for every format of text and data: the same bytes, its name, and sources that are not here."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest

from build_edition import specimen
from build_edition.downloads import formats
from build_edition.downloads.form import Form
from build_edition.edition.project import Project
from build_edition.errors import InputError
from build_edition.publish.wording import rights_label
from build_edition.whole import Whole, prepare_edition
from tests.downloads.examples import code_of
from tests.downloads.taken import of_edition, of_work
from tests.edition_folder import EditionFolder
from tests.site_folder import prepared

NAMES = ("text", "markdown", "jsonl", "csv", "sqlite")


@pytest.fixture(params=NAMES)
def form(request: pytest.FixtureRequest) -> Form:
    found = import_module(formats.MODULES[request.param]).FORMAT
    assert isinstance(found, Form)
    assert found.name == request.param
    return found


def said_in(form: Form, path: Path) -> str:
    """Everything that a file holds as text."""
    if form.name != "sqlite":
        return path.read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as database:
        return "\n".join(database.iterdump())


def files_of(form: Form, whole: Whole, folder: Path) -> list[Path]:
    folder.mkdir()
    works = [of_work(form, whole, item, folder) for item in whole.works if form.of_work and item.work]
    return [*works, of_edition(form, whole, folder)]


def test_the_same_edition_gives_the_same_bytes(form: Form, whole: Whole, tmp_path: Path) -> None:
    once, again = (
        files_of(form, one, tmp_path / name) for one, name in ((whole, "a"), (prepared(specimen.ROOT), "b"))
    )
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in again]
    assert len({path.read_bytes() for path in once}) == len(once)


def test_it_says_what_it_is_with_the_rights_that_the_site_shows(
    form: Form, five_whole: Whole, tmp_path: Path
) -> None:
    said = said_in(form, of_edition(form, five_whole, tmp_path))
    for item in five_whole.works:
        assert rights_label(item.record.rights) in said
        assert item.record.source.sha256 in said
    assert five_whole.project.edition.version in said
    assert str(five_whole.project.root) not in said


def test_it_tells_of_itself_and_shows_what_to_do(form: Form) -> None:
    assert form.title
    assert form.holds.endswith(".")
    assert code_of(form)[1].strip()


def test_a_text_that_is_not_here_is_told_of(form: Form, edition: EditionFolder, tmp_path: Path) -> None:
    edition.add_work("miller-1902", order=2)
    (edition.root / "sources/miller-1901.txt").unlink()
    whole = prepared(edition.root)
    if form.of_work:
        with pytest.raises(InputError, match=r"the source of miller-1901"):
            of_work(form, whole, whole.works[0], tmp_path)
    said = said_in(form, of_edition(form, whole, tmp_path))
    assert "Signed at miller-1902" in said or form.name == "csv"
    assert "miller-1901" in said


def test_another_source_is_told_of_and_no_record_applied(
    form: Form, edition: EditionFolder, tmp_path: Path
) -> None:
    edition.write(
        "edition/emendations/miller-1901.yml", "- {line: 3, read: fel, as: fell, cause: character, by: A}\n"
    )
    edition.write("sources/miller-1901.txt", "Another text of the lamp.\n\nIt is short.\n")
    project = Project.load(edition.root)
    whole = prepare_edition(project, project.works, allow_other=True)
    said = said_in(form, of_edition(form, whole, tmp_path))
    assert "Another text of the lamp." in said or form.name == "csv"
    assert "fell" not in said
    assert whole.works[0].source is not None
    assert whole.works[0].source.sha256 in said
    assert project.works[0].source.sha256 not in said
    if form.name != "sqlite":
        assert "another file than the one that the edition describes" in said
