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
