"""Displayed quotations: their exact extents, and what only looks like one."""

from build_edition.rules import forme_work, headings, line_joins, lists, page_beginnings, paragraphs, quotations
from tests.rules.press import PROSE, RIVER, all_read, display, drafted, page, paragraph

BODY = paragraph(PROSE * 3)
WORDS = (
    "a wheel is patient and will wait for its water, but a miller who waits is a man who has already begun to "
    "sell his stones, for the village does not forgive an empty sack, and it has a long memory for hunger.12"
)


def test_narrow_lines_that_the_text_leads_into():
    draft = drafted(
        page(BODY, paragraph(RIVER + "As the old miller used to say,"), display(WORDS), BODY), quotations
    )
    assert all_read(draft, "quote") == [WORDS]


def test_full_lines_are_no_quotation_whatever_leads_into_them():
    draft = drafted(page(BODY, paragraph(RIVER + "He said this:"), paragraph(PROSE), BODY), quotations)
    assert all_read(draft, "quote") == []


def test_a_quotation_runs_over_the_page():
    lead = paragraph(RIVER + "As the old miller used to say,")
    lines = display(WORDS).split("\n")
    upper, lower = "\n".join(lines[:1]), "\n".join(lines[1:])
    text = "\n\f".join([BODY, page(BODY, lead, upper) + "\n", page(lower, BODY), BODY])
    draft = drafted(text, forme_work, page_beginnings, quotations)
    assert all_read(draft, "quote") == [WORDS]


def test_the_lead_in_at_a_page_foot_is_not_part_of_it():
    lead = paragraph(RIVER + "As the old miller used to say:")
    text = "\n\f".join([BODY, page(BODY, lead) + "\n", page(display(WORDS), BODY), BODY])
    draft = drafted(text, forme_work, page_beginnings, quotations)
    assert all_read(draft, "quote") == [WORDS]


def test_what_stands_narrow_under_a_chapter_title_is_an_epigraph_too():
    text = page("CHAPTER ONE\nThe mill", display(WORDS), BODY, BODY)
    draft = drafted(text, headings, quotations)
    assert all_read(draft, "epigraph") == all_read(draft, "quote") == [WORDS]


def test_lines_that_ended_by_will_are_kept():
    text = page("CHAPTER ONE\nThe mill", "Q: Who dug the race?\nA: Whoever drank last.", BODY, BODY)
    draft = drafted(text, headings, quotations, paragraphs, line_joins)
    (quote,) = draft.marks("quote")
    assert quote.get("rend") == "lines"
    assert "race?\nA:" in draft.freeze().reading.text


def test_a_display_of_prose_is_no_verse():
    draft = drafted(page(BODY, paragraph(RIVER + "As he used to say,"), display(WORDS), BODY), quotations)
    assert [mark.get("rend") for mark in draft.marks("quote")] == [None]


def test_a_quotation_may_introduce_a_list():
    lead = paragraph(RIVER + "The old charter says this:")
    text = page(BODY, lead, "The toll is not asked of:", "• geese that swim;\n• millers’ widows.12", BODY)
    draft = drafted(text, lists, quotations, paragraphs)
    assert all_read(draft, "quote") == ["The toll is not asked of: • geese that swim; • millers’ widows.12"]
    assert [mark.cert for mark in draft.marks("quote")] == ["low"]
