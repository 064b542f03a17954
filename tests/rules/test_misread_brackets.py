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


def test_strokes_and_braces_that_fit_a_word_to_the_sentence_are_square_brackets():
    transcript = made("The miller [of old] said “/w/hen it rains” and “{s]ome of the mills turn{ing}.”")
    assert transcript.reading.text == (
        "The miller [of old] said “[w]hen it rains” and “[s]ome of the mills turn[ing].”"
    )
    assert {i.cert for i in transcript.interventions} == {"high"}


def test_braces_are_square_brackets_where_these_are_many_and_hide_others_in_words():
    square = "The miller [of old] and the weaver [of the valley] stood [still], [he] and [she], [so] and [on]. "
    transcript = made(square + "They saw [the mill} and fin the river}. They see{ing} it.")
    assert transcript.reading.text == square + "They saw [the mill] and [in the river]. They see[ing] it."
    assert made("The {old} mill of the king.").interventions == ()
    assert made("One [of] them set the {old} mill, {the} river and {a} weir.").interventions == ()


@pytest.mark.parametrize("text", ["It was [so] and/or not, a “(s)he” or “a/the” thing.", "He had “/x/yz” [so]."])
def test_strokes_of_other_use_stay(text):
    assert made(text).interventions == ()
