"""The benchmark of designs asks of no page what it does not tell."""

from dataclasses import replace

from benchmarks.designs.design import DESIGNS
from benchmarks.designs.setting import settable
from build_edition.evaluate.truth import Block

BLOCKS = (
    Block("p", "The miller wrote:"),
    Block("quote", "The weir is mine."),
    Block("p", "So it stayed."),
    Block("quote", "And the eels."),
    Block("p", "for which he was fined.", continues=True),
    Block("p", "Then he died."),
)
INDENTED = replace(DESIGNS[0], notes="chapter")
FLUSH = replace(INDENTED, indent=0, gap=2)


def roles(design):
    return [(block.kind, block.role) for block in settable(BLOCKS, design)]


def test_an_indent_tells_what_begins_behind_a_display():
    assert {role for _, role in roles(INDENTED)} == {None}


def test_without_indents_only_a_small_letter_tells_it():
    assert [role for _, role in roles(FLUSH)] == [None, None, "undecided", None, None, None]


def test_a_display_like_the_paragraphs_about_it_is_one_of_them():
    alike = replace(FLUSH, quote_left=0, quote_right=0, quote_size=FLUSH.size)
    told = roles(alike)
    assert [kind for kind, _ in told] == ["p"] * 6
    assert [role for _, role in told] == [None, "undecided", "undecided", "undecided", None, None]
    assert roles(replace(alike, italic_quotes=True))[1] == ("quote", None)
    assert roles(replace(alike, indent=4, gap=0))[1] == ("quote", None)
