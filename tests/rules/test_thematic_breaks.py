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
