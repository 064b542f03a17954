"""Words that may be wrong, and what is left in peace."""

import pytest

from build_edition.rules import line_joins, paragraphs, paragraphs_unwrapped, suspects
from tests.rules.desk import readings, transcribed, values
from tests.rules.press import drafted, set_lines


def transcript(text):
    return transcribed(text, paragraphs_unwrapped, suspects)


@pytest.mark.parametrize(
    ("text", "word", "candidate"),
    [
        ("The old orchad was bare for the winter.", "orchad", "orchard"),
        ("The millers were inefficent, and the road was long.", "inefficent", "inefficient"),
        ("They found accomodation; the accommodation was poor.", "accomodation", "accommodation"),
        ("They met Brandtner. " * 5 + "But Branttner was away.", "Branttner", "Brandtner"),
    ],
)
def test_a_word_that_a_commoner_one_resembles(text, word, candidate):
    result = transcript(text)
    assert readings(result, "suspect") == [word]
    assert str(values(result, "suspect", "candidates")[0]).split("|")[0] == candidate
    assert word in str(values(result, "suspect", "evidence")[0])


@pytest.mark.parametrize(
    "text",
    [
        "They recentralized the demillerization of the valley.",
        "They organised and organized, in colour and in color.",
        "Er sagte, die alte Mühle stehe noch am Bach und klappere wie eh und je.",
        "They met Brandtner once, and Branttner twice.",
    ],
)
def test_derivations_variants_and_other_languages_stay(text):
    assert not readings(transcript(text), "suspect")


def test_a_bracket_without_partner():
    assert readings(transcript("The mill fin the valley] was old, and [so] was he."), "suspect") == ["]"]


def test_a_hyphen_lost_at_a_line_end():
    often = "It was a water-wheel like another water-wheel or water-wheel, water-wheel or water-wheel. "
    text = (
        set_lines(often * 2)
        + "\nand a water\nwheel of old oak, which turned through the whole of that long winter,"
    )
    result = drafted(text, paragraphs, line_joins, suspects).freeze()
    assert readings(result, "suspect") == ["water"]


def test_a_bracket_without_a_partner():
    text = "The mill (an old one) stood (1) here and 2) there [at last. " + "It stood (again) there. " * 20
    assert readings(transcript(text), "suspect") == ["["]
    assert readings(transcript(text + "It fell apart) then."), "suspect") == ["[", ")"]
    assert readings(transcript("The mill (an old one stood."), "suspect") == []


@pytest.mark.parametrize("word", ["unbiassed", "abler", "reverenced"])
def test_an_inflection_and_a_doubled_consonant_are_no_slips(word):
    assert readings(transcript(f"The miller was {word} that winter."), "suspect") == []
