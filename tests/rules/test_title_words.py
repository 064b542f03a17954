"""Words that number a division of a book, as printed and as OCR reads them."""

import pytest

from build_edition.rules.evidence.lines.title_words import division_level

MISREAD = [
    "CHAPTER 41",
    "CHAPTER 4]",
    "Chapter 5l.",
    "CHAPTER [X",
    "CHAPTER {I",
    "CHAPTER UI",
    "CRAPTER TV",
    "CHAPrer TI",
    "CHAPTER IH",
    "CHAPTER If",
    "CHAPTER XTY",
]


@pytest.mark.parametrize("ink", [*MISREAD, "CHAPTER. IT"])
def test_a_numeral_misread_numbers_a_chapter(ink):
    assert division_level(ink) == 2


@pytest.mark.parametrize(
    "ink",
    [
        "CHAPTER ]4",
        "Chapter 4 of it",
        "Chapter and verse",
        "4]",
        "CHARTER OF I",
        "CHAPEL II",
        "CHARTERS V",
        "Chapter If",
        "CHAPTER HOUSE",
    ],
)
def test_what_is_no_numeral_numbers_none(ink):
    assert division_level(ink) is None
