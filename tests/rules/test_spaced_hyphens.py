"""Compounds whose hyphens stand between spaces."""

import pytest

from build_edition.rules import paragraphs_unwrapped, spaced_hyphens
from tests.rules.desk import readings, transcribed, values


def read(text):
    return transcribed(text, paragraphs_unwrapped, spaced_hyphens).reading.text


def test_a_chain_of_single_words_is_closed_up():
    assert read("His out - of - the - way mill – and hers.") == "His out-of-the-way mill – and hers."


@pytest.mark.parametrize(
    "text",
    [
        "His mill - and hers - stood – so.",
        "A mill - old - and cold - so - and hers.",
        "Orm - Little Orm - Much Orm – a line.",
        "It cost 3 - 4 - 5 pounds – or so.",
    ],
)
def test_hyphens_that_are_dashes_stay(text):
    assert read(text) == text


def test_a_lone_dash_between_two_names_is_suspect():
    transcript = transcribed("This is what the Marsh – Fenn feud was about.", paragraphs_unwrapped, spaced_hyphens)
    assert readings(transcript, "suspect") == ["Marsh – Fenn"]
    assert values(transcript, "suspect", "candidates") == ["Marsh–Fenn"]


@pytest.mark.parametrize(
    "text",
    ["He said of the Weir – Orm was far – that it ran.", "In the Valley – Orm was far.", "So Marsh – Fenn left."],
)
def test_other_dashes_between_names_are_not(text):
    assert readings(transcribed(text, paragraphs_unwrapped, spaced_hyphens), "suspect") == []
