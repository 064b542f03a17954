"""What a web page or a library sets about a text: names of sections, comments, asides of transcribers."""

import pytest

from build_edition.rules import transcribe
from build_edition.source import Source
from tests.rules.desk import TOLL, WOOL, readings, values
from tests.rules.test_wrapped_markup import wrapped


def page(*lines):
    return transcribe(Source.from_text("\n\n".join(lines) + "\n"))


MENU = "Home | Archive | Sign in"


def test_the_name_of_a_section_and_of_the_site_above_it_go_with_low_certainty():
    transcript = page(MENU, "The Valley Review", "ESSAY", "The Last Ferry", "By Jane Roe", WOOL, TOLL)
    assert readings(transcript, "head") == ["The Last Ferry"]
    assert readings(transcript, "byline") == ["By Jane Roe"]
    assert [i.cert for i in transcript.interventions if i.rule == "site-furniture"] == ["high", "low", "low"]


def test_a_title_of_one_word_stays_where_the_page_has_no_furniture():
    assert readings(page("History", "The Last Ferry", "By Jane Roe", WOOL, TOLL), "fw") == []


def test_a_short_title_is_no_name_because_a_menu_has_its_letters():
    assert readings(page(MENU, "Arch", "The Stones of It", WOOL, TOLL), "head")[0] == "Arch"


def test_comments_of_readers_go_to_the_end_of_the_page():
    comments = (
        "2 comments",
        "John Doe says:",
        "3 May 2021 at 9.12",
        WOOL,
        "Reply",
        "Ann Poe says:",
        TOLL,
        "Reply",
    )
    transcript = page("The Last Ferry", WOOL, TOLL, WOOL, TOLL, *comments)
    assert readings(transcript, "p") == [WOOL, TOLL, WOOL, TOLL]
    assert transcript.reading.text.split() == f"The Last Ferry {WOOL} {TOLL} {WOOL} {TOLL}".split()


def test_a_chapter_on_comments_stays():
    transcript = page("The Last Ferry", WOOL, TOLL, WOOL, "Comments", WOOL, TOLL)
    assert readings(transcript, "fw") == []


def library(*blocks):
    rest = [wrapped(f"{WOOL} {TOLL}")] * 4
    return page(*blocks[:-1], *rest, blocks[-1])


START, END = "*** START OF THE SHELF EBOOK THE FORD ***", "*** END OF THE SHELF EBOOK THE FORD ***"


def test_the_limits_of_a_library_may_run_over_two_lines():
    transcript = library("The Ford", START.replace(" THE FORD ***", "\nTHE FORD ***"), WOOL[:60], END)
    assert transcript.reading.text.lstrip().startswith(WOOL[:60])


def test_who_made_the_copy_and_what_the_transcriber_notes_are_notes_on_the_source():
    own = "TRANSCRIBER'S NOTE:\n\nErrors of the printer have been mended."
    transcript = library(START, "Produced by A. Reader and\nthe Valley Team", f"{own}\n\n{END}")
    assert [" ".join(text.split()) for text in readings(transcript, "note")] == [
        "Produced by A. Reader and the Valley Team",
        "TRANSCRIBER’S NOTE: Errors of the printer have been mended.",
    ]
    assert values(transcript, "note", "type") == ["source", "source"]


@pytest.mark.parametrize(
    ("block", "kind", "attrs"),
    [
        ("[Illustration: The ford\nin flood]", "figure", {}),
        ("[Illustration]", "figure", {}),
        ("[Sidenote: The toll]", "note", {"place": "margin"}),
        ("[Transcriber's Note: The page is torn.]", "note", {"type": "source"}),
    ],
)
def test_what_transcribers_set_in_brackets(block, kind, attrs):
    transcript = page(*[wrapped(f"{WOOL} {TOLL}")] * 2, block, wrapped(f"{TOLL} {WOOL}"))
    (mark,) = transcript.of_kind(kind)
    assert transcript.source.text[mark.start : mark.end] == block
    assert dict(mark.attrs) == attrs


def test_words_in_brackets_that_no_bracket_shuts_are_prose():
    transcript = page(WOOL, f"[Illustration of this is the ford. {TOLL}", TOLL)
    assert readings(transcript, "figure") == []
