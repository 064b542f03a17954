"""Headings of a hard-wrapped book, and what is none."""

from build_edition.rules import figures, forme_work, headings, page_beginnings
from tests.rules.press import PROSE, RIVER, drafted, page, paragraph, read

BODY, MORE = paragraph(PROSE * 2), paragraph(RIVER * 2)


def found(text):
    draft = drafted(text, forme_work, page_beginnings, figures, headings)
    return [(mark.get("level"), mark.get("label"), read(draft, mark)) for mark in draft.marks("head")]


def test_part_chapter_and_sections():
    text = page("PART ONE", "Water", "CHAPTER ONE\nThe mill", BODY, "The weir", MORE, "The race", BODY)
    assert found(text) == [
        (1, "PART ONE", "PART ONE Water"),
        (2, "CHAPTER ONE", "CHAPTER ONE The mill"),
        (3, None, "The weir"),
        (3, None, "The race"),
    ]


def test_a_title_goes_on_over_a_blank_line():
    text = page("CHAPTER TWO\nThe ferry and the toll: a tale of the", "lower river", BODY)
    assert found(text) == [(2, "CHAPTER TWO", "CHAPTER TWO The ferry and the toll: a tale of the lower river")]


def test_a_section_heading_of_two_lines():
    heading = "The customs of the upper village and the quarrel about\nspades"
    assert found(page(BODY, heading, MORE, BODY)) == [(3, None, " ".join(heading.split()))]


def test_a_heading_upon_another_lies_deeper():
    text = page("CHAPTER ONE\nThe mill", "The weir in winter", "Ice", BODY, "Nets", MORE)
    assert [level for level, _, _ in found(text)] == [2, 3, 4, 4]


def test_what_a_colon_or_a_comma_introduces_is_no_heading():
    lead = set_to_end("So the miller counted what was left:")
    assert found(page(BODY, lead, "Three sacks of rye", MORE)) == []


def set_to_end(text):
    return paragraph(RIVER + text)


def test_short_sentences_and_long_runs_of_short_lines_are_no_headings():
    assert found(page(BODY, "Nobody came.", MORE)) == []
    assert found(page(BODY, "Rye", "Oats", "Barley", "Wheat", MORE)) == []


def test_short_lines_of_an_index_are_no_headings():
    text = "\n\f".join([BODY, MORE, BODY, page("Index", "alders, 12", "ferry, 13", MORE)])
    assert found(text) == [(2, None, "Index")]
