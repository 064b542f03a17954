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


def scanned(lines, *marks):
    """Two notes of one page, whose text OCR misread; marks are a line's first words, with a number."""
    said = [{"n": 1, "kind": "footnote", "pos": 27, "body": "Roe, Book of the Bridge, p. 14."},
            {"n": 2, "kind": "footnote", "pos": 58, "body": "Ibid. p. 96."}]  # fmt: skip
    block = {"type": "p", "text": "It stood by the old bridge. Nobody ground so fine a flour.", "notes": said}
    text = "It stood by the old bridge.’ Nobody ground so fine a flour.*\n\n" + "\n".join(lines) + "\n"
    ends = {line: text.index(line) + len(line) for line in lines}
    found = [Mark("note", text.index(line), ends[line], {"n": n}) for line, n in marks]
    return compare(Transcript(Source.from_text(text), (), tuple(found)), any_truth(json.dumps(block), "t"))


MISREAD = ("‘Roc, Bock of tbe Bridgo, p. 1d.", "“hid. p. 9G.")


def test_a_note_misread_is_the_note_and_its_number_is_judged_apart():
    measures = scanned(MISREAD, (MISREAD[0], "1"), (MISREAD[1], "7"))
    assert (measures["notes"].right, measures["notes"].wrong, measures["notes"].overlooked) == (2, 0, 0)
    assert (measures["note_numbers"].right, measures["note_numbers"].of) == (1, 2)
    assert measures["note_numbers"].differences[0].found == "7"


def test_a_note_without_a_number_is_found_and_its_number_is_not():
    measures = scanned(MISREAD, (MISREAD[0], None), (MISREAD[1], "2"))
    assert (measures["notes"].right, measures["note_numbers"].right) == (2, 1)


def test_a_note_that_is_not_in_the_source_is_not_asked_for_and_what_stands_there_is_not_false():
    lost = (MISREAD[0], "xq#z\\~~")
    measures = scanned(lost, (lost[0], "1"), (lost[1], "2"))
    assert (measures["notes"].right, measures["notes"].wrong, measures["notes"].overlooked) == (1, 0, 0)
    more = scanned((*lost, "Nobody paid the toll after dark."), (lost[0], "1"), (lost[1], "2"),
                   ("Nobody paid the toll after dark.", "3"))  # fmt: skip
    assert more["notes"].wrong == 1


def test_of_equal_notes_each_is_found_in_its_place():
    bodies = ("See the bill.", "See the bill.")
    said = [{"n": k, "kind": "footnote", "pos": pos, "body": body}
            for k, (pos, body) in enumerate(zip((27, 58), bodies, strict=True), 1)]  # fmt: skip
    block = {"type": "p", "text": "It stood by the old bridge. Nobody ground so fine a flour.", "notes": said}
    text = 'It stood by the old bridge.! Nobody ground so fine a flour.?\n\n"Sce the bill.\n\n‘See the bill.\n'
    marks = [Mark("note", text.index(line), text.index(line) + len(line), {"n": n})
             for line, n in (('"Sce the bill.', "1"), ("‘See the bill.", "2"))]  # fmt: skip
    measures = compare(Transcript(Source.from_text(text), (), tuple(marks)), any_truth(json.dumps(block), "t"))
    assert (measures["notes"].right, measures["note_numbers"].right) == (2, 2)


def test_a_call_in_brackets_that_begins_the_next_line_is_asked_for():
    text = TEXT.format("\n[1]")
    truth = any_truth("\n".join(json.dumps(block) for block in BLOCKS), "t")
    at = text.index("[1]") + 1
    found = compare(Transcript(Source.from_text(text), (), (Mark("ref", at, at + 1, {"n": "1"}),)), truth)[
        "note_calls"
    ]
    assert (found.right, found.wrong, found.overlooked) == (1, 0, 0)


def test_a_call_on_a_page_that_begins_with_the_word_before_it_is_asked_for_there():
    page = {"type": "p", "text": BLOCKS[1]["text"], "notes": BLOCKS[1]["notes"], "pages": [{"n": "9", "at": 28}]}
    foot = "The Mill\n\nIt stood by the old\n\n1 Until the flood.\n\n"
    text = f"{foot}\fbridge.1 Nobody ground so fine a flour as the\nmiller there did.\n"
    truth = any_truth("\n".join(json.dumps(block) for block in (BLOCKS[0], page)), "t")
    at = text.index("bridge.1") + 7
    found = compare(Transcript(Source.from_text(text), (), (Mark("ref", at, at + 1, {"n": "1"}),)), truth)[
        "note_calls"
    ]
    assert (found.right, found.wrong, found.overlooked) == (1, 0, 0)


def test_a_note_stands_where_its_text_does_not_its_number():
    text = "It stood by the old bridge.1\n\n1\n\n" + BODY + "\n"
    block = {"type": "p", "text": "It stood by the old bridge.", "notes": [dict(BLOCKS[1]["notes"][0])]}
    truth = any_truth(json.dumps(block), "t")
    for start in (text.index("1\n\nUntil"), text.index("Until")):
        mark = Mark("note", start, len(text) - 1, {"n": "1"})
        measured = compare(Transcript(Source.from_text(text), (), (mark,)), truth)
        assert (measured["notes"].right, measured["notes"].wrong) == (1, 0)
    column = "1.\n2.\n\nRoe, in the book of the bridge.\nDoe, who is lost.\n"
    blocks = [
        {"kind": "note", "text": line, "n": n, "marker": f"{n}."}
        for n, line in zip("12", column.split("\n")[3:5], strict=True)
    ]
    marks = [
        Mark("note", column.index(word), column.index("\n", column.index(word)), {"n": n})
        for n, word in (("1", "Roe"), ("2", "Doe"))
    ]
    head = {"format": "build-edition/truth", "version": 1, "layout": "book"}
    truth = any_truth("\n".join(map(json.dumps, [head, *blocks])), "t")
    measured = compare(Transcript(Source.from_text(column), (), tuple(marks)), truth)
    assert (measured["notes"].right, measured["notes"].wrong) == (2, 0)
