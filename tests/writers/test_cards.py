"""Cards: what a link leads to, in a few fields, from a tiny edition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_edition.edition.project import Project
from build_edition.whole import Whole, prepare_edition
from build_edition.writers.cards import OPENING, CardWriter
from tests.edition_folder import EditionFolder

TERMS = """- id: miller
  headword: miller
  cyrillic: мельник
  expansion: one who mills
  dates: until 1908
  forms: [miller]
  definition: He grinds.
- {id: wick, headword: wick, forms: [wick], definition: It burns.}
"""
PLACES = """- id: valley
  name: Valley, the
  display: the valley
  forms: [valley]
  identification: It is low
  wikidata: Q39816
"""
EVENTS = """- {id: dark-week, name: Dark week, forms: [dark], identification: Dim, date: 1901-05-03/1901-05-09}
- {id: fair, name: Fair, forms: [fair], identification: A fair, date: "1901"}
"""


@pytest.fixture
def whole(edition: EditionFolder) -> Whole:
    (edition.root / "edition/registers").mkdir()
    edition.write("edition/glossary.yml", TERMS)
    edition.write("edition/registers/places.yml", PLACES)
    edition.write("edition/registers/events.yml", EVENTS)
    edition.add_work("abbot-1902", order=2)
    edition.add_work("carter-1903", "On Roads\n\n" + "The road is long. " * 30 + "\n", order=3)
    project = Project.load(edition.root)
    return prepare_edition(project, [record for record in project.works if record.id != "abbot-1902"])


def test_a_term_says_what_it_is_and_how_often_it_is_named(whole: Whole) -> None:
    assert CardWriter(whole, {}).card("term", "miller") == {
        "kind": "term",
        "target": "miller",
        "label": "miller",
        "cyrillic": "мельник",
        "expansion": "one who mills",
        "dates": "until 1908",
        "text": "He grinds.",
        "count": 1,
        "works": {"miller-1901": 1},
    }


def test_a_count_is_told_where_it_is_none(whole: Whole) -> None:
    card = CardWriter(whole, {}).card("term", "wick")
    assert card is not None
    assert card["count"] == 0
    assert "works" not in card


def test_an_entry_of_a_register_has_its_authorities(whole: Whole) -> None:
    card = CardWriter(whole, {}).card("place", "valley")
    assert card is not None
    assert (card["label"], card["text"]) == ("the valley", "It is low")
    assert card["authorities"] == (("Wikidata Q39816", "https://www.wikidata.org/wiki/Q39816"),)


def test_a_citation_is_in_the_words_of_the_style(whole: Whole) -> None:
    words = (("", "Miller, Ann. "), ("em", "The Valley"))
    card = CardWriter(whole, {"miller-1901": words}).card("bib", "miller-1901")
    assert card == {
        "kind": "bib",
        "target": "miller-1901",
        "text": [["", "Miller, Ann. "], ["em", "The Valley"]],
        "count": 0,
        "work": "miller-1901",
    }
    assert CardWriter(whole, {}).card("bib", "miller-1901") is None


def test_a_day_has_the_card_of_its_year(whole: Whole) -> None:
    card = CardWriter(whole, {}).card("date", "1901-05-04")
    assert card is not None
    assert (card["target"], card["label"]) == ("1901", "1901")
    assert [(one["text"], one["edtf"]) for one in card["entries"]] == [
        ("Fair", "1901"),
        ("Dark week", "1901-05-03/1901-05-09"),
    ]
    assert CardWriter(whole, {}).card("date", "1777-01-01") is None


def test_a_passage_says_its_work_and_first_words(whole: Whole) -> None:
    writer = CardWriter(whole, {})
    card = writer.card("passage", "miller-1901/3")
    assert card is not None
    assert (card["author"], card["title"], card["place"]) == ("Ann Miller", "The Lamp Tax", "3")
    assert card["text"] == "The miller paid twice. He said he had two eyes."
    assert "cut" not in card
    (road,) = [passage for passage in whole.passages["carter-1903"] if len(passage.text) > OPENING]
    long = writer.card("passage", f"carter-1903/{road.id}")
    assert long is not None
    assert long["cut"]
    assert 0 < len(long["text"]) <= OPENING
    assert road.text.startswith(long["text"])


def test_a_work_and_a_passage_of_a_work_that_is_not_here(whole: Whole) -> None:
    writer = CardWriter(whole, {})
    assert writer.card("passage", "carter-1903") == {
        "kind": "passage",
        "target": "carter-1903",
        "work": "carter-1903",
        "author": "Ann Miller",
        "title": "The Lamp Tax",
        "contained": True,
        "year": "1901",
    }
    gone = writer.card("passage", "abbot-1902/3")
    assert gone is not None
    assert gone["absent"]
    assert "text" not in gone


@pytest.mark.parametrize(("kind", "target"), [("term", "nothing"), ("passage", "nobody-1900/1"), ("person", "x")])
def test_what_the_edition_does_not_know_has_no_card(whole: Whole, kind: str, target: str) -> None:
    assert CardWriter(whole, {}).card(kind, target) is None


def test_an_older_id_has_the_card_of_the_passage(whole: Whole) -> None:
    item = whole.works[0]
    assert item.work is not None
    aliased = replace(item, work=replace(item.work, aliases={"3": ("2b",)}))
    writer = CardWriter(replace(whole, works=(aliased, *whole.works[1:])), {})
    older, now = writer.card("passage", "miller-1901/2b"), writer.card("passage", "miller-1901/3")
    assert older is not None
    assert now is not None
    assert {**older, "target": ""} == {**now, "target": ""}
