"""Columns of the numbers of notes into which something else has come: heads of pages, and headings astray."""

from build_edition.rules import headings, note_calls, notes
from tests.rules.desk import TOLL, readings, transcribed, values

TOLD = "\n".join(TOLL[k : k + 62].strip() for k in range(0, len(TOLL), 62))
FIRST = "Notes\n\n1.\n2.\n\nRoe, Book of Tolls, p. 4.\nIbid. p. 9.\n"


class Paged:
    """What gives each page its number, and the first its running head, in place of the rules that find them."""

    @staticmethod
    def apply(draft):
        at, n = 0, 31
        while at < len(draft.text):
            draft.mark("pb", at, at, n=str(n))
            at, n = draft.text.find("\f", at) + 1 or len(draft.text), n + 1
        if draft.text.startswith("THE BOOK OF TOLLS"):
            draft.mark("fw", 0, len("THE BOOK OF TOLLS"), type="header")
            draft.intervene(0, len("THE BOOK OF TOLLS"), "", "forme-work")


def book(*pages, rules=(Paged, headings, notes)):
    return transcribed("\f".join(pages), *rules, layout="book")


def test_the_number_of_the_page_in_a_column_is_no_note_s():
    transcript = book(TOLD + "\n", FIRST, "3.\n4.\n\n33\n\nDoe, p. 12.\nThe bill of the carters.\n")
    assert values(transcript, "note", "n") == ["1", "2", "3", "4"]
    assert readings(transcript, "note")[2:] == ["3. Doe, p. 12.", "4. The bill of the carters."]
    assert [(mark.get("type"), mark.get("n")) for mark in transcript.of_kind("fw")] == [("pageNum", "33")]


def test_a_number_that_the_column_wants_is_a_note_s_though_its_page_has_it_too():
    column = "".join(f"{n}\n" for n in range(1, 34))
    bodies = "".join(f"Roe, Book of Tolls, p. {n}.\n" for n in range(1, 34))
    transcript = book(TOLD + "\n", TOLD + "\n", f"Notes\n\n{column}\n{bodies}")
    assert values(transcript, "note", "n") == [str(n) for n in range(1, 34)]
    assert not list(transcript.of_kind("fw"))


def test_a_running_head_below_a_column_begins_no_note():
    pages = (f"THE BOOK OF TOLLS\n\n{TOLD}\n", FIRST, "3.\n4.\n\nThe Book of Tolls\n\nDoe, p. 12.\nThe bill.\n")
    transcript = book(*pages, rules=(Paged, notes))
    assert readings(transcript, "note")[2:] == ["3. Doe, p. 12.", "4. The bill."]
    assert values(transcript, "fw", "type") == ["header", "header"]


class Headed:
    """Headings where the text has them, in place of the rule that would find them."""

    @staticmethod
    def apply(draft):
        for line in draft.ink_lines:
            if line.ink in ("Notes", "The Plain", "The Bridge"):
                draft.mark_lines("head", line, line, level=3)


def test_the_word_over_a_page_on_which_the_count_goes_on_is_its_running_head():
    transcript = book(
        TOLD + "\n", FIRST, "Notes\n\n3.\n4.\n\nDoe, p. 12.\nThe bill.\n", rules=(Paged, Headed, notes)
    )
    assert values(transcript, "note", "n") == ["1", "2", "3", "4"]
    assert readings(transcript, "note")[2:] == ["3. Doe, p. 12.", "4. The bill."]


def test_a_heading_may_stand_behind_the_notes_that_it_heads():
    astray = "1.\n\nDoe, p. 12.\nThe bill of the carters.\nIbid.\n\nThe Plain\n\n2.\n3.\n"
    pages = (TOLD + "\n", FIRST.replace("Notes\n", "Notes\n\nThe Bridge\n"), astray)
    transcript = book(*pages, rules=(Paged, Headed, notes))
    assert values(transcript, "note", "n") == ["1", "2", "1", "2", "3"]
    assert readings(transcript, "note")[-1] == "3. Ibid."


def test_a_page_may_begin_with_more_of_a_note_that_has_ended():
    rest = "It is lost, as the keeper of the hens says, and nobody sought it.\n3. Doe, p. 12.\n4. The bill.\n"
    transcript = book(TOLD + "\n", FIRST, rest, rules=(Paged, notes))
    assert [(mark.get("n"), mark.get("continues")) for mark in transcript.of_kind("note")][2:] == [
        (None, True),
        ("3", None),
        ("4", None),
    ]


def test_no_note_begins_within_a_quotation_or_with_an_ellipsis():
    for end, on in (
        ("‘Paid.", "To be weighed.’ Ibid. Annals of the Valley, for the winter, vol. 9."),
        ("Paid.", "… To be weighed. Annals of the Valley, for the winter, vol. 9."),
    ):
        wide = f"Roe, in the minutes of the winter before the last, says: {end}\n{on}\n"
        transcript = book(TOLD + "\n", f"Notes\n\n1.\n2.\n\n{wide}Ibid. p. 9.\n", rules=(Paged, notes))
        assert readings(transcript, "note")[1] == "2. Ibid. p. 9."


def test_of_lines_that_have_ended_the_shorter_is_rather_the_last_of_a_note():
    full = "Roe says so in the Book of Tolls, which the keeper of hens had.\n"
    less = "He was paid for it, as the bill of the carters shows.\n"
    transcript = book(TOLD + "\n", f"Notes\n\n1.\n2.\n\n{full}{less}Doe, p. 12.\n", rules=(Paged, notes))
    assert readings(transcript, "note")[1] == "2. Doe, p. 12."


def test_the_numbered_parts_of_a_chapter_behind_known_notes_are_none():
    told = 12 * f"{TOLD}\n"
    chapter = (
        f"Chapter Two\n\nThe Plain\n\nIt was wide,\nand it was\nwhite.\n1. The carters.\n{told}2. So it stood.\n"
    )
    transcript = book("Chapter One\n\n" + TOLD + "\n", FIRST, chapter, rules=(Paged, headings, notes, note_calls))
    assert values(transcript, "note", "n") == ["1", "2"]


def test_one_number_apart_on_top_of_a_page_is_that_of_the_note_that_is_due():
    transcript = book(TOLD + "\n", "Notes\n1. Roe, Book of Tolls, p. 4.\n2. Ibid. p. 9.\n", "3.\n\nDoe, p. 12.\n")
    assert [text.split() for text in readings(transcript, "note")[2:]] == [["3.", "Doe,", "p.", "12."]]
