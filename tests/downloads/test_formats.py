"""The formats, and how they are asked for."""

from pathlib import Path

import pytest

from build_edition.downloads import formats
from build_edition.downloads.form import Choices
from build_edition.downloads.planning import edition_name, offline_name, wanted
from build_edition.edition.project import Project
from build_edition.errors import UsageError
from tests.edition_folder import EditionFolder


def test_every_module_of_the_folder_that_has_a_format_is_listed_and_no_other() -> None:
    folder = Path(formats.__file__).parent
    having = {path.stem for path in folder.glob("*.py") if "\nFORMAT = Form(" in path.read_text(encoding="utf-8")}
    listed = {module.rpartition(".")[2] for module in formats.MODULES.values()}
    assert having - {formats.OFFLINE} == listed


def test_every_format_says_what_it_is_and_shows_what_to_do_with_it() -> None:
    for name, form in zip(formats.MODULES, formats.every(), strict=True):
        assert form.name == name
        assert form.suffix.startswith(".")
        assert form.title
        assert form.holds.endswith(".")
        assert form.of_work or form.of_edition
        assert "```" in form.example or "`" in form.example, name


def test_no_two_files_have_one_name(edition: EditionFolder) -> None:
    project = Project.load(edition.root)
    for choices in (Choices(), Choices("a4")):
        names = [one.name for one in wanted(project.edition, formats.every(), ["miller-1901"], choices)]
        assert len(names) == len(set(names))


def test_the_help_names_every_format() -> None:
    from build_edition.cli import exports

    said = str(exports.export.__annotations__["form"])
    assert [name for name in formats.known() if f"`{name}`" not in said] == []


@pytest.mark.usefixtures("slips")
def test_formats_are_asked_for_by_name_in_any_order_and_once() -> None:
    assert formats.named(["crate,slip", "Slip"]) == ("slip", "crate")
    assert formats.named(["all"]) == ("slip", "crate", "offline")
    assert formats.named(["offline", "crate"]) == ("crate", "offline")
    assert [form.name for form in formats.forms(("crate", "offline"))] == ["crate"]


@pytest.mark.usefixtures("slips")
@pytest.mark.parametrize(
    ("asked", "said"), [("slips", "Did you mean slip?"), ("papyrus", "slip, crate, offline, all")]
)
def test_a_format_that_there_is_not_is_refused(asked: str, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        formats.named([asked])
    assert asked in str(refused.value)
    assert said in str(refused.value)


@pytest.mark.usefixtures("slips")
def test_files_are_called_after_their_work_or_the_edition_and_its_version(edition: EditionFolder) -> None:
    record = Project.load(edition.root).edition
    files = wanted(record, formats.every(), ["abbot-1902", "miller-1901"], Choices())
    assert [(one.name, one.work) for one in files] == [
        ("papers-from-the-valley-0.1.slip", ""),
        ("abbot-1902.slip", "abbot-1902"),
        ("miller-1901.slip", "miller-1901"),
        ("papers-from-the-valley-0.1.crate.gz", ""),
    ]
    named = wanted(record, formats.every(), ["abbot-1902"], Choices("a4"), whole=False)
    assert [one.name for one in named] == ["abbot-1902-a4.slip"]
    assert wanted(record, formats.every(), [], Choices()) == ()
    assert offline_name(record) == f"{edition_name(record)}-offline" == "papers-from-the-valley-0.1-offline"
    assert edition_name(record.model_copy(update={"title": "«A/B: C»", "version": "2/3"})) == "a-b-c-2-3"
