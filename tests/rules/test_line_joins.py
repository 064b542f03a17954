"""Line joins and line-end hyphens."""

import pytest

from build_edition.rules import line_joins
from build_edition.rules.evidence.words import hyphens
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
        ("bell-\nlike", "bell-like"),
        ("deceiv-\nIng", "deceivIng"),
        ("the valleyo-\nworkers", "the valleyo-workers"),
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
        (("Weir", "on-Dene"), {}, True),  # a small word that the next hyphen sets amid a compound
        (("break", "ables"), {}, False),  # what only ends words, in other forms
        (("Peter", "ian"), {}, False),
        (("order", "lies"), {}, False),
        (("ante", "rooms"), {}, False),  # what only begins them
    ],
)
def test_the_family_of_a_word_tells_whether_it_has_a_hyphen(pair, elsewhere, keeps):
    broken = [("har", "vest"), ("won", "derful"), ("obli", "ging")]
    assert (hyphens.judge([*broken, pair], elsewhere)[-1] < 0) is keeps


@pytest.mark.parametrize(
    ("pair", "keeps"),
    [
        (("self-govern", "ment"), False),
        (("all-impor", "tant"), False),
        (("anti-indi", "vidual"), False),
        (("ferry-build", "ing"), False),
        (("day-to", "day"), True),
        (("man-of", "war"), True),
        (("much-talked", "of"), True),
        (("eighteen-year", "old"), True),
    ],
)
def test_the_last_word_of_a_compound_may_be_broken_like_any_other(pair, keeps):
    broken = [("har", "vest"), ("won", "derful"), ("obli", "ging")]
    assert (hyphens.judge([*broken, pair], {})[-1] < 0) is keeps


def test_a_prefix_that_the_text_parts_from_words_keeps_its_hyphen():
    broken = [("har", "vest"), ("won", "derful"), ("obli", "ging")]
    counts = hyphens.count_words("to re-thatch the barn, re-tar the boats and re-hang the gates")
    assert hyphens.judge([*broken, ("re", "furnished")], counts)[-1] < 0
    assert hyphens.judge([*broken, ("re", "furnished")], {})[-1] > 0


def test_what_the_text_writes_both_ways_or_the_language_does_is_of_low_certainty():
    broken = [("har", "vest"), ("won", "derful"), ("obli", "ging")]
    assert abs(hyphens.judge([*broken, ("boat", "house")], {"boathouse": 2, "boat-house": 2})[-1]) < hyphens.DOUBT
    assert abs(hyphens.judge([*broken, ("noon", "time")], {})[-1]) < hyphens.DOUBT


def test_a_word_that_the_text_has_often_is_one_though_no_list_knows_it():
    broken = [("har", "vest"), ("won", "derful"), ("obli", "ging")]
    assert hyphens.judge([*broken, ("quorl", "schools")], {"quorl": 3, "quorls": 9})[-1] < 0
    assert hyphens.judge([*broken, ("quorl", "schools")], {})[-1] > 0


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


FOOT = "the wheel was mended and the win-\n1 Ledger, p. 9.\n\nter was mild, they say."
WORD = "the long meadow was a well-\n1 Ledger, p. 9.\n\nknown place for hay."


class Noted:
    """A rule for these tests: a paragraph that runs on under the note at its page's foot."""

    @staticmethod
    def apply(draft):
        Block.apply(draft)
        draft.mark("note", draft.text.index("1 Ledger"), draft.text.index("p. 9.") + 5, n="1")


@pytest.mark.parametrize(
    ("source", "above", "below"), [(FOOT, "winter", "was mild"), (WORD, "well-known", "place")]
)
def test_the_rest_of_a_word_moves_up_over_the_notes_at_the_foot(source, above, below):
    transcript = transcribed(source, Noted, line_joins, layout="book")
    first, _, rest = transcript.reading.text.partition("1 Ledger, p. 9.")
    assert first.split()[-1] == above
    assert rest.strip().startswith(below)


def test_the_rest_of_a_word_that_ends_the_block_moves_up_too():
    source = FOOT.replace("ter was mild, they say.", "ter.")
    assert "winter." in transcribed(source, Noted, line_joins, layout="book").reading.text


def test_a_note_that_goes_on_at_the_foot_of_the_next_page_has_its_words_whole():
    class Rest:
        @staticmethod
        def apply(draft):
            Block.apply(draft)
            for start, end, goes_on in (("1 The", "set-", None), ("tled by", "pound.", True)):
                draft.mark("note", draft.text.index(start), draft.text.index(end) + len(end), continues=goes_on)

    source = "the hens went\n1 The matter was set-\nout to the river\ntled by the pound.\nand came home"
    assert "1 The matter was settled\n" in transcribed(source, Rest, line_joins, layout="book").reading.text


def test_a_call_after_the_word_keeps_it_where_it_is():
    class Called(Noted):
        @staticmethod
        def apply(draft):
            Noted.apply(draft)
            at = draft.text.index("ter") + 3
            draft.mark("ref", at, at + 1, n="2")

    source = FOOT.replace("ter was", "ter2 was")
    assert "win-\n" in transcribed(source, Called, line_joins, layout="book").reading.text


def test_a_word_that_begins_compounds_keeps_its_hyphen_where_the_joined_form_is_rare():
    counts = hyphens.count_words("the winter of the market")
    assert all(odds < 0 for odds in hyphens.judge([("so", "called"), ("salt", "pans")], counts))
    assert hyphens.judge([("so", "cial")], counts)[0] > 0


def test_halves_that_make_a_word_are_one_though_no_hyphen_shows_it():
    assert joined("They trusted in the secur\nity, they said, of the mill\nwheel.").endswith(
        "the security, they said, of the mill wheel."
    )


@pytest.mark.parametrize(
    ("above", "below", "joined_text"),
    [
        ("They spoke of the “mill”-", "owners of the valley.", "the “mill”-owners of"),
        ("They spoke of the Mill[-", "Owners] of the valley.", "the Mill[-Owners] of"),
        ("They spoke of the (water)-", "mill of the valley.", "the (water)-mill of"),
    ],
)
def test_a_hyphen_glued_to_a_closed_mark_goes_on_without_a_space(above, below, joined_text):
    assert joined_text in joined(f"{above}\n{below}")


def test_emphasis_may_end_with_the_hyphen_of_a_broken_word():
    class Stressed:
        @staticmethod
        def apply(draft):
            draft.mark("hi", 0, draft.text.index("\n"), rend="italic")

    transcript = transcribed("the win-\nter was long", Stressed, Block, line_joins, layout="book")
    assert transcript.reading.text == "the winter was long"
