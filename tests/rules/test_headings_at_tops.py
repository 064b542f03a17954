"""Titles at the tops of pages: of several lines in large type, with a numeral above them or none."""

import pytest

from tests.rules.press import PROSE, RIVER, page, paragraph
from tests.rules.test_headings import found

BODY, MORE = paragraph(PROSE * 2), paragraph(RIVER * 2)
WHY = (
    "Why the Upper Village, Taken by the\nLower, Did Not Rise against Its New\nMillers in the Winter of the\nFrost"
)
ASKED = "What do the geese that swim\nowe the miller?"


def on_pages(*texts):
    """Each on a page of its own."""
    return "\n\n\f".join(texts)


def joined(words):
    return " ".join(words.split())


def test_a_title_of_several_lines_opens_its_page_over_space():
    text = on_pages(page(BODY, MORE), page(WHY, BODY, MORE), page(BODY, MORE))
    assert [words for _, _, words in found(text)] == [joined(WHY)]


@pytest.mark.parametrize(
    "lines",
    [
        "The river widened,\nThe alders stood around it,\nThe ferry lay unmended\nTill lamps were lit",
        "so that a boat could be poled\nas far as the ferry below",
    ],
)
def test_verses_and_the_end_of_a_sentence_open_pages_too(lines):
    assert found(on_pages(page(BODY, MORE), page(lines, BODY, MORE), page(BODY, MORE))) == []


def test_below_a_numeral_the_title_may_be_a_question_of_several_lines():
    assert found(page("VII", ASKED, BODY, MORE)) == [(2, "VII", f"VII {joined(ASKED)}")]


def test_below_a_numeral_the_title_may_have_four_lines():
    title = "Replies to Some Tales\nand Songs of the Upper\nValley, Sung at the\nFerry, version 5.2"
    assert found(page("III", title, BODY, MORE)) == [(2, "III", f"III {joined(title)}")]


def test_below_a_numeral_the_title_may_stand_over_verses():
    verses = (
        "Downstream the river widened,\nThe alders stood around it,\nThe ferry lay unmended\nTill lamps were lit"
    )
    text = page("III", "A Song: the Ferry", "[ALDER MILL]", verses, BODY, MORE)
    assert found(text) == [(2, "III", "III A Song: the Ferry")]


def test_numerals_in_words_run_on_though_the_first_is_not_there():
    text = page("FIVE", BODY, MORE) + "\n\n\n\n" + page("SIX", BODY, MORE)
    assert [label for _, label, _ in found(text)] == ["FIVE", "SIX"]


def test_a_customary_title_opens_its_page_tight_upon_text():
    short = "The ferryman kept no slate."
    text = on_pages(
        *[f"{BODY}\n{short}\n{MORE}"] * 2,
        f"Preface\nWords of the miller of the upper valley\n{BODY}\n{short}\n{MORE}",
        f"{BODY}\n{short}\n{MORE}",
    )
    assert [words for _, _, words in found(text)] == ["Preface"]


def test_specks_over_a_line_of_text_are_no_prose():
    assert found(page(BODY, "Long before this the sun had", "2 : . : :", MORE)) == []
