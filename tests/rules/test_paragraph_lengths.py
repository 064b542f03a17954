"""What the lengths of paragraphs say where nothing else tells whether one begins."""

from build_edition.rules.evidence.paragraphs.lengths import SURELY, by_length
from tests.rules.press import PROSE, RIVER, paragraph, set_lines
from tests.rules.test_paragraphs import found

TEXTS = [PROSE * 2, RIVER * 2, PROSE + RIVER, RIVER + PROSE] * 3
NEVER = -11.0


def lines_of(*lengths: int) -> list[float]:
    """The odds of each joint in paragraphs of so many lines, all of which surely begin."""
    odds = [odds for length in lengths for odds in (*[NEVER] * (length - 1), SURELY)]
    return odds[:-1]


def added(odds: list[float], place: int, *, fixed: bool = False) -> float:
    return by_length(odds, fixed=[fixed] * len(odds))[place]


def test_a_doubtful_place_amid_what_is_too_long_for_one_rather_begins_a_paragraph():
    odds = lines_of(*[8, 9, 10] * 5, 18, *[10, 9, 8] * 5)
    place = 27 * 5 + 8
    odds[place] = -1.0
    assert added(odds, place) > 1
    assert added(odds, place, fixed=True) == 0


def test_two_lines_of_what_is_usually_longer_are_rather_none():
    odds = lines_of(*[8, 9, 10] * 5, 9, *[10, 9, 8] * 5)
    place = 27 * 5 + 1
    odds[place] = 0.3
    assert added(odds, place) < -0.3


def test_lengths_that_vary_say_nothing():
    odds = lines_of(*[1, 30, 2, 4, 1, 12] * 5, 18, *[1, 30, 2, 4, 1, 12] * 5)
    place = 50 * 5 + 8
    odds[place] = -1.0
    assert abs(added(odds, place)) < 0.7


def test_of_several_places_those_are_taken_that_make_usual_lengths():
    odds = lines_of(*[9, 10, 11] * 5, 30, *[11, 10, 9] * 5)
    start = 30 * 5
    for place in (2, 9, 12, 19, 27):
        odds[start + place] = -0.5
    worth = by_length(odds, fixed=[False] * len(odds))
    begun = [
        place for place in range(30) if odds[start + place] > -1 and odds[start + place] + worth[start + place] > 0
    ]
    assert begun == [9, 19, 29]


def test_without_paragraphs_lengths_say_nothing():
    assert by_length([], fixed=[]) == []
    assert by_length([NEVER], fixed=[False]) == [0.0]


def test_a_paragraph_that_ends_on_a_full_line_shows_by_what_would_be_too_long():
    hidden = set_lines(RIVER * 2).rpartition("\n")[0].rpartition(" ")[0] + "."
    body = [paragraph(text) for text in TEXTS]
    _, marks = found("\n".join([*body, hidden, paragraph(PROSE + RIVER), *body]))
    assert len(marks) == 2 * len(TEXTS) + 2
    assert [n for n, mark in enumerate(marks) if mark.get("cert") == "low"] == [len(TEXTS) + 1]
