"""Markdown's signs that are not emphasis, and figures raised by a formula."""

import pytest

from build_edition.rules import emphasis, headings_unwrapped, markdown_signs, note_calls, paragraphs_unwrapped
from tests.rules.desk import TOLL, WOOL, readings, transcribed


def signs(text, layout="essay"):
    return transcribed(text, markdown_signs, emphasis, layout=layout)


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        (r"5\% of the \[three\] mills\* were \*\*sold\*\*", "5% of the [three] mills* were **sold**"),
        ('the [old mill](https://valley.example/mill), [its *keeper*](#k "him")', "the old mill, its keeper"),
        ("see ![](scan/p14.png)the weir ![Image 3](x.jpg)", "see the weir "),
        ("the weir<!-- image --> ran dry", "the weir ran dry"),
        ("a line that goes on\\\nin the next", "a line that goes on\nin the next"),
        ("sold.$^{3}$ Then ${ }^{4}$ it was\\(^{5}\\)", "sold.3 Then 4 it was5"),
        ("late,^6^ and over\\textsuperscript{7}", "late,6 and over7"),
        ("```markdown", ""),
    ],
)  # fmt: skip
def test_signs_are_resolved(source, reading):
    assert signs(source).reading.text == reading


@pytest.mark.parametrize(
    "source",
    [
        "he wrote [sic] (see below)", "[so](he said) it was", "10$^{3}$ sheep on 5 m^2^", "a \\new thing",
        "x^n and 2^n", "a < b <!- c",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_sign_stays(source):
    assert signs(source).reading.text == source


def test_a_book_keeps_its_backslashes():
    assert signs(r"5\% [a](#b)", layout="book").interventions == ()


def test_a_caption_stays_and_is_no_heading():
    text = f"{WOOL}\n\n![The weir in winter](weir.jpg)\n\n{TOLL}"
    transcript = transcribed(text, markdown_signs, headings_unwrapped, paragraphs_unwrapped)
    assert readings(transcript, "figure") == ["The weir in winter"]
    assert readings(transcript, "head") == []


def test_what_a_formula_raises_is_a_call():
    transcript = transcribed("It was sold.$^{3}$ Late.^4^", markdown_signs, emphasis, note_calls)
    assert [m.get("n") for m in transcript.of_kind("ref")] == ["3", "4"]


def test_blocks_and_rows_on_one_line_stay_apart():
    assert signs("<p>One.</p><p>Two.</p><h2>Three</h2>four").reading.text == "One. Two. Three four"
    rows = "<table><tr><td>Year</td><td>Hens</td></tr><tr><td>1911</td><td>9</td></tr></table>"
    assert signs(rows).reading.text == "Year\tHens\n1911\t9"
