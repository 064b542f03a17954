"""Headings that number themselves are believed; those that stand as lines of a display, or alone, are not."""

from tests.rules.press import PROSE, RIVER, centred, page, paragraph, set_lines
from tests.rules.test_headings import BODY, FORMED, MORE, found
from tests.rules.test_headings_amid import CERTAIN, END, TEXTS, run_on
from tests.rules.test_headings_of_designs import pages

SMALL = set_lines(PROSE * 2, 34_000)  # a display in smaller type, as wide as the text
TITLES = ("I. AMONG THE MILLERS", "II. AMONG THE FERRYMEN", "III. AT THE FORD")


def sections(text):
    return [words for level, _, words in found(text) if level and level > 2]


def test_numbered_capitals_upon_a_numbered_paragraph_or_one_line():
    numbered = f"{TITLES[0]}\n{paragraph('2. ' + PROSE)}"
    shown = f"{TITLES[1]}\n{paragraph('1. ' + RIVER)}"
    short = f"{TITLES[2]}\nThe old clerk"
    assert sections(page("CHAPTER I\nThe mill", BODY, numbered, MORE, shown, BODY, short, FORMED)) == list(TITLES)


def test_numbered_capitals_after_a_display_that_ends_with_no_space():
    quoted = "\n".join("      " + line for line in paragraph(RIVER).split("\n"))
    parts = [f"{quoted}\n{centred(title)}\n{paragraph(f'{n}. ' + PROSE)}" for n, title in enumerate(TITLES, 1)]
    assert sections(page("CHAPTER I\nThe mill", FORMED, *parts, FORMED)) == list(TITLES)


def test_capitals_amid_a_block_over_a_numbered_paragraph():
    first, second, third, *others = TEXTS
    text = run_on("", *TITLES, between=[first, f"2. {second}", third, f"1. {others[0]}", *others[1:]])
    assert sections(f"CHAPTER I\nThe mill\n\n{text}") == list(TITLES)


def test_a_line_amid_a_block_over_one_that_begins_small_behind_a_quotation_mark_is_text():
    quoted = paragraph("“was not asked,” and the slate was wiped. " + PROSE + END)
    text = f"{run_on('', *CERTAIN, '')}\nThe clerk of works and his cousin, the ferryman of the parish\n{quoted}"
    assert sections(f"CHAPTER I\nThe mill\n\n{text}") == CERTAIN


def test_a_line_over_small_type_is_one_of_the_display_it_begins():
    assert sections(page(BODY, "To all who own geese", SMALL, MORE)) == []
    others = ["The weir", MORE, "The race", BODY, "The ford", MORE]
    assert sections(page(BODY, *others, "The tolls", SMALL, MORE))[-1] == "The tolls"


def test_a_line_set_in_as_the_display_below_it_is():
    quoted = "\n".join("    " + line for line in set_lines(RIVER, 26_000).split("\n"))
    heads = [part for n in ("I", "II", "III") for part in (centred(f"CHAPTER {n}\nThe mill"), FORMED)]
    line = "    To all who own geese in the upper parish and below the ford"
    assert sections(page(FORMED, *heads[:4], line, quoted, *heads[4:])) == []


def test_a_line_set_in_as_the_display_above_it_is():
    quoted = "\n".join("      " + line for line in RIVER.split(", ")[:4])
    assert sections(page(FORMED, quoted, "      JANE ROE OF ALDER MILL", FORMED)) == []


def test_a_line_at_the_end_of_its_page_is_no_heading():
    assert sections(pages(page(BODY, MORE, "Who owned the geese"), page(MORE, BODY), page(BODY, MORE))) == []


def test_the_only_heading_of_a_long_book_is_none():
    texts = [BODY, MORE] * 90
    assert sections(page("CHAPTER I\nThe mill", *texts, "The weir", *texts)) == []
    assert sections(page("CHAPTER I\nThe mill", *texts, "The weir", *texts, "The race", MORE)) == [
        "The weir",
        "The race",
    ]
    counted = "Second: The Weir"
    assert sections(page("CHAPTER I\nThe mill", *texts, counted, *texts)) == [counted]


def test_the_title_of_the_book_again_between_contents_and_first_chapter():
    book = "\n\f".join(["CONTENTS", "THE MILLERS OF\nTHE DEE", page("CHAPTER I", "THE WEIR", BODY), BODY, MORE])
    assert found(book)[1:] == [
        (2, None, "THE MILLERS OF THE DEE"),
        (2, "CHAPTER I", "CHAPTER I THE WEIR"),
    ]


def test_numbers_alone_over_one_line_each_are_entries():
    notes = [part for n in range(1, 6) for part in (f"{n}.", f"Mill papers of the upper parish, leaf {n}.")]
    assert found(page(BODY, MORE, *notes)) == []


def test_a_centred_title_upon_numbered_notes():
    notes = (
        "1.  Mill papers of the upper parish, in the chest at Alder Mill,\n    leaf 12.\n2.  The same, leaf 13."
    )
    parts = [f"{centred(title)}\n{notes}" for title in ("The weir in winter", "The race and its gates")]
    assert sections(page(FORMED, *parts)) == ["The weir in winter", "The race and its gates"]


def test_what_begins_chapters_and_what_some_have_alone_stands_above():
    chapters = [
        *("CHAPTER ONE\nThe mill", BODY, "The weir", MORE, "THE SLATE", BODY, "The race", MORE),
        *("CHAPTER TWO\nThe ford", BODY, "The toll", MORE, "THE GEESE", BODY, "The nets", MORE),
        *("CHAPTER THREE\nThe ferry", BODY, "The boat", MORE, "THE ALDERS", BODY, "The pier", MORE),
        *("CHAPTER FOUR\nThe lamps", BODY, "The oil", MORE, "The wick", MORE),
    ]
    levels = {words: level for level, _, words in found(page(FORMED, *chapters))}
    assert [levels[words] for words in ("The weir", "THE SLATE", "THE GEESE", "The wick")] == [3, 4, 4, 3]


VERSES = ("The miller counted all his sheep", "Before the frost came down,", "And sold the slowest of them cheap")
HEADED = ("The weir", MORE, "The race", BODY, "The ford", MORE)


def spaced(*lines):
    """Lines of verse between which a scan has left spaces."""
    return "\n\n".join(lines)


def test_a_verse_over_others_that_spaces_part_is_no_heading():
    poem = spaced(VERSES[0], *VERSES[1:], "To butchers of the town.")
    assert sections(page(BODY, *HEADED, poem, FORMED)) == [*HEADED[::2]]


def test_a_verse_with_the_words_of_a_sentence_between_others_is_no_heading():
    before = "He woke before the morning broke\nAnd sang upon the hill."
    after = "That all the parish heard him croak\nAnd wished that he were still,\nBut none would say."
    assert sections(page(BODY, *HEADED, before, "And he had such a way with folk", after, FORMED)) == [
        *HEADED[::2]
    ]
    assert "Songs of the ford" in sections(page(BODY, *HEADED, before, "Songs of the ford", after, FORMED))


def test_the_end_of_speech_is_no_heading():
    parts = (*HEADED, "And who has let the geese go free to-day?”")
    assert sections(page(BODY, *parts, FORMED)) == [*HEADED[::2]]


def test_a_speck_is_no_heading():
    assert sections(page(BODY, *HEADED, "Is", FORMED)) == [*HEADED[::2]]


def test_a_short_word_below_a_running_head_is_believed_among_other_headings():
    def headed(word, *parts):
        bodies = [page(BODY, *parts), page(word, FORMED, BODY), *[page(FORMED, BODY, MORE)] * 3]
        heads = (f"THE MILLER AND HIS KIN {n}" for n in range(10, 15))
        return sections("\n\f".join(f"{head}\n\n{body}" for head, body in zip(heads, bodies, strict=True)))

    assert headed("Real") == []
    assert headed("Iron", *HEADED) == [*HEADED[::2], "Iron"]
