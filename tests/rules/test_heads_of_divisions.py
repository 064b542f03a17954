"""Running heads that are the number or title of a division, and the openings of divisions beside them."""

import pytest

from build_edition.rules import forme_work
from tests.rules.press import all_read, drafted
from tests.rules.test_running_heads import body, book

VERSO = "A BOOK OF MILLS"


def forme(text: str) -> list[str]:
    return [" ".join(line.split()) for line in all_read(drafted(text, forme_work), "fw")]


def opening(head: str, n: int) -> str:
    return f"{head}\n\n{body(n).capitalize()}.\n\n{n}"


@pytest.mark.parametrize("label", ["APPENDIX", "CHAPTER VI", "VI", "PREFACE"])
def test_the_label_of_a_division_beside_the_number_of_every_other_page(label):
    def page(n: int) -> str:
        head = f"{n}      {VERSO}" if n % 2 == 0 else f"      {label}      {n}"
        return f"{head}\n\n{body(n)}" if n > 31 else opening(label.title() if label != "VI" else label, n)

    assert forme(book(page, 31, 44))[1:] == [
        f"{n} {VERSO}" if n % 2 == 0 else f"{label} {n}" for n in range(32, 45)
    ]


@pytest.mark.parametrize("label", ["CHAPTER VI", "VI"])
def test_the_label_of_a_division_over_the_number_of_the_page(label):
    def page(n: int) -> str:
        head = f"{n}\n\n{VERSO}" if n % 2 == 0 else f"{label}\n\n{n}"
        return f"{head}\n\n{body(n)}" if n > 31 else opening("VI", n)

    found = forme(book(page, 31, 44))
    assert found.count(label) == 6
    assert found.count(VERSO) == 7


@pytest.mark.parametrize("label", ["CHAPTER VI", "VI"])
def test_the_label_of_a_division_over_pages_with_numbers_at_the_foot(label):
    def page(n: int) -> str:
        return f"{VERSO if n % 2 == 0 else label}\n\n{body(n)}\n\n{n}" if n > 31 else opening(label, n)

    assert forme(book(page, 31, 44)).count(label) == 6


def test_the_titles_of_short_chapters_much_alike_open_them():
    titles = ["Of bridges of wood", "Of bridges of stone", "Of bridges of rope"]

    def page(n: int) -> str:
        chapter, first = divmod(n - 31, 4)
        if not first:
            return opening(f"{('III', 'IV', 'V')[chapter]}\n\n{titles[chapter]}", n)
        return f"{'A Book of Mills' if first == 2 else titles[chapter].upper()}\n\n{body(n)}\n\n{n}"

    draft = drafted(book(page, 31, 42), forme_work)
    assert [draft.has_ink(line) for line in draft.lines if line.ink in (*titles, "III", "IV", "V")] == [True] * 6
    assert forme(book(page, 31, 42)).count("OF BRIDGES OF STONE") == 2


def test_a_numeral_over_a_chapter_is_no_number_of_a_page_that_has_its_own_at_the_foot():
    def page(n: int) -> str:
        return opening("I", n) if n == 1 else f"A Book of Mills\n\n{body(n)}\n\n{n}"

    assert "I" not in forme(book(page, 1, 9))


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_long_title_that_one_page_has_as_its_head_in_two_lines(gap):
    title = "Of wheels that turn by night\nand of those who mend them"

    def page(n: int) -> str:
        if n == 33:
            return opening(title, n)
        if n == 35:
            return f"{title.upper()}{gap}{body(n)}\n\n{n}"
        return f"{VERSO if n % 2 == 0 else 'OF WEIRS'}\n\n{body(n)}\n\n{n}"

    found = forme(book(page, 28, 44))
    assert title.upper().split("\n") == [line for line in found if "WHEELS" in line or "MEND" in line]
    assert not any("wheels" in line for line in found)


def test_a_title_set_otherwise_than_later_heads_opens_its_division():
    def page(n: int) -> str:
        return opening("Appendix", n) if n == 30 else f"{VERSO if n % 2 == 0 else 'APPENDIX'}\n\n{body(n)}\n\n{n}"

    found = forme(book(page, 30, 43))
    assert "Appendix" not in found
    assert found.count("APPENDIX") == 7
    assert found.count(VERSO) == 6


def test_a_head_whose_words_and_number_stand_far_apart():
    def page(n: int) -> str:
        title = "OF WHEELS, AND OF THE KEEPERS OF WEIRS" if n == 35 else "OF WEIRS"
        head = f"{n}      {VERSO}" if n % 2 == 0 else f"{title}{n:>{100 - len(title)}}"
        return f"{head}\n\n{body(n)}"

    assert "OF WHEELS, AND OF THE KEEPERS OF WEIRS 35" in forme(book(page, 28, 44))
