"""Stops, colons and hyphens where none can stand, and stops that were lost."""

import re

import pytest

from build_edition.rules import paragraphs_unwrapped, stray_stops
from tests.rules.desk import readings, transcribed, values


def corrected(text):
    return transcribed(text, paragraphs_unwrapped, stray_stops).reading.text


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("They worked, but. in vain.", "They worked, but in vain."),
        ("They worked •within the mill.", "They worked within the mill."),
        ("They went as. to a fair, and has. given all.", "They went as to a fair, and has given all."),
        ("They took it to.the mill of.a weaver.", "They took it to the mill of a weaver."),
        ("They came to the. Mill and went.", "They came to the Mill and went."),
    ],
)
def test_what_is_certain_is_corrected(source, reading):
    assert corrected(source) == reading


@pytest.mark.parametrize(
    "text",
    [
        "They brought flour, salt etc. to the mill.",
        "see vol. ii. the third part, and that i. e. is all",
        "The weavers, i.e. the old ones, e.g. the smith, wrote to mill.com or to www.the.mill about it.",
        "It was 6 in. by the rule, and Smith et al. to the last of them agreed.",
    ],
)
def test_abbreviations_and_addresses_stay(text):
    assert corrected(text) == text


def test_a_stop_before_a_small_letter_is_a_suspect():
    transcript = transcribed("They closed the mill. and went home.", paragraphs_unwrapped, stray_stops)
    assert readings(transcript, "suspect") == ["mill."]


# A machine that loses the tails of commas, and adds specks.
POINTS = (
    "The miller came home. and the weaver went. but nobody knew. because it was late, however. they slept. He had "
    "bread. cheese. and wine, and when she woke. he was gone. The. old mill stood by the. river, and it was cold. "
    "They met the weaver. who was old. and his wife. who was older, and so they talked. while the. fire burnt. "
)


def test_points_before_small_letters_are_commas_or_specks():
    transcript = transcribed(POINTS * 2, paragraphs_unwrapped, stray_stops)
    text = transcript.reading.text
    assert "the weaver went, but nobody" in text
    assert "by the river" in text
    assert "The old mill" in text
    assert {i.cert for i in transcript.interventions if i.reading == ","} == {"low"}


def test_of_few_such_points_none_is_a_comma():
    text = "The miller came home. and the weaver, who was old, slept. " + "The mill stood. " * 40
    assert "," not in "".join(
        i.reading for i in transcribed(text, paragraphs_unwrapped, stray_stops).interventions
    )


def test_colons_where_semicolons_are_lost():
    text = POINTS * 2 + "The mill was old: the road was long. " * 12
    assert "old;|old:|old" in values(transcribed(text, paragraphs_unwrapped, stray_stops), "suspect", "candidates")


class Calls:
    """Marks every figure as the call of a note."""

    @staticmethod
    def apply(draft):
        for match in re.finditer(r"\d+", draft.text):
            draft.mark("ref", match.start(), match.end(), n=match[0])


def test_a_stop_lost_before_the_call_of_a_note_is_restored():
    text = " ".join(f"They closed the mill.{n} Then they left." for n in range(1, 15))
    text += " They spun TOW15 Whereas others wove and16 The others."
    read = transcribed(text, paragraphs_unwrapped, Calls, stray_stops).reading.text
    assert read == text.replace("TOW15", "TOW.15").replace("and16", "and.16")
    few = "They spun TOW15 Whereas others wove."
    assert transcribed(few, paragraphs_unwrapped, Calls, stray_stops).reading.text == few


def test_there_was_takes_no_stop_before_an_article():
    assert corrected("In the valley there was. a mill.") == "In the valley there was a mill."


def test_signs_glued_to_a_word_are_specks_where_points_are_misread():
    sentence = "They took the corn to the mill. and they took the flour home, and the mill. was old. "
    source = sentence * 12 + "It was.a mill of -the valley and in the: town too."
    assert corrected(source).endswith("It was a mill of the valley and in the town too.")
    assert corrected("It was.a mill of -the valley.") == "It was a mill of -the valley."


def test_before_words_that_add_a_clause_a_colon_was_a_semicolon():
    text = POINTS * 2 + "The mill was old: and the road was long. " * 12
    made = [i for i in transcribed(text, paragraphs_unwrapped, stray_stops).interventions if i.reading == ";"]
    assert len(made) == 12
    assert {i.cert for i in made} == {"low"}
    kept = "The mill was old: and the road was long. " * 12
    assert corrected(kept) == kept


def test_points_about_a_quotation_are_commas_where_points_are_misread():
    text = POINTS * 2 + "“The mill.” he said. “is old, and so am I.”"
    assert corrected(text).endswith("“The mill,” he said, “is old, and so am I.”")
    assert corrected("“The mill.” he said. “is old.”") == "“The mill.” he said. “is old.”"


@pytest.mark.parametrize(
    ("misread", "meant"),
    [
        ("The mill (the old one). which stood there, fell.", "The mill (the old one), which stood there, fell."),
        ("By the end of 1871. when it fell, they left.", "By the end of 1871, when it fell, they left."),
        ("However. The miller came. For example. Brandtner.", "However, The miller came. For example, Brandtner."),
        ("As the miller argued. “The mill is old.”", "As the miller argued, “The mill is old.”"),
        ("They met Brandtner, and Brandtner. who slept.", "They met Brandtner, and Brandtner, who slept."),
    ],
)
def test_points_that_something_else_tells_to_be_commas(misread, meant):
    assert corrected(POINTS * 2 + misread).endswith(meant)
    if "Brandtner." not in misread:
        assert corrected(misread) == misread


def test_a_point_before_what_a_citation_shortens_is_no_lost_comma():
    text = "It is in the book (p. 9). pp. 3 to 4 tell it, and in book 7. vol. 2 has it."
    assert corrected(POINTS * 2 + text).endswith(text)


def test_what_stands_between_the_same_words_elsewhere_tells_what_a_point_was():
    pair = "They ground the corn such as it was. "
    comma = "They ground the corn, such as it was. "
    asked = "They ground the corn. such as it was."
    assert corrected(POINTS * 2 + comma * 30 + asked).endswith("the corn, such as it was.")
    assert not corrected(POINTS * 2 + pair * 30 + asked).endswith("the corn, such as it was.")


@pytest.mark.parametrize(
    ("text", "suspect", "likeliest"),
    [
        ("They sold the harvesters. implements and all.", "harvesters.", "harvesters,"),
        ("They met Brandtner there. He saw that Brandtner. who was old, slept.", "Brandtner.", "Brandtner,"),
        ("It was the fair of. Secondly. they had no bread.", "Secondly.", "Secondly,"),
        ("On the 4th. they went home.", "4th.", "4th,"),
        ("They couldn’t. tell him so.", "couldn’t.", "couldn’t,"),
        ("They went to the water-mill. and slept.", "water-mill.", "water-mill,"),
    ],
)
def test_a_stop_before_a_small_letter_after_no_abbreviation(text, suspect, likeliest):
    marked = transcribed(text, paragraphs_unwrapped, stray_stops)
    assert suspect in readings(marked, "suspect")
    found = dict(zip(readings(marked, "suspect"), values(marked, "suspect", "candidates"), strict=True))
    assert str(found[suspect]).split("|")[0] == likeliest


@pytest.mark.parametrize(
    "text",
    [
        "They met Messrs. the millers, and Capt. and Mrs. Brandtner.",
        "It was Otto IV. who built it, and Otto V. and his men who burnt it.",
        "See Brdtn. passim and Brdtn. and the rest.",
    ],
)
def test_no_abbreviation_or_numeral_is_a_suspect(text):
    assert not readings(transcribed(text, paragraphs_unwrapped, stray_stops), "suspect")


@pytest.mark.parametrize(
    "text",
    [
        "They came to the mill, The wheel was old.",
        "The wheel was certainly old, Certainly it turned no more.",
        "They slept, But we ran all night.",
    ],
)
def test_a_comma_before_what_opens_a_sentence_is_a_suspect(text):
    marked = transcribed(text, paragraphs_unwrapped, stray_stops)
    assert len(readings(marked, "suspect")) == 1
    assert str(values(marked, "suspect", "candidates")[0]).endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "The miller said, The wheel is old.",
        "The question is, What shall we do with it?",
        "He read the letters, At the Mill and the Wheel.",
        "They prayed to Him and to Him alone, He who made the mill, He alone.",
        "It is old, and we know it, The wheel turns. " * 30,
    ],
)
def test_a_comma_before_a_speech_a_title_or_by_habit_stays(text):
    assert not readings(transcribed(text, paragraphs_unwrapped, stray_stops), "suspect")


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("They sold the flour,and went home.", "They sold the flour, and went home."),
        ("They sold the flour;nobody came.", "They sold the flour; nobody came."),
        ("They sold the flour.Nobody came.", "They sold the flour. Nobody came."),
        ("They sold the flour , and went home . Nobody came.", "They sold the flour, and went home. Nobody came."),
    ],
)
def test_the_space_about_a_stop(source, reading):
    assert corrected(source) == reading


def test_spaces_before_stops_that_the_text_always_sets_stay():
    text = "They sold the flour ; nobody came . Then it rained . " * 12
    assert corrected(text) == text


@pytest.mark.parametrize("text", ["They knew who. of course, had won.", "And. however, they slept."])
def test_a_stop_before_what_is_said_aside_may_be_a_comma(text):
    assert corrected(text) == text


def test_so_are_others_where_colons_before_such_words_are_many():
    text = (
        POINTS * 2 + "The mill was old: and the road was long. " * 12 + "They often slept: he stayed with them. "
    )
    read = transcribed(text, paragraphs_unwrapped, stray_stops)
    assert "often slept; he" in read.reading.text
    assert {i.cert for i in read.interventions if i.reading == ";"} == {"low"}
    told = text + "He said as follows: we stayed."
    assert "follows: we" in transcribed(told, paragraphs_unwrapped, stray_stops).reading.text


def test_a_phrase_without_a_verb_before_the_pronoun_ended_in_a_comma():
    text = POINTS * 2 + "At this time. I left. Presently. T slept. By then it was. I ate."
    read = corrected(text)
    assert read.endswith("At this time, I left. Presently, T slept. By then it was. I ate.")
    assert corrected("At this time. I left.") == "At this time. I left."
