"""The levels of the headings of unwrapped text."""

from build_edition.rules import transcribe
from build_edition.source import Source
from tests.rules.desk import TOLL, WOOL, readings, values


def heads(*lines):
    transcript = transcribe(Source.from_text("\n\n".join(lines) + "\n"))
    read = [" ".join(text.split()) for text in readings(transcript, "head")]
    return list(zip(read, values(transcript, "head", "level"), strict=True))


def test_lines_drawn_under_headings_tell_levels_below_the_chapters_label():
    ford, toll = "CHAPTER I\n=========\n\nThe Ford\n========", "The Toll\n--------"
    assert heads(ford, WOOL, toll, TOLL, "### The Hens", WOOL) == [
        *(("CHAPTER I The Ford", 2), ("The Toll", 3), ("The Hens", 4))
    ]


def test_chapters_marked_as_a_title_is_stand_below_it():
    assert heads("# PART ONE", WOOL, "# CHAPTER I", TOLL, "## The Toll", WOOL) == [
        *(("PART ONE", 1), ("CHAPTER I", 2), ("The Toll", 3))
    ]
    assert heads("# The River", WOOL, "# The Ford", TOLL, "# The Toll", WOOL) == [
        *(("The River", 1), ("The Ford", 2), ("The Toll", 2))
    ]


def test_levels_that_labels_bear_out_stay():
    assert heads("# PART ONE", WOOL, "## CHAPTER I", TOLL, "### The Toll", WOOL) == [
        *(("PART ONE", 1), ("CHAPTER I", 2), ("The Toll", 3))
    ]


def test_front_and_back_matter_stand_beside_the_chapters():
    found = heads(
        *("Preface", WOOL, "PART ONE", "The Rise", "CHAPTER ONE", "The Ford", TOLL, "The Toll", WOOL),
        *("CHAPTER TWO", "The Weir", TOLL, "Chronology", "• 1801 The ford.", "• 1802 The toll."),
    )
    assert found == [
        *(("Preface", 2), ("PART ONE The Rise", 1), ("CHAPTER ONE The Ford", 2), ("The Toll", 3)),
        *(("CHAPTER TWO The Weir", 2), ("Chronology", 2)),
    ]


def test_the_notes_of_all_chapters_are_a_division_with_groups():
    notes = ("Chapter One: The Ford", "1. Roe, p. 4.", "2. Doe, p. 9.", "Chapter Two: The Weir", "1. Ibid.")
    chapters = ("CHAPTER ONE", "The Ford", f"{TOLL}1 {WOOL}2", "CHAPTER TWO", "The Weir", f"{WOOL}1")
    assert heads(*chapters, "Notes", *notes, "Bibliography", WOOL)[2:] == [
        *(("Notes", 2), ("Chapter One: The Ford", 3), ("Chapter Two: The Weir", 3), ("Bibliography", 2))
    ]


def test_a_break_in_a_tagged_heading_parts_label_and_title():
    transcript = transcribe(
        Source.from_text(f"<h2>CHAPTER I<br/>The Ford</h2>\n\n<p>{WOOL}</p>\n\n<p>{TOLL}</p>\n")
    )
    assert values(transcript, "head", "label") == ["CHAPTER I"]


def test_headings_all_marked_as_chapters_are_have_the_levels_of_their_words():
    found = heads("## CHAPTER I", "## The Ford", WOOL, "## The Toll", TOLL, "## Bibliography of Hens", WOOL)
    assert found == [("CHAPTER I The Ford", 2), ("The Toll", 3), ("Bibliography of Hens", 3)]
    assert heads("# The River", WOOL, "## The Ford", TOLL, "## The Toll", WOOL)[1:] == [
        *(("The Ford", 2), ("The Toll", 2))
    ]


def test_commands_tell_headings_and_levels():
    lines = (r"\chapter{The Ford}", WOOL, r"\subsection*{The Toll}", f"{TOLL}$^{{1}}$", r"\section*{Notes}")
    transcript = transcribe(Source.from_text("\n\n".join([*lines, "1. Roe, p. 4.", "2. Doe, p. 9."]) + "\n"))
    assert readings(transcript, "head") == ["The Ford", "The Toll", "Notes"]
    assert values(transcript, "head", "level") == [2, 3, 2]
    assert values(transcript, "note", "n") == ["1", "2"]
