"""The levels of headings, solved for a whole chapter from their words, their place and the text between."""

from build_edition.rules import forme_work, headings, page_beginnings
from tests.rules.press import PROSE, RIVER, drafted, page, paragraph

LONG = page(*[paragraph(PROSE * 4 + RIVER * 4)] * 3)
SHORT = paragraph(PROSE)


def levels(*blocks):
    draft = drafted(page(*blocks), forme_work, page_beginnings, headings)
    return [mark.get("level") for mark in draft.marks("head")]


def test_a_short_text_leads_to_headings_below():
    chapter = ["CHAPTER ONE\nThe mill", SHORT, "Trade", SHORT, "Rye at market", LONG, "Oats at sea", LONG]
    assert levels(*chapter) == [2, 3, 4, 4]


def test_headings_that_share_what_stands_before_a_colon_are_sisters():
    titles = ("Work: an overview", "Work: the day shift", "Work: the night shift")
    chapter = ["CHAPTER ONE\nThe mill", SHORT, "The two households", SHORT]
    for title in titles:
        chapter += [title, LONG]
    assert levels(*chapter) == [2, 3, 4, 4, 4]


def test_prose_that_announces_its_parts_names_the_headings_below_it():
    announcing = paragraph(PROSE + "Two things need telling: the spades and shovels; and the mending of nets.")
    chapter = ["CHAPTER ONE\nThe valley", LONG, "Tools", announcing, "Spades and shovels", LONG]
    assert levels(*chapter, "The mending of nets", LONG, "A ferry at dusk", LONG)[:4] == [2, 3, 4, 4]


def test_a_conclusion_is_a_section_and_has_nothing_below_it():
    chapter = ["CHAPTER ONE\nThe mill", SHORT, "Introduction", SHORT, "Trade", SHORT, "Rye at market", LONG]
    assert levels(*chapter, "Conclusion", LONG) == [2, 3, 3, 4, 3]


def test_the_plan_of_the_chapters_sets_its_headings_level_and_its_repeat_below():
    def chapter(number, name):
        plan = []
        topics = {"bread": ("Loaves", "Ovens"), "boats": ("Oars", "Sails"), "songs": ("Drums", "Fiddles")}
        for topic, children in topics.items():
            plan += [f"The {topic} of {name}", SHORT]
            for child in children:
                plan += [f"{child} new and old", LONG]
        return [f"CHAPTER {number}\nThe people of {name}", SHORT, *plan]

    once = [2, 3, 4, 4, 3, 4, 4, 3, 4, 4]
    book = [*chapter("ONE", "Alder"), *chapter("TWO", "Birch"), *chapter("THREE", "Cedar")]
    assert levels(*book) == once * 3
    summing_up = [f"The {what} of Cedar told again" for what in ("bread", "boats", "songs")]
    again = ["The people of Cedar today", SHORT]
    for title in summing_up:
        again += [title, LONG]
    assert levels(*book, *again) == [*once * 3, 3, 4, 4, 4]


def test_a_doubtful_level_is_of_low_certainty():
    draft = drafted(page("CHAPTER ONE\nThe mill", SHORT, "Trade", paragraph(PROSE * 6), "Rye", LONG), headings)
    certainties = [mark.get("cert") for mark in draft.marks("head")]
    assert certainties[:2] == [None, None]
    assert certainties[2] == "low"


def test_headings_that_name_the_chapters_again_are_sisters():
    book = []
    for number, name in (("ONE", "The mill at Alder"), ("TWO", "Birch and barge")):
        book += [f"CHAPTER {number}\n{name}", SHORT, "Trade", LONG]
    notes = ["CHAPTER THREE\nWhat the notes say", SHORT, "The mill at Alder", LONG, "Birch and barge", SHORT]
    assert levels(*book, *notes)[-2:] == [3, 3]
