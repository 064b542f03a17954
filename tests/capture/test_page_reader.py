"""Pages read back: what the writer writes, and what people write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.capture.page_reader import read_page
from build_edition.capture.trial import Made
from build_edition.whole import Whole


def read(markdown: str) -> tuple[str, list[tuple[str, str, str]]]:
    """The text, and each piece with its detail and its words."""
    page = read_page(markdown)
    return page.text, [(one.kind, one.detail, page.text[one.start : one.end]) for one in page.pieces]


@pytest.mark.parametrize(
    ("markdown", "text", "pieces"),
    [
        ("One\ntwo.\n\nThree.", "One two.\nThree.", [("p", "", "One two."), ("p", "", "Three.")]),
        ("<!--\nAbout.\n-->\n\nOne.", "One.", [("p", "", "One.")]),
        ("## One ##", "One", [("head", "2", "One")]),
        ("One\n===\n\nTwo\n---", "One\nTwo", [("head", "1", "One"), ("head", "2", "Two")]),
        ("> One\n> two\nthree", "One two three", [("quote", "", "One two three"), ("p", "", "One two three")]),
        ("1. One\n2. Two", "1. One\n2. Two", [("list", "", "1. One\n2. Two"), ("item", "", "1. One"),
         ("p", "", "1. One"), ("item", "", "2. Two"), ("p", "", "2. Two")]),
        ("a\\*b &amp; c_d_e 2 * 3", "a*b & c_d_e 2 * 3", [("p", "", "a*b & c_d_e 2 * 3")]),
        ("*a* __b__ <sup>3</sup>", "a b 3", [("p", "", "a b 3"), ("hi", "", "a"), ("hi", "bold", "b"),
         ("hi", "super", "3")]),
        ("*a", "*a", [("p", "", "*a")]),
        ("<small>\\[p. 4\\]</small>One[^2]", "One", [("page", "p. 4", ""), ("p", "", "One"), ("call", "2", "")]),
        ("[^2]: One.\n\n    Two.", "One.\nTwo.", [("note", "2", "One.\nTwo."), ("p", "", "One."),
         ("p", "", "Two.")]),
        ("| A | B |\n| --- | --- |\n| 1\\|2 | 3 |", "A\nB\n1|2\n3", [("table", "", "A\nB\n1|2\n3"),
         ("cell", "0.1", "A"), ("cell", "0.2", "B"), ("cell", "1.1", "1|2"), ("cell", "1.2", "3")]),
        ("One.\n\n* * *", "One.", [("p", "", "One."), ("break", "", "")]),
        ("<aside>\n\nOne.\n\n</aside>", "One.", [("aside", "", "One."), ("p", "", "One.")]),
        ("<b>One</b>", "One", [("mark-up", "<b>", ""), ("p", "", "One"), ("mark-up", "</b>", "")]),
    ],
)  # fmt: skip
def test_it_is_read_as_markdown_is(markdown: str, text: str, pieces: list[tuple[str, str, str]]) -> None:
    found, said = read(markdown)
    assert found == text
    assert sorted(said) == sorted(pieces)


@given(st.text(alphabet="ab *_#>-1.|[]^<>/\\\n&;~`=", max_size=60))
def test_any_text_is_read_and_no_letter_is_lost(markdown: str) -> None:
    page = read_page(markdown)
    letters = [sign for sign in page.text if sign in "ab"]
    shown = "".join(letters) + "".join(one.detail for one in page.pieces)
    assert sum(sign in "ab" for sign in markdown) <= sum(sign in "ab" for sign in shown)
    assert all(0 <= one.start <= one.end <= len(page.text) for one in page.pieces)


def assert_each_letter_stands(whole: Whole) -> None:
    for item in whole.works:
        assert item.work is not None
        assert item.transcript is not None
        made = Made(item.transcript, item.work, item.record.id)
        reading = item.transcript.reading.text
        for name in made.pages:
            page, standing = made.plain(name), made.standing(name)
            for k, letter in enumerate(page.text):
                if standing.starts[k] >= 0 and letter.isalpha():
                    assert letter in reading[standing.starts[k] : standing.ends[k]]
            signs = "".join(s for k, s in enumerate(page.text) if standing.starts[k] < 0 and not s.isspace())
            assert set(signs) <= set("[?]sic0123456789")


def test_every_letter_of_the_specimen_is_found_in_the_reading_text(whole: Whole) -> None:
    assert_each_letter_stands(whole)


def test_every_letter_of_the_five_works_is_found_in_the_reading_text(five_whole: Whole) -> None:
    assert_each_letter_stands(five_whole)
