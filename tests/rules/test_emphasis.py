"""Emphasis and mark-up inside lines."""

import pytest

from build_edition.rules import emphasis
from tests.rules.desk import readings, transcribed


@pytest.mark.parametrize(
    ("source", "reading", "italics"),
    [
        ("the *samovar* of Tula", "the samovar of Tula", ["samovar"]),
        ("his _Life of Bees_, and", "his Life of Bees, and", ["Life of Bees"]),
        ("two *samovars*’ worth", "two samovars’ worth", ["samovars"]),
        ("an <i>old</i> <em>pot</em>", "an old pot", ["old", "pot"]),
        ("the **heavy** ~~kettle~~, *whole*", "the heavy kettle, whole", ["whole"]),
        ("a ***very*** old <b>pot</b><br>broke", "a very old pot broke", ["very"]),
        ("bread &amp; butter &mdash; &#8220;hm&#8221;", "bread & butter — “hm”", []),
        ("broke.¹ Then¹² it rained", "broke.1 Then12 it rained", []),
    ],
)
def test_mark_up_is_resolved(source, reading, italics):
    transcript = transcribed(source, emphasis)
    assert transcript.reading.text == reading
    assert readings(transcript, "hi") == italics


@pytest.mark.parametrize(
    "source",
    [
        "20* of 30* sold",
        "* a note of 4 * 5",
        "snake_case_name",
        "a plot of 5 m²",
        "10³ sheep",
        "if a < b > c",
        "R&D; x",
        "3¹⁄₂",
    ],
)
def test_what_only_looks_like_mark_up_stays(source):
    transcript = transcribed(source, emphasis)
    assert transcript.reading.text == source
    assert readings(transcript, "hi") == []


def test_a_bold_phrase_in_running_text_is_lightened_with_low_certainty():
    certs = {i.cert for i in transcribed("it was **not so** then", emphasis).interventions}
    assert certs == {"low"}
    assert {i.cert for i in transcribed("in **1911** it was", emphasis).interventions} == {"high"}


def test_italics_of_a_table_are_its_dress():
    assert readings(transcribed("<i>Year</i>\t<i>Sheep</i>", emphasis), "hi") == []


def test_emphasis_over_a_line_end_is_marked_line_by_line():
    source = "an *old* pot and a *very\nold* one of _Life of\nthe Bees_, ~~not\nso~~ **as it\nwas**"
    transcript = transcribed(source, emphasis)
    assert transcript.reading.text == "an old pot and a very\nold one of Life of\nthe Bees, not\nso as it\nwas"
    assert readings(transcript, "hi") == ["old", "very", "old", "Life of", "the Bees"]
    book = transcribed("the _Life of\n  the Bees_, and", emphasis, layout="book")
    assert readings(book, "hi") == ["Life of", "the Bees"]


@pytest.mark.parametrize("source", ["a *very\n\nold* one", "a *note\nof* his", "a_b\nc_d", "weir*\nSee the bill*"])
def test_what_stands_about_a_line_end_otherwise_stays(source):
    assert transcribed(source, emphasis).reading.text == source


def test_the_italics_of_a_cell_are_its_dress():
    assert readings(transcribed("| *Year* | Sheep |", emphasis), "hi") == []


def test_a_variable_has_a_power():
    assert transcribed("if x² and y³ are", emphasis).reading.text == "if x² and y³ are"


def test_signs_of_heavy_and_spaced_type_go_where_the_text_has_several():
    text = "the =weir= and the =old ford=, the =toll=; a +wide+ +and slow+ +river+, 3 + 4 = 7"
    assert transcribed(text, emphasis, layout="book").reading.text == (
        "the weir and the old ford, the toll; a wide and slow river, 3 + 4 = 7"
    )
    assert transcribed("the =weir= and a+b+c", emphasis, layout="book").interventions == ()
