"""How calls that the source has otherwise, and notes on two pages, are measured."""

import json

from build_edition.evaluate.compare import compare
from build_edition.evaluate.truth_forms import any_truth
from build_edition.source import Source
from build_edition.transcript import Mark, Transcript

BODY = "Until the flood of the year 1901, which took the mill and left the bridge."
BLOCKS = [
    {"type": "h1", "text": "The Mill", "notes": []},
    {"type": "p", "text": "It stood by the old bridge. Nobody ground so fine a flour as the miller there did.",
     "notes": [{"n": 1, "kind": "footnote", "pos": 27, "body": BODY}]},
]  # fmt: skip
TEXT = """\
The Mill

It stood by the old bridge.{} Nobody ground
1 Until the flood of the year 1901, which
so fine a flour as the miller there did.
took the mill and left the bridge.
"""


def measured(call, n, *notes):
    text = TEXT.format(call)
    marks = [Mark("note", text.index(first), text.index(last) + len(last), attrs) for first, last, attrs in notes]
    if n:
        marks.append(Mark("ref", text.index(call + " Nobody"), text.index(" Nobody"), {"n": n}))
    truth = any_truth("\n".join(json.dumps(block) for block in BLOCKS), "t")
    return compare(Transcript(Source.from_text(text), (), tuple(marks)), truth)


def test_a_call_restored_is_neither_asked_for_nor_false():
    assert (measured("1", "1")["note_calls"].right, measured("1", "")["note_calls"].overlooked) == (1, 1)
    restored, wrong, none = measured("*", "1"), measured("*", "2"), measured("*", "")
    assert (restored["note_calls"].wrong, restored["note_calls"].overlooked) == (0, 0)
    assert wrong["note_calls"].wrong == 1
    assert none["note_calls"].overlooked == 0


def test_a_note_on_two_pages_is_judged_whole():
    begun = ("1 Until", "which", {"n": "1"})
    whole = measured("1", "1", begun, ("took the mill", "left the bridge.", {"continues": True}))["notes"]
    assert (whole.right, whole.wrong) == (1, 0)
    assert measured("1", "1", begun)["notes"].right == 0


def test_notes_that_share_a_line_are_judged_one_by_one():
    bodies = ("Roe, in the book of the bridge, p. 4.", "Doe, p. 9.")
    said = [{"n": k, "kind": "footnote", "pos": 27, "body": body} for k, body in enumerate(bodies, 1)]
    block = {"type": "p", "text": "It stood by the old bridge. Nobody ground so fine a flour.", "notes": said}
    text = f"It stood by the old bridge.12 Nobody ground so fine a flour.\n\n1 {bodies[0]} 2 {bodies[1]}\n"
    marks = [Mark("note", text.index(f"{k} {body}"), text.index(body) + len(body), {"n": str(k)})
             for k, body in enumerate(bodies, 1)]  # fmt: skip
    truth = any_truth(json.dumps(block), "t")
    notes = compare(Transcript(Source.from_text(text), (), tuple(marks)), truth)["notes"]
    assert (notes.right, notes.wrong, notes.overlooked) == (2, 0, 0)


def test_the_number_of_a_note_is_not_its_lost_call():
    text = "It stood by the old bridge.\n\n1 " + BODY + "\n"
    block = {"type": "p", "text": "It stood by the old bridge.", "notes": [dict(BLOCKS[1]["notes"][0])]}
    truth = any_truth(json.dumps(block), "t")
    calls = compare(Transcript(Source.from_text(text), (), ()), truth)["note_calls"]
    assert calls.overlooked == 0
