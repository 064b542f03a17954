"""Section titles whose numbers run on: questions, those at the foot of a page; and what only looks so."""

from build_edition.rules import figures, forme_work, headings, page_beginnings
from tests.rules.press import PROSE, RIVER, centred, drafted, page, paragraph, read
from tests.rules.test_headings import BODY, FORMED, MORE, found
from tests.rules.test_headings_amid import END, SALT
from tests.rules.test_headings_of_designs import pages

LONG = paragraph(PROSE + RIVER + SALT + PROSE + END)
ASKED = ["A.2.1 Who owns the weir?", "A.2.2 Why was the slate wiped?", "A.2.3 Do geese that swim pay the toll?"]
LOUD = ["1. WHO OWNS THE WEIR?", "2. WHY WAS THE SLATE WIPED?", "3. DO GEESE THAT SWIM PAY THE TOLL?"]


def sections(text):
    return [words for level, _, words in found(text) if level and level > 2]


def upon(titles):
    """One block of text: each title stands upon its own, and nothing parts it from what is above."""
    return "\n".join(f"{title}\n{LONG}" for title in titles)


def test_questions_upon_their_text_where_their_numbers_run_on():
    assert sections(f"CHAPTER I\nThe mill\n\n{LONG}\n{upon(ASKED)}") == ASKED
    plain = [title.replace("A.2.", "") for title in ASKED]
    assert sections(f"CHAPTER I\nThe mill\n\n{LONG}\n{upon(plain)}") == plain


def test_of_two_lines_and_on_either_side_of_a_page_break():
    wrapped = "2. Why did the miller of the upper village wipe the slate\nin winter?"
    text = page(FORMED, LOUD[0], LONG, wrapped, LONG)
    cut = "3. Do the geese of the ferryman that swim have to pay\n\fthe toll?"
    assert sections(f"{text}\n\n{cut}\n\n{LONG}") == [LOUD[0], " ".join(wrapped.split()), " ".join(cut.split())]


def test_at_the_foot_of_its_page_over_a_note():
    text = pages(
        page(FORMED, LOUD[0], LONG),
        page(LONG, LOUD[1], "4 The clerk's own slate, p. 59."),
        page(LONG, LOUD[2], LONG),
    )
    assert sections(text) == LOUD


def test_one_that_is_no_question_and_one_that_bears_a_stop_in_capitals():
    titles = ["1—The weir and all who own it", "2—OF THE SLATE.", "3—The geese at the ford"]
    assert sections(page(FORMED, *(f"{title}\n{LONG}" for title in titles))) == titles


def test_entries_items_that_are_sentences_and_numbers_that_do_not_run_on_are_none():
    contents = "\n".join(ASKED)
    assert sections(page(FORMED, contents, LONG)) == []
    items = [f"{n}. The miller was never asked.\n{LONG}" for n in (1, 2, 3)]
    assert sections(page(FORMED, *items)) == []
    leads = [f"{n}. Of the weir the clerk said this:--\n\n{LONG}" for n in (1, 2, 3)]
    assert sections(page(FORMED, *leads)) == []
    assert sections(f"CHAPTER I\nThe mill\n\n{LONG}\n4. Who was asked?\n{LONG}\n9. And who paid?\n{LONG}") == []


def test_a_misread_number_before_capitals_is_one_like_the_others():
    titles = ["A.2.1 WHO OWNS THE WEIR?", "Aw2.2 WHy was THE SLATE WIPED?", "A.2:3 DO GEESE THAT SWIM PAY?"]
    text = page("CHAPTER I\nThe mill", BODY, *(part for title in titles for part in (title, LONG)))
    assert [head for head in found(text) if head[0] > 2] == [(3, None, title) for title in titles]


def test_numbers_that_run_on_are_one_tier():
    text = page("CHAPTER I\nThe mill", *(part for title in LOUD for part in (title, LONG)))
    draft = drafted(text, forme_work, page_beginnings, figures, headings)
    heads = [(mark.get("level"), mark.get("cert"), read(draft, mark)) for mark in draft.marks("head")][1:]
    assert heads == [(3, None, title) for title in LOUD]


def test_a_chapter_is_a_question_where_sections_are():
    text = page(
        "VI",
        "Who was the miller of whom they all spoke so often?",
        FORMED,
        *(f"{title}\n{LONG}" for title in ASKED),
    )
    assert found(text)[0] == (2, "VI", "VI Who was the miller of whom they all spoke so often?")
    named = page("VI", "The clerk on “the weir”", FORMED, BODY, FORMED)
    assert found(named)[0] == (2, "VI", "VI The clerk on “the weir”")


def test_a_misread_numeral_before_capitals_counts_on():
    titles = ["I. AMONG THE MILLERS", "II. AMONG THE FERRYMEN", "III. AT THE FORD", "Iv. IN WINTER"]
    numbered = paragraph("1. " + PROSE)
    assert (
        sections(page(FORMED, *(part for title in titles for part in (centred(title), numbered)), MORE)) == titles
    )


def test_a_label_with_a_misread_numeral_is_one():
    assert found(page("CHAPTER {I", "The mill", BODY, MORE))[0][:2] == (2, "CHAPTER {I")
    assert found(page("CHAPTER UI", "The mill", BODY, MORE))[0][:2] == (2, "CHAPTER UI")


def test_in_capitals_between_blank_lines_a_number_of_three_parts_needs_no_other():
    for title in (
        "A.2.3 DO GEESE THAT SWIM PAY THE TOLL?",
        "A..2.3 OF GEESE THAT SWIM",
        "A.2.} WHO OWNS THE WEIR",
    ):
        assert sections(page(FORMED, LONG, title, LONG, LONG)) == [title]
    assert sections(page(FORMED, LONG, "A.2.3 Do geese that swim pay the toll?" + LONG, LONG)) == []


def test_a_title_behind_a_dash_may_end_in_a_stop():
    dashed = ["1—Of weirs and of geese", "2—Of the toll.", "3—Of the slate"]
    text = page(*(f"{title}\n{LONG}" for title in dashed))
    assert sections(f"CHAPTER I\nThe mill\n\n{LONG}\n\n{text}") == dashed
