"""Lists: bullets, numbers, chronologies and glossaries."""

from build_edition.rules import headings, lists, page_beginnings
from tests.rules.press import PROSE, RIVER, all_read, drafted, indented, page, paragraph, set_lines

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


def test_bullets_alone_on_the_lines_above_their_items():
    items = "•\n\n1) flour for the upper village,\nand bran;\n\n•\n\n2) a goose.\n"
    draft = drafted(f"{BODY}\nThey owed:\n{items}{paragraph(RIVER)}", lists)
    assert all_read(draft, "item") == ["• 1) flour for the upper village, and bran;", "• 2) a goose."]
    assert all_read(drafted(page(BODY, "•", paragraph(RIVER)), lists), "item") == []  # an ornament
    text = "\n\f".join(
        [BODY, BODY, "Glossary\n\n•\n\nbran: what the sieve keeps.\n\n•\n\nleat: a race.\n\n•\n\ntoll: a due."]
    )
    draft = drafted(text, page_beginnings, headings, lists)
    assert all_read(draft, "item") == ["• bran: what the sieve keeps.", "• leat: a race.", "• toll: a due."]


def test_an_item_ends_with_a_sentence_short_of_the_edge_and_a_colon_opens_a_list():
    led_in = set_lines(
        "What was owed to the miller by those above the ford came to this, every spring and autumn:"
    )
    full = next(lead for n in range(len(led_in)) if (lead := led_in[n:]).count("\n") == 0)
    draft = drafted(f"{BODY}\n{full}\n1. a goose;\n2. flour.\n{paragraph(RIVER)}\n{BODY}", lists)
    assert all_read(draft, "item") == ["1. a goose;", "2. flour."]


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


def test_asterisks_that_stand_in_begin_items_beside_rows_of_them():
    items = "  * eels from the weir\n\n  * eggs of the hens"
    text = page(f"{paragraph(RIVER)}\nThere were:", items, "    *     *     *", paragraph(RIVER))
    assert len(drafted(text, lists).marks("item")) == 2
    assert drafted(page(text, f"{paragraph()}\nfive * six"), lists).marks("item") == []


def test_a_bullet_begins_a_list_where_no_blank_line_sets_it_apart():
    items = ["• the race is to be cleared in spring;", "• the weir, which is older, in autumn."]
    draft = drafted(page(BODY, "\n".join([paragraph(RIVER + "They agreed:"), *items])), lists)
    assert all_read(draft, "item") == items


def test_what_stands_in_below_a_bullet_is_of_its_item_and_what_does_not_is_not():
    items = (
        "  • whose is the race? Who is\n    to clear it\n  • whose is the weir? And when\n    is it to be mended"
    )
    draft = drafted("\n".join(["   " + BODY, BODY + " They asked:", items, paragraph(RIVER)]), lists)
    assert [read.rpartition(" ")[2] for read in all_read(draft, "item")] == ["it", "mended"]


def test_a_first_line_as_deep_as_the_lines_of_an_item_begins_the_paragraph_under_it():
    first = "  • flour for the upper village, as much as two mules could\n    carry before the noon bell."
    rest = "\n    Half a sack of bran was to go with the second of the mules."
    for item in (first, first + rest):  # what ends its sentence on a full line is of the item
        text = page(indented(RIVER) + "\nThey owed:\n  • rye;\n" + item + "\n " + indented(RIVER))
        assert all_read(drafted(text, lists), "item") == ["• rye;", " ".join(item.split())]


def test_numbers_in_a_full_line_of_prose_begin_no_list():
    above = paragraph(PROSE + "the miller owed:").rpartition("\n")[0] + "\n" + "w" * 41 + ":"
    text = page(BODY, above + "\n1) the race; 2) the weir, which is older, and\n2) the ferry.", BODY)
    assert all_read(drafted(text, lists), "item") == []


def test_numbered_paragraphs_are_no_list_where_paragraphs_begin_at_the_margin():
    numbered = [set_lines(f"{n}. {PROSE}") for n in (1, 2)]
    hanging = [set_lines(f"{n}. {PROSE}").replace("\n", "\n   ") for n in (1, 2)]
    title = " " * 30 + "II\n"
    assert all_read(drafted(title + page(BODY, *numbered, BODY), lists), "item") == []
    assert len(all_read(drafted(title + page(BODY, *hanging, BODY), lists), "item")) == 2


def test_items_as_long_as_paragraphs_are_numbered_paragraphs():
    long = [set_lines(f"{n}. {PROSE * 3}") for n in (1, 2)]
    assert all_read(drafted(page(BODY, *long, BODY), lists), "item") == []


def numbered(lead, *words):
    """A flush text with numbered paragraphs, a quotation standing in so that edges are kept."""
    quotation = set_lines(RIVER).replace("\n", "\n    ")
    items = [set_lines(f"{n}. {word}{PROSE}") for n, word in enumerate(words, 1)]
    text = page(*[BODY.strip()] * 3, f"    {quotation}", lead, *items, set_lines(PROSE * 2))
    return len(list(drafted(text, lists).marks("item")))


def test_flush_paragraphs_with_numbers_are_items_if_they_cannot_be_paragraphs():
    assert numbered("So it stood.", "It ", "It ", "It ") == 0
    assert numbered("The hask had three rules:", "It ", "It ", "It ") == 3
    assert numbered("So it stood.", "that ", "that ", "that ") == 3


def test_a_bullet_with_nothing_beside_it_is_no_list():
    text = page(paragraph(PROSE), paragraph("They asked for four things:") + "\n•")
    assert all_read(drafted(text, lists), "list") == []
