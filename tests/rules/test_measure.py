"""The measure: what a full line is, and whether the next word would have fitted."""

import pytest

from build_edition.rules.evidence.layout.measure import line_width, measure_of, note_at_end, without_note
from build_edition.source import Source
from tests.rules.press import MEASURE, PROSE, RIVER, page, paragraph


def test_an_m_is_wider_than_an_i():
    assert line_width("mmmm") > 2 * line_width("iiii")


def test_the_measure_is_learnt_from_the_lines():
    measure = measure_of(Source.from_text(page(paragraph(PROSE * 3), "A short line", paragraph(RIVER * 3))))
    assert 0.9 * MEASURE < measure.full <= MEASURE


def test_a_word_that_would_have_fitted_tells_that_a_line_ended_by_will():
    source = Source.from_text(paragraph(PROSE * 4) + "\n\nIn brief,\nnothing was settled that year by anybody.")
    measure = measure_of(source)
    short, after = source.lines[-2:]
    assert measure.had_room(short, after)
    assert not measure.had_room(source.lines[0], source.lines[1])


def test_a_text_of_one_line_has_no_measure():
    assert measure_of(Source.from_text("One line only")).full == 0


@pytest.mark.parametrize(
    ("ink", "figures"),
    [
        ("as the miller said.12", "12"),
        ("“so it was”7", "7"),
        ("a wheel3 (my emphasis)", "3"),
        ("in the year 1847", None),
        ("", None),
    ],
)
def test_a_note_call_at_the_end_of_a_line(ink, figures):
    found = note_at_end(ink)
    assert (found.group() if found else None) == figures


def test_a_line_without_its_note_call():
    assert without_note("a wheel.3 (my emphasis)") == "a wheel."
    assert without_note("a wheel.") == "a wheel."
