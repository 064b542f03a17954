"""hOCR: what is a word, what is none, and where words stand."""

from __future__ import annotations

import gzip

import pytest

from build_edition.errors import InputError
from build_edition.readers import hocr
from build_edition.readers.files import decode
from build_edition.readers.scan import Word
from tests.readers.pages import Set, as_hocr, placed

HEAD = "<html><head><title>Scan of a book</title><style>p { }</style></head><body>"


def words(inner: str, head: str = HEAD) -> list[Word]:
    """The words of a page with this in it."""
    (page,) = hocr.read(f"{head}<div class='ocr_page'>{inner}</div></body></html>".encode(), "p.hocr")
    return [word for line in page.lines for word in line.words]


def line(inner: str) -> str:
    return f"<span class='ocr_line' title='bbox 0 0 100 20'>{inner}</span>"


def texts(inner: str) -> list[str]:
    return [word.text for word in words(inner)]


def test_words_with_box_and_confidence():
    found = words(line("<span class='ocrx_word' title='bbox 1 2 30 20; x_wconf 87'><strong>mill</strong></span>"))
    assert [(w.text, w.box, w.confidence) for w in found] == [("mill", (1, 2, 30, 20), 0.87)]


def test_letters_in_no_word_are_kept():
    inside = "The <span class='ocrx_word' title='bbox 1 2 30 20'>mill</span> burnt"
    assert texts(f"loose {line(inside)}<p class='ocr_par'>no line</p> end") == [
        "loose", "The", "mill", "burnt", "no", "line", "end",
    ]  # fmt: skip


def test_words_of_single_letters_are_one_word_and_other_readings_are_none():
    letters = "".join(
        f"\n <span class='ocrx_cinfo' title='x_bboxes {n} 2 {n + 9} 20; x_conf 9'>{c}</span>"
        for n, c in ((10, "m"), (20, "i"), (30, "l"), (40, "l"))
    )
    other = "<span class='ocrx_cinfo' id='choice_1' title='x_confs 12'>n</span>"
    word = f"<span class='ocrx_word' title='bbox 1 2 30 20'>{letters}{other}</span>"
    assert texts(line(word)) == ["mill"]


def test_raised_figures_are_seen_by_the_boxes_of_letters():
    boxes = [
        ("l", 10, 0, 20, 40),
        ("l", 20, 0, 30, 40),
        (".", 30, 36, 34, 40),
        ("1", 36, -2, 42, 18),
        ("2", 44, -2, 52, 18),
    ]
    letters = "".join(
        f"<span class='ocrx_cinfo' title='x_bboxes {a} {b} {c} {d}'>{sign}</span>" for sign, a, b, c, d in boxes
    )
    (word,) = words(line(f"<span class='ocrx_word' title='bbox 10 -2 52 40'>{letters}</span>"))
    assert (word.text, word.raised) == ("ll.12", 3)


def test_kinds_of_lines_that_are_not_called_lines():
    assert texts(
        "<span class='ocr_header' title='bbox 0 0 9 9'>12 <span class='ocrx_word'>HEAD</span></span>"
    ) == ["12", "HEAD"]


def test_names_of_letters_that_are_not_declared():
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">'
    assert [w.text for w in words(line("tea&nbsp;house &amp; mill&eacute;"), doctype + HEAD)] == [
        "tea\u00a0house",
        "&",
        "millé",
    ]


def test_html_whose_elements_are_left_open():
    head = "<!DOCTYPE html><html><head><meta name='ocr-system' content='x'><body><div class=ocr_page><p>"
    page = f"{head}<span class='ocr_line'>The mill<br>burnt</span></div>".encode()
    assert decode(page, "x").text == "The mill\nburnt\n"


def test_a_packed_file_is_known_by_the_hash_of_what_was_given():
    plain = as_hocr([placed([Set("The mill")])])
    packed = gzip.compress(plain)
    assert decode(packed, "a.gz").text == decode(plain, "a").text
    assert decode(packed, "a.gz").sha256 != decode(plain, "a").sha256


@pytest.mark.parametrize(
    ("title", "said"), [("bbox 1 2 x 4", "'x', not a number"), ("bbox 1 2 3", "a box has 3 numbers, not 4")]
)
def test_a_box_that_is_none_is_refused_with_its_page(title, said):
    with pytest.raises(InputError) as caught:
        words(line(f"<span class='ocrx_word' title='{title}'>mill</span>"))
    assert caught.value.where == "p.hocr, page 1"
    assert said in caught.value.what
