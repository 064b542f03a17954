"""Checks of references and chronologies: what leads nowhere is told, with what was meant."""

from __future__ import annotations

import pytest

from build_edition.checks import check_whole
from build_edition.checks.finding import CODES, Finding
from build_edition.edition.project import Project
from build_edition.errors import RecordError
from build_edition.pipeline import prepare
from build_edition.whole import link, prepare_edition
from tests.edition_folder import EditionFolder

BOOK = """CHAPTER ONE
The Lamp

The lamp was lit in the year of the great frost, and the miller paid for it twice (see Table 4).

CHAPTER TWO
The Wick

Of the wick more is said above, and nothing of the oil.

Table 3. Barrels of oil

Year\tBarrels
1901\t40
1902\t41

CHRONOLOGY

1901 The tax on lamps

1902 The great frost

1903 The thaw
"""


def findings(edition: EditionFolder) -> list[Finding]:
    project = Project.load(edition.root)
    whole = link(project, [prepare(project, record) for record in project.works])
    found = [one for one in check_whole(whole) if one.code.startswith(("crossref", "chronology"))]
    assert {one.code for one in found} <= set(CODES)
    return found


@pytest.fixture
def book(edition: EditionFolder) -> EditionFolder:
    edition.add_work("book-1903", BOOK, order=2, layout="book")
    return edition


def test_a_reference_to_a_table_that_is_not_there_is_noted(book: EditionFolder) -> None:
    (found,) = findings(book)
    assert (found.code, found.severity, found.place) == (
        "crossref-nowhere", "note", "book-1903, line 4 of the source",
    )  # fmt: skip
    assert "Table 4" in found.what


def test_a_record_silences_the_note(book: EditionFolder) -> None:
    book.write("edition/crossrefs.yml", "- {work: book-1903, line: 4, read: Table 4, to: none}\n")
    assert findings(book) == []


def test_a_record_that_does_not_match_is_an_error_here_and_stops_a_build(book: EditionFolder) -> None:
    book.write("edition/crossrefs.yml", "- {work: book-1903, line: 9, read: below, to: book-1903/1.1}\n")
    found = next(one for one in findings(book) if one.code == "crossref")
    assert found.severity == "error"
    assert found.place == "edition/crossrefs.yml, record 1 (book-1903, source line 9)"
    assert "expected 'below'" in found.what
    project = Project.load(book.root)
    with pytest.raises(RecordError, match="expected 'below'"):
        prepare_edition(project, project.works)


EVENT = "- {id: thaw, name: Thaw, identification: It thawed., date: '1903', chronology: [%s]}\n"


def test_an_event_may_name_an_entry_of_a_chronology(book: EditionFolder) -> None:
    book.write("edition/crossrefs.yml", "- {work: book-1903, line: 4, read: Table 4, to: none}\n")
    (book.root / "edition/registers").mkdir(exist_ok=True)
    book.write("edition/registers/events.yml", EVENT % "book-1903/chronology.3")
    assert findings(book) == []
    project = Project.load(book.root)
    whole = prepare_edition(project, project.works)
    assert [(one.date, one.event, one.text) for one in whole.timeline] == [
        ("1901", "", "The tax on lamps"), ("1902", "", "The great frost"), ("1903", "thaw", "Thaw"),
    ]  # fmt: skip


def test_an_event_that_names_none_is_an_error(book: EditionFolder) -> None:
    (book.root / "edition/registers").mkdir(exist_ok=True)
    book.write("edition/registers/events.yml", EVENT % "book-1903/chronology.33")
    found = next(one for one in findings(book) if one.code == "chronology-nowhere")
    assert (found.severity, found.remedy) == ("error", "Did you mean book-1903/chronology.3?")
