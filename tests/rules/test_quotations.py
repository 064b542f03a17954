"""Displayed quotations: their exact extents, and what only looks like one."""

from build_edition.rules import (
    forme_work,
    headings,
    line_joins,
    lists,
    page_beginnings,
    paragraphs,
    quotations,
    thematic_breaks,
)
from tests.rules.press import (
    MEASURE,
    NARROW,
    PROSE,
    RIVER,
    all_read,
    display,
    drafted,
    page,
    paragraph,
    set_lines,
)

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


# a text that keeps its indents

FIRST_LINE, SET_IN = "   ", "     "
SMALL = 34_000  # smaller type: more goes on a line than the text's measure holds


def indented(text: str) -> str:
    return FIRST_LINE + set_lines(text, MEASURE - 1000)


def inset(text: str, measure: int = NARROW, by: str = SET_IN) -> str:
    return "\n".join(by + line for line in set_lines(text, measure).split("\n"))


def stacked(*blocks: str) -> str:
    """Blocks with nothing between them."""
    return "\n".join(blocks)


INDENTED = [indented(PROSE), indented(RIVER), indented(PROSE + RIVER)]


def test_a_block_set_in_from_the_margin():
    text = stacked(*INDENTED, indented("He said this of it:"), inset(WORDS), *INDENTED)
    assert all_read(drafted(text, quotations), "quote") == [WORDS]


def test_one_in_smaller_type_that_stands_in_no_farther_than_a_first_line():
    lead = indented("The old miller said this of it:")
    quoted = f"“{WORDS[:-2]}”12"
    text = stacked(*INDENTED, lead, inset(quoted, SMALL, FIRST_LINE), *INDENTED, lead, *INDENTED)
    assert all_read(drafted(text, quotations), "quote") == [quoted]


def test_a_first_line_that_would_not_fit_the_text_with_its_indent_is_of_the_display():
    lead = indented("The old miller said this of it:")
    letter = [inset(words * 3, SMALL) for words in (PROSE, RIVER)]
    ended = "         " + set_lines(RIVER, SMALL).split("\n")[0]
    text = stacked(*INDENTED, *[lead, *letter, *INDENTED] * 2, lead, letter[0], ended, paragraph(RIVER), *INDENTED)
    assert all_read(drafted(text, quotations), "quote")[2] == " ".join(f"{letter[0]} {ended}".split())


def test_each_page_has_its_own_margin():
    upper, lower = inset(WORDS).split("\n")[:1], inset(WORDS).split("\n")[1:]
    lead = indented("He said this of it:")
    first = stacked(*INDENTED, lead, *upper)
    second = stacked(*lower, *INDENTED)
    shifted = "\n".join("    " + line for line in second.split("\n"))
    draft = drafted(first + "\n\f" + shifted, forme_work, page_beginnings, quotations)
    assert all_read(draft, "quote") == [WORDS]


def test_dialogue_and_first_lines_are_no_displays():
    speech = [indented(words) for words in ("“Who dug the race?”", "“Nobody knows.”", "“And who clears it?”")]
    assert all_read(drafted(stacked(*INDENTED, *speech, *INDENTED), quotations), "quote") == []


def test_a_display_of_several_paragraphs_is_one_quotation():
    more = "“A stone that is not turned is a step for the hens, and no more than that.”"
    text = stacked(
        *INDENTED, indented("He said this of it:"), inset("“" + WORDS[:-3] + "."), inset(more), *INDENTED
    )
    draft = drafted(text, quotations)
    assert all_read(draft, "quote") == [f"“{WORDS[:-3]}. {more}"]
    assert all_read(draft, "p") == [f"“{WORDS[:-3]}.", more]


def test_a_line_alone_in_the_middle_is_no_display():
    widest = max(len(line) for line in stacked(*INDENTED).split("\n"))
    text = page(*INDENTED, "Of mills and rivers".center(widest).rstrip(), *INDENTED)
    assert all_read(drafted(text, quotations), "quote") == []


# a text without indents

RIVER_LED_IN = paragraph(RIVER + "The old miller said this of it:")
DISPLAYS = [
    "the wheel has stood since the feast of stones, and nobody in the village will lend me a spade or a boy.",
    "there was a time when the race ran clear to the ferry, and a man could see his debts at the bottom of it.",
    "if the river is to be shared then let it be shared in winter as well, when it does nothing but freeze.",
]


def test_displays_in_smaller_type_hold_more_than_a_line_of_the_text():
    blocks = [block for words in DISPLAYS for block in (BODY, RIVER_LED_IN, set_lines(words * 3, 33_600))]
    draft = drafted(page(*blocks, BODY, BODY), quotations)
    assert all_read(draft, "quote") == [" ".join((words * 3).split()) for words in DISPLAYS]


def test_whole_paragraphs_in_quotation_marks_are_displays_where_notes_end_them():
    quoted = [f"“{words * 2}”{n}" for n, words in enumerate(DISPLAYS, 1)]
    blocks = [block for words in quoted for block in (BODY, RIVER_LED_IN, paragraph(words))]
    draft = drafted(page(*blocks, BODY), quotations)
    assert all_read(draft, "quote") == quoted
    assert [mark.cert for mark in draft.marks("quote")] == ["high"] * 3


def test_they_are_speech_where_nothing_leads_into_them():
    blocks = [block for words in DISPLAYS for block in (BODY, paragraph(f"“{words * 2}”"))]
    assert all_read(drafted(page(*blocks, BODY), quotations), "quote") == []


REPLIES = ["“Who dug the race?”", "“Nobody knows.”", "“And who clears it?”", "“Nobody, I fear.”"]


def test_what_is_led_into_is_speech_as_well_where_paragraphs_answer_one_another():
    led = page(RIVER_LED_IN, "“There was a time when it ran clear.”")
    at_length = page(RIVER_LED_IN, paragraph(f"“{WORDS[:-2]}”"))
    assert all_read(drafted(page(BODY, *REPLIES, BODY, led, at_length, BODY), quotations), "quote") == []


def test_a_narrower_block_among_speech_is_a_display():
    draft = drafted(page(BODY, *REPLIES, BODY, RIVER_LED_IN, display(f"“{WORDS[:-2]}”"), BODY), quotations)
    assert all_read(draft, "quote") == [f"“{WORDS[:-2]}”"]


# a text that keeps its indents, with displays at its margin


def test_displays_in_smaller_type_at_the_margin_of_a_text_with_indents():
    lead = indented("The old miller said this of it:")
    blocks = [block for words in DISPLAYS for block in (*INDENTED, lead, set_lines(words * 3, SMALL), "")]
    draft = drafted(stacked(*blocks, *INDENTED), quotations)
    assert all_read(draft, "quote") == [" ".join((words * 3).split()) for words in DISPLAYS]


def test_an_ornament_between_two_paragraphs_is_no_display():
    lead = indented("The old miller said this of it:")
    text = stacked(*INDENTED, lead, inset(WORDS), *INDENTED, "", "      * * *", "", *INDENTED)
    assert all_read(drafted(text, thematic_breaks, quotations), "quote") == [WORDS]


def test_rows_of_figures_are_no_quotation():
    rows = "\n".join(["geese", "1801 412 none 86 12", "1802 530 none 91 14", "1803 97 4 64 12"])
    text = page(BODY, paragraph(RIVER + "They were counted, and this was found:"), rows, BODY)
    assert all_read(drafted(text, quotations), "quote") == []


def test_a_folio_tells_that_a_page_is_all_display():
    def of_text(number: int) -> str:
        return stacked(*INDENTED, *INDENTED, "\n" + str(number).center(70).rstrip())

    begun = stacked(
        *INDENTED, *INDENTED, indented("He said this of it:"), inset(PROSE), "\n" + "6".center(70).rstrip()
    )
    moved = stacked(set_lines(PROSE * 3, NARROW), "\n" + "7".center(58).rstrip())
    pages = [*map(of_text, range(1, 6)), begun, moved, *map(of_text, range(8, 14))]
    draft = drafted("\n\f".join(pages), forme_work, page_beginnings, quotations)
    assert all_read(draft, "quote") == [f"{PROSE.strip()} 6 {(PROSE * 3).strip()}"]


# displays that blank lines alone set apart, where paragraphs of the text have none


def spaced(*paragraphs: str) -> str:
    """A display at the margin; its later paragraphs stand in, each below a blank line, as does what follows."""
    first, *others = paragraphs
    return "\n".join(["", set_lines(first, MEASURE), *("\n" + indented(words) for words in others), ""])


LED_IN = indented("The old miller said this of it:")


def test_displays_at_the_margin_that_blank_lines_set_apart():
    blocks = [block for words in DISPLAYS for block in (*INDENTED, LED_IN, spaced(words * 3))]
    draft = drafted(stacked(*blocks, *INDENTED), quotations)
    assert all_read(draft, "quote") == [" ".join((words * 3).split()) for words in DISPLAYS]


def test_what_opens_them_tells_the_form_of_those_that_nothing_leads_into():
    blocks = [block for words in DISPLAYS[:2] for block in (*INDENTED, LED_IN, spaced(words * 3))]
    draft = drafted(stacked(*blocks, *INDENTED, spaced(DISPLAYS[2] * 3), *INDENTED), quotations)
    assert all_read(draft, "quote") == [" ".join((words * 3).split()) for words in DISPLAYS]


def test_their_paragraphs_are_one_quotation_and_the_text_goes_on_after_them():
    letter = [f"“{words * 2}" for words in DISPLAYS]
    blocks = [block for words in DISPLAYS[:2] for block in (*INDENTED, LED_IN, spaced(words * 3))]
    draft = drafted(stacked(*blocks, *INDENTED, LED_IN, spaced(*letter), *INDENTED), quotations)
    assert all_read(draft, "quote")[2] == " ".join(letter)
    assert all_read(draft, "p") == letter


def test_paragraphs_set_apart_by_blank_lines_are_no_displays():
    blocks = [block for block in INDENTED for block in (block, "")]
    assert all_read(drafted(stacked(*blocks * 3, LED_IN, "", *blocks), quotations), "quote") == []


def test_a_page_that_is_all_display_has_lost_its_margin():
    stood_in = [stacked(*INDENTED, LED_IN, "", inset(words * 3), "") for words in DISPLAYS]
    begun = stacked(*INDENTED, LED_IN, "", inset(PROSE.strip()))
    letter = [f"“{words}" for words in DISPLAYS]
    page = "\n\n".join(FIRST_LINE + set_lines(words, NARROW) for words in letter)
    text = "\n\f".join([stacked(*stood_in, begun), page, stacked(inset(RIVER.strip()), "", *INDENTED)])
    draft = drafted(text, forme_work, page_beginnings, quotations)
    assert all_read(draft, "quote")[3:] == [" ".join([PROSE.strip(), *letter, RIVER.strip()])]


def test_two_displays_in_type_a_little_smaller_are_enough_to_tell():
    blocks = [block for words in DISPLAYS[:2] for block in (BODY, RIVER_LED_IN, set_lines(words * 4, 31_800))]
    draft = drafted(page(*blocks, BODY, BODY), quotations)
    assert all_read(draft, "quote") == [" ".join((words * 4).split()) for words in DISPLAYS[:2]]


def test_a_line_or_a_scrap_that_is_no_narrower_is_no_display_without_a_colon():
    for line in ("so said the miller of the old mill by the river and went.", "nea"):
        draft = drafted(page(BODY, paragraph(RIVER) + ", as he had said,", line, BODY), quotations)
        assert all_read(draft, "quote") == []
    led = page(
        BODY, paragraph(RIVER + "As the old miller used to say:"), "The wheel will wait for its water.", BODY
    )
    assert all_read(drafted(led, quotations), "quote") == ["The wheel will wait for its water."]
