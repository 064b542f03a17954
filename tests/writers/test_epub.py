"""XHTML for reading systems: any text arrives as its letters, and what it writes can be parsed as XML."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings

from build_edition.apparatus import enrich
from build_edition.apparatus.divisions import divisions
from build_edition.source import Source
from build_edition.transcript import Transcript
from build_edition.work import Link, NoteCall, PageBeginning, Paragraph, Section, Span, Text, Work
from build_edition.writers.epub.book import Book, Entry, Sheet
from build_edition.writers.epub.division import WorkWriter
from build_edition.writers.epub.package import package
from build_edition.writers.epub.sheets import document, nav
from tests.made import chapter, note, p, work
from tests.shown import words, words_of
from tests.writers.epub_about import about
from tests.writers.test_escaping import PLACES, TEXTS, expected


def written(made: Work, decisions: dict[tuple[str, int], str] | None = None, **links: str) -> list[str]:
    """The divisions of a work as documents; `links` are addresses by the kind of a link, all to the target "x"."""
    names = tuple(f"{division.key or 'text'}.xhtml" for division in divisions(made))
    writer = WorkWriter(made, names, decisions or {})
    addresses = {(kind, "x"): address for kind, address in links.items()}
    return [
        document(Sheet(name, "A sheet", writer.write(name, "Added title", addresses).xhtml), "en")
        for name in names
    ]


def of(*inlines: Text | Span | Link | NoteCall | PageBeginning) -> Work:
    """A work of one paragraph."""
    section = Section(None, (Paragraph(inlines, 0, 1),), (), 0, 1)
    return enrich(Work(Transcript(Source.from_text("x")), (section,)))


def text(letters: str) -> Text:
    return Text(letters, 0, 1)


def body(page: str) -> BeautifulSoup:
    return BeautifulSoup(page, "lxml-xml").body  # type: ignore[return-value]


def squeezed(letters: str) -> str:
    return re.sub(r"\s+", "", letters)


@pytest.mark.parametrize("place", PLACES)
@given(letters=TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_text_arrives_as_text(place: str, letters: str) -> None:
    section = Section(None, PLACES[place](letters), (), 0, 1)
    (page,) = written(enrich(Work(Transcript(Source.from_text("x")), (section,))))
    ElementTree.fromstring(page)
    shown = words_of(BeautifulSoup(page, "lxml-xml").body)  # type: ignore[arg-type]
    assert squeezed(shown) == squeezed(words(expected(place, letters)))


@given(letters=TEXTS)
@settings(max_examples=120, deadline=None)
def test_any_text_can_stand_in_what_a_book_says_of_itself(letters: str) -> None:
    contents = (Entry(letters, "a.xhtml", (Entry(letters, "b.xhtml"),)),)
    sheet = nav(contents, [("toc", letters, "nav.xhtml")], [(letters, "a.xhtml#page-1")])
    page = ElementTree.fromstring(document(sheet, "en"))
    links = ["".join(link.itertext()) for link in page.iter("{http://www.w3.org/1999/xhtml}a")]
    assert [squeezed(link) for link in links] == [squeezed(words(letters))] * 4
    book = Book(about(letters), (sheet,), contents, (), (), "")
    told = ElementTree.fromstring(package(book))
    title = next(told.iter("{http://purl.org/dc/elements/1.1/}title")).text or ""
    assert squeezed(title) == squeezed(words(letters))


def test_notes_pop_up_from_wherever_they_stand() -> None:
    made = enrich(
        work(
            *chapter("ONE", "Spring", p("a{call:1} b{call:*}"), note("*", "at the foot"), p("c"), p("d"), p("e")),
            *chapter("TWO", "Mill", p("f{call:1}")),
            ("head", "Notes", {"level": 2}), note("1", "of spring"), note("1", "of mill"),
        )
    )  # fmt: skip
    first, second, back = map(body, written(made))
    calls = first.select("a[role=doc-noteref]")
    assert [(call["href"], call["epub:type"]) for call in calls] == [
        ("notes.xhtml#1.n1", "noteref"),
        ("#1.n-star", "noteref"),
    ]
    assert [link["href"] for link in second.select("a[role=doc-noteref]")] == ["notes.xhtml#2.n1"]
    notes = back.select("[role=doc-footnote]")
    assert [(one.name, one["id"], one.a["href"], one.a.get_text()) for one in notes] == [  # type: ignore[index, union-attr]
        ("div", "1.n1", "1.xhtml#call-1.n1", "1."),
        ("div", "2.n1", "2.xhtml#call-2.n1", "1."),
    ]


def test_counted_notes_at_the_feet_of_pages_go_to_the_end() -> None:
    made = enrich(work(p("a{call:1}"), note("1", "at the foot"), p("b"), p("c"), p("d")))
    page = body(written(made)[0])
    (moved,) = page.select("section.endnotes > aside")
    assert (moved["epub:type"], moved["role"], moved["id"]) == ("footnote", "doc-footnote", "n1")
    assert words_of(page) == "a1 b c d 1. at the foot"


def test_calls_without_notes_are_bare_and_counted() -> None:
    page = body(written(enrich(work(p("a{call:1} b{call:2} c{call:4}"))))[0])
    assert page.select("a[role=doc-noteref]") == []
    assert page.select_one(".lone-notes").get_text().endswith("called here (1–2, 4).")  # type: ignore[union-attr]


def test_page_beginnings_have_names_and_no_words() -> None:
    page = body(written(enrich(work(p("{pb:7}a {pb:8?}b {pb:}c"))))[0])
    found = [
        (one["id"], one["data-n"], one["title"], one["epub:type"], one.get_text())
        for one in page.select("[role=doc-pagebreak]")
    ]
    assert found == [
        ("page-7", "7", "Page 7", "pagebreak", ""),
        ("page-8", "8?", "Page 8, its number inferred", "pagebreak", ""),
        ("page-unnumbered", "–", "Page without a known number", "pagebreak", ""),
    ]


def test_doubtful_words_lead_to_the_apparatus_or_to_what_is_said_of_them() -> None:
    made = of(text("a "), Span("suspect", (text("fel"),), 2, 5, note="fell, felt"), text(" b"))
    page = body(written(made)[0])
    (word,) = page.select("a.suspect")
    said = page.find(id=str(word["href"])[1:])
    assert said["role"] == "doc-footnote"  # type: ignore[index]
    assert said.get_text() == "? This may be wrong: fell, felt"  # type: ignore[union-attr]
    assert said.a["href"] == f"#{word['id']}"  # type: ignore[index, union-attr]
    page = body(written(made, {("suspect", 2): "edition.apparatus.xhtml#l1-2"})[0])
    (word,) = page.select("a.suspect")
    assert (word["href"], word["id"]) == ("edition.apparatus.xhtml#l1-2", "l1-2")
    assert page.select(".editorial") == []


def test_what_was_supplied_left_out_or_meant_otherwise_is_shown() -> None:
    made = of(
        Span("supplied", (text("two"),), 0, 1), text(" "), Span("sic", (text("ouse"),), 1, 2, note="house"),
        text(" "), Span("conjecture", (), 3, 4, note="the source has: of of"),
    )  # fmt: skip
    page = body(written(made)[0])
    assert page.select_one(".supplied").get_text() == "[two]"  # type: ignore[union-attr]
    assert page.select_one(".sic-mark").get_text() == " [sic]"  # type: ignore[union-attr]
    assert len(page.select("[role=doc-footnote]")) == 3
    assert words_of(page.select_one("p.p")) == "two ouse"  # type: ignore[arg-type]


def test_links_lead_somewhere_or_are_their_words() -> None:
    term = Link("term", "x", (text("sluice"),), 0, 1, note="Or the weir.")
    page = body(written(of(term), term="../glossary.xhtml#x")[0])
    assert [link["href"] for link in page.select("a.to-term")] == ["../glossary.xhtml#x"]
    (call,) = page.select("sup.remark-call a")
    assert page.find(id=str(call["href"])[1:]).get_text() == "a Or the weir."  # type: ignore[union-attr]
    bare = body(written(of(term))[0])
    assert bare.select("a") == []
    assert words_of(bare) == "sluice"


def test_sidebars_and_tables_of_one_sheet_have_names_of_their_own() -> None:
    made = enrich(work(p("a"), ("floatingText", [p("b")]), ("floatingText", [p("c")])))
    page = body(written(made)[0])
    assert [one["aria-label"] for one in page.select("aside.sidebar")] == ["Sidebar", "Sidebar 2"]
    tables = tuple(PLACES["table"]("x")[0] for _ in range(2))
    bare = tuple(replace(table, heading=None) for table in tables)
    section = Section(None, (*bare, tables[0]), (), 0, 1)
    page = body(written(enrich(Work(Transcript(Source.from_text("x")), (section,))))[0])
    assert [one["aria-label"] for one in page.select(".table")] == ["Table", "Table 2", "Table: x"]
