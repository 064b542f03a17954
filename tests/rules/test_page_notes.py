"""Notes at the feet of pages and their calls, as one constraint over a book."""

import pytest

from build_edition.assemble import assemble
from build_edition.rules import headings, note_calls, notes, paragraphs
from build_edition.rules.draft import Draft
from build_edition.rules.evidence.notes.foot_pages import pages_of
from build_edition.source import Source
from build_edition.work import Container
from tests.rules.desk import readings, transcribed, values

TEXT = (
    "The carters came by night over the bridge and paid no toll to",
    "anybody, so that the keeper of the hens went to bed before the",
    "sun had gone, and the old men who settled the price of cloth{}",
    "found nobody awake who could have told them what a bale cost{}",
    "in the plain, where the weavers of the lower mill were said to{}",
)
ON = "be asleep too, as the whole of the valley was by that hour."


def page(*calls, foot="", blank="\n"):
    """A page of five lines that runs on into the next, its calls and the notes at its foot."""
    calls = [*calls, "", "", ""]
    lines = [*TEXT[:2], *(line.format(call) for line, call in zip(TEXT[2:], calls, strict=False))]
    return "\n".join([ON, *lines]) + "\n" + (blank + foot + "\n" if foot else "")


def book(*pages):
    return transcribed("\f".join(pages), notes, note_calls, layout="book")


class Turn:
    """What marks the beginning of each page, in place of the rule that would find it."""

    @staticmethod
    def apply(draft):
        for line in draft.ink_lines:
            if line.ink == ON:
                draft.mark("pb", line.ink_start, line.ink_start)


def found(transcript, kind):
    return [(mark.get("n"), mark.cert) for mark in transcript.of_kind(kind)]


def test_notes_directly_under_the_text_are_proven_by_their_calls():
    transcript = book(
        page(",1", ".2", foot="  1 Roe, p. 4.\n  2 Doe, p. 9.", blank=""),
        page(",3", foot="  3 See the bill of the carters.", blank=""),
        page(),
        page(",4", ",5", foot="  4 Ibid.\n  5 11th May, in the book of tolls.", blank=""),
    )
    assert values(transcript, "note", "n") == ["1", "2", "3", "4", "5"]
    assert readings(transcript, "note")[-1] == "5 11th May, in the book of tolls."
    assert values(transcript, "ref", "n") == ["1", "2", "3", "4", "5"]


def test_a_number_that_begins_a_line_of_text_is_no_note():
    text = page(foot="  1 Roe, p. 4.").replace("sun had", "12 Hens had")
    transcript = book(page(",1", foot="  1 Roe, p. 4.", blank=""), text, page(",1", foot="  1 Doe, p. 5."))
    assert readings(transcript, "note") == ["1 Roe, p. 4.", "1 Roe, p. 4.", "1 Doe, p. 5."]


def test_numbers_may_begin_anew_within_a_page():
    transcript = book(
        page(",2", ",1", foot="2 Roe, p. 4.\n1 Doe, p. 9."),
        page(",1", foot="1 Roe."),
        page(",1", foot="1 Doe."),
    )
    assert values(transcript, "note", "n") == ["2", "1", "1", "1"]
    assert values(transcript, "ref", "n") == ["2", "1", "1", "1"]


def test_signs_call_notes_that_bear_them():
    transcript = book(
        page("*", foot="* The bill of the carters, as the keeper had it."),
        page("*", ",†", foot="* See the bill.\n† It is lost."),
        page(),
    )
    assert values(transcript, "note", "n") == ["*", "*", "†"]
    assert values(transcript, "ref", "n") == ["*", "*", "†"]


def test_a_note_that_runs_over_goes_on_at_the_foot_of_the_next_page():
    long = "1 The bill was paid by the carters of the plain, who had it from the old men of the bridge, and the"
    rest = (
        "weavers of the lower mill were never asked for it, though they had sold the cloth and had the bales\n"
        "counted twice before the fair."
    )
    transcript = book(page(",1", foot=long), page(",2", foot=f"{rest}\n2 Ibid."), page(",3", foot="3 Doe, p. 5."))
    marks = list(transcript.of_kind("note"))
    assert [(mark.get("n"), mark.get("continues")) for mark in marks] == [
        ("1", None), (None, True), ("2", None), ("3", None),
    ]  # fmt: skip
    assert readings(transcript, "note")[1] == rest


def test_misread_numbers_of_notes_are_counted_and_restored_with_low_certainty():
    feet = ["1 Roe, p. 4.\n2 Doe, p. 9.", "1 Ibid. p. 5. ® Ibid. p. 6.", "'Roe, p. 8.\n?Ibid. p. 7.\n3 Doe, p. 1."]
    transcript = book(*(page(foot=foot) for foot in feet), page())
    assert found(transcript, "note") == [
        ("1", "high"), ("2", "high"), ("1", "high"), ("2", "low"), ("1", "low"), ("2", "low"), ("3", "high"),
    ]  # fmt: skip
    assert readings(transcript, "note")[-3:] == ["1 Roe, p. 8.", "2 Ibid. p. 7.", "3 Doe, p. 1."]
    assert {i.cert for i in transcript.interventions} == {"low"}


def test_a_quotation_at_the_foot_of_a_page_is_no_note():
    quoted = (
        "“Nobody paid the toll after dark, for the keeper of the hens\nwas in bed,” as the old men used to say."
    )
    pages = [page(foot=f"{n % 2 + 1} Doe, p. {n}.\n® Ibid. p. 6.") for n in range(6)]
    transcript = book(*pages, page(foot=quoted), page())
    assert not any("toll" in note for note in readings(transcript, "note"))


def test_a_misread_call_is_restored_where_the_notes_of_its_page_prove_it():
    feet = [page(",1", foot="1 Roe, p. 4.") for _ in range(3)]
    transcript = book(*feet, page(",1", ",?", ",3", foot="1 Roe.\n2 Doe.\n3 Ibid."), page(",?", foot="1 Roe."))
    assert found(transcript, "ref")[3:] == [("1", "high"), ("2", "low"), ("3", "high"), ("1", "low")]
    assert "the price of cloth,1\n" in transcript.reading.text.rsplit("\f")[-1]


def test_a_lost_call_is_not_invented_and_punctuation_stays():
    feet = [page(",1", foot="1 Roe, p. 4.") for _ in range(3)]
    transcript = book(*feet, page("?", "! for they", foot="1 Roe.\n2 Doe."))
    assert values(transcript, "ref", "n") == ["1", "1", "1"]
    assert values(transcript, "note", "n")[-2:] == ["1", "2"]


def test_a_call_set_apart_is_told_by_its_note():
    transcript = book(page(" 1", foot="1 Roe, p. 4."), page(" 2", foot="2 Doe."), page(" 3", foot="3 Ibid."))
    assert values(transcript, "ref", "n") == ["1", "2", "3"]


def test_a_note_on_two_pages_is_one_in_the_work():
    long = "1 The bill was paid by the carters of the plain, who had it from the old men of the bridge, and the"
    rest = "weavers of the lower mill were never asked for it, though they had sold the cloth and bales\ncounted."
    transcript = book(page(",1", foot=long), page(foot=rest), page(",2", foot="2 Doe, p. 5."))
    blocks = [block for section in assemble(transcript).sections for block in section.blocks]
    first, second = [block for block in blocks if isinstance(block, Container)]
    assert (first.n, second.n) == ("1", "2")
    assert [paragraph.continues for paragraph in first.blocks] == [False, True]


def test_a_list_at_the_foot_of_a_page_is_no_notes():
    entries = "  1. In spring the toll was doubled.\n  2. In summer nobody paid.\n  3. In autumn it was forgotten."
    feet = [page(",1", foot="  1 Roe, p. 4."), page(",2", foot="  2 Doe.")]
    transcript = book(*feet, page().replace("by that hour.", "by then:") + "\nThis came in order:\n" + entries)
    assert values(transcript, "note", "n") == ["1", "2"]


def test_an_index_has_no_notes():
    entries = (
        "Kings, book of",
        "1 Kings iii. 2, p. 5",
        "2 Kings ii. 1, p. 7",
        "Roe, J., 12",
        "Sheep, 9",
        "Toll, 4",
    )
    feet = [page(",1", foot=f"1 Roe, p. {n}.") for n in range(4)]
    transcript = book(*feet, "\n\n".join(entries[3:] + entries))
    assert values(transcript, "note", "n") == ["1"] * 4


def test_what_stands_above_the_first_note_is_no_note():
    feet = [page(",1", foot="1 Roe, p. 4.\n® Doe, p. 9.") for _ in range(4)]
    transcript = book(*feet, page(",1", foot="“Nobody paid,” he wrote “for\n1 Roe, p. 5."))
    assert readings(transcript, "note")[-1] == "1 Roe, p. 5."


def test_the_number_of_a_book_is_part_of_its_citation():
    feet = [page(",1", ",2", foot="1 2 Kings ii. 17. 2 3 Esdras iii. 3.") for _ in range(3)]
    assert readings(book(*feet), "note")[:2] == ["1 2 Kings ii. 17.", "2 3 Esdras iii. 3."]


def test_a_note_without_a_number_is_told_by_the_text_that_goes_on_past_it():
    feet = [page(",1", foot="1 Roe, p. 4."), page(",1", foot="1 Doe.")]
    loose = page(foot="Part of the bill of the bridge.\n\nOf the carters nothing is known.")
    transcript = book(*feet, loose, page())
    assert found(transcript, "note")[2:] == [(None, "low"), (None, "low")]
    assert readings(transcript, "note")[2:] == [
        "Part of the bill of the bridge.",
        "Of the carters nothing is known.",
    ]


def test_a_displayed_line_at_the_foot_of_a_page_is_no_note_without_a_number():
    feet = [page(",1", foot="1 Roe, p. 4."), page(",1", foot="1 Doe.")]
    transcript = book(
        *feet, page(foot="      Part of the bill of the bridge."), page(foot="“Nobody paid it.”"), page()
    )
    assert values(transcript, "note", "n") == ["1", "1"]


def test_smaller_type_at_the_feet_alone_is_that_of_notes():
    small = (
        "who had it from the old men of the bridge, and they from the weavers of the lower mill, and these, it\n"
        "is said, from the keeper of the hens himself, who had counted every bale on every cart before it went\n"
        "over the river to the plain, and had never made a mistake in his life, as far as anybody could tell it.\n"
    )
    done = page().replace("were said to", "went home.")
    transcript = book(page(",1", foot="1 Roe, " + small), done + "\n" + small, done, page(",1", foot="1 Roe."))
    assert [(mark.get("n"), mark.get("continues")) for mark in transcript.of_kind("note")][:2] == [
        ("1", None), (None, None),
    ]  # fmt: skip


def test_a_note_on_two_pages_of_one_paragraph_is_one_in_the_work():
    long = "1 The bill was paid by the carters of the plain, who had it from the old men of the bridge, and the"
    rest = "weavers of the lower mill were never asked for it, though they had sold the cloth and bales\ncounted."
    pages = (page(",1", foot=long), page(foot=rest), page(",2", foot="2 Doe, p. 5."))
    draft = transcribed("\f".join(pages), notes, paragraphs, layout="book")
    blocks = [block for section in assemble(draft).sections for block in section.blocks]
    assert [block.n for block in blocks if isinstance(block, Container)] == ["1", "2"]


def test_the_rest_of_a_note_stands_below_the_widest_gap_of_its_page_and_a_display_above():
    long = "1 The bill was paid by the carters of the plain, who had it from the old men of the bridge, and the"
    rest = "weavers of the lower mill were never asked for it, though they had sold the cloth and bales\ncounted."
    shown = "and nobody who has come over the bridge by night shall pay the toll twice, nor shall any of the men\n"
    pages = (
        page(",1", foot=long),
        f"{page()}\n{3 * shown}\n\n{rest}\n",
        "go.\n" + page(",2", foot="2 Doe, p. 5."),
    )
    assert readings(book(*pages), "note")[1] == rest


def test_what_a_note_leaves_to_the_next_page_may_begin_with_a_capital():
    long = "1 The bill was paid by the carters of the plain, who had it from the old men of the bridge, and Messrs"
    rest = (
        "Roe and Doe of the lower mill were never asked for it, though they had sold the cloth, they said, and\n"
        "had the bales counted twice before the fair, which the keeper of the hens himself had never done in his\n"
        "life, so far as anybody could tell, for he slept; and the weavers had it from him that he was not to."
    )
    done = page().replace("were said to", "went home.")
    transcript = book(page(",1", foot=long), done + "\n" + rest + "\n", done, page(",2", foot="2 Doe, p. 5."))
    assert [(mark.get("n"), mark.get("continues")) for mark in transcript.of_kind("note")] == [
        ("1", None), (None, True), ("2", None),
    ]  # fmt: skip
    assert readings(transcript, "note")[1] == rest


@pytest.mark.parametrize("feed", ["\f", ""])
def test_pages_found_without_form_feeds_have_notes_too(feed):
    pages = [
        page(",1", ".2", foot="1 Roe, p. 4.\n2 Doe, p. 9."),
        page(",1", foot="1 See the bill of the carters."),
        page(),
        page(",1", ",2", foot="1 Ibid.\n2 11th May, in the book of tolls."),
    ]
    transcript = transcribed(feed.join(pages), Turn, notes, note_calls, layout="book")
    assert values(transcript, "note", "n") == ["1", "2", "1", "1", "2"]
    assert values(transcript, "ref", "n") == ["1", "2", "1", "1", "2"]


def test_where_no_page_is_known_none_has_a_foot():
    pages = [page(",1", foot="1 Roe, p. 4."), page(",1", foot="1 Doe, p. 5."), page(",1", foot="1 Ibid.")]
    assert not found(transcribed("".join(pages), notes, layout="book"), "note")


def test_one_page_alone_of_many_has_a_list_and_no_notes():
    foot = "1 Roe, who kept the bridge.\n2 Doe, who kept the hens."
    assert not found(book(*[page()] * 5, page(foot=foot), page()), "note")
    assert found(book(*[page()] * 5, page(",1", foot="1 Roe, p. 4."), page()), "note") == [("1", "high")]


def test_a_number_alone_on_its_line_begins_a_note():
    transcript = book(
        page(",1", ".2", foot="1\n  Roe, p. 4.\n2\n  Doe, p. 9."),
        page(",1", foot="1\n  See the bill of the carters."),
    )
    assert readings(transcript, "note")[0].split() == ["1", "Roe,", "p.", "4."]
    assert values(transcript, "note", "n") == ["1", "2", "1"]


def test_a_number_run_into_the_figures_of_its_note_is_known_by_its_call():
    transcript = book(
        page(",13", ".14", foot="13Roe, p. 4.\n1411th May, in the book of tolls."),
        page(",15", ".16", foot="151859.\n162 Kings, iv. 1."),
        page(",17", foot="17Doe, p. 9."),
    )
    assert values(transcript, "note", "n") == ["13", "14", "15", "16", "17"]
    assert values(transcript, "ref", "n") == ["13", "14", "15", "16", "17"]


def test_figures_that_begin_a_line_are_taken_apart_only_where_the_text_calls_a_part_of_them():
    dates = "1926 The toll was doubled.\n\n16th Fair\n\n1411th May"
    draft = Draft(Source.from_text(page(",14", foot=dates)), "book")
    openings = next(pages_of(draft)).openings
    assert [(this.n, this.form) for this in openings if this.form == "fused"] == [(14, "fused")]


def test_numbers_of_three_figures_may_stand_tight_before_a_note():
    pages = [page(f",{n}", f".{n + 1}", foot=f"{n}Roe, p. 4.\n{n + 1}Doe, p. 9.") for n in (97, 99, 101, 103)]
    assert values(book(*pages), "note", "n") == [str(n) for n in range(97, 105)]


def test_a_call_grown_to_a_word_is_found_where_another_note_has_its_call_elsewhere():
    transcript = book(
        page("3", ",4", foot="2 Roe.\n3 Doe.\n4 Ibid."), page(",5", foot="5 Roe."), page(",6", foot="6 Roe.")
    )
    assert values(transcript, "ref", "n") == ["3", "4", "5", "6"]


def test_a_quotation_that_its_line_announces_is_no_note_with_a_lost_number():
    quoted = "“Nobody paid the toll after dark, for the keeper of the hens was in bed, as the old"
    pages = [page(f",{n}", foot=f"{n}\n  Doe, p. {n}.") for n in range(1, 5)]
    announced = page().rstrip("\n").replace("in the plain, where", "in the plain:—\n\n" + quoted + "\nwhere")
    assert values(book(*pages, announced, page()), "note", "n") == ["1", "2", "3", "4"]


def test_numbers_grown_to_small_letters_begin_notes():
    transcript = book(
        page(",1", ".2", foot="1Roe, p. 4.\n2quoted by Doe, p. 9."),
        page(",3", ".4", foot="3p. 7.\n4as told by Roe, p. 3."),
        page(",5", ".6", foot="5Doe, p. 1.\n6see Roe."),
    )
    assert values(transcript, "note", "n") == ["1", "2", "3", "4", "5", "6"]


def test_figures_that_may_be_read_in_two_ways_begin_one_note():
    pages = [
        page(f".{n}", f".{n + 1}", foot=f"{n} Roe, Hens, p. 4.\n{n + 1} Writings of Doe, vol. 3, p. 97.")
        for n in range(98, 110, 2)
    ]
    last = page(".110", ".111", ".1", foot="110 Roe, Hens, 1920-24, p. 9.\n111 Writings of Doe, vol. 3, p. 97.")
    transcript = book(*pages, last)
    starts = [mark.start for mark in transcript.of_kind("note")]
    assert len(starts) == len(set(starts)) == 14


def test_a_note_may_go_on_overleaf_behind_a_colon():
    long = "1 The bill of the carters, as the keeper of the hens had it from the old men of the lower mill, is:"
    rest = (
        "“Nobody pays the toll after dark, whoever he be, and whatever the weavers of the upper mill say of\nit.”"
    )
    transcript = book(page(",1", foot=long), page(foot=rest), page(",2", foot="2 Doe, p. 5."))
    assert [mark.get("continues") for mark in transcript.of_kind("note")] == [None, True, None]


def test_a_quotation_behind_a_dash_and_a_blank_line_is_no_note():
    quoted = "“Nobody paid the toll after dark, for the keeper of the hens was in bed, as the old men of the mill"
    quoted = f"{quoted[:66]}\n{quoted[1:]}\n{quoted[1:]}"
    pages = [page(f",{n}", foot=f"{n}\n  Doe, p. {n}.") for n in range(1, 3)]
    announced = page().rstrip("\n").replace("said to", "say—") + "\n\n" + quoted + "\n"
    assert values(book(*pages, announced, page()), "note", "n") == ["1", "2"]


def test_the_number_above_the_last_note_of_a_page_is_no_chapter_s():
    pages = [page(f",{n}", foot=f"{n}\n\nThe bill of the carters.", blank="\n\n") for n in range(1, 5)]
    text = "\f".join(this.replace("said to", "go.") for this in pages)
    transcript = transcribed(text, Turn, headings, notes, layout="book")
    assert not list(transcript.of_kind("head"))
    assert values(transcript, "note", "n") == ["1", "2", "3", "4"]


def test_a_call_behind_an_initial_is_doubtful_and_known_by_its_note():
    pages = [
        page("1", foot="1 The bill, p. 4."),
        page("1", foot="1 The deed, p. 5."),
        page(foot="1 The miller, Mr. Wat."),
    ]
    pages[2] = pages[2].replace("the bridge", "W.1 and H.2", 1)
    calls = book(*pages).of_kind("ref")
    assert [(call.get("n"), call.cert) for call in calls] == [("1", "high"), ("1", "high"), ("1", "low")]
