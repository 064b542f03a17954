"""Captions, and tables of which only the words are left."""

from build_edition.rules import figures
from tests.rules.press import PROSE, RIVER, all_read, drafted, page, paragraph

BODY = paragraph(PROSE * 2)


def test_a_caption_is_a_figure_with_its_label():
    draft = drafted(page(BODY, "Figure 2.1 The mill seen from the weir.", BODY), figures)
    assert [mark.get("label") for mark in draft.marks("figure")] == ["Figure 2.1"]


def test_prose_that_speaks_of_a_figure_is_none():
    draft = drafted(page(BODY, "Figure 2 shows the mill.", BODY), figures)
    assert draft.marks("figure") == []


def test_rows_that_a_colon_introduces_are_a_table_of_low_certainty():
    text = page(
        paragraph(PROSE + "So it stood:"), "Upper village = rye", "Lower village = oats", "Ferry = nothing"
    )
    draft = drafted(page(text, paragraph(RIVER)), figures)
    assert [mark.cert for mark in draft.marks("table")] == ["low"]
    assert all_read(draft, "row") == ["Upper village = rye", "Lower village = oats", "Ferry = nothing"]
    assert all_read(draft, "cell")[:2] == ["Upper village", "rye"]
