"""What is wrong with words, as it is guessed; and whether a person need be asked."""

from __future__ import annotations

import pytest

from build_edition.corrections.causes import guess_cause


@pytest.mark.parametrize(
    ("source", "reading", "cause", "is_certain"),
    [
        ("lan Velmer", "Ian Velmer", "character", True),
        ("modem", "modern", "character", True),
        ("tbe weir", "the weir", "character", True),
        ("NEPS", "NEPs", "case", True),
        ("in dividual", "individual", "spacing", True),
        ("1917– 91", "1917–91", "spacing", True),
        ("the\nweir", "theweir", "spacing", True),
        ("weir", "weir,", "punctuation", True),
        ("millers own", "millers’ own", "punctuation", True),
        ("readymade", "ready-made", "punctuation", False),
        ("weir. The", "weir, the", "punctuation", False),
        ("**weir**", "weir", "markup", True),
        ("the of the weir", "the keeper of the weir", "lost-text", False),
        ("the the weir", "the weir", "word", False),
        ("barge", "wheel", "word", False),
        ("walk", "walked", "character", False),
        ("1919", "1949", "character", False),
    ],
)
def test_a_cause_is_guessed(source: str, reading: str, cause: str, is_certain: bool) -> None:
    assert guess_cause(source, reading) == (cause, is_certain)


def test_a_word_that_the_work_has_elsewhere_may_be_another_word() -> None:
    assert guess_cause("these", "those") == ("character", True)
    assert guess_cause("these", "those", "these mills and these weirs") == ("character", False)
    assert guess_cause("tbe", "the", "tbe mills and these weirs") == ("character", True)
