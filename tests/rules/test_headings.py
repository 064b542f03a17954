"""Headings of a hard-wrapped book, and what is none."""

from build_edition.rules import figures, forme_work, headings, page_beginnings
from tests.rules.press import PROSE, RIVER, centred, display, drafted, indented, page, paragraph, read

BODY, MORE = paragraph(PROSE * 2), paragraph(RIVER * 2)
FORMED = page(*[indented(PROSE), indented(RIVER)] * 3)  # text that keeps its indents


def found(text):
    draft = drafted(text, forme_work, page_beginnings, figures, headings)
    return [(mark.get("level"), mark.get("label"), read(draft, mark)) for mark in draft.marks("head")]


def test_part_chapter_and_sections():
    text = page("PART ONE", "Water", "CHAPTER ONE\nThe mill", BODY, "The weir", MORE, "The race", BODY)
    assert found(text) == [
        (1, "PART ONE", "PART ONE Water"),
        (2, "CHAPTER ONE", "CHAPTER ONE The mill"),
        (3, None, "The weir"),
        (3, None, "The race"),
    ]


def test_a_title_goes_on_over_a_blank_line():
    text = page("CHAPTER TWO\nThe ferry and the toll: a tale of the", "lower river", BODY)
    assert found(text) == [(2, "CHAPTER TWO", "CHAPTER TWO The ferry and the toll: a tale of the lower river")]


def test_a_section_heading_of_two_lines():
    heading = "The customs of the upper village and the quarrel about\nspades"
    assert found(page(BODY, heading, MORE, BODY)) == [(3, None, " ".join(heading.split()))]


def test_a_heading_upon_another_lies_deeper():
    text = page("CHAPTER ONE\nThe mill", "The weir in winter", "Ice", BODY, "Nets", MORE)
    assert [level for level, _, _ in found(text)] == [2, 3, 4, 4]


def test_what_a_colon_or_a_comma_introduces_is_no_heading():
    lead = set_to_end("So the miller counted what was left:")
    assert found(page(BODY, lead, "Three sacks of rye", MORE)) == []


def set_to_end(text):
    return paragraph(RIVER + text)


def test_short_sentences_and_long_runs_of_short_lines_are_no_headings():
    assert found(page(BODY, "Nobody came.", MORE)) == []
    assert found(page(BODY, "Rye", "Oats", "Barley", "Wheat", MORE)) == []


def test_short_lines_of_an_index_are_no_headings():
    text = "\n\f".join([BODY, MORE, BODY, page("Index", "alders, 12", "ferry, 13", MORE)])
    assert found(text) == [(2, None, "Index")]


def test_the_lines_of_a_centred_title_are_one_heading():
    title = centred("The miller and all his kin of the\nupper valley, with a tale\nof spades")
    text = page(centred("CHAPTER ONE\nThe mill"), FORMED, title, FORMED, centred("The race"), FORMED)
    assert [words for _, _, words in found(text)] == [
        "CHAPTER ONE The mill",
        "The miller and all his kin of the upper valley, with a tale of spades",
        "The race",
    ]


def test_a_heading_tight_upon_its_text():
    assert found(page(BODY, f"The weir in winter\n{MORE}", BODY)) == [(3, None, "The weir in winter")]


def test_label_and_title_on_one_line():
    text = page("CHAPTER I. THE MILL.", BODY, "CHAPTER II.—Of Ferries", MORE, "Chapter two was long ago.", BODY)
    assert found(text) == [(2, "CHAPTER I", "CHAPTER I. THE MILL."), (2, "CHAPTER II", "CHAPTER II.—Of Ferries")]


def test_a_synopsis_below_the_title_is_none_of_it():
    synopsis = display(
        "The wheel—A quarrel about spades—The slate—Favours reckoned, and what came of it at harvest."
    )
    text = page("CHAPTER I.", "THE MILL.", synopsis, BODY, "CHAPTER II.", "THE FERRY.", MORE)
    assert found(text) == [(2, "CHAPTER I.", "CHAPTER I. THE MILL."), (2, "CHAPTER II.", "CHAPTER II. THE FERRY.")]


def test_entries_of_a_list_of_contents_are_no_headings():
    contents = page(
        "CONTENTS", "PART ONE", "CHAPTER I\nTHE MILL    1", "CHAPTER II\nTHE FERRY    23", "INDEX    99"
    )
    book = [
        page("PART ONE", "Water"),
        page("CHAPTER I\nTHE MILL", BODY),
        page("CHAPTER II\nTHE FERRY", MORE, BODY),
    ]
    assert [words for _, _, words in found("\n\f".join([contents, *book]))] == [
        "CONTENTS",
        "PART ONE Water",
        "CHAPTER I THE MILL",
        "CHAPTER II THE FERRY",
    ]


def test_speech_and_cries_are_no_headings():
    assert found(page(BODY, "“Who goes there?”", MORE, "“Nobody!” he cried.", BODY, "What a night!", MORE)) == []


def test_a_question_is_a_heading_among_others():
    titles = ("The weir", "The race", "The wheel", "Who pays the miller?")
    assert [words for _, _, words in found(page(*[part for title in titles for part in (title, BODY)]))] == [
        *titles
    ]


def test_numerals_are_headings_where_they_run_on_from_one_however_misread():
    text = page("CHAPTER ONE\nThe mill", "I", BODY, "Il", MORE, "IlI", BODY, "V", MORE)
    assert [words for _, _, words in found(text)] == ["CHAPTER ONE The mill", "I", "Il", "IlI", "V"]
    assert found(page(BODY, "V", MORE)) == []


def test_the_title_of_the_book_over_its_first_chapter():
    text = page("THE MILLS OF THE VALLEY", "CHAPTER I\nTHE MILL", BODY, "CHAPTER II\nTHE FERRY", MORE)
    assert [words for _, _, words in found(text)][:2] == ["THE MILLS OF THE VALLEY", "CHAPTER I THE MILL"]


def test_labels_among_the_notes_are_sections():
    book = ["CHAPTER ONE\nThe mill", BODY, "CHAPTER TWO\nThe ferry", MORE]
    notes = ["Notes", "Chapter One: The mill", MORE, "Chapter Two: The ferry", BODY]
    assert [level for level, _, _ in found(page(*book, *notes))] == [2, 2, 2, 3, 3]


def test_what_stands_in_a_display_is_no_heading():
    quoted = "\n\n".join(["     Notice to all carters", "     The toll is\n     due at dusk, in pence."])
    text = page(centred("CHAPTER ONE\nThe mill"), FORMED, quoted, FORMED)
    assert [words for _, _, words in found(text)] == ["CHAPTER ONE The mill"]


def test_the_parts_of_letters_are_no_headings():
    def letter(number, place):
        return [number, f"{place}, 4 March 1811", "My dear Sister,", BODY, "Yours ever", "John Miller"]

    text = page("CHAPTER I\nThe papers", BODY, *letter("LETTER I", "Alder Mill"), *letter("LETTER II", "The Weir"))
    assert [head[2] for head in found(text)] == ["CHAPTER I The papers", "LETTER I", "LETTER II"]
    assert (3, None, "The frost, 4 March 1811") in found(page("CHAPTER I", BODY, "The frost, 4 March 1811", MORE))


def test_scenes_stand_below_acts_and_take_no_title_from_the_line_below():
    act = ["SCENE I.—A room in the mill.", "Enter the MILLER.", BODY, "SCENE II", "Enter a goose.", MORE]
    play = page("THE MILLER’S BROTHER", "DRAMATIS PERSONÆ", "JOHN, a miller.", "ACT I", *act, "ACT II", *act)
    scenes = [(3, "SCENE I", "SCENE I.—A room in the mill."), (3, "SCENE II", "SCENE II")]
    front = [(2, None, "THE MILLER’S BROTHER"), (2, None, "DRAMATIS PERSONÆ")]
    assert found(play) == [*front, (2, "ACT I", "ACT I"), *scenes, (2, "ACT II", "ACT II"), *scenes]


def test_legends_are_no_headings():
    text = page("CHAPTER I\nThe mill", BODY, "The weir", MORE, "Source: parish books", BODY)
    assert [head[2] for head in found(text)] == ["CHAPTER I The mill", "The weir"]


def test_the_notes_below_each_chapter_have_a_heading_and_the_next_chapter_is_no_part_of_them():
    notes = "Notes\n1.   Mill papers, p. 4.\n2.   Ibid.\n1.   Parish books, p. 9."
    chapters = [
        f"\f{centred(f'CHAPTER {n}')}\n\n{centred(title)}\n\n{FORMED}\n\n{notes}\n"
        for n, title in (("I", "The mill"), ("II", "The ferry"), ("III", "The race"))
    ]
    levels = [(level, words.split()[0]) for level, _, words in found("".join(chapters))]
    assert levels == [(2, "CHAPTER"), (3, "Notes")] * 3


def test_a_section_heading_upon_its_text_may_be_nearly_as_wide():
    wide = "The keepers of the old weir: an account of the quarrels"
    quoted = "The keepers of the “upper” weir"
    over_two = paragraph(
        "The keepers of the old weir and of the mill race, and what they swore before the parish clerk"
    )
    in_middle = "   " + wide
    low = centred("and of the lower weir")
    for head in (wide, quoted, over_two, in_middle, f"  {over_two[:58]}\n{low}"):
        text = page(centred("CHAPTER I\nThe mill"), FORMED, f"{head}\n{BODY}", FORMED)
        assert (3, None, " ".join(head.split())) in found(text), head


def test_what_runs_on_from_its_first_line_has_no_heading():
    for first in ("“So the river went!”", "So the river went, with its boats and", "In the year 1811"):
        text = page(centred("CHAPTER I\nThe mill"), FORMED, f"{first}\n{BODY}", FORMED)
        assert [level for level, _, _ in found(text)] == [2], first


def test_the_raised_number_of_a_note_is_no_heading():
    feet = [f"{n}\n    Mill papers, p. {n}." for n in (1, 2, 3)]
    text = page(centred("CHAPTER I\nThe mill"), *[part for foot in feet for part in (FORMED, foot)])
    assert [level for level, _, _ in found(text)] == [2]


def test_a_numeral_at_the_top_of_a_page_with_a_short_line_by_itself_is_a_chapter():
    pages = [FORMED, FORMED, page("IV", "Down to the ferry", BODY, FORMED), FORMED, FORMED]
    text = "\f".join(f"{text}\n\n\n{centred(str(30 + place))}\n" for place, text in enumerate(pages))
    assert found(text) == [(2, "IV", "IV Down to the ferry")]


def test_a_title_between_spaces_or_over_a_display_may_be_as_wide_as_the_text_where_there_are_others():
    full = paragraph("The keepers of the old weir: an account of the quarrels, oaths and fines that")[:-5]
    others = ["The weir in winter", "The race and its gates", "Ice"]
    quoted = "\n".join("        " + line for line in paragraph(RIVER).split("\n"))
    parts = [part for head in others for part in (head, BODY, FORMED)]
    text = page("CHAPTER I\nThe mill", *parts, full, BODY, FORMED, f"{full} too\n{quoted}", FORMED)
    words = [words for level, _, words in found(text) if level > 2]
    assert words == [*others, full, f"{full} too"]
    assert [level for level, _, _ in found(page("CHAPTER I\nThe mill", FORMED, full, BODY, FORMED))] == [2]
