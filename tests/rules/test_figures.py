"""Captions, and tables of which only the words are left."""

from build_edition.rules import emphasis, figures, lists, paragraphs, quotations
from tests.rules.desk import TOLL, WOOL, transcribed, values
from tests.rules.press import NARROW, PROSE, RIVER, all_read, drafted, page, paragraph, set_lines

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


def test_a_key_its_caption_and_remark_are_one_figure_and_the_paragraph_resumes():
    broken = paragraph(RIVER + "and the quarrel in")
    key = page("KEY:", "A: the weir\nB: the race, which the upper", "Figure 3.1 The mill from above.")
    rest = page("village clears in spring.\nC: the ferry.", set_lines(PROSE, NARROW - 1500))
    text = page(BODY, broken, key, rest, paragraph("those years was long. " + RIVER))
    draft = drafted(text, figures, lists, quotations, paragraphs)
    (figure,) = draft.marks("figure")
    assert figure.get("label") == "Figure 3.1"
    assert all_read(draft, "figure")[0].startswith("KEY: A: the weir")
    assert all_read(draft, "figure")[0].endswith(PROSE.strip())
    assert all_read(draft, "item") == ["A: the weir", "B: the race, which the upper", "C: the ferry."]
    last = draft.marks("p")[-1]
    assert last.get("continues") is True
    assert all_read(draft, "p")[-1].startswith("those years was long.")


def test_a_key_without_caption_is_no_figure():
    draft = drafted(page(BODY, "KEY:", "A: the weir\nB: the race", BODY), figures)
    assert draft.marks("figure") == []


def test_capitals_part_two_columns_run_into_one():
    lead = paragraph(PROSE + "The old mill is not the steam mill, and they compare so:")
    rows = ["Old Mill Steam Mill", "Running water Coal", "One stone Many stones", "Idle in summer Idle on feasts"]
    text = page(lead, *rows, paragraph(RIVER))
    assert all_read(drafted(text, figures), "cell") == [
        "Old Mill",
        "Steam Mill",
        "Running water",
        "Coal",
        "One stone",
        "Many stones",
        "Idle in summer",
        "Idle on feasts",
    ]


def test_names_in_rows_are_no_second_column():
    rows = ["The mill at Alder", "The ferry of Lower Weir", "The toll at Oat Bridge"]
    text = page(paragraph(PROSE + "So it stood:"), *rows, paragraph(RIVER))
    assert all_read(drafted(text, figures), "cell") == rows


def test_a_caption_between_paragraphs_is_a_figure():
    transcript = transcribed(
        f"{WOOL}\n\n*Fig. 3: The weir.*\n\n{TOLL}\n\nTable 2. Eels\n\nFigure 4 shows eels.", emphasis, figures
    )
    assert values(transcript, "figure", "label") == ["Fig. 3"]
