"""Any text of a source arrives in the page as the letters it is, wherever in a work it stands."""

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from build_edition.apparatus import enrich
from build_edition.source import Source
from build_edition.transcript import Transcript
from build_edition.work import (
    Cell,
    Container,
    Heading,
    ItemList,
    NoteCall,
    PageBeginning,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Text,
    Work,
)
from build_edition.writers.markdown import write_document
from tests.shown import render, words, words_of

MARKS = st.sampled_from(
    [
        "<b>", "</p>", "<script>", "<!--", "-->", "<?php", "<![CDATA[", "&amp;", "&#42;", "&lt", "{{ x }}",
        "{% raw %}", "{: #id .c }", "{#id}", "[^1]", "[^1]:", "[a]: b", "[a](b)", "![a](b)", "[a][b]",
        "[@key, p. 4]", "*[HTML]: ", "\\full_bibliography", "\\", "\\*", "`", "``", "```", "~~~", "# ", "###",
        "1. ", "12) ", "- ", "+ ", "* ", "> ", "| a | b |", "|---|", "---", "===", "***", "___", "!!! note",
        "??? x", "::: mod", "/// tab", '=== "t"', "--8<-- \"f\"", "$x$", "\\(x\\)", "^a^", "~b~", "==c==",
        "*em*", "_em_", "**b**", "mid*word*", "snake_case_x", "http://a.b/c_d", "<http://a.b>", "<a@b.c>",
        "a@b.c", ":smile:", ": def", "[TOC]", "[ ] x", "(c)", "...", "  \n", "\n\n", "\t", "\r", "\x00",
        "\x02", "\x03", "\x0c", "\u2028", "\ufffe", "\ud800", "\ufeff", "\u00a0", "klzzwxh:0001", "wzxhzdk:1",
        "{++a++}", "a", "é", "Ж", "”", ".", ")", "}", "]", '"', "'", "#", "%", " ",
    ]
)  # fmt: skip
TEXTS = st.lists(MARKS | st.text(max_size=6), min_size=1, max_size=8).map("".join).filter(lambda t: t.strip())


def paragraph(*inlines) -> Paragraph:
    return Paragraph(inlines, 0, 1)


def text(letters: str) -> Text:
    return Text(letters, 0, 1)


PLACES = {
    "paragraph": lambda t: (paragraph(text(t)),),
    "heading": lambda t: (Heading(3, (text(t),), 0, 1),),
    "heading with label": lambda t: (Heading(3, (text("x"),), 0, 1, label=t),),
    "run-in heading": lambda t: (Heading(4, (text(t),), 0, 1, run_in=True), paragraph(text(t))),
    "quotation": lambda t: (Container("quote", (paragraph(text(t)), paragraph(text(t))), 0, 1),),
    "sidebar": lambda t: (Container("floatingText", (Heading(4, (text(t),), 0, 1), paragraph(text(t))), 0, 1),),
    "figure": lambda t: (Container("figure", (paragraph(text(t)),), 0, 1),),
    "items": lambda t: (ItemList((item(t), item(f"(a) {t}")), 0, 1),),
    "labelled items": lambda t: (ItemList((item(f"1. {t}"), item(f"2. {t}")), 0, 1, ordered=True),),
    "long item": lambda t: (ItemList((item(t, t),), 0, 1),),
    "list in quotation": lambda t: (Container("quote", (ItemList((item(t, t),), 0, 1),), 0, 1),),
    "table": lambda t: (Table((Row((cell(t, 1), cell(t, 2)), 0, 1),), 0, 1, Heading(4, (text(t),), 0, 1)),),
    "table in sidebar": lambda t: (Container("floatingText", (Table((Row((cell(t, 1),), 0, 1),), 0, 1),), 0, 1),),
    "emphasis": lambda t: (paragraph(text("a "), emphasized(t), text("b"), emphasized(t)),),
    "suspect": lambda t: (paragraph(Span("suspect", (text(t),), 0, 1, note=t), text(t)),),
    "beside numbers": lambda t: (paragraph(PageBeginning("4", 0), text(t), NoteCall("3", "3", 0, 1), text(t)),),
    "note": lambda t: (Container("note", (paragraph(text("3 "), text(t)),), 0, 1, n="3"),),
}  # fmt: skip


def emphasized(letters: str) -> Span:
    return Span("hi", (text(letters),), 0, 1)


def item(*texts: str) -> Container:
    return Container("item", tuple(paragraph(text(t)) for t in texts), 0, 1)


def cell(letters: str, col: int) -> Cell:
    return Cell((text(letters),), col, 0, 1)


def expected(place: str, letters: str) -> str:
    """What a reader shall see, by the order of the place."""
    shapes = {
        "heading with label": "{} x", "run-in heading": "{} {}", "quotation": "{} {}", "sidebar": "{} {}",
        "items": "{} (a) {}", "labelled items": "1. {} 2. {}", "long item": "{} {}", "list in quotation": "{} {}",
        "table": "{} {} {}", "emphasis": "a {}b{}", "suspect": "{}{}",
        "beside numbers": "{}3{}", "note": "3 {}",
    }  # fmt: skip
    shape = shapes.get(place, "{}")
    return shape.format(*[letters] * shape.count("{}"))


def document(place: str, letters: str) -> str:
    section = Section(None, PLACES[place](letters), (), 0, 1)
    return write_document(enrich(Work(Transcript(Source.from_text("x")), (section,))))


@pytest.mark.parametrize("place", PLACES)
@given(letters=TEXTS)
@example(letters="1. <b>[^1] {: #x} \\* `c` --8<-- {{ j }} &amp; | *[X]: y")
@example(letters="12\u00a0- x")
@example(letters="# {% raw %}")
@example(letters="[TOC]")
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_text_arrives_as_text(place, letters):
    got = re.sub(r"\s+", "", words_of(render(document(place, letters))))
    assert got == re.sub(r"\s+", "", words(expected(place, letters)))


@given(letters=TEXTS)
@settings(max_examples=150, deadline=None)
def test_spaces_between_words_arrive(letters):
    assert words_of(render(document("paragraph", letters))) == words(letters)


@given(letters=TEXTS)
def test_nothing_is_left_that_a_plugin_could_take_for_its_own(letters):
    written = document("paragraph", letters)
    body = written.rsplit("\n{:", 1)[0]
    assert not re.search(r"\[[@^]|\{[{%:#]|--8<--|<!--|\\(full_)?bibliography", body)
