"""Paragraphs and displayed quotations of unwrapped texts."""

import pytest

from build_edition.rules import emphasis, line_joins, loose_pages, paragraphs_unwrapped
from tests.rules.desk import TOLL, WOOL, readings, transcribed, values

RULES = (paragraphs_unwrapped, line_joins)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        (f"{WOOL} They were the sons", "of carters and slept late.", "sons of carters"),
        (f"{WOOL} They drove up to the", "Upper Mill and slept late.", "the Upper Mill"),
        (f"{WOOL} They lived in the neigh-", "bourhood of the mill.", "neighbourhood of"),
        (f"{WOOL} They drove on—", "The mill was shut.", "on—The mill"),
    ],
)
def test_a_paragraph_cut_by_a_page_is_one(before, after, joined):
    (text,) = readings(transcribed(f"{before}\n\n{after}", *RULES), "p")
    assert joined in text


@pytest.mark.parametrize("after", ["The mill was shut.", "the mill was shut."])
def test_a_finished_sentence_ends_its_paragraph(after):
    assert len(readings(transcribed(f"{WOOL} He said “so.”\n\n{after}", *RULES), "p")) == 2


def test_a_missing_stop_alone_joins_nothing():
    assert len(readings(transcribed(f"{WOOL[:-1]}\n\n{TOLL}", *RULES), "p")) == 2


def test_a_page_number_between_the_halves_is_no_part_of_the_sentence():
    texts = readings(transcribed(f"{WOOL} They drove up to the\n\n12\n\nupper mill and slept late.", *RULES), "p")
    assert texts == [f"{WOOL} They drove up to the", "12", "upper mill and slept late."]


def test_a_stray_stop_goes_after_a_sentence_and_ends_an_open_one():
    stray = transcribed(f"{WOOL}\n\n.\n\n{TOLL}", *RULES)
    assert readings(stray, "p") == [WOOL, TOLL]
    assert [(i.rule, i.cert) for i in stray.interventions] == [("stray-mark", "low")]
    assert len(readings(transcribed(f"{WOOL[:-1]}\n\n.\n\n{TOLL}", *RULES), "p")) == 2


def test_quoted_paragraphs_that_a_colon_introduces_are_displays():
    quotation = f"“{TOLL}” (The Weaver, p. 3.)"
    transcript = transcribed(f"{WOOL} As Roe says:\n\n{quotation}\n\n{WOOL}", *RULES)
    assert readings(transcript, "quote") == [quotation]
    assert len(readings(transcript, "p")) == 2


def test_speech_between_quotation_marks_is_a_paragraph():
    spoken = f"“{TOLL}” said the keeper, “and so I told them.”"
    transcript = transcribed(f"{WOOL} As Roe says:\n\n{spoken}", *RULES)
    assert readings(transcript, "quote") == []
    assert values(transcript, "p", "continues") == [None, None]


def test_quotations_that_mark_up_sets_off():
    text = f"{WOOL}\n\n> {TOLL}\n> {WOOL}\n\n{TOLL}\n\n<blockquote>{WOOL}</blockquote>"
    transcript = transcribed(text, emphasis, paragraphs_unwrapped)
    assert [len(quote.split("\n")) for quote in readings(transcript, "quote")] == [2, 1]
    assert ">" not in transcript.reading.text


def test_lists_of_bullets_numbers_and_tags():
    text = f"{WOOL}\n\n• eels\n• eggs\n\n1. one\n2. two\n\n{TOLL}\n\n<ul>\n<li>hens</li>\n<li>cocks</li>\n</ul>"
    transcript = transcribed(text, emphasis, paragraphs_unwrapped)
    assert readings(transcript, "item") == ["• eels", "• eggs", "1. one", "2. two", "hens", "cocks"]
    assert values(transcript, "list", "ordered") == [False, True, False]


def test_a_lone_bullet_dialogue_and_numbers_far_apart_are_no_list():
    text = f"{WOOL}\n\n• eels\n\n— Who is it?\n— A hen.\n\n1. {WOOL}\n\n{TOLL}\n\n2. {WOOL}"
    assert readings(transcribed(text, paragraphs_unwrapped), "list") == []


def test_at_the_top_of_a_page_a_sentence_goes_on_with_a_capital():
    pages = ("Plum Mill and slept.", TOLL, WOOL)
    text = f"{WOOL} They drove up from" + "".join(f"\n\n[Page {n}]\n\n{page}" for n, page in enumerate(pages, 2))
    texts = readings(transcribed(text, loose_pages, *RULES), "p")
    assert texts == [f"{WOOL} They drove up from Plum Mill and slept.", TOLL, WOOL]


@pytest.mark.parametrize("end", [".2", ".”2", ".[2]", "?[^2]"])
def test_a_sentence_has_ended_before_its_call(end):
    before = f"{WOOL[:-1]}{end}"
    assert readings(transcribed(f"{before}\n\nof {TOLL}", *RULES), "p") == [before, f"of {TOLL}"]


def test_what_mark_up_sets_off_neither_joins_the_text_nor_another_over_a_list():
    text = f"{WOOL} It says—\n\n> {TOLL}\n\n- eels\n\n- eggs\n\n> {WOOL}\n\n“{TOLL}” (Roe, p. 4)"
    transcript = transcribed(text, emphasis, paragraphs_unwrapped)
    assert readings(transcript, "quote") == [TOLL, WOOL]
    assert readings(transcript, "item") == ["- eels", "- eggs"]


def test_a_stanza_goes_on_with_the_sign_of_its_first_line():
    lines = [
        WOOL,
        "",
        "> The wheel goes round,",
        "The water falls,",
        "And on the ground",
        "The miller calls.",
        "",
        TOLL,
    ]
    transcript = transcribed("\n".join(lines), paragraphs_unwrapped)
    assert readings(transcript, "quote") == ["\n".join(lines[2:6])]


def test_a_paragraph_under_a_line_with_the_sign_is_none_of_it():
    lines = [WOOL, "", "> The wheel goes round.", f"{WOOL} {WOOL}", TOLL, "", TOLL]
    transcript = transcribed("\n".join(lines), paragraphs_unwrapped)
    assert readings(transcript, "quote") == ["> The wheel goes round."]
