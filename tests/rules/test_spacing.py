"""Spaces, and things set twice."""

import pytest

from build_edition.rules import misread_characters, paragraphs_unwrapped, spacing, suspects
from tests.rules.desk import readings, transcribed, values

DASHES = "The mill—the old one—stood there. " * 20
DOTS = "They came…and they went. She slept… Then she woke. " * 11


def corrected(text):
    return transcribed(text, paragraphs_unwrapped, spacing).reading.text


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        (DASHES + "A barn —red—fell.", DASHES + "A barn—red—fell."),
        (DOTS + "He sang …and sang.", DOTS + "He sang…and sang."),
        (DOTS + "He sang …Then he slept.", DOTS + "He sang… Then he slept."),
        ("in the years 1871– 74 and 1880 –81", "in the years 1871–74 and 1880–81"),
        ("They had a mill – - and no corn.", "They had a mill – and no corn."),
        ("They closed the the mill.", "They closed the mill."),
        ("They closed the mill,, and left.", "They closed the mill, and left."),
        ("Two carpenters, old carpenters, car penters.", "Two carpenters, old carpenters, carpenters."),
        ("They walked with him to it and sat withhim.", "They walked with him to it and sat with him."),
    ],
)  # fmt: skip
def test_what_is_certain_is_corrected(source, reading):
    assert corrected(source) == reading


@pytest.mark.parametrize(
    "text",
    [
        "The mill — the old one — stood there. " * 6 + "A barn —red— fell.",
        "He said that that was all they had had.",
        "• apples\n\n• pears",
        "They sat by the millstream, in a windowless and somewhat cheerless mill.",
        "At noon the war time and the per cent were for ever as they may be.",
    ],
)
def test_conventions_and_abbreviations_stay(text):
    assert corrected(text) == text


# A machine that loses the tails of commas, and adds specks.
POINTS = (
    "The miller came home. and the weaver went. but nobody knew. because it was late, however. they slept. He had "
    "bread. cheese. and wine, and when she woke. he was gone. The. old mill stood by the. river, and it was cold. "
    "They met the weaver. who was old. and his wife. who was older, and so they talked. while the. fire burnt. "
)


def test_short_words_run_together_in_a_text_that_loses_commas():
    text = POINTS * 2 + "The mill was built by a weaver, and he passed bya fair that was not his."
    assert transcribed(text, paragraphs_unwrapped, spacing).reading.text.endswith(
        "he passed by a fair that was not his."
    )


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("They sat withthem in the mill.", "They sat with them in the mill."),
        ("They sawthe mill and were returnedat once.", "They saw the mill and were returned at once."),
        ("Duringthe winter there was a mill.", "During the winter there was a mill."),
        ("They walked in the cor ridors of the dio cese.", "They walked in the corridors of the diocese."),
    ],
)
def test_two_words_or_one_by_what_anybody_writes(source, reading):
    assert corrected(source) == reading


def test_the_halves_of_a_word_are_not_misread():
    text = "They walked in the cor ridors of the mill, where nobody rides."
    transcript = transcribed(text, paragraphs_unwrapped, spacing, misread_characters, suspects)
    assert [i.reading for i in transcript.interventions] == [""]
    assert not list(transcript.of_kind("suspect"))


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("They came to des troy the mill.", "They came to destroy the mill."),
        ("They were sure of the guild’s govern ment’s aid.", "They were sure of the guild’s government’s aid."),
    ],
)
def test_a_half_may_be_a_word_where_it_is_rare(source, reading):
    assert transcribed(source, paragraphs_unwrapped, spacing).reading.text == reading


def test_two_words_that_are_likelier_one_are_a_suspect():
    text = "They spoke for the pro motion of the trade, ten per cent of it, in the valley."
    marked = transcribed(text, paragraphs_unwrapped, spacing)
    assert readings(marked, "suspect") == ["pro motion"]
    assert values(marked, "suspect", "candidates") == ["promotion"]
