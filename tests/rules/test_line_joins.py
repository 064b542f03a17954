"""Line joins and line-end hyphens."""

import pytest

from build_edition.rules import line_joins
from build_edition.rules.evidence import hyphens
from tests.rules.desk import transcribed


class Block:
    """A rule for these tests: the whole text is one paragraph."""

    @staticmethod
    def apply(draft):
        draft.mark("p", 0, len(draft.text))


def joined(text):
    return transcribed(text, Block, line_joins, layout="book").reading.text


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("the hens\nwent", "the hens went"),
        ("the hens  \n\n  went", "the hens went"),
        ("the hens—\nwent", "the hens—went"),
        ("the hens\n—they went", "the hens—they went"),
        ("the hens –\nall went", "the hens – all went"),
        ("May 1911–\nJune 1912", "May 1911–June 1912"),
        ("about 214,\n600 hens", "about 214,600 hens"),
        ("in 1911,\n800 hens", "in 1911, 800 hens"),
        ("the neigh-\nbourhood", "the neighbourhood"),
        ("the well-\nknown self-\nsatisfied Anglo-\nSaxon", "the well-known self-satisfied Anglo-Saxon"),
        ("cash-in-\nhand", "cash-in-hand"),
        ("ferry\u00ad\nman", "ferryman"),
        ("either/\nor", "either/or"),
    ],
)
def test_lines_are_joined_as_the_printer_would(source, reading):
    assert joined(source) == reading


def test_the_text_itself_is_the_best_witness():
    assert "overshoe" in joined("an overshoe, his overshoes, an over-\nshoe; overshoe")
    assert "over-shoe" in joined("an over-shoe, two over-shoe laces, an over-\nshoe; over-shoe")


def test_a_text_that_keeps_its_hyphens_teaches_to_keep_a_doubtful_one():
    keeps = [("self", "taught"), ("post", "harvest"), ("well", "oiled"), ("half", "eaten")] * 5
    breaks = [("neigh", "bour"), ("har", "vest"), ("obli", "ging"), ("won", "derful")] * 5
    doubtful = ("re", "emerged")
    assert hyphens.judge([*keeps, doubtful], {})[-1] < hyphens.judge([*breaks, doubtful], {})[-1]


@pytest.mark.parametrize(
    ("pair", "elsewhere", "keeps"),
    [
        (("ferry", "building"), {"ferry-built": 3}, True),  # another form of the word
        (("ferry", "building"), {"ferrybuilt": 3}, False),
        (("penny", "ho-penny"), {"penny-ho-penny": 2}, True),  # the rest holds a hyphen too
        (("rope", "making"), {"bell-making": 1, "sail-making": 2}, True),  # other compounds of the kind
        (("ox", "bearded"), {}, True),  # two words, and no word together
        (("neigh", "bourly"), {}, False),
    ],
)
def test_the_family_of_a_word_tells_whether_it_has_a_hyphen(pair, elsewhere, keeps):
    broken = [("har", "vest"), ("won", "derful"), ("obli", "ging")]
    assert (hyphens.judge([*broken, pair], elsewhere)[-1] < 0) is keeps


def test_deleted_forme_work_leaves_one_space():
    class Head:
        @staticmethod
        def apply(draft):
            at = draft.text.index("12 THE HENS")
            draft.intervene(at, at + 11, "", "forme-work")

    text = "the hens went\n\n12 THE HENS\n\nto bed"
    assert transcribed(text, Head, Block, line_joins, layout="book").reading.text == "the hens went to bed"


def test_line_ends_between_blocks_are_left():
    assert transcribed("the hens\n\nwent", line_joins).interventions == ()
