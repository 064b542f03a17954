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
