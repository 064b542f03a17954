"""Case that small capitals lost."""

import pytest

from build_edition.rules import paragraphs_unwrapped, small_capitals
from tests.rules.desk import readings, transcribed

BOARD = (
    "The Upper Dyers Board (udb) met in May. Later the udb was dissolved, and the roof of the udb, too, fell in."
)
MILLS = "Every miller knew the GMW and what the GMW was for. "


def corrected(text):
    return transcribed(text, paragraphs_unwrapped, small_capitals).reading.text


def test_an_abbreviation_explained_in_brackets_takes_its_capitals():
    assert corrected(BOARD).count("UDB") == 3


def test_a_measure_is_no_abbreviation():
    assert corrected(BOARD + " They drank 5 udb of ale.").endswith("5 udb of ale.")


def test_a_word_in_brackets_that_abbreviates_nothing_stays():
    text = "The dyers of the Upper Valley (zrt) met the zrt in May."
    assert corrected(text) == text


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        (MILLS + "In May the GMW’S roof fell in.", MILLS + "In May the GMW’s roof fell in."),
        (MILLS + "And the gMW fell in.", MILLS + "And the GMW fell in."),
        (
            "The Valley Riders (VRS) came. Each VR had a horse, and a good VR had two.",
            "The Valley Riders (VRs) came. Each VR had a horse, and a good VR had two.",
        ),
    ],
)
def test_an_ending_or_beginning_in_the_wrong_case(source, reading):
    assert corrected(source) == reading


def test_the_habit_of_the_text_decides_a_plural():
    text = MILLS * 5 + "Here the GMW’S door was, there the GMW’S gate. Many GMWS stood empty."
    assert corrected(text).endswith("Many GMWs stood empty.")
    assert "GMWS" in corrected(MILLS * 5 + "Many GMWS stood empty.")


def test_a_plural_without_singular_is_a_suspect():
    text = MILLS + "Here the GMW’S door was, there the GMW’S gate. The old QZTS stood empty."
    transcript = transcribed(text, paragraphs_unwrapped, small_capitals)
    assert readings(transcript, "suspect") == ["QZTS"]


def test_a_name_that_nearly_always_has_its_capital():
    text = "They went to Vrotnik again. " * 9
    assert corrected(text + "Then vrotnik fell.") == text + "Then Vrotnik fell."
    made = "They were Vrotnikist again. " * 9 + "Then the vrotnikist fell."
    assert corrected(made) == made
    few = "They went to Vrotnik again. " * 4
    assert corrected(few + "Then vrotnik fell.") == few + "Then vrotnik fell."


@pytest.mark.parametrize(
    "text",
    [
        "THE MILLER’S TALE\n\nThe Miller went home, and nobody asked him why.",
        "Vrotnika met on Monday. The vrotnika met again. Vrotnika and vrotnika were the same.",
        "HOBBSON’S Looms, 13, 25\n\nHOBBSON, 18\n\nWhat Hobbson did is told above, and HOBBSON’S too.",
    ],
)
def test_titles_alternations_and_names_in_capitals_stay(text):
    assert corrected(text) == text
