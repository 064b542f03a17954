"""Words about which editors decided something: links to the apparatus, and never one link in another."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from build_edition.work import Inline, Link, NoteCall, Span, Text
from build_edition.writers.markdown_inline import Anchors, InlineWriter
from tests.shown import words_of

ROW = "apparatus/#l3-40"
WORD = Text("wick", 40, 44)
LINKED = Link("term", "wick", (WORD,), 40, 44)


def written(*inlines: Inline, kind: str = "suspect", row: str = ROW) -> BeautifulSoup:
    decisions = {(kind, 40): row} if row else {}
    writer = InlineWriter(Anchors(), {"n1": "#n1"}, {("term", "wick"): "glossary/#wick"}, decisions)
    return BeautifulSoup(writer.html(inlines), "html.parser")


def leading_to(page: BeautifulSoup, address: str) -> list[Tag]:
    return page.select(f'a[href="{address}"]')


@pytest.mark.parametrize("kind", ["suspect", "conjecture", "supplied"])
def test_doubtful_words_lead_to_their_row(kind: str) -> None:
    page = written(Text("The ", 36, 40), Span(kind, (WORD,), 40, 44, "perhaps <wink>"), kind=kind)
    (link,) = page.select("a")
    assert (link["href"], link["id"], link["class"]) == (ROW, "l3-40", [kind])
    assert "perhaps <wink>" in str(link["title"])
    assert words_of(page) == "The wick"


def test_of_a_slip_the_sign_leads_there() -> None:
    page = written(Span("sic", (WORD,), 40, 44), kind="sic")
    (link,) = leading_to(page, ROW)
    assert link.get_text() == "[sic]"
    assert page.select_one("#l3-40").get_text() == "wick"  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["suspect", "sic"])
@pytest.mark.parametrize("is_outside", [True, False])
def test_no_link_stands_in_another(kind: str, is_outside: bool) -> None:
    span = Span(kind, (WORD,) if is_outside else (LINKED,), 40, 44, "perhaps wink")
    inline = Link("term", "wick", (span,), 40, 44) if is_outside else span
    page = written(inline, Text(" burns", 44, 50), kind=kind)
    assert not page.select("a a")
    assert len(leading_to(page, "glossary/#wick")) == 1
    (sign,) = leading_to(page, ROW)
    assert sign.get_text() or sign["aria-label"]
    assert page.find(id="l3-40")
    assert words_of(page) == "wick burns"


def test_a_conjecture_of_supplied_words_is_one_link() -> None:
    inner = Span("supplied", (WORD,), 40, 44)
    page = written(Span("conjecture", (inner,), 40, 44), kind="conjecture")
    assert [link["class"] for link in page.select("a")] == [["conjecture"]]


def test_what_is_shown_twice_has_its_id_once() -> None:
    page = written(Span("suspect", (WORD,), 40, 44), Span("suspect", (WORD,), 40, 44))
    assert len(page.select("a")) == 2
    assert len(page.select("[id]")) == 1


def test_without_an_apparatus_the_words_stand_as_they_are() -> None:
    page = written(Span("suspect", (WORD,), 40, 44), row="")
    assert not page.select("a, [id]")
    assert page.select_one("span.suspect[title]")


def test_a_call_that_was_placed_can_be_led_to() -> None:
    page = written(NoteCall("1", "1", 40, 40, target="n1", supplied=True), kind="call")
    assert page.select_one("sup#l3-40 a[href='#n1']")
