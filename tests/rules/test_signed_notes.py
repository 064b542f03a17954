"""Notes at the feet of pages that signs or letters mark, and their calls."""

import pytest

from build_edition.assemble import assemble
from build_edition.rules import note_calls, notes, paragraphs
from build_edition.writers.markdown import write_document
from tests.rules.desk import readings, transcribed, values

TEXT = (
    "The carters came by night over the bridge and paid no toll to",
    "anybody, so that the keeper of the hens went to bed before the",
    "sun had gone, and the old men who settled the price of cloth{}",
    "found nobody awake who could have told them what a bale cost{}",
    "in the plain, where the weavers of the lower mill were said to{}",
    "be asleep too, as the whole of the valley was by that hour, and",
)


def page(*calls, foot=""):
    """A page of six lines, its calls and the notes at its foot."""
    lines = [*TEXT[:2], *(line.format(call) for line, call in zip(TEXT[2:5], [*calls, "", "", ""], strict=False))]
    return "\n".join([*lines, TEXT[5]]) + "\n\n" + foot + "\n"


def book(*pages):
    return transcribed("\f".join(pages), notes, paragraphs, note_calls, layout="book")


SERIES = [
    (("*", ",†", ",‡"), "* Roe, p. 4.\n† Doe, p. 9.\n‡ Ibid.", ["*", "†", "‡"]),
    (("*", ",**", ",***"), "*Roe, p. 4.\n**Doe, p. 9.\n***Ibid.", ["*", "**", "***"]),
    (("*", ",†", ",§"), "*\n  Roe, p. 4.\n†\n  Doe, p. 9.\n§\n  Ibid.", ["*", "†", "§"]),
    (("(a)", ",(b)", " (c)"), "(a) Roe, p. 4.\n(b) Doe, p. 9.\n(c) Ibid.", ["a", "b", "c"]),
    (("[a]", ",[b]", "[c]"), "[a]\n  Roe, p. 4.\n[b]\n  Doe, p. 9.\n[c]\n  Ibid.", ["a", "b", "c"]),
    ((",a", ",b", "c"), "aRoe, p. 4.\nbDoe, p. 9.\ncIbid.", ["a", "b", "c"]),
    (("(1)", ",(2)", ",(3)"), "(1) Roe, p. 4.\n(2) Doe, p. 9.\n(3) Ibid.", ["1", "2", "3"]),
]


@pytest.mark.parametrize(("calls", "foot", "marks"), SERIES)
def test_each_page_begins_its_series_anew(calls, foot, marks):
    first = "\n".join(foot.split("\n")[: len(foot.split("\n")) // 3])
    transcript = book(page(*calls, foot=foot), page(), page(calls[0], foot=first), page())
    assert values(transcript, "note", "n") == [*marks, marks[0]]
    assert values(transcript, "ref", "n") == [*marks, marks[0]]
    assert readings(transcript, "ref") == [*marks, marks[0]]
    assert {mark.cert for mark in transcript.of_kind("ref", "note")} == {"high"}


def test_lone_asterisks_and_lists_are_no_notes():
    starred = page("*").replace("bridge", "* bridge")
    listed = "* The toll was doubled.\n* Nobody paid it."
    transcript = book(starred, page(), page(foot=listed), page())
    assert not list(transcript.of_kind("note", "ref"))


def test_a_word_that_ends_in_a_letter_is_no_call():
    pages = [
        page(",a", foot="aRoe, p. 4."),
        page(",a", ",b", foot="aRoe, p. 5.\nbDoe, p. 9."),
        page("a", foot="aIbid."),
    ]
    transcript = book(*(each.replace("keeper", "idea") for each in pages))
    assert values(transcript, "ref", "n") == ["a", "a", "b", "a"]
    assert [transcript.source.text[mark.start - 5 : mark.start] for mark in transcript.of_kind("ref")][
        -1
    ] == "cloth"


def test_a_note_whose_call_is_lost_is_a_note_and_no_call_is_invented():
    transcript = book(page("*", foot="* Roe, p. 4."), page("*", foot="* Doe."), page(foot="* Ibid."), page())
    assert values(transcript, "note", "n") == ["*", "*", "*"]
    assert values(transcript, "ref", "n") == ["*", "*"]


def test_one_of_two_that_may_be_the_call_is_taken_with_low_certainty():
    transcript = book(page("*", "*", foot="* Roe, p. 4."), page("*", foot="* Doe."), page())
    assert [(mark.get("n"), mark.cert) for mark in transcript.of_kind("ref")] == [("*", "low"), ("*", "high")]


def test_no_mark_is_taken_for_emphasis_where_two_calls_stand_in_one_paragraph():
    transcript = book(page("*", foot="* Roe, p. 4."), page("*", foot="* Doe."), page())
    assert ">*<" not in write_document(assemble(transcript))
