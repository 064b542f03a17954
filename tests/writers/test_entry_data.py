"""The glossary, the registers and the chronology as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from build_edition.edition.project import Project
from build_edition.whole import Whole, prepare_edition
from build_edition.writers.chronology import PATH, chronology_files
from build_edition.writers.entries import GLOSSARY, REGISTERS, entry_files
from tests.edition_folder import EditionFolder
from tests.site_folder import build

MILLER = """- id: miller
  headword: miller
  forms: [miller]
  definition: He grinds.
  transliterations: {ala-lc: mel'nik}
"""
PEOPLE = "- {id: abbot, name: 'Abbot, The', identification: Nobody knows him., dates: 1840–1902}\n"


def data(files: Any) -> dict[str, list[dict[str, Any]]]:
    return {path: json.loads(text)["entries"] for path, text in files}


def test_an_entry_has_its_record_and_counts_by_work(edition: EditionFolder) -> None:
    edition.write("edition/glossary.yml", MILLER)
    (edition.root / "edition/registers").mkdir()
    edition.write("edition/registers/people.yml", PEOPLE)
    project = Project.load(edition.root)
    files = data(entry_files(prepare_edition(project, project.works)))
    (miller,), (abbot,) = files[GLOSSARY], files[REGISTERS]
    assert miller == {
        "id": "miller",
        "kind": "term",
        "label": "miller",
        "count": 1,
        "works": {"miller-1901": 1},
        "forms": ["miller"],
        "headword": "miller",
        "definition": "He grinds.",
        "transliterations": {"ala-lc": "mel'nik"},
    }
    assert (abbot["kind"], abbot["count"], abbot["dates"], abbot["works"]) == ("person", 0, "1840–1902", {})


def test_every_entry_and_every_occurrence_of_the_specimen_is_counted(whole: Whole) -> None:
    listed = [entry for entries in data(entry_files(whole)).values() for entry in entries]
    assert [entry["id"] for entry in listed] == list(whole.entries)
    for entry in listed:
        assert entry["count"] == sum(entry["works"].values()) == len(whole.occurrences[entry["id"]])


def test_the_chronology_has_every_entry_of_the_timeline_in_order(whole: Whole) -> None:
    entries = data(chronology_files(whole))[PATH]
    assert [entry.get("edtf", "") for entry in entries] == [one.date for one in whole.timeline]
    refs = {f"{work}/{passage.id}" for work, passages in whole.passages.items() for passage in passages}
    for entry, one in zip(entries, whole.timeline, strict=True):
        assert entry["text"] == one.text
        assert entry.get("event", "") == one.event
        assert [said["passage"] for said in entry.get("chronologies", [])] == [e.passage for e in one.entries]
        assert {said["passage"] for said in entry.get("chronologies", [])} <= refs
        assert entry.get("passages", []) == list(one.passages)
        assert bool(entry.get("date")) == bool(one.date)
    assert any("event" in entry for entry in entries)


def test_what_an_edition_does_not_have_makes_no_file(edition: EditionFolder) -> None:
    project = Project.load(edition.root)
    bare = prepare_edition(project, project.works)
    assert [*entry_files(bare), *chronology_files(bare)] == []


def test_a_site_holds_the_files(edition: EditionFolder, tmp_path: Path) -> None:
    edition.write("edition/glossary.yml", MILLER)
    folder = build(edition.root, tmp_path / "site").result.output
    assert json.loads((folder / GLOSSARY).read_text(encoding="utf-8"))["entries"][0]["label"] == "miller"
    assert not (folder / REGISTERS).exists()
