"""Keys and divisions: how the pieces of a work are named."""

import pytest

from build_edition.apparatus import enrich
from build_edition.apparatus.divisions import divisions, slug_of
from build_edition.apparatus.numerals import number_in
from tests.made import chapter, p, work


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("CHAPTER TWO", 2), ("Chapter 12", 12), ("IV.", 4), ("PART THE THIRD", 3), ("Part three", 3),
        ("CHAPTER TWENTY-ONE", 21), ("Twenty first", None), ("XLIX", 49), ("xc", 90), ("THE FIRST LECTURE", 1),
        ("Mill", None), ("MIX", None), ("1917", None), ("", None), ("CHAPTER", None), ("²", None), ("٣", None),
    ],
)  # fmt: skip
def test_the_number_of_a_label(label: str, number: int | None) -> None:
    assert number_in(label) == number


def test_chapters_are_named_by_number_and_the_rest_by_title() -> None:
    made = work(
        p("A title page."),
        ("head", "Preface", {"level": 2}), p("Thanks."),
        ("head", "PART ONE Water", {"level": 1, "label": "PART ONE"}),
        *chapter("ONE", "The spring", p("It rises."), ("head", "Its depth", {"level": 3}), p("Nobody knows.")),
        *chapter("TWO", "The mill", p("It grinds."), ("head", "Its depth", {"level": 3}), p("Four feet.")),
        ("head", "Index of names", {"level": 2}), p("None."),
    )  # fmt: skip
    found = divisions(enrich(made))
    assert [d.key for d in found] == ["front", "preface", "part-1", "1", "2", "index-of-names"]
    assert [d.part for d in found] == ["", "", "part-1", "part-1", "part-1", ""]
    assert [d.title for d in found][2:4] == ["Water", "The spring"]
    assert [s.key for s in found[3].walk()] == ["1", "1.its-depth"]
    assert [s.key for s in found[4].walk()] == ["2", "2.its-depth"]


def test_chapters_counted_anew_in_each_part_keep_apart() -> None:
    made = work(
        ("head", "PART ONE Water", {"level": 1, "label": "PART ONE"}), *chapter("ONE", "Spring", p("a")),
        ("head", "PART TWO Fire", {"level": 1, "label": "PART TWO"}), *chapter("ONE", "Spark", p("b")),
    )  # fmt: skip
    assert [d.key for d in divisions(enrich(made))] == ["part-1", "1", "part-2", "part-2-1"]


def test_an_essay_is_one_division_under_its_title() -> None:
    made = work(
        ("byline", "A. Miller", {}), ("head", "The Lamp Tax", {"level": 1}), p("One."),
        ("head", "Two", {"level": 2}), p("Two."), ("head", "Two", {"level": 2}), p("Three."),
    )  # fmt: skip
    (only,) = divisions(enrich(made))
    assert (only.key, only.title) == ("", "The Lamp Tax")
    assert [s.key for s in only.walk()] == ["", "the-lamp-tax", "two", "two-2"]


def test_equal_first_headings_are_no_title() -> None:
    (only,) = divisions(enrich(work(("head", "I", {"level": 3}), p("a"), ("head", "II", {"level": 3}), p("b"))))
    assert only.heading is None


def test_a_work_without_words_is_one_empty_division() -> None:
    (only,) = divisions(enrich(work()))
    assert (only.key, only.title, only.start, only.end) == ("", "", 0, 0)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("1917: A Year", "s-1917-a-year"),
        ("Café’s Été", "cafes-ete"),
        ("!!!", "section"),
        ("Труд", "труд"),
        ("", "section"),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert slug_of(title) == slug
