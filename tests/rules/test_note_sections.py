"""Sections of notes: groups by chapter, and which numbers at the beginnings of lines are entries."""

from build_edition.rules import headings_unwrapped, notes
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
    assert readings(transcript, "head") == ["Chapter One: The Ford", "2 The Weir"]
    assert values(transcript, "head", "level") == [4, 4]


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


def test_notes_without_a_heading_that_announces_them_are_left():
    assert book("The eels\n\n1. One eel.\n2. Two.\n").marks == ()


def test_entries_need_not_be_all_there():
    text = "Notes\n\n" + "".join(f"{n}.  J. Roe, The Ferry, p. {n + 30}.\n" for n in (3, 5, 11, 13, 14))
    assert values(book(text), "note", "n") == ["3", "5", "11", "13", "14"]
