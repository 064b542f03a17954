"""Notes whose numbers stand on lines of their own, as a PDF read without its layout gives them."""

import pytest

from build_edition.rules import headings, note_calls, notes, paragraphs
from tests.rules.desk import TOLL, readings, transcribed, values

ON = "be asleep too, as the whole of the valley was by that hour."
LINES = (
    "The carters came by night over the bridge and paid no toll to",
    "anybody, so that the keeper of the hens{} went to bed before the",
    "sun had gone, and the old men who settled the price of cloth{}",
    "found nobody awake who could have told them what a bale cost{}",
    "in the plain, where the weavers of the lower mill were said to{}",
)


def page(*calls, foot=""):
    marks = iter([*calls, "", "", "", ""])
    return "\n".join([ON, *(line.format(next(marks)) if "{}" in line else line for line in LINES)]) + "\n" + foot


def book(*pages, rules=(notes, note_calls)):
    return transcribed("\f".join(pages), *rules, layout="book")


def test_numbers_above_all_notes_or_behind_them_are_put_to_their_notes():
    transcript = book(
        page("1", ",2", foot="1\n2\n\nRoe, Book of Tolls, p. 4.\nIbid. p. 9.\n"),
        page("3", ",4", ",5", foot="3\n\nThe bill of the carters.\nDoe, p. 12.\n5\nIbid.\n4\n"),
    )
    assert readings(transcript, "note") == [
        "1 Roe, Book of Tolls, p. 4.", "2 Ibid. p. 9.", "3\n\nThe bill of the carters.",
        "4 Doe, p. 12.", "5\nIbid.",
    ]  # fmt: skip
    assert values(transcript, "note", "n") == ["1", "2", "3", "4", "5"] == values(transcript, "ref", "n")
    assert all(mark.cert == "high" for mark in transcript.of_kind("note"))


def test_a_call_may_stand_apart_from_a_straight_quotation_mark():
    transcript = book(
        page('" 1', ",2", foot="1\n2\n\nRoe, Book of Tolls, p. 4.\nIbid. p. 9.\n"),
        page("3", ",4", foot="3\n4\n\nThe bill of the carters.\nDoe, p. 12.\n"),
    )
    assert readings(transcript, "note")[:2] == ["1 Roe, Book of Tolls, p. 4.", "2 Ibid. p. 9."]
    assert values(transcript, "note", "n") == ["1", "2", "3", "4"] == values(transcript, "ref", "n")


def test_a_number_that_took_the_place_of_a_hyphen_belongs_to_its_note():
    broken = page("1", ",2", foot="2\n\nRoe, Book of Tolls, p. 4.\nIbid. p. 9.\n").replace("said to", "sai1")
    transcript = book(broken, page("3", foot="3\n\nThe bill of the carters.\n"))
    assert values(transcript, "note", "n") == ["1", "2", "3"] == values(transcript, "ref", "n")
    assert "were sai-\n" in transcript.reading.text


def test_which_of_more_lines_begin_notes_is_of_low_certainty():
    transcript = book(
        page(
            "1", ",2", foot="1\n2\n\nRoe, in the Book of Tolls. It is lost.\nSee the bill of the carters.\nIbid.\n"
        ),
        page("3", foot="3\n\nDoe.\n"),
    )
    assert [(m.get("n"), m.cert) for m in transcript.of_kind("note")] == [
        ("1", "high"),
        ("2", "low"),
        ("3", "high"),
    ]


def test_numbers_that_no_call_bears_stay_where_they_stand():
    transcript = book(page(foot="1\n2\n\nof hens and\nof geese.\n"), page(foot="3\n\nof ducks.\n"))
    assert not transcript.interventions


SECTION = """\
Notes
1.
2.
3.

Roe, Book of Tolls, p. 4, where the keeper of the bridge tells of
it at length.
Ibid. p. 9.
The bill of the carters.
{}
The Plain
1.

Doe, p. 12.

2.

Ibid.
"""


def test_a_column_of_numbers_in_a_section_of_notes_is_parted_among_them():
    transcript = book(page("1", ",2", ",3"), page("1", ",2"), SECTION.format(""), rules=(notes, paragraphs))
    assert values(transcript, "note", "n") == ["1", "2", "3", "1", "2"]
    assert readings(transcript, "note")[1:3] == ["2. Ibid. p. 9.", "3. The bill of the carters."]
    assert readings(transcript, "note")[3] == "1.\n\nDoe, p. 12."


def test_a_page_of_a_section_may_have_its_numbers_before_the_notes():
    section = SECTION.format("\f4. Roe.\n5. Doe, p. 8.\n\n")
    transcript = book(page("1", ",2", ",3"), page("4", ",5"), section, rules=(notes,))
    assert values(transcript, "note", "n") == ["1", "2", "3", "4", "5", "1", "2"]


TOLD = "\n".join(TOLL[k : k + 62].strip() for k in range(0, len(TOLL), 62))
TITLED = """\
Notes

Chapter One: The Bridge
1.

Roe, Book of Tolls, p. 4.

2.

Roe kept his ledgers, as the bill of the carters says, in box
3.

3.

Ibid. p. 9.

Chapter Two: The Plain
1.

Doe, p. 12.

2.

Ibid.
"""


def test_the_number_below_a_title_over_notes_is_the_first_note_s():
    chapters = [f"Chapter {n}\n\nThe {title}\n\n{TOLD}\n\n" for n, title in (("One", "Bridge"), ("Two", "Plain"))]
    transcript = book(*chapters, TITLED, rules=(headings, notes))
    assert readings(transcript, "head")[-2:] == ["Chapter One: The Bridge", "Chapter Two: The Plain"]
    assert values(transcript, "note", "n") == ["1", "2", "3", "1", "2"]
    assert readings(transcript, "note")[1].endswith("in box\n3.")


def test_what_looks_like_a_heading_between_a_column_and_its_notes_ends_no_section():
    section = SECTION.partition("{}")[0] + "\n\f4.\n5.\n\nThe Bridge and its Toll\n\nDoe.\nIbid. p. 12.\n"
    transcript = book(page("1", ",2", ",3"), page("4", ",5"), section, rules=(headings, notes))
    assert values(transcript, "note", "n") == ["1", "2", "3", "4", "5"]
    assert readings(transcript, "note")[3:] == ["4. Doe.", "5. Ibid. p. 12."]


def test_a_stop_read_twice_after_a_number_is_one():
    section = SECTION.replace("{}", "4.. Roe.")
    transcript = book(page("1", ",2", ",3"), page("1", ",2"), section, rules=(notes,))
    assert values(transcript, "note", "n") == ["1", "2", "3", "4", "1", "2"]


@pytest.mark.parametrize(
    ("end", "first"), [("carters.", "4. Roe kept a ledger."), ("carters and", "4. It is lost.")]
)
def test_a_page_begins_with_the_rest_of_a_note_only_where_that_has_not_ended(end, first):
    section = (
        SECTION.partition("{}")[0].replace("carters.", end)
        + "\f4.\n5.\n\nRoe kept a ledger.\nIt is lost.\nIbid.\n"
    )
    transcript = book(page("1", ",2", ",3"), page("4", ",5"), section, rules=(notes,))
    fourth = next(mark for mark in transcript.of_kind("note") if mark.get("n") == "4")
    assert transcript.reading.slice(fourth.start, fourth.end).startswith(first)
