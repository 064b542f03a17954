"""The concordance: keywords in context, cut at words, and as many as a plain recount finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.apparatus.concordance import concordance, first_words, last_words
from build_edition.apparatus.passage_index import passages
from tests.apparatus.mentions.entries import essay, mentions, term
from tests.made import chapter, note, p


@pytest.mark.parametrize(
    ("text", "width", "last", "first"),
    [
        ("one two three", 20, "one two three", "one two three"),
        ("one two three", 9, "two three", "one two"),
        ("one two three", 8, "three", "one two"),
        ("one two three", 7, "three", "one two"),
        ("one two three", 2, "", ""),
        ("one two ", 4, "two ", "one"),
        (" one two", 4, "two", " one"),
        ("", 5, "", ""),
    ],
)
def test_context_is_cut_at_words(text: str, width: int, last: str, first: str) -> None:
    assert last_words(text, width) == last
    assert first_words(text, width) == first


@given(st.text("ab .", max_size=30), st.integers(0, 30))
def test_context_is_the_end_and_the_beginning_of_a_text(text: str, width: int) -> None:
    text = " ".join(text.split())
    last, first = last_words(text, width), first_words(text, width)
    assert text.endswith(last)
    assert text.startswith(first)
    assert max(len(last), len(first)) <= width


def test_lines_stand_in_reading_order_with_their_flags() -> None:
    made = essay(
        *chapter("ONE", "The Mill", p("{pb:7}A mill, and what the mill ground.{call:1}")),
        note("1", "See mill tax."),
        *chapter("TWO", "Oil", p("Oil.")),
    )
    found, _ = mentions(made, term("mill"), term("mill tax"))
    lines = concordance(found.occurrences["mill"], {"w": passages(made)}, width=12)
    assert [(line.left, line.keyword, line.right) for line in lines] == [
        ("ONE The ", "Mill", ""),
        ("A ", "mill", ", and what"),
        ("what the ", "mill", " ground."),
        ("1. See ", "mill", " tax."),
    ]
    flags = [(line.occurrence.place.in_heading, line.occurrence.within) for line in lines]
    assert flags == [(True, ""), (False, ""), (False, ""), (False, "mill-tax")]
    for line in lines:
        text = passages(made)[line.occurrence.place.index].text
        assert f"{line.left}{line.keyword}{line.right}" in text


def test_the_lines_are_as_many_as_a_plain_recount() -> None:
    made = essay(
        p("The lamp tax fell on lamps. Lamp by lamp, the LAMP\nwent out; lamplight, lamp-oil and lamps’ wicks."),
        p("{hi:Lamp} {hi:tax}; and the lam{pb:4}p, the lamp{call:1} tax."),
        note("1", "Lamps."),
    )
    found, _ = mentions(made, term("lamp", "lamp", "lamps"), term("lamp tax"), term("tax"))
    text = "\n".join(passage.text for passage in passages(made))
    plain = {"lamp": r"\b[Ll]amps?\b", "lamp-tax": r"\b[Ll]amp tax\b", "tax": r"\b[Tt]ax\b"}
    counts = {entry: len(re.findall(pattern, text)) for entry, pattern in plain.items()}
    assert counts == {"lamp": 10, "lamp-tax": 3, "tax": 3}
    assert {entry: len(every) for entry, every in found.occurrences.items()} == counts
