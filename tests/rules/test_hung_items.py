"""Items that are known by where their words stand, though their bullets were misread."""

from __future__ import annotations

import pytest

from build_edition.readers.files import decode
from build_edition.rules import transcribe
from tests.readers.pages import Set, as_hocr, placed

FULL = "the miller of the upper valley had never seen the grey sea"


def items(signs: list[str], lead: str, hang: float = 3) -> list[str]:
    """The items of a list whose bullets were read as these signs, under a line."""
    page = [*[Set(FULL) for _ in range(9)], Set(lead)]
    for sign in signs:
        gap = hang - len(sign) - 1
        page += [
            Set(f"{sign} bread from the mill and as much of it", 2, gaps={1: gap}),
            Set("as he can carry home;", 2 + hang),
        ]
    page += [Set(FULL) for _ in range(9)]
    transcript = transcribe(decode(as_hocr([placed(page)]), "p"), "book")
    text = transcript.source.text
    return [" ".join(text[m.start : m.end].split()) for m in transcript.marks if m.kind == "item"]


def expected(signs: list[str]) -> list[str]:
    return [f"{sign} bread from the mill and as much of it as he can carry home;" for sign in signs]


@pytest.mark.parametrize("signs", [["ee", ".+"], ["+", "q", "*«"]])
def test_misread_bullets(signs):
    assert items(signs, "and nothing moved on the road below.", 4) == expected(signs)


def test_one_item_alone_needs_a_colon():
    assert items(["ee"], "and nothing moved on the road below.", 4) == []
    assert items(["ee"], "and what moved was this:", 4) == expected(["ee"])


def test_lines_that_merely_hang_are_no_items():
    assert items(["then", "when"], "and nothing moved on the road below.", 6) == []


def test_in_a_display_a_short_word_above_a_first_line_is_no_bullet():
    inner = "the wheel has stood since Lammas and nobody"
    display = [Set(inner, 6, above=1.8), Set(inner, 6), Set("and " + inner[:30], 6), Set(inner[:32], 10)]
    page = [*[Set(FULL) for _ in range(9)], *display, Set(inner, 6), Set(FULL, above=1.8)]
    page += [Set(FULL) for _ in range(9)]
    assert not list(transcribe(decode(as_hocr([placed(page)]), "p"), "book").of_kind("item"))


@pytest.mark.parametrize(
    ("first", "begun"),
    [("And the miller of the upper valley has never seen", "••"), ("And salt from the town.", "••A")],
)
def test_the_first_line_of_a_paragraph_under_a_list_is_no_item(first, begun):
    page = [*[Set(FULL) for _ in range(9)], Set("and what moved was this:")]
    for _ in range(2):
        page += [Set("• bread from the mill and as much", 2, gaps={1: 2}), Set("as he can carry home.", 6)]
    page += [Set(first, 2), *[Set(FULL) for _ in range(9)]]
    transcript = transcribe(decode(as_hocr([placed(page)]), "p"), "book")
    assert "".join(transcript.source.text[m.start] for m in transcript.of_kind("item")) == begun
