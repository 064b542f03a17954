"""Who did what: counted from the records, under the name by which credit is given."""

from __future__ import annotations

from datetime import date

import pytest

from build_edition.edition.contributors import Contributor, Contributors
from build_edition.edition.credit import Credits, credits_of, told
from build_edition.edition.project import Project
from build_edition.errors import RecordError
from tests.edition_folder import EditionFolder

PEOPLE = "edition/contributors.yml"


def credits(folder: EditionFolder) -> Credits:
    return credits_of(Project.load(folder.root))


@pytest.fixture
def busy(edition: EditionFolder) -> EditionFolder:
    """An edition at which several people worked, one of them under two names."""
    edition.write(
        "edition/emendations/miller-1901.yml",
        "- {line: 3, read: fel, as: fell, cause: character, by: ben-w, on: 2026-03-09}\n"
        "- {line: 3, read: tax, perhaps: task, cause: word, by: both readings}\n"
        "- {line: 6, read: twice, cause: slip, by: Ben Wick, on: 2026-03-02}\n",
    )
    (edition.root / "edition/status").mkdir()
    edition.write(
        "edition/status/miller-1901.yml",
        "- {whole: true, state: proofread, by: Ann Zander, on: 2026-03-20, text: '0123456789ab'}\n"
        "- {whole: true, state: not proofread, by: Ann Zander, on: 2026-03-21}\n",
    )
    record = edition.root / "edition/works/miller-1901.yml"
    structure = (
        'structure:\n  - {set: pb, n: "8", from: {line: 6, read: The miller}}\n'
        '  - {set: pb, n: "7", from: {line: 3, read: Nobody}, by: Cleo}\n'
    )
    record.write_text(record.read_text(encoding="utf-8") + structure, encoding="utf-8")
    edition.write(
        PEOPLE,
        "- {name: Ben Wick, also: [ben-w], orcid: 0000-0002-1825-0097}\n"
        "- {name: Two readings, kind: process, also: [both readings]}\n"
        "- {name: Dora, role: scans}\n",
    )
    return edition


def test_all_records_are_counted_under_one_name_each(busy: EditionFolder) -> None:
    found = credits(busy)
    assert {one.who.name: [told(deeds) for deeds in one.deeds.values()] for one in found.named} == {
        "A. Reader": [],
        "Ann Zander": ["1 part proofread"],
        "Ben Wick": ["1 emendation, 1 slip of an author’s marked"],
        "Cleo": ["1 decision about structure"],
        "Dora": [],
        "Two readings": ["1 doubt marked"],
    }
    assert found.unsigned == 1


def test_names_stand_in_the_order_of_the_alphabet_not_of_numbers(busy: EditionFolder) -> None:
    names = [one.who.name for one in credits(busy).named]
    assert names == ["Cleo", "Dora", "A. Reader", "Two readings", "Ben Wick", "Ann Zander"]


def test_the_days_are_those_of_the_records(busy: EditionFolder) -> None:
    days = {one.who.name: (one.first, one.last) for one in credits(busy).named}
    assert days["Ben Wick"] == (date(2026, 3, 2), date(2026, 3, 9))
    assert days["Two readings"] == (None, None)


def test_the_editors_are_named_without_any_record(edition: EditionFolder) -> None:
    assert [(one.who.name, one.edits) for one in credits(edition).named] == [("A. Reader", True)]


def test_several_deeds_are_told_in_words() -> None:
    assert told({"stet": 1, "emendation": 1200, "validation": 2}) == (
        "1,200 emendations, 1 doubt dismissed, 2 parts validated"
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("- {name: Ann, also: [a]}\n- {name: Ben, also: ['@A']}\n", "which record 1 has too"),
        ("- {name: Ann, orcid: 0000-0002-1825-0098}\n", "is an ORCID with a mistake"),
        ("- {name: Ann, orcid: 1825-0097}\n", "is no ORCID"),
        ("- {name: Ann, link: 'javascript:alert(1)'}\n", "must be a web address"),
        ("- {name: Ann, kind: robot}\n", "`kind` cannot be 'robot'"),
    ],
)
def test_a_fault_in_the_list_is_told(edition: EditionFolder, written: str, said: str) -> None:
    edition.write(PEOPLE, written)
    with pytest.raises(RecordError, match=said) as caught:
        Project.load(edition.root)
    assert PEOPLE in str(caught.value)


def test_an_orcid_may_be_an_address_and_end_with_x() -> None:
    assert Contributor(name="Ann", orcid="https://orcid.org/0000-0002-9079-593X").orcid == "0000-0002-9079-593X"


def test_names_are_compared_as_people_read_them() -> None:
    people = Contributors([Contributor(name="Ben Wick", also=("ben-w",))])
    assert people.are_one("@Ben-W", "ben  wick")
    assert not people.are_one("Ben", "Ben Wick")
    assert people.are_one("Cleo", "cleo ")
    assert people.knows("BEN-W")
    assert not people.knows("Cleo")
