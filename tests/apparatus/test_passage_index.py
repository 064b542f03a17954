"""The list of passages: every word of a work once, and where it stands."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from build_edition.apparatus import enrich
from build_edition.apparatus.passage_index import Passage, passages
from build_edition.tree import inlines_of
from build_edition.work import Work, plain
from tests.made import chapter, note, p, work


def listed(*blocks: tuple) -> tuple[Passage, ...]:
    return passages(enrich(work(*blocks)))


def test_each_passage_knows_its_kind_and_what_holds_it() -> None:
    found = listed(
        *chapter("ONE", "Spring", ("byline", "A. Miller", {}), p("It rises.{call:1}"),
                 ("head", "Depth", {"level": 3}), ("quote", [p("Deep it was.")], {}),
                 ("list", [("item", [p("(1) oil"), p("for lamps")], {})], {}),
                 ("table", [("head", "The tax", {"level": 5}),
                            ("row", [("cell", "year", {"col": 1}), ("cell", "pence", {"col": 2})], {})], {}),
                 ("figure", [p("A lamp."), p("As drawn.")], {})),
        note("1", "So they say."),
        *chapter("TWO", "Mill", p("It grinds.")),
    )  # fmt: skip
    assert [(one.id, one.kind, one.section, one.text) for one in found] == [
        ("1", "head", "1", "CHAPTER ONE Spring"),
        ("", "byline", "1", "A. Miller"),
        ("1.1", "p", "1", "It rises."),
        ("1.depth", "head", "1.depth", "Depth"),
        ("1.2", "quote", "1.depth", "Deep it was."),
        ("1.3", "item", "1.depth", "(1) oil"),
        ("1.4", "p", "1.depth", "for lamps"),
        ("", "head", "1.depth", "The tax"),
        ("1.5", "row", "1.depth", "year pence"),
        ("1.6", "figure", "1.depth", "A lamp. As drawn."),
        ("1.n1", "note", "1.depth", "1. So they say."),
        ("2", "head", "2", "CHAPTER TWO Mill"),
        ("2.1", "p", "2", "It grinds."),
    ]
    assert [one.id for one in found if one.is_citable] == [
        "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.n1", "2.1",
    ]  # fmt: skip


def test_a_passage_stands_on_every_page_that_it_touches() -> None:
    found = listed(p("{pb:7}One {pb:8}two {pb:9?}three."), p("Four."), p("{pb:}Five."), p("{pb:11}Six."))
    assert [one.pages for one in found] == [("7", "8", "9"), ("9",), (), ("11",)]


def test_what_stands_before_the_first_page_has_none() -> None:
    assert [one.pages for one in listed(p("Before."), p("{pb:1}After."))] == [(), ("1",)]


words = st.sampled_from(["oil", "wax", "lamp", "Velm", "tax"])
texts = st.lists(words, min_size=1, max_size=4).map(" ".join)
blocks = st.recursive(
    texts.map(p),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=2).map(lambda found: ("quote", found, {})),
        st.lists(inner, min_size=1, max_size=2).map(lambda found: ("list", [("item", found, {})], {})),
        st.lists(inner, min_size=1, max_size=2).map(lambda found: ("floatingText", found, {})),
        texts.map(lambda text: ("head", text, {"level": 3})),
    ),
    max_leaves=5,
)


@given(st.lists(blocks, min_size=1, max_size=5))
def test_every_word_of_the_work_is_in_one_passage(made: list) -> None:
    whole = enrich(work(*made))
    assert Counter(" ".join(one.text for one in passages(whole)).split()) == Counter(_words(whole))


def _words(made: Work) -> list[str]:
    headings = [plain(section.heading.inlines) for section in made.walk() if section.heading]
    runs = [plain(run) for section in made.walk() for block in section.blocks for run in inlines_of(block)]
    return " ".join([*headings, *runs]).split()
