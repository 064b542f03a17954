"""Letters and figures taken for one another."""

import pytest

from build_edition.rules import misread_characters, paragraphs_unwrapped
from tests.rules.desk import readings, transcribed, values

THREADS = "The threads were spun and the threads were sold, for the best threads were white. "


def corrected(text):
    return transcribed(text, paragraphs_unwrapped, misread_characters).reading.text


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        (THREADS + "The tbreads were cut.", THREADS + "The threads were cut."),
        ("They thanked lvan Petrov for the flour.", "They thanked Ivan Petrov for the flour."),
        ("The mill burnt down in l87O and again in 19I4.", "The mill burnt down in 1870 and again in 1914."),
        ("They were aIways there.", "They were always there."),
        ("A child and a child and a child; one chi1d left.", "A child and a child and a child; one child left."),
    ],
)
def test_what_only_one_reading_explains_is_corrected(source, reading):
    assert corrected(source) == reading


@pytest.mark.parametrize(
    "text",
    [
        THREADS + "The breads were cut.",
        "The 4th of May and the A4 road, as in the 1920s.",
        "Iron and Ireland and Ives came in; la Salle went out.",
        "Mr Shonuts came. Shouts were heard. Shouts again. Shouts. They shouts, shouts and shouts.",
    ],
)
def test_words_and_names_stay(text):
    assert corrected(text) == text


def test_a_word_of_another_language_is_not_corrected():
    text = THREADS + "Er sagte: die alte tbreads Mühle steht noch."
    assert corrected(text) == text


def test_a_lone_letter_for_the_pronoun_is_a_suspect():
    transcript = transcribed("In the mill T saw nobody.", paragraphs_unwrapped, misread_characters)
    assert readings(transcript, "suspect") == ["T"]
    assert values(transcript, "suspect", "candidates") == ["I|‘I’"]
