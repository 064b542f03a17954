"""Displays told by the whole of what is seen of them: by their width, their one edge, and the words about them."""

import pytest

from build_edition.rules import forme_work, headings, page_beginnings, quotations
from build_edition.rules.evidence.displays.endings import (
    BREAKS_OFF,
    CLOSES,
    GOES_ON,
    LEADS_IN,
    NOTED,
    STOPS,
    ending_of,
)
from build_edition.rules.evidence.displays.seen import Seen
from build_edition.rules.evidence.displays.sights import sights_of
from build_edition.rules.evidence.layout.measure import measure_of
from build_edition.source import Source
from tests.rules.press import NARROW, PROSE, RIVER, all_read, drafted, indented, page, paragraph, set_lines

DISPLAYS = [
    "the wheel has stood since the feast of stones, and nobody in the village will lend me a spade or a boy.",
    "there was a time when the race ran clear to the ferry, and a man could see his debts at the bottom of it.",
    "if the river is to be shared then let it be shared in winter as well, when it does nothing but freeze.",
]
BODY = paragraph(PROSE * 3)
INDENTED = [indented(PROSE), indented(RIVER), indented(PROSE + RIVER)]
LED_IN = indented("The old miller said this of it:")
SMALL = 33_600  # smaller type: more goes on a line than the text's measure holds
SET_IN = "       "


def stacked(*blocks: str) -> str:
    """Blocks with nothing between them."""
    return "\n".join(blocks)


def told(*words: str) -> list[str]:
    return [" ".join(text.split()) for text in words]


def inset(text: str, measure: int = NARROW) -> str:
    return "\n".join(SET_IN + line for line in set_lines(text, measure).split("\n"))


def spaced(first: str, *others: str) -> str:
    """A display at the margin; its later paragraphs stand in, each below a blank line, as does what follows."""
    return "\n".join(["", paragraph(first), *("\n" + indented(words) for words in others), ""])


# smaller type


def test_type_that_holds_more_tells_displays_that_no_colon_leads_into():
    blocks = [block for words in DISPLAYS for block in (*INDENTED, set_lines(words * 4, SMALL))]
    draft = drafted(stacked(*blocks, *INDENTED), quotations)
    assert all_read(draft, "quote") == told(*(words * 4 for words in DISPLAYS))


def test_what_stands_by_itself_in_smaller_type_may_be_notes():
    notes = [set_lines(f"{words * 2}", SMALL) for words in DISPLAYS]
    text = page(BODY, paragraph(PROSE), BODY, paragraph(RIVER), BODY, "See above.", *notes)
    assert all_read(drafted(text, quotations), "quote") == []


# hyphens that a program has closed up, so that the next printed line follows on the same


def closed_up(block: str) -> str:
    """A block of whose lines some hold two or three printed lines."""
    ends = ["\n"] * 5 + [" ", "\n", " ", " "]
    return "".join(line + ends[i % 9] for i, line in enumerate(block.split("\n"))).rstrip()


@pytest.mark.parametrize(("wide", "times"), [(NARROW, 5), (SMALL, 7)])
def test_lines_that_hold_several_printed_lines_tell_how_wide_these_are(wide, times):
    text, lead = closed_up(paragraph((PROSE + RIVER) * 2)), paragraph(RIVER + "The old miller said this of it:")
    blocks = [block for words in DISPLAYS * 2 for block in (text, lead, closed_up(set_lines(words * times, wide)))]
    draft = drafted(stacked(*blocks, text), quotations)
    assert all_read(draft, "quote") == told(*(words * times for words in DISPLAYS * 2))


def test_lines_that_hold_several_printed_lines_are_not_set_wider_themselves():
    text = closed_up(paragraph((PROSE + RIVER) * 2))
    assert all_read(drafted(stacked(*[LED_IN.strip(), text] * 6), quotations), "quote") == []


def scanned(*blocks: str) -> str:
    """A page as it is read of a scan that keeps no indents."""
    return page(*blocks) + "\n"


SPEECH = ["“Who goes there?”", "He did not answer.", "“The ferryman.”", "It had begun to snow."] * 5
SAID = paragraph(RIVER + "The old miller said this of it:")


def test_the_last_block_of_a_page_in_smaller_type_that_nothing_leads_into_is_a_note():
    pages = [scanned(BODY, SAID, set_lines(words * 4, SMALL), BODY) for words in DISPLAYS]
    noted = scanned(BODY, paragraph(PROSE), set_lines(RIVER * 2, SMALL))
    draft = drafted("\f".join([*pages, noted, scanned(BODY, BODY)]), forme_work, page_beginnings, quotations)
    assert all_read(draft, "quote") == told(*(words * 4 for words in DISPLAYS))


def test_a_line_between_a_lead_in_and_a_display_is_the_heading_of_it():
    blocks = [block for words in DISPLAYS for block in (BODY, SAID, set_lines(words * 4, SMALL))]
    heading = "To the millers of the valley!"
    text = page(*blocks, *SPEECH, SAID, heading, set_lines(PROSE, SMALL), BODY)
    draft = drafted(text, quotations)
    assert all_read(draft, "quote")[-1] == f"{heading} {PROSE.strip()}"


def test_so_is_one_that_opens_the_quotation_which_goes_on_below_it():
    blocks = [block for words in DISPLAYS for block in (BODY, SAID, set_lines(words * 4, SMALL))]
    heading = "“Millers of the valley!"
    text = page(*blocks, *SPEECH, paragraph(RIVER), heading, set_lines(f"“{PROSE.strip()}”", SMALL), BODY)
    draft = drafted(text, quotations)
    assert all_read(draft, "quote")[-1] == f"{heading} “{PROSE.strip()}”"


# one edge


def test_a_line_farther_out_than_a_display_parts_two_of_them():
    quoted = [f"{words} {words}" for words in DISPLAYS]
    blocks = [block for words in quoted for block in (*INDENTED, LED_IN, inset(words))]
    text = stacked(*blocks, "     Below it stood:", inset(PROSE), *INDENTED)
    draft = drafted(text, quotations)
    assert all_read(draft, "quote") == [*quoted, PROSE.strip()]


def test_a_page_of_which_a_line_or_two_stand_at_the_margin_has_not_lost_it():
    begun = [stacked(*INDENTED, LED_IN, inset(words * 2, 23_000)) for words in DISPLAYS]
    letter = stacked("It ended so:", inset(PROSE * 2, 23_000), "   Below it stood:", inset(PROSE, 23_000))
    draft = drafted("\n\f".join([*begun, letter, *begun]), forme_work, page_beginnings, quotations)
    assert all_read(draft, "quote")[3:5] == told(PROSE * 2, PROSE)


# blank lines


def test_paragraphs_of_a_display_that_begin_as_the_text_does_are_its_own():
    blocks = [block for words in DISPLAYS * 2 for block in (*INDENTED, LED_IN, spaced(words * 3))]
    letter = [words * 3 for words in DISPLAYS * 2]
    draft = drafted(stacked(*blocks, *INDENTED, LED_IN, spaced(*letter), *INDENTED), quotations)
    assert all_read(draft, "quote")[-1] == " ".join(letter)


def test_how_a_line_ends():
    lines = Source.from_text(
        "he said this:\nit was fed.\nit was fed.”\nit was fed and\nfed.12\nfed[12]\nin 1912"
    ).lines
    assert [ending_of(line) for line in lines] == [LEADS_IN, STOPS, CLOSES, BREAKS_OFF, NOTED, NOTED, BREAKS_OFF]


def test_whether_a_blank_line_stands_above_every_paragraph():
    def is_parted(text: str) -> bool:
        draft = drafted(text)
        measure = measure_of(draft.source)
        return Seen(sights_of(draft, measure), measure).parted

    assert is_parted(page(*[paragraph(RIVER)] * 12))
    assert not is_parted(stacked(*[paragraph(RIVER)] * 12))
    assert not is_parted(stacked(*INDENTED * 8))


def test_a_quotation_is_left_open_over_a_page_and_the_blank_lines_about_its_edge():
    first, then = "“The wheel has stood since Lammas, and", "nobody will lend me a spade."
    draft = drafted("\n".join([BODY, "", first, "", f"\f{then}", "", "“Nor will the ferryman.”", "", BODY]))
    measure = measure_of(draft.source)
    sights = sights_of(draft, measure)
    begins = {sight.line.ink: look % 5 for sight, look in zip(sights, Seen(sights, measure).looks, strict=True)}
    assert begins["“Nor will the ferryman.”"] == GOES_ON


def test_a_line_under_a_title_is_of_the_display_below_it_where_no_paragraph_stands_in():
    blocks = [block for words in DISPLAYS * 3 for block in (paragraph(PROSE), paragraph(RIVER), inset(words * 2))]
    adage = ["An old saying of the ferry:", *(f"{words[:40]}." for words in DISPLAYS)]
    under = [SET_IN + line for line in adage]
    text = page(*blocks, "CHAPTER TWO", "The Race", *under, paragraph(PROSE), paragraph(RIVER))
    draft = drafted(text, headings, quotations)
    assert all_read(draft, "quote")[-1] == " ".join(adage)


# the head of a page, and what OCR puts on a line of its own


def of_lines(words: str, lines: int) -> list[str]:
    """A display of so many full lines, the last of which ends a sentence."""
    *full, last = inset(words * lines).split("\n")[:lines]
    return [*full, last[:-1] + "."]


def test_the_last_line_of_a_display_alone_at_the_head_of_a_page_is_no_running_head():
    displays = [of_lines(words, 4) for words in DISPLAYS * 2]
    pages = ["\n".join([*INDENTED, LED_IN, "", *lines[:3], "", f"\f{lines[3]}", ""]) for lines in displays]
    draft = drafted(stacked(*pages, *INDENTED), quotations)
    assert all_read(draft, "quote") == told(*("\n".join(lines) for lines in displays))


def test_nor_is_a_first_line_that_a_mark_moves_a_little():
    displays = [of_lines(words, 4) for words in DISPLAYS * 2]
    pages = [
        "\n".join([*INDENTED, LED_IN, "", f"\f{lines[0][1:]}", *(line[2:] for line in lines[1:]), ""])
        for lines in displays
    ]
    draft = drafted(stacked(*pages, *INDENTED), quotations)
    assert all_read(draft, "quote") == told(*("\n".join(lines) for lines in displays))


def test_a_note_call_that_stands_on_a_line_of_its_own_does_not_end_a_display():
    said = [set_lines(words * 4, 24_000).split("\n") for words in DISPLAYS]
    blocks = [page(BODY, SAID, "\n".join([*lines[:-1], "“13", "", lines[-1], BODY])) for lines in said]
    draft = drafted(page(*blocks, BODY), quotations)
    assert all_read(draft, "quote") == told(*("\n".join([*lines[:-1], "“13", lines[-1]]) for lines in said))


def test_a_line_that_cuts_a_sentence_at_a_full_line_is_no_display_by_itself():
    displays = [" ".join([words] * 4) for words in DISPLAYS]
    blocks = [block for words in displays for block in (BODY, SAID, set_lines(words, 24_000))]
    begun = "\n".join(BODY.split("\n")[:4])
    odd = "“10 the slate and the flour, and what was", "to be owed to nobody."
    draft = drafted(page(*blocks, BODY, begun, *odd, BODY), quotations)
    assert all_read(draft, "quote") == displays


# quotation marks


def test_a_paragraph_that_does_not_open_the_quotation_again_shows_where_its_closing_mark_is_lost():
    quoted = [f"“{words * 2}”{n}" for n, words in enumerate(DISPLAYS, 1)]
    unclosed = f"“{DISPLAYS[0] * 2}"
    words = [*quoted, unclosed, quoted[1]]
    blocks = [block for text in words for block in (BODY, SAID, paragraph(text))]
    draft = drafted(page(*blocks, paragraph(RIVER), BODY), quotations)
    assert all_read(draft, "quote") == words


def test_a_closing_mark_ends_them_where_the_line_below_was_begun_by_will():
    quoted = [f"“{words * 2}”{n}" for n, words in enumerate(DISPLAYS, 1)]
    short = f"“{DISPLAYS[0] * 3}”"
    blocks = [block for text in quoted for block in (BODY, SAID, paragraph(text))]
    text = page(
        *blocks, BODY, SAID, stacked(paragraph(short), "His conclusion is this:"), paragraph(quoted[1]), BODY
    )
    draft = drafted(text, quotations)
    assert all_read(draft, "quote") == [*quoted, short, quoted[1]]


def test_a_display_below_a_line_that_lost_its_stop_runs_over_the_page():
    told_of = [" ".join([words] * 4) for words in DISPLAYS]
    blocks = [block for words in told_of for block in (BODY, SAID, set_lines(words, 24_000))]
    begun = paragraph(RIVER).split("\n")
    over = set_lines("“" + told_of[0][:-1], 24_000).split("\n")
    lost = "\n".join([*begun[:-1], "until the lamps were lit"])
    draft = drafted(
        page(*blocks, BODY, lost, "\n".join(over[:4])) + "\n\f" + page("\n".join(over[4:]), BODY), quotations
    )
    assert all_read(draft, "quote") == [*told_of, " ".join(over)]
