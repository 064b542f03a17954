"""The evaluator on a page invented here, with transcripts made by hand: perfect, and wrong in one known way."""

import pytest

from build_edition.evaluate.compare import compare, text_errors
from build_edition.evaluate.marked import Marked
from build_edition.evaluate.printed import Printed
from build_edition.evaluate.report import details, figures, table
from build_edition.evaluate.truth import Block, Call, PageBeginning, Truth
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript

TEXT = """\
The Weir

The miller kept the weir by a long-
standing right.1 He said so of-
ten:

   It is my weir, and the wa-

6 THE MILLS

   ter in it is mine.2

and nobody else did.
• eels
• mud
"""
TRUTH = Truth(
    "weirs-1901",
    "book",
    (
        Block("head", "The Weir", level=3),
        Block("p", "The miller kept the weir by a long-standing right. He said so often:", notes=(Call("1", 50),)),
        Block(
            "quote",
            "It is my weir, and the water in it is mine.",
            notes=(Call("2", 43),),
            pages=(PageBeginning("6", 25, ("6 THE MILLS",)),),
        ),
        Block("p", "and nobody else did.", continues=True),
        Block("item", "eels", ordered=False, marker="•"),
        Block("item", "mud", ordered=False, marker="•"),
    ),
)


def span(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def mark(kind, first, last=None, **attrs):
    start, end = span(first)
    return Mark(kind, start, span(last)[1] if last else end, attrs)


MARKS = [
    mark("head", "The Weir", level=3),
    mark("p", "The miller", "ten:"),
    mark("quote", "It is my", "mine.2"),
    mark("p", "and nobody", "did.", continues=True),
    mark("item", "• eels"),
    mark("item", "• mud"),
]


def transcript(marks=None, interventions=None):
    source = Source.from_text(TEXT, "weirs")
    return Transcript(source, tuple(interventions or ()), tuple(marks or ()))


@pytest.fixture
def perfect():
    """Running head, line ends and marks as they should be; the page break is inside a word."""
    digit = {
        name: Mark("ref", TEXT.index(f".{name}") + 1, TEXT.index(f".{name}") + 2, {"n": name}) for name in "12"
    }
    at = TEXT.index("ter in it")
    hyphen, head = TEXT.index("wa-") + 2, span("6 THE MILLS")
    interventions = [
        Intervention(span("of-")[1] - 1, span("of-")[1] + 1, "", "line-end-hyphen"),
        Intervention(span("long-")[1], span("long-")[1] + 1, "", "line-join"),
        Intervention(hyphen, head[0], "", "line-end-hyphen"),
        Intervention(*head, "", "forme-work"),
        Intervention(head[1], at, "", "line-join"),
    ]
    return transcript([*MARKS, *digit.values(), Mark("pb", at, at, {"n": "6"})], interventions)


def test_a_perfect_transcript_is_perfect_in_every_measure(perfect):
    measures = compare(perfect, TRUTH)
    assert figures(measures) == dict.fromkeys(figures(measures), 1.0)
    assert measures["note_calls"].right == 2
    assert measures["hyphens"].of == 3
    assert measures["forme_work"].right == 1
    assert measures["page_beginnings"].right == 1
    assert measures["list_items"].right == 2
    assert "notes" not in figures(measures)  # there are none: no perfect figure for nothing


def without(perfect, mark):
    return Transcript(perfect.source, perfect.interventions, tuple(m for m in perfect.marks if m != mark))


@pytest.mark.parametrize(
    ("kind", "measure"),
    [
        ("head", "headings"), ("quote", "quotations"), ("item", "list_items"), ("p", "paragraphs"),
        ("pb", "page_beginnings"), ("ref", "note_calls"),
    ],
)  # fmt: skip
def test_a_lost_mark_lowers_recall_in_its_measure(perfect, kind, measure):
    lost = next(mark for mark in perfect.marks if mark.kind == kind)
    found = compare(without(perfect, lost), TRUTH)[measure]
    assert found.overlooked == 1
    assert found.recall < 1
    assert found.precision == 1


def test_a_false_mark_lowers_precision(perfect):
    false = Mark("head", *span("ten:"), {"level": 3})
    found = compare(perfect.with_records(marks=[false]), TRUTH)["headings"]
    assert (found.right, found.wrong, found.overlooked) == (1, 1, 0)
    assert [(d.sort, d.line, d.found) for d in found.differences] == [("false", 5, "heading, level 3")]


def test_a_call_that_is_not_marked_is_a_word_error_too(perfect):
    lost = next(mark for mark in perfect.marks if mark.kind == "ref")
    assert compare(without(perfect, lost), TRUTH)["words"].errors == 1


def test_a_quotation_must_have_its_exact_extent(perfect):
    whole = next(mark for mark in perfect.marks if mark.kind == "quote")
    half = Mark("quote", whole.start, TEXT.index(", and the"), {})
    cut_short = without(perfect, whole).with_records(marks=[half])
    assert compare(cut_short, TRUTH)["quotations"].f1 == 0


def test_marks_of_a_quotation_on_either_side_of_a_page_are_one(perfect):
    whole = next(mark for mark in perfect.marks if mark.kind == "quote")
    parts = [Mark("quote", whole.start, span("wa-")[1] - 1, {}), Mark("quote", span("ter in")[0], whole.end, {})]
    assert compare(without(perfect, whole).with_records(marks=parts), TRUTH)["quotations"].f1 == 1


def test_levels_and_page_numbers_are_compared_where_both_speak(perfect):
    head, pb = (next(m for m in perfect.marks if m.kind == kind) for kind in ("head", "pb"))
    wrong = [Mark("head", head.start, head.end, {"level": 4}), Mark("pb", pb.start, pb.end, {"n": "7"})]
    measures = compare(without(without(perfect, head), pb).with_records(marks=wrong), TRUTH)
    assert measures["headings"].f1 == measures["page_beginnings"].f1 == 1
    assert measures["heading_levels"].accuracy == measures["page_numbers"].accuracy == 0


def test_the_bare_source_has_its_faults_counted():
    measures = compare(transcript(), TRUTH)
    assert measures["forme_work"].overlooked == 1
    assert measures["hyphens"].right == 0
    assert measures["words"].errors > 0
    assert measures["headings"].recall == 0


def test_the_rest_of_a_word_is_not_taken_from_the_notes_that_part_it():
    text = "The miller took pains with his becom-\n1 Rising tides, iii. p. 36.\n\fing hat and his boots.\n"
    truth = Truth("hat", "book", (Block("p", "The miller took pains with his becoming hat and his boots."),))
    printed = Printed(truth, Source.from_text(text))
    before, there = text.index("-") - 1, printed.stream.text.index("ing hat")
    for found in (text.index("ising"), text.index("ing hat")):  # a letter of the note, or the rest itself
        assert printed._other_half(before, found, there) == text.index("ing hat")


def test_what_the_source_has_lost_is_not_asked_for():
    lacking = Source.from_text(TEXT.replace("right.1", "right.").replace("• eels\n", ""))
    measures = compare(Transcript(lacking), TRUTH)
    assert measures["note_calls"].overlooked == 1
    assert measures["list_items"].overlooked == 1


def test_errors_are_counted_by_words_and_characters():
    words, characters = text_errors("the mil burnt  down", "the mill burnt down")
    assert (words.errors, words.of) == (1, 4)
    assert (characters.errors, characters.of) == (1, 19)


def test_the_report_says_what_was_counted(perfect):
    measures = compare(perfect, TRUTH)
    assert "note calls       F1 1.0000" in table(measures)
    assert "notes            nothing to measure" in table(measures)
    assert details(measures)["note_calls"]["right"] == 2


def test_what_may_begin_or_resume_is_judged_as_neither():
    undecided = Truth(
        TRUTH.work,
        TRUTH.layout,
        tuple(Block("p", block.text, role="undecided") if block.continues else block for block in TRUTH.blocks),
    )
    for continues in (False, True):
        marks = [m for m in MARKS if m.start != span("and nobody")[0]]
        marks.append(mark("p", "and nobody else did.", continues=continues))
        measures = compare(transcript(marks), undecided)
        assert measures["paragraphs"].f1 == 1
        assert not measures["resumptions"].counted


def test_a_paragraph_that_the_end_of_the_source_cuts_begins_nevertheless():
    text = "The miller kept the weir.\n\nNobody else did so in all the years that the wheel stood still, for the"
    rest = "race was dry; and whoever came that way found neither flour nor work, and no bed in the house."
    later = "Then came the ferryman, who had seen the sea; he asked the price of the wheel."
    blocks = [Block("p", "The miller kept the weir."), Block("p", f"{text[27:]} {rest}"), Block("p", later)]
    printed = Printed(Truth("weirs-1901", "book", tuple(blocks)), Source.from_text(text))
    assert printed.paragraphs(continues=False) == {1, 3}


def test_an_item_begins_below_a_bullet_that_stands_alone():
    source = Source.from_text("•\n\neels\n• mud\n", "weirs")
    marks = (Mark("item", 0, 7, {}), Mark("item", 8, 13, {}))
    assert list(Marked(Transcript(source, (), marks)).starts("item")) == [3, 4]


def test_a_call_in_tags_stands_tight_behind_its_word():
    text = "The miller kept his weir. Nobody else did, and the carters said so."
    truth = Truth("weirs-1901", "web", (Block("p", text, notes=(Call("1", 25),)),))
    source = Source.from_text(text.replace("weir.", "weir.<sup>1</sup>"))
    assert Printed(truth, source).calls() == {(1, "1")}


def test_a_heading_may_begin_with_a_word_that_the_truth_lacks():
    source = Source.from_text("Chapter\n\nVI\n\nThe miller kept the weir, and nobody else did.\n", "x")
    truth = Truth(
        "weirs-1901",
        "book",
        (Block("head", "VI", level=2), Block("p", "The miller kept the weir, and nobody else did.")),
    )
    whole, lone = (Transcript(source, marks=(Mark("head", 0, end, {"level": 2}),)) for end in (11, 7))
    assert compare(whole, truth)["headings"].f1 == 1.0
    assert compare(lone, truth)["headings"].f1 == 0.0
