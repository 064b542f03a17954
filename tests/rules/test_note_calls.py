"""Note calls as a sequence."""

import pytest

from build_edition.rules import emphasis, note_calls, notes, tables
from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.sequence import Candidate, best_chain
from build_edition.source import Source
from tests.rules.desk import TOLL, readings, transcribed, values


def book(text):
    return transcribed(text, note_calls, layout="book")


def test_digits_glued_to_words_stops_and_quotes_in_sequence():
    transcript = book("The mill burnt.1 It was “rebuilt”2 (badly)3 and sold;4 see p.5 of the bill.5")
    assert values(transcript, "ref", "n") == ["1", "2", "3", "4", "5"]
    assert readings(transcript, "ref") == ["1", "2", "3", "4", "5"]
    assert list(transcript.of_kind("ref"))[-1].end == len(transcript.source)


def test_calls_after_years_and_ratios_are_told_by_their_neighbours():
    text = (
        "It burnt.1 That was in 1820.2 By 1822–3,3 with 1,200 hens at 2.5 pence, one kept 5:3:1.4 Then it sank.5"
    )
    transcript = book(text)
    assert values(transcript, "ref", "n") == ["1", "2", "3", "4", "5"]
    assert [text[mark.start - 5 : mark.start] for mark in transcript.of_kind("ref")][1:4] == [
        "1820.",
        "22–3,",
        ":3:1.",
    ]


def test_the_sequence_starts_anew_and_survives_a_lost_call():
    text = "one.1 two.2 three.3 five.5 six.6 seven.7 eight.8\n\nfirst.1 second.2 third.3"
    assert values(book(text), "ref", "n") == ["1", "2", "3", "5", "6", "7", "8", "1", "2", "3"]


def test_an_extract_may_begin_in_mid_chapter():
    text = "".join(f"Hens were sold on the bridge.{n} " for n in range(6, 16)) + "Then came ducks.1 They swam.2 "
    assert values(book(text), "ref", "n") == [str(n) for n in [*range(6, 16), 1, 2]]


def test_numbers_that_lack_some_or_stand_later_are_no_such_beginning():
    gaps = "".join(f"Hens were sold on the bridge.{n} " for n in range(6, 26, 2))
    assert not values(book(gaps), "ref", "n")
    later = "".join(f"Hens were sold on the bridge.{n} " for n in [90, 70, 50, *range(6, 16)])
    assert not values(book(later), "ref", "n")


def test_numbers_without_a_sequence_are_no_calls():
    assert (
        values(book("In 1820.7 hens. The 8th hen, p.12, fig.3, 2.5 and 1,200 more, U2 and so.9"), "ref", "n") == []
    )


def test_a_misread_call_is_restored_only_where_it_alone_can_be_the_lost_one():
    words = " ".join(f"word.{n}" for n in range(1, 14))
    good = book(f"{words} in the R.I4 after word.15 word.16")
    assert values(good, "ref", "n") == [str(n) for n in range(1, 17)]
    assert "R.14 after" in good.reading.text
    assert {i.cert for i in good.interventions} == {"low"}
    both = book(f"{words} in the R.I4 and R.l4 after word.15 word.16")
    assert "14" not in values(both, "ref", "n")


@pytest.mark.parametrize("call", ["¹", "<sup>1</sup>", "[1]", "[^1]"])
def test_raised_and_bracketed_calls(call):
    transcript = transcribed(f"{TOLL}{call} And so.\n\nNOTES\n\n1. See the bill.", emphasis, notes, note_calls)
    assert readings(transcript, "ref") == ["1"]
    assert f"{TOLL}1 And so." in transcript.reading.text


def test_the_sign_of_a_cell_calls_its_note():
    text = "Year\tHens\n1801\t20*\n1802\t30\n\n* Without the cock."
    assert readings(transcribed(text, tables, notes, note_calls), "ref") == ["*"]


def test_the_best_chain_prefers_likely_calls():
    found = [Candidate(0, 1, 1, 10), Candidate(5, 6, 2, 1), Candidate(9, 10, 2, 10), Candidate(12, 13, 3, 10)]
    assert best_chain(found) == [found[0], found[2], found[3]]
    assert best_chain([]) == []


def test_a_call_with_nothing_between_it_and_a_year_is_told_by_the_sequence_alone():
    text = "It passed in 17841 to the monks.2 They sold it,3 and in 17992 eels were born.4"
    transcript = book(text)
    assert values(transcript, "ref", "n") == ["1", "2", "3", "4"]
    assert next(transcript.of_kind("ref")).start == text.index("17841") + 4
    assert values(book("In 17841 eels died.7 Then one.8"), "ref", "n") == []


def test_a_call_set_off_by_a_space_needs_the_sequence():
    assert values(book("one.1 two.2 three. 3 Then four.4 five.5"), "ref", "n") == ["1", "2", "3", "4", "5"]
    assert values(book("In the beginning. 1 Then light. 2 Then night. 3 Then eels. 4 And so."), "ref", "n") == []


def test_a_page_number_in_brackets_is_no_call():
    transcript = transcribed(
        f"[1]\n\n{TOLL}1 It rained.2\n\nNotes\n\n1 Roe, p. 4.\n2 Doe, p. 9.\n", notes, note_calls, layout="book"
    )
    assert values(transcript, "ref", "n") == ["1", "2"]
    assert [mark.start > 5 for mark in transcript.of_kind("ref")] == [True, True]


def test_tight_numbers_in_brackets_that_count_upward_are_calls_without_any_notes():
    transcript = book(
        "The mill burnt.[1] It was rebuilt[2] and,\nin 1820, sold by the carters.\n[3] Nobody knew.[4]"
    )
    assert values(transcript, "ref", "n") == ["1", "2", "3", "4"]
    assert "burnt.1 It was rebuilt2 and" in transcript.reading.text


def test_a_call_in_brackets_may_have_a_line_to_itself_under_its_own():
    transcript = book("The mill burnt.[1] It was rebuilt by the carters.\n[2]\n\nNobody knew.[3]\n\n[4]\n")
    assert values(transcript, "ref", "n") == ["1", "2", "3"]


def test_numbers_in_brackets_that_do_not_count_upward_are_no_calls():
    assert not values(book("As in Roe.[17] Others[4] and Doe[9] say so.[17] But see him.[3]"), "ref", "n")
    assert not values(book("the mill [41] and the\nweir [42] and the toll [43]"), "ref", "n")
    assert not values(book("one.[1] two.[2]\n\n[1] Roe, p. 4.\n[2] Doe, p. 9.\n"), "ref", "n")[2:]


def test_an_extract_may_begin_in_mid_chapter_and_go_on_with_the_next():
    text = "one.[4] two[5] three.[6] A new one.[1] And[2] so[3] on.[4]"
    assert values(book(text), "ref", "n") == ["4", "5", "6", "1", "2", "3", "4"]
    assert not values(book("one.[14] two[4] three.[9] A[1] new[7] one.[3]"), "ref", "n")


def test_an_extract_begins_with_the_calls_that_its_first_notes_want():
    text = "It burnt.4 It stood.5 So.\n\nNotes\n\n5. Roe, p. 4.\n\nIt sank.1 So.\n\nNotes\n\n1. Doe, p. 9.\n"
    assert values(transcribed(text, notes, note_calls, layout="book"), "ref", "n") == ["4", "5", "1"]


def test_a_call_that_the_others_in_brackets_leave_out_is_found_by_its_note():
    pages = [f"{TOLL}[1] It rained,2 and so.\n\n2 Roe, p. 4.\n", f"{TOLL}3 It did.\n\n3 Doe, p. 9.\n", TOLL]
    transcript = transcribed("\f".join(pages), notes, note_calls, layout="book")
    assert values(transcript, "ref", "n") == ["1", "2", "3"]


def test_two_calls_are_enough_where_they_count_from_one_but_are_doubtful():
    transcript = book("The mill burnt.1 Nobody knew why.2 So it stood.")
    assert [(mark.get("n"), mark.cert) for mark in transcript.of_kind("ref")] == [("1", "low"), ("2", "low")]
    assert not values(book("The mill burnt.1 So it stood."), "ref", "n")


def test_a_chapter_may_have_one_call():
    text = "one.1 two.2 three.3\n\nCHAPTER II\n\nfirst.1 And no more.\n\nCHAPTER III\n\nonce (1957)1"
    draft = Draft(Source.from_text(text), "book")
    for start in (text.index("CHAPTER II\n"), text.index("CHAPTER III")):
        draft.mark("head", start, text.index("\n", start), level=2)
    note_calls.apply(draft)
    assert values(draft.freeze(), "ref", "n") == ["1", "2", "3", "1", "1"]


def test_a_number_that_no_note_behind_the_chapter_bears_is_no_call():
    text = "It burnt.1 Then[P2 it was.\n\nNotes\n\n1. Roe, p. 4.\n\nIt stood.1 So.\n\nNotes\n\n1. Doe, p. 9.\n"
    assert values(transcribed(text, notes, note_calls, layout="book"), "ref", "n") == ["1", "1"]


def test_the_one_number_set_apart_that_lacks_is_the_call_of_its_note():
    text = "one.1 two.2 the weir 3 (of the mill) was sold.4 five.5\n\nNotes\n\n" + "".join(
        f"{n}. Roe, p. {n}.\n" for n in range(1, 6)
    )
    transcript = transcribed(text, notes, note_calls, layout="book")
    assert [(mark.get("n"), mark.cert) for mark in transcript.of_kind("ref")][2] == ("3", "low")
    assert len(values(transcript, "ref", "n")) == 5


def test_calls_that_a_space_sets_off_from_a_stop_and_a_closing_quote():
    text = "so “one.”1 and “two.”2 and “three.” 3\nThen “four”. 4 Then “five”. 5 (sic) six.6 seven.7"
    assert values(book(text), "ref", "n") == [str(n) for n in range(1, 8)]


@pytest.mark.parametrize(
    "text", ["section B.2 of it.", "Chapter A.2.3 tells.", 'the keeper asked: "2 hens" came.']
)
def test_numbers_of_sections_and_quotations_are_no_calls(text):
    pages = "\f".join(f"The carters came by night.{n} So it was.\n\n{n} Roe, p. {n}.\n" for n in (1, 3, 4))
    before = f"The hens slept badly, as {text} So it was.\n\n2 Doe, p. 2.\n"
    transcript = transcribed(pages.replace("\f", f"\f{before}\f", 1), notes, note_calls, layout="book")
    assert "2" not in values(transcript, "ref", "n")


def test_a_number_behind_a_misread_quotation_mark_is_the_call_of_its_note():
    pages = [
        f"The carters came by “night.{q}{n}\n\nSo it was.\n\n{n} Roe, p. {n}.\n"
        for n, q in ((1, "”"), (2, " “"), (3, "”"))
    ]
    transcript = transcribed("\f".join(pages), notes, note_calls, layout="book")
    assert [(m.get("n"), m.cert) for m in transcript.of_kind("ref")] == [
        ("1", "high"),
        ("2", "low"),
        ("3", "high"),
    ]


def test_a_call_in_brackets_with_what_it_follows_is_found_where_a_note_wants_it():
    text = "The mill burnt,1 and they [wrote of it. 2]\nNobody knew.3\n\n1 Roe.\n2 Doe.\n3 Ibid.\n"
    transcript = transcribed(f"{text}\f{text}", notes, note_calls, layout="book")
    assert values(transcript, "ref", "n") == ["1", "2", "3"] * 2


def test_a_call_whose_note_stands_overleaf_is_one_where_nothing_else_calls_it():
    lines = ["The carters came by night over the bridge and paid no toll, as"] * 5
    pages = [
        "\n".join([*lines, f"the weavers said.{n} They slept.{n + 1}", "", f"{n} Roe.", f"{n + 1} Doe."])
        for n in range(1, 13, 2)
    ]
    pages[2] = pages[2].replace("\n6 Doe.", "")
    pages[3] = pages[3].replace("\n7 Roe.", "\n6 Doe.\n7 Roe.")
    transcript = transcribed("\n\f".join(pages), notes, note_calls, layout="book")
    assert values(transcript, "ref", "n") == [str(n) for n in range(1, 13)]
