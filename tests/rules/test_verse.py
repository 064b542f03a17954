"""Verse in a text: known by lines that break a sentence off where there was room, and go on with a capital."""

import pytest

from build_edition.rules import headings, line_joins, paragraphs, quotation_marks, quotations
from tests.rules.press import PROSE, RIVER, all_read, display, drafted, page, paragraph

BODY = paragraph(PROSE * 3)
VERSE = (
    "The wheel that turns by night alone",
    "Has neither bread nor water,",
    "And he that lends the mill a spade",
    "Shall never clear the river.",
)
COUPLET = ("“The wheel that turns by night alone", "Has neither bread nor water.”")


def stacked(*blocks: str) -> str:
    """Blocks with nothing between them, as a program writes them down that keeps the words alone."""
    return "\n".join(blocks)


def quotes_of(text: str) -> list[str]:
    return all_read(drafted(text, quotations), "quote")


def test_verse_is_known_where_neither_edge_nor_blank_lines_are_kept():
    draft = drafted(stacked(BODY, *VERSE, BODY), quotations, paragraphs, line_joins)
    (quote,) = draft.marks("quote")
    assert all_read(draft, "quote") == [" ".join(VERSE)]
    assert quote.get("rend") == "lines"
    assert [mark.get("continues") for mark in draft.marks("p")][1:5] == [None, True, True, True]
    assert "alone\nHas" in draft.freeze().reading.text


@pytest.mark.parametrize("lead", ["And she sang of it:", "It is as the old song of the weir has it,"])
def test_two_lines_in_quotation_marks_are_enough(lead):
    assert quotes_of(stacked(paragraph(RIVER + lead), *COUPLET, BODY)) == [" ".join(COUPLET)]


def test_what_leads_in_is_no_line_of_it():
    text = stacked(BODY, *COUPLET, "Says another song also:", *COUPLET, BODY)
    assert quotes_of(text) == [" ".join(COUPLET)] * 2


def test_each_line_may_stand_apart():
    assert quotes_of(page(BODY, *VERSE, BODY)) == [" ".join(VERSE)]


def test_a_line_may_begin_with_a_misread_letter():
    misread = (*VERSE[:2], "and he that lends the mill a spade", VERSE[3])
    assert quotes_of(stacked(BODY, *misread, BODY)) == [" ".join(misread)]


@pytest.mark.parametrize(
    "lines",
    [
        ("“Who dug the race?”", "“Nobody knows, and nobody asks.”", "“Then who clears it each spring?”"),
        ("Anna Weir of the Upper Mill", "Tom Alder of the Ferry", "Joan Pike of the Long Race", "The Miller"),
        ("I am, Sir,", "Your obedient Servant,", "Tom Alder"),
        ("The race was cleared by the village,", "and the wheel was stopped for it,", "and the slate wiped"),
    ],
    ids=["speech", "names", "what closes a letter", "small letters"],
)
def test_other_short_lines_are_no_verse(lines):
    assert quotes_of(stacked(BODY, *lines, BODY)) == []


def test_a_narrow_block_of_prose_is_no_verse():
    words = "“It is the miller’s wheel. I have seen it, and I was there when it stood. " * 3 + "Nobody came.”12"
    draft = drafted(page(BODY, paragraph(RIVER + "He used to say,"), display(words), BODY), quotations)
    assert [mark.get("rend") for mark in draft.marks("quote")] == [None]


def test_the_name_of_a_tune_and_the_poet_are_of_it():
    text = page("CHAPTER ONE\nThe mill", "[WEIR]", "\n".join(VERSE), "—Anna Alder", BODY, BODY)
    draft = drafted(text, headings, quotations)
    assert all_read(draft, "epigraph") == all_read(draft, "quote") == [" ".join(("[WEIR]", *VERSE, "—Anna Alder"))]


def test_a_heading_below_verse_is_not_the_poet():
    assert quotes_of(page(BODY, "\n".join(VERSE), "THE FERRY", BODY)) == [" ".join(VERSE)]


def test_verse_in_a_display_of_prose_keeps_its_lines():
    first, lead = ("   " + paragraph(words) for words in (PROSE, RIVER + "He wrote to his sister:"))
    letter = ["     " + line for line in display(PROSE + "We sing here of the mill:").split("\n")]
    verse = ["     " + line for line in VERSE]
    draft = drafted(
        stacked(first, first, lead, *letter, *verse, first, first, first), quotations, paragraphs, line_joins
    )
    assert len(all_read(draft, "quote")) == 1
    assert "alone\n     Has" in draft.freeze().reading.text


def test_the_last_line_of_a_title_is_no_display():
    indented = "   " + paragraph(PROSE)
    text = page(stacked(*[indented] * 3), stacked("CHAPTER TWO", "OF WHEELS", "       and of spades"), indented)
    assert all_read(drafted(text, headings, quotations), "quote") == []


def test_no_line_of_verse_ends_in_a_broken_word():
    lines = (
        "At this late hour, when all the mills",
        "Along the stream were shut, and the mill-",
        "ers had gone home,",
        "Right as they were, nobody spoke",
    )
    assert quotes_of(stacked(BODY, *lines, BODY)) == []


def test_marks_of_quotation_balance_over_the_lines_of_verse():
    quoted = (f"“{VERSE[0]}", *VERSE[1:3], f"{VERSE[3]}”")
    text = stacked(paragraph(RIVER + "And she sang of it:"), *quoted, BODY, paragraph("“The weir,” he said."))
    draft = drafted(text, quotations, paragraphs, line_joins, quotation_marks)
    assert [mark.get("evidence") for mark in draft.marks("suspect")] == []


@pytest.mark.parametrize("tune", ["[WEIR", "WEIR]"])
def test_a_scan_may_lose_one_bracket_about_the_name_of_a_tune(tune):
    assert quotes_of(page(BODY, tune, "\n".join(VERSE), BODY)) == [" ".join((tune, *VERSE))]


def test_a_poet_may_have_four_names():
    poet = "ANNA ALDER OF THE LONG RACE AND WEIR"
    assert quotes_of(stacked(BODY, *VERSE, poet, BODY)) == [" ".join((*VERSE, poet))]


def test_a_quoted_line_may_begin_in_its_middle_and_another_be_turned_over():
    verse = ("“with all her wheels to grind,", "And turn again the heavy stone for those who", "wait.”")
    text = stacked(paragraph(RIVER + "And the mill of the song was both"), *verse, BODY)
    assert quotes_of(text) == [" ".join(verse)]
