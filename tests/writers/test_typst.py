"""What the Typst writer makes of text: nothing in a source is mark-up, and labels are never confused."""

from __future__ import annotations

import json
import re

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from build_edition.writers.typst import escaping, labels
from build_edition.writers.typst.prose import title_of, write_prose
from build_edition.writers.typst.setting import Setting
from tests.shown import words

PLAIN = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z", "M")) | st.sampled_from(" -.+=/*_#[]\\~@<>$`'\"")
)
AWKWARD = [
    "1. not a list", "- nor this", "+ nor this", "= no heading", "/ term: no", "a -- b --- c ... d", "-1 and -?",
    "https://velm.example/a // no comment /* nor this */", "#let x = 1; (y)",
    "<label> @ref $x$ `raw` ~ \\ \\u{41}",
    "[brackets] *strong* _emph_ {braces}", "\"quotes\" and 'single'",
]  # fmt: skip


def shown(markup: str) -> str:
    """The words that Typst makes of markup: as it exports them to HTML, which is text alone."""
    found = typst.query({"main.typ": f"#metadata[{markup}]<x>".encode()}, "<x>", field="value", one=True)  # type: ignore[arg-type]
    return "".join(_text(json.loads(found)))


def _text(node: dict) -> list[str]:
    if node["func"] in {"text", "symbol"}:
        return [node["text"]]
    if node["func"] == "space":
        return [" "]
    assert node["func"] == "sequence", f"mark-up: {node['func']}"
    return [piece for child in node["children"] for piece in _text(child)]


@pytest.mark.parametrize("text", AWKWARD)
def test_text_arrives_as_the_letters_it_is(text):
    assert words(shown(escaping.line_start(escaping.markup(text)))) == words(text)


@given(PLAIN)
def test_any_text_arrives_as_the_letters_it_is(text):
    assert words(shown(escaping.line_start(escaping.markup(text)))) == words(text)


@given(st.text(), st.text())
def test_labels_are_safe_and_never_the_same_for_two(one, other):
    made = labels.of_passage(one, other)
    assert re.fullmatch(r"[A-Za-z0-9._:-]+", made)
    assert (made == labels.of_passage(other, one)) == (one == other)


def test_a_link_leads_into_the_book_or_to_the_site_or_is_its_words():
    setting = Setting(frozenset({"in:mill:4.12"}), lambda kind, target: f"https://velm.example/{kind}/{target}/")
    assert '#go("in:mill:4.12")[here];' in write_prose("See [here](passage:mill/4.12).", setting)
    assert '#out("https://velm.example/passage/mill/9/")' in write_prose("See [there](passage:mill/9).", setting)
    assert "#pf[See nowhere.];" in write_prose("See [nowhere](passage:mill/9).", Setting(frozenset()))


def test_a_page_of_prose_has_its_title_lists_and_tables():
    text = "---\nkind: page\n---\n\n# The weir {: .x }\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n"
    made = write_prose(text, Setting(frozenset()))
    assert title_of(text) == "The weir"
    assert '#items("marked",' in made
    assert "table.header([a], [b])" in made
