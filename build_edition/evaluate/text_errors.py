"""Errors of a text against the true one, by words and by characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from build_edition.evaluate.alignment import Stretch, align
from build_edition.evaluate.measures import Difference, ErrorRate, Sort

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
CHUNK = 200  # words in a piece of which the characters are compared
SHOWN = 160  # characters of a difference that are shown

Spans = list[tuple[int, int]]


def text_errors(text: str, true: str, line: Callable[[int], int] = lambda _: 0) -> tuple[ErrorRate, ErrorRate]:
    """The errors of `text` by words and by characters. White space counts as one space wherever it stands.

    `line` tells the line of the source that an offset of `text` comes from.
    """
    here = [match.span() for match in WORD.finditer(text)]
    there = [match.span() for match in WORD.finditer(true)]
    stretches = align([text[s:e] for s, e in here], [true[s:e] for s, e in there])
    differences = [_difference(text, true, here, there, this, line) for this in stretches if not this.same]
    errors = sum(max(s.a_end - s.a_start, s.b_end - s.b_start) for s in stretches if not s.same)
    cuts = [(0, 0), *_cuts(stretches, here, there), (len(text), len(true))]
    wrong = sum(
        Levenshtein.distance(
            _even(text[a:a_end], last=a_end == len(text)), _even(true[b:b_end], last=b_end == len(true))
        )
        for (a, b), (a_end, b_end) in pairwise(cuts)
    )
    return (
        ErrorRate(errors, len(there), tuple(differences)),
        ErrorRate(wrong, len(" ".join(true.split()))),
    )


class CommonWord(NamedTuple):
    """A word that stands in both texts, where each has it."""

    start: int
    end: int
    true_start: int
    true_end: int


def words_in_common(text: str, true: str) -> list[CommonWord]:
    """The words of `text` that stand for the same words of `true`, in order."""
    here = [match.span() for match in WORD.finditer(text)]
    there = [match.span() for match in WORD.finditer(true)]
    stretches = align([text[s:e] for s, e in here], [true[s:e] for s, e in there])
    return [
        CommonWord(*here[i + k], *there[j + k])
        for same, i, i_end, j, _ in stretches
        if same
        for k in range(i_end - i)
    ]


def _even(piece: str, *, last: bool) -> str:
    """A piece that begins with a word (or the text) with one space for any white space."""
    evened = " ".join(piece.split())
    return evened + " " if evened and not last and piece[-1:].isspace() else evened


def _cuts(stretches: list[Stretch], here: Spans, there: Spans) -> Spans:
    """Places where both texts have the same word, every so many words."""
    cuts: Spans = []
    since = 0
    for same, i, i_end, j, _ in stretches:
        for k in range(i_end - i if same else 0):
            since += 1
            if since >= CHUNK:
                cuts.append((here[i + k][0], there[j + k][0]))
                since = 0
    return cuts


def _difference(
    text: str, true: str, here: Spans, there: Spans, this: Stretch, line: Callable[[int], int]
) -> Difference:
    found = _passage(text, here, this.a_start, this.a_end)
    expected = _passage(true, there, this.b_start, this.b_end)
    start = here[min(this.a_start, len(here) - 1)][0] if here else 0
    end = here[this.a_end - 1][1] - 1 if this.a_end > this.a_start else start
    first = line(start)
    sort: Sort = "wrong" if found and expected else "missed" if expected else "false"
    return Difference(sort, first, max(first, line(end)), expected or "nothing", found or "nothing")


def _passage(text: str, spans: Spans, first: int, after: int) -> str:
    if first == after:
        return ""
    passage = " ".join(text[spans[first][0] : spans[after - 1][1]].split())
    return f"“{passage if len(passage) <= SHOWN else passage[: SHOWN - 1] + '…'}”"
