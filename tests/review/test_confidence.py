"""What the OCR program said of its words moves suspects, and makes none."""

import pytest

from build_edition.geometry import Geometry, PlacedWord
from build_edition.review.confidence import Confidence
from build_edition.review.item import Found
from build_edition.source import Source

TEXT = "mill " * 400


def source(figures: dict[int, float], usual: float | None = 0.9) -> Source:
    """A source of 400 words, some of which the program was less sure of, or more."""
    words = [
        PlacedWord(5 * n, 5 * n + 4, None, figures.get(n, None if usual is None else usual - n / 10_000))
        for n in range(400)
    ]
    return Source("p", TEXT, "0" * 64, geometry=Geometry({}, words))


def found(at: int, reason: str = "word") -> Found:
    return Found("suspect", reason, 5 * at, 5 * at + 4, wrong=0.5)


def test_a_word_of_which_the_program_was_not_sure_is_likelier_wrong_and_that_is_told():
    now = Confidence.of(source({7: 0.1})).weighed(found(7))
    assert now.wrong == pytest.approx(0.8)
    assert now.evidence == ("The OCR program was less sure of it than of 100 of 100 words.",)


def test_a_word_of_which_it_was_surer_than_of_most_is_less_so():
    now = Confidence.of(source({})).weighed(found(3))
    assert (now.wrong, now.evidence) == (pytest.approx(0.7 / 1.7), ())


@pytest.mark.parametrize(
    ("text", "item"),
    [
        (Source.from_text(TEXT), found(7)),
        (source({}, usual=None), found(7)),
        (source({7: 0.1}), found(7, "bracket")),
    ],
)
def test_where_nothing_is_told_nothing_moves(text, item):
    assert Confidence.of(text).weighed(item) == item
