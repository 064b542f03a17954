"""The automatic transcript of the book, with no editorial record, against hand-made truth.

The figures are the marks that the foundation set itself; the scorer that measures them stands beside the
truth, outside this project.
"""

import json
import subprocess
import sys

import pytest

from build_edition.interchange import dump
from build_edition.rules import transcribe
from build_edition.source import Source

BOOK = "004_34a24c51f2b7cdad.txt"
FIRST, LAST = 3301, 6625
MARKS = {
    "forme_work": 1.0,
    "note_call": 0.99,
    "page_begin": 0.98,
    "head": 0.9,
    "paragraph": 0.93,
    "quote": 0.7,
}


@pytest.fixture(scope="module")
def scores(shared, tmp_path_factory):
    path = shared / "sources" / BOOK
    source = Source.decode(path.read_bytes(), path.name)
    made = tmp_path_factory.mktemp("truth") / "book.json"
    made.write_text(dump(transcribe(source)), encoding="utf-8")
    truth = shared / "truth" / f"sandle_{FIRST}_{LAST}.json"
    scorer = [sys.executable, str(shared / "tools" / "score.py"), str(path), str(made), str(truth)]
    done = subprocess.run([*scorer, str(FIRST), str(LAST)], check=True, capture_output=True, text=True)
    return {name: json.loads(rest) for name, _, rest in (line.partition(" ") for line in done.stdout.splitlines())}


@pytest.mark.parametrize("metric", MARKS)
def test_f1(scores, metric):
    assert scores[metric]["f1"] >= MARKS[metric], f"{metric}: {scores[metric]}"


def test_every_known_page_number_is_right(scores):
    assert scores["page_number"]["acc"] >= 0.99


def test_every_line_end_hyphen_is_right(scores):
    assert scores["hyphen"]["acc"] == 1.0, scores["hyphen"]
