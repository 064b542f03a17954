"""Brackets read as letters."""

import pytest

from build_edition.rules import misread_brackets, paragraphs_unwrapped
from tests.rules.desk import transcribed


def made(text):
    return transcribed(text, paragraphs_unwrapped, misread_brackets)


def test_the_letter_that_hides_a_bracket_gives_way_to_it_with_low_certainty():
    transcript = made("The mills fin the valley] stood still. It fell 1the wheel) apart.")
    assert transcript.reading.text == "The mills [in the valley] stood still. It fell (the wheel) apart."
    assert {i.cert for i in transcript.interventions} == {"low"}


@pytest.mark.parametrize(
    "text",
    [
        "The mills [fin the valley] stood still.",
        "The fin of a fish, or another fin there] stood.",
        "The land of the king] was flat.",
        "He took 1) wool and 2) flax.",
        "The flat roof] of the mill.",
    ],
)
def test_without_one_rare_word_that_hides_a_common_one_nothing_is_done(text):
    assert made(text).interventions == ()
