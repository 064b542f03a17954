"""TEI as files: where they are told to stand, the same bytes each time, and an example that does what it says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from build_edition.downloads.form import Choices
from build_edition.downloads.tei import FORMAT
from build_edition.errors import InputError
from build_edition.whole import Whole
from tests.downloads.examples import file_named, said_by
from tests.downloads.taken import of_edition, of_work

TEI = "{http://www.tei-c.org/ns/1.0}"


def test_the_files_of_a_work_and_of_all_works(whole: Whole, tmp_path: Path) -> None:
    for item in whole.works:
        root = ElementTree.parse(of_work(FORMAT, whole, item, tmp_path)).getroot()
        assert root.tag == f"{TEI}TEI"
        assert root.findtext(f".//{TEI}publicationStmt/{TEI}idno[@type='work']") == item.record.id
    root = ElementTree.parse(of_edition(FORMAT, whole, tmp_path)).getroot()
    assert [one.get("n") for one in root.findall(f"{TEI}TEI")] == [item.record.id for item in whole.works]


def test_the_same_edition_gives_the_same_bytes(whole: Whole, tmp_path: Path) -> None:
    made = [of_edition(FORMAT, whole, tmp_path).read_bytes() for _ in range(2)]
    assert made[0] == made[1]
    assert [path.name for path in tmp_path.iterdir()] == ["edition.xml"]


def test_a_work_without_its_source_is_refused(whole: Whole, tmp_path: Path) -> None:
    assert FORMAT.of_work is not None
    with pytest.raises(InputError):
        FORMAT.of_work(whole, replace(whole.works[0], work=None), tmp_path / "work.xml", Choices())
    assert not list(tmp_path.iterdir())


def test_the_example_lists_what_was_corrected(whole: Whole, tmp_path: Path) -> None:
    item = next(item for item in whole.works if item.record.id == "under-the-line-1989")
    of_work(FORMAT, whole, item, tmp_path).rename(tmp_path / file_named(FORMAT))
    said = said_by(FORMAT, tmp_path).splitlines()
    assert "Ihave → I have" in said
    assert item.transcript is not None
    assert len(said) == sum(one.rule.startswith("emendation:") for one in item.transcript.interventions)
