"""Bodies of notes."""

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
