"""The benchmark of the corpora: its readers and counts on texts invented here, and a smoke run on real ones."""

import subprocess
import sys

from benchmarks.corpora.peers import guiguts_joins, installed, missing
from benchmarks.corpora.plain import plain_transcript
from benchmarks.corpora.proofreaders import read_proofread
from benchmarks.corpora.running_text import errors_side_by_side
from benchmarks.corpora.score import f1_score, few_words
from build_edition.source import Source

PROOFREAD = """\
-----File: f001.png-----------------------
[Blank Page]
-----File: p001.png-----------------------




CHAPTER I

THE <i>OLD</i> MILL


The mill stood by the weir[1] and was con-*
-----File: p002.png-----------------------
*sidered fine. It ground[1] much.[**sic]

[Footnote 1: Built in <i>1801</i>.]

/#
So they said,
all of them.

And so it was.
#/

What came after.

/*
1801   12
1802   14
*/
"""


def test_proofread_pages_are_read_as_blocks():
    truth = read_proofread(PROOFREAD)
    head, first, said, was, after, table = truth.blocks
    assert (head.kind, head.label, head.text) == ("head", "CHAPTER I", "THE OLD MILL")
    assert first.text == "The mill stood by the weir and was considered fine. It ground much."
    assert [(page.n, first.text[page.at :][:6]) for page in first.pages] == [("2", "sidere")]
    assert [(call.n, first.text[: call.at].split()[-1], call.body) for call in first.notes] == [
        ("1", "weir", None),
        ("1", "ground", "Built in 1801."),
    ]
    assert (said.kind, said.continues, was.continues) == ("quote", False, True)
    assert said.text == "So they said, all of them."
    assert (after.kind, after.role) == ("p", "undecided")  # the proofreaders do not say whether it resumes
    assert table.kind == "table"


def test_two_blank_lines_stand_before_a_section_and_before_a_letter_of_an_index():
    section = "-----File: p003.png---\nThe wheel stood.\n\n\nII. THE WEIR\n\nIt ran.\n\n\n"
    blocks = read_proofread(f"{PROOFREAD}{section}Alders, 12\n\n\nBoats, 13\nof elm, 14\n").blocks[-5:]
    assert [(block.kind, block.level) for block in blocks] == [("p", None), ("head", 3), *[("p", None)] * 3]


def test_the_baseline_joins_and_deletes_and_marks():
    text = "CHAPTER I\n\nThe mil-\nler slept.1 He\n\n12 THE MILL\n\n  woke again.\n\n• eels\n"
    transcript = plain_transcript(Source.from_text(text))
    assert "The miller slept" in transcript.reading.text
    assert "THE MILL" not in transcript.reading.text
    assert [mark.kind for mark in transcript.marks] == ["head", "p", "ref", "pb", "p", "item"]


def test_what_only_one_side_has_is_left_out_of_the_letters():
    true = "the weir was old and the mill was new and both were dear to us"
    text = "the wcir was old and a note about something else altogether the mill was new and both were dear to us"
    assert errors_side_by_side(text, true)[0] == 1
    assert errors_side_by_side(text, true)[2] == 6


def test_scores_tell_what_is_wrong_in_a_few_words():
    score = f1_score("heads", "a book", "someone", [1, 2], [2, 3])
    assert (score.figure, score.counts) == ("F1 0.5000", "1 right, 1 false, 1 missed")
    assert score.misses == ("missed line 3", "false line 1")
    assert few_words("one two three four five six seven") == "one two three four five six …"


def test_a_peer_decides_by_its_own_rules_or_is_said_to_be_missing():
    if not installed("guiguts"):
        assert "guiguts" in missing()
        return
    assert guiguts_joins(["The mil-", "ler and the miller of-", "ten kept well-", "known mills"]) == {
        0: True, 1: True, 2: False,
    }  # fmt: skip


def test_a_smoke_run_prints_the_steps(shared, root):
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--corpora", "--smoke"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    for step in ("forme work", "page joins", "paragraph starts", "character errors", "quotation marks curled"):
        assert step in done.stdout
    for package in missing():
        assert f"NOT INSTALLED, so left out: {package}" in done.stdout
