"""Differences: word by word, and made to the source they give the reading."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.edition.words.differences import applied, changes


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("lan Spencer", "Ian Spencer", [("l", "I")]),
        ("teh last\nlamp", "the last lamp", [("eh", "he"), ("\n", " ")]),
        ("138,\n800", "138,800", [("\n", "")]),
        ("con ference of eels", "conference of eels", [(" ", "")]),
        ("the weir", "the old weir", [("", "old ")]),
        ("the the weir", "the weir", [("the ", "")]),
    ],
)
def test_changes_are_small(old: str, new: str, found: list[tuple[str, str]]) -> None:
    assert [(old[c.start : c.end], c.reading) for c in changes(0, old, new)] == found


def test_a_change_knows_its_words() -> None:
    (change,) = changes(10, "an eel weir", "an eal weir")
    assert (change.start, change.end, change.first, change.last) == (14, 15, 13, 16)


words = st.text(alphabet="ab \n'", min_size=1, max_size=30)


@given(words, words, st.text(alphabet="xy ", max_size=5))
def test_changes_make_the_reading_of_the_source(old: str, new: str, before: str) -> None:
    text = f"{before}{old}z"
    made = changes(len(before), old, new)
    assert applied(text, len(before), len(before) + len(old), made) == new
    assert all(a.end <= b.start for a, b in pairwise(made))
    assert all(c.first <= c.start <= c.end <= c.last and text[c.start : c.end] != c.reading for c in made)
