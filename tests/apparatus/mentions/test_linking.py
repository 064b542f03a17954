"""Links at the first mention in each section, and the law that they change no word."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from build_edition.apparatus.linking.wrapping import wrap
from build_edition.apparatus.mentions import Occurrence
from build_edition.apparatus.passage_index import passages
from build_edition.tree import flatten, map_blocks, map_run, map_runs
from build_edition.work import Inline, Link, NoteCall, PageBeginning, Span, Text, Work, plain
from build_edition.writers.text import write_text
from tests.apparatus.mentions.entries import essay, mentions, person, term
from tests.made import chapter, note, p


def links(made: Work) -> list[tuple[str, str, str]]:
    """The passage, the entry and the words of each link."""
    return [
        (passage.id, inline.target, plain(inline.inlines))
        for passage, inline in inlines(made)
        if type(inline) is Link
    ]


def inlines(made: Work) -> Iterator:
    return ((passage, i) for passage in passages(made) for run in passage.runs for i in flatten(run))


def linked(made: Work, *entries) -> list[tuple[str, str, str]]:
    _, after = mentions(made, *entries)
    assert write_text(after) == write_text(made)
    return links(after)


def test_the_first_in_each_section_and_none_in_headings() -> None:
    made = essay(
        *chapter("ONE", "The Mill", p("A mill, the mill."), ("head", "More mill", {"level": 3}), p("The mill.")),
        *chapter("TWO", "Oil", p("No mill."), ("table", [("row", [("cell", "mill", {"col": 1})], {})], {})),
    )
    assert linked(made, term("mill")) == [
        ("1.1", "mill", "mill"), ("1.2", "mill", "mill"), ("2.1", "mill", "mill")
    ]  # fmt: skip


def test_in_tables_items_and_notes() -> None:
    made = essay(
        p("Oil.{call:1}"),
        ("list", [("item", "a mill", {})], {}),
        ("table", [("head", "The lamp", {"level": 5}), ("row", [("cell", "a lamp", {"col": 1})], {})], {}),
        note("1", "Of wicks."),
    )
    assert linked(made, term("mill"), term("lamp"), term("wicks")) == [
        ("2", "mill", "mill"), ("3", "lamp", "lamp"), ("n1", "wicks", "wicks")
    ]  # fmt: skip


def test_a_part_of_a_longer_form_is_left_to_that() -> None:
    made = essay(p("The lamp tax and the lamp."))
    assert linked(made, term("lamp"), term("lamp tax")) == [("1", "lamp-tax", "lamp tax"), ("1", "lamp", "lamp")]


def test_emphasis_whole_or_not_at_all() -> None:
    assert linked(essay(p("a {hi:lamp tax}")), term("lamp tax")) == [("1", "lamp-tax", "lamp tax")]
    assert linked(essay(p("a {hi:lamp} tax")), term("lamp tax")) == [("1", "lamp-tax", "lamp tax")]
    assert linked(essay(p("a {hi:big lamp} tax")), term("lamp tax")) == []
    assert linked(essay(p("a {hi:big lamp} tax, a lamp tax")), term("lamp tax")) == [("1", "lamp-tax", "lamp tax")]


def test_a_link_holds_no_call_and_no_page() -> None:
    assert linked(essay(p("a lamp{call:1} tax")), term("lamp tax")) == []
    assert linked(essay(p("a lamp {pb:3}tax")), term("lamp tax")) == []
    assert linked(essay(p("a lamp tax{call:1} on")), term("lamp tax")) == [("1", "lamp-tax", "lamp tax")]


def test_what_is_linked_already_is_left_alone() -> None:
    made = essay(p("a mill and a lamp, a lamp"))

    def linking(run: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return wrap(run, 0, 16, Link("passage", "w/1", (), 0, 0), made.transcript.reading) or run

    sections = tuple(map_blocks(s, lambda block: map_runs(block, linking)) for s in made.sections)
    before = Work(made.transcript, sections, made.pages)
    assert linked(before, term("mill"), term("lamp")) == [("1", "w/1", "a mill and a lam"), ("1", "lamp", "lamp")]


def test_the_pieces_of_a_text_keep_their_places_in_the_source() -> None:
    made = essay(p("the lamp, the mill"))
    _, after = mentions(made, term("lamp"), term("mill"))
    source = made.transcript.source.text
    texts = [inline for _, inline in inlines(after) if isinstance(inline, Text)]
    assert [source[text.start : text.end] for text in texts] == [text.text for text in texts]
    (first, _) = [inline for _, inline in inlines(after) if isinstance(inline, Link)]
    assert source[first.start : first.end] == "lamp"


pieces = st.lists(
    st.sampled_from(["lamp", "tax", " ", " ", "Ann", "Miller", ", ", "\n", "{call:1}", "{pb:4}", "{hi:lamp tax}",
                     "{hi:the lamp}", "{hi:Ann}", "Miller’s "]),
    max_size=30,
)  # fmt: skip


@given(st.lists(pieces, min_size=1, max_size=4))
def test_linking_changes_no_word_and_loses_no_call_or_page(texts: list[list[str]]) -> None:
    made = essay(*(p("x " + "".join(text) + " x") for text in texts))
    entries = term("lamp"), term("lamp tax"), person("ann", "Ann Miller", "Miller"), person("bob", "Miller")
    found, after = mentions(made, *entries)
    assert write_text(after) == write_text(made)
    assert [passage.text for passage in passages(after)] == [passage.text for passage in passages(made)]

    def kept(tree: Work) -> list[Inline]:
        return [inline for _, inline in inlines(tree) if isinstance(inline, NoteCall | PageBeginning)]

    assert kept(after) == kept(made)
    assert after.pages == made.pages
    made_links = [inline for _, inline in inlines(after) if isinstance(inline, Link)]
    inner = [other for link in made_links for other in flatten(link.inlines)]
    assert not any(isinstance(other, Link | NoteCall | PageBeginning) for other in inner)
    targets = [link.target for link in made_links]
    assert len(set(targets)) == len(targets)  # the work is one section
    occurrences: dict[str, tuple[Occurrence, ...]] = dict(found.occurrences)
    assert all(occurrences[target] for target in targets)
    assert [i for _, i in inlines(unlinked(after)) if isinstance(i, Link)] == []


def unlinked(made: Work) -> Work:
    """The work with every link replaced by an emphasis, to see that nothing else has changed."""

    def plainly(inline: Inline) -> Inline:
        return Span("hi", inline.inlines, inline.start, inline.end) if isinstance(inline, Link) else inline

    sections = tuple(
        map_blocks(s, lambda b: map_runs(b, lambda run: map_run(run, plainly))) for s in made.sections
    )
    return Work(made.transcript, sections, made.pages)
