"""A truth by plain blocks: chapters, paragraphs, quotations and items, with notes that stand with their calls."""

import json

import pytest

from build_edition.errors import InputError
from build_edition.evaluate.compare import compare
from build_edition.evaluate.evaluation import evaluate
from build_edition.evaluate.truth_forms import any_truth
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript

BLOCKS = [
    {"type": "h1", "text": "II\nThe Mill", "notes": []},
    {"type": "p", "text": "It stood by the old bridge for years.",
     "notes": [{"n": 1, "kind": "footnote", "pos": 37, "body": "Until the flood of 1901."}]},
    {"type": "bq", "text": "Nobody ground so fine a flour.", "notes": []},
    {"type": "bq", "text": "Nobody was paid so badly for it.",
     "notes": [{"n": 2, "kind": "endnote", "pos": 32, "body": "See the ap"}]},
    {"type": "li", "text": "barley", "notes": []},
]  # fmt: skip
TEXT = """\
CHAPTER II
The Mill

It stood by the old bridge for years.1
   Nobody ground so fine a flour.
1 Until the flood of 1901.
   Nobody was paid so badly for it.2
• barley
"""


def lines(records):
    return "\n".join(json.dumps(record) for record in records)


def at(words, kind, last=None, **attrs):
    start = TEXT.index(words)
    return Mark(kind, start, TEXT.index(last) + len(last) if last else start + len(words), attrs)


MARKS = (
    at("CHAPTER", "head", "The Mill", level=2),
    at("It stood", "p", "years.1"),
    Mark("ref", TEXT.index("years.1") + 6, TEXT.index("years.1") + 7, {"n": "1"}),
    at("   Nobody ground"[3:], "quote", "flour."),
    at("1 Until", "note", "1901.", n="1"),
    at("Nobody was", "quote", "it.2"),
    Mark("ref", TEXT.index("it.2") + 3, TEXT.index("it.2") + 4, {"n": "2"}),
    at("• barley", "item"),
)


def compared(marks=MARKS, interventions=()):
    transcript = Transcript(Source.from_text(TEXT), tuple(interventions), tuple(marks))
    return compare(transcript, any_truth(lines(BLOCKS), "t"))


def test_a_right_transcript_is_right():
    measures = compared()
    assert measures["headings"].right == measures["paragraphs"].right == measures["list_items"].right == 1
    assert measures["heading_levels"].accuracy == 1
    assert measures["note_calls"].right == 2
    assert (measures["notes"].right, measures["notes"].wrong, measures["notes"].overlooked) == (1, 0, 0)
    assert measures["quotations"].f1 == 1  # one quotation, with a note at the foot of the page in its midst
    assert measures["words"].errors == 1  # CHAPTER, which such a truth leaves out


def test_it_is_silent_on_pages_and_forme_work():
    assert not {"forme_work", "page_beginnings", "page_numbers", "resumptions"} & set(compared())


def test_a_paragraph_that_resumes_is_told_from_one_that_begins():
    words = "It went on grinding to the end"
    source = Source.from_text(f"{TEXT}\n{words}\n")
    start = len(TEXT) + 1
    truth = any_truth(lines([*BLOCKS, {"type": "p", "text": words, "continues": True}]), "t")
    right = Transcript(source, (), (*MARKS, Mark("p", start, start + len(words), {"continues": True})))
    wrong = Transcript(source, (), (*MARKS, Mark("p", start, start + len(words))))
    assert compare(right, truth)["resumptions"].right == compare(right, truth)["paragraphs"].right == 1
    assert compare(wrong, truth)["resumptions"].overlooked == compare(wrong, truth)["paragraphs"].wrong == 1


def test_a_note_with_another_text_is_not_the_note():
    changed = Intervention(TEXT.index("Until"), TEXT.index("of 1901"), "Nothing whatever ", "spoilt")
    notes = compared(interventions=[changed])["notes"]
    assert (notes.right, notes.wrong, notes.overlooked) == (0, 1, 1)


def test_a_note_that_is_not_marked_is_missed_and_adds_words():
    measures = compared([mark for mark in MARKS if mark.kind != "note"])
    assert measures["notes"].overlooked == 1
    assert measures["words"].errors > 1


def test_lines_that_are_not_judged_do_not_ask_for_their_words():
    transcript = Transcript(Source.from_text(TEXT), (), MARKS)
    further = lines(
        [*BLOCKS, {"type": "p", "text": "Past the end of what was scanned there is far more of it all."}]
    )
    truth = any_truth(further, "t")
    whole = evaluate(transcript, truth, "t", None, None).measures["words"]
    part = evaluate(transcript, truth, "t", 1, 99).measures["words"]
    assert whole.errors - part.errors == 14


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"type": "h9", "text": ""}, "h9"),
        ({"type": "p"}, "needs a text"),
        ({"type": "p", "text": "a", "notes": 3}, "a list"),
        ({"type": "p", "text": "a", "continues": "no"}, "true or false"),
        ({"type": "bq", "text": "a", "continues": True}, "and a p's"),
        ({"type": "p", "text": "a", "notes": [{"n": 1}]}, "`pos`"),
        ({"type": "p", "text": "a", "notes": [{"n": 1, "pos": 2}]}, "outside"),
    ],
)
def test_a_bad_block_is_refused_with_its_line(record, said):
    with pytest.raises(InputError) as caught:
        any_truth(lines([BLOCKS[0], record]), "t")
    assert caught.value.where == "t:2"
    assert said in str(caught.value)
