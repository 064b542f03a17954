"""How a text may write a form."""

import pytest

from build_edition.edition.entries.forms import plain_form, plain_signs, written_as


@pytest.mark.parametrize(
    ("form", "exact", "written"),
    [
        ("lamp tax", False, ("lamp tax", "Lamp tax")),
        ("Lantern", False, ("Lantern", "LANTERN")),
        ("Wick", False, ("Wick",)),  # four letters in capitals may be something else
        ("LTO", False, ("LTO",)),
        ("lamp tax", True, ("lamp tax",)),
        ("Lantern", True, ("Lantern",)),
        ("miller’s boy", False, ("miller's boy", "Miller's boy")),
        ("three\u2010year   tax", False, ("three-year tax", "Three-year tax")),
        ("“bright” school", False, ('"bright" school',)),
        ("фонарь", False, ("фонарь", "Фонарь")),
        ("1908", False, ("1908",)),
    ],
)
def test_what_stands_for_a_form(form: str, exact: bool, written: tuple[str, ...]) -> None:
    assert written_as(form, exact) == written


def test_plain_signs_keep_every_offset() -> None:
    text = "the miller’s  three\u2011year tax"
    assert plain_signs(text) == "the miller's  three-year tax"
    assert len(plain_signs(text)) == len(text)
    assert plain_form(f" {text}\n") == "the miller's three-year tax"
