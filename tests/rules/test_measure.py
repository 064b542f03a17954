"""The measure: what a full line is, and whether the next word would have fitted."""

import pytest

from build_edition.rules.evidence.layout.measure import line_width, measure_of, note_at_end, without_note
from build_edition.source import Source
from tests.rules.press import MEASURE, PROSE, RIVER, page, paragraph, set_lines


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


def closed_up(block: str) -> str:
    """A block of which some lines hold two printed lines, for a program has closed up a hyphen between them."""
    lines = block.split("\n")
    return "\n".join(
        " ".join(lines[i : i + 2]) if i % 6 == 0 else lines[i] for i in range(len(lines)) if i % 6 != 1
    )


def test_a_line_that_holds_several_printed_lines_is_as_full_as_the_last_of_them():
    text = closed_up(paragraph(PROSE * 20))
    joined = f"{paragraph(PROSE).splitlines()[0]} But in the end of it all, and after many a dinner,"
    source = Source.from_text(f"{text}\n{joined}\nnothing was settled.")
    measure = measure_of(source)
    short, after = source.lines[-2:]
    assert measure.closed_up
    assert measure.width(short) > measure.full
    assert measure.had_room(short, after)
    assert not measure.had_room(source.lines[0], source.lines[1])
    assert measure.of_last(round(2 * measure.full)) > 0.9 * measure.full
    assert measure.of_last(round(2.05 * measure.full)) > measure.full  # both a little too wide
    assert measure.of_last(round(1.6 * measure.full), of=0.8) == pytest.approx(0.8 * measure.full, rel=0.05)


def test_in_other_texts_a_wide_line_is_one_in_smaller_type():
    measure = measure_of(Source.from_text(paragraph(PROSE * 20)))
    assert not measure.closed_up
    assert measure.of_last(round(1.2 * measure.full)) == round(1.2 * measure.full)


def test_a_text_of_one_line_has_no_measure():
    assert measure_of(Source.from_text("One line only")).full == 0


@pytest.mark.parametrize(
    ("ink", "figures"),
    [
        ("as the miller said.12", "12"),
        ("“so it was”7", "7"),
        ("a wheel3 (my emphasis)", "3"),
        ("as the miller said.[12]", "[12]"),
        ("as the miller [sic]", None),
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


@pytest.mark.parametrize("measure", [24_000, 25_000])
def test_where_half_of_a_text_is_set_narrower_the_text_is_what_leads_in(measure):
    display = set_lines(PROSE + RIVER[:150], measure)
    text = page(*[page(paragraph(RIVER + "So he wrote:"), display, paragraph(PROSE))] * 6)
    assert 0.9 * MEASURE < measure_of(Source.from_text(text)).full <= MEASURE


def test_and_it_may_be_the_narrower_one():
    display = set_lines(PROSE + RIVER[:150], MEASURE)
    text = page(*[page(set_lines(RIVER + "So he wrote:", 24_000), display, set_lines(PROSE, 24_000))] * 6)
    assert measure_of(Source.from_text(text)).full <= 24_000
