"""Displays where a program has kept no blank lines and no indents: by their marks, or in spite of its hyphens."""

import pytest

from build_edition.rules import quotations
from build_edition.rules.evidence.displays.endings import NOTED, STOPS, ending_of
from build_edition.source import Source
from tests.rules.press import NARROW, PROSE, RIVER, all_read, drafted, paragraph, set_lines

WORDS = [
    "the wheel has stood since the feast of stones, and nobody in the village will lend me a spade or a boy.",
    "there was a time when the race ran clear to the ferry, and a man could see his debts at the bottom of it.",
    "if the river is to be shared then let it be shared in winter as well, when it does nothing but freeze.",
]
QUOTED = [f"“{words * 3}”{number}" for number, words in enumerate(WORDS, 1)]
SAID = "The old miller said this of it:"
TEXT = paragraph((PROSE + RIVER) * 2)


def book(*quoted: str, lead: str = paragraph(RIVER + SAID)) -> str:
    """A text that leads into each of these paragraphs, with nothing between."""
    return "\n".join(["The Mill", "", *(f"{TEXT}\n{lead}\n{words}" for words in quoted), TEXT])


def quotes(text: str) -> list[str]:
    return all_read(drafted(text, quotations), "quote")


# quotation marks


def test_whole_paragraphs_in_quotation_marks_that_end_in_note_calls():
    assert quotes(book(*map(paragraph, QUOTED))) == QUOTED


def test_they_are_speech_where_few_bear_a_note():
    spoken = [f"“{words * 3}”" for words in WORDS]
    assert quotes(book(*map(paragraph, [*spoken, QUOTED[0], *spoken]))) == []


def test_each_paragraph_of_one_opens_its_mark_again():
    several = [f"“{WORDS[0] * 2}", f"“{WORDS[1].replace('ran clear', '“ran clear”')}", QUOTED[2]]
    draft = drafted(book(*map(paragraph, QUOTED), "\n".join(map(paragraph, several))), quotations)
    assert all_read(draft, "quote") == [*QUOTED, " ".join(several)]
    assert all_read(draft, "p") == several


def test_one_that_is_never_closed_does_not_run_on_to_the_next():
    unclosed = paragraph(f"“{WORDS[0] * 2}")
    assert quotes(book(*map(paragraph, QUOTED[:2]), unclosed, paragraph(QUOTED[2]))) == QUOTED


def test_a_sentence_that_runs_on_into_a_quotation_at_a_line_end_is_no_lead_in():
    full = set_lines("As the miller used to say of the wheel and the race, and of spades and of boys,", 100_000)
    assert quotes(f"{book(*map(paragraph, QUOTED))}\n{full}\n{paragraph(QUOTED[0])}\n{TEXT}") == QUOTED


# note calls and closed-up hyphens


@pytest.mark.parametrize(("end", "kind"), [("no corn.” 12", NOTED), ("no corn.”12", NOTED), ("at p. 12.", STOPS)])
def test_a_raised_figure_may_stand_apart_from_the_closing_mark(end, kind):
    assert ending_of(Source.from_text(f"{end}\n").lines[0]) == kind


def closed_up(block: str) -> str:
    """A block of whose lines every third holds two printed lines, and every tenth three."""
    ends = ["\n", "\n", " ", "\n", "\n", " ", " ", "\n", "\n", "\n"]
    return "".join(line + ends[i % 10] for i, line in enumerate(block.split("\n"))).rstrip()


def test_displays_show_their_width_where_they_make_much_of_a_text_with_closed_up_hyphens():
    text, lead = closed_up(paragraph((PROSE + RIVER) * 2)), paragraph(RIVER + SAID)
    said = [" ".join([words] * 12) for words in WORDS * 2]
    blocks = [f"{text}\n{lead}\n{closed_up(set_lines(words, round(NARROW * 0.9)))}" for words in said]
    assert quotes("\n".join([*blocks, text])) == said
