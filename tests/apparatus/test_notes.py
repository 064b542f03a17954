"""Notes find their calls: at the foot of pages, at chapter ends, at the back; and some have no partner."""

from build_edition.apparatus import enrich
from build_edition.apparatus.notes import numbered_notes
from build_edition.assemble import assemble
from build_edition.rules.draft import Draft
from build_edition.source import Source
from build_edition.tree import flatten, inlines_of
from build_edition.work import NoteCall, Work
from tests.made import chapter, note, p, work


def calls(made: Work) -> list[tuple[str, str]]:
    """The number and target of each call, in order."""
    runs = [run for s in made.walk() for b in s.blocks for run in inlines_of(b)]
    return [(i.n, i.target) for run in runs for i in flatten(run) if isinstance(i, NoteCall)]


def keys(made: Work) -> list[str]:
    return [n.key for s in made.walk() for n in numbered_notes(s.blocks)]


def test_notes_counted_anew_on_each_page() -> None:
    made = enrich(work(p("a{call:1} b{call:2}"), note("1", "x"), note("2", "y"), p("c{call:1}"), note("1", "z")))
    assert calls(made) == [("1", "n1"), ("2", "n2"), ("1", "n1-2")]
    assert keys(made) == ["n1", "n2", "n1-2"]


def test_two_calls_of_one_note_share_it() -> None:
    made = enrich(work(p("a{call:1} b{call:2} c{call:1}"), note("1", "x"), note("2", "y")))
    assert calls(made) == [("1", "n1"), ("2", "n2"), ("1", "n1")]


def test_partners_that_are_missing_are_not_invented() -> None:
    made = enrich(work(p("a{call:1} b{call:3}"), note("1", "x"), note("2", "y")))
    assert calls(made) == [("1", "n1"), ("3", "")]
    assert keys(made) == ["n1", "n2"]


def test_endnotes_at_the_back_by_their_headings() -> None:
    made = enrich(
        work(
            *chapter("ONE", "Spring", p("a{call:1} b{call:2}")),
            *chapter("TWO", "Mill", p("no calls here")),
            *chapter("THREE", "Weir", p("c{call:1} d{call:2}")),
            ("head", "Notes", {"level": 2}),
            ("head", "Chapter one", {"level": 3}), note("1", "of spring"), note("2", "of spring"),
            ("head", "Chapter three", {"level": 3}), note("1", "of weir"),
        )
    )  # fmt: skip
    assert calls(made) == [("1", "1.n1"), ("2", "1.n2"), ("1", "3.n1"), ("2", "")]
    assert keys(made) == ["1.n1", "1.n2", "3.n1"]


def test_endnotes_at_the_back_by_title_or_by_beginning_again() -> None:
    body = [*chapter("ONE", "Spring", p("a{call:1}")), *chapter("TWO", "Mill", p("b{call:1} c{call:2}"))]
    by_title = [
        ("head", "The mill", {"level": 3}),
        note("1", "m"),
        ("head", "Spring", {"level": 3}),
        note("1", "s"),
    ]
    made = enrich(work(*body, ("head", "Notes", {"level": 2}), *by_title))
    assert calls(made) == [("1", "1.n1"), ("1", "2.n1"), ("2", "")]
    again = [note("1", "s"), note("1", "m"), note("2", "m")]
    made = enrich(work(*body, ("head", "Notes", {"level": 2}), *again))
    assert calls(made) == [("1", "1.n1"), ("1", "2.n1"), ("2", "2.n2")]


def test_a_sign_makes_an_id() -> None:
    made = enrich(work(p("a{call:*} b{call:†}"), note("*", "x"), note("†", "y")))
    assert keys(made) == ["n-star", "n-dagger"]
    assert calls(made) == [("*", "n-star"), ("†", "n-dagger")]


def test_a_note_at_the_foot_of_its_page_answers_the_calls_of_that_page_alone() -> None:
    pages = ("The mill burnt.* So it stood.\n\n", "The weir broke.* So it fell.\n\n* Roe, p. 4.\n")
    source = Source.from_text("\f".join(pages))
    draft = Draft(source, "book")
    for start in (0, source.text.index("\f") + 1):
        draft.mark("pb", start, start)
    for start in (source.text.index("*"), source.text.index("*", len(pages[0]))):
        draft.mark("ref", start, start + 1, n="*")
    draft.mark("note", source.text.rindex("*"), len(source.text), n="*", place="foot")
    assert calls(enrich(assemble(draft.freeze()))) == [("*", ""), ("*", "n-star")]
