"""The levels of headings: from their forms where the text tells them, else from words, place and text between."""

from build_edition.rules import forme_work, headings, page_beginnings
from tests.rules.press import PROSE, RIVER, centred, drafted, indented, page, paragraph

LONG = page(*[paragraph(PROSE * 4 + RIVER * 4)] * 3)
MIDDLING = (PROSE + RIVER) * 8
SHORT = paragraph(PROSE)
# A chapter whose headings stand upon each other: the book has tiers.
TIERED = ["CHAPTER ZERO", SHORT, "Tiers", "Steps", LONG, "Stairs", "Ladders", LONG]
FORMED = page(*[indented(PROSE), indented(RIVER)] * 3)  # text that keeps its indents


def levels(*blocks):
    draft = drafted(page(*blocks), forme_work, page_beginnings, headings)
    return [mark.get("level") for mark in draft.marks("head")]


def in_tiers(*blocks):
    tiered = TIERED.copy()
    tiered[0] = "CHAPTER ONE"
    return levels(*tiered, *blocks)[5:]


def test_a_short_text_leads_to_headings_below():
    chapter = ["CHAPTER TWO\nThe mill", SHORT, "Trade", SHORT, "Rye at market", LONG, "Oats at sea", LONG]
    assert in_tiers(*chapter) == [2, 3, 4, 4]


def test_headings_of_one_form_are_of_one_level_where_none_stands_upon_another():
    chapter = ["CHAPTER ONE\nThe mill", SHORT, "Trade", SHORT, "Rye at market", LONG, "Oats at sea", LONG]
    assert levels(*chapter) == [2, 3, 3, 3]


def test_headings_that_share_what_stands_before_a_colon_are_sisters():
    titles = ("Work: an overview", "Work: the day shift", "Work: the night shift")
    chapter = ["CHAPTER TWO\nThe mill", SHORT, "The two households", SHORT]
    for title in titles:
        chapter += [title, LONG]
    assert in_tiers(*chapter) == [2, 3, 4, 4, 4]


def test_prose_that_announces_its_parts_names_the_headings_below_it():
    announcing = paragraph(PROSE + "Two things need telling: the spades and shovels; and the mending of nets.")
    chapter = ["CHAPTER TWO\nThe valley", LONG, "Tools", announcing, "Spades and shovels", LONG]
    assert in_tiers(*chapter, "The mending of nets", LONG, "A ferry at dusk", LONG)[:4] == [2, 3, 4, 4]


def test_a_text_that_ends_by_counting_parts_leads_to_headings_below():
    counting = paragraph(MIDDLING + "Two questions remain.")
    chapter = ["CHAPTER TWO\nThe valley", SHORT, "Tools", counting, "Spades and shovels", LONG, "A ferry", LONG]
    assert in_tiers(*chapter)[:3] == [2, 3, 4]
    uncounted = ["CHAPTER TWO\nThe valley", SHORT, "Tools", paragraph(MIDDLING), "Spades and shovels", LONG]
    assert in_tiers(*uncounted) == [2, 3, 3]


def test_what_stands_between_two_opposed_headings_belongs_to_the_first():
    between = ["The lawful trade of the port", paragraph(MIDDLING), "Salt and herring", LONG, "Wool", LONG]
    chapter = ["CHAPTER TWO\nThe valley", SHORT, "Commerce", SHORT, *between]
    assert in_tiers(*chapter, "A ferry at dusk", LONG) == [2, 3, 4, 4, 4, 4]
    assert in_tiers(*chapter, "The unlawful trade of the port", LONG) == [2, 3, 4, 5, 5, 4]


def test_what_one_heading_names_bare_others_below_it_speak_of():
    parts = ["The crops of upland farming", LONG, "The herds of upland farming", LONG, "Tithes", LONG]
    chapter = ["CHAPTER TWO\nThe valley", SHORT, "Roads", LONG, "Upland farming: a survey", paragraph(MIDDLING)]
    assert in_tiers(*chapter, *parts)[:5] == [2, 3, 3, 4, 4]
    named_by_title = ["CHAPTER TWO\nUpland farming", *chapter[1:]]
    assert in_tiers(*named_by_title, *parts)[:5] == [2, 3, 3, 3, 3]


def test_the_last_heading_of_a_chapter_takes_up_its_title():
    chapter = [
        "CHAPTER TWO\nThe drowned meadow",
        SHORT,
        "Trade",
        SHORT,
        "Rye at market",
        LONG,
        "Oats at sea",
        LONG,
    ]
    assert in_tiers(*chapter, "Looking back on the drowned meadow", LONG)[-1] == 3
    assert in_tiers(*chapter, "Looking back on hay", LONG)[-1] == 4


def test_headings_that_share_a_phrase_across_chapters_are_sections_or_none_is():
    def chapter(number, name, *last):
        return [f"CHAPTER {number}\nThe {name}", SHORT, "Trade", SHORT, "Rye", LONG, "Oats", LONG, *last, LONG]

    one = ["CHAPTER TWO\nThe quarry", SHORT, "Stone", LONG, "Lime", LONG, "Village schooling at the quarry", LONG]
    assert in_tiers(*one, *chapter("THREE", "mill", "New village schooling"))[-1] == 3
    assert in_tiers(*one, *chapter("THREE", "mill", "New village barns"))[-1] == 4


def test_a_conclusion_is_a_section_and_has_nothing_below_it():
    chapter = ["CHAPTER TWO\nThe mill", SHORT, "Introduction", SHORT, "Trade", SHORT, "Rye at market", LONG]
    assert in_tiers(*chapter, "Conclusion", LONG) == [2, 3, 3, 4, 3]


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
    book = [*chapter("TWO", "Alder"), *chapter("THREE", "Birch"), *chapter("FOUR", "Cedar")]
    assert in_tiers(*book) == once * 3
    summing_up = [f"The {what} of Cedar told again" for what in ("bread", "boats", "songs")]
    again = ["The people of Cedar today", SHORT]
    for title in summing_up:
        again += [title, LONG]
    assert in_tiers(*book, *again) == [*once * 3, 3, 4, 4, 4]


def test_a_doubtful_level_is_of_low_certainty():
    text = page(*TIERED[1:], "CHAPTER TWO\nThe mill", SHORT, "Trade", paragraph(PROSE * 6), "Rye", LONG)
    draft = drafted("CHAPTER ONE\n\n" + text, headings)
    certainties = [mark.get("cert") for mark in draft.marks("head")][5:]
    assert certainties[:2] == [None, None]
    assert certainties[2] == "low"


def test_headings_that_name_the_chapters_again_are_sisters():
    book = []
    for number, name in (("ONE", "The mill at Alder"), ("TWO", "Birch and barge")):
        book += [f"CHAPTER {number}\n{name}", SHORT, "Trade", LONG]
    notes = ["CHAPTER THREE\nWhat the notes say", SHORT, "The mill at Alder", LONG, "Birch and barge", SHORT]
    assert levels(*book, *notes)[-2:] == [3, 3]


def test_capitals_stand_above_small_letters():
    chapter = ["CHAPTER ONE\nThe mill", SHORT, "THE WEIR", LONG, "Of the pool", LONG, "Of the race", LONG]
    assert levels(*chapter, "THE WHEEL", LONG, "Of oak", LONG) == [2, 3, 4, 4, 3, 4]


def test_a_centred_heading_stands_above_one_at_the_edge():
    chapter = [centred("CHAPTER ONE\nThe mill"), FORMED, centred("The weir"), FORMED, "Of the pool", FORMED]
    assert levels(*chapter, "Of the race", FORMED, centred("The wheel"), FORMED) == [2, 3, 4, 4, 3]


def test_a_heading_tight_upon_its_text_stands_below_one_with_space():
    weir, race = (f"{title}\n{paragraph(RIVER * 2)}" for title in ("The weir", "The race"))
    chapter = [
        centred("CHAPTER ONE\nThe mill"),
        FORMED,
        "Water",
        FORMED,
        weir,
        FORMED,
        race,
        FORMED,
        "Wind",
        FORMED,
    ]
    assert levels(*chapter) == [2, 3, 4, 4, 3]


def test_one_form_is_one_level_even_where_one_stands_upon_another_in_a_text_with_indents():
    chapter = [centred("CHAPTER ONE\nThe mill"), FORMED, "Water", "Weirs", FORMED, "Wind", "Sails", FORMED]
    assert levels(*chapter) == [2, 3, 3, 3, 3]


def test_numbers_tell_how_deep_a_heading_stands():
    flat = ["1 Water", SHORT, "1.1 Weirs", SHORT, "1.1.1 Pools", SHORT, "1.2 Races", LONG, "2 Wind", LONG]
    assert levels(*flat, "2.1 Sails", LONG) == [2, 3, 4, 3, 2, 3]
    chapters = ["CHAPTER 1\nWater", SHORT, "1.1 Weirs", SHORT, "1.1.1 Pools", LONG, "CHAPTER 2\nWind", SHORT]
    assert levels(*chapters, "2.1 Sails", LONG) == [2, 3, 4, 2, 3]


def test_numbers_that_begin_anew_stand_below_those_that_run_on():
    chapter = ["CHAPTER I\nThe mill", SHORT, "I. Water", SHORT, "1. Weirs", LONG, "2. Races", LONG]
    assert levels(*chapter, "II. Wind", SHORT, "1. Sails", LONG, "2. Cloth", LONG) == [2, 3, 4, 4, 3, 4, 4]


def test_numerals_that_open_pages_are_chapters_and_within_chapters_sections():
    chapters = (("I", "THE MILL"), ("II", "THE FERRY"), ("III", "THE FORD"))
    pages = [text for numeral, title in chapters for text in (page(numeral, title, LONG), LONG, LONG)]
    assert levels("\n\f".join(pages)) == [2, 2, 2]
    assert levels("CHAPTER ONE\nThe mill", "I", SHORT, "II", LONG, "III", SHORT) == [2, 3, 3, 3]


def test_books_without_chapters_are_chapters():
    assert levels("BOOK I", LONG, "BOOK II", LONG) == [2, 2]
    assert levels("BOOK I", "CHAPTER I", LONG, "BOOK II", "CHAPTER I", LONG) == [1, 2, 1, 2]


def test_space_below_that_comes_and_goes_is_no_tier():
    weir, race = (f"{title}\n{paragraph(RIVER * 2)}" for title in ("The weir", "The race"))
    first = [centred("CHAPTER ONE\nThe mill"), FORMED, weir, FORMED, "Water", FORMED]
    second = [centred("CHAPTER TWO\nThe ferry"), FORMED, "Wind", FORMED, race, FORMED]
    assert levels(*first, *second) == [2, 3, 3, 2, 3, 3]


def test_what_opens_a_page_as_the_chapters_do_that_running_heads_name_is_one():
    names = ("The Weir in Winter", "A Slate by the Door", "Of Alders and Geese")
    pages, n = [], 20
    for name in names:
        for k in range(1 if name == names[2] else 4):
            n += 1
            head = (
                centred(name) + "\n\n"
                if not k
                else f"{n}     A BOOK OF MILLS\n\n"
                if n % 2
                else f"{name}     {n}\n\n"
            )
            pages.append(head + FORMED)
    draft = drafted("\n\f".join(pages), forme_work, page_beginnings, headings)
    assert [mark.get("level") for mark in draft.marks("head")] == [2, 2, 2]
