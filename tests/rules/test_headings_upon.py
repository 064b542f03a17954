"""Headings set tight upon their text, as a PDF loses the space below them."""

from tests.rules.press import PROSE, RIVER, centred, indented, page, paragraph
from tests.rules.test_headings import BODY, FORMED, MORE, found

WIDE = "The keepers of the old weir: an account of the long quarrels"  # ends a little short of the measure
CHAPTER = centred("CHAPTER I\nThe mill")


def sections(text):
    return [words for level, _, words in found(text) if level > 2]


def upon(head, text=BODY):
    return f"{head}\n{text}"


def test_one_that_ends_a_little_short_is_believed_beside_others_that_end_far_short():
    certain = [upon("The weir in winter"), FORMED, upon("The race and its gates", MORE), FORMED]
    heads = ["The weir in winter", "The race and its gates"]
    assert sections(page(CHAPTER, FORMED, *certain, upon(WIDE, BODY), FORMED)) == [*heads, WIDE]
    assert sections(page("CHAPTER I\nThe mill", BODY, MORE, upon(WIDE), BODY)) == []


def test_capitals_over_text_that_is_not():
    over_two = "THE KEEPERS OF THE WEIR, AND WHAT THEY SWORE BEFORE\nTHE CLERK 1811–14"
    text = page("CHAPTER I\nThe mill", BODY, upon("WHAT THE CLERK WROTE"), BODY, upon(over_two, MORE), BODY)
    assert sections(text) == ["WHAT THE CLERK WROTE", " ".join(over_two.split())]
    opening = "THE MILL STOOD WHERE THE TWO STREAMS MET, AND IN A DRY"
    assert sections(page("CHAPTER I", upon(opening, BODY[0].lower() + BODY[1:]), MORE)) == []


def test_a_centred_line_over_text_whatever_its_width():
    heads = ["Rye", "The weir in winter, when nobody came", "The keepers of the upper weir"]
    text = page(CHAPTER, FORMED, *[part for head in heads for part in (upon(centred(head)), FORMED)])
    assert sections(text) == heads


def test_a_display_ends_where_the_text_comes_back_with_a_heading():
    quoted = "\n".join("      " + line for line in paragraph(RIVER).split("\n"))
    text = page(CHAPTER, FORMED, f"{quoted}\n{upon('The weir in winter')}", FORMED)
    assert sections(text) == ["The weir in winter"]


def test_the_first_line_of_a_poem_is_no_heading():
    poem = (
        "The geese went over\n"
        "The weir and the mill and the meadow below it in the rain,\n"
        "And nobody knew,\n"
        "And nobody counted\n"
        "The cost of it."
    )
    assert sections(page("CHAPTER I\nThe mill", BODY, poem, MORE)) == []


def test_a_numeral_centred_over_its_text():
    parts = [upon(centred(n), text) for n in ("1", "2", "3") for text in (BODY,)]
    text = page(CHAPTER, *[part for one in parts for part in (one, indented(PROSE))], FORMED)
    assert sections(text) == ["1", "2", "3"]


def test_numerals_at_the_margin_over_their_text():
    parts = [upon(n, text) for n in ("I", "II", "III") for text in (BODY,)]
    text = page(CHAPTER, FORMED, *[part for one in parts for part in (one, FORMED)])
    assert sections(text) == ["I", "II", "III"]
    assert sections(page(CHAPTER, FORMED, upon("V", BODY), FORMED, upon("II", BODY), FORMED)) == []


def test_a_heading_whose_space_above_is_lost_stands_below_a_short_line():
    others = [part for title in ("Ice", "Nets", "Rye") for part in (title, BODY)]
    lost = page("CHAPTER I\nThe mill", *others, f"{BODY}\nAnd so it went.\nThe weir in winter", MORE, BODY)
    assert sections(lost) == ["Ice", "Nets", "Rye", "The weir in winter"]
    assert sections(page("CHAPTER I\nThe mill", f"{BODY}\nAnd so it went.\nThe weir in winter", MORE)) == []


def test_a_raised_figure_read_as_another_sign_ends_the_text_above():
    text = page("CHAPTER I\nThe mill", f"{BODY.rstrip()}>", upon("WHAT THE CLERK WROTE", MORE), BODY)
    assert sections(text) == ["WHAT THE CLERK WROTE"]


def test_a_wide_one_over_a_word_that_is_small_elsewhere():
    certain = [upon("The weir in winter"), FORMED, upon("The race and its gates", MORE), FORMED]
    full = "The keepers of the old weir: an account of quarrels and oaths by clerks"
    assert full in sections(page(CHAPTER, FORMED, *certain, upon(full, BODY), FORMED))
    asked = "The keepers of the old weir, who were the first whom nobody had paid it"
    assert asked not in sections(page(CHAPTER, FORMED, *certain, upon(asked, BODY), FORMED))


def test_a_centred_line_with_no_space_about_it_after_a_finished_paragraph():
    heads = ["The weir in winter", "The race and its gates", "Ice"]
    text = page(CHAPTER, FORMED, *[part for head in heads for part in (upon(centred(head)), FORMED)])
    tight = f"{text}\n{upon(centred('The keepers of the weir'))}"
    assert sections(page(tight, FORMED)) == [*heads, "The keepers of the weir"]
