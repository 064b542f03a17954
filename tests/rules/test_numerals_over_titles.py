"""The numeral over the first chapter, and the label that is a running head, at the tops of pages."""

from tests.rules.test_running_heads import body, book, forme


def test_a_numeral_over_a_title_on_the_first_page_is_no_page_number():
    def page(n: int) -> str:
        if n == 1:
            return f"I\n\nOf Weirs\n\n{body(n).capitalize()}"
        return f"{n}\n\n{body(n)}"

    assert forme(book(page, 1, 12)) == [str(n) for n in range(2, 13)]


def test_a_numeral_over_a_running_head_is_a_misread_number():
    def page(n: int) -> str:
        return f"{'II' if n == 11 else n}\n\nOf Weirs\n\n{body(n)}"

    assert "II" in forme(book(page, 4, 15))


def test_a_label_as_running_head_that_lost_its_number():
    def page(n: int) -> str:
        head = "CHAPTER XVI" if n == 15 else f"CHAPTER XVI   {n}" if n % 2 else f"{n}   A BOOK OF MILLS"
        return f"{head}\n\n{body(n)}"

    assert "CHAPTER XVI" in forme(book(page, 6, 19))


def test_a_numeral_below_a_head_that_has_the_number_is_no_page_number():
    def page(n: int) -> str:
        numeral = "II\n" if n == 17 else ""
        return f"THE BOOK OF MILLS   {n}\n\n{numeral}{body(n).capitalize()}"

    assert "II" not in forme(book(page, 10, 24))
