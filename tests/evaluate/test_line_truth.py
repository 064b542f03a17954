"""A truth told by lines, on a page invented here: transcripts that are right, and wrong in one known way."""

import json

import pytest

from build_edition.errors import InputError
from build_edition.evaluate.line_compare import compare_lines
from build_edition.evaluate.line_truth import read_line_truth
from build_edition.evaluate.measures import Scope
from build_edition.evaluate.report import figures
from build_edition.evaluate.truth_forms import any_truth
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript

TEXT = """\
The Weir
Its keepers
The rniller kept the well-
known weir.1 He said:

   It is my weir.2

4 THE MILLS
 and nobody's eise.
• eels
• mud
He spelt it wier.
"""
RECORD = {
    "headings": [{"line": 1, "end_line": 2, "level": 3, "label": "The Weir"}],
    "furniture": [{"line": 8}],
    "page_breaks": [{"line": 9, "page": 5}],
    "blockquotes": [{"start": 6, "end": 6}],
    "lists": [{"items": [10, 11], "ordered": False}],
    "note_calls": [{"line": 4, "number": 1}, {"line": 6, "number": 2}],
    "paragraph_starts": [3, {"line": 12}],
    "ambiguous_starts": [9],
    "hyphens": [{"line": 3, "joined": "well-known"}],
    "errors": [
        {"line": 3, "read": "rniller", "should_be": "miller", "kind": "character", "certain": True},
        {"line": 9, "read": "eise", "should_be": "else", "kind": "character", "certain": True},
        {"line": 6, "read": "my", "should_be": "our", "kind": "word", "certain": False},
        {"line": 12, "read": "He", "should_be": "She", "kind": "author-slip", "certain": True},
    ],
    "author_usage_not_to_fix": [{"line": 12, "text": "wier"}],
}


def at(words, kind, last=None, **attrs):
    start = TEXT.index(words)
    end = TEXT.index(last) + len(last) if last else start + len(words)
    return Mark(kind, start, end, attrs)


def put(words, reading, rule, cert="high"):
    start = TEXT.index(words)
    return Intervention(start, start + len(words), reading, rule, cert)


WHOLE = Scope()
MARKS = {
    "head": at("The Weir", "head", "keepers", level=3),
    "p": at("The rniller", "p", "He said:"),
    "quote": at("It is my", "quote", "weir.2"),
    "item": at("• eels", "item"),
    "mud": at("• mud", "item"),
    "pb": Mark("pb", TEXT.index("and nobody"), TEXT.index("and nobody"), {"n": "5"}),
    "resumed": at("and nobody", "p", "eise.", continues=True),
    "last": at("He spelt", "p", "wier."),
    "ref": Mark("ref", TEXT.index(".1") + 1, TEXT.index(".1") + 2, {"n": "1"}),
    "ref2": Mark("ref", TEXT.index(".2") + 1, TEXT.index(".2") + 2, {"n": "2"}),
    "suspect": at("eise", "suspect"),
}
INTERVENTIONS = [
    put("rn", "m", "misread-character"),
    Intervention(TEXT.index("well-") + 5, TEXT.index("known"), "", "line-join"),
    put("4 THE MILLS", "", "forme-work"),
]


def measured(marks=MARKS, interventions=INTERVENTIONS, record=RECORD, scope=WHOLE):
    transcript = Transcript(Source.from_text(TEXT), tuple(interventions), tuple(marks.values()))
    return compare_lines(transcript, read_line_truth(record, "t"), scope)


def without(*names):
    return {name: mark for name, mark in MARKS.items() if name not in names}


def test_what_is_right_is_right_in_every_measure():
    scores = figures(measured())
    assert scores.pop("errors_fixed") == 0.5  # the other is only marked
    assert scores == dict.fromkeys(scores, 1.0)
    assert set(scores) >= {"heading_ends", "page_numbers", "hyphens", "errors_found", "emendations", "usage_kept"}


@pytest.mark.parametrize(
    ("lost", "measure", "line"),
    [
        ("head", "headings", 1), ("quote", "quotations", 6), ("mud", "list_items", 11), ("last", "paragraphs", 12),
        ("pb", "page_beginnings", 9), ("ref", "note_calls", 4),
    ],
)  # fmt: skip
def test_a_lost_mark_is_missed_on_its_line(lost, measure, line):
    found = measured(without(lost))[measure]
    assert found.overlooked == 1
    assert [(d.sort, d.line) for d in found.differences] == [("missed", line)]


def test_a_difference_says_what_the_other_side_has_there():
    marks = without("quote") | {"p2": at("It is my", "p", "weir.2")}
    measures = measured(marks)
    (missed,) = measures["quotations"].differences
    assert (missed.expected, missed.found) == ("quotation", "paragraph begins")
    assert measures["paragraphs"].wrong == 0  # the line belongs to a quotation, and is judged there
    (false,) = measured(without("head") | {"h": at("He spelt", "head", level=2)})["headings"].differences[1:]
    assert (false.expected, false.found) == ("paragraph begins", "heading, level 2")


def test_an_undecidable_start_is_neither_right_nor_wrong():
    begun = at("and nobody", "p", "eise.")
    assert measured(without("resumed") | {"p2": begun})["paragraphs"].wrong == 0


def test_a_heading_found_below_its_label_counts_and_may_end_wrong():
    measures = measured(without("head") | {"h": at("Its keepers", "head", level=4)})
    assert measures["headings"].f1 == 1
    assert measures["heading_ends"].right == 1
    (wrong,) = measures["heading_levels"].differences
    assert (wrong.expected, wrong.found) == ("3", "4")
    (end,) = measured(without("head") | {"h": at("The Weir", "head", level=3)})["heading_ends"].differences
    assert (end.expected, end.found) == ("the heading ends on line 2", "it ends on line 1")


def test_depth_tells_a_level_more_finely():
    record = {"headings": [{"line": 1, "level": 4, "depth": 5}]}
    assert measured(record=record)["heading_levels"].differences[0].expected == "5"


def test_a_page_without_its_number_is_wrong_only_there():
    bare = Mark("pb", MARKS["pb"].start, MARKS["pb"].start, {})
    measures = measured(without("pb") | {"pb": bare})
    assert (measures["page_beginnings"].f1, measures["page_numbers"].accuracy) == (1, 0)
    assert measured(without("pb"))["page_numbers"].accuracy == 0


def test_an_error_neither_mended_nor_marked_is_not_found():
    found = measured(without("suspect"))["errors_found"]
    assert (found.right, found.of) == (1, 2)
    assert found.differences[0].line == 9


def test_an_emendation_that_the_truth_does_not_know_is_a_false_one():
    (false,) = measured(interventions=[*INTERVENTIONS, put("mud", "mad", "misread-character")])[
        "emendations"
    ].differences
    assert (false.sort, false.line) == ("false", 11)
    assert "[mud → mad]" in false.found
    unsure = measured(interventions=[*INTERVENTIONS, put("my", "thy", "misread-character")])["emendations"]
    assert (unsure.right, unsure.of) == (1, 1)  # the truth is itself not sure of that word


def test_usage_and_hyphens_that_were_changed():
    hyphen = Intervention(TEXT.index("well-") + 4, TEXT.index("known"), "", "line-end-hyphen")
    measures = measured(interventions=[hyphen, put("wier", "weir", "misread-character")])
    assert measures["usage_kept"].accuracy == measures["hyphens"].accuracy == 0
    assert measures["forme_work"].overlooked == 1


def test_only_the_lines_judged_count():
    measures = measured(without("head", "ref"), scope=Scope(5, 8))
    assert not measures["headings"].counted
    assert (measures["note_calls"].right, measures["note_calls"].overlooked) == (1, 0)
    assert measures["errors_fixed"].of == 0


def test_what_the_truth_does_not_say_is_not_measured():
    assert set(measured(record={"lists": []})) == {"list_items"}


def test_an_essay_may_be_told_by_whole_paragraphs():
    record = {
        "paragraphs": [{"lines": [3, 4], "role": "body"}, {"lines": [6, 6], "role": "sidebar"}],
        "quotes": [{"start": 6, "end": 6, "display": True}, {"start": 12, "end": 12, "display": False}],
        "must_not_change": [{"line": 12, "text": "wier", "why": "his spelling"}],
        "headings": [{"line": None, "level": 1, "supplied": True}],
        "title": "The Weir",
    }
    measures = measured(record=record)
    assert measures["quotations"].f1 == 1
    assert (measures["paragraphs"].right, measures["paragraphs"].wrong) == (1, 1)
    assert measures["usage_kept"].of == 1


def test_breaks_boxes_tables_and_what_stands_beside_the_text():
    marks = {
        "box": at("Its keepers", "floatingText", "He said:"),
        "table": at("• eels", "table", "• mud"),
        "break": Mark("milestone", TEXT.index("\n   It"), TEXT.index("\n   It"), {}),
        "hi": at("rniller", "hi"),
        "other": at("known", "hi"),
        "source": at("He spelt it wier.", "note", type="source"),
        "author": at("The Weir", "note", type="author"),
    }
    record = {
        "sidebars": [{"start": 2, "end": 4}],
        "tables": [{"start": 10, "end": 10}],
        "breaks": [5, {"line": 7}],
        "emphasis_true": [{"line": 3, "text": "rniller"}, {"line": 3, "text": "kept"}],
        "source_notes": [{"line": 12}],
        "author_notes": [],
    }
    measures = measured(marks, (), record)
    assert {name: (m.right, m.wrong, m.overlooked) for name, m in measures.items()} == {
        "sidebars": (1, 0, 0), "tables": (0, 1, 1), "breaks": (1, 0, 1), "emphasis": (1, 1, 1),
        "source_notes": (1, 0, 0), "author_notes": (0, 1, 0),
    }  # fmt: skip
    assert measures["breaks"].differences[0].line == 8  # the line below a break that is not printed


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("[1]", "t:1", "not a JSON object"),
        ("{", "t:1", "not JSON"),
        ("", "t", "empty"),
        ("{}", "t", "says nothing that can be measured"),
        ('{"colour": "blue"}', "t", "says nothing that can be measured"),
        ('{"headings": [{"line": "one"}]}', "t", "`headings.0.line`: "),
        ('{"note_calls": [{"line": 0, "number": 1}]}', "t", "greater than or equal to 1"),
        ('{"blockquotes": [{"start": 3}]}', "t", "`blockquotes.0.end`: field required"),
        ('{"paragraphs": [3]}', "t", "`lines`"),
        ('{"hue": 1}\n{"hue": 2}', "t:1", "no form of truth known here"),
    ],
)
def test_what_is_no_truth_is_refused(text, where, said):
    with pytest.raises(InputError) as caught:
        any_truth(text, "t")
    assert caught.value.where == where
    assert said in str(caught.value)


def test_a_truth_by_lines_is_known_by_being_one_object():
    assert any_truth(json.dumps(RECORD, indent=1), "t").starts == {3, 12}
