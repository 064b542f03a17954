"""Questions that are headings, in unwrapped texts, and a numeral that opens one."""

import pytest

from build_edition.rules import headings_unwrapped, paragraphs_unwrapped, thematic_breaks
from tests.rules.desk import TOLL, WOOL, readings, transcribed, values


def essay(*lines):
    return transcribed("\n\n".join(lines), thematic_breaks, headings_unwrapped, paragraphs_unwrapped)


@pytest.mark.parametrize(
    "titles",
    [
        ("1. Who built the old mill?", "2. Who burnt it down?"),
        ("B.2.3 Who built the old mill?", "B.2.5 Who burnt it down?"),
        (
            "3 Who built the old mill?",
            "4 Who burnt it down in the night before the great fair of the whole valley?",
        ),
    ],
)
def test_questions_whose_numbers_count_on_are_headings(titles):
    first, second = titles
    transcript = essay(
        "Of Mills", WOOL, first, "Nobody knows.", TOLL, "But who would ask?", WOOL, second, TOLL, WOOL
    )
    assert readings(transcript, "head") == ["Of Mills", first, second]
    assert values(transcript, "head", "level") == [1, 2, 2]


def test_questions_over_sections_are_headings_and_over_answers_are_none():
    asked = ("Who built it?", "Who burnt it down?", "What is left of it now?")
    sections = [line for question in asked for line in (question, WOOL, TOLL, WOOL)]
    assert readings(essay("Of Mills", WOOL, *sections), "head") == ["Of Mills", *asked]
    answers = [line for question in asked for line in (question, WOOL)]
    assert readings(essay("Of Mills", WOOL, *answers), "head") == ["Of Mills"]
    assert readings(essay("Of Mills", WOOL, *sections[:4]), "head") == ["Of Mills"]


def test_a_numeral_over_the_first_title_numbers_a_chapter():
    transcript = essay("IV", "What is left of the mill?", WOOL, TOLL, "The Weir", WOOL)
    assert values(transcript, "head", "label") == ["IV", None]
    assert values(transcript, "head", "level") == [2, 3]


def test_decimal_titles_are_as_deep_as_the_shallowest_of_them_tells():
    sections = essay("Of Mills", WOOL, "2.3.1 Wheels", TOLL, "2.3.2 Weirs", WOOL, "2.3.2.1 Old Weirs", TOLL)
    assert values(sections, "head", "level") == [1, 2, 2, 3]


def test_one_sign_draws_a_line_under_one():
    transcript = transcribed(f"I\n=\n\n{WOOL}\n\nII\n==\n\n{TOLL}", thematic_breaks, headings_unwrapped)
    assert readings(transcript, "head") == ["I", "II"]
