"""Displayed quotations: their exact extents, and what only looks like one."""

from build_edition.rules import forme_work, headings, page_beginnings, quotations
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
