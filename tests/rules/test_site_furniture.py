"""Site furniture goes; notes on source, author and rights stay."""

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
