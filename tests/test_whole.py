"""The whole edition: all works together, linked."""

from __future__ import annotations

import pytest

from build_edition import specimen
from build_edition.edition.project import Project
from build_edition.errors import RecordError
from build_edition.tree import flatten
from build_edition.whole import Whole, prepare_edition
from build_edition.work import Link, plain
from tests.edition_folder import EditionFolder

TERMS = """- id: lamp
  headword: lamp
  forms: [lamp, lamps]
  definition: It burns oil.
"""


def links(whole: Whole) -> list[tuple[str, str, str]]:
    return [
        (f"{work}/{passage.id}", inline.target, plain(inline.inlines))
        for work, passages in whole.passages.items()
        for passage in passages
        for run in passage.runs
        for inline in flatten(run)
        if isinstance(inline, Link)
    ]


def test_works_are_read_and_linked_together(edition: EditionFolder) -> None:
    edition.add_work("abbot-1902", order=2)
    edition.write("edition/glossary.yml", TERMS)
    told: list[str] = []
    project = Project.load(edition.root)
    whole = prepare_edition(project, project.works, report=told.append)
    assert told == ["miller-1901", "abbot-1902"]
    assert links(whole) == [("miller-1901/1", "lamp", "Lamp"), ("abbot-1902/1", "lamp", "Lamp")]
    assert [(one.place.ref, one.form) for one in whole.occurrences["lamp"]] == [
        ("miller-1901/1", "Lamp"), ("miller-1901/2", "lamps"), ("abbot-1902/1", "Lamp"), ("abbot-1902/2", "lamps")
    ]  # fmt: skip
    assert whole.is_complete
    assert not prepare_edition(project, project.works[:1]).is_complete


def test_an_absent_work_has_no_passages(edition: EditionFolder) -> None:
    edition.write("edition/glossary.yml", TERMS)
    (edition.root / "sources/miller-1901.txt").unlink()
    project = Project.load(edition.root)
    whole = prepare_edition(project, project.works)
    assert dict(whole.passages) == {}
    assert whole.occurrences == {"lamp": ()}
    assert not whole.is_complete


def test_an_edition_without_entries_is_whole(edition: EditionFolder) -> None:
    project = Project.load(edition.root)
    whole = prepare_edition(project, project.works)
    assert (dict(whole.entries), dict(whole.occurrences), links(whole)) == ({}, {}, [])


def test_all_that_is_wrong_is_told_at_once(edition: EditionFolder) -> None:
    edition.add_work("abbot-1902", order=2)
    for name in ("miller-1901", "abbot-1902"):
        edition.write(f"sources/{name}.txt", "Another text.\n")
    project = Project.load(edition.root)
    with pytest.raises(RecordError) as caught:
        prepare_edition(project, project.works)
    assert "2 things are wrong" in str(caught.value)


def test_a_broken_glossary_stops_the_project(edition: EditionFolder) -> None:
    edition.write("edition/glossary.yml", TERMS.replace("forms", "from"))
    with pytest.raises(RecordError) as caught:
        Project.load(edition.root)
    assert "edition/glossary.yml, line" in str(caught.value)


def test_the_specimen_shows_every_kind() -> None:
    project = Project.load(specimen.ROOT)
    whole = prepare_edition(project, project.works)
    assert {target for _, target, _ in links(whole)} >= set(whole.entries)
    assert {entry.kind for entry in whole.entries.values()} == {"term", "person", "place", "org", "event", "title"}
    assert whole.mentions.undecided == ()
    assert whole.mentions.applied == frozenset(project.decisions)
    assert [one.within for one in whole.occurrences["forty-locks"] if one.within] != []
