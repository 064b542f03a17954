"""Passage numbers: every paragraph, item, row and figure has one, none twice."""

from build_edition.apparatus import enrich
from build_edition.tree import inlines_of
from build_edition.work import Container, ItemList, Paragraph, Table, Work, plain
from tests.made import chapter, note, p, work


def ids(made: Work) -> dict[str, str]:
    """The beginning of each passage by its number."""
    found: dict[str, str] = {}

    def take(passage: str, runs: list) -> None:
        assert passage not in found
        found[passage] = plain(runs[0])

    def visit(blocks: tuple) -> None:
        for block in blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    take(row.id, [cell.inlines for cell in row.cells])
            elif isinstance(block, ItemList):
                visit(block.items)
            else:
                if getattr(block, "id", ""):
                    take(block.id, list(inlines_of(block)))
                if isinstance(block, Container):
                    visit(block.blocks)

    for section in made.walk():
        visit(section.blocks)
    return found


def test_an_essay_counts_through() -> None:
    made = enrich(
        work(
            ("head", "The Lamp Tax", {"level": 1}), p("Nobody liked it."),
            ("quote", [p("It was unjust."), p("It was dear.")], {}),
            ("head", "Who paid", {"level": 2}), p("The poor."),
            ("list", [("item", "(1) millers", {}), ("item", [p("(2) readers"), p("who read at night")], {})], {}),
            ("table", [("row", [("cell", "year", {"col": 1}), ("cell", "pence", {"col": 2})], {})], {}),
            ("figure", [p("A lamp.")], {}),
        )
    )  # fmt: skip
    assert ids(made) == {
        "1": "Nobody liked it.", "2": "It was unjust.", "3": "It was dear.", "4": "The poor.", "5": "(1) millers",
        "6": "(2) readers", "7": "who read at night", "8": "year", "9": "A lamp.",
    }  # fmt: skip


def test_a_book_counts_in_each_chapter_and_notes_bear_their_number() -> None:
    made = enrich(
        work(
            ("head", "Preface", {"level": 2}), p("Thanks."),
            *chapter("ONE", "Spring", p("It rises.{call:1}"), ("head", "Depth", {"level": 3}), p("Deep.")),
            note("1", "So they say."),
            *chapter("TWO", "Mill", p("It grinds.")),
        )
    )  # fmt: skip
    assert list(ids(made)) == ["preface.1", "1.1", "1.2", "1.n1", "2.1"]


def test_doing_it_twice_changes_nothing() -> None:
    once = enrich(work(*chapter("ONE", "Spring", p("a{call:1}"), note("1", "b")), *chapter("TWO", "Mill", p("c"))))
    assert enrich(once) == once


def test_bylines_are_no_passages() -> None:
    made = enrich(work(("byline", "A. Miller", {}), p("One.")))
    assert [b.id for s in made.walk() for b in s.blocks if isinstance(b, Paragraph)] == ["", "1"]
