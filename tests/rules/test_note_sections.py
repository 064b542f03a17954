"""Sections of notes: groups by chapter, and which numbers at the beginnings of lines are entries."""

import pytest

from build_edition.rules import headings, headings_unwrapped, notes
from tests.rules.desk import WOOL, readings, transcribed, values

CHAPTERS = """Notes

Chapter One: The Ford

1.   The keeper was paid in eels. The rate is in the first ledger, and it never
     rose.
2.   J. Roe, ‘The ferry in winter’, Annals of the Valley,
     3 (1962), 1–39. She has since thought better of it.
3.   Ibid., p. 4.

2 The Weir

1.   The monks had the fish.
3.   H. Doe, Letters from a Dry Valley, p. 17.
"""


def book(text):
    return transcribed(text, notes, layout="book")


def test_each_group_counts_from_one_under_its_own_heading():
    transcript = book(CHAPTERS)
    assert values(transcript, "note", "n") == ["1", "2", "3", "1", "3"]
    assert readings(transcript, "head") == ["Notes", "Chapter One: The Ford", "2 The Weir"]
    assert values(transcript, "head", "level") == [3, 4, 4]


def test_a_number_where_an_indent_hangs_opens_no_note():
    second = readings(book(CHAPTERS), "note")[1]
    assert second.startswith("2.   J. Roe")
    assert second.endswith("better of it.")


def test_first_line_indents_count_as_much():
    first = "    1 The keeper was paid in eels, and the eels were weighed, in\n2 (small) baskets, at the weir.\n"
    text = f"NOTES\n\n{first}    2 Ibid.\n"
    assert [note.split()[:3] for note in readings(book(text), "note")] == [["1", "The", "keeper"], ["2", "Ibid."]]


def test_an_entry_goes_on_over_a_page_and_the_last_ends_at_a_blank_line():
    pages = "Notes\n\n1. One eel.\n2. The ledger of the\n\n\fkeeper says so.\n3. Ibid.\n"
    text = f"{pages}\nAbout the printer: he ate eels.\n"
    found = readings(book(text), "note")
    assert found[1].split() == ["2.", "The", "ledger", "of", "the", "keeper", "says", "so."]
    assert found[2] == "3. Ibid."


def test_one_misread_number_is_told_by_its_neighbours():
    transcript = book("Notes\n\n1. One eel.\nZ. Two eels.\n3. Three eels.\n4. Four.\n")
    assert [(note.get("n"), note.cert) for note in transcript.of_kind("note")] == [
        ("1", "high"),
        ("2", "low"),
        ("3", "high"),
        ("4", "high"),
    ]


def test_a_heading_that_is_no_group_ends_the_notes():
    notes_on = f"{WOOL}\n\nNotes\n\n1. One eel.\n2. Two."
    text = f"{notes_on}\n\nThe Last Word of the Weaver\n\n{WOOL}\n\n1. No note.\n2. Nor this."
    transcript = transcribed(text, headings_unwrapped, notes)
    assert readings(transcript, "note") == ["1. One eel.", "2. Two."]


def test_a_chapter_whose_paragraphs_are_numbered_ends_the_notes_before_it():
    prose = "\n".join(WOOL[k : k + 62].strip() for k in range(0, len(WOOL), 62))
    first = f"CHAPTER X\n\nTHE FORD\n\n{prose}\n\nNotes\n\n1. One eel.\n2. Two.\n"
    second = f"\n\fCHAPTER XI\n\nTHE WEIR\n\n1. {prose}\n" + 12 * f"{prose}\n"
    transcript = transcribed(first + second, headings, notes, layout="book")
    assert readings(transcript, "note") == ["1. One eel.", "2. Two."]


def test_notes_without_a_heading_that_announces_them_are_left():
    assert book("The eels\n\n1. One eel.\n2. Two.\n").marks == ()


def test_entries_need_not_be_all_there():
    text = "Notes\n\n" + "".join(f"{n}.  J. Roe, The Ferry, p. {n + 30}.\n" for n in (3, 5, 11, 13, 14))
    assert values(book(text), "note", "n") == ["3", "5", "11", "13", "14"]
    last = text.replace("14.", "18.")
    assert values(book(last), "note", "n") == ["3", "5", "11", "13", "18"]


CALLED = "The mill burnt.1 Nobody knew why,2 and the toll was lost.3 It stood.\n\n"


@pytest.mark.parametrize("entry", ["{}. ", "({}) ", "[{}] ", "{}) "])
def test_entries_that_the_calls_before_them_want_are_notes_under_any_heading(entry):
    entries = "".join(
        entry.format(n) + text + "\n" for n, text in enumerate(("Roe, p. 4.", "Doe, p. 9.", "Ibid."), 1)
    )
    transcript = book(f"{CALLED}Authorities\n\n{entries}")
    assert values(transcript, "note", "n") == ["1", "2", "3"]
    assert readings(transcript, "head") == ["Authorities"]


def test_a_list_that_has_nothing_to_do_with_the_calls_is_left():
    entries = "".join(f"{n}. The toll is {n} pence.\n" for n in range(1, 8))
    assert not values(book(f"{CALLED}What we demand\n\n{entries}"), "note", "n")


def test_a_list_is_left_where_the_calls_are_answered_at_the_feet_of_pages():
    feet = "1 Roe, p. 4.\n2 Doe, p. 9.\n3 Ibid.\n"
    entries = "".join(f"{n}. The toll is {n} pence.\n" for n in range(1, 4))
    assert not values(book(f"{CALLED}{feet}\nWhat we demand\n\n{entries}"), "note", "n")


def test_a_count_may_begin_anew_behind_notes_that_begin_in_the_middle_of_one():
    text = "Notes\n\n" + "".join(f"{n}. Roe, p. {n}.\n" for n in [*range(30, 40), 1, 2, 3])
    assert values(book(text), "note", "n") == [str(n) for n in [*range(30, 40), 1, 2, 3]]


LOST = """Notes

1. Roe, Book of the Ford, p. 4.
2. Ibid. p. 9.
Doe, Letters from the Plain, p. 17.
4. The bill of the carters, 1821.

Ibid. p. 12.

Roe, Book of the Weir, p. 40.
"""


def test_entries_whose_numbers_are_lost_are_counted_low():
    found = [(mark.get("n"), mark.cert) for mark in book(LOST).of_kind("note")]
    assert found == [("1", "high"), ("2", "high"), ("3", "low"), ("4", "high"), ("5", "low"), ("6", "low")]


def test_lines_that_are_more_or_fewer_than_the_lost_numbers_are_none():
    assert values(book(LOST.replace("4. The", "5. The")), "note", "n")[:3] == ["1", "2", "5"]


def test_lines_that_hang_are_no_entries_whose_numbers_are_lost():
    hung = (
        "Notes\n\n1. The keeper was paid in eels, as the first ledger of the ferry\n    has it.\n"
        "    The rate never rose, whatever the\n    bill of the carters says.\n3. Ibid.\n4. Doe,\n    p. 12.\n"
    )
    assert values(book(hung), "note", "n") == ["1", "3", "4"]


def test_text_below_the_last_entry_is_no_note():
    prose = "\n".join(WOOL[k : k + 62].strip().capitalize() for k in range(0, len(WOOL), 62))
    text = LOST.partition("Ibid. p. 12.")[0] + "\n" + prose + "\n"
    assert values(book(text), "note", "n") == ["1", "2", "3", "4"]


def test_a_heading_that_is_misread_needs_no_calls():
    entries = "\n".join(f"{n}. Roe, Book of the Ford, p. {n + 4}." for n in range(1, 7))
    assert values(book(f"NOreEs\n{entries}\n"), "note", "n") == ["1", "2", "3", "4", "5", "6"]
    assert not values(book(f"Rules\n{entries}\n"), "note", "n")


COLUMN = """Notes

L
2.

Roe, Book of the Ford, p. 4.
Ibid. p. 9.

3. The bill of the carters, 1821.
4. Doe, Letters from the Plain.
5. Ibid. p. 12.
"""


def test_a_column_of_numbers_above_the_first_entry_that_has_its_own_is_parted_among_them():
    transcript = book(COLUMN)
    found = [(mark.get("n"), mark.cert) for mark in transcript.of_kind("note")]
    assert found == [("1", "low"), ("2", "low"), ("3", "high"), ("4", "high"), ("5", "high")]
    assert readings(transcript, "note")[:2] == ["1. Roe, Book of the Ford, p. 4.", "2. Ibid. p. 9."]
    assert [change.cert for change in transcript.interventions if change.reading] == ["low", "high"]


def test_a_column_of_more_or_fewer_numbers_than_notes_is_left():
    assert values(book(COLUMN.replace("Ibid. p. 9.\n", "")), "note", "n") == ["3", "4", "5"]


UNNUMBERED = """The Ford

The keeper of the ferry was paid in eels for as long as anyone could
remember, and nobody wrote down how many.

The Weir

The monks had the fish of the upper pool, and the carters the rest of
them, which was little.

Notes

The Ford

The rate is in the first ledger, and it never rose; see The Weir.

J. Roe, ‘The ferry in winter’, Annals of the Valley, 1902.
Ibid., p. 4.

Letters from a Dry Valley, p. 17.

The Weir

H. Doe, Of Fish, vol. 2, p. 9. She has since thought better of it, and
says so in her preface.

Ibid., p. 12.
"""


def test_a_section_without_any_number_is_told_by_its_headings_and_counted_low():
    transcript = transcribed(UNNUMBERED, headings, notes, layout="book")
    found = [(mark.get("n"), mark.cert) for mark in transcript.of_kind("note")]
    assert found == [(n, "low") for n in "123412"]
    assert readings(transcript, "note")[4].endswith("in her preface.")


def test_prose_under_such_a_heading_is_no_note():
    prose = UNNUMBERED.replace("p. ", "page ").replace("Ibid.", "The same").replace("vol. ", "book ")
    assert not values(transcribed(prose, headings, notes, layout="book"), "note", "n")


def test_no_note_begins_within_a_quotation():
    quoted = (
        "J. Roe, in the minutes of the winter before the last one, says: ‘Agreed.\nTo be paid.’ Annals, vol. 9.\n"
    )
    text = UNNUMBERED.replace("J. Roe, ‘The ferry in winter’, Annals of the Valley, 1902.\n", quoted)
    transcript = transcribed(text, headings, notes, layout="book")
    assert readings(transcript, "note")[1] == quoted.strip()
