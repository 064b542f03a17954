"""Words that cannot follow one another are suspect."""

import pytest

from build_edition.rules import impossible_pairs, paragraphs_unwrapped
from tests.rules.desk import readings, transcribed, values


def made(text):
    return transcribed(text, paragraphs_unwrapped, impossible_pairs)


@pytest.mark.parametrize(
    ("text", "suspect", "meant"),
    [
        ("The fair was over It was late.", "over It", "over. It"),
        ("Of all the mills One can still be seen.", "mills One", "mills. One"),
        ("The wheels will began to turn.", "began", "begin"),
        ("He would not came again.", "came", "come"),
        ("Of these who earned much, few gave.", "these", "those"),
    ],
)
def test_a_pair_is_marked_with_what_may_be_meant(text, suspect, meant):
    transcript = made(text)
    assert readings(transcript, "suspect") == [suspect]
    assert values(transcript, "suspect", "candidates") == [meant]
    assert transcript.interventions == ()


@pytest.mark.parametrize(
    "text",
    [
        "The fair was over. It was late.",
        "His will began to fail, and his might came back.",
        "He read that They were late; as It is told.",
        "The mills One Tree and Two Trees.",
        "They began what they would begin.",
        "In His mercy and by His hand the mill He was building stood, and all He had made.",
    ],
)
def test_what_may_stand_stays(text):
    assert readings(made(text), "suspect") == []


def test_a_noun_that_opens_a_sentence_as_its_adverb_does():
    text = "Similarly, they left. Similarly, they came. Similarly, they spun. Similarity, they wove."
    assert values(made(text), "suspect", "candidates") == ["Similarly"]


def test_a_participle_between_of_and_by():
    assert readings(made("The habit of wheel-turned by the millers."), "suspect") == ["turned"]


@pytest.mark.parametrize(
    ("text", "suspect", "meant"),
    [
        ("It was to he seen from the mill.", "he", "be"),
        ("The wheel must he turned by hand.", "he", "be"),
        ("He wrote that be was old.", "be", "he"),
        ("It was the same tune when they came.", "tune", "time"),
        ("They bad been to the fair.", "bad", "had"),
        ("It is so in any ease, they said.", "ease", "case"),
        ("They came home, arid the mill stood.", "arid", "and"),
    ],
)
def test_a_word_where_only_another_fits(text, suspect, meant):
    marked = transcribed(text, paragraphs_unwrapped, impossible_pairs)
    assert readings(marked, "suspect") == [suspect]
    assert values(marked, "suspect", "candidates") == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "Never would he proceed, nor could he bring the wheel, for which will he pay.",
        "The powers that be have said so; it is bad for them, and with ease.",
        "They went through an arid valley to the hut by the river, and they hummed the same tune.",
    ],
)
def test_these_words_stay_where_they_fit(text):
    assert not readings(transcribed(text, paragraphs_unwrapped, impossible_pairs), "suspect")
