"""The reference pages made from the code: they are current, explain every field, and give examples that work."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from build_edition.edition import bibliography, ledger, recension
from build_edition.edition.entries.registers import REGISTERS, Person
from build_edition.edition.loading.loader import read_yaml
from build_edition.edition.loading.record import Record
from build_edition.reference.commands import commands_page
from build_edition.reference.database import database_page
from build_edition.reference.fields import table_of
from build_edition.reference.files import FILES, File
from build_edition.reference.findings import findings_page
from build_edition.reference.records import records_page

PAGES = {
    "commands.md": commands_page,
    "database.md": database_page,
    "findings.md": findings_page,
    "records.md": records_page,
}
YAML = [file for file in FILES if file.language == "yaml"]
MODELS = sorted(
    {*(model for file in FILES for model in file.models), *REGISTERS.values()}, key=lambda model: model.__name__
)


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_current(root: Path, name: str) -> None:
    page = root / "docs" / "reference" / name
    assert page.read_text(encoding="utf-8") == PAGES[name](), "run `make reference`"


@pytest.mark.parametrize("file", YAML, ids=lambda file: file.path)
def test_the_examples_of_records_are_valid(tmp_path: Path, file: File) -> None:
    path = tmp_path / "example.yml"
    path.write_text(file.example, encoding="utf-8")
    model = Person if file.extended else file.models[0]
    data = read_yaml(path, "example.yml").data
    records = [data] if file.one else data
    assert isinstance(records, list)
    assert records
    for record in records:
        TypeAdapter(model).validate_python(record)


def test_the_examples_of_other_files_can_be_read(tmp_path: Path) -> None:
    examples = {file.path: file.example for file in FILES}
    published = ledger.parse(examples["edition/passages/ID.txt"].splitlines(), "example.txt")
    assert [entry.id for entry in published.entries] == ["1.1", "1.2"]
    kept = recension.parse(examples["edition/recensions/ID.txt"].split("\n"), "example.txt")
    assert [list(version.listed) for version in kept.versions] == [["1.1"], ["1.1", "1.2"]]
    assert kept.versions[1].listed["1.2"] == recension.Lost("1.1")
    (tmp_path / "edition.bib").write_text(examples["bib/edition.bib"], encoding="utf-8")
    assert list(bibliography.read(tmp_path / "edition.bib", "edition.bib")) == ["level-water-1987"]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_explained(model: type[Record]) -> None:
    rows = [row.strip("| ").split(" | ") for row in table_of(model).splitlines()[2:]]
    for field, meaning, allowed in rows:
        assert meaning.endswith("."), field
        assert allowed, field
    assert {row[0] for row in rows} == {
        f"`{field.alias or name}`" + (", needed" if field.is_required() else "")
        for name, field in model.model_fields.items()
    }


def test_a_table_says_what_may_stand_in_a_field() -> None:
    lines = records_page().splitlines()
    assert (
        "| `level` | Of a heading: 1 part, 2 chapter, 3 section, 4 and 5 below. | a whole number from 1 to 5 |"
        in lines
    )
    assert "| `cert` | Low where it is inferred. | `high`, `low`; `high` if left out |" in lines
    assert (
        sum(line.startswith("| `forms`, needed |") for line in lines) == 1
    )  # of a term; a register may have none
    assert "### Structure record" in lines
    structure = next(line for line in lines if line.startswith("| `structure` |"))
    assert structure.endswith("| a list, each: [structure record](#structure-record) |")
