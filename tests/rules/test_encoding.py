"""Encoding: what no printer set is deleted or restored."""

import pytest

from build_edition.rules import encoding, lost_characters
from tests.rules.desk import readings, transcribed, values


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("\ufeffThe ferry", "The ferry"),
        ("the\x02 ferry\x03\tsails", "the ferry\tsails"),
        ("co\u200boper", "cooper"),
        ("ferry\u00adman", "ferryman"),
        ("ferry\u00ad\nman", "ferry\u00ad\nman"),
        ("the dogâ€™s â€œbowlâ€\u009d", "the dog’s “bowl”"),
        ("cafÃ© and Â£3", "café and £3"),
        ("the \x93bowl\x94", "the “bowl”"),
    ],
)
def test_accidents_of_encoding_go(source, reading):
    assert transcribed(source, encoding).reading.text == reading


@pytest.mark.parametrize(
    "source",
    [
        "page one\fpage two\r\n",
        "he cried “OLÁ” and “À”",
        "“SÃ”",
        "نمی\u200cخواهم",
        "👩\u200d🌾",
        "cafe\u0301",
        "à la carte",
    ],
)
def test_what_may_be_meant_stays(source):
    assert transcribed(source, encoding).interventions == ()


def test_a_lost_character_is_marked_and_never_guessed():
    transcript = transcribed("a plot of \ufffd acres that didn\ufffdt pay", encoding, lost_characters)
    assert transcript.interventions == ()
    assert readings(transcript, "suspect") == ["\ufffd", "\ufffd"]
    first, second = values(transcript, "suspect", "candidates")
    assert "½" in str(first)
    assert second == "’"
