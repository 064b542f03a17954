"""Lists: bullets, numbers, chronologies and glossaries."""

from build_edition.rules import headings, lists, page_beginnings
from tests.rules.press import PROSE, RIVER, all_read, drafted, page, paragraph, set_lines

BODY = paragraph(PROSE * 3)


def test_bullets_go_on_over_the_blank_line_that_breaks_them():
    first = set_lines(
        "• flour for the upper village, as much as two mules could carry before the noon bell, and bran;"
    )
    head, tail = first.split("\n")
    text = page(BODY + "\nThey owed:", head, tail + "\n• rye;\n• a goose.", paragraph(RIVER))
    draft = drafted(text, lists)
    assert all_read(draft, "item") == [" ".join(first.split()), "• rye;", "• a goose."]
    assert [mark.get("ordered") for mark in draft.marks("list")] == [False]


def test_numbers_make_a_list_only_in_order():
    draft = drafted(page(BODY, "1) the race;\n2) the weir;", "3) the ferry.", paragraph(RIVER)), lists)
    assert all_read(draft, "item") == ["1) the race;", "2) the weir;", "3) the ferry."]
    assert [mark.get("ordered") for mark in draft.marks("list")] == [True]
    assert all_read(drafted(page(BODY, "7) the race was dug", paragraph(RIVER)), lists), "item") == []


def test_prose_after_a_finished_item_is_not_in_the_list():
    draft = drafted(page(BODY, "• rye;", "• a goose.", paragraph(RIVER)), lists)
    assert all_read(draft, "item")[-1] == "• a goose."


def test_the_entries_of_a_chronology():
    text = "\n\f".join(
        [BODY, BODY, page("Chronology of the mill", "1801 The race is dug", "1822 Flood", "1830 Fire")]
    )
    draft = drafted(text, page_beginnings, headings, lists)
    assert all_read(draft, "item") == ["1801 The race is dug", "1822 Flood", "1830 Fire"]
    assert [mark.get("type") for mark in draft.marks("list")] == ["chronology"]


def test_the_entries_of_a_glossary_and_one_that_is_broken_in_two():
    entries = "bran what the sieve keeps\nleat a channel that leads water along a slope to the wheel"
    more = "of a mill\nrace the channel of the wheel\ntoll a due"
    text = "\n\f".join([BODY, BODY, page("Glossary", entries, more)])
    draft = drafted(text, page_beginnings, headings, lists)
    assert all_read(draft, "item") == [
        "bran what the sieve keeps",
        "leat a channel that leads water along a slope to the wheel of a mill",
        "race the channel of the wheel",
        "toll a due",
    ]


def test_signs_that_were_bullets_where_a_colon_leads_into_them():
    items = ["e flour for the upper village;", "¢ rye, and as much bran as two mules carry;", "+ a goose."]
    draft = drafted(page(BODY + "\nThey owed:", *items, paragraph(RIVER)), lists)
    assert all_read(draft, "item") == items


def test_a_letter_that_is_a_word_of_the_text_is_no_bullet():
    words = "il fiume e il mulino e la ruota"
    text = page(BODY + "\nThey owed:", "e flour for the upper village;", "e rye.", paragraph(words))
    assert all_read(drafted(text, lists), "item") == []


def test_numbered_paragraphs_are_no_list_in_a_text_with_indents():
    def numbered(n: int) -> str:
        return f"   {n}. " + set_lines(PROSE)

    def hanging(n: int) -> str:
        return f"   {n}. " + set_lines(PROSE).replace("\n", "\n      ")

    assert all_read(drafted("\n".join([BODY, BODY, numbered(1), numbered(2), BODY]), lists), "item") == []
    draft = drafted("\n".join([BODY, BODY, hanging(1), hanging(2), "   " + BODY]), lists)
    assert len(all_read(draft, "item")) == 2


def test_full_entries_of_a_chronology_begin_with_years_that_rise():
    entries = [f"{year}   {set_lines(PROSE, 26_000)}".replace("\n", "\n       ") for year in (1801, 1822, 1830)]
    text = "\n\f".join([BODY, BODY, page("Chronology of the mill", "\n".join(entries))])
    draft = drafted(text, page_beginnings, headings, lists)
    assert [read[:4] for read in all_read(draft, "item")] == ["1801", "1822", "1830"]


def test_bullets_begin_the_entries_of_a_glossary_whatever_their_first_letters():
    entries = "• leat: a channel that leads water along a slope\nbran and all, to the wheel\n• bran: what is left"
    text = "\n\f".join([BODY, BODY, page("Glossary", entries, "• alder: a tree\n• race: a channel")])
    draft = drafted(text, page_beginnings, headings, lists)
    assert [read[:6] for read in all_read(draft, "item")] == ["• leat", "• bran", "• alde", "• race"]


def test_the_text_goes_on_at_the_margin_below_the_second_line_of_an_item():
    items = (
        "  1. the race is to be cleared in spring;\n  2. the weir, which is older than the mill,\n     in autumn."
    )
    text = "\n".join(["   " + BODY, BODY + " They agreed:", items, BODY])
    assert all_read(drafted(text, lists), "item")[-1] == "2. the weir, which is older than the mill, in autumn."


def test_a_comma_for_a_full_stop_goes_on_with_a_list_and_begins_none():
    items = ["1. the race;", "2, The weir;", "3. the ferry."]
    assert all_read(drafted(page(BODY, *items, paragraph(RIVER)), lists), "item") == items
    assert all_read(drafted(page(BODY, "2, The weir;", "3, The ferry.", BODY), lists), "item") == []


def test_a_dash_among_signs_that_were_bullets_is_one_too():
    items = ["+ flour for the upper village;", "- rye, and as much bran as two mules carry;", "» a goose."]
    assert all_read(drafted(page(BODY + "\nThey owed:", *items, paragraph(RIVER)), lists), "item") == items


def test_blank_lines_part_the_entries_of_a_glossary_whose_lines_run_on():
    entries = [set_lines(f"{word}: {PROSE[:100]}") for word in ("bran", "leat", "race")]
    text = "\n\f".join([BODY, BODY, page("Glossary", *entries, "1801\n1822\n1830")])
    draft = drafted(text, page_beginnings, headings, lists)
    assert [read[:4] for read in all_read(draft, "item")] == ["bran", "leat", "race"]
