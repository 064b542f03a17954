"""Quotation marks and apostrophes: straight ones curled the right way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from rapidfuzz.distance import Levenshtein

from benchmarks.corpora import peers
from benchmarks.corpora.books import records
from benchmarks.corpora.score import OURS, Score, share_score
from build_edition.rules import transcribe
from build_edition.source import Source

STEP, CORPUS = "quotation marks curled", "Ten Days, straightened"
MARKS = re.compile("[“”‘’\"']")
PEERS: dict[str, Callable[[Sequence[str]], list[str]]] = {
    "pypandoc-binary": peers.pandoc_curled,
    "smartypants": peers.smartypants_curled,
}


def quote_marks(smoke: bool) -> Iterator[Score]:
    """How many of the marks stand the right way, by paragraph, in order."""
    texts = records("quotes_ten_days.json")
    true, straight = texts["truth"], texts["straight"]
    if smoke:
        true, straight = true[:60], straight[:60]
    makers: dict[str, Callable[[Sequence[str]], list[str]]] = {OURS: _ours, "the source as it stands": list}
    makers |= {peers.name(package): maker for package, maker in PEERS.items() if peers.installed(package)}
    for who, maker in makers.items():
        yield _score(who, maker(straight), true)


def _ours(paragraphs: Sequence[str]) -> list[str]:
    reading = transcribe(Source.from_text("\n\n".join(paragraphs)), "essay").reading
    starts = [0, *accumulate(len(paragraph) + 2 for paragraph in paragraphs)]
    spans = ((start, start + len(paragraph)) for start, paragraph in zip(starts, paragraphs, strict=False))
    return [reading.text[reading.from_source(start) : reading.from_source(end)] for start, end in spans]


def _score(who: str, made: Sequence[str], true: Sequence[str]) -> Score:
    if len(made) != len(true):
        # The paragraphs were parted in another way: then all marks are compared as one run.
        made, true = ["\n".join(made)], ["\n".join(true)]
    right, of, wrong = 0, 0, []
    for number, (mine, other) in enumerate(zip(made, true, strict=True), 1):
        have, want = "".join(MARKS.findall(mine)), "".join(MARKS.findall(other))
        errors = Levenshtein.distance(have, want)
        of, right = of + len(want), right + max(len(want) - errors, 0)
        if errors:
            wrong.append(f"paragraph {number}: {errors}")
    return share_score(STEP, CORPUS, who, right, of, wrong)
