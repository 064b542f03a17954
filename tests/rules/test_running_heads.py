"""Running heads and feet in books of several designs, with form feeds between the pages."""

from collections.abc import Callable
from random import Random

import pytest

from build_edition.rules import forme_work, page_beginnings
from build_edition.rules.draft import Draft
from tests.rules.press import PROSE, RIVER, all_read, drafted, paragraph

WORDS = (PROSE + RIVER).split()


def body(n: int, lines: int = 14) -> str:
    """The text of page `n`, as no other page has it: it begins and ends in mid-sentence."""
    words = Random(n).sample(WORDS, len(WORDS)) + Random(-n).sample(WORDS, len(WORDS))
    text = " ".join(words).replace(".", "").lower()
    return "\n".join(paragraph(text * 3).split("\n")[:lines]).rstrip(",")


def book(page: Callable[[int], str], first: int, last: int) -> str:
    return "\n\f".join(page(n) for n in range(first, last + 1)) + "\n"


def forme(text: str) -> list[str]:
    return all_read(drafted(text, forme_work), "fw")


def numbers(draft: Draft) -> list[tuple[str | None, str]]:
    return [(m.get("n"), m.cert) for m in draft.marks("pb")]  # type: ignore[misc]


def italic(n: int) -> str:
    """A page with its title at the top, in small letters, and its number at the foot."""
    return f"{'A Book of Mills' if n % 2 == 0 else 'Of wheels, and what turns them'}\n\n{body(n)}\n\n{n}"


def test_a_title_without_number_at_the_top_and_a_number_at_the_foot():
    text = book(italic, 20, 29)
    assert len(forme(text)) == 20
    assert numbers(drafted(text, forme_work, page_beginnings)) == [(str(n), "high") for n in range(20, 30)]


@pytest.mark.parametrize(("number", "cert"), [("2S", "high"), ("on", "low")])
def test_a_misread_number_alone_at_the_foot(number, cert):
    text = book(lambda n: italic(n) if n != 25 else italic(n)[:-2] + number, 20, 29)
    draft = drafted(text, forme_work)
    found = {draft.text[m.start : m.end]: m.cert for m in draft.marks("fw")}
    assert found[number] == cert


def test_a_short_last_line_stays_where_numbers_stand_at_the_top():
    text = book(lambda n: f"{n} THE MILLER OF DEE\n\n{body(n)}" + ("\nso on" if n == 25 else ""), 20, 29)
    assert "so on" not in forme(text)


def test_number_and_title_on_one_line_misread():
    lines = [
        "52 Ten Mills",
        "Of Weirs 53",
        "S4 Ten Miils",
        "Of Wcirs 55",
        "5600 Ten Mills",
        "OF Weirs S7",
        "58. Ten MILLS",
    ]
    text = "\n\f".join(f"{head}\n\n{body(n)}" for n, head in enumerate(lines)) + "\n"
    assert forme(text) == lines


def test_a_head_set_in_two_lines():
    def page(n: int) -> str:
        head = f"{n} THE MILLS" if n % 2 == 0 else f"OF WEIRS, AND OF THOSE\nWHO KEEP THEM {n}"
        return f"{head}\n\n{body(n)}"

    assert len(forme(book(page, 30, 39))) == 15


def test_the_titles_of_sections_each_at_the_top_of_one_page():
    titles = ["The race and its keepers", "Toll and custom", "Why the ferry stopped", "Nets"]

    def page(n: int) -> str:
        if n % 2 == 0:
            return f"A Book of Mills\n\n{body(n)}\n\n{n}"
        title = titles[(n - 31) // 2]
        return f"{title}\n\n{body(n, 6)}\n\n{title}\n\n{body(n + 40, 6)}\n\n{n}"

    found = forme(book(page, 30, 38))
    assert [title for title in titles if found.count(title) == 1] == titles


def test_a_title_that_opens_a_chapter_stays_and_its_running_heads_go():
    def page(n: int) -> str:
        if n == 30:
            return f"Of Weirs\n\nThey {body(n)}.\n\n{n}"
        return f"{'A Book of Mills' if n % 2 else 'Of Weirs'}\n\n{body(n)}{'.' if n == 29 else ''}\n\n{n}"

    text = book(lambda n: page(n) if n >= 30 else page(n).replace("Of Weirs", "Of Geese"), 24, 36)
    draft = drafted(text, forme_work)
    opening = [line for line in draft.lines if line.ink == "Of Weirs"]
    assert [draft.has_ink(line) for line in opening] == [True, False, False, False]


def test_the_numeral_over_a_chapter_is_no_page_number():
    def page(n: int) -> str:
        if n == 31:
            return f"IV\nOF WEIRS\n\n{body(n)}"
        head = f"{n} THE MILLS" if n % 2 == 0 else f"OF {'WEIRS' if n > 31 else 'GEESE'} {n}"
        return f"{head}\n\n{body(n)}"

    found = forme(book(page, 26, 37))
    assert "IV" not in found
    assert "OF WEIRS" not in found
    assert len(found) == 11


def test_words_that_stand_at_the_foot_of_every_page():
    text = book(lambda n: f"{body(n)}\n\nPrinted for the Society, page {n}", 10, 22)
    assert len(forme(text)) == 13


def test_notes_alike_at_the_foot_of_pages_stay():
    text = book(lambda n: f"{n} THE MILLS\n\n{body(n)}\n\n1 Mill-book, p. {3 * n}.", 10, 22)
    assert len(forme(text)) == 13


def test_roman_numbers_count_by_themselves():
    def page(n: int) -> str:
        return f"{body(n)}\n\n{('v', 'vi', 'vii', 'viii')[n]}" if n < 4 else f"{body(n)}\n\n{n - 3}"

    draft = drafted(book(page, 0, 9), forme_work, page_beginnings)
    assert [n for n, _ in numbers(draft)] == ["v", "vi", "vii", "viii", "1", "2", "3", "4", "5", "6"]
    assert {cert for _, cert in numbers(draft)} == {"high"}


def test_a_leaf_that_is_lost_leaves_no_number_wrong_and_sure():
    shown = [10, 11, 12, 13, None, None, 18, 19, 20, 21]
    text = "\n\f".join(f"{body(k)}\n\n{n}" if n else body(k) for k, n in enumerate(shown)) + "\n"
    found = numbers(drafted(text, forme_work, page_beginnings))
    assert [cert for _, cert in found] == ["high"] * 4 + ["low"] * 2 + ["high"] * 4
    assert found[6][0] == "18"


def test_a_blank_page_counts():
    text = "\n\f".join("" if n == 14 else f"{n} THE MILLS\n\n{body(n)}" for n in range(10, 18)) + "\n"
    draft = drafted(text, forme_work, page_beginnings)
    assert numbers(draft) == [(str(n), "high") for n in (10, 11, 12, 13, 15, 16, 17)]


def test_the_number_of_a_chapter_that_runs_over_its_pages():
    def page(n: int) -> str:
        return f"{'A Book of Mills' if n % 2 else 'CHAPTER IV'}\n\n{body(n)}\n\n{n}"

    draft = drafted(book(page, 30, 39), forme_work)
    assert [draft.has_ink(line) for line in draft.lines if line.ink == "CHAPTER IV"] == [True] + [False] * 4


def test_a_line_of_a_table_below_the_head_stays():
    text = book(lambda n: f"{n} THE MILLS\n\n{'Wheat, bushels 14' if n == 14 else ''}\n{body(n)}", 10, 18)
    assert len(forme(text)) == 9


def test_specks_above_a_head_go_with_it():
    text = book(lambda n: f"{'. ~' if n == 14 else ''}\n{n} THE MILLS\n\n{body(n)}", 10, 18)
    assert ". ~" in forme(text)


def test_a_number_misread_below_the_first_line_of_a_head():
    def page(n: int) -> str:
        head = (
            f"{n} THE MILLS" if n % 2 == 0 else f"OF WEIRS, AND OF THOSE WHO KEEP THEM\n{'3S7' if n == 35 else n}"
        )
        return f"{head}\n\n{body(n)}"

    assert "3S7" in forme(book(page, 30, 39))


def test_a_number_misread_beyond_knowing_beside_a_short_title():
    text = book(lambda n: f"{'qA' if n == 34 else n} {'Mills' if n % 2 == 0 else 'Weirs'}\n\n{body(n)}", 30, 39)
    assert "qA Mills" in forme(text)


def report(n: int) -> str:
    """A page of a report: the book's title on the left, the chapter's on the right, the number at the foot."""
    chapter = {
        21: ("ONE", "Dry Summers"),
        25: ("TWO", "Whose Duty Was the Race"),
        28: ("THREE", "What the Slate Said"),
    }
    if n in chapter:
        number, title = chapter[n]
        return f"CHAPTER {number}\n\n{title}\n\n{body(n)}\n\n{n}"
    title = next(title for start, (_, title) in reversed(chapter.items()) if start <= n)
    head = "Level Mills" if n % 2 == 0 else title
    section = "HOW GEESE WENT FREE\n\n" if n == 22 else ""
    return f"{head}\n\n{section}{body(n)}\n\n{n}"


def test_a_head_that_outlives_a_chapter_is_the_books_title_and_one_that_names_the_chapter_its_own():
    found = forme(book(report, 21, 31))
    assert found.count("Level Mills") == 4
    assert [head for head in found if head[0] in "DW"] == [
        "Dry Summers", "Whose Duty Was the Race", "What the Slate Said", "What the Slate Said"
    ]  # fmt: skip
    assert len(found) == 11 + 8


@pytest.mark.parametrize("feed", ["\f", ""])
def test_a_head_longer_than_the_measure_is_known_by_the_others_like_it(feed):
    words = "The settlement of the river: millers, ferrymen, weavers and the long way from the weir to the "
    text = book(lambda n: f"{n}   {words}{'bridge'[: n % 7]}\n\n{body(n, 24)}", 20, 29).replace("\f", feed)
    draft = drafted(text, forme_work, page_beginnings)
    assert [mark.get("n") for mark in draft.marks("fw")] == [str(n) for n in range(20, 30)]
    assert [n for n, _ in numbers(draft)][-9:] == [str(n) for n in range(21, 30)]


def test_a_line_of_text_as_long_as_a_head_that_begins_with_the_number_of_its_page_stays():
    line = "Millers stood at the weir that day, and as many ferrymen on the other bank, and none of them would go"
    text = book(lambda n: f"{n} {line}\n{body(n)}" if n == 25 else f"{n} Of Mills\n\n{body(n)}", 20, 29)
    assert len(forme(text)) == 9
    assert not any("bank" in found for found in forme(text))


def titled(n: int) -> str:
    return f"{n} THE MILLS\n\n{body(n)}" if n % 2 == 0 else f"OF WEIRS {n}\n\n{body(n)}"


def test_words_and_number_that_stand_far_apart_are_one_head():
    text = book(lambda n: f"OF WEIRS, AND OF THOSE WHO KEEP THEM{' ' * (60 + n % 7)}{n}\n\n{body(n)}", 10, 18)
    assert len(forme(text)) == 9


@pytest.mark.parametrize("specks", ["Nm\ni\nin", "he\nis\n=", "vt"])
def test_a_number_read_as_specks_over_its_head_goes_with_it(specks):
    text = book(lambda n: f"{specks}\n\nOF WEIRS\n\n{body(n)}" if n == 15 else titled(n), 10, 19)
    draft = drafted(text, forme_work, page_beginnings)
    assert forme(text).count("OF WEIRS") == 1
    assert [draft.text[m.start :].split("\n")[0] for m in draft.marks("pb")][5] == body(15).split("\n")[0]


def test_the_numeral_over_a_first_chapter_is_no_speck():
    text = book(lambda n: f"Vv\n\nOF WEIRS\n\n{body(n).capitalize()}" if n == 11 else titled(n), 11, 20)
    assert "Vv" not in forme(text)


def test_a_number_alone_at_the_top_that_is_misread():
    text = book(lambda n: f"{'lit' if n == 111 else n}\n\n{body(n)}", 104, 114)
    assert "lit" in forme(text)


def test_a_rule_drawn_under_the_heads():
    text = book(lambda n: f"{n}\nTHE MILLS\n__________\n\n{body(n)}", 10, 18)
    assert len(forme(text)) == 27


def test_titles_beside_the_number_at_the_foot():
    text = book(
        lambda n: f"{body(n)}\n\n{f'{n}   The Mills' if n % 2 == 0 else f'Of weirs {n // 6}   {n}'}", 10, 29
    )
    assert len(forme(text)) == 20


def test_a_stamp_whose_figures_change_at_the_foot_of_every_page():
    text = book(lambda n: f"{titled(n)}\n\norm_mills.indd {n}   12/03/2011 10:{n}:5{n % 9}", 10, 19)
    assert len(forme(text)) == 20


def caught(n: int, *, habit: bool) -> str:
    word = "\n" + " " * 40 + body(n + 1).split()[0]
    return titled(n) + (word if habit or n == 14 else "")


@pytest.mark.parametrize(("habit", "count"), [(True, 19), (False, 10)])
def test_catchwords_where_the_book_has_them(habit, count):
    assert len(forme(book(lambda n: caught(n, habit=habit), 10, 19))) == count


def test_titles_of_short_chapters_each_at_the_top_of_one_page_or_two():
    def page(n: int) -> str:
        chapter = f"The {('hay', 'oats', 'barley', 'bells', 'mud', 'rain')[n // 4 % 6]} of the lower meadow"
        if n % 4 == 0:
            return f"CHAPTER {n // 4}\n\n{chapter}\n\n{body(n).capitalize()}."
        return f"{chapter}\n\n{body(n)}.\n\n{n}" if n % 2 else f"{body(n).capitalize()}.\n\n{n}"

    found = forme(book(page, 40, 59))
    assert len([line for line in found if line.startswith("The ")]) == 10


def test_a_title_that_opens_a_page_and_parts_a_sentence_of_a_later_one():
    def page(n: int) -> str:
        opening = n in (40, 46, 52)
        title = f"Of {('hay', 'oats', 'bells')[(n - 40) // 6]} in the lower meadow"
        text = body(n).capitalize() if opening else body(n)
        return (
            f"{title}\n\n{text}.\n1 Ledger, p. {n + 7}." if opening or n % 6 == 2 else f"{n} THE MILLS\n\n{text}"
        )

    assert len([line for line in forme(book(page, 40, 57)) if line.startswith("Of ")]) >= 2


def test_the_number_of_a_page_below_a_head_in_three_lines():
    head = "OF WHEELS, OF WEIRS AND\nOF WHAT STANDS BETWEEN\nTHEM IN A DRY SUMMER"
    text = book(lambda n: f"{head}\n{n}\n\n{body(n)}" if n % 2 else f"{n}\n\nA BOOK OF MILLS\n\n{body(n)}", 20, 31)
    assert len(forme(text)) == 6 * 2 + 6 * 4


@pytest.mark.parametrize("misread", ["2z THE MILLER OF DEE", "ZZ THE MILLER OF DEE", "tl THE MILLER OF DEE"])
def test_the_first_head_of_a_title_is_one_though_its_number_is_misread(misread):
    def page(n):
        head = misread if n == 22 else f"{n} THE MILLER OF DEE" if n % 2 == 0 else f"WHEELS {n}"
        return f"{'The Mill' if n == 21 else head}\n\n{body(n)}"

    assert misread in forme(book(page, 21, 36))


def test_what_is_left_of_a_head_is_its_number_where_others_have_theirs():
    def page(n):
        rest = {24: "zA", 26: "II", 28: "so on, then, at last"}
        return f"{rest.get(n) or f'{n} THE MILLER OF DEE'}\n\n{body(n)}"

    found = forme(book(page, 20, 39))
    assert "zA" in found
    assert not {"II", "so on, then, at last"} & set(found)


def test_a_numeral_over_a_title_of_two_lines_is_no_page_number():
    def page(n):
        if n == 1:
            return f"I\n\nWhat the miller of the old mill by the\nriver Dee had seen\n\n\n{body(n).capitalize()}"
        return f"{'THE MILLER OF DEE' if n % 2 else 'Of Wheels'} {n}\n\n{body(n)}"

    assert "I" not in forme(book(page, 1, 12))


def test_a_title_that_goes_on_below_a_head_is_no_line_of_one_in_capitals():
    def page(n):
        head = (
            f"{n} THE MILLER OF DEE"
            if n % 2 == 0
            else f"WHAT THE MILLER OF THE OLD MILL HAD SEEN AND\nHIS WIFE HEARD {n}"
        )
        return f"{head}\n\n{'his wife heard' + chr(10) * 2 if n == 24 else ''}{body(n)}"

    found = forme(book(page, 20, 31))
    assert "HIS WIFE HEARD 23" in found
    assert "his wife heard" not in found
