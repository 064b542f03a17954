"""Headings, byline and standfirst of unwrapped texts."""

from build_edition.rules import emphasis, headings_unwrapped, paragraphs_unwrapped, thematic_breaks
from tests.rules.desk import TOLL, WOOL, readings, transcribed, values

RULES = (thematic_breaks, emphasis, headings_unwrapped, paragraphs_unwrapped)


def essay(*lines):
    return transcribed("\n\n".join(lines), *RULES)


def heads(transcript):
    return list(zip(readings(transcript, "head"), values(transcript, "head", "level"), strict=True))


def test_title_byline_and_numbered_sections():
    transcript = essay(
        "THE LAST FERRY", "Jane Q. Roe", "I", f"THE old boat lay there. {WOOL}", TOLL, "II", TOLL, WOOL
    )
    assert heads(transcript) == [("THE LAST FERRY", 1), ("I", 2), ("II", 2)]
    assert values(transcript, "head", "label") == [None, "I", "II"]
    assert readings(transcript, "byline") == ["Jane Q. Roe"]


def test_a_title_of_two_lines_is_one():
    transcript = essay("Last Ferries: I:\nSigns of Change on the River", WOOL, TOLL)
    (mark,) = transcript.of_kind("head")
    assert transcript.source.text[mark.start : mark.end] == "Last Ferries: I:\nSigns of Change on the River"


def test_a_standfirst_stands_over_lead_in_capitals():
    summary = (
        "Why did the valley give up its ferry? A look at three accounts shows where carters and weavers agree"
    )
    transcript = essay(summary, f"ONE OF THE boats sank. {WOOL}", TOLL)
    assert values(transcript, "p", "role") == ["standfirst", None, None]
    assert readings(transcript, "head") == []


def test_title_lines_are_sections_and_numbered_positions_run_in():
    opening = "WHAT SHALL we believe of all that the three old men said on the bridge that day?"
    positions = [f"(1) Plain Toll Payers. {TOLL}", f"(2) Night Carters. {TOLL}"]
    transcript = essay(WOOL, TOLL, "The Several Accounts", opening, *positions, "Can the Ferry Be Saved?", WOOL)
    assert heads(transcript) == [
        ("The Several Accounts", 2),
        ("(1) Plain Toll Payers.", 3),
        ("(2) Night Carters.", 3),
        ("Can the Ferry Be Saved?", 2),
    ]
    assert TOLL in readings(transcript, "p")


def test_side_heads_with_a_colon_need_company_of_other_words():
    sides = essay(WOOL, f"Half Wool, Half Flax: Yet {TOLL}", WOOL, f"The Old Keeper: {TOLL}", WOOL)
    assert heads(sides) == [("Half Wool, Half Flax:", 2), ("The Old Keeper:", 2)]
    assert values(sides, "head", "run_in") == [True, True]
    assert heads(essay(WOOL, f"The Old Keeper: {TOLL}", WOOL)) == []
    speakers = [f"The Old Keeper: {TOLL}"] * 4
    assert heads(essay(WOOL, *speakers)) == []


def test_markdown_and_bold_headings():
    transcript = essay("# The Ferry", WOOL, "## The Keeper ##", TOLL, "**The Hens**", TOLL)
    assert heads(transcript) == [("The Ferry", 1), ("The Keeper", 2), ("The Hens", 2)]


def test_sentences_dates_and_list_items_are_no_headings():
    transcript = essay(WOOL, "So it went.", TOLL, "and the hens", WOOL, "• Hens", TOLL, "“Never!”", WOOL)
    assert heads(transcript) == []


def test_a_byline_a_second_line_of_the_title_and_an_epigraph():
    top = "Who Owns the Hens?\nA Walk in Winter\nby Jane Roe\nHens are nobody’s.\nAn old saying of the plain"
    transcript = transcribed(f"{top}\n\n{WOOL}\n\n{TOLL}", headings_unwrapped, layout="web")
    assert readings(transcript, "head") == ["Who Owns the Hens?\nA Walk in Winter"]
    assert values(transcript, "head", "level") == [1]
    assert readings(transcript, "byline") == ["by Jane Roe"]
    assert readings(transcript, "epigraph") == ["Hens are nobody’s.\nAn old saying of the plain"]
    one_line = transcribed(f"Hens\n\n“Hens are nobody’s.” — Old saying\n\n{WOOL}\n\n{TOLL}", headings_unwrapped)
    assert readings(one_line, "epigraph") == ["“Hens are nobody’s.” — Old saying"]


def test_the_levels_of_markdown_and_html_headings():
    text = f"# Hens\n\n{WOOL}\n\n### Eggs\n\n{TOLL}\n\n<h2>Cocks</h2>\n\n{WOOL}"
    transcript = transcribed(text, emphasis, headings_unwrapped)
    assert readings(transcript, "head") == ["Hens", "Eggs", "Cocks"]
    assert values(transcript, "head", "level") == [1, 3, 2]


def test_labelled_chapters_with_their_titles_and_sections():
    text = [
        "THE LAST FERRY",
        "CHAPTER I.",
        "The Keeper.",
        WOOL,
        "CHAPTER II.",
        "The Hens.",
        TOLL,
        "The Eggs",
        WOOL,
    ]
    transcript = essay(*text)
    titles = ["THE LAST FERRY", "CHAPTER I.\n\nThe Keeper.", "CHAPTER II.\n\nThe Hens.", "The Eggs"]
    assert heads(transcript) == list(zip(titles, [1, 2, 2, 3], strict=True))
    assert values(transcript, "head", "label") == [None, "CHAPTER I.", "CHAPTER II.", None]


def test_numbered_titles_and_numerals_misread():
    assert heads(essay("Of Ferries", WOOL, "1. The keeper", TOLL, "2. His hens", WOOL))[1:] == [
        ("1. The keeper", 2),
        ("2. His hens", 2),
    ]
    decimals = essay("Of Ferries", WOOL, "1 Hens", TOLL, "1.1 Eggs", WOOL, "2 Cocks", TOLL)
    assert [level for _, level in heads(decimals)] == [1, 2, 3, 2]
    numerals = essay("Of Ferries", WOOL, "I", TOLL, "Il", WOOL, "Ill", TOLL, "IV", WOOL, "Vv", TOLL)
    assert values(numerals, "head", "label") == [None, "I", "Il", "Ill", "IV", "Vv"]


def test_cries_are_no_headings():
    assert heads(essay("Of Ferries", WOOL, "Nobody answered!", TOLL, "Why?", WOOL)) == [("Of Ferries", 1)]


def test_a_short_line_between_the_first_and_a_byline_belongs_to_the_title():
    transcript = essay("RIVER AFFAIRS", "The Ferry That Ran at Night", "By Jane Roe", WOOL, "The Oars", TOLL)
    assert heads(transcript) == [("RIVER AFFAIRS\n\nThe Ferry That Ran at Night", 1), ("The Oars", 2)]
    assert values(transcript, "head", "cert") == ["low", None]
    assert readings(transcript, "byline") == ["By Jane Roe"]


def test_captions_are_no_headings():
    captions = ("**Table 1.** *Tolls by year*", "**Table 2.** *Boats by year*")
    transcript = essay("# The Ferry", WOOL, captions[0], TOLL, captions[1], WOOL)
    assert heads(transcript) == [("The Ferry", 1)]


def test_a_note_at_the_end_has_a_heading():
    assert heads(essay("The Ferry", WOOL, TOLL, "Note", WOOL)) == [("The Ferry", 1), ("Note", 2)]


def test_a_marked_label_and_the_marked_title_below_it_are_one_heading():
    transcript = essay("## CHAPTER ONE", "## The Ferry", WOOL, "## II", "## The Hens", TOLL, "### III", WOOL)
    assert values(transcript, "head", "label") == ["CHAPTER ONE", "II", "III"]
    assert values(transcript, "head", "level") == [2, 2, 3]


def test_where_headings_are_marked_a_short_line_without_a_mark_is_none():
    lines = ("# The Ferry", WOOL, "Slowly, The Ferry", TOLL, "## The Hens", WOOL, "“Who Is It?”", TOLL)
    assert [text for text, _ in heads(essay(*lines))] == ["The Ferry", "The Hens"]


def test_lines_in_bold_are_headings_where_nothing_else_is_marked():
    transcript = essay(
        "**IV**", "**The Ferry**", WOOL, "**The hens of the keeper**", TOLL, "**He was late.**", WOOL
    )
    assert readings(transcript, "head") == ["IV\n\nThe Ferry", "The hens of the keeper"]


def test_a_call_behind_the_stop_ends_the_sentence_above_a_heading():
    transcript = essay("The Last Ferry", f"{WOOL}[2]", "The hens of the keeper", TOLL)
    assert [text for text, _ in heads(transcript)] == ["The Last Ferry", "The hens of the keeper"]


def test_a_paragraph_cut_short_ends_the_front_matter():
    cut = f"{WOOL} {TOLL.removesuffix(' of their crusts.')}"
    transcript = essay("# The Last Ferry", "By Jane Roe", cut, "![a](b.png)", WOOL)
    assert readings(transcript, "byline") == ["By Jane Roe"]


def test_a_summary_stands_over_a_byline():
    transcript = essay("The Last Ferry", "Half a century on, nobody agrees who sank it.", "By Jane Roe", WOOL)
    assert readings(transcript, "byline") == ["By Jane Roe"]
    assert readings(transcript, "epigraph") == []
    assert values(transcript, "p", "role") == ["standfirst", None]


def test_a_title_may_stand_over_the_label_of_a_chapter():
    found = heads(essay("PART ONE", "The Rise of the Ford", "CHAPTER ONE", "The Toll", WOOL, TOLL))
    assert [text.split("\n")[0] for text, _ in found] == ["PART ONE", "CHAPTER ONE"]


def test_numerals_of_a_part_of_a_book_and_the_notes_of_each_section():
    section = ["Notes", "1. Roe, p. 4."]
    transcript = essay(
        "XVII", "The Old Mill", WOOL, *section, "XVIII", "The Ford", TOLL, *section, "XIX", "Fair", WOOL
    )
    assert [(text.split()[0], level) for text, level in heads(transcript)] == [
        ("XVII", 2),
        ("Notes", 3),
        ("XVIII", 2),
        ("Notes", 3),
        ("XIX", 2),
    ]
