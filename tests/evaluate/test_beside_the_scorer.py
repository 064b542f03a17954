"""Our figures on the book are those of the scorer that stands beside its truth."""

import json
import subprocess
import sys

import pytest

from build_edition.evaluate.evaluation import evaluate
from build_edition.evaluate.truth_forms import read_any_truth
from build_edition.interchange import dump
from build_edition.rules import RULES, transcribe
from build_edition.source import Source
from build_edition.transcript import Transcript

FIRST, LAST = 3301, 6625
SAME = {
    "forme_work": "forme_work", "page_begin": "page_beginnings", "head": "headings", "note_call": "note_calls",
    "quote": "quotations", "item": "list_items", "paragraph": "paragraphs",
}  # fmt: skip
SHARES = {
    "page_number": "page_numbers", "head_end": "heading_ends", "hyphen": "hyphens", "error_fixed": "errors_fixed",
}  # fmt: skip


@pytest.fixture(scope="module")
def book(shared):
    path = next((shared / "sources").glob("004_*.txt"))
    return path, transcribe(Source.decode(path.read_bytes(), path.name))


def spoilt(transcript):
    """The transcript with every third mark and every fifth intervention gone, so that every figure is tried."""
    marks = tuple(mark for k, mark in enumerate(transcript.marks) if k % 3)
    emending = {name for rule in RULES for name in rule.names}
    kept = tuple(this for k, this in enumerate(transcript.interventions) if k % 5 or this.rule not in emending)
    return Transcript(transcript.source, kept, marks)


@pytest.mark.parametrize("spoil", [False, True], ids=["as it is", "spoilt"])
@pytest.mark.parametrize("lines", [(FIRST, LAST), (4001, 4800)], ids=str)
def test_the_figures_are_the_same(shared, book, tmp_path, spoil, lines):
    path, transcript = book
    transcript = spoilt(transcript) if spoil else transcript
    truth_path = shared / "truth" / f"sandle_{FIRST}_{LAST}.json"
    made = tmp_path / "book.json"
    made.write_text(dump(transcript), encoding="utf-8")
    scorer = [sys.executable, shared / "tools" / "score.py", path, made, truth_path, *map(str, lines)]
    done = subprocess.run(scorer, check=True, capture_output=True, text=True)
    theirs = {name: json.loads(rest) for name, _, rest in (row.partition(" ") for row in done.stdout.splitlines())}
    ours = evaluate(transcript, read_any_truth(truth_path), truth_path.name, *lines).measures
    for their, our in SAME.items():
        counts = (theirs[their]["tp"], theirs[their]["fp"], theirs[their]["fn"])
        assert counts == (ours[our].right, ours[our].wrong, ours[our].overlooked), our
        assert theirs[their]["f1"] == pytest.approx(ours[our].f1, abs=1e-3), our  # it rounds before it divides
    for their, our in SHARES.items():
        score = theirs[their].get("acc", theirs[their].get("r"))
        assert score == round(ours[our].right / max(1, ours[our].of), 4), our
    assert theirs.keys() == {*SAME, *SHARES}
