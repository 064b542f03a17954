"""Quotation marks without their partner."""

import pytest

from build_edition.rules import paragraphs_unwrapped, quotation_marks
from tests.rules.desk import TOLL, WOOL, readings, transcribed, values

QUOTES = "He said “no” and she said “yes” and they said “perhaps”. " * 12


def transcript(text):
    return transcribed(QUOTES + "\n\n" + text, paragraphs_unwrapped, quotation_marks)


def corrected(text):
    return transcript(text).reading.text.removeprefix(QUOTES + "\n\n")


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("The “old mill\" was sold.", "The “old mill” was sold."),
        ("They sang the ‘Song of the mill” again.", "They sang the “Song of the mill” again."),
        ("The ‘millers went home.", "The millers went home."),
        ("They had for a’moment no corn.", "They had for a moment no corn."),
    ],
)  # fmt: skip
def test_what_is_certain_is_corrected(source, reading):
    assert corrected(source) == reading


@pytest.mark.parametrize(
    ("text", "suspect"),
    [
        (f"{TOLL} The “millers went home.", "“millers"),
        (f"{TOLL} The millers” went home. {WOOL}", "millers”"),
        (f"{TOLL} He “said they were “millers” of the valley.", "“said"),
    ],
)
def test_one_without_partner_is_a_suspect(text, suspect):
    assert readings(transcript(text), "suspect") == [suspect]


@pytest.mark.parametrize(
    "text",
    [
        f"“{WOOL}\n\n“{TOLL}”",
        "The millers’ boots, the boys’ caps and the ’fifties were old.",
        "He said “it is ‘no’ they mean” and left.",
        "It was five o’clock, and ‘twas dark.",
    ],
)
def test_good_conventions_stay(text):
    assert corrected(text) == text
    assert not readings(transcript(text), "suspect")


def test_where_nothing_balances_balance_says_nothing():
    text = "\n\n".join(f"The “millers went home. {WOOL}" for _ in range(9))
    result = transcribed(text + " So “they” said.", paragraphs_unwrapped, quotation_marks)
    assert not readings(result, "suspect")


def test_a_sign_that_a_double_mark_closes_opens_a_quotation():
    assert corrected("He said ~nobody pays the toll” at noon.") == "He said “nobody pays the toll” at noon."
    assert corrected("He said ~nobody pays “the toll” at noon.") == "He said ~nobody pays “the toll” at noon."


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        (f"{TOLL} The valley “was poor in those days.", f"{TOLL} The valley was poor in those days."),
        (f"{TOLL} They kept a mill “with four wheels.", f"{TOLL} They kept a mill with four wheels."),
        (f"{TOLL} In a mill he “owned, they spun wool.", f"{TOLL} In a mill he owned, they spun wool."),
    ],
)
def test_an_opening_mark_between_words_that_go_together_goes(source, reading):
    assert corrected(source) == reading


@pytest.mark.parametrize(
    "source",
    [
        f"{TOLL} The valley, he wrote, “was poor in those days.",
        f"{TOLL} The valley “was poor in those days.12 They left.",
        f"{TOLL} The valley is said to be “in decay.",
        f"{TOLL} The “valley was poor.",
    ],
)
def test_an_opening_mark_of_what_may_be_a_quotation_stays(source):
    assert corrected(source) == source


def test_a_sign_that_no_text_has_opens_a_quotation_or_is_a_dash():
    made = transcribed("He said, ~Nobody pays “the toll” ~ not he.", paragraphs_unwrapped, quotation_marks)
    assert made.reading.text == "He said, “Nobody pays “the toll” ~ not he."
    assert {i.cert for i in made.interventions} == {"low"}
    assert corrected("He said “no” and paid the toll ~ not he.") == "He said “no” and paid the toll—not he."


def test_a_straight_mark_closes_what_is_open_however_much_is_unbalanced():
    torn = "The “old mill stood. The “new one fell.\n\n" * 6
    assert corrected(torn + 'He said “no toll." Then he went.').endswith("He said “no toll.” Then he went.")


def test_a_straight_mark_opens_what_is_closed():
    curly = "They said “yes” to it. " * 8
    assert corrected(curly + 'He said ("no toll” and "no” more).').endswith("He said (“no toll” and “no” more).")
    kept = curly + 'He said "no toll “and” went, and "no more.'
    assert corrected(kept) == kept


def test_a_single_mark_closes_what_nothing_else_does():
    made = transcribed("“We pay the toll,’ he said. “It is “fair”.", paragraphs_unwrapped, quotation_marks)
    assert [(i.reading, i.cert) for i in made.interventions] == [("”", "low")]
    for kept in (
        "“We pay the millers’ toll,” he said.",
        "“He said, ‘We pay,’ and went.”",
        "The millers’. “We pay.”",
    ):
        assert corrected(kept) == kept


def test_a_mark_before_an_article_stands_for_a_space():
    assert (
        corrected("It was’a mill, “old” as’a hill, and o’er y’all.")
        == "It was a mill, “old” as a hill, and o’er y’all."
    )


def test_signs_that_the_text_has_not_else_are_suspects():
    good = "They said “yes” to it. " * 8
    text = good + 'He came “home!" This was late.\n\nNobody asked him …~'
    marked = transcribed(text, paragraphs_unwrapped, quotation_marks)
    assert "~" in readings(marked, "suspect")
    assert "”" in values(marked, "suspect", "candidates")


def test_an_asterisk_before_what_a_double_mark_closes_opened_it():
    text = "They said “yes” to it.\n\nA man got up, crying, *It is true that we need bread,” and sat down."
    made = [i for i in transcribed(text, paragraphs_unwrapped, quotation_marks).interventions if i.reading == "“"]
    assert [i.cert for i in made] == ["low"]


def test_of_two_marks_that_may_close_one_quotation_both_are_suspects():
    text = "They said “yes” to it. " * 8 + "He said “the toll” is high.” Then he went."
    transcript = transcribed(text, paragraphs_unwrapped, quotation_marks)
    assert readings(transcript, "suspect") == ["toll”", "high.”"]


def test_marks_without_partner_are_suspects_where_one_in_twenty_has_none():
    text = "They said “yes” to it. " * 30 + "\n\n" + "\n\n".join(["He had no” toll to pay."] * 4)
    assert readings(transcribed(text, paragraphs_unwrapped, quotation_marks), "suspect")[-4:] == ["no”"] * 4
