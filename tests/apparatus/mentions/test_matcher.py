"""The matcher finds forms as whole words, and nothing else."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.apparatus.mentions.matcher import Matcher
from build_edition.edition.entries.forms import written_as
from tests.apparatus.mentions.entries import term


def found(text: str, *forms: str, exact: bool = False) -> list[str]:
    return [text[hit.start : hit.end] for hit in Matcher([term("it", *forms, exact=exact)]).find(text)]


@pytest.mark.parametrize(
    ("text", "forms", "what"),
    [
        ("a lamp, lamps, lamplight and a lamp", ("lamp",), ["lamp", "lamp"]),
        ("a lamp’s light, the lamp's oil, ‘lamp’", ("lamp",), ["lamp", "lamp", "lamp"]),
        ("Lamp and LAMP", ("lamp",), ["Lamp"]),
        ("the LTO, the Lto and the lto", ("LTO",), ["LTO"]),
        ("Velm, VELM, velm; Lantern, LANTERN, lantern", ("Velm", "Lantern"), ["Velm", "Lantern", "LANTERN"]),
        ("lamp-tax, lamp tax, lamptax", ("lamp-tax",), ["lamp-tax"]),
        ("the miller’s boy, the miller's boy", ("miller's boy",), ["miller’s boy", "miller's boy"]),
        ("A. B. Miller; A. B. Millers", ("A. B. Miller",), ["A. B. Miller"]),
        ("фонарь, Фонарь, фонари", ("фонарь",), ["фонарь", "Фонарь"]),
        ("a lamp tax", ("lamp", "lamp tax"), ["lamp tax", "lamp"]),
        ("a lamp", ("lamp", "lamp tax now"), ["lamp"]),  # a longer form does not reach beyond the text
        ("a “bright” school, a ‘bright’ school, bright” school", ('"bright" school',), ["“bright” school"]),
        ("a“bright” school", ("“bright” school",), []),
        ("lamp_oil lamp2 2lamp", ("lamp",), []),
        ("What Now? What Now?!", ("What Now?",), ["What Now?", "What Now?"]),
    ],
)
def test_forms_in_a_text(text: str, forms: tuple[str, ...], what: list[str]) -> None:
    assert found(text, *forms) == what


def test_an_exact_form_has_no_other() -> None:
    assert found("lamp Lamp LAMP Lantern LANTERN", "lamp", "Lantern", exact=True) == ["lamp", "Lantern"]


def test_a_shared_form_is_both_entries() -> None:
    (hit,) = Matcher([term("a", "Mill"), term("b", "mill")]).find("Mill")
    assert dict(hit.forms) == {"a": "Mill", "b": "mill"}


words = st.sampled_from(
    ["lamp", "Lamp", "LAMP", "tax", "’s", "'s", "-", " ", ".", "oil", "é", "Mill", "MILLER", "2"]
)


@given(st.lists(words, max_size=40), st.lists(st.lists(words, min_size=1, max_size=3), min_size=1, max_size=5))
def test_it_finds_what_a_plain_search_finds(pieces: list[str], made: list[list[str]]) -> None:
    text = " ".join("".join(pieces).split())
    forms = {" ".join("".join(form).split()) for form in made}
    forms = {form for form in forms if any(sign.isalnum() for sign in form)}
    listed = {form.replace("’", "'"): form for form in sorted(forms)}
    if not listed:
        return
    hits = {(hit.start, hit.end) for hit in Matcher([term("it", *listed.values())]).find(text)}
    plain = text.replace("’", "'")
    expected = {
        (match.start(), match.start() + len(written))
        for form in listed
        for written in written_as(form)
        for match in re.finditer(rf"(?<!\w)(?={re.escape(written)}(?!\w))", plain)
    }
    assert hits == expected


def test_it_is_fast_enough_for_a_long_book() -> None:
    forms = [f"{'abcdefghij'[k % 10]}word{k} and{k % 7}" for k in range(3000)]
    text = " ".join(f"{forms[k * 7 % 3000]} stands here among other words," for k in range(22_000))
    assert len(text) > 1_000_000
    matcher = Matcher([term(f"e{k}", *forms[k : k + 10]) for k in range(0, 3000, 10)])
    began = time.perf_counter()
    assert sum(1 for _ in matcher.find(text)) == 22_000
    assert time.perf_counter() - began < 2
