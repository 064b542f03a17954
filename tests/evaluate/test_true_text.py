"""A true text as a truth, invented here: what is read of it, and transcripts measured against it."""

import json

import pytest

from build_edition.errors import InputError
from build_edition.evaluate.compare import compare
from build_edition.evaluate.evaluation import evaluate
from build_edition.evaluate.true_text import read_true_text
from build_edition.evaluate.truth_forms import TrueText, any_truth, read_any_truth
from build_edition.source import Source
from build_edition.transcript import Intervention, Mark, Transcript

TRUE = """\
# The Eel Weir

Ann Sluys

> [!standfirst]
> Who owns the water?

## Its Keepers

The *miller* kept the weir – and its well\\-known
eels – for nine years.[^1]

> “It is my weir.
>
> It was always mine.”

He said so **twice**. <!-- and a third time, in the draft -->

* * *

> [!sidebar] A Wheel
>
> It turns.

- eels
2. mud

| year | eels |
|------|-----:|
| 1901 | nine |

[^1]: Until the flood.
"""
TEXT = """\
Who owns the water?

Its Keepers

The miller kept the weir – and its well-known eels – for nine years.1

“It is my weir.

It was always mine.”

He said so twice.

* * *

A Wheel

It turns.

eels

2. mud

year eels

1901 nine

1 Until the flood.
"""


def transcript(text, *found, interventions=()):
    marks = []
    for words, kind, attrs in found:
        start = text.index(words)
        marks.append(Mark(kind, start, start + len(words), attrs))
    return Transcript(Source.from_text(text), tuple(interventions), tuple(marks))


def compared(text, *found, true=TRUE):
    return compare(transcript(text, *found), read_true_text(true, "t"))


CALL = Mark("ref", TEXT.index(".1") + 1, TEXT.index(".1") + 2, {"n": "1"})


def test_each_block_is_read_as_what_it_is():
    blocks = read_true_text(TRUE, "t").blocks
    assert [(b.kind, b.role or b.within) for b in blocks] == [
        ("head", "title"), ("byline", "title"), ("p", "undecided"), ("head", None), ("p", None), ("quote", None),
        ("quote", None), ("p", "undecided"), ("milestone", None), ("head", "floatingText"), ("p", "undecided"),
        ("item", None), ("item", None), ("row", None), ("row", None), ("note", None),
    ]  # fmt: skip
    paragraph = blocks[4]
    assert paragraph.text == "The miller kept the weir – and its well-known eels – for nine years."
    assert [(call.n, call.at) for call in paragraph.notes] == [("1", len(paragraph.text))]
    assert [paragraph.text[span.start : span.end] for span in paragraph.hi] == ["miller"]
    assert [b.continues for b in blocks if b.kind == "quote"] == [False, True]
    assert blocks[7].text.strip() == "He said so twice."
    assert [b.marker for b in blocks if b.kind == "item"] == [None, "2."]
    assert blocks[-2].cells == ("1901", "nine")
    assert (blocks[-1].n, blocks[-1].text) == ("1", "Until the flood.")


@pytest.mark.parametrize(
    ("written", "text", "italic"),
    [
        ("5 * 3 and snake_case", "5 * 3 and snake_case", []),
        ("***both*** and __bold__", "both and bold", ["both"]),
        (r"\*not\* <i>so</i>", "*not* so", ["so"]),
        ("[a word](https://example.org) &amp; ~~struck~~", "a word & struck", []),
        ("H<sub>2</sub>O", "H2O", []),
        ("_x_, open *only", "x, open only", ["x"]),
    ],
)
def test_mark_up_inside_a_block(written, text, italic):
    (block,) = read_true_text(written, "t").blocks
    assert block.text == text
    assert [text[span.start : span.end] for span in block.hi] == italic


def test_a_text_that_reads_as_it_should_has_no_errors():
    source = Source.from_text(TEXT)
    measures = compare(Transcript(source, (), (CALL,)), read_true_text(TRUE, "t"))
    assert measures["words"].errors == measures["characters"].errors == 0
    assert measures["note_calls"].f1 == 1
    assert "title_and_byline" not in measures  # the source lacks both
    assert not {"forme_work", "page_beginnings", "page_numbers", "resumptions"} & set(measures)


def test_each_error_is_told_by_its_line():
    measures = compared(TEXT.replace("miller", "rniller").replace("years.1", "years."))
    (error,) = measures["words"].differences
    assert (error.line, error.expected, error.found) == (5, "“miller”", "“rniller”")
    assert measures["characters"].errors == 2


def test_title_and_byline_are_judged_apart_where_the_source_has_them():
    plain = "# The Eel Weir\n\nAnn Sluys\n\nIt stood.\n"
    right = compared("The Eel Weir\n\nAnn Sluys\n\nIt stood.\n", true=plain)
    assert (right["title_and_byline"].errors, right["title_and_byline"].of) == (0, 5)
    assert (right["words"].errors, right["words"].of) == (0, 2)
    wrong = compared("The Fel Weir\n\nAnn Sluys\n\nIt stood.\n", true=plain)
    assert (wrong["title_and_byline"].errors, wrong["words"].errors) == (1, 0)
    lost = transcript(
        "The Eel Weir\n\nAnn Sluys\n\nIt stood.\n", interventions=[Intervention(0, 12, "", "site-furniture")]
    )
    assert compare(lost, read_true_text(plain, "t"))["title_and_byline"].errors == 3


def test_the_first_paragraph_is_no_byline():
    blocks = read_true_text("# The Eel Weir\n\nIt stood.\n", "t").blocks
    assert [b.kind for b in blocks] == ["head", "p"]


def test_what_a_truth_lets_stand_is_no_error(tmp_path):
    true = "The miller colours nothing. Nothing, or so it seems; a vizard he wore – always.\n"
    told = {
        "errors": [
            {"line": 1, "read": "Nothing or so", "should_be": "Nothing, or so", "certain": False},
            {"line": 1, "read": "vizard", "should_be": "visard", "kind": "spelling", "certain": True},
            {"line": 1, "read": "rniller", "should_be": "miller", "kind": "character", "certain": True},
        ],
        "alternatives_acceptable": [
            "vizard kept is as good", {"text": "colours", "or": "colors"}, {"text": " – ", "or": "—"},
        ],
        "must_not_change": [{"line": 1, "text": "wore"}],
    }  # fmt: skip
    (tmp_path / "mill.md").write_text(true, "utf-8")
    (tmp_path / "mill.json").write_text(json.dumps(told), "utf-8")
    truth = read_any_truth(tmp_path / "mill.md")
    assert isinstance(truth, TrueText)

    def measured(text):
        return evaluate(transcript(text), truth, "mill.md", None, None).measures

    kept = measured("The miller colors nothing. Nothing or so it seems; a vizard he wore—always.\n")
    assert kept["words"].errors == kept["characters"].errors == 0
    assert kept["usage_kept"].accuracy == 1
    other = measured("The rniller colours nothing. Nothing, or so it seemed; a visard he bore – always.\n")
    assert [d.found for d in other["words"].differences] == ["“rniller”", "“seemed”", "“visard”", "“bore”"]
    assert (other["errors_fixed"].right, other["errors_fixed"].of) == (0, 1)


def test_a_json_of_another_form_beside_a_true_text_is_left_aside(tmp_path):
    (tmp_path / "mill.txt").write_text("It stood.\n", "utf-8")
    assert not isinstance(read_any_truth(tmp_path / "mill.txt"), TrueText)
    (tmp_path / "mill.json").write_text('{"type": "p", "text": "It stood."}\n', "utf-8")
    assert not isinstance(read_any_truth(tmp_path / "mill.txt"), TrueText)


def test_only_a_part_of_the_source_may_be_judged():
    text = TEXT.replace("miller", "rniller").replace("It turns", "lt turns")
    truth = read_true_text(TRUE, "t")
    measures = evaluate(transcript(text), truth, "t", 13, 17).measures
    assert [d.found for d in measures["words"].differences] == ["“lt”"]


def test_a_text_may_open_with_a_bracket_where_its_name_says_that_it_is_one():
    assert any_truth("[The Weir]\n\nIt stood.\n", "mill.md").blocks[0].text == "[The Weir]"


def test_a_true_text_without_words_is_refused():
    with pytest.raises(InputError) as caught:
        any_truth("<!-- nothing yet -->\n", "mill.md")
    assert (caught.value.where, "no words" in str(caught.value)) == ("mill.md", True)
