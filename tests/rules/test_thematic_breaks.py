"""Thematic breaks, inked and lost."""

import pytest

from build_edition.rules import thematic_breaks
from tests.rules.desk import TOLL, WOOL, readings, transcribed, values


@pytest.mark.parametrize("row", ["* * *", "***", "• • •", "----", "— — —", "⁂", "____"])
def test_a_row_of_ornaments_is_a_break(row):
    assert readings(transcribed(f"{WOOL}\n\n{row}\n\n{TOLL}", thematic_breaks), "milestone") == [row]


@pytest.mark.parametrize(
    "text", [f"{WOOL}\n\n...\n\n{TOLL}", f"The Bridge\n-----\n{WOOL}", f"{WOOL}\n\n_____\n1 A note.", "**"]
)
def test_points_of_omission_and_drawn_rules_are_none(text):
    assert readings(transcribed(text, thematic_breaks), "milestone") == []


def test_a_doubled_blank_line_is_a_lost_break_where_it_is_the_exception():
    paragraphs = [WOOL, TOLL] * 4
    text = "\n\n".join(paragraphs[:4]) + "\n\n\n" + "\n\n".join(paragraphs[4:])
    transcript = transcribed(text, thematic_breaks, layout="web")
    (mark,) = transcript.of_kind("milestone")
    assert text[mark.start :].startswith(WOOL[:20])
    assert mark.is_point
    assert (mark.get("rend"), mark.cert) == ("space", "low")


def test_doubled_blank_lines_are_no_breaks_where_they_are_the_custom_or_breaks_have_ink():
    custom = "\n\n\n".join([WOOL, TOLL] * 3)
    inked = "\n\n".join([WOOL, "* * *", *[TOLL] * 6]) + "\n\n\n" + WOOL
    assert values(transcribed(custom, thematic_breaks), "milestone", "rend") == []
    assert values(transcribed(inked, thematic_breaks), "milestone", "rend") == ["ornament"]
    assert (
        values(transcribed(inked.replace("* * *", TOLL), thematic_breaks, layout="book"), "milestone", "rend")
        == []
    )


def test_lines_that_a_program_draws_at_the_end_of_each_page_are_no_breaks():
    cut = TOLL.removesuffix(" of their crusts.")
    text = "\n\n".join([cut, "---", f"of crusts. {WOOL}", "---", cut, "---", f"of crusts. {WOOL}"])
    assert readings(transcribed(text, thematic_breaks), "milestone") == []
    assert readings(transcribed(text, thematic_breaks, layout="book"), "milestone") == ["---"] * 3


def test_a_line_drawn_under_a_heading_is_no_break_nor_the_end_of_a_page():
    cut = TOLL.removesuffix(" of their crusts.")
    text = f"The Bridge\n----------\n\n{cut}\n\nThe Ford\n---\n\nof crusts. {cut}\n\nThe Toll\n---\n\nof crusts."
    assert list(transcribed(text, thematic_breaks).of_kind("milestone", "fw")) == []


def test_rows_that_end_pages_leave_other_rows_to_be_breaks():
    cut, rest = TOLL.removesuffix(" of their crusts."), "of their crusts, and nobody swept them."
    lines = (cut, "---", rest, WOOL, "* * *", WOOL, cut, "---", rest, cut, "---", rest)
    transcript = transcribed("\n\n".join(lines), thematic_breaks)
    assert readings(transcript, "milestone") == ["* * *"]
    assert readings(transcript, "fw") == ["---"] * 3
