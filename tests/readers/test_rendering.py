"""The text that is made of scanned pages: letter by letter, for editors' records quote it by line."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from build_edition.readers.files import decode, read, sha256_of
from build_edition.source import Source
from tests.readers.pages import Placed, Set, as_alto, as_hocr, as_page_xml, as_pdf_boxes, placed

FULL = "the miller of the upper valley had never seen the grey sea"
FIRST = "All the autumn he had watched the road that runs below"
SMALL = "No wheel turns for him who only looks at the slow dark water,"
PAGE = [
    Set("12 THE MILLER", gaps={1: 8}),
    Set(FULL, above=2.2),
    Set(FULL),
    Set("and nothing moved.", above=1.0),
    Set(FIRST, indent=3),
    Set(FULL),
    Set("and wrote in his book:"),
    Set(SMALL, indent=0, size=0.85, above=1.5),
    Set("and none for him who sleeps below the weir.", size=0.85, above=0.85),
    Set(FIRST, above=1.5),
    *[Set(FULL) for _ in range(9)],
]
TEXT = (
    f"12         THE MILLER\n\n{FULL}\n{FULL}\nand nothing moved.\n   {FIRST}\n{FULL}\nand wrote in his book:\n\n"
    f"{SMALL}\nand none for him who sleeps below the weir.\n\n{FIRST}\n" + f"{FULL}\n" * 9
)


def made(data: bytes, name: str = "page") -> Source:
    return decode(data, name)


@pytest.mark.parametrize("slope", [0.0, 0.01, -0.02])
@pytest.mark.parametrize("write", [as_hocr, as_alto, lambda pages: as_page_xml(pages[0])])
def test_a_page_looks_as_it_was_set_in_every_format_and_however_it_lay(write, slope):
    assert made(write([placed(PAGE, slope)])).text == TEXT


def test_a_page_of_a_pdf_looks_as_it_was_set():
    assert made(as_pdf_boxes([placed(PAGE)])).text == TEXT


def test_pages_are_parted_by_form_feeds():
    assert made(as_hocr([placed(PAGE), placed(PAGE)])).text == f"{TEXT}\f{TEXT}"


def test_the_places_of_lines_and_words_stand_beside_the_text():
    source = made(as_hocr([placed(PAGE), placed(PAGE)]))
    geometry = source.geometry
    assert geometry is not None
    lines = {number: line.text for number, line in enumerate(source.lines, 1)}
    small = [lines[number] for number in geometry.lines if (geometry.size(number) or 1) < 0.95]
    assert small == [SMALL, "and none for him who sleeps below the weir."] * 2
    assert [line.page for line in geometry.lines.values()] == [0] * 19 + [1] * 19
    assert geometry.lines[6].left == pytest.approx(3 / len(FULL), abs=0.01)
    assert geometry.lines[3].right == pytest.approx(1.0, abs=0.01)
    at = source.text.index("autumn")
    (word,) = geometry.within(at, at + 6)
    assert (source.text[word.start : word.end], word.confidence) == ("autumn", 0.91)
    assert [source.text[word.start : word.end] for word in geometry.words] == source.text.split()


def test_each_column_has_its_own_left_edge():
    left = [Set(FULL[:28], indent=2 if at % 4 == 0 else 0) for at in range(12)]
    right = [Set(FULL[29:], left=1100, indent=2 if at % 4 == 0 else 0) for at in range(12)]
    text = made(as_hocr([placed(left) + placed(right)])).text
    assert [len(line) - len(line.lstrip()) for line in text.splitlines()] == [2, 0, 0, 0] * 6


def test_a_page_that_is_all_display_stands_in_as_others_of_its_side_tell():
    display = [Set(FULL[:40], indent=6) for _ in range(14)]
    pages = [placed(PAGE) for _ in range(12)]
    pages[4] = placed(display)
    assert made(as_hocr(pages)).text.split("\f")[4] == f"      {FULL[:40].rstrip()}\n" * 14


def test_numbers_that_were_read_as_a_column_are_put_to_their_lines():
    notes = [Set(f"{FULL[:30].rstrip()}.", indent=4) for _ in range(5)]
    numbers = [Set(f"{n}.") for n in range(1, 6)]
    page = placed(PAGE) + placed(numbers, top=1500) + placed(notes, top=1500)
    last = made(as_hocr([page])).text.splitlines()[-5:]
    assert [line.split() for line in last] == [[f"{n}.", *f"{FULL[:30].rstrip()}.".split()] for n in range(1, 6)]


def test_a_small_raised_word_stands_tight_and_is_known_to_be_raised():
    words = placed([Set(FULL) for _ in range(8)])
    last = words[3][-1].box
    words[3].append(Placed("7", (last[2] + 3, last[1] - 6, last[2] + 12, last[1] + 12)))
    alto = as_alto([words]).replace(b'CONTENT="7"', b'CONTENT="7" STYLE="superscript"')
    source = made(alto)
    line = source.lines[3]
    assert line.text == FULL + "7"
    assert source.geometry is not None
    assert list(source.geometry.raised) == [(line.end - 1, line.end)]


def test_lines_without_a_place_are_kept_and_that_is_said():
    source = made(
        b"<html><body><div class='ocr_page'><p class='ocr_par'>The mill.</p><p class='ocr_par'>The weir.</p></div>"
    )
    assert source.text == "The mill.\n\nThe weir.\n"
    assert "does not say where 2 of its 2 lines stand" in source.warnings[0]


def test_a_folder_is_read_in_the_order_that_people_count(tmp_path: Path):
    for n in (1, 2, 10):
        (tmp_path / f"p-{n}.xml").write_bytes(as_page_xml(placed([Set(f"page {n}")])))
    (tmp_path / "mets.xml").write_text("<mets/>", encoding="utf-8")
    (tmp_path / "p-1.png").write_bytes(b"\x89PNG\r\n")
    assert read(tmp_path).text == "page 1\n\fpage 2\n\fpage 10\n"


def test_figures_that_stand_above_their_line_are_seen_to_be_raised():
    words = placed([Set(FULL) for _ in range(8)])
    left, right = words[3][-1].box[2] + 3, words[3][-1].box[2] + 12
    foot = placed([Set(FULL) for _ in range(8)])[3][0].box[3]
    words[3].append(Placed("7", (left, foot - 30, right, foot - 12)))
    words[5].append(Placed("1848", (left, foot + 70, right + 50, foot + 100)))
    for write in (as_hocr, as_alto, lambda pages: as_page_xml(pages[0])):
        source = made(write([words]))
        assert source.geometry is not None
        assert [source.text[start:end] for start, end in source.geometry.raised] == ["7"]
        assert source.lines[3].text == FULL + "7"


def test_the_hash_of_a_folder_is_that_of_the_list_that_sha256sum_prints(tmp_path: Path):
    listed = ""
    for name in ("p-10.xml", "p-2.xml"):
        data = as_page_xml(placed([Set(f"page {name}")]))
        (tmp_path / name).write_bytes(data)
        listed += f"{sha256(data).hexdigest()}  {name}\n"
    assert read(tmp_path).sha256 == sha256_of(tmp_path) == sha256(listed.encode()).hexdigest()


def test_the_numbers_of_pages_are_put_to_the_titles_at_their_left():
    titles = [Set(f"The {name} of the valley") for name in ("miller", "weir", "ford", "road", "lamp")]
    numbers = [Set(n, left=1300) for n in ("9", "14", "27", "103", "110")]
    lines = made(as_hocr([placed(titles) + placed(numbers)])).text.splitlines()
    assert [line.split()[-1] for line in lines] == ["9", "14", "27", "103", "110"]
    assert [line.split()[1] for line in lines] == ["miller", "weir", "ford", "road", "lamp"]


def test_what_runs_up_the_margin_is_kept_and_moves_nothing():
    page = placed(PAGE)
    dirt = [[Placed("Nm", (60, 900, 73, 924))]]
    text = made(as_alto([[*page[:8], *dirt, *page[8:]]])).text
    assert text.split() == [
        *TEXT.split()[: text.split().index("Nm")],
        "Nm",
        *TEXT.split()[text.split().index("Nm") :],
    ]
    assert [line for line in text.splitlines() if line.startswith(" ")] == [f"   {FIRST}"]
