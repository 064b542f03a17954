"""The word Chapter alone on its line, over its number or, where chapters have none, over their title."""

from tests.rules.press import PROSE, RIVER, centred, page, paragraph
from tests.rules.test_headings import found

BODY, MORE = paragraph(PROSE * 2), paragraph(RIVER * 2)


def test_the_number_of_a_chapter_stands_below_the_word():
    text = page(centred("Chapter"), centred("VI"), BODY, MORE, centred("Chapter"), centred("VII"), BODY)
    assert found(text) == [(2, "Chapter VI", "Chapter VI"), (2, "Chapter VII", "Chapter VII")]


def test_the_title_stands_below_both():
    text = page("CHAPTER\nTHREE", "The Ferry", BODY, MORE)
    assert found(text) == [(2, "CHAPTER THREE", "CHAPTER THREE The Ferry")]


def test_a_chapter_without_a_number_has_its_title_below_the_word():
    assert found(page("Chapter", "The Ferry", BODY, MORE)) == [(2, "Chapter", "Chapter The Ferry")]


def test_the_word_alone_over_text_or_numerals_is_no_label():
    assert found(page(BODY, "Chapter", MORE)) != [(2, "Chapter", "Chapter")]
    assert found(page("Chapter\nI\nII\nIII", BODY, MORE)) == []
