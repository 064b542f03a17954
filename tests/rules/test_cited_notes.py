"""Notes at the feet of scanned pages that are short citations, of whose numbers hardly any is read."""

import pytest

from build_edition.rules import note_calls, notes
from tests.rules.desk import readings, transcribed, values
from tests.rules.scanned_page import page

FEET = (
    ("Book of the Bridge. p. 4.", "The Toll. vol. 2. p. 9.", "Men of the Mill. p. 7."),
    ("“Op. Cit. p. 12.",),
    ("Roe. Op. Cit.. p. 8.", '"The Toll. p. 15.'),
    ("quoted by Doe. The Weavers. p. 3.", "‘Roe. The Hens. p. 21."),
)


def book(*pages):
    return transcribed("\f".join(pages), notes, note_calls, layout="book")


def cited(*more):
    return book(*(page(foot=foot) for foot in FEET), *more)


def test_citations_at_the_feet_are_notes_each_on_its_line_and_counted_with_low_certainty():
    transcript = cited()
    assert values(transcript, "note", "n") == [str(n) for n in range(1, 9)]
    assert {mark.cert for mark in transcript.of_kind("note")} == {"low"}
    assert readings(transcript, "note")[:3] == list(FEET[0])
    assert readings(transcript, "note")[6] == FEET[3][0]


def test_figures_and_places_that_are_misread_still_cite():
    foot = ("Tho Toll. po b43.", "Sy IR,", "Roe. Men of the Mill. p. [8&", "The Weavers. pp: 17-9.")
    assert len(readings(cited(page(foot=foot)), "note")) == 12


def test_a_citation_in_two_lines_is_one():
    foot = (
        "Doe. The Book of the Bridge and of the Toll that was paid there by the men of the Plain. pp.",
        "37-8.",
        "Op. Cit. p. 4.",
    )
    assert readings(cited(page(foot=foot)), "note")[8:] == ["\n".join(foot[:2]), foot[2]]


@pytest.mark.parametrize(
    "lines",
    [
        ("“The keeper was asleep.", "The hens were not.”"),
        ("2 WHO PAID THE CARTERS OF THE PLAIN?",),
        ("(See the book of tolls for more of this.)",),
    ],
)
def test_a_quotation_heading_or_aside_above_the_citations_of_a_page_is_no_note(lines):
    ended = page().replace("were said to", "went home.") + "\n" + "\n".join(lines) + "\n\nOp. Cit. p. 31.\n"
    assert readings(cited(ended), "note")[8:] == ["Op. Cit. p. 31."]


def test_what_is_left_of_a_number_above_its_note_is_taken_for_it_with_low_certainty():
    transcript = cited(page(foot=("9 . rr", "“Roe. The Hens. p. 5.", "Dep", "Op. Cit. p. 6.")))
    assert readings(transcript, "note")[8:] == ["9 Roe. The Hens. p. 5.", "10 Op. Cit. p. 6."]
    found = [i for i in transcript.interventions if i.rule == "note-number" and not i.reading.strip()]
    assert [transcript.source.text[i.start : i.end] for i in found] == ["9 . rr", "Dep"]
    assert {i.cert for i in found} == {"low"}


def test_a_citation_that_runs_over_goes_on_above_those_of_the_next_page():
    over = "“quoted by Doe. “The carters of the Plain and the keepers of the Toll on the bridge of the Mill and"
    transcript = cited(
        page(foot=("Op. Cit. p. 2.", over)), page(foot=("of the town.” The Weavers. p. 44.", "Roe. p. 7."))
    )
    marks = list(transcript.of_kind("note"))[8:]
    assert [(mark.get("n"), bool(mark.get("continues"))) for mark in marks] == [
        ("9", False),
        ("10", False),
        (None, True),
        ("11", False),
    ]
