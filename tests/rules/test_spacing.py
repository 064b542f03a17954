"""Spaces, stray stops and things set twice."""

import re

import pytest

from build_edition.rules import paragraphs_unwrapped, spacing
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
        ("They worked, but. in vain.", "They worked, but in vain."),
        ("They had a mill – - and no corn.", "They had a mill – and no corn."),
        ("They closed the the mill.", "They closed the mill."),
        ("They closed the mill,, and left.", "They closed the mill, and left."),
        ("They worked •within the mill.", "They worked within the mill."),
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
        "They brought flour, salt etc. to the mill.",
        "see vol. ii. the third part, and that i. e. is all",
        "He said that that was all they had had.",
        "• apples\n\n• pears",
        "They sat withthem in the mill.",
    ],
)
def test_conventions_and_abbreviations_stay(text):
    assert corrected(text) == text


def test_a_stop_before_a_small_letter_is_a_suspect():
    transcript = transcribed("They closed the mill. and went home.", paragraphs_unwrapped, spacing)
    assert readings(transcript, "suspect") == ["mill."]


# A machine that loses the tails of commas, and adds specks.
POINTS = (
    "The miller came home. and the weaver went. but nobody knew. because it was late, however. they slept. He had "
    "bread. cheese. and wine, and when she woke. he was gone. The. old mill stood by the. river, and it was cold. "
    "They met the weaver. who was old. and his wife. who was older, and so they talked. while the. fire burnt. "
)


def test_points_before_small_letters_are_commas_or_specks():
    transcript = transcribed(POINTS * 2, paragraphs_unwrapped, spacing)
    text = transcript.reading.text
    assert "the weaver went, but nobody" in text
    assert "by the river" in text
    assert "The old mill" in text
    assert {i.cert for i in transcript.interventions if i.reading == ","} == {"low"}


def test_of_few_such_points_none_is_a_comma():
    text = "The miller came home. and the weaver, who was old, slept. " + "The mill stood. " * 40
    assert "," not in "".join(i.reading for i in transcribed(text, paragraphs_unwrapped, spacing).interventions)


def test_colons_where_semicolons_are_lost():
    text = POINTS * 2 + "The mill was old: the road was long. " * 12
    assert "old;|old:|old" in values(transcribed(text, paragraphs_unwrapped, spacing), "suspect", "candidates")


def test_short_words_run_together_in_a_text_that_loses_commas():
    text = POINTS * 2 + "The mill was built by a weaver, and he passed bya fair that was not his."
    assert transcribed(text, paragraphs_unwrapped, spacing).reading.text.endswith(
        "he passed by a fair that was not his."
    )


class Calls:
    """Marks every figure as the call of a note."""

    @staticmethod
    def apply(draft):
        for match in re.finditer(r"\d+", draft.text):
            draft.mark("ref", match.start(), match.end(), n=match[0])


def test_a_stop_lost_before_the_call_of_a_note_is_restored():
    text = " ".join(f"They closed the mill.{n} Then they left." for n in range(1, 15))
    text += " They spun TOW15 Whereas others wove and16 The others."
    read = transcribed(text, paragraphs_unwrapped, Calls, spacing).reading.text
    assert read == text.replace("TOW15", "TOW.15").replace("and16", "and.16")
    few = "They spun TOW15 Whereas others wove."
    assert transcribed(few, paragraphs_unwrapped, Calls, spacing).reading.text == few


def test_there_was_takes_no_stop_before_an_article():
    assert corrected("In the valley there was. a mill.") == "In the valley there was a mill."


def test_signs_glued_to_a_word_are_specks_where_points_are_misread():
    sentence = "They took the corn to the mill. and they took the flour home, and the mill. was old. "
    source = sentence * 12 + "It was.a mill of -the valley and in the: town too."
    assert corrected(source).endswith("It was a mill of the valley and in the town too.")
    assert corrected("It was.a mill of -the valley.") == "It was.a mill of -the valley."
