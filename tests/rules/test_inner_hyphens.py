"""Hyphens of an earlier setting, and hyphens that were lost."""

import pytest

from build_edition.rules import inner_hyphens, line_joins, paragraphs, paragraphs_unwrapped
from tests.rules.desk import readings, transcribed, values
from tests.rules.press import drafted

HABIT = "The members of the valley attempt a settlement. At dusk the mem-bers at-tempt a settle-ment. "
PLAIN = "The neighbours liked the landscape. " * 9


def corrected(text):
    return transcribed(text, paragraphs_unwrapped, inner_hyphens).reading.text


def test_a_hyphen_before_what_is_no_word_goes():
    assert corrected(HABIT) == HABIT.replace("-", "")


def test_two_words_are_joined_only_where_the_text_has_such_hyphens_and_prefers_the_joined_form():
    assert corrected(HABIT + PLAIN + "A land-scape in green.").endswith("A landscape in green.")
    assert corrected(PLAIN + "A land-scope in green.").endswith("A land-scope in green.")


def test_less_certain_ones_are_suspects():
    transcript = transcribed(
        PLAIN + "The note-books. A notebook, a notebook.", paragraphs_unwrapped, inner_hyphens
    )
    assert readings(transcript, "suspect") == ["note-books"]
    assert values(transcript, "suspect", "candidates") == ["notebooks"]


@pytest.mark.parametrize(
    "text",
    [
        "A co-operative mill. The cooperative was old, the cooperative was poor, the cooperative was small.",
        "The miller's son-in-law. He had a come-back in May.",
        "The re-formed guild was not the reformed guild.",
    ],
)
def test_what_an_author_may_mean_stays(text):
    assert corrected(text) == text


def test_line_ends_are_left_to_the_joining_of_lines():
    text = "The members of the guild met, as the\nmem-\nbers of the guild had done before them in the wet year."
    draft = drafted(text, paragraphs, line_joins, inner_hyphens)
    assert "inner-hyphen" not in {i.rule for i in draft.freeze().interventions}


def test_a_lost_hyphen_is_restored_where_the_text_has_it_often():
    text = "A brown-eyed man came. " * 4
    assert corrected(text + "A browneyed man left.") == text + "A brown-eyed man left."


def test_a_prefix_run_into_its_word_is_a_suspect():
    transcript = transcribed("They were nondrivers of the valley.", paragraphs_unwrapped, inner_hyphens)
    assert values(transcript, "suspect", "candidates") == ["non-drivers"]


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("The ex-millers and exdrivers met.", "The ex-millers and ex-drivers met."),
        ("They worked from selfinterest.", "They worked from self-interest."),
        ("Of de-Millerization, de-Millerization and deMillerization.",
         "Of de-Millerization, de-Millerization and de-Millerization."),
        ("The Graeco—Roman mill.", "The Graeco-Roman mill."),
        ("The white-collar guild, the white-collar men, whitecollar work.",
         "The white-collar guild, the white-collar men, white-collar work."),
        ("They had a guild of pottery-ism, of potteryism.", "They had a guild of pottery-ism, of potteryism."),
    ],
)  # fmt: skip
def test_a_hyphen_that_only_can_be_meant_is_restored(source, reading):
    assert corrected(source) == reading


def test_a_hyphen_goes_where_the_joined_form_stands_a_hundred_times():
    text = "The neighbours liked socialism. " * 100
    assert corrected(text + "Of social-ism.") == text + "Of socialism."


def test_a_tie_of_two_known_forms_says_nothing():
    text = "The infighting of the guilds and the in-fighting of the millers."
    assert not readings(transcribed(text, paragraphs_unwrapped, inner_hyphens), "suspect")


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        (
            "They went to-a mill near the-river, and-all slept.",
            "They went to a mill near the river, and all slept.",
        ),
        ("A would-be miller went a-hunting for the-sis.", "A would-be miller went a-hunting for the-sis."),
        (
            "They knew policy-the mill and assert-that it fell.",
            "They knew policy-the mill and assert-that it fell.",
        ),
    ],
)
def test_a_hyphen_beside_what_makes_no_compound_is_a_space(source, reading):
    assert corrected(source) == reading


def test_a_word_of_every_day_torn_by_a_hyphen_is_a_suspect():
    transcript = transcribed("The miller rea-ched the sub-town at once.", paragraphs_unwrapped, inner_hyphens)
    assert values(transcript, "suspect", "candidates") == ["reached"]
