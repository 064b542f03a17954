"""Recorded references: put on the very words, led to what stands there, refused where either does not match."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_edition.apparatus import enrich
from build_edition.apparatus.crossrefs import cross_reference
from build_edition.apparatus.linking import WorkToRead
from build_edition.apparatus.passage_index import passages
from build_edition.assemble import assemble
from build_edition.edition.crossrefs import CrossReference
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript
from build_edition.tree import flatten, inlines_of
from build_edition.work import Link, NoteCall, PageBeginning, Work, plain
from tests.made import chapter, note, p, work

NOTE = note("1", "Cold.")
WEIR = [
    *chapter("ONE", "The Ditch", p("{pb:7}Water lies low, as will be seen below.")),
    *chapter("TWO", "The Frost", p("{pb:9}The frost, of which {hi:more} later{call:1} and more."), NOTE),
]
MILL = [p("Nobody ground corn."), p("As Brell says of the frost, nothing moved. See p. 1.")]


def text(*blocks, pinned=True):
    made = enrich(work(*blocks))
    return WorkToRead(made, passages(made), pinned)


def record(line, read, work_id="weir-1990", **more):
    return CrossReference.model_validate({"work": work_id, "line": line, "read": read, **more})


def refer(*records, **texts):
    works = {"weir-1990": text(*WEIR), "mill-1961": text(*MILL)} | texts
    references, linked = cross_reference(works, records)
    return references, linked, references.problems


def links(linked: Work) -> list[Link]:
    runs = [run for section in linked.walk() for block in section.blocks for run in inlines_of(block)]
    return [link for run in runs for link in flatten(run) if isinstance(link, Link)]


@pytest.mark.parametrize(
    ("to", "kind", "target"),
    [
        ("weir-1990/2.1", "passage", "weir-1990/2.1"),
        ("mill-1961/2", "passage", "mill-1961/2"),
        ("weir-1990/2", "passage", "weir-1990/2"),
        ("weir-1990/2.n1", "passage", "weir-1990/2.n1"),
        ("weir-1990/page-9", "passage", "weir-1990/page-9"),
        ("mill-1961", "passage", "mill-1961"),
        ("bib:brell-1911", "bib", "brell-1911"),
        ("event:dry-summer", "event", "dry-summer"),
    ],
)
def test_the_words_become_a_link_to_what_the_record_names(to, kind, target):
    references, linked, problems = refer(record(3, "as will be seen below", to=to, note="It is not."))
    assert not problems
    (link,) = links(linked["weir-1990"])
    assert (plain(link.inlines), link.kind, link.target, link.note) == (
        "as will be seen below", kind, target, "It is not.",
    )  # fmt: skip
    (reference,) = references.to(kind, target)
    assert (reference.place, reference.recorded) == ("weir-1990/1.1", True)


def test_a_target_may_be_a_line_of_its_source():
    references, _, problems = refer(
        record(3, "below", to_line=7),
        record(3, "Brell", "mill-1961", to_work="weir-1990", to_line=5),
    )
    assert not problems
    assert [(one.words, one.target) for one in references.references] == [
        ("below", "weir-1990/2.1"),
        ("Brell", "weir-1990/2"),
    ]


def test_a_locator_is_told_with_a_bibliographic_entry():
    references, _, _ = refer(record(3, "below", to="bib:brell-1911", locator="p. 5"))
    assert (references.references[0].locator, references.references[0].note) == ("p. 5", "")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"line": 3, "read": "as was seen", "to": "mill-1961/1"}, "expected 'as was seen'"),
        ({"line": 3, "read": "below", "to": "weir-1990/2.11"}, "Did you mean weir-1990/2.1?"),
        ({"line": 3, "read": "below", "to_line": 99}, "no passage of weir-1990 stands on line 99"),
        ({"line": 1, "read": "Ditch", "to": "weir-1990/2.1"}, "a heading"),
        ({"line": 7, "read": "later1 and", "to": "weir-1990/1.1"}, "a note call"),
        ({"line": 7, "read": "which more", "to": "weir-1990/1.1", "nth": 2}, "expected 'which more' 2 times"),
    ],
)
def test_what_does_not_match_is_refused_with_file_record_and_line(given, says):
    references, _, (problem,) = refer(record(**given))
    assert says in str(problem)
    assert "edition/crossrefs.yml" in problem.where
    assert not references.references


def test_two_records_on_the_same_words_are_refused():
    _, _, problems = refer(record(3, "seen below", to_line=7), record(3, "below", to_line=5))
    assert any("two records speak of the same words" in str(problem) for problem in problems)


def test_a_record_wins_over_a_rule_and_may_forbid_it():
    pages = [p("{pb:1}One."), p("See p. 1.")]
    by_rule, _, _ = refer(mill=text(*pages))
    assert [one.target for one in by_rule.references] == ["mill/page-1"]
    recorded, _, _ = refer(record(3, "p. 1", "mill", to="weir-1990/page-9"), mill=text(*pages))
    assert [one.target for one in recorded.references] == ["weir-1990/page-9"]
    forbidden, linked, problems = refer(record(3, "p. 1", "mill", to="none"), mill=text(*pages))
    assert not problems
    assert not forbidden.references
    assert not links(linked["mill"])


def test_records_of_another_source_or_of_an_absent_work_are_passed_over():
    away, _, problems = refer(
        record(3, "nowhere", to_line=1),
        record(3, "nowhere", "lost-1900", to_line=1),
        record(3, "Brell", "mill-1961", to_work="weir-1990", to_line=5),
        **{"weir-1990": text(*WEIR, pinned=False)},
    )
    assert not problems
    assert [one.target for one in away.references] == ["weir-1990"]


def test_words_that_a_correction_changed_are_found_by_the_letters_of_the_source():
    source = Source.from_text("The frst of 1921, of wich more below.\n")
    made = Transcript(
        source,
        (Intervention(4, 8, "frost", "emendation:1"), Intervention(21, 25, "which", "emendation:2")),
        (Mark("p", 0, len(source.text.rstrip()), {}),),
    )
    enriched = enrich(assemble(made))
    read = WorkToRead(enriched, passages(enriched))
    found, linked = cross_reference({"w": read}, [record(1, "of wich more", "w", to="w/1")])
    assert not found.problems
    assert [plain(link.inlines) for link in links(linked["w"])] == ["of which more"]


WORDS = st.lists(
    st.sampled_from(
        [
            "See p. 7",
            "(Figure 1.1)",
            "chapter two",
            "water",
            "{call:1}",
            "{pb:8}",
            "{hi:see Chapter 1}",
            "“",
            "p. 9.",
        ]
    ),
    min_size=1,
    max_size=12,
)


@given(WORDS)
def test_no_word_call_or_page_beginning_is_changed_or_lost(words):
    before = text(*WEIR, *chapter("THREE", "The Thaw", p("It " + " ".join(words) + " fell.")))
    found, linked = cross_reference({"weir-1990": before}, [record(3, "be seen", to_line=7)])
    assert not found.problems
    after = passages(linked["weir-1990"])
    assert [one.text for one in after] == [one.text for one in before.passages]
    kept = (NoteCall, PageBeginning)

    def points(found):
        return [i for one in found for run in one.runs for i in flatten(run) if isinstance(i, kept)]

    assert points(after) == points(before.passages)
