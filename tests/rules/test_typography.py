"""Dashes and quotation marks."""

import pytest

from build_edition.rules import paragraphs_unwrapped, typography
from tests.rules.desk import transcribed


def set_up(text):
    return transcribed(text, paragraphs_unwrapped, typography).reading.text


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("the loom--it was old--broke", "the loom—it was old—broke"),
        ('he said "no" to the "hens," and', "he said “no” to the “hens,” and"),
        ("the keeper's hens' eggs didn't sell", "the keeper’s hens’ eggs didn’t sell"),
        ("in the 'fifties and '60s", "in the ’fifties and ’60s"),
        ("she said 'never again' twice", "she said ‘never again’ twice"),
        ('("so") and--"so"', "(“so”) and—“so”"),
        ("\"He said 'so.'\"", "“He said ‘so.’”"),
    ],
)
def test_marks_whose_direction_is_certain(source, reading):
    assert set_up(source) == reading


@pytest.mark.parametrize(
    "source",
    ["he said “no” and \"yes\" and 'so'", "5' 10\" tall", "a --- b", "see -- there", "then ' and \" alone"],
)
def test_mixed_texts_measures_and_lone_marks_stay(source):
    assert set_up(source) == source


def test_a_few_curly_marks_do_not_make_a_text_curly():
    straight = 'he said "no" and "yes" and ' * 10
    assert set_up(straight + "“so”").count('"') == 0
    assert set_up('he said "no" and “so”').count('"') == 2


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("It was late ; and so : they slept.", "It was late; and so: they slept."),
        ("Was it late ? Nobody “ knew at all ” that night !", "Was it late? Nobody “knew at all” that night!"),
        ("‘Nobody’s hens’ were the keeper's, and didn't sing at o'clock.", "’s, and didn’t sing at o’clock."),
        (
            "He said, \" 'Come,' she said, 'or go.' \" And he went.",
            "He said, “ ‘Come,’ she said, ‘or go.’ ” And he went.",
        ),
    ],
)
def test_what_older_printers_part_is_closed_up(source, reading):
    assert set_up(source).endswith(reading)


@pytest.mark.parametrize(
    "text",
    ["the mill :-- old", "a mill ? and", "the mill ” fell", "‘Rus' and raz'ezd’ it said; the zavod'"],
)
def test_spaces_and_marks_that_may_be_meant_stay(text):
    assert set_up(text) == text
