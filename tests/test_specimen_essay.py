"""How the specimen's journal essay is made: notes of an essay, scans, hOCR, leaning words, Markdown."""

import pytest

from build_edition.evaluate.truth import Call
from build_edition.specimen.maker.compose import compose
from build_edition.specimen.maker.essay import _sure
from build_edition.specimen.maker.hocr import Box, Line, Word, read_hocr
from build_edition.specimen.maker.image import Image, lean, padded, raised_end
from build_edition.specimen.maker.inline import parse_inline
from build_edition.specimen.maker.markdown import to_markdown
from build_edition.specimen.maker.master import read_master
from build_edition.specimen.maker.scan import scan, turned
from build_edition.specimen.maker.typeset import typst_source

MASTER = """\
id: eels-1902
title: Eels
journal: The Weir
first-page: 3
layout: essay

=1 EELS

by: A Person

=2 I

They turn.^[Once.]

=2 II

They stop.^[Twice.]

^ TABLE 1 | Eels
^^ | *Eels,*
Year | *long*
1901\\* | 5

note: * A wet year.

NOTES
"""

HOCR = """\
<html xmlns="http://www.w3.org/1999/xhtml"><body><div class="ocr_page">
<p class="ocr_par"><span class="ocr_line" title="bbox 10 20 90 40; baseline 0.1 -4; x_size 20">
<span class="ocrx_word" title="bbox 10 20 50 40; x_wconf 93"><span class="ocrx_cinfo"
 title="x_bboxes 10 20 30 40; x_conf 99">E</span><span class="ocrx_cinfo"
 title="x_bboxes 30 20 50 40; x_conf 99">h</span></span>
<span class="ocrx_word" title="bbox 60 20 90 40; x_wconf 7"> </span></span></p>
<p class="ocr_par"></p></div></body></html>
"""


def test_the_notes_of_an_essay_are_numbered_through_and_gathered_without_chapters():
    blocks = [composed.block for composed in compose(read_master(MASTER))]
    assert [block.notes for block in blocks if block.kind == "p"] == [(Call("1", 10),), (Call("2", 10),)]
    assert [(block.kind, block.text, block.n) for block in blocks[-3:]] == [
        ("head", "NOTES", None),
        ("note", "Once.", "1"),
        ("note", "Twice.", "2"),
    ]


def test_a_table_may_have_a_header_of_two_lines_and_a_note():
    blocks = [composed.block for composed in compose(read_master(MASTER))]
    rows = [block for block in blocks if block.kind == "row"]
    assert [(row.cells, row.role) for row in rows] == [
        (("", "Eels,"), "label"),
        (("Year", "long"), "label"),
        (("1901*", "5"), None),
    ]
    note = next(block for block in blocks if block.role == "table")
    assert (note.marker, note.n, note.text) == ("*", "*", "A wet year.")
    master = read_master(MASTER)
    assert '#figures("TABLE 1", "Eels", 2, ([],' in typst_source(master.meta, compose(master))


def test_a_sign_after_a_backslash_is_printed():
    assert parse_inline(r"1901\* and \_so\_").text == "1901* and _so_"


def test_hocr_gives_words_with_their_places():
    [[line]] = read_hocr(HOCR)
    assert line.words == (Word("Eh", Box(10, 20, 50, 40), 93, 30),)
    assert (line.size, line.baseline(10), line.baseline(60)) == (20, 36, 41)


def drawn(*rows):
    """An image of a drawing: # is ink."""
    pixels = b"".join(bytes(0 if mark == "#" else 255 for mark in row) for row in rows)
    return Image(len(rows[0]), len(rows), pixels)


def word(text, left=0, right=10, confidence=95, top=0, bottom=10):
    return Word(text, Box(left, top, right, bottom), confidence, left)


def line(*words, size=10.0):
    left, right = words[0].box.left, words[-1].box.right
    return Line(words, Box(left, words[0].box.top, right, words[0].box.bottom), size, 0.0, words[0].box.bottom)


def test_a_word_leans_by_as_much_as_its_strokes_do():
    upright = drawn(*[" #  #  # " + " " * 10] * 40)
    leaning = drawn(*[" " * ((40 - y) // 5) + "#  #  #" + " " * (12 - (40 - y) // 5) for y in range(40)])
    there = word("ill", 0, 19, bottom=40)
    assert abs(lean(upright, there)) <= 0.05
    assert 0.15 <= lean(leaning, there) <= 0.25


def test_a_raised_figure_at_the_end_is_found_and_a_letter_is_not():
    blank, stem, both = " " * 12, " ##         ", " ##    ###  "
    with_figure = drawn(*[both] * 4, *[stem] * 6)
    place = raised_end(with_figure, line(word("l’", 0, 12)), word("l’", 0, 12))
    assert place == Box(7, 0, 10, 4)
    assert raised_end(drawn(*[both] * 10), line(word("ll", 0, 12)), word("ll", 0, 12)) is None
    assert raised_end(drawn(*[both] * 2, *[stem] * 8), line(word("l’", 0, 12)), word("l’", 0, 12)) is None
    assert raised_end(drawn(*[blank] * 10), line(word("x", 0, 12)), word("x", 0, 12)) is None


def test_a_figure_is_cut_out_with_paper_around_it():
    image = drawn(*[" " * 30] * 10, *[" " * 14 + "##" + " " * 14] * 4, *[" " * 30] * 10)
    cut = padded(image, Box(14, 10, 16, 14), margin=5)
    assert (cut.width, cut.height) == (2 + 12 + 10, 4 + 12 + 10)
    assert cut.grey.count(0) == 8
    assert set(cut.grey) == {0, 255}
    assert Image.of(cut.pgm()) == cut


def test_only_a_sure_second_reading_counts():
    head = "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext\n"
    row = "5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t{}\t4\n"
    assert _sure(head + row.format("96.5")) == "4"
    assert _sure(head + row.format("11.0")) == ""
    assert _sure(head) == ""


def plain(_word):
    return 0.0


def test_a_paragraph_is_one_line_and_its_hyphens_are_closed_up():
    lines = (line(word("The"), word("wa-", 15, 30)), line(word("ters"), word("Half-", 15, 30)), line(word("Moon")))
    assert to_markdown([lines, (line(word("Next.")),)], plain) == "The waters Half- Moon\n\nNext."


@pytest.mark.parametrize(
    ("words", "lean_of", "expected"),
    [
        (["it", "is", "so."], {"is", "so."}, "it *is so*."),
        (["it?", "V"], {}, "it? V"),
    ],
)
def test_words_that_lean_are_italic_together(words, lean_of, expected):
    row = line(*(word(text, 12 * k, 12 * k + 10) for k, text in enumerate(words)))
    assert to_markdown([(row,)], lambda word: 0.2 if word.text in lean_of else 0.35) == expected


def test_doubtful_words_are_bold_and_hopeless_ones_struck_each_by_itself():
    row = line(word("one,", 0, 9, 80), word("two.⁴", 10, 19, 80), word("x", 20, 29, 20), word("three", 30, 39))
    assert to_markdown([(row,)], plain) == "**one**, **two**.⁴ ~~x~~ three"


def test_lines_with_wide_gaps_are_a_table_with_its_empty_cells():
    def cells(at, year, count):
        return line(word(year, 0, 20, 95, at, at + 10), word(count, 60, 70, 70, at, at + 10))

    header = line(word("Eels", 55, 75, 95, 0, 10), word("caught", 100, 130, 95, 0, 10))
    rows = (header, cells(12, "1901", "5"), cells(24, "1902", "7"))
    assert to_markdown([rows[:1], rows[1:]], plain) == "\tEels\tcaught\n1901\t<b>5</b>\t\n1902\t<b>7</b>\t"
    assert "\t" not in to_markdown([rows[:2]], plain)


def test_running_heads_and_page_numbers_that_were_read_are_left_out():
    def at(top, *texts):
        return line(*(word(text, 12 * k, 12 * k + 10, 95, top, top + 10) for k, text in enumerate(texts)))

    assert to_markdown([(at(0, "EELS", "43"),), (at(40, "They"), at(52, "turn"))], plain) == "They turn"
    assert to_markdown([(at(0, "They"), at(12, "turn")), (at(60, "41"),)], plain) == "They turn"
    assert to_markdown([(at(0, "EELS"),), (at(40, "They"), at(52, "turn"))], plain) == "EELS\n\nThey turn"
    assert to_markdown([(at(0, "In", "43"), at(12, "eels"))], plain) == "In 43 eels"
    assert to_markdown([], plain) == ""


def test_a_scan_is_grey_soft_and_grainy_and_the_same_each_time():
    image = b"P5\n60 40\n255\n" + (b"\xff" * 20 + b"\x00" * 20 + b"\xff" * 20) * 40
    scanned = scan(image, seed=1)
    assert len(scanned) == len(image)
    assert scanned == scan(image, seed=1) != scan(image, seed=2)
    row = scanned[-60 * 20 : -60 * 19]
    assert max(row[25:35]) < min(row[5:15])
    assert len(set(scanned[-2400:])) > 50


def test_turning_moves_the_ends_of_rows_and_columns_and_loses_no_point():
    grey = bytes(k % 251 for k in range(100 * 80))
    assert turned(grey, 100, 80, 0.0) == grey
    askew = turned(grey, 100, 80, 0.02)
    assert askew != grey
    assert askew[40 * 100 + 50] == grey[40 * 100 + 50]
    assert len(askew) == len(grey)
