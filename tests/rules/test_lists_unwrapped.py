"""Lists in text of which each paragraph is a line, and quotations that an indent sets off there."""

import pytest

from build_edition.rules import transcribe
from build_edition.source import Source
from tests.rules.desk import TOLL, WOOL, readings


def web(*lines):
    return transcribe(Source.from_text("\n\n".join(lines) + "\n"))


def items(*lines):
    return [" ".join(text.split()) for text in readings(web(WOOL, *lines, TOLL), "item")]


@pytest.mark.parametrize(
    "markers",
    [
        *(("1)", "2)"), ("(a)", "(b)"), ("a.", "b."), ("i.", "ii.", "iii."), ("(i)", "(ii)", "(iii)"), ("•", "•")),
        ("h.",),
    ],
)
def test_markers_that_count_begin_items(markers):
    lines = [f"{marker} a measure of rye" for marker in markers]
    assert items(*lines) == (lines if len(lines) > 1 else [])


def test_what_stands_in_below_an_item_is_of_it_or_an_item():
    assert items("1. rye\n\n   of the old crop\n\n2. bran") == ["1. rye of the old crop", "2. bran"]
    assert items("# The Wants", "- rye\n    - old\n    - new\n- bran") == ["- rye", "- old", "- new", "- bran"]


def test_a_list_goes_on_over_the_foot_of_a_page():
    pages = [f"{WOOL}<sup>1</sup>", "1. rye", "2. bran", "<sup>1</sup> Roe, p. 4.", "3. a goose", "4. a hen", TOLL]
    found = readings(web(*pages), "item")
    assert found == ["1. rye", "2. bran", "3. a goose", "4. a hen"]


def test_dialogue_after_dashes_is_none():
    assert items("– Who pays?\n– Nobody.") == []


def quotes(*lines):
    return readings(web(*lines), "quote")


def test_paragraphs_that_stand_in_are_quotations():
    assert quotes(WOOL, f"    {TOLL}", f"    {WOOL}", TOLL, "The Ford", WOOL) == [f"{TOLL}\n\n    {WOOL}"]


def test_what_stands_in_below_an_item_is_a_quotation_if_others_are():
    assert quotes(WOOL, f"1. {WOOL}", f"    {TOLL}", f"2. {TOLL}", WOOL, TOLL) == []
    assert quotes(WOOL, f"    {TOLL}", WOOL, f"1. {WOOL}", f"    {TOLL}", WOOL, TOLL) == [TOLL, TOLL]


def test_a_text_that_indents_each_paragraph_has_none():
    assert quotes(WOOL, f"    {TOLL}", f"    {WOOL}", f"    {TOLL}", f"    {WOOL}") == []
    assert quotes(f"{WOOL}\n    {TOLL}\n{WOOL}\n{TOLL}") == []


def test_a_line_tight_under_a_quoted_one_goes_on_with_it():
    assert quotes("# The Ford", WOOL, f"> {TOLL}\nand so it stood.", WOOL) == [f"{TOLL}\nand so it stood."]


def test_it_does_not_where_no_blank_lines_part_paragraphs():
    assert quotes(f"# The Ford\n{WOOL}\n> {TOLL}\n{WOOL}\n{TOLL}\n{WOOL}\n{TOLL}") == [TOLL]
