"""Bodies of notes."""

import pytest

from build_edition.rules import emphasis, headings_unwrapped, notes, paragraphs_unwrapped, tables
from tests.rules.desk import TOLL, WOOL, readings, transcribed, values

RULES = (emphasis, tables, headings_unwrapped, notes, paragraphs_unwrapped)


def test_a_section_of_notes_with_a_table_and_a_second_paragraph_in_one():
    table = "Year\tHens\n1801\t20\n1802\t30"
    entries = f"1. See the bill.\n2. The hens were these:\n\n{table}\n\nNone was sold.\n\n3. Ibid."
    text = f"{WOOL}\n\n{TOLL}\n\nNOTES\n\n{entries}"
    transcript = transcribed(text, *RULES)
    assert values(transcript, "note", "n") == ["1", "2", "3"]
    second = readings(transcript, "note")[1]
    assert second.startswith("2. The hens")
    assert second.endswith("None was sold.")
    assert readings(transcript, "p")[-2:] == ["2. The hens were these:", "None was sold."]


def test_numbers_out_of_sequence_stay_in_their_note():
    transcript = transcribed(f"{WOOL}\n\nNotes\n\n1. One.\n90 hens were counted.\n2. Two.", *RULES)
    assert values(transcript, "note", "n") == ["1", "2"]


def test_the_note_of_a_table_bears_the_sign_of_its_cell():
    text = f"{WOOL}\n\nYear\tHens\n1801\t20*\n1802\t30\n\n* Without the cock.\n\n* Not a note of it.\n\n{TOLL}"
    assert values(transcribed(text, *RULES), "note", "n")[0] == "*"
    assert values(transcribed(text.replace("20*", "20"), *RULES), "note", "n") == []


def test_markdown_footnotes():
    transcript = transcribed(f"{WOOL}[^7]\n\n[^7]: See the bill.\n", *RULES)
    assert readings(transcript, "note") == ["7. See the bill."]


def test_notes_at_the_foot_of_printed_pages():
    first = (
        "The hens slept badly.1 The keeper\nslept well,2 and nobody paid.\n\n1 The bill, p. 4.\n2 Ibid. p. 5.\n"
    )
    second = "Carters came by night\nand went by day.1\n\n1 As they said.\n"
    transcript = transcribed(first + "\f" + second, notes, layout="book")
    assert values(transcript, "note", "n") == ["1", "2", "1"]
    assert values(transcript, "note", "place") == ["foot"] * 3


def test_a_numbered_list_at_the_foot_of_a_page_is_no_note():
    text = (
        "The hens were sold for these reasons,\nwhich all can see:\n\n1. They slept badly.\n\fMore text\nhere.\n"
    )
    assert values(transcribed(text, notes, layout="book"), "note", "n") == []


def pages(*feet):
    """A book of pages, each with two lines of text above what stands at its foot."""
    return "\f".join(f"The carters came by night,\nand went by day.{n} So it was.\n\n{foot}\n" for n, foot in feet)


def test_numbers_that_run_on_survive_a_lost_note_and_a_list():
    listed = "1. The hens slept badly.\n2. The keeper woke."
    text = pages((1, "1\n  The bill."), (2, "2\n  Ibid."), ("", listed), (5, "5\n  A letter."), (1, "1\n  Anew."))
    assert values(transcribed(text, notes, layout="book"), "note", "n") == ["1", "2", "5", "1"]


def test_notes_run_together_and_a_first_number_misread_count_from_one():
    text = pages(
        (1, "1 Roe, i. 4. 2 Doe, p. 2."), (1, "1 Ibid."), (1, "2 Ibid. 2 Doe, p. 3."), (1, "1 Roe. ® Doe.")
    )
    found = [(note.get("n"), note.cert) for note in transcribed(text, notes, layout="book").of_kind("note")]
    sure, doubtful = ("1", "high"), ("2", "low")
    assert found == [sure, ("2", "high"), sure, ("1", "low"), ("2", "high"), sure, doubtful]


@pytest.mark.parametrize("entry", ["<sup>{}</sup> ", "{} ", "[{}] ", "{}. "])
@pytest.mark.parametrize("heading", ["Note", "Notes", "FOOTNOTES"])
def test_entries_may_be_raised_and_the_heading_in_the_singular(heading, entry):
    lines = [entry.format(n) + text for n, text in (("1", "See the bill."), ("2", "See the weir."))]
    transcript = transcribed("\n\n".join([WOOL, heading, *lines]), *RULES)
    assert values(transcript, "note", "n") == ["1", "2"]


def test_entries_may_begin_with_superscripts():
    transcript = transcribed(f"{WOOL}\n\nNotes\n\n¹ See the bill.\n²See the weir.", *RULES)
    assert values(transcript, "note", "n") == ["1", "2"]
