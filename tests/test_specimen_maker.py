"""How the specimen is made: reading a master, numbering notes, finding pages, spoiling an image."""

import pytest

from build_edition.errors import UsageError
from build_edition.evaluate.truth import Block, Call, Emphasis
from build_edition.specimen.maker import tools
from build_edition.specimen.maker.compose import compose
from build_edition.specimen.maker.inline import parse_inline
from build_edition.specimen.maker.master import read_master
from build_edition.specimen.maker.ocr import degrade
from build_edition.specimen.maker.pages import read_page, with_pages
from build_edition.specimen.maker.typeset import inline
from build_edition.specimen.maker.web import page

MASTER = """\
%% a comment
id: mills-1901
title: Mills

=2 CHAPTER ONE | On mills // Mills

They _turn_.^[So says *Brack* [sic].] Slowly:

> Round.
>
> And round.

+ They do.

# one
# two

= A Case: They stop.^[Once.]

NOTES
"""


def blocks_of(text):
    return [composed.block for composed in compose(read_master(text))]


def test_a_master_becomes_blocks_with_numbered_notes():
    head, turn, round_, again, do, one, two, run_in, stop, notes, chapter, first, second = blocks_of(MASTER)
    assert head == Block("head", "On mills", level=2, label="CHAPTER ONE")
    assert turn == Block("p", "They turn. Slowly:", notes=(Call("1", 10),), hi=(Emphasis(5, 9, "foreign"),))
    assert (round_.kind, round_.continues, again.text, again.continues) == ("quote", False, "And round.", True)
    assert do.continues
    assert [item.marker for item in (one, two)] == ["1.", "2."]
    assert (run_in.text, run_in.run_in, stop.notes) == ("A Case:", True, (Call("2", 10),))
    assert (notes.text, chapter.text) == ("Notes", "Chapter One: On mills")
    assert (first.text, first.hi, second.n) == ("So says Brack [sic].", (Emphasis(8, 13),), "2")


def test_a_mark_left_open_is_refused():
    with pytest.raises(ValueError, match="left open"):
        parse_inline("They *turn.")
    with pytest.raises(ValueError, match="left open"):
        parse_inline("They turn.^[So he says")


@pytest.mark.parametrize(
    ("text", "n", "head", "foot"),
    [
        ("12      ON MILLS\n\nThey turn.\n", "12", ("12 ON MILLS",), ()),
        ("    A CASE      13\n\nThey turn.\n", "13", ("A CASE 13",), ()),
        ("   Mills\n\nThey turn.\n\n   14\n", "14", (), ("14",)),
        ("   Preface\n\nThey turn.\n\n   vii\n", "vii", (), ("vii",)),
        ("   PART TWO\n\nThe Stop\n", None, (), ()),
        ("", None, (), ()),
    ],
)
def test_pages_are_parted_into_head_text_and_foot(text, n, head, foot):
    found = read_page(text)
    assert (found.n, found.head, found.foot) == (n, head, foot)


def test_pages_are_found_in_the_blocks_they_begin_in():
    blocks = [Block("p", "The waterways stop.", notes=(Call("1", 19),)), Block("p", "Then go.")]
    pages = [read_page("The water-\n\n 4"), read_page("5   MILLS\n\nways stop.1\n Then go.")]
    first, second = with_pages(blocks, pages)
    assert [(begin.n, begin.at, begin.fw) for begin in first.pages] == [("4", 0, ()), ("5", 9, ("4", "5 MILLS"))]
    assert second.pages == ()


def test_pages_that_print_another_text_are_refused():
    with pytest.raises(ValueError, match="page 5 prints"):
        with_pages([Block("p", "They turn.")], [read_page("5   MILLS\n\nThey burn.")])
    with pytest.raises(ValueError, match="end before"):
        with_pages([Block("p", "They turn.")], [read_page("5   MILLS\n\nThey")])


def test_nothing_in_a_text_is_mark_up_to_the_typesetter():
    assert inline(Block("p", 'a "b" #c', hi=(Emphasis(0, 1),))) == '#emph("a");#" \\"b\\" #c";'


def test_the_web_page_is_typed_as_sites_type_and_escapes_its_text():
    html = page(compose(read_master("id: a\n\n= One: “Two” & — three")), "A <b>")
    assert '<p><b>One:</b> "Two" &amp; -- three</p>' in html
    assert "<title>A &lt;b&gt;</title>" in html


def test_a_spoilt_image_is_black_and_white_and_the_same_each_time():
    image = b"P5\n40 20\n255\n" + bytes(range(0, 200, 5)) * 20
    spoilt = degrade(image, seed=1)
    assert len(spoilt) == len(image)
    assert set(spoilt[-800:]) == {0, 255}
    assert spoilt == degrade(image, seed=1) != degrade(image, seed=2)


def test_a_missing_program_is_named_with_its_package(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="tesseract is needed") as caught:
        tools.find("tesseract")
    assert "apt-get install tesseract-ocr" in str(caught.value)
