"""Sidebars that interrupt an argument."""

from build_edition.rules import headings_unwrapped, paragraphs_unwrapped, sidebars
from tests.rules.desk import TOLL, WOOL, readings, transcribed, values

RULES = (headings_unwrapped, sidebars, paragraphs_unwrapped)


def test_a_titled_box_with_its_source_line():
    text = f"{TOLL}\n\n{WOOL}\n\nHens in “Short Supply”\n\n{TOLL}\nThe Weaver, March 3.\n\n{WOOL}\n\n{TOLL}"
    transcript = transcribed(text, *RULES)
    (box,) = transcript.of_kind("floatingText")
    inside = [mark.kind for mark in transcript.marks if box.start <= mark.start < box.end]
    assert inside == ["floatingText", "head", "p", "note"]
    assert values(transcript, "note", "type") == ["source"]
    assert values(transcript, "head", "level") == [3]


def test_a_section_is_no_box():
    text = f"{TOLL}\n\n{WOOL}\n\nHens in Short Supply\n\n{TOLL}\n\n{WOOL}\n\n{TOLL}"
    transcript = transcribed(text, *RULES)
    assert readings(transcript, "floatingText") == []
    assert values(transcript, "head", "level") == [2]


def test_a_box_without_blank_lines_may_hold_a_list():
    box = "What the hens gave\nThe yearbook says:\n• eggs, 40;\n• feathers.\nYearbook of Hens, 1960, p. 7."
    transcript = transcribed(f"{TOLL}\n\n{WOOL}\n\n{box}\n\n{WOOL}\n\n{TOLL}", *RULES)
    assert readings(transcript, "floatingText") == [box]
    assert readings(transcript, "head") == ["What the hens gave"]
    assert values(transcript, "head", "level") == [3]
    assert readings(transcript, "item") == ["• eggs, 40;", "• feathers."]
