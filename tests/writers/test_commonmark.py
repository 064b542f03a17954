"""Markdown that stands alone: what blocks become, and that no text is taken for mark-up."""

from __future__ import annotations

from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from build_edition.source import Source
from build_edition.transcript import Transcript
from build_edition.work import (
    Cell,
    Container,
    Heading,
    ItemList,
    Link,
    Milestone,
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
from build_edition.writers.commonmark.document import front_matter, write_work
from build_edition.writers.commonmark.names import Names
from tests.downloads.rendered import html_of
from tests.shown import words

MARKUP = st.text(
    st.one_of(st.sampled_from("\\`*_{}[]()<>#+-.!|~^$&;:=@%?'\"1 a0/\t\u00a0"), st.characters(codec="utf-8")),
    max_size=30,
)


def text(words: str) -> Text:
    return Text(words, 0, 0)


def p(*inlines: object) -> Paragraph:
    return Paragraph(tuple(text(one) if isinstance(one, str) else one for one in inlines), 0, 0)  # type: ignore[misc]


def written(*blocks: object, heading: Heading | None = None) -> str:
    work = Work(Transcript(Source.from_text("")), (Section(heading, blocks, (), 0, 0),))  # type: ignore[arg-type]
    return write_work(work, Names("mill", frozenset({"mill/1.2", "mill/page-7"})), lambda kind, target: None)


def shown(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").get_text().split())


@given(MARKUP)
@example("1. item")
@example("[^1]: note")
@example("a  ")
@example("&amp; &#42; &copy;")
@example("<b>x</b> **y** `z` ![i](u) [l]: u")
@example("---")
@example("| a | b |")
def test_any_text_survives_as_a_paragraph(said: str) -> None:
    html = html_of(written(p(said)))
    soup = BeautifulSoup(html, "html.parser")
    assert shown(html) == words(said)
    assert {element.name for element in soup.find_all(True)} <= {"p"}


@given(MARKUP, MARKUP)
def test_any_text_survives_wherever_it_stands(said: str, more: str) -> None:
    cell = Cell((text(said),), 1, 0, 0)
    other = Cell((text(more),), 2, 0, 0)
    html = html_of(
        written(
            Container("quote", (p(said), p(more)), 0, 0),
            ItemList((Container("item", (p("x" + said),), 0, 0), Container("item", (p("y" + more),), 0, 0)), 0, 0),
            Table((Row((cell, other), 0, 0),), 0, 0),
            p("z ", Span("hi", (text(said),), 0, 0), " z ", Link("term", "t", (text(more),), 0, 0)),
            heading=Heading(2, (text("h" + said),), 0, 0),
        )
    )
    soup = BeautifulSoup(html, "html.parser")
    here, there = words(said), words(more)
    assert [words(one.get_text()) for one in soup.select("td")] == [here, there]
    assert [words(one.get_text()) for one in soup.select("blockquote p")] == [one for one in (here, there) if one]
    assert len(soup.select("li")) == 2
    title = soup.select_one("h1")
    assert title is not None
    assert words(title.get_text()) == words("h" + said)
    paragraphs = [words(one.get_text()) for one in soup.select("p")]
    assert paragraphs[-1] == words(f"z {said} z {more}")


@given(MARKUP)
def test_any_text_survives_in_a_footnote(said: str) -> None:
    note = Container("note", (p(f"7. {said}"),), 0, 0, n="7", key="n7", id="n7")
    html = html_of(written(p("Lamp", NoteCall("7", "7", 0, 0, target="n7"), "."), note))
    soup = BeautifulSoup(html, "html.parser")
    for back in soup.select("a.footnote-backref"):
        back.decompose()
    found = soup.select_one("li.footnote-item")
    assert found is not None
    assert words(found.get_text()) == words(f"7. {said}")


def test_a_footnote_keeps_its_printed_number() -> None:
    notes = [Container("note", (p(f"See {n}."),), 0, 0, n=n, key=f"4.n{n}", id=f"4.n{n}") for n in ("3", "4")]
    calls = [NoteCall(n, n, 0, 0, target=f"4.n{n}") for n in ("3", "4")]
    markdown = written(p("One", calls[0], " two", calls[1], "."), *notes)
    assert markdown == "One[^4.3] two[^4.4].\n\n[^4.3]: \\[3\\] See 3.\n\n[^4.4]: \\[4\\] See 4.\n"


def test_notes_that_run_from_one_need_no_number_of_their_own() -> None:
    notes = [
        Container("note", (p(f"See {n}."), p("More.")), 0, 0, n=n, key=f"n{n}", id=f"n{n}") for n in ("1", "2")
    ]
    calls = [NoteCall(n, n, 0, 0, target=f"n{n}") for n in ("1", "2")]
    markdown = written(p("One", calls[0], " two", calls[1], "."), *notes)
    assert markdown.endswith("[^1]: See 1.\n\n    More.\n\n[^2]: See 2.\n\n    More.\n")


def test_a_call_without_its_note_and_a_note_without_its_call_keep_their_numbers() -> None:
    note = Container("note", (p("See above."),), 0, 0, n="8", key="n8", id="n8")
    assert written(p("One", NoteCall("7", "7", 0, 0)), note) == "One<sup>7</sup>\n\n\\[8\\] See above.\n"


def test_doubt_is_shown() -> None:
    spans = [Span(kind, (text("lok"),), 0, 0) for kind in ("sic", "suspect", "conjecture", "supplied")]
    assert written(p(spans[0], ", ", spans[1], ", ", spans[2], ", ", spans[3])) == (
        "lok \\[*sic*\\], lok\\[?\\], lok\\[?\\], \\[lok\\]\n"
    )


def test_pages_and_links() -> None:
    inlines = (
        PageBeginning("7", 0),
        text("See "),
        Link("passage", "mill/1.2", (text("above"),), 0, 0),
        text(" and "),
        Link("passage", "mill/page-7", (text("page 7"),), 0, 0),
        PageBeginning("8", 0, "low"),
        PageBeginning(None, 0),
        text("."),
    )
    assert written(Paragraph(inlines, 0, 0, id="1.2")) == (
        '<a id="1.2"></a><small id="page-7">\\[p. 7\\]</small>See [above](#1.2) and [page 7](#page-7)'
        '<small id="page-8">\\[p. 8?\\]</small><small>\\[p. –\\]</small>.\n'
    )


def test_lists_keep_their_numbers() -> None:
    def listed(*labels: str, ordered: bool = False) -> str:
        return written(ItemList(tuple(Container("item", (p(label),), 0, 0) for label in labels), 0, 0, ordered))

    assert listed("3. oil", "4. wick") == "3. oil\n4. wick\n"
    assert listed("3. oil", "5. wick") == "- 3\\. oil\n- 5\\. wick\n"
    assert listed("• oil", "• wick") == "- oil\n- wick\n"
    assert listed("(a) oil", "(b) wick") == "- (a\\) oil\n- (b\\) wick\n"
    assert listed("A: oil", "B: wick", ordered=True) == "- A: oil\n- B: wick\n"


def test_displays() -> None:
    label = Row((Cell((text("lamp"),), 1, 0, 0), Cell((text("oil"),), 2, 0, 0)), 0, 0, is_label=True)
    row = Row((Cell((text("2|3"),), 2, 0, 0),), 0, 0)
    markdown = written(
        Container("quote", (p("One."), p("Two.")), 0, 0),
        Table((label, row), 0, 0, Heading(3, (text("Fuel"),), 0, 0)),
        Milestone(0, 0, "* * *"),
        Container("floatingText", (p("Aside."),), 0, 0),
    )
    assert markdown == (
        "> One.\n>\n> Two.\n\nFuel\n\n| lamp | oil |\n| --- | --- |\n|  | 2\\|3 |\n\n* * *\n\n"
        "<aside>\n\nAside.\n\n</aside>\n"
    )


@given(st.dictionaries(st.sampled_from(["title", "rights"]), MARKUP, min_size=1))
def test_front_matter_is_read_as_it_was(facts: dict[str, str]) -> None:
    import yaml

    from build_edition.writers.escaping import visible

    lines = front_matter(facts).splitlines()
    assert (lines[0], lines[-1]) == ("---", "---")
    assert yaml.safe_load("\n".join(lines[1:-1])) == {name: visible(fact) for name, fact in facts.items()}
