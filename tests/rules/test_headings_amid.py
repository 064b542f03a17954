"""Headings amid blocks, in a file that keeps no indents and parts no paragraphs: plain text taken out of a PDF."""

from itertools import zip_longest

from tests.rules.press import PROSE, RIVER, paragraph
from tests.rules.test_headings import found

SALT = (
    "What salt there was came by the ford, on the backs of two mules and at night, for the duty on it was higher "
    "than the price; and the miller, who was the clerk's own cousin, kept no slate for it. Whoever asked, knew. "
)
END = "So it went on. "  # what ends a paragraph far short of the edge
TEXTS = [paragraph(text + END) for text in (PROSE, RIVER, SALT, PROSE + SALT, RIVER + PROSE, SALT + RIVER)]
CERTAIN = ["The weir in winter", "The race and its gates"]
WIDE = "The keepers of the old weir, with an account of their quarrel with clerks"  # leaves room for no word
WRAPPED = "The keepers of the old weir, with an account of their long\nquarrel with clerks and geese"


def sections(text):
    return [words for level, _, words in found(text) if level > 2]


def run_on(*heads, between=TEXTS):
    """One block of paragraphs, each under its heading, if it has one."""
    parts = zip_longest(heads, between, fillvalue="")
    return "\n".join(part for pair in parts for part in pair if part)


def test_lines_that_end_by_will_between_a_finished_paragraph_and_another():
    assert sections("CHAPTER I\nThe mill\n\n" + run_on("", *CERTAIN, "")) == CERTAIN


def test_one_alone_is_not_believed_nor_where_blank_lines_part_the_paragraphs():
    assert sections("CHAPTER I\nThe mill\n\n" + run_on("", CERTAIN[0], "", "", "")) == []
    parted = "\n\n".join([*TEXTS, *TEXTS, f"{TEXTS[0]}\nThe clerk of works\n{TEXTS[1]}", *TEXTS, *TEXTS])
    assert sections("CHAPTER I\nThe mill\n\n" + parted) == []


def test_a_wide_one_over_a_word_that_is_small_elsewhere():
    assert sections("CHAPTER I\nThe mill\n\n" + run_on("", *CERTAIN, WIDE)) == [*CERTAIN, WIDE]
    named = [
        paragraph("Alderman " + text + END) for text in (PROSE, RIVER, SALT, PROSE, RIVER)
    ]  # a name says nothing
    assert sections("CHAPTER I\nThe mill\n\n" + run_on("", *CERTAIN, WIDE, between=named)) == CERTAIN


def test_one_of_two_lines_and_one_upon_another():
    heads = ["", *CERTAIN, WRAPPED, "The toll\nOf geese"]
    assert sections("CHAPTER I\nThe mill\n\n" + run_on(*heads)) == [
        *CERTAIN,
        " ".join(WRAPPED.split()),
        "The toll",
        "Of geese",
    ]


def test_a_question_that_no_one_asks_is_one_and_one_with_a_verb_is_text():
    heads = ["", *CERTAIN, "The toll: a penny or twopence?", "Who was to pay for all the geese?"]
    assert sections("CHAPTER I\nThe mill\n\n" + run_on(*heads)) == [*CERTAIN, heads[3]]


def test_capitals_with_space_below():
    parts = [f"{TEXTS[0]}\nTHE WEIR IN WINTER", f"{TEXTS[1]}\nTHE RACE", run_on("")]
    assert sections("CHAPTER I\nThe mill\n\n" + "\n\n".join(parts)) == ["THE WEIR IN WINTER", "THE RACE"]


def test_words_that_lead_in_a_display_or_want_a_noun_are_text():
    lead_in = "The clerk, in his cups, put it so:\nFrom the Book of the Weir"
    wanting = "The keepers of the old weir, with an account of it, of the ford and of all"
    assert sections("CHAPTER I\nThe mill\n\n" + run_on("", *CERTAIN, lead_in, wanting)) == CERTAIN


def test_the_title_of_the_notes_and_their_numbers():
    notes = "Notes\n1.\n\nLaid down by the clerk.\n\n2.\n\nThe geese swam.\n\n3.\n\nIn flour, not in coin."
    assert sections("CHAPTER I\nThe mill\n\n" + run_on() + "\n" + notes) == ["Notes"]


def test_a_chapter_that_a_numeral_opens_over_its_title_and_text():
    heads = ("II\nON THE WEIR", "III\nICE AND NETS", "IV\n\nThe toll of the\nferryman")
    text = "\n\n\f".join(f"{head}\n{run_on()}\n\n\f{run_on()}" for head in heads)
    assert [(level, words) for level, _, words in found(text)] == [(2, " ".join(head.split())) for head in heads]


def test_the_title_of_entries_at_the_top_of_a_page():
    entries = "Glossary\n• race: the ditch of a mill.\n• weir: its dam."
    text = f"CHAPTER I\nThe mill\n\n{run_on()}\n\n\f{run_on()}\n\n\f{entries}"
    assert [words for _, _, words in found(text)][-1] == "Glossary"
