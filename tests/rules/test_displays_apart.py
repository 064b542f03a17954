"""Displays that blank lines set apart: where they begin, what belongs to them, and where the text goes on."""

from itertools import chain

import pytest

from build_edition.rules import lists, quotations
from build_edition.rules.evidence.displays.endings import BREAKS_OFF, LEADS_IN, ending_of
from build_edition.source import Source
from tests.rules.press import NARROW, PROSE, RIVER, all_read, drafted, indented, paragraph, set_lines

DISPLAYS = [
    "the wheel has stood since the feast of stones, and nobody in the village will lend me a spade or a boy.",
    "there was a time when the race ran clear to the ferry, and a man could see his debts at the bottom of it.",
    "if the river is to be shared then let it be shared in winter as well, when it does nothing but freeze.",
]
LETTER = [words * 3 for words in DISPLAYS]
INDENTED = [indented(PROSE), indented(RIVER), indented(PROSE + RIVER)]
SAID = "The old miller said this of it"


def spaced(first: str, *others: str) -> str:
    """A display at the margin; its later paragraphs stand in, each below a blank line, as does what follows."""
    return "\n".join(["", paragraph(first), *("\n" + indented(words) for words in others), ""])


def book(*blocks: str, lead: str = SAID + ":") -> str:
    """A text with three such displays, and these blocks after them."""
    begun = chain.from_iterable((*INDENTED, indented(lead), spaced(words)) for words in LETTER)
    return "\n".join([*begun, *blocks, *INDENTED])


def quotes(text: str) -> list[str]:
    return all_read(drafted(text, lists, quotations), "quote")


@pytest.mark.parametrize("end", [":--", ":-", ": --", "--", ":"])
def test_a_dash_may_be_typed_as_hyphens(end):
    assert ending_of(Source.from_text(f"he wrote{end}\n").lines[0]) == LEADS_IN
    assert ending_of(Source.from_text("he was over-\n").lines[0]) == BREAKS_OFF
    assert quotes(book(lead=SAID + end)) == LETTER


def test_lines_that_stand_alone_may_stand_in_farther_than_the_paragraphs_beside_them():
    said = [LETTER[0], "“Who goes there?”", LETTER[1], "“The ferryman.”", "“Pass.”", LETTER[2]]
    blocks = [f"\n{'   ' if '“' in words else ''}{indented(words)}" for words in said[1:]]
    text = book(indented(SAID + ":"), "", paragraph(said[0]), *blocks, "")
    assert quotes(text)[3:] == [" ".join(said)]


def test_what_a_line_of_a_display_leads_into_tells_nothing_of_how_displays_begin():
    letter = [LETTER[0], "Signed by my hand,", LETTER[1], "for the men of the ferry,", LETTER[2]]
    ending = book(*[indented(SAID + ":"), spaced(*letter)] * 2)
    assert quotes(ending)[3:] == [" ".join(letter)] * 2


def test_a_comma_within_a_display_does_not_hide_that_blank_lines_set_it_apart():
    def inset(words: str) -> str:
        return "\n".join("   " + line for line in set_lines(words, NARROW).split("\n"))

    stood_in = ["\n".join([*INDENTED, indented(SAID + ":"), "", inset(words), ""]) for words in LETTER]
    signed = "\n".join(
        [inset(PROSE), inset("Signed by my hand,"), inset("for the men of the ferry,"), inset(RIVER)]
    )
    begun = "\n".join([*INDENTED, indented(SAID + ":"), "", signed])
    page = "\n\n".join("   " + set_lines(f"“{words}", NARROW) for words in DISPLAYS)
    text = "\n\f".join(["\n".join([*stood_in, begun]), page, "\n".join([inset(RIVER), "", *INDENTED])])
    assert quotes(text)[3:] == [" ".join(" ".join([signed, page, RIVER]).split())]


def test_the_text_goes_on_where_a_paragraph_begins_without_a_blank_line():
    sent = [indented(RIVER), indented("“Send it,” said he.")]
    blocks = [block for words in LETTER for block in (indented(SAID + ":"), spaced(*LETTER), *sent, spaced(words))]
    assert quotes(book(*blocks))[3:] == [text for words in LETTER for text in (" ".join(LETTER), words)]


def test_a_quotation_left_open_goes_on_in_the_paragraph_that_opens_it_again():
    letter = [f"“{words}" for words in LETTER]
    letter[-1] += "”"
    text = book(indented(SAID + ":"), spaced(*letter)) + "\n\f" + "\n".join(INDENTED)
    ended = "\n".join([*INDENTED, indented(SAID + ":"), spaced(letter[0], letter[-1]).rstrip()])
    assert quotes(ended + "\n\f" + text)[0] == f"{letter[0]} {letter[-1]}"


def test_a_quotation_that_has_closed_is_not_followed_by_a_paragraph_of_it_without_marks():
    letter = [f"“{words}" for words in LETTER]
    letter[-1] += "”"
    others = [block for _ in LETTER for block in (*INDENTED, indented(SAID + ":"), spaced(*letter))]
    last = [indented(SAID + ":"), spaced(letter[-1]), indented(RIVER), "\f" + indented(PROSE)]
    assert quotes("\n".join([*others, *last])) == [*[" ".join(letter)] * 3, letter[-1]]


def test_a_display_goes_on_below_a_list_that_it_leads_into():
    listed = "• geese that swim;\n• millers’ widows;\n• the ferryman’s boy."
    first = LETTER[0] + " The toll is not asked of these:"
    text = book(indented(SAID + ":"), spaced(first), listed, spaced(LETTER[1], LETTER[2]))
    assert quotes(text)[3:] == [first, f"{LETTER[1]} {LETTER[2]}"]


def test_a_paragraph_of_a_display_set_in_on_both_sides_is_no_title_in_the_middle():
    begun = set_lines(PROSE, 26_000).split("\n")[0]
    inner = [begun, *set_lines(PROSE[len(begun) :], 27_000).split("\n")[:2]]
    first = "\n".join("      " + line for line in set_lines(PROSE, 27_000).split("\n"))
    middle = "\n".join(["         " + inner[0], *("      " + line for line in inner[1:])])
    text = "\n".join([*INDENTED, indented(SAID + ":"), "", first, "", middle, "", middle, "", *INDENTED])
    assert quotes(text) == [f"{PROSE.strip()} {' '.join(inner)} {' '.join(inner)}"]


def test_blank_lines_tell_displays_in_a_text_that_keeps_neither_indents_nor_widths():
    blocks = [block for words in LETTER for block in (PROSE, RIVER, f"{RIVER} {SAID}:", "", words, "")]
    text = "\n".join(map(paragraph, [*blocks, PROSE, RIVER]))
    assert quotes(text) == LETTER


def test_paragraphs_that_open_a_quotation_and_what_follows_it_do_not_hide_that():
    letter = [f"“{words}" for words in LETTER]
    letter[-1] += "”"
    of_letter = [line for words in letter for line in ("", words)]
    text = "\n".join(map(paragraph, [PROSE, f"{RIVER} {SAID}:", *of_letter, "", PROSE] * 3))
    assert quotes(text) == [" ".join(letter)] * 3


def test_a_long_paragraph_of_a_quotation_that_was_left_open_is_not_of_the_text():
    letter = [f"“{words * 14}" for words in LETTER]
    letter[0] += " and the weir was"
    letter[-1] += "”"
    of_letter = [line for words in letter for line in ("", words)]
    text = "\n".join(map(paragraph, [PROSE, RIVER, PROSE, f"{RIVER} {SAID}:", *of_letter, "", PROSE, RIVER] * 3))
    assert quotes(text) == [" ".join(letter)] * 3


@pytest.mark.parametrize("measure", [27_000, 27_600])
def test_a_page_no_line_of_which_reaches_the_measure_is_all_display(measure):
    inner = "\n".join("      " + line for line in set_lines(RIVER, measure).split("\n"))
    of_text = [paragraph(PROSE * 3 + SAID + ":"), "", inner, "", paragraph(RIVER), "", paragraph(PROSE * 2)]
    begun = [*of_text, "", paragraph(SAID + ":"), "", "      “It was so."]
    letter = "\n\n".join(set_lines(f"“{words}", measure) for words in (PROSE, RIVER, PROSE, RIVER))
    pages = ["\n".join(lines) for lines in (of_text, of_text, begun, [letter], of_text, of_text)]
    found = quotes("\n\f".join(pages))
    assert f"“It was so. {' '.join(letter.split())}" in found
