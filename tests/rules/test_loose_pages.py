"""Folios and running heads between the paragraphs of a text that is not wrapped."""

import pytest

from build_edition.rules import loose_pages, paragraphs_unwrapped, thematic_breaks
from tests.rules.desk import TOLL, WOOL, readings, transcribed, values

CUT = TOLL.removesuffix(" of their crusts.")
REST = "of their crusts, and nobody swept them until the spring. " + WOOL


def essay(*lines, layout="essay"):
    return transcribed("\n\n".join(lines), thematic_breaks, loose_pages, paragraphs_unwrapped, layout=layout)


def shown(transcript, kind="pb"):
    return [(m.get("n"), m.get("cert")) for m in transcript.of_kind(kind)]


def test_folios_with_running_heads_go_and_number_the_pages_below_them():
    transcript = essay(
        "THE FAIR", CUT, "102", "THE REGISTER", REST, "THE FAIR", "103", WOOL, "104", "THE REGISTER", TOLL
    )  # fmt: skip
    assert shown(transcript) == [("102", "high"), ("103", "high"), ("104", "high")]
    assert values(transcript, "fw", "type") == ["pageNum", "header", "header", "pageNum", "pageNum", "header"]
    assert transcript.reading.text.split() == f"THE FAIR {CUT} {REST} {WOOL} {TOLL}".split()
    assert f"{CUT} {REST}" in [" ".join(text.split()) for text in readings(transcript, "p")]


def test_a_head_whose_folio_is_lost_goes_too_and_its_page_has_no_number():
    transcript = essay(WOOL, "12 THE FAIR", TOLL, "13 THE FAIR", WOOL, "THE FAIR", TOLL, "15 THE FAIR", WOOL)
    assert shown(transcript) == [("12", "high"), ("13", "high"), (None, "low"), ("15", "high")]
    assert "FAIR" not in transcript.reading.text


@pytest.mark.parametrize("line", ["[Page {}]", "p. {}", "Page {} of 90", "**Page {}**"])
def test_a_line_that_says_page_opens_one(line):
    pages = [line.format(n) for n in (14, 15, 16)]
    transcript = essay("The Fair", pages[0], WOOL, pages[1], TOLL, pages[2], WOOL, layout="web")
    assert shown(transcript) == [("14", "high"), ("15", "high"), ("16", "high")]


def test_bare_numbers_that_cut_paragraphs_are_folios_at_the_foot_as_it_seems():
    transcript = essay(CUT, "– 7 –", REST, "– 8 –", WOOL, "– 9 –", TOLL)
    assert shown(transcript) == [("8", "low"), ("9", "low"), ("10", "low")]


@pytest.mark.parametrize(
    "numbers",
    [("1", "2", "3"), ("1911", "1912", "1913"), ("12", "40", "7"), ("14", "15")],
)
def test_numbers_of_sections_years_and_others_stay(numbers):
    lines = [part for number in numbers for part in (number, WOOL)]
    assert shown(essay(TOLL, *lines), "fw") == []


def test_numbered_lines_that_say_different_things_stay():
    assert shown(essay(TOLL, "12 sheep", WOOL, "13 goats", TOLL, "14 hens", WOOL), "fw") == []


def test_a_book_is_left_alone():
    assert essay(WOOL, "Page 2", TOLL, "Page 3", WOOL, "Page 4", layout="book").interventions == ()


@pytest.mark.parametrize("layout", ["essay", "web", "book"])
@pytest.mark.parametrize(
    "sign",
    [
        *("[Pg {}]", "[p. {}]", "{{{}}}", "{{p. {}}}", "<!-- page {} -->", r"\page{{{}}}", '<pb n="{}"/>'),
        *('<span class="pagenum">[Pg {}]</span>', '<a id="page_{0}">[{0}]</a>', '<span id="Page_{0}">{0}</span>'),
    ],
)
def test_a_sign_that_says_page_is_one_amid_a_sentence(sign, layout):
    halves = [f"{CUT} {sign.format(n)} {REST}" for n in (1, 2, 3, 4, 5, 7)]
    transcript = essay(*halves, layout=layout)
    assert shown(transcript) == [
        *((str(n), "high") for n in (1, 2, 3, 4, 5)),
        ("7", "low"),
    ]
    assert transcript.reading.text.split() == f"{CUT} {REST} ".split() * 6


@pytest.mark.parametrize("line", ["--- Page {} ---", "## Page {}", "=== PAGE {} OF 9 ===", "<!-- page {} -->"])
def test_a_line_that_says_page_opens_one_in_any_text(line):
    transcript = essay(CUT, line.format(6), REST, line.format(7), WOOL, line.format(8), TOLL, layout="book")
    assert shown(transcript) == [("6", "high"), ("7", "high"), ("8", "high")]


def test_places_cited_and_other_braces_are_no_pages():
    for numbers in (("12", "40", "7", "8"), ("2", "2", "3")):
        assert essay(*(f"{WOOL} [p. {n}] {TOLL}" for n in numbers)).interventions == ()
    assert essay(*(f"{WOOL}$^{{{n}}}$ {TOLL}" for n in (1, 2, 3, 4))).interventions == ()


def printed(*cuts: int) -> list[str]:
    """Paragraphs of ten sentences each, cut in mid-sentence after so many characters as pages would be."""
    text = " ".join([WOOL, TOLL] * 40)
    lines, start = [], 0
    for cut in cuts:
        end = text.index(" and ", start + cut)
        lines.append(text[start:end])
        start = end + 1
    return [*lines, text[start : start + 900] + "."]


def test_cuts_that_come_evenly_are_the_ends_of_pages():
    assert shown(essay("The Fair", *printed(2400, 2300, 2500, 4900, 2400))) == [(None, "low")] * 5


def test_cuts_here_and_there_are_not():
    assert shown(essay("The Fair", *printed(2400, 800, 5900, 1400, 3300, 900))) == []
    assert shown(essay("The Fair", *printed(2400, 2300, 2500))) == []


def test_drawn_lines_that_cut_sentences_end_pages():
    for drawn in ("---", "* * *", "<hr/>", "{14}------"):
        note = "<sup>1</sup> A ledger."
        transcript = essay(CUT, note, drawn, REST, WOOL, drawn, TOLL, CUT, drawn, REST)
        assert shown(transcript) == [(None, "low")] * 3
        assert values(transcript, "fw", "type") == ["footer"] * 3


def test_drawn_lines_between_sentences_are_breaks():
    assert shown(essay(WOOL, "---", TOLL, "---", WOOL, "---", TOLL)) == []
    assert shown(essay(CUT, "---", REST, "---", WOOL)) == []


def test_a_sign_that_a_line_end_cuts_is_one():
    lines = [
        f"{WOOL} [Pg",
        "48] and so it was sold",
        "",
        f"{TOLL} [Pg 49] and so it went.",
        "",
        f"{WOOL} [Pg 50] Well.",
    ]
    transcript = essay(*lines, layout="book")
    assert [n for n, _ in shown(transcript)] == ["48", "49", "50"]
    assert "Pg" not in transcript.reading.text
    assert "and so it was sold" in transcript.reading.text
