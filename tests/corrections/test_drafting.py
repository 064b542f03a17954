"""From a wanted change to the smallest honest record: what it quotes, what it says, and when none can say it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from build_edition.corrections.digests import line_digest
from build_edition.corrections.drafting import Draft, FieldError, TakeOutError, draft
from build_edition.corrections.proving import prove
from build_edition.corrections.wanted import Wanted
from build_edition.edition.words import emending
from build_edition.edition.words.emendations import Emendation
from build_edition.errors import CorrectionError, RecordError
from build_edition.pipeline import EditionWork
from build_edition.transcript import Mark
from tests.corrections.invented import PROJECT, RECORD, filed, item_of, reading, record

TEXT = """The Lock of Velm

In those years the keeper of the lower lock wrote down each barge
that came, and what it carried, and many a clerk of the co-
operative said "tbe keeper's book" was in dividual work.1 He had
in the end more than forty books of barges, and no one read them.

Others came after him, and of the barges that they saw they wrote
nothing. The weir was by then a ruin, and the mill of the upper
lock had no wheel.

1 So the clerk told the court.
"""


def wanted(text: str, old: str, new: str, nth: int = 1) -> Wanted:
    at = -1
    for _ in range(nth):
        at = text.index(old, at + 1)
    return Wanted(at, at + len(old), new)


def drafted(old: str, new: str, *records: Emendation, nth: int = 1, **more: object) -> tuple[Draft, ...]:
    item = item_of(TEXT, *records)
    made = draft(item, filed(*records), wanted(reading(item), old, new, nth), by="B. Reader", **more)  # type: ignore[arg-type]
    prove(PROJECT.with_filed(RECORD.id, filed(*records)), item, made)
    return made


def said(made: tuple[Draft, ...]) -> list[tuple[int, str, int | None, str | None]]:
    return [(one.record.line, one.record.read, one.record.nth, one.record.reading) for one in made]


@pytest.mark.parametrize(
    ("old", "new", "line", "read", "nth", "reading_"),
    [
        ("lower", "upper", 3, "lower", None, "upper"),
        ("lower", "lowest", 3, "lower", None, "lowest"),
        ("the lower", "a lower", 3, "the", 2, "a"),
        ("carried, and", "carried; and", 4, "carried,", None, "carried;"),
        ("barge that", "barge, that", 3, "barge", None, "barge,"),
        ("barge that", "bargethat", 3, "barge\nthat", None, "bargethat"),
        ("had in the", "had, in the", 5, "had", None, "had,"),
        ("read them.", "read them again.", 6, "them", None, "them again"),
        ("more than forty", "forty", 6, "more than forty", None, "forty"),
        ("Others came", "All others came", 8, "Others", None, "All others"),
        ("The weir", "A weir", 9, "The", None, "A"),
        ("co-operative", "cooperative", 4, "co-\noperative", None, "cooperative"),
        ("co-operative", "co-operatives", 4, "co-\noperative", None, "co-operatives"),
        ("keeper’s", "keepers’", 5, "keeper's", None, "keepers’"),
        ("keeper’s book", "clerk’s book", 5, "keeper's", None, "clerk's"),
        ("book” was", "book,” was", 5, "book", None, "book,"),
        ("work.1", "works.1", 5, "work", None, "works"),
        ("court", "Court", 12, "court", None, "Court"),
    ],
)  # fmt: skip
def test_it_quotes_whole_words_of_the_source(
    old: str, new: str, line: int, read: str, nth: int | None, reading_: str
) -> None:
    assert said(drafted(old, new)) == [(line, read, nth, reading_)]


def test_it_says_who_when_why_and_which_line_was_seen() -> None:
    (one,) = drafted("lower", "upper", on=date(2031, 3, 9), note="So the map.", cause="word", cert="low")
    assert (one.record.by, str(one.record.on), one.record.note) == ("B. Reader", "2031-03-09", "So the map.")
    assert (one.record.cause, one.record.cert, one.is_cause_certain) == ("word", "low", True)
    source = item_of(TEXT).source
    assert source is not None
    assert one.record.seen == line_digest(source, 3)
    assert TEXT[one.start : one.end] == "lower"


def test_changes_far_apart_become_records_of_their_own_and_near_ones_one() -> None:
    old = "wrote down each barge that came, and what it carried"
    assert said(drafted(old, "wrote up each barge that came, and what it bore")) == [
        (3, "down", None, "up"),
        (4, "carried", None, "bore"),
    ]
    assert said(drafted("each barge that came", "every ship that came")) == [(3, "each barge", None, "every ship")]


def test_a_record_that_decides_already_gives_its_place() -> None:
    old = record(9, "ruin", as_="rain")
    (one,) = drafted("a rain,", "a ruined mill,", old)
    assert (one.record.read, one.record.reading) == ("ruin", "ruined mill")
    assert one.replaces == filed(old)[0]
    doubt = record(9, "a ruin", perhaps="a rain")
    (one,) = drafted("ruin", "rains", doubt)
    assert (one.record.reading, one.replaces) == ("rains", filed(doubt)[0])


def test_a_record_beside_stays() -> None:
    old = record(9, "ruin", as_="rain")
    (one,) = drafted("by then", "by now", old)
    assert (one.record.read, one.replaces) == ("then", None)


def test_what_the_source_has_means_that_a_record_goes() -> None:
    old = record(9, "ruin", as_="rain")
    with pytest.raises(TakeOutError) as caught:
        drafted("rain", "ruin", old)
    assert caught.value.filed == filed(old)[0]
    assert str(caught.value).endswith("Take this record out.")


def test_what_the_source_has_against_a_rule_stands() -> None:
    text = TEXT.replace("upper\nlock", "upper\nlock of of stone")
    item = item_of(text)
    assert "lock of stone" in reading(item)
    (one,) = draft(item, (), wanted(reading(item), "lock of", "lock of of"), by="B.")
    assert (one.record.line, one.record.stet, one.record.cause) == (10, True, None)
    after = prove(PROJECT.with_filed(RECORD.id, ()), item, [one])
    assert "lock of of stone" in after.reading.text
    (same,) = draft(item, (), wanted(reading(item), "lock of stone", "lock of stone"), by="B.", nature="stet")
    assert prove(PROJECT.with_filed(RECORD.id, ()), item, [same]).reading.text == after.reading.text


def test_a_doubt_leaves_the_text_and_marks_the_words() -> None:
    item = item_of(TEXT)
    (one,) = draft(item, (), wanted(reading(item), "ruin", "rain"), by="B.", nature="perhaps", cert="low")
    after = prove(PROJECT.with_filed(RECORD.id, ()), item, [one])
    assert (one.record.read, one.record.perhaps, one.record.reading) == ("ruin", "rain", None)
    assert after.reading.text == reading(item)
    assert [mark.get("candidates") for mark in after.of_kind("suspect")][-1:] == ["rain"]


def test_a_slip_leaves_the_text() -> None:
    item = item_of(TEXT)
    (one,) = draft(item, (), wanted(reading(item), "the mill of", "the mill of"), by="B.", nature="slip")
    assert (one.record.nature, one.record.cause, one.record.read) == ("slip", "slip", "the mill of")
    after = prove(PROJECT.with_filed(RECORD.id, ()), item, [one])
    assert after.reading.text == reading(item)
    assert len(list(after.of_kind("sic"))) == 1


def with_call(records: tuple[Emendation, ...] = ()) -> EditionWork:
    """The text, in which the figure behind “work.” is the call of a note."""
    item = item_of(TEXT)
    assert item.structured is not None
    at = TEXT.index("1 He")
    called = item.structured.with_records(marks=[Mark("ref", at, at + 1, MappingProxyType({"n": "1"}))])
    return replace(item, structured=called, transcript=emending.apply(called, filed(*records)).transcript)


@pytest.mark.parametrize(
    ("old", "new", "read", "reading_", "n"),
    [
        ("work", "works", "work", "works", "1"),
        ("work.", "work,", "work.", "work,", "1"),
        ("work.1 He", "works.1 She", "work.1 He", "works.1 She", "1"),
        ("work.1", "work.2", "1", "2", "2"),
    ],
)
def test_a_note_call_glued_to_a_word_stays_one(old: str, new: str, read: str, reading_: str, n: str) -> None:
    item = with_call()
    (one,) = draft(item, (), wanted(reading(item), old, new), by="B.")
    assert (one.record.read, one.record.reading) == (read, reading_)
    after = prove(PROJECT.with_filed(RECORD.id, ()), item, [one])
    assert [mark.get("n") for mark in after.of_kind("ref")] == [n]


def test_a_change_over_a_note_call_is_refused() -> None:
    item = with_call()
    with pytest.raises(CorrectionError, match="reaches across the note call of line 5") as caught:
        draft(item, (), wanted(reading(item), "work.1 He", "working he"), by="B.")
    assert caught.value.remedy == "Want one change on each side of the call."


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("lower", "lower", "changes nothing: the text reads so"),
        (
            "read them.\n\nOthers",
            "read them, others",
            "reaches across the beginning or end of the paragraph of lines",
        ),
        ("\n\nOthers", " Others", "changes nothing but the white space between two blocks"),
        ("So the clerk", "So\nthe clerk", "brings in the end of a line"),
        ("The Lock of Velm", "", "takes away the whole paragraph of line 1"),
        ("lower", "lo\nwer", "brings in the end of a line"),
    ],
)
def test_what_no_record_can_say_is_told(old: str, new: str, what: str) -> None:
    with pytest.raises(CorrectionError) as caught:
        drafted(old, new)
    assert what in caught.value.what
    assert caught.value.where.startswith(RECORD.id)
    assert caught.value.remedy


def test_a_change_over_the_words_of_two_records_is_refused() -> None:
    with pytest.raises(CorrectionError, match="2 records decide"):
        drafted("a rain, or the mill", "a flood", record(9, "ruin,", as_="rain,"), record(9, "and", as_="or"))


def test_it_lies_in_the_text() -> None:
    item = item_of(TEXT)
    for start, end in ((-1, 2), (5, 4), (0, len(reading(item)) + 1)):
        with pytest.raises(CorrectionError, match="lies outside the reading text"):
            draft(item, (), Wanted(start, end, "x"), by="B.")


@pytest.mark.parametrize(
    ("new", "more", "what"),
    [
        ("<b>upper</b>", {}, "has what looks like an HTML tag in `as`"),
        ("upper \u202e", {}, "has the sign U+202E in `as`"),
        ("upper\x1b[31m", {}, "has the control character U+001B in `as`"),
        ("x" * 1001, {}, "`as` has 1,001 characters; it may have 1,000"),
        ("upper", {"note": "<script>"}, "HTML tag in `note`"),
        ("upper", {"by": "x" * 201}, "`by` has 201 characters"),
        ("upper", {"by": " "}, "`by` is empty"),
        ("upper", {"cause": "moon"}, "`cause` cannot be 'moon'"),
    ],
)
def test_what_may_not_stand_in_a_record_is_refused_at_once(new: str, more: dict[str, str], what: str) -> None:
    item = item_of(TEXT)
    with pytest.raises(FieldError) as caught:
        draft(item, (), wanted(reading(item), "lower", new), **{"by": "B.", **more})  # type: ignore[arg-type]
    assert what in caught.value.what


def test_a_proof_fails_where_a_draft_is_stale() -> None:
    (one,) = drafted("ruin", "rain")
    other = item_of(TEXT.replace("ruin", "heap"))
    with pytest.raises(RecordError, match="expected 'ruin'"):
        prove(PROJECT.with_filed(RECORD.id, ()), other, [one])


def test_a_proof_fails_where_two_drafts_meet() -> None:
    (one,) = drafted("ruin", "rain")
    (two,) = drafted("ruin", "heap")
    with pytest.raises(RecordError, match="decides on characters that"):
        prove(PROJECT.with_filed(RECORD.id, ()), item_of(TEXT), [one, two])
