"""Ranges of years and pages are set with dashes."""

import pytest

from build_edition.rules import paragraphs_unwrapped, ranges
from tests.rules.desk import transcribed


def read(text):
    return transcribed(text, paragraphs_unwrapped, ranges).reading.text


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("The fairs of 1911-14 and 1920–3.", "The fairs of 1911–14 and 1920–3."),
        ("In 1752-6, and 1899-1901--so.", "In 1752–6, and 1899–1901--so."),
        ("See pp. 20-1, p.104-9 and 30–2.", "See pp. 20–1, p.104–9 and 30–2."),
    ],
)
def test_a_hyphen_in_a_range_becomes_a_dash(source, reading):
    assert read(source) == reading


@pytest.mark.parametrize(
    "source",
    [
        "A vision of 20-20 in 1911–14.",
        "On 1911-12-03, of 1920–3.",
        "Of 1914-11, hardly 1920–3.",
        "Room 1911-14.",
        "The fairs of 1911-14 — and of 1920-3.",
        "Call 555-1911-14 in 1920–3.",
        "Type 1911-14b of 1920–3.",
    ],
)
def test_what_is_no_range_or_the_texts_own_usage_stays(source):
    assert read(source) == source


def test_a_hyphen_between_months_becomes_a_dash_where_the_text_has_dashes_there():
    dashes = "The fairs of May–June, of June–July and of July–August. "
    assert read(dashes + "None in March-April.") == dashes + "None in March–April."
    assert read("The fairs of May–June, none in March-April.") == "The fairs of May–June, none in March-April."
