"""Notes at the feet of scanned pages, whose numbers OCR misread: where they begin, and how they are counted."""

import pytest

from build_edition.rules import note_calls, notes
from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.foot_numbers import likeness
from build_edition.rules.evidence.notes.foot_pages import pages_of
from build_edition.rules.evidence.notes.stray_signs import stray_signs, sure_strays
from build_edition.source import Source
from tests.rules.desk import readings, transcribed, values
from tests.rules.scanned_page import page


def book(*pages):
    return transcribed("\f".join(pages), notes, note_calls, layout="book")


def numbers(transcript):
    return values(transcript, "note", "n")


ON = (
    page(".’", ".*", foot=("‘Roe, p. 4.", "“Doe, p. 9.")),
    page(".”", foot=("“Part of the book of tolls, p. 7.",)),
    page(".’", ".*", foot=("“Ibid. p. 8.", "*See the bill.")),
    page(".”", ".°", foot=("“Doe, p. 12.", "“Roe, p. 14.")),
    page(".”", ".*", ".”", foot=("“Ibid. p. 15.", "“Bill, p. 3.", "“Ibid. p. 4.")),
    page(".”", ".*", foot=("“Roe, p. 17.", "“Ibid. p. 19.")),
)


def test_notes_that_count_on_are_told_by_signs_of_two_strokes():
    transcript = book(*ON)
    assert numbers(transcript) == [str(n) for n in range(1, 13)]
    assert {mark.cert for mark in transcript.of_kind("note")} == {"low"}
    assert readings(transcript, "note")[2] == "3 Part of the book of tolls, p. 7."


def test_notes_that_count_anew_are_told_by_signs_of_one_stroke():
    transcript = book(
        page(".!", ".?", foot=("'Roe, p. 4.", "?Doe, p. 9.")),
        page(".!", foot=("‘See the book of tolls, p. 7.",)),
        page(".!", ".?", foot=("'Ibid. p. 8.", "“Bill, p. 2.")),
        page(".!", foot=("‘Doe, p. 12.",)),
        page(".!", ".?", foot=("'Ibid. p. 15.", "?Roe, p. 16.")),
    )
    assert numbers(transcript) == ["1", "2", "1", "1", "2", "1", "1", "2"]


def test_a_number_that_is_read_stands_fast():
    transcript = book(*ON[:4], page(".8", foot=("8 Roe, p. 16.",)), *ON[4:])
    assert numbers(transcript)[7] == "8"
    assert [mark.cert for mark in transcript.of_kind("note")][7] == "high"


def test_a_note_whose_number_is_lost_is_told_by_what_stands_about_it():
    feet = (("“Doe, p. 12.", "", "Acta, p. 8.", "“Roe, p. 14."), ("Bill of the bridge, p. 4.", "“Roe, p. 6."))
    transcript = book(*ON[:3], *(page(".”", ".*", ".°", foot=foot) for foot in feet), *ON[3:])
    found = readings(transcript, "note")
    assert {"Acta, p. 8.", "Bill of the bridge, p. 4."} <= set(found)
    assert numbers(transcript) == [str(n) for n in range(1, len(found) + 1)]


def test_what_is_left_of_a_note_above_others_has_no_number_of_its_own():
    long = (
        "“Part of the book of tolls, which the carters of the plain never saw, and nobody had ever shown it at",
        "all, though they had asked for it in the spring of every year that they could well remember, and in the",
    )
    rest = ("Weavers’ Hall too, as the old men of the bridge have told it to the keeper of the hens, and his.",)
    transcript = book(*ON, page(".”", foot=long), page(".*", foot=(*rest, "“Doe, p. 2.")), ON[-1])
    marks = [mark for mark in transcript.of_kind("note") if mark.get("continues")]
    assert [transcript.reading.slice(mark.start, mark.end) for mark in marks] == [rest[0]]
    assert numbers(transcript)[-5:] == ["13", None, "14", "15", "16"]


def test_calls_of_pages_without_notes_are_passed_over_where_others_are_answered():
    transcript = book(ON[0], ON[2], page(".*"), ON[3], ON[4])
    assert numbers(transcript) == ["1", "2", "3", "4", "6", "7", "8", "9", "10"]
    astray = book(ON[0], page(".*", ".*", ".*", foot=("“Roe, p. 2.",)), page(".*"), ON[3], ON[4])
    assert numbers(astray) == [str(n) for n in range(1, 9)]


QUOTED = (
    "“The carters of the plain have never paid for the bridge, nor did the old men who live there ask it",
    "of them, as the weavers of the upper valley and of the lower mill, and the monks, have said to us.",
)


def test_quotations_at_feet_are_no_misread_notes_where_notes_are_well_read_in_sections():
    section = "Notes\n\n" + "".join(f"{n}. Roe, Book of Tolls, p. {n + 4}.\n" for n in range(1, 6))
    pages = [page(foot=QUOTED), page(), page(foot=QUOTED), page(), page(), page(foot=QUOTED)]
    assert numbers(book(*pages)) == ["1", "2", "3"]
    assert numbers(book(*pages, section)) == ["1", "2", "3", "4", "5"]
    signed = [page(".*", foot=(f"* {note}",)) for note in ("Ibid. p. 9.", "Doe.", "See the bill.")]
    assert numbers(book(*signed, page(), section)) == ["*", "*", "*", "1", "2", "3", "4", "5"]


class Chapters:
    """What marks the headings of chapters, in place of the rule that would find them."""

    @staticmethod
    def apply(draft):
        for line in draft.ink_lines:
            if line.ink.startswith("CHAPTER"):
                draft.mark_lines("head", line, line, level=1)


def test_notes_count_anew_with_the_chapter():
    text = "\f".join(("CHAPTER ONE\n\n" + ON[0], *ON[1:], "CHAPTER TWO\n\n" + ON[0], *ON[1:]))
    transcript = transcribed(text, Chapters, notes, layout="book")
    assert numbers(transcript) == [str(n) for n in (*range(1, 13), *range(1, 13))]


def test_a_sign_between_two_citations_begins_a_note_within_the_line():
    transcript = book(
        *ON[:3], page(".”", ".*", ".°", foot=("“Doe, p. 12. ® Ibid. p. 13. # Bill, p. 14.",)), *ON[3:]
    )
    assert readings(transcript, "note")[5:8] == ["6 Doe, p. 12.", "7 Ibid. p. 13.", "8 Bill, p. 14."]


@pytest.mark.parametrize(
    "lines",
    [
        ("“Who pays?” they asked, and nobody said a word.", "“Nobody,” said the keeper of the hens."),
        ("“The mill is sold,” he wrote to them from the plain, “and so is the",),
        ("The old men went home.",),
        ("1. In spring the toll was doubled.", "2. In summer nobody paid."),
    ],
)
def test_speech_and_lists_at_the_foot_of_a_page_are_no_notes(lines):
    ended = page().replace("were said to", "went home.")
    assert not numbers(book(*[ended + "\n" + "\n".join(lines) + "\n"] * 6))
    noted = book(*ON, ended + "\n" + "\n".join(lines) + "\n", ON[0])
    assert len(numbers(noted)) == 14


def test_a_quotation_that_a_colon_leads_on_to_is_no_note():
    quoted = (
        "“The mill is sold, and so is the bridge; and the carters of the plain, who never paid a toll to us, are"
    )
    announced = page().replace("were said to", "wrote thus:—") + "\n" + quoted + "\n"
    assert len(numbers(book(*ON, announced, ON[0]))) == 14


def test_an_index_has_no_notes_in_a_book_of_misread_numbers():
    entries = "\n\n".join(("Kings, book of, 4", "“Roe, J., 12", "*Sheep, 9, 10", "“Toll, 4, 7", "Weavers, 3"))
    assert len(numbers(book(*ON, *[entries] * 4))) == 12


def test_calls_that_no_punctuation_explains_are_restored_low_and_others_left_alone():
    transcript = book(*ON[:2], page(".*", ".°", foot=("“Ibid. p. 8.", "“Doe, p. 2.")), *ON[3:])
    calls = [(mark.get("n"), mark.cert) for mark in transcript.of_kind("ref")]
    assert {("4", "low"), ("5", "low")} <= set(calls)
    assert "cloth.”" in transcript.reading.text


def test_signs_that_nothing_explains():
    text = (
        "The mill burnt.* “It was,” he said.’ Oh! but the carters° came; “who?” asked the weavers’ boys. So.” Yes."
    )
    assert [text[start:end] for start, end in sure_strays(text, 0, len(text))] == ["*", "°"]
    assert [text[start:end] for start, end in stray_signs(text, 0, len(text))] == ["*", "’", "!", "°", "”"]


def test_what_a_misread_figure_is_likely_to_have_been():
    assert likeness("‘", 1) > likeness("‘", 12)
    assert likeness("“", 12) > likeness("“", 1)
    assert likeness("?", 2) > likeness("?", 1)
    assert likeness("", 3) == 0
    assert likeness("4", 4) > likeness("9", 4) > likeness("2", 4)


def test_figures_that_are_part_of_a_number_are_likelier_than_others():
    assert likeness("3", 33) > likeness("4", 33)


def test_signs_behind_quotation_marks_are_calls_where_a_page_has_just_as_many_notes():
    def calls(*signs):
        transcript = book(*ON[:2], page(*signs, foot=("“Ibid. p. 8.", "“Doe, p. 2.")), *ON[3:])
        where = transcript.source.text.index("\f", transcript.source.text.index("\f") + 1)
        after = transcript.source.text.index("\f", where + 1)
        return [(m.get("n"), m.cert) for m in transcript.of_kind("ref") if where < m.start < after]

    assert calls("”'*", "”“°") == [("4", "low"), ("5", "low")]
    assert calls("”'7", "”“°") == []  # the figure is another's
    assert calls("”?", "”“°") == []  # a question


def test_a_brace_that_closes_a_bracket_is_no_call():
    text = "the mill [of the carters} was sold, and so} was the bridge"
    assert [text[start:end] for start, end in sure_strays(text, 0, len(text))] == ["}"]


def test_a_note_without_a_number_begins_below_what_is_left_of_that():
    feet = {
        "3 .": "See the book of tolls, which the old men keep in the tower of the bridge and show to nobody.",
        "": "Part of the book of the weavers, as the keeper of the hens has read it to the carters of the plain.",
    }
    pages = [page("1", "2", foot=("1 Roe, p. 4.", "2 Doe, p. 9.")), page("1", foot=("1 Ibid. p. 8.",))]
    pages += [page(foot=tuple(filter(None, this))) for this in feet.items()]
    transcript = book(*pages, ON[0].replace("‘", "1 ").replace("“", "2 "))
    assert set(feet.values()) <= set(readings(transcript, "note"))


def test_two_signs_alone_do_not_make_the_count_begin_anew_under_a_heading():
    heading = "THE TOLL OF THE BRIDGE"
    under = page(foot=("!Doe, p. 9.", "?Doe, p. 9.")).replace("anybody", f"\n{heading}\n\nanybody")
    plain = page(foot=("“Roe, p. 4.", "“Doe, p. 5."))
    draft = Draft(Source.from_text("\f".join((plain, plain, under, plain, plain))), "book")
    start = draft.text.index(heading)
    draft.mark("head", start, start + len(heading), level="2")
    notes.apply(draft)
    assert [mark.get("n") for mark in draft.marks("note")] == [str(n) for n in range(1, 11)]


SMALL = (
    "Part of the book of tolls, which the carters of the plain never saw, and nobody had ever shown it to",
    "them all, though they had asked for it in the spring of every year that they could well remember, in",
    "the Weavers’ Hall, where the old men of the bridge have told it to the keeper of the hens and to his",
    "son.",
)


def test_a_note_in_small_type_needs_no_number_and_what_is_left_of_a_rule_above_it_is_none():
    transcript = book(page(foot=SMALL), page(), page(foot=("{ : . ; .", *SMALL)), page(), page(foot=SMALL))
    assert [text.count("Part of") for text in readings(transcript, "note")] == [1, 1, 1]
    assert not any("{ :" in text for text in readings(transcript, "note"))


def test_a_page_number_misread_below_the_notes_begins_none():
    pages = [
        f"{this.rstrip()}\n\n{speck}\n"
        for this, speck in zip(ON, ("Od", "“I", "=I", "It", "i]", "We"), strict=True)
    ]
    assert numbers(book(*pages)) == [str(n) for n in range(1, 13)]


PLAIN = ("‘Roe, who kept the toll.", "“Doe, his son, a weaver.", "*Poe, who sold the mill.") * 2


def test_the_name_of_who_wrote_a_note_stands_below_it_and_is_none():
    pages = [page(".!", foot=(foot, "", "—Ed.")) for foot in PLAIN]
    assert all(text.endswith("—Ed.") for text in readings(book(*pages), "note"))


def test_a_quotation_mark_that_opens_no_paragraph_elsewhere_is_a_figure_misread():
    pages = [page(".!", foot=(foot,)) for foot in PLAIN]
    ended = page().replace("were said to", "went home.") + "\n“Moe died in the year of the flood.\n"
    after = page(".!", foot=PLAIN[:1]).replace("be asleep", "The weavers were", 1)
    assert "Moe died" in " ".join(readings(book(*pages, ended, after), "note"))


def test_where_hardly_a_page_has_two_notes_their_count_runs_on():
    signs = "‘‘“‘*‘"
    feet = [f"{sign}{foot[1:]}" for sign, foot in zip(signs, PLAIN, strict=True)]
    assert numbers(book(*(page(foot=(foot,)) for foot in feet))) == [str(n) for n in range(1, 7)]


def test_one_figure_among_signs_is_doubted_unless_the_text_calls_it():
    def certainty(call):
        transcript = book(*ON[:4], page(call, foot=("8 Roe, p. 16.",)), *ON[4:])
        return [mark.cert for mark in transcript.of_kind("note")][7]

    assert certainty(".8") == "high"
    assert certainty(".”") == "low"


def test_the_measure_of_a_book_full_of_displays_is_that_of_its_text():
    narrow = [line[:54].rsplit(" ", 1)[0] for line in page().splitlines()]
    displays = "\n".join(narrow * 4)
    pages = [page() + "\n" + displays + "\n" for _ in range(6)]
    draft = Draft(Source.from_text("\f".join(pages), "x"), "book")
    widths = [round(this.width(0), 1) for this in pages_of(draft)]
    assert widths == [1.0] * 6


def test_the_pronoun_that_ocr_reads_as_a_figure_is_no_call():
    transcript = book(page(", and 1 saw", foot=("‘Roe, p. 4.",)), *ON[1:])
    assert not any(mark.start < 400 for mark in transcript.of_kind("ref"))


def test_a_year_within_a_note_begins_none():
    note = (
        "“Part of the book of tolls that the weavers of the plain bought (Roe",
        "1906). The old men keep it, p. 7.",
    )
    transcript = book(*ON[:2], page(".”", foot=note), *ON[3:])
    assert len(numbers(transcript)) == 11
