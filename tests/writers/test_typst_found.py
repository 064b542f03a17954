"""What one setting of a book finds for the next: places, the heads of pages, and whether anything moved."""

from __future__ import annotations

import json

from build_edition.writers.typst.found import WHOLE, Found, Head


def told(*marks: tuple[object, int], last: int) -> list[list[object]]:
    """What Typst answers: marks on pages, and the end."""
    return [[value, page, 10.0, 20.0] for value, page in (*marks, ({"end": True}, last))]


def test_a_name_has_its_first_place_and_several_may_share_one():
    found = Found.of([[["m1", "in:mill:1"], 3, 1.5, 2.5], [["m1"], 4, 0, 0], [{"end": True}, 5, 0, 0]])
    assert found.places == {"m1": (3, 1.5, 2.5), "in:mill:1": (3, 1.5, 2.5)}
    assert found.pages == 5


def test_the_head_of_a_page_has_the_printed_pages_on_it_but_not_where_a_division_begins():
    marks = [
        ({"work": "The Mill"}, 1), ({"division": "The wheel"}, 2), ({"printed": "7"}, 2),
        ({"printed": "8"}, 3), ({"printed": "9"}, 3), ({"division": "The race"}, 5), ({"printed": "10?"}, 5),
    ]  # fmt: skip
    assert Found.of(told(*marks, last=6)).heads == {
        3: Head("The Mill", "The wheel", "[7–9]"),
        4: Head("The Mill", "The wheel", "[9]"),
        6: Head("The Mill", "The race", "[10?]"),
    }


def test_the_head_of_an_index_has_the_first_and_the_last_entry_that_begin_there():
    long = "weir that held the upper river back for many years"
    marks = [({"printed": "9"}, 1), ({"part": "Index"}, 1), ({"word": "ash"}, 1), ({"word": "kiln (lime)"}, 2)]
    marks += [({"word": "lamp"}, 2), ({"word": long}, 3)]
    assert Found.of(told(*marks, last=4)).heads == {
        2: Head("Index", "Index", "kiln – lamp", True),
        3: Head("Index", "Index", "weir that held the upper…", True),
        4: Head("Index", "Index", "", True),
    }


def test_a_part_set_alone_follows_on_a_page_of_the_same_side():
    behind = Found({"entry": (2, 1.0, 1.0)}, {2: Head("Index")}, 3)
    even = Found({"m1": (1, 0.0, 0.0)}, {}, 10).followed_by(behind)
    odd = Found({"m1": (1, 0.0, 0.0)}, {}, 11).followed_by(behind)
    assert even.places == odd.places == {"m1": (1, 0.0, 0.0), "entry": (12, 1.0, 1.0)}
    assert even.heads == {12: Head("Index")}
    assert even.pages == 13


def test_two_settings_agree_where_nothing_moved():
    found = Found.of(told((["m1"], 2), ({"part": "Index"}, 1), last=2))
    assert found.agrees(Found.read(found.as_file(WHOLE)))
    assert Found({"m1": (2, 10.0, 20.01)}, found.heads, 2).agrees(found)
    assert not Found({"m1": (2, 10.0, 21.0)}, found.heads, 2).agrees(found)
    assert not Found({"m1": (3, 10.0, 20.0)}, found.heads, 2).agrees(found)
    assert not Found({"m1": (2, 10.0, 20.0), "m2": (2, 0.0, 0.0)}, found.heads, 2).agrees(found)
    assert not Found(found.places, {}, 2).agrees(found)
    assert json.loads(found.as_file("text"))["part"] == "text"
