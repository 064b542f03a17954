"""Headings as many a printer sets them: numbers of all depths, contents, centred lines, and what is none."""

from build_edition.rules import forme_work, headings, page_beginnings, paragraphs
from tests.rules.press import PROSE, RIVER, centred, drafted, indented, page, paragraph, read
from tests.rules.test_headings import BODY, FORMED, MORE, found

CHAPTER = centred("CHAPTER I\nThe mill")


def words_of(text):
    return [words for _, _, words in found(text)]


def pages(*texts):
    """Pages with their numbers at the foot."""
    return "\f".join(f"{text}\n\n\n{centred(str(place))}\n" for place, text in enumerate(texts, 11))


def test_chapters_numbered_through_parts_with_decimals_below_and_an_appendix():
    def chapter(n):
        return page(f"{n} The mill and year {'I' * n}", BODY, f"{n}.1 The weir", MORE, f"{n}.1.1 Ice", BODY)

    parts = [page("PART ONE", "Water"), chapter(1), chapter(2), page("PART TWO", "Land"), chapter(3)]
    levels = [
        (level, words.split()[0]) for level, _, words in found(pages(*parts, page("APPENDIX A\nTolls", MORE)))
    ]
    of = {n: [(2, f"{n}"), (3, f"{n}.1"), (4, f"{n}.1.1")] for n in (1, 2, 3)}
    assert levels == [(1, "PART"), *of[1], *of[2], (1, "PART"), *of[3], (2, "APPENDIX")]


def test_numbered_titles_that_open_pages_are_chapters_whatever_counts_below_them():
    def chapter(numeral):
        return page(f"{numeral}. THE MILL AND THE WEIR", BODY, "§ 1. Ice", MORE, "§ 2. Nets", BODY)

    levels = [level for level, _, _ in found(pages(*map(chapter, ("I", "II", "III"))))]
    assert levels == [2, 3, 3] * 3


def test_numerals_that_run_through_a_book_without_chapters_are_its_chapters():
    text = page(*[part for n in ("I", "II", "III", "IV") for part in (centred(n), FORMED)])
    assert [level for level, _, _ in found(text)] == [2, 2, 2, 2]


def test_a_list_of_contents_ends_where_prose_begins():
    contents = page("CONTENTS", "The mill . . . . . 12\nThe ferry . . . . . 13\nThe race . . . . . 14")
    titles = ("THE MILL", "THE FERRY", "THE RACE")
    chapters = [text for title in titles for text in (page(title, BODY, MORE), page(BODY, MORE), page(MORE, BODY))]
    text = pages(contents, *chapters)
    assert [(level, words) for level, _, words in found(text)] == [
        (2, "CONTENTS"),
        (2, "THE MILL"),
        (2, "THE FERRY"),
        (2, "THE RACE"),
    ]


def test_a_centred_line_above_small_notes_begins_farther_right():
    notes = "\n".join(
        f"{n} {'Mill papers of the upper parish, in the chest at Alder Mill, leaf ' * 2}" for n in (1, 2)
    )
    heads = [" " * 34 + "The weir", " " * 38 + "The race"]
    text = page(CHAPTER, *[part for head in heads for part in (FORMED, head, FORMED, notes + "\f")])
    assert [head for head in words_of(text) if head.startswith("The")] == ["The weir", "The race"]


def test_a_wide_centred_line_that_stands_in_as_paragraphs_do_beside_others():
    heads = ["The weir", "The race and its gates", "Rye", "The quarrel of the carters about the lower water gates"]
    wide = "   " + heads[-1]
    text = page(CHAPTER, *[part for head in (*map(centred, heads[:3]), wide) for part in (FORMED, head)], FORMED)
    assert words_of(text)[1:] == heads
    assert words_of(page(CHAPTER, FORMED, wide, FORMED)) == ["CHAPTER I The mill"]


def test_lines_of_an_address_or_at_one_edge_are_no_headings():
    address = centred("John Miller\nThe Weir House\nAlder Lane")
    cries = page("         Rise for the river", "         Rise, all you millers of the valley and the weir")
    assert words_of(page(CHAPTER, FORMED, address, FORMED, cries, FORMED)) == ["CHAPTER I The mill"]


def test_speech_that_goes_on_and_signatures_are_no_headings():
    for line in ("“The mill is lost", "Signed: John Miller", "(Signed) John Miller"):
        assert words_of(page("CHAPTER I\nThe mill", BODY, line, MORE, BODY)) == ["CHAPTER I The mill"], line


def test_what_stands_over_a_short_sentence_is_one_only_beside_others():
    over = ["The weir", "Nobody came."]
    assert words_of(page("CHAPTER I\nThe mill", BODY, *over, MORE)) == ["CHAPTER I The mill"]
    others = [part for title in ("Ice", "Nets", "Rye") for part in (title, BODY)]
    assert words_of(page("CHAPTER I\nThe mill", *others, *over, MORE))[1:] == ["Ice", "Nets", "Rye", "The weir"]


def test_the_notes_of_a_chapter_are_no_division_and_stand_at_the_level_of_its_sections():
    notes = "Notes\n\n1. Mill papers, p. 4.\n\n2. Ibid."
    chapters = [
        page("CHAPTER I\nThe mill", BODY, "I", MORE, "II", BODY),
        page("CHAPTER II\nThe ferry", BODY, MORE, RIVER),
        page("CHAPTER III\nThe race", BODY, MORE, notes),
    ]
    assert [level for level, _, _ in found(pages(*chapters))] == [2, 3, 3, 2, 2, 3]


def test_a_misread_numeral_over_a_title_begins_the_text():
    text = page("Vv", "Down to the ferry", "Thursday, 8 November. ...", BODY + "\n" + MORE, BODY)
    assert words_of(text) == ["Vv Down to the ferry"]
    over_two = page("IV", "Down to the ferry of\nthe miller", paragraph(PROSE)[:200], BODY + "\n" + MORE)
    assert words_of(over_two) == ["IV Down to the ferry of the miller"]


def test_one_heading_at_the_edge_among_centred_ones_lies_deeper():
    heads = [centred("The weir"), centred("The race"), "Ice in the race", centred("The wheel")]
    text = page(CHAPTER, *[part for head in heads for part in (FORMED, head)], FORMED)
    assert [level for level, _, _ in found(text)] == [2, 3, 3, 4, 3]


def test_capitals_may_hold_a_stop():
    text = page("CHAPTER I\nThe mill", BODY, "LABOUR. WATER AND THE LOCKS", indented(PROSE), paragraph(RIVER))
    assert words_of(text)[1:] == ["LABOUR. WATER AND THE LOCKS"]


def test_what_leads_in_a_document_and_talk_that_lost_its_stop_are_no_headings():
    talk = ["“Who swims there?” she asked.", "“A goose of the upper village”", "“Whose goose?” she asked."]
    lead = "In answer, this on the mill door:\nFrom the carters of the parish"
    text = page("CHAPTER I\nThe mill", BODY, *talk, MORE, lead, BODY)
    assert words_of(text) == ["CHAPTER I The mill"]


SIDES = ("The weir in winter", "Ferries and tolls", "The quarrel about spades")


def run_in(text):
    draft = drafted(text, forme_work, page_beginnings, headings, paragraphs)
    heads = [(mark.get("level"), read(draft, mark)) for mark in draft.marks("head") if mark.get("run_in")]
    firsts = [read(draft, mark).split()[0] for mark in draft.marks("p")]
    return heads, firsts


def test_side_heads_that_recur_in_one_form():
    for form in ("{}.—", "{n}. {}.—"):
        sides = [form.format(side, n=n) for n, side in enumerate(SIDES, 1)]
        text = page(CHAPTER, "The ferry", BODY, *[indented(side + PROSE * 2) for side in sides])
        heads, firsts = run_in(text)
        assert heads == [(4, side) for side in sides]
        assert firsts == ["The"] * 4
    sides = [f"{side.upper()}." for side in SIDES]
    text = page(CHAPTER, BODY, *[indented(f"{side} {PROSE * 2}") for side in sides])
    assert run_in(text)[0] == [(3, side) for side in sides]


def test_what_recurs_as_no_side_head_does():
    speakers = ["THE MILLER.", "THE GOOSE.", "THE MILLER.", "THE GOOSE."]
    words = ["ALDERS.", "FERRY.", "WEIRS."]
    sentences = [f"{side}." for side in SIDES]
    notes = [f"{n}. {side}.—" for n, side in zip((4, 9, 2), SIDES, strict=True)]
    for openings in (speakers, words, sentences, notes, [f"{SIDES[0]}.—"]):
        text = page(CHAPTER, BODY, *[indented(f"{opening} {PROSE * 2}") for opening in openings])
        assert run_in(text)[0] == [], openings


def test_what_opens_a_page_and_becomes_its_running_head_is_a_heading_whatever_stands_below():
    opening = page("The Mill\nand its People", "The rain fell.", BODY, MORE)
    others = [page(f"{n}     THE MILL AND ITS PEOPLE", MORE, BODY) for n in range(14, 19)]
    text = "\n\f".join([page("12     THE RIVER", BODY), opening, *others])
    assert [words for _, _, words in found(text)] == ["The Mill and its People"]


def test_a_decimal_number_shows_a_heading_below_a_colon_too():
    text = page("1 Mills", BODY, "1.1 The weir", f"{MORE} These were:", "1.2 The race", BODY, "2 Ferries", MORE)
    assert words_of(text) == ["1 Mills", "1.1 The weir", "1.2 The race", "2 Ferries"]


def test_a_numeral_far_below_the_text_counts_on_from_the_first():
    text = page("III", "On the Weir", FORMED) + "\n\n\n\n\n" + page("IV", "On the Tolls", FORMED)
    assert found(text) == [(2, "III", "III On the Weir"), (2, "IV", "IV On the Tolls")]


def test_a_title_set_large_may_fill_the_measure_below_its_numeral():
    wide = paragraph("The Mill and the Weir and the Race " * 3)[:150].rsplit(" ", 1)[0]
    assert "\n" in wide
    text = page("I", "On the Weir", FORMED) + "\n\n\n\n\n" + page("II", wide, FORMED)
    assert [label for _, label, _ in found(text)] == ["I", "II"]
    assert words_of(text)[1] == " ".join(f"II {wide}".split())


def test_a_second_look_at_doubtful_headings_knows_no_notes_yet():
    sections = [part for n in "ABCD" for part in (f"Tolls of the year {n}", MORE)]
    notes = page("Notes", "1. See the ledger.", "2. See the slate.")
    one = page("CHAPTER ONE", "The Mill", BODY, *sections, "Who kept the weir?", FORMED, notes)
    two = page("CHAPTER TWO", "The Weir", BODY, *sections, notes)
    assert [label for _, label, _ in found(f"{one}\n\n\n{two}") if label] == ["CHAPTER ONE", "CHAPTER TWO"]


def test_a_running_head_misplaced_among_the_text_of_its_page():
    texts = [page(f"A Book of Mills     {n}", BODY, MORE) for n in range(20, 30)]
    texts[5] = page("25", BODY, "A Book of Mills", MORE)
    assert found("\n\f".join(texts)) == []
    texts[5] = page("A Book of Mills     25", BODY, "A Book of Weirs", MORE)
    assert [words for _, _, words in found("\n\f".join(texts))] == ["A Book of Weirs"]
