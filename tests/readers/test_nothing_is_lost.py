"""Every word of a file comes to the text once, in the order of the file, whatever the file says of its place."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from build_edition.readers.files import decode
from build_edition.rules import transcribe
from build_edition.source import Source
from tests.readers.pages import Placed, as_alto, as_hocr, as_page_xml, as_pdf_boxes

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGXYZ0123456789.,;:!?’“”&<>'\"()[]*†—-éßΩж中"
LABEL = re.compile(r"[(\[]?\w{1,5}[.)\]]{1,2}|[•*+—-]|\w{1,6}")  # what may be put to a line beside it

words = st.text(LETTERS, min_size=1, max_size=9)
places = st.tuples(st.integers(-50, 2000), st.integers(-50, 3000), st.integers(0, 300), st.integers(0, 90))
placed_words = st.builds(
    lambda text, at: Placed(text, (at[0], at[1], at[0] + at[2], at[1] + at[3])), words, places
)
lines = st.lists(placed_words, min_size=1, max_size=6)


@st.composite
def columns(draw: st.DrawFn) -> list[list[Placed]]:
    """A page that is set as pages are: lines in one or two columns, with indents and gaps, of one size or two."""
    page = []
    for column in range(draw(st.integers(1, 2))):
        down = 100
        for _ in range(draw(st.integers(1, 9))):
            down += draw(st.sampled_from([40, 50, 50, 50, 90, 200]))
            across = 100 + 900 * column + draw(st.sampled_from([0, 0, 0, 40, 80, 1]))
            height = draw(st.sampled_from([30, 30, 24]))
            line = []
            for text in draw(st.lists(words, min_size=1, max_size=8)):
                line.append(Placed(text, (across, down - height, across + 15 * len(text), down)))
                across += 15 * len(text) + draw(st.sampled_from([12, 15, 80]))
            page.append(line)
    return page


pages = st.one_of(columns(), st.lists(lines, min_size=1, max_size=8))


def holds_all(source: Source, book: list[list[list[Placed]]]) -> None:
    expected = [word.text for page in book for line in page for word in line]
    assert source.geometry is not None
    found = [source.text[word.start : word.end] for word in source.geometry.words]
    assert sorted(found) == sorted(expected)
    if not any(len(line) == 1 and LABEL.fullmatch(line[0].text) for page in book for line in page):
        assert found == expected
    # A raised figure is written tight behind its word.
    assert "".join(source.text.split()) == "".join(found)
    assert source.text.count("\f") == len(book) - 1
    assert all(1 <= number <= len(source.lines) for number in source.geometry.lines)
    transcribe(source, "book")  # the laws of transcripts hold


@settings(max_examples=60, deadline=None)
@given(st.lists(pages, min_size=1, max_size=3))
def test_hocr(book):
    holds_all(decode(as_hocr(book), "p"), book)


@settings(max_examples=60, deadline=None)
@given(st.lists(pages, min_size=1, max_size=3))
def test_alto(book):
    holds_all(decode(as_alto(book), "p"), book)


@settings(max_examples=60, deadline=None)
@given(pages)
def test_page_xml(page):
    holds_all(decode(as_page_xml(page), "p"), [page])


@settings(max_examples=60, deadline=None)
@given(st.lists(pages, min_size=1, max_size=3))
def test_words_of_a_pdf(book):
    holds_all(decode(as_pdf_boxes(book), "p"), book)
