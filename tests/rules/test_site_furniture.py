"""Site furniture goes; notes on source, author and rights stay."""

import pytest

from build_edition.rules import site_furniture
from tests.rules.desk import TOLL, WOOL, readings, transcribed, values


def web(*lines):
    return transcribed("\n\n".join(lines), site_furniture, layout="web")


def test_paywall_lines_and_the_bullets_after_them_are_deleted():
    tail = "Subscribe to Valley Affairs today.\n\n • Unlimited access to the attic\n • A mug\n • More By Jane Roe"
    transcript = web(WOOL, TOLL, tail)
    assert transcript.reading.text.strip() == f"{WOOL}\n\n{TOLL}"
    assert values(transcript, "fw", "type") == ["site"] * 4


def test_a_contributor_among_the_furniture_is_kept_without_its_bullet():
    transcript = web(
        WOOL, "Subscribe Now\n • JANE ROE, of the Weavers’ College; author of “Warp”\n • More By Jane Roe"
    )
    assert readings(transcript, "note") == ["JANE ROE, of the Weavers’ College; author of “Warp”"]
    assert values(transcript, "note", "type") == ["author"]
    assert "More By" not in transcript.reading.text


def test_words_that_a_text_may_use_count_only_at_its_edges():
    middle = web(WOOL, "Home", TOLL)
    assert list(middle.of_kind("fw")) == []
    assert values(web("Home", WOOL, TOLL, "Share"), "fw", "type") == ["site", "site"]


def test_source_archive_header_rights_and_date_are_marked():
    transcript = web(
        "Jane Roe 1911", "Source: The Valley Times, May 1911.", WOOL, TOLL, "May 1911",
        "WORLD COPYRIGHT RESERVED\nBY JANE ROE",
    )  # fmt: skip
    assert values(transcript, "note", "type") == ["source", "rights"]
    assert values(transcript, "byline", "when") == ["1911"]
    assert readings(transcript, "dateline") == ["May 1911"]
    assert transcript.interventions == ()


def test_a_book_has_no_site_furniture():
    text = f"Subscribe Now\n\n{WOOL}"
    assert transcribed(text, site_furniture, layout="book").marks == ()


def test_menus_the_name_of_the_site_and_what_stands_between_furniture():
    top = (
        "Skip to content\nThe Valley Review\nHome / Essays / Archive\nOf Mills\nBy Jane Roe\nShare: Email | Print"
    )
    rights = "© 1999 The Valley Review\nPrivacy · Terms of use · Contact"
    tail = f"Related articles\nOld mills and new\n3 comments\n{rights}"
    transcript = web(f"{top}\n\n{WOOL}\n\n{TOLL}\n\n“It stopped,” she said.\n\n{tail}")
    left = [line for line in transcript.reading.text.splitlines() if line]
    assert left == ["Of Mills", "By Jane Roe", WOOL, TOLL, "“It stopped,” she said.", "© 1999 The Valley Review"]
    assert values(transcript, "note", "type") == ["rights"]


def test_a_title_between_furniture_stays():
    transcript = web(f"Sign in\nOf Mills\nShare this article\n\n{WOOL}\n\n{TOLL}")
    assert transcript.reading.text.split("\n")[1] == "Of Mills"


def test_notes_and_speech_below_the_text_are_not_swept_away():
    tail = "Back to top\n\nNotes\n\n1. See the bill.\n\n‘Never again’\n\nPrivacy policy"
    transcript = web(WOOL, TOLL, tail)
    assert values(transcript, "fw", "type") == ["site", "site"]
    assert "1. See the bill." in transcript.reading.text


def test_a_date_under_the_title_is_a_dateline():
    assert readings(web("Of Mills", "12 March 1961", WOOL, TOLL), "dateline") == ["12 March 1961"]


def test_a_page_may_interrupt_its_text():
    letter = (
        "Sign up for our newsletter\nGet the best of The Valley Review in your inbox.\nEnter your email address"
    )
    transcript = web(
        "Home | Archive", WOOL, "Advertisement", TOLL, letter, WOOL, "Read more: The Eel and the Law", TOLL
    )
    assert transcript.reading.text.split() == f"{WOOL} {TOLL} {WOOL} {TOLL}".split()


def test_a_text_that_no_furniture_surrounds_keeps_such_words():
    assert web(WOOL, "Advertisement", TOLL).interventions == ()


def test_licence_and_where_a_text_first_stood_are_kept_as_notes():
    transcript = web(
        "Of Mills", "From The Orm Labourer, Vol. 3 No. 2, March 1931, pp. 14–19.", "Proofread by J. Marsh.", WOOL,
        TOLL, "This page was last edited on 3 May 2004.", "Content is available under CC BY-SA 4.0.",
        "Retrieved from “https://valley.example/mills”", "Hidden categories: Mills",
    )  # fmt: skip
    assert values(transcript, "note", "type") == ["source", "source", "rights", "source"]
    assert len(list(transcript.of_kind("fw"))) == 2


def test_a_number_and_a_year_may_be_a_title():
    assert list(web("Order No. 227 of 1942", WOOL, TOLL).of_kind("note")) == []


def test_the_name_above_the_title_is_the_authors_where_the_page_has_that_authors_archive():
    transcript = web(
        "Orm Archive | Writers | Jane Roe", "Jane Roe", "Nine Winters", WOOL, TOLL, "Top of the page | Roe Archive"
    )
    assert readings(transcript, "byline") == ["Jane Roe"]
    assert "Nine Winters" in transcript.reading.text


def test_the_name_above_the_title_is_the_authors_where_no_other_line_can_be():
    assert readings(web("Jane Roe", "Who owns the mill?", "(March 1931)", WOOL, TOLL), "byline") == ["Jane Roe"]
    for lines in (("Nine Winters", "Jane Roe", "(March 1931)"), ("Nine Winters", "Of a mill", WOOL)):
        assert readings(web(*lines, WOOL, TOLL), "byline") == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Essays | 12 March 1961", "dateline"), ("Posted on March 2, 1961", "dateline"),
        ("(March 1961)", "dateline"),
        ("*The Orm Labourer*, March 1961", "dateline"), ("By Jane Roe | March 12, 1961", "byline"),
    ],
)  # fmt: skip
def test_a_date_may_stand_in_a_row(line, kind):
    assert readings(web("Of Mills", line, WOOL, TOLL), kind) == [line]


def test_a_librarys_stamps_go_from_any_text():
    foot = "This content downloaded from 1.2.3.4 on 5 May"
    text = f"{WOOL}\nDigitized by Google\n\f{TOLL}\nDigitized by VjOOQ IC\n\f{foot}"
    transcript = transcribed(text, site_furniture, layout="book")
    assert transcript.reading.text.split() == f"{WOOL} {TOLL}".split()
    assert transcribed(f"{WOOL}\nDigitized by hand", site_furniture, layout="book").marks == ()


def test_what_a_library_sets_about_a_text_goes():
    limits = "*** {} OF THE PROJECT GUTENBERG EBOOK OF MILLS ***"
    text = f"The Project Gutenberg eBook\n\n{limits.format('START')}\n{WOOL}\n{limits.format('END')}\nLicence\n"
    transcript = transcribed(text, site_furniture, layout="book")
    assert transcript.reading.text.strip() == WOOL
    assert transcribed(f"{WOOL}\n{limits.format('END')}\n", site_furniture, layout="book").marks == ()


def test_a_menu_set_as_a_column_goes_and_other_short_lines_stay():
    menu = "Sections\nNews\nValley\nOpinion"
    transcript = web("The Valley Day", menu, "Of Mills", "Author: Jane Roe\nDate: March 1961", WOOL, TOLL, menu)
    left = f"Of Mills Author: Jane Roe Date: March 1961 {WOOL} {TOLL}"
    assert transcript.reading.text.split() == left.split()
    assert [m.kind for m in transcript.marks if m.kind in ("byline", "dateline")] == ["byline", "dateline"]
    assert web("Eels\nNews\nOf a mill\nOpinion", WOOL).interventions == ()


def test_the_data_that_a_program_sets_above_a_text_goes():
    head = "---\ntitle: The Ferry\nauthors:\n  - Jane Roe\npages: 3\n---"
    assert web(head, WOOL, TOLL).reading.text.strip() == f"{WOOL}\n\n{TOLL}"


@pytest.mark.parametrize("head", ["---\n\nThe Ferry\n\n---", "---\n---", "title: The Ferry\n---"])
def test_lines_about_anything_else_are_no_data(head):
    assert values(web(head, WOOL, TOLL), "fw", "type") == []


def test_a_quotation_above_the_text_is_no_menu():
    assert values(web("> The old miller’s words:", "> Everybody is late.", WOOL, TOLL), "fw", "type") == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Transcription/HTML Markup: J. Roe for the Valley Archive.", "source"),
        ("Jane Roe is a writer in Port Hill. Her book on eels came out last year.", "author"),
    ],
)
def test_who_made_the_copy_and_who_wrote(line, kind):
    assert values(web(WOOL, TOLL, line), "note", "type") == [kind]
